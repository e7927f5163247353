internal import JSONText
internal import SQLiteStore

/// A relation between tags and either chats or messages.
struct Tagging: Sendable {
  /// Our own name, written into SQL.
  let table: String
  /// The member that names what is tagged.
  let member: StaticString
  let event: EventKind

  static let chats = Tagging(table: "chat_tagging", member: "chat", event: .chatTagging)
  static let messages = Tagging(table: "message_tagging", member: "message", event: .messageTagging)

  var isOfMessages: Bool { event == .messageTagging }

  /// One pair.
  struct Pair {
    let id: Int64
    let tag: Int64
    /// Row of the chat or the message.
    let target: Int64
    /// JSON.
    let extra: String
  }

  private var columns: String { "SELECT id, tag, target, extra FROM \(table)" }

  func pairs(_ page: ListPage, in database: Database) throws(StoreError) -> [Pair] {
    let statement = try database.prepare("\(columns) ORDER BY id LIMIT ? OFFSET ?")
    try statement.bind(page.limit, at: 1)
    try statement.bind(page.offset, at: 2)
    return try pairs(statement)
  }

  func pairs(withTag tag: Int64, in database: Database) throws(StoreError) -> [Pair] {
    let statement = try database.prepare("\(columns) WHERE tag = ? ORDER BY id")
    try statement.bind(tag, at: 1)
    return try pairs(statement)
  }

  func pair(_ id: Int64, in database: Database) throws(StoreError) -> Pair? {
    let statement = try database.prepare("\(columns) WHERE id = ?")
    try statement.bind(id, at: 1)
    return try pairs(statement).first
  }

  private func pairs(_ statement: borrowing Statement) throws(StoreError) -> [Pair] {
    var pairs: [Pair] = []
    while try statement.step() {
      pairs.append(
        Pair(
          id: statement.int(0) ?? 0, tag: statement.int(1) ?? 0, target: statement.int(2) ?? 0,
          extra: statement.string(3) ?? "null"))
    }
    return pairs
  }

  func contains(tag: Int64, target: Int64, in database: Database) throws(StoreError) -> Bool {
    let statement = try database.prepare("SELECT 1 FROM \(table) WHERE target = ? AND tag = ?")
    try statement.bind(target, at: 1)
    try statement.bind(tag, at: 2)
    return try statement.step()
  }

  /// - Parameter id: nil for the next free one.
  func insert(
    id: Int64? = nil, tag: Int64, target: Int64, extra: String, in database: Database
  ) throws(StoreError) -> Pair {
    let statement = try database.prepare(
      "INSERT OR REPLACE INTO \(table)(id, tag, target, extra) VALUES(?, ?, ?, ?)")
    try statement.bind(id, at: 1)
    try statement.bind(tag, at: 2)
    try statement.bind(target, at: 3)
    try statement.bind(extra, at: 4)
    try statement.run()
    return Pair(id: id ?? database.lastInsertedRow, tag: tag, target: target, extra: extra)
  }

  func delete(_ id: Int64, in database: Database) throws(StoreError) {
    let statement = try database.prepare("DELETE FROM \(table) WHERE id = ?")
    try statement.bind(id, at: 1)
    try statement.run()
  }
}

extension Database {
  /// A condition for `row`: one of its tags has `phrase` in its name. Always false where no tag has.
  func condition(_ kind: Tagging, isTaggedLike phrase: String, row: String) throws -> String {
    let rows = try prepare("SELECT number, object FROM \(ObjectList.tags.table)")
    var tags: [String] = []
    while try rows.step() {
      let tag = try JSONValue(parsing: rows.bytes(1) ?? [])
      if tag["name"]?.contains(phrase) == true { tags.append(String(rows.int(0) ?? 0)) }
    }
    if tags.isEmpty { return "0" }
    return
      "\(row) IN (SELECT target FROM \(kind.table) WHERE tag IN (\(tags.joined(separator: ","))))"
  }
}
