internal import JSONText
internal import SQLiteStore

/// The tags of chats or of messages as they stand inside those: each with the number of its tagging.
final class EmbeddedTags {
  private static let none = Array("[]".utf8)

  private let service: InboxService
  private let statement: Statement
  /// Most inboxes tag few messages, and then nobody looks them up one by one.
  private let isEmpty: Bool

  init(_ kind: Tagging, _ service: InboxService, _ database: Database) throws(StoreError) {
    self.service = service
    statement = try database.prepare(
      """
      SELECT g.id, t.number, t.object FROM \(kind.table) g \
      JOIN \(ObjectList.tags.table) t ON t.number = g.tag WHERE g.target = ? ORDER BY g.id
      """)
    let any = try database.prepare("SELECT 1 FROM \(kind.table) LIMIT 1")
    isEmpty = try !any.step()
  }

  func isTagged(_ target: Int64) throws(StoreError) -> Bool {
    if isEmpty { return false }
    try statement.reset()
    try statement.bind(target, at: 1)
    return try statement.step()
  }

  /// The array, as JSON.
  func json(of target: Int64) throws -> [UInt8] {
    if isEmpty { return Self.none }
    var json = JSONWriter()
    json.beginArray()
    try statement.reset()
    try statement.bind(target, at: 1)
    while try statement.step() {
      let tag = try JSONValue(parsing: statement.bytes(2) ?? [])
      json.beginObject()
      ObjectList.tags.writeMembers(of: tag, number: statement.int(1) ?? 0, service, into: &json)
      json.key("tagging_id")
      json.numberOrNull(statement.int(0))
      json.endObject()
    }
    json.endArray()
    return json.bytes
  }

  /// Puts the array into the object that was written last.
  func write(
    of target: Int64, named name: StaticString, asLastMemberOf json: inout JSONWriter
  ) throws {
    json.extendLastObject(name, try self.json(of: target))
  }
}
