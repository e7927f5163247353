internal import JSONText
internal import SQLiteStore

extension InboxService {
  /// A chat and its partner are one row, seen as one or as the other.
  enum ChatView { case chats, persons }

  /// `GET /chats/` and `GET /persons/`: newest activity first.
  func listChats(_ request: HTTPRequest, as view: ChatView) throws -> HTTPResponse {
    let page = ListPage(request)
    return try store.read { database in
      let filter = try ListFilter.chats(request, view, in: database)
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
      let writer = try ChatWriter(self, database)
      return try .json(200) { json in
        try page.write(count: count, origin: origin, into: &json) { json in
          json.beginArray()
          while try rows.step() { try writer.write(rows.int(0) ?? 0, as: view, into: &json) }
          json.endArray()
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
    guard let number = try database.chat(waID, isPersonEnough: view == .persons) else { return nil }
    let writer = try ChatWriter(self, database)
    return try .json(status) { try writer.write(number, as: view, into: &$0) }
  }
}

extension Database {
  /// The row of a chat; nil where there is none.
  ///
  /// - Parameter isPersonEnough: whether a person without a chat counts.
  func chat(_ waID: String, isPersonEnough: Bool = false) throws(StoreError) -> Int64? {
    let statement = try prepare("SELECT number FROM chat WHERE wa_id = ? AND (is_chat OR ?)")
    try statement.bind(waID, at: 1)
    try statement.bind(isPersonEnough ? 1 : 0, at: 2)
    return try statement.step() ? statement.int(0) : nil
  }
}

extension ListFilter {
  fileprivate static func chats(
    _ request: HTTPRequest, _ view: InboxService.ChatView, in database: Database
  ) throws -> ListFilter {
    var filter = ListFilter()
    if view == .chats { filter.add("is_chat") }
    if let phrase = try request.phrase() {
      filter.add(
        "(folded LIKE ? ESCAPE '\\' OR "
          + (try database.condition(.chats, isTaggedLike: phrase, row: "number")) + ")",
        pattern(containing: phrase))
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
    try filter.addPlace(of: request, chat: "number")
    if try request.flag("unread") == true {
      filter.add("json_extract(object, '$.new_messages') > 0")
    }
    if try request.flag("blocked") == true {
      filter.add("wa_id IN (SELECT key FROM \(ObjectList.blockedContacts.table))")
    }
    // Nobody reports anybody here.
    if try request.flag("reported") == true { filter.add("0") }
    try filter.addReferral(of: request)
    return filter
  }

  /// Of the advertisement that a chat began with: the last one that says anything of what is asked for.
  private mutating func addReferral(of request: HTTPRequest) throws(FieldErrors) {
    func referral(_ member: String) -> String {
      "json_extract(m.object, '$.waba_payload.referral\(member)')"
    }
    func last(_ value: String) -> String {
      """
      (SELECT \(value) FROM message m WHERE m.chat = number AND m.object IS NOT NULL \
      AND \(value) IS NOT NULL ORDER BY m.time DESC, m.row DESC LIMIT 1)
      """
    }
    if try request.flag("message_has_referral") == true { add(last(referral("")) + " IS NOT NULL") }
    if let phrase = request.parameter("message_referral_source_url") {
      add(last(referral(".source_url")) + " LIKE ? ESCAPE '\\'", Self.pattern(containing: phrase))
    }
    for name in ["source_id", "source_type", "headline", "body", "media_type"] {
      guard let value = request.parameter("message_referral_\(name)") else { continue }
      add(last(referral(".\(name)")) + " = ?", value)
    }
  }
}
