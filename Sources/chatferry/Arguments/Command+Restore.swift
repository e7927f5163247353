/// The way back out of a backup.
extension Command {
  static let restore = Command(
    name: "restore",
    words: "Put a backup into another inbox; say first what the inbox cannot take",
    positional: Positional(
      name: "DIR", isRequired: true, isRepeatable: false,
      words: "Folder that backup wrote; may be read-only"),
    groups: [
      Group(title: "Inbox", options: inboxGroup.options + [.jobs]),
      Group(title: "Restore", options: [.chat, .dryRun]),
      Group(title: "Output", options: [.json]),
    ],
    examples: [
      Example(
        line: "chatferry restore backups/shop --inbox local",
        words: "a rehearsal: into the local inbox, with nobody outside taking part"),
      Example(
        line: "chatferry restore backups/shop --inbox newshop --dry-run",
        words: "what would be sent, and what cannot come back; nothing is sent"),
      Example(
        line: "chatferry restore backups/shop --inbox newshop --chat '+44 7700 900142'",
        words: "one chat, with its tags and its assignment"),
    ])
}
