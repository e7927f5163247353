/// One option of the command line: its names, and where else its value may come from.
struct Option: Sendable, Hashable {
  enum Arity: Sendable { case flag, one, many }

  /// With the dashes: `--time-zone`.
  let name: String
  /// With the dash: `-v`.
  var short: String?
  var arity = Arity.one
  /// What the value is called in help texts; empty for a flag.
  var value = ""
  /// The environment variable that stands in for the option.
  var environment: String?
  /// The key of an inbox profile that stands in for the option.
  var profileKey: String?
  /// What the option is for, one line.
  let words: String

  /// The description in a help text.
  var description: String {
    environment.map { "\(words) [\($0)]" } ?? words
  }
}

extension Option {
  static let config = Option(
    name: "--config", value: "FILE", environment: "CHATFERRY_CONFIG",
    words: "Configuration file in place of the usual one")
  static let verbose = Option(
    name: "--verbose", short: "-v", arity: .flag, words: "Say more about what is done")
  static let quiet = Option(
    name: "--quiet", short: "-q", arity: .flag,
    words: "Say nothing but errors, warnings and results")
  static let progress = Option(
    name: "--progress", value: "auto|plain|none",
    words: "A bar on a terminal, plain lines elsewhere; or always so")
  static let logFormat = Option(
    name: "--log-format", value: "text|json",
    words: "Lines on standard error as text or as JSON objects")
  static let color = Option(
    name: "--color", value: "auto|always|never", words: "Colours; auto also honours NO_COLOR")
  static let version = Option(
    name: "--version", arity: .flag, words: "Print the versions of chatferry and its libraries")

  static let locale = Option(
    name: "--locale", value: "TAG", environment: "CHATFERRY_LOCALE", profileKey: "locale",
    words: "Language of the phone that exported, as de or en-US")
  static let timeZone = Option(
    name: "--time-zone", value: "ZONE", environment: "CHATFERRY_TIME_ZONE",
    profileKey: "time_zone", words: "Time zone of that phone, as Europe/London")
  static let utcOffset = Option(
    name: "--utc-offset", value: "±HH:MM", environment: "CHATFERRY_UTC_OFFSET",
    profileKey: "utc_offset", words: "Fixed offset ahead of UTC in place of a zone, as +02:00")
  static let dateOrder = Option(
    name: "--date-order", value: "dmy|mdy|ymd", environment: "CHATFERRY_DATE_ORDER",
    profileKey: "date_order", words: "Order of day and month where the text leaves it open")

  static let me = Option(
    name: "--me", arity: .many, value: "NAME", environment: "CHATFERRY_ME", profileKey: "me",
    words: "Your own name as the chat shows it; may be repeated")
  static let partner = Option(
    name: "--partner", value: "PHONE", environment: "CHATFERRY_PARTNER", profileKey: "partner",
    words: "The chat partner's number, with country code")
  static let contacts = Option(
    name: "--contacts", arity: .many, value: "FILE", environment: "CHATFERRY_CONTACTS",
    profileKey: "contacts", words: "Contact list (vCard or CSV) that knows numbers by name")

  static let inbox = Option(
    name: "--inbox", value: "REF", words: "Profile name, https:// URL, or local")
  static let kind = Option(
    name: "--kind", value: "getchat|online", profileKey: "kind",
    words: "Which API the inbox speaks (default getchat)")
  static let tokenFile = Option(
    name: "--token-file", value: "FILE", profileKey: "token_file",
    words: "File (mode 0600) with the token; else CHATFERRY_TOKEN")
  static let data = Option(
    name: "--data", value: "DIR", environment: "CHATFERRY_LOCAL_DATA",
    words: "Where the local inbox keeps its data")

  static let partnerReference = Option(
    name: "--partner", value: "REF", words: "Partner: profile name, https:// URL, or local")
  static let free = Option(
    name: "--free", arity: .flag, words: "Only numbers that a new inbox can use")
  static let account = Option(
    name: "--account", value: "ID", profileKey: "account",
    words: "Number of the account on the online platform")
  static let inboxID = Option(
    name: "--inbox-id", value: "ID", profileKey: "inbox_id",
    words: "Number of the inbox in that account")
  static let server = Option(
    name: "--server", value: "NAME",
    words: "Subdomain of the account's server, as online")
  static let inboxName = Option(
    name: "--name", value: "NAME", words: "What the new inbox is called, 50 characters at most")
  static let number = Option(
    name: "--number", value: "PHONE",
    words: "WhatsApp number of the partner, with country code, that has no inbox yet")
  static let reference = Option(
    name: "--reference", value: "TEXT",
    words: "Comes back in webhooks; text and numbers, 50 characters at most")
  static let usualServer = Option(
    name: "--server", value: "NAME",
    words: "Subdomain of the account's server (default online)")
  static let backupDirectory = Option(
    name: "--backup", value: "DIR", words: "Backup of the inbox that is to be deleted")
  static let backupCopy = Option(
    name: "--copy", arity: .many, value: "DIR",
    words: "Another copy of that backup, read as well; may be repeated")
  static let confirm = Option(
    name: "--confirm", value: "PROOF",
    words: "The proof that verify --inbox printed, in place of the typed name")
  static let sourceID = Option(
    name: "--source-id", value: "ID",
    words: "With whom: the chat partner's number; elsewhere a hash or a mail address")
  static let contactID = Option(
    name: "--contact-id", value: "ID", words: "With whom: the number of a contact")
  static let conversationStatus = Option(
    name: "--status", value: "open|resolved|pending|snoozed",
    words: "Status that the conversation begins with")
  static let assigneeID = Option(
    name: "--assignee-id", value: "ID", words: "Number of the agent that it is assigned to")
  static let teamID = Option(
    name: "--team-id", value: "ID", words: "Number of the team that it is assigned to")
  static let attribute = Option(
    name: "--attribute", arity: .many, value: "KEY=VALUE",
    words: "Custom attribute of the conversation; may be repeated")
  static let additional = Option(
    name: "--additional", arity: .many, value: "KEY=VALUE",
    words: "Additional attribute, such as browser=Firefox; may be repeated")
  static let force = Option(
    name: "--force", arity: .flag, words: "Also where an open conversation is there")
  static let openConversation = Option(
    name: "--open-conversation", value: "REF",
    words: "Open a conversation with each imported chat's partner in this online inbox")
  static let importHistory = Option(
    name: "--import-history", arity: .flag,
    words: "Let the server bring in the phone's history (coexistence numbers only)")

  static let chatText = Option(
    name: "--chat-text", value: "verbatim|canonical",
    words: "Send the text as the phone wrote it, or with plain UTC headers")
  static let jobs = Option(
    name: "--jobs", value: "N", environment: "CHATFERRY_JOBS", profileKey: "jobs",
    words: "Media uploaded at once, 1 to 64 (default 4)")
  static let dryRun = Option(
    name: "--dry-run", arity: .flag, words: "Print the plan and send nothing")
  static let json = Option(
    name: "--json", arity: .flag, words: "Print the result as one JSON object")

  static let to = Option(
    name: "--to", value: "DIR|-", words: "Folder to write into, or - for standard output")
  static let backupFolder = Option(
    name: "--to", value: "DIR", words: "Folder of this inbox's backup, new or from an earlier run")
  static let full = Option(
    name: "--full", arity: .flag, words: "List everything, not only what is new")
  static let quick = Option(
    name: "--quick", arity: .flag, words: "Look at presence and sizes only; read nothing")
  static let format = Option(
    name: "--format", value: "jsonl,csv",
    words: "One or both formats (default jsonl,csv; jsonl for -)")
  static let chat = Option(
    name: "--chat", arity: .many, value: "WA_ID", words: "Only this chat; may be repeated")
  static let since = Option(
    name: "--since", value: "T", words: "Only messages from T on, RFC 3339 or a date")
  static let until = Option(
    name: "--until", value: "T", words: "Only messages before T, RFC 3339 or a date")
  static let media = Option(
    name: "--media", value: "copy|none",
    words: "Copy media into the folder or not (default copy; none for -)")
  static let excel = Option(
    name: "--excel", arity: .flag, words: "Begin CSV with a byte order mark, for Excel")
  static let rawCSV = Option(
    name: "--raw-csv", arity: .flag, words: "Leave CSV cells that look like formulas as they are")
  static let listen = Option(
    name: "--listen", value: "127.0.0.1:PORT",
    words: "Address to answer on; port 0 takes any free one (default 0)")
}
