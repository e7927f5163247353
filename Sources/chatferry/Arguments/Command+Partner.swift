/// The partner's side: numbers, and the inboxes that they are connected to.
extension Command {
  private static let partnerGroup = Group(
    title: "Partner", options: [.partnerReference, .tokenFile, .data])

  static let numbers = Command(
    name: "numbers",
    words: "List a partner's WhatsApp numbers and which inboxes they are connected to",
    groups: [partnerGroup, Group(title: "Output", options: [.free, .json])],
    examples: [
      Example(
        line: "chatferry numbers --partner agency", words: "all numbers, with this month's counts"),
      Example(
        line: "chatferry numbers --partner agency --free --json | jq -r '.numbers[].number'",
        words: "those that a new inbox can use"),
    ])

  static let inboxCreate = Command(
    name: "inbox create",
    words: "Create an inbox for a number that has none yet; print its profile",
    groups: [
      partnerGroup,
      Group(
        title: "Inbox",
        options: [.inboxName, .number, .account, .server, .reference, .importHistory]),
      Group(title: "Output", options: [.dryRun, .json]),
    ],
    examples: [
      Example(
        line:
          "chatferry inbox create --partner agency --name 'Harbour Bikes' --number '+44 7700 900142' --account 8 --server online --dry-run",
        words: "whether it could be created; nothing is"),
      Example(
        line:
          "chatferry inbox create --partner agency --name 'Harbour Bikes' --number '+44 7700 900142' --account 8 --server online",
        words: "creates it and prints a profile for the configuration"),
    ])

  static let inboxDelete = Command(
    name: "inbox delete",
    words: "Delete an inbox for good, behind a backup that is proved to hold all of it",
    groups: [
      Group(title: "Partner", options: [.partnerReference, .account, .inboxID, .usualServer]),
      Group(title: "Proof", options: [.backupDirectory, .backupCopy, .confirm]),
      Group(title: "Inbox", options: [.inbox, .kind, .data, .jobs]),
      Group(title: "Output", options: [.dryRun, .json]),
    ],
    examples: [
      Example(
        line:
          "chatferry inbox delete --partner agency --account 8 --inbox-id 100 --backup backups/shop --inbox shop --dry-run",
        words: "reads the backup, lists the inbox, shows what would be lost; deletes nothing"),
      Example(
        line:
          "chatferry inbox delete --partner agency --account 8 --inbox-id 100 --backup backups/shop --inbox shop",
        words: "the same, then asks for the inbox's name and deletes it"),
    ])

  static let conversationAdd = Command(
    name: "conversation add",
    words: "Open a conversation in an inbox of the online platform",
    groups: [
      Group(title: "Inbox", options: [.inbox, .kind, .account, .inboxID, .tokenFile, .data]),
      Group(
        title: "Conversation",
        options: [
          .sourceID, .contactID, .conversationStatus, .assigneeID, .teamID, .attribute,
          .additional, .force,
        ]),
      Group(title: "Output", options: [.json]),
    ],
    examples: [
      Example(
        line:
          "chatferry conversation add --inbox desk --account 8 --inbox-id 100 --source-id '+44 7700 900142'",
        words: "with the person who has that number, unless one is open"),
      Example(
        line:
          "chatferry conversation add --inbox desk --contact-id 17 --status pending --team-id 2 --attribute origin=shop",
        words: "account and inbox_id stand in the profile desk"),
    ])
}
