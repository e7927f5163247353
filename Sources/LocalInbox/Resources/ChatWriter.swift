internal import JSONText
internal import SQLiteStore

/// Writes chats and persons of the store as objects of the API, many of them in one read.
final class ChatWriter {
  /// What the tables keep themselves of a chat; everything else stays as it was put in.
  static let ownMembers: Set = [
    "contact", "last_message", "assigned_to_user", "assigned_group", "tags",
  ]

  private let service: InboxService
  private let database: Database
  private let one: Statement
  private let last: Statement
  private let messages: MessageWriter
  private let tags: EmbeddedTags

  init(_ service: InboxService, _ database: Database) throws(StoreError) {
    self.service = service
    self.database = database
    one = try database.prepare(
      """
      SELECT \(PersonWriter.columns), object, assigned_user, assigned_group FROM chat \
      WHERE number = ?
      """)
    last = try database.prepare(
      "SELECT row FROM message WHERE chat = ? ORDER BY time DESC, row DESC LIMIT 1")
    messages = try MessageWriter(service, database)
    tags = try EmbeddedTags(.chats, service, database)
  }

  /// - Parameter number: of a row that is there.
  func write(
    _ number: Int64, as view: InboxService.ChatView, into json: inout JSONWriter
  ) throws {
    try one.reset()
    try one.bind(number, at: 1)
    guard try one.step() else { preconditionFailure("no chat \(number)") }
    if view == .persons { return try PersonWriter.write(one, into: &json) }
    json.beginObject()
    json.key("contact")
    try PersonWriter.write(one, into: &json)
    let object = try one.bytes(4).map { try JSONValue(parsing: $0) }
    if object?["new_messages"] == nil {
      json.key("new_messages")
      json.number(0)
    }
    if object?["wa_id"] == nil {
      json.key("wa_id")
      one.withBytes(0) { json.string(utf8: $0) }
    }
    json.key("last_message")
    try writeLastMessage(of: number, into: &json)
    json.key("assigned_to_user")
    try service.write(one.int(5), of: .users, in: database, into: &json)
    json.key("assigned_group")
    try service.write(one.int(6), of: .groups, in: database, into: &json)
    json.key("tags")
    let embedded = try tags.json(of: number)
    json.raw(embedded.span)
    if let object { json.members(of: object) }
    json.endObject()
  }

  private func writeLastMessage(of number: Int64, into json: inout JSONWriter) throws {
    try last.reset()
    try last.bind(number, at: 1)
    guard try last.step(), let row = last.int(0), try messages.write(row, into: &json) else {
      return json.null()
    }
  }
}
