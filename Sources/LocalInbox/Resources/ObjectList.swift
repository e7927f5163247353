internal import JSONText
internal import SQLiteStore

/// A list of objects that are kept whole, as JSON: a table of `number`, `key`, `object`.
struct ObjectList: Sendable {
  typealias Test = @Sendable (JSONValue) -> Bool

  /// Our own name, written into SQL.
  let table: String
  /// The member that names an object in paths; nil where it is `id`, the number.
  var keyMember: String?
  /// Whether objects show their number as `id`.
  var showsID = true
  /// What callers may write; empty where they may not.
  var fields: [Field] = []
  /// Members that only the inbox writes, when an object is made.
  var stamp: @Sendable (inout JSONWriter) -> Void = { _ in }
  /// Members that the inbox gives where the stored object has none, by their names.
  var supplied: [(name: String, write: @Sendable (InboxService, Int64, inout JSONWriter) -> Void)] =
    []
  /// Which objects a request wants; nil for all.
  var wanted: @Sendable (HTTPRequest) throws -> Test? = { _ in nil }
  /// An object that stands for an empty list, as JSON.
  var own: @Sendable (InboxService, Database) throws -> String? = { _, _ in nil }
  /// The parameter that says where in the list to begin.
  var offsetParameter = "offset"
}

extension ObjectList {
  /// The object as the API gives it.
  func write(
    _ object: JSONValue, number: Int64, _ service: InboxService, into json: inout JSONWriter
  ) {
    json.beginObject()
    writeMembers(of: object, number: number, service, into: &json)
    json.endObject()
  }

  /// The same without its braces.
  func writeMembers(
    of object: JSONValue, number: Int64, _ service: InboxService, into json: inout JSONWriter
  ) {
    if showsID, object["id"] == nil {
      json.key("id")
      json.number(number)
    }
    for (name, write) in supplied where object[name] == nil {
      json.key(name)
      write(service, number, &json)
    }
    json.members(of: object)
  }
}
