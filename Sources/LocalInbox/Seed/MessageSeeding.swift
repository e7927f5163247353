internal import JSONText
internal import SQLiteStore

/// Puts messages in and takes them out, with statements that are made once and counts that are written once.
final class MessageSeeding {
  /// Rows of chats that were looked up already, by number.
  var chats: [String: Int64] = [:]

  private let salt: UInt64
  private let database: Database
  private let insert: Statement
  private let update: Statement
  /// What each chat gained, or lost.
  private var counts: [Int64: Int64] = [:]
  private var spans: [Int64: MessageSpans] = [:]

  init(_ service: InboxService, _ database: Database) throws(StoreError) {
    salt = service.store.salt
    self.database = database
    let columns = [
      "chat", "time", "from_us", "type", "text", "file_name", "folded", "object", "had", "own_id",
      "waba_id",
    ]
    insert = try database.prepare(
      """
      INSERT INTO message(\(columns.joined(separator: ", "))) \
      VALUES(\(columns.map { _ in "?" }.joined(separator: ", ")))
      """)
    update = try database.prepare(
      """
      UPDATE message SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")), media = NULL \
      WHERE row = ?
      """)
  }

  /// - Returns: the row.
  func put(_ message: JSONValue, chat: Int64) throws -> Int64 {
    let payload = message["waba_payload"]
    guard let time = payload?["timestamp"]?.wholeNumber else {
      throw Seeding.Fault("waba_payload.timestamp is no number")
    }
    let id = message["id"]?.string
    let wabaID = payload?["id"]?.string
    let old =
      try id.map { try database.message($0, salt: salt) }
      ?? wabaID.map { try database.message(wabaID: $0, salt: salt) } ?? nil
    if let old { try discount(old) }
    if old == nil {
      try bind(insert, message, chat, time, id, wabaID)
      try insert.run()
    } else {
      try bind(update, message, chat, time, id, wabaID)
      try update.bind(old, at: 12)
      try update.run()
    }
    counts[chat, default: 0] += 1
    spans[chat, default: MessageSpans()].add(time)
    return old ?? database.lastInsertedRow
  }

  func remove(_ row: Int64) throws {
    try discount(row)
    let statement = try database.prepare("DELETE FROM message WHERE row = ?")
    try statement.bind(row, at: 1)
    try statement.run()
  }

  /// Writes the counts, and the times of last messages.
  func finish() throws(StoreError) {
    // What stays without messages keeps the time that it had.
    let statement = try database.prepare(
      """
      UPDATE chat SET messages = messages + ?1, last_time = \
      ifnull((SELECT max(time) FROM message WHERE chat = ?2), last_time) WHERE number = ?2
      """)
    for (chat, count) in counts {
      try statement.bind(count, at: 1)
      try statement.bind(chat, at: 2)
      try statement.run()
    }
    for (chat, spans) in spans { try spans.store(chat: chat, in: database) }
    counts = [:]
    spans = [:]
  }

  private func discount(_ row: Int64) throws(StoreError) {
    let statement = try database.prepare("SELECT chat, time FROM message WHERE row = ?")
    try statement.bind(row, at: 1)
    guard try statement.step(), let chat = statement.int(0), let time = statement.int(1) else {
      return
    }
    counts[chat, default: 0] -= 1
    spans[chat, default: MessageSpans()].add(time, count: -1)
  }

  private func bind(
    _ statement: borrowing Statement, _ message: JSONValue, _ chat: Int64, _ time: Int64,
    _ id: String?, _ wabaID: String?
  ) throws {
    let payload = message["waba_payload"]
    let type = payload?["type"]?.string ?? "unknown"
    let content = payload?[type]
    let text = content?["body"]?.string ?? content?["caption"]?.string
    let fileName = content?["filename"]?.string
    let had =
      (message["tags"] == nil ? 0 : MessageWriter.Had.tags)
      | (message["chat_tags"] == nil ? 0 : MessageWriter.Had.chatTags)
    try statement.bind(chat, at: 1)
    try statement.bind(time, at: 2)
    try statement.bind(message["from_us"]?.bool == true ? 1 : 0, at: 3)
    try statement.bind(type, at: 4)
    try statement.bind(text, at: 5)
    try statement.bind(fileName, at: 6)
    try statement.bind("\(text ?? "")\n\(fileName ?? "")".lowercased(), at: 7)
    try statement.bind(utf8: message.text(without: ["tags", "chat_tags"]).span, at: 8)
    try statement.bind(had, at: 9)
    try statement.bind(id, at: 10)
    try statement.bind(wabaID, at: 11)
  }
}
