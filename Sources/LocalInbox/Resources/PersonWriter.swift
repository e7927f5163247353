internal import JSONText
internal import SQLiteStore

/// Writes chat partners of the store as objects of the API.
enum PersonWriter {
  /// What `write` expects, in its order, of the table `chat`.
  static let columns = "wa_id, name, last_time, person"

  /// - Parameter first: where `columns` begin.
  static func write(
    _ row: borrowing Statement, into json: inout JSONWriter, first: Int = 0
  ) throws(JSONError) {
    json.beginObject()
    if let text = row.bytes(first + 3) {
      let person = try JSONValue(parsing: text)
      json.members(of: person, except: ["last_message_timestamp"])
      if person["last_message_timestamp"] != nil {
        json.key("last_message_timestamp")
        json.numberOrNull(row.int(first + 2))
      }
      return json.endObject()
    }
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
    if let time = row.int(first + 2) {
      json.key("last_message_timestamp")
      json.number(time)
    }
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

extension InboxService {
  /// The person with that number; false where there is none.
  func write(
    personOf number: String, in database: Database, into json: inout JSONWriter
  ) throws -> Bool {
    let person = try database.prepare("SELECT \(PersonWriter.columns) FROM chat WHERE wa_id = ?")
    try person.bind(number, at: 1)
    guard try person.step() else { return false }
    try PersonWriter.write(person, into: &json)
    return true
  }
}
