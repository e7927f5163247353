internal import Glibc
internal import JSONText
internal import SQLiteStore

/// The three lists of things that happened.
enum EventKind: String, Sendable {
  case chatTagging = "chat_tagging"
  case messageTagging = "message_tagging"
  case chatAssignment = "chat_assignment"
}

enum EventAction: String { case added, removed }

/// Something that happened to a chat or a message, as it was then. Users in it are shown as they are now.
struct Event {
  let kind: EventKind
  /// The chat's row.
  let chat: Int64
  /// WhatsApp's id of the message.
  var message: String?
  /// POSIX seconds; by itself now.
  var time = Int64(Glibc.time(nil))
  /// An object, as JSON, without `timestamp` and without the users that the next members name.
  let object: [UInt8]
  var doneBy: Int64?
  var userSet: Int64?
}

extension Database {
  func add(_ event: Event) throws(StoreError) {
    let statement = try prepare(
      """
      INSERT INTO event(kind, chat, message, time, object, done_by, user_set) \
      VALUES(?, ?, ?, ?, ?, ?, ?)
      """)
    try statement.bind(event.kind.rawValue, at: 1)
    try statement.bind(event.chat, at: 2)
    try statement.bind(event.message, at: 3)
    try statement.bind(event.time, at: 4)
    try statement.bind(utf8: event.object.span, at: 5)
    try statement.bind(event.doneBy, at: 6)
    try statement.bind(event.userSet, at: 7)
    try statement.run()
  }
}

extension InboxService {
  /// How many events older than the newest second a page has at least.
  static let eventsOfAPage: Int64 = 100

  /// `GET /…_events/`: newest first. These lists know no `limit` and no `offset`; one goes on with `before_time`. A page
  /// never ends within a second and always has more than its newest one, so that whoever goes on with the last time,
  /// or the second after it, misses nothing.
  func listEvents(_ kind: EventKind, _ request: HTTPRequest) throws -> HTTPResponse {
    var filter = ListFilter()
    filter.add("kind = ?", kind.rawValue)
    if let number = request.parameter("wa_id") {
      filter.add("chat = (SELECT number FROM chat WHERE wa_id = ?)", number)
    }
    if let time = try request.number("since_time") { filter.add("time >= ?", time) }
    if let time = try request.number("before_time") { filter.add("time < ?", time) }
    if kind == .messageTagging, let id = request.parameter("message_id") {
      filter.add("message = ?", id)
    }
    return try store.read { database in
      let total = try database.prepare("SELECT count(*), max(time) FROM event \(filter.sql)")
      _ = try filter.bind(to: total)
      let count = try total.step() ? total.int(0) ?? 0 : 0
      let oldest = try oldestTime(filter, newest: total.int(1) ?? .min, in: database)
      var onPage = filter
      onPage.add("time >= ?", oldest)
      let rows = try database.prepare(
        """
        SELECT time, object, done_by, user_set FROM event \(onPage.sql) \
        ORDER BY time DESC, row DESC
        """)
      _ = try onPage.bind(to: rows)
      return try .json(200) { json in
        json.beginObject()
        json.key("count")
        json.number(count)
        json.key("next")
        json.null()
        json.key("previous")
        json.null()
        json.key("results")
        json.beginArray()
        while try rows.step() { try write(event: rows, of: kind, in: database, into: &json) }
        json.endArray()
        json.endObject()
      }
    }
  }

  /// Where a page ends: all of the newest second, then so many more, then the rest of that second.
  private func oldestTime(
    _ filter: ListFilter, newest: Int64, in database: Database
  ) throws(StoreError) -> Int64 {
    var older = filter
    older.add("time < ?", newest)
    let statement = try database.prepare(
      "SELECT time FROM event \(older.sql) ORDER BY time DESC LIMIT 1 OFFSET ?")
    let next = try older.bind(to: statement)
    try statement.bind(Self.eventsOfAPage - 1, at: next)
    return try statement.step() ? statement.int(0) ?? .min : .min
  }

  private func write(
    event row: borrowing Statement, of kind: EventKind, in database: Database,
    into json: inout JSONWriter
  ) throws {
    let object = try JSONValue(parsing: row.bytes(1) ?? [])
    // One that was put in whole.
    if object["timestamp"] != nil { return json.raw(object.raw.span) }
    json.beginObject()
    json.key("timestamp")
    json.numberOrNull(row.int(0))
    json.members(of: object)
    if kind == .chatAssignment {
      json.key("assigned_to_user_set")
      try write(row.int(3), of: .users, in: database, into: &json)
    }
    json.key("done_by")
    try write(row.int(2), of: .users, in: database, into: &json)
    json.endObject()
  }
}
