internal import InboxAPI
internal import JSONText

/// Something that an inbox has, besides chats and messages: where it is listed and how its rows are told apart.
struct ResourceKind: Sendable {
  let name: String
  let operation: ReadOperation
  let style: ListStyle
  /// Members that make up a row's identity; where a row has none of them it is told by all it holds.
  var identity: [[String]] = [["id"]]
  /// Members that change without the row changing.
  var volatile: Set<String> = []
  /// The kind (`EachKind`) that is read for each row, by the row's id.
  var each: String?
  /// Whether a difference to the live inbox says anything: what the server thinks of its own state does not.
  var isCompared = true

  func key(of row: JSONValue) -> String {
    let parts = identity.map { path in
      path.reduce(Optional(row)) { value, key in value?[key] }
    }
    guard parts.contains(where: { $0.map { !$0.isNull } ?? false }) else {
      return row.canonical
    }
    return parts.map { $0?.canonical ?? "" }.joined(separator: "|")
  }
}
