internal import JSONText
internal import SQLiteStore

/// Writes chat partners of the store as objects of the API.
enum PersonText {
  /// What `write` expects, in its order, of the table `chat` as `c`.
  static let columns = "c.wa_id, c.name, c.last_time"

  static func write(_ row: borrowing Statement, into json: inout JSONWriter, first: Int) {
    json.beginObject()
    json.key("wa_id")
    row.withBytes(first) { json.string(utf8: $0) }
    json.key("waba_payload")
    json.beginObject()
    json.key("profile")
    json.beginObject()
    json.key("name")
    row.withBytes(first + 1) { json.string(utf8: $0) }
    json.endObject()
    json.key("wa_id")
    row.withBytes(first) { json.string(utf8: $0) }
    json.endObject()
    json.key("initials")
    json.string(initials(of: row.string(first + 1) ?? ""))
    json.key("last_message_timestamp")
    if let time = row.int(first + 2) { json.number(time) } else { json.null() }
    json.key("resolved")
    json.bool(false)
    json.endObject()
  }

  /// The first letters of the first two words.
  static func initials(of name: String) -> String {
    name.split(separator: " ").lazy.compactMap { $0.first { $0.isLetter } }.prefix(2)
      .map { $0.uppercased() }.joined()
  }
}
