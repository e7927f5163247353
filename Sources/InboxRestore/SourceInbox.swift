internal import InboxBackup
internal import JSONText

/// What a backup has beside messages that can be made again.
struct SourceInbox {
  struct Chat {
    let number: String
    let tags: [SourceTag]
    let user: Int64?
    let group: Int64?
  }

  struct Webhook {
    let row: JSONValue
    let url: String
    let lacks: SecretPlaces
  }

  /// By id; those that are only seen on a chat or a message too.
  private(set) var tags: [Int64: SourceTag] = [:]
  private(set) var responses: [String] = []
  private(set) var webhooks: [Webhook] = []
  private(set) var chats: [Chat] = []
  private(set) var users = NamedRows()
  private(set) var groups = NamedRows()
  /// `extra` of taggings, as JSON, by their ids.
  private(set) var chatExtras: [Int64: [UInt8]] = [:]
  private(set) var messageExtras: [Int64: [UInt8]] = [:]

  init() {}

  /// - Parameter isWhole: whether everything is restored; else only the tags that the chats have.
  init(_ reader: BackupReader, chats rows: [BackupReader.Chat], isWhole: Bool) throws {
    if isWhole {
      try reader.forEachRow(of: "tags") { row in
        if let tag = SourceTag(row) { tags[tag.id] = tag }
      }
    }
    try reader.forEachRow(of: "saved_responses") { row in
      if let text = row["text"]?.string { responses.append(text) }
    }
    try reader.forEachRow(of: "webhooks") { row in
      guard let url = row["url"]?.string else { return }
      webhooks.append(Webhook(row: row, url: url, lacks: SecretPlaces(webhook: row)))
    }
    try reader.forEachRow(of: "users") { users.add($0, names: ["username", "email"]) }
    try reader.forEachRow(of: "groups") { groups.add($0, names: ["name"]) }
    try reader.forEachRow(of: "chat_taggings") { Self.add($0, to: &chatExtras) }
    try reader.forEachRow(of: "message_taggings") { Self.add($0, to: &messageExtras) }
    for chat in rows where RestoreRun.isNumber(chat.id) {
      guard let row = chat.row else { continue }
      let tags = (row["tags"]?.array ?? []).compactMap { SourceTag($0) }
      for tag in tags { note(tag) }
      chats.append(
        Chat(
          number: chat.id, tags: tags, user: TargetInbox.id(row["assigned_to_user"]),
          group: TargetInbox.id(row["assigned_group"])))
    }
  }

  private static func add(_ row: JSONValue, to extras: inout [Int64: [UInt8]]) {
    guard let id = row["id"]?.int, let extra = row["extra"], !extra.isNull else { return }
    extras[id] = Array(extra.raw)
  }

  private mutating func note(_ tag: SourceTag) {
    if tags[tag.id] == nil { tags[tag.id] = tag }
  }

  /// Webhooks that lack something, but for those that are there.
  func questions(_ there: Set<String>) -> [WebhookQuestion] {
    webhooks.enumerated().compactMap { number, webhook in
      guard !webhook.lacks.isEmpty, !there.contains(webhook.url) else { return nil }
      return WebhookQuestion(
        number: number, url: webhook.url, headers: webhook.lacks.headers,
        parameters: webhook.lacks.parameters, canBeAnswered: !webhook.lacks.lacksUser)
    }
  }

  /// Kinds that the API lists and has no means to make, as many rows as the backup has of each.
  func losses(_ reader: BackupReader) throws -> [Loss] {
    let kinds = [
      ("persons", "a partner comes with the chat, by name and number"),
      ("contacts", "the address book is not the inbox's own"),
      ("blocked_contacts", "a customer would notice"),
      ("templates", "templates are approved by WhatsApp, not restored"),
      ("users", "accounts of people are theirs to make"),
      ("groups", "the API only lists them"),
      ("whatsapp_accounts", "the API only lists them"),
      ("business_profile", "would change what customers see"),
      ("profile_about", "would change what customers see"),
      ("chat_tagging_events", "the inbox records what happens in it by itself"),
      ("message_tagging_events", "the inbox records what happens in it by itself"),
      ("chat_assignment_events", "the inbox records what happens in it by itself"),
      ("waba_errors", "the API only lists them"),
    ]
    return kinds.compactMap { name, why in
      let file = reader.manifest.files.last { $0.role == .resource && $0.subject == name }
      guard let file, file.items > 0 else { return nil }
      return Loss(name, file.items, why)
    }
  }
}
