internal import JSONText
internal import SQLiteStore

extension InboxService {
  /// A chat and its partner are one row, seen as one or as the other.
  enum ChatView { case chats, persons }

  /// `GET /chats/` and `GET /persons/`: newest activity first.
  func listChats(_ request: HTTPRequest, as view: ChatView) throws -> HTTPResponse {
    let page = ListPage(request)
    var filter = ListFilter()
    if let phrase = try request.phrase() {
      filter.add("folded LIKE ? ESCAPE '\\'", ListFilter.pattern(containing: phrase))
    }
    let since = try request.number("messages_since_time")
    let before = try request.number("messages_before_time")
    if since != nil || before != nil {
      filter.add(
        """
        EXISTS(SELECT 1 FROM message m WHERE m.chat = number \
        AND m.time >= \(since ?? .min) AND m.time < \(before ?? .max))
        """)
    }
    if try request.asksForWhatIsNotHere() { filter.add("0") }

    return try store.read { database in
      let total = try database.prepare("SELECT count(*) FROM chat \(filter.sql)")
      _ = try filter.bind(to: total)
      let count = try total.step() ? total.int(0) ?? 0 : 0
      let rows = try database.prepare(
        """
        SELECT number FROM chat \(filter.sql) ORDER BY last_time DESC, wa_id DESC LIMIT ? OFFSET ?
        """)
      let next = try filter.bind(to: rows)
      try rows.bind(page.limit, at: next)
      try rows.bind(page.offset, at: next + 1)
      let one = try database.prepare(Self.chatByNumber)
      return try .json(200) { json in
        try page.write(count: count, origin: url, into: &json) { json in
          while try rows.step() {
            try one.bind(rows.int(0), at: 1)
            if try one.step() { write(one, as: view, into: &json) }
            try one.reset()
          }
        }
      }
    }
  }

  func retrieveChat(_ waID: String, as view: ChatView) throws -> HTTPResponse {
    try store.read { try chat(waID, as: view, status: 200, in: $0) } ?? .notFound
  }

  /// The chat as an answer; nil when there is none.
  func chat(
    _ waID: String, as view: ChatView, status: UInt32, in database: Database
  ) throws -> HTTPResponse? {
    let found = try database.prepare("SELECT number FROM chat WHERE wa_id = ?")
    try found.bind(waID, at: 1)
    guard try found.step() else { return nil }
    let one = try database.prepare(Self.chatByNumber)
    try one.bind(found.int(0), at: 1)
    guard try one.step() else { return nil }
    return .json(status) { write(one, as: view, into: &$0) }
  }

  /// A chat with its newest message, in the columns of one.
  private static let chatByNumber = """
    SELECT \(MessageText.columns) FROM chat c LEFT JOIN message m ON m.row = \
    (SELECT row FROM message WHERE chat = c.number ORDER BY time DESC, row DESC LIMIT 1) \
    LEFT JOIN media f ON f.id = m.media WHERE c.number = ?
    """

  private func write(
    _ row: borrowing Statement, as view: ChatView, into json: inout JSONWriter
  ) {
    if view == .persons { return PersonText.write(row, into: &json, first: 9) }
    json.beginObject()
    json.key("contact")
    PersonText.write(row, into: &json, first: 9)
    json.key("new_messages")
    json.number(0)
    json.key("wa_id")
    row.withBytes(9) { json.string(utf8: $0) }
    json.key("last_message")
    if row.isNull(0) { json.null() } else { MessageText.write(row, self, into: &json) }
    json.key("assigned_to_user")
    json.null()
    json.key("assigned_group")
    json.null()
    json.key("tags")
    json.beginArray()
    json.endArray()
    json.endObject()
  }
}
