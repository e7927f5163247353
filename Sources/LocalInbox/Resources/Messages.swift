internal import JSONText
internal import SQLiteStore

extension InboxService {
  /// `GET /messages/`: newest first; messages of one second against the order in which they came in.
  func listMessages(_ request: HTTPRequest) throws -> HTTPResponse {
    let page = ListPage(request)
    return try store.read { database in
      let question = try MessageQuestion(request, in: database)
      let rows = try database.prepare(
        "SELECT row FROM message \(question.filter.sql) ORDER BY time DESC, row DESC LIMIT ? OFFSET ?"
      )
      let next = try question.filter.bind(to: rows)
      try rows.bind(page.limit, at: next)
      try rows.bind(page.offset, at: next + 1)
      let count = try question.count(in: database)
      let writer = try MessageWriter(self, database)
      return try .json(200) { json in
        try page.write(count: count, origin: origin, into: &json) { json in
          json.beginArray()
          while try rows.step() { _ = try writer.write(rows.int(0) ?? 0, into: &json) }
          json.endArray()
        }
      }
    }
  }

  func retrieveMessage(_ id: String) throws -> HTTPResponse {
    try store.read { database in
      guard let row = try database.message(id, salt: store.salt) else { return .notFound }
      let writer = try MessageWriter(self, database)
      return try .json(200) { _ = try writer.write(row, into: &$0) }
    }
  }
}

/// Which messages a request asks for.
private struct MessageQuestion {
  private(set) var filter = ListFilter()
  /// The chat's row; 0 for the whole inbox, -1 for a chat that is not there.
  private var chat: Int64 = 0
  private let since: Int64?
  private let before: Int64?
  /// Whether nothing but chat and times is asked for.
  private let isPlain: Bool

  init(_ request: HTTPRequest, in database: Database) throws {
    since = try request.number("since_time")
    before = try request.number("before_time")
    if let number = request.parameter("wa_id") {
      chat = try database.chat(number) ?? -1
      filter.add("chat = ?", chat)
    }
    if let since { filter.add("time >= ?", since) }
    if let before { filter.add("time < ?", before) }
    var more = ListFilter()
    if let flag = try request.flag("from_us") { more.add("from_us = ?", flag ? 1 : 0) }
    if let phrase = try request.phrase() {
      more.add(
        "(coalesce(folded, ifnull(text, '') || char(10) || ifnull(file_name, '')) "
          + "LIKE ? ESCAPE '\\' OR "
          + (try database.condition(.messages, isTaggedLike: phrase, row: "row")) + ")",
        ListFilter.pattern(containing: phrase))
    }
    try more.addPlace(of: request, chat: "chat")
    isPlain = more.isEmpty
    filter.add(more)
  }

  /// What chat and times alone ask for is counted by spans, the rest along an index.
  func count(in database: Database) throws(StoreError) -> Int64 {
    if isPlain { return try database.countMessages(chat: chat, since: since, before: before) }
    let statement = try database.prepare("SELECT count(*) FROM message \(filter.sql)")
    _ = try filter.bind(to: statement)
    return try statement.step() ? statement.int(0) ?? 0 : 0
  }
}

extension Database {
  /// The row of a message by the inbox's own id; nil where there is none.
  func message(_ id: String, salt: UInt64) throws(StoreError) -> Int64? {
    try message("own_id", id, imported: UUIDText(id)?.row(salt: salt))
  }

  /// The row of a message by WhatsApp's id; nil where there is none.
  func message(wabaID id: String, salt: UInt64) throws(StoreError) -> Int64? {
    let own = id.hasPrefix("wamid.") ? UUIDText(id.dropFirst(6)) : nil
    return try message("waba_id", id, imported: own?.row(salt: salt))
  }

  /// - Parameter imported: the row that an imported message with that id has.
  private func message(
    _ column: String, _ id: String, imported: Int64?
  ) throws(StoreError) -> Int64? {
    let statement = try prepare(
      """
      SELECT row FROM message WHERE \(column) = ?1 \
      UNION ALL SELECT row FROM message WHERE row = ?2 AND object IS NULL LIMIT 1
      """)
    try statement.bind(id, at: 1)
    try statement.bind(imported, at: 2)
    return try statement.step() ? statement.int(0) : nil
  }
}
