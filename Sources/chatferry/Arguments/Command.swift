/// A sub-command as the command line shows it: what it takes, and how to use it.
struct Command: Sendable {
  struct Positional: Sendable {
    let name: String
    let isRequired: Bool
    let isRepeatable: Bool
    let words: String
  }
  struct Group: Sendable {
    let title: String
    let options: [Option]
  }
  struct Example: Sendable {
    let line: String
    let words: String
  }

  let name: String
  let words: String
  var positional: Positional?
  let groups: [Group]
  let examples: [Example]

  /// Every option but the global ones.
  var options: [Option] { groups.flatMap(\.options) }

  /// What stands below a help text.
  var footer: String {
    let lines = examples.map { "  \($0.line)\n      \($0.words)" }.joined(separator: "\n")
    return "Examples:\n\(lines)"
  }
}

extension Command {
  /// What every command takes, before its name or after it.
  static let globals = Group(
    title: "Global options",
    options: [.config, .verbose, .quiet, .progress, .logFormat, .color])

  private static let parsing = Group(
    title: "Reading", options: [.locale, .timeZone, .utcOffset, .dateOrder])
  private static let people = Group(title: "People", options: [.me, .partner, .contacts])
  static let inboxGroup = Group(
    title: "Inbox", options: [.inbox, .kind, .tokenFile, .data])
  /// For commands that also read inboxes of the online platform.
  private static let anyInboxGroup = Group(
    title: "Inbox", options: [.inbox, .kind, .account, .inboxID, .tokenFile, .data])
  private static let paths = Positional(
    name: "PATH", isRequired: true, isRepeatable: true,
    words: "Export archives (.zip), chat texts (.txt), unzipped exports, or folders of them")

  static let all = [
    inspect, importing, exporting, backup, verify, restore, serve, numbers, inboxCreate,
    inboxDelete, conversationAdd, login,
  ]

  static let inspect = Command(
    name: "inspect",
    words: "Read exports, change nothing; say what each one is and what would stop an import",
    positional: paths,
    groups: [parsing, people, Group(title: "Output", options: [.json])],
    examples: [
      Example(
        line: "chatferry inspect 'WhatsApp Chat with Anna Berg.zip'",
        words: "what it is, who writes, every line and file accounted for"),
      Example(
        line: "chatferry inspect --time-zone Europe/London --me 'Harbour Bikes' exports/",
        words: "every export in a folder, read as an import would read it"),
      Example(
        line:
          "chatferry inspect --json exports/ | jq '.exports[] | select(.importable | not) | .path'",
        words: "the ones that an import would refuse"),
    ])

  static let importing = Command(
    name: "import",
    words: "Put exports with their media into an inbox; run again, it goes on where it stopped",
    positional: paths,
    groups: [
      inboxGroup, parsing, people,
      Group(title: "Import", options: [.chatText, .openConversation, .jobs, .dryRun]),
      Group(title: "Output", options: [.json]),
    ],
    examples: [
      Example(
        line:
          "chatferry import chat.zip --inbox local --me 'Harbour Bikes' --partner '+44 7700 900142' --time-zone Europe/London",
        words: "a rehearsal: into the local inbox, with nobody outside taking part"),
      Example(
        line: "chatferry import exports/ --inbox shop --contacts contacts.vcf --dry-run",
        words: "what would be sent to the inbox of profile shop; nothing is"),
      Example(
        line: "chatferry import exports/ --inbox shop --contacts contacts.vcf",
        words: "and now it is"),
    ])

  static let exporting = Command(
    name: "export",
    words: "Write the messages of exports, backups or an inbox as JSONL and CSV",
    positional: Positional(
      name: "PATH", isRequired: false, isRepeatable: true,
      words: "Exports and backup folders to read; none with --inbox"),
    groups: [
      Group(
        title: "Output",
        options: [.to, .format, .chat, .since, .until, .media, .excel, .rawCSV, .json]),
      anyInboxGroup, parsing, people,
    ],
    examples: [
      Example(
        line: "chatferry export exports/ --to out --time-zone Europe/London",
        words: "messages.jsonl, messages.csv, the chats, the media and a manifest, in out/"),
      Example(
        line: "chatferry export chat.zip --to - | jq -r .text",
        words: "one format on standard output, for the next program"),
      Example(
        line: "chatferry export backups/shop --to - --format csv --since 2024-01-01",
        words: "this year's messages out of a backup, as CSV for the next program"),
      Example(
        line: "chatferry export --inbox local --to out --format csv --excel",
        words: "what is in the local inbox, for a spreadsheet"),
    ])

  static let backup = Command(
    name: "backup",
    words: "Copy an inbox into a folder, with all it lists; run again, only what is new",
    groups: [
      Group(title: "Output", options: [.backupFolder, .full, .json]),
      Group(title: "Inbox", options: anyInboxGroup.options + [.jobs]),
    ],
    examples: [
      Example(
        line: "chatferry backup --inbox shop --to backups/shop",
        words: "the first time everything, later what is new and what changed of late"),
      Example(
        line: "chatferry backup --inbox shop --to backups/shop --full",
        words: "list everything again: finds what was deleted or dated back"),
      Example(
        line:
          "chatferry backup --inbox https://online.99digital.co.il --kind online --account 8 --inbox-id 12 --to backups/12",
        words: "an inbox of the online platform"),
    ])

  static let verify = Command(
    name: "verify",
    words: "Read a backup again and name every damaged file; compare it with the live inbox",
    positional: Positional(
      name: "DIR", isRequired: true, isRepeatable: false,
      words: "Folder that backup wrote; may be read-only"),
    groups: [
      Group(title: "Check", options: [.quick]),
      Group(title: "Inbox", options: anyInboxGroup.options + [.jobs]),
      Group(title: "Output", options: [.json]),
    ],
    examples: [
      Example(
        line: "chatferry verify backups/shop", words: "every file, to its last byte"),
      Example(
        line: "chatferry verify backups/shop --inbox shop",
        words: "and whether the inbox holds anything that the backup lacks"),
    ])

  static let serve = Command(
    name: "serve",
    words: "Answer as an inbox on this machine, until stopped; print its URL and its token's file",
    groups: [Group(title: "Inbox", options: [.data, .listen])],
    examples: [
      Example(line: "chatferry serve", words: "on a free port, over the usual local data"),
      Example(
        line: "chatferry serve --data rehearsal --listen 127.0.0.1:8080",
        words: "over other data, on a port of your choice"),
    ])

  static let login = Command(
    name: "login",
    words: "Ask for user and password, fetch the inbox's token and keep it in a 0600 file",
    positional: Positional(
      name: "REF", isRequired: true, isRepeatable: false,
      words: "Profile name or https:// URL of the inbox"),
    groups: [Group(title: "Inbox", options: [.kind, .tokenFile])],
    examples: [
      Example(line: "chatferry login shop", words: "into the token_file of profile shop"),
      Example(
        line: "chatferry login https://inbox.example.com --token-file ~/.shop-token",
        words: "into a file of your choice"),
    ])
}
