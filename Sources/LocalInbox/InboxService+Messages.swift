internal import JSONText
internal import SQLiteStore

extension InboxService {
  /// `GET /messages/`: newest first; messages of one second against the order in which they came in.
  func listMessages(_ request: HTTPRequest) throws -> HTTPResponse {
    let page = ListPage(request)
    var filter = ListFilter()
    if let number = request.parameter("wa_id") {
      filter.add("chat = (SELECT number FROM chat WHERE wa_id = ?)", number)
    }
    if let time = try request.number("since_time") { filter.add("time >= ?", time) }
    if let time = try request.number("before_time") { filter.add("time < ?", time) }
    if let flag = try request.flag("from_us") { filter.add("from_us = ?", flag ? 1 : 0) }
    if let phrase = try request.phrase() {
      filter.add(
        "coalesce(folded, ifnull(text, '') || char(10) || ifnull(file_name, '')) "
          + "LIKE ? ESCAPE '\\'", ListFilter.pattern(containing: phrase))
    }
    if try request.asksForWhatIsNotHere() { filter.add("0") }

    return try store.read { database in
      let rows = try database.prepare(
        """
        SELECT \(MessageText.columns) FROM (
          SELECT row FROM message \(filter.sql) ORDER BY time DESC, row DESC LIMIT ? OFFSET ?
        ) page \(MessageText.joins("page.row")) ORDER BY m.time DESC, m.row DESC
        """)
      let next = try filter.bind(to: rows)
      try rows.bind(page.limit, at: next)
      try rows.bind(page.offset, at: next + 1)
      let count = try countMessages(database, request, filter)
      return try .json(200) { json in
        try page.write(count: count, origin: url, into: &json) { json in
          while try rows.step() { MessageText.write(rows, self, into: &json) }
        }
      }
    }
  }

  func retrieveMessage(_ id: String) throws -> HTTPResponse {
    guard let row = UUIDText(id)?.row(salt: store.salt) else { return .notFound }
    return try store.read { database in
      let rows = try database.prepare(
        "SELECT \(MessageText.columns) FROM (SELECT ? AS row) page \(MessageText.joins("page.row"))"
      )
      try rows.bind(row, at: 1)
      guard try rows.step() else { return .notFound }
      return .json(200) { MessageText.write(rows, self, into: &$0) }
    }
  }

  /// Whole chats and the whole inbox are counted at import; the rest is counted along an index.
  private func countMessages(
    _ database: Database, _ request: HTTPRequest, _ filter: ListFilter
  ) throws(StoreError) -> Int64 {
    let statement: Statement
    let asked = Set(request.query.lazy.filter { !$0.value.isEmpty }.map(\.name))
      .subtracting(["limit", "offset"])
    if filter.isEmpty {
      statement = try database.prepare("SELECT sum(messages) FROM chat")
    } else if asked == ["wa_id"] {
      statement = try database.prepare("SELECT messages FROM chat WHERE wa_id = ?")
      try statement.bind(request.parameter("wa_id"), at: 1)
    } else {
      statement = try database.prepare("SELECT count(*) FROM message \(filter.sql)")
      _ = try filter.bind(to: statement)
    }
    return try statement.step() ? statement.int(0) ?? 0 : 0
  }
}
