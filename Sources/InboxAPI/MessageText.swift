internal import ChatRecords
internal import JSONText

/// Words of a message: as they lie in its JSON, from where they are copied without a `String` on the way, or made out of what
/// stands there.
enum MessageText: Sendable {
  /// A string.
  case json(JSONValue)
  case made(String)

  var string: String {
    switch self {
    case .json(let value): value.string ?? ""
    case .made(let text): text
    }
  }
}

extension MessageRecord {
  mutating func store(_ text: MessageText?) -> Field {
    switch text {
    case .json(let value): store(value)
    case .made(let text): store(text)
    case nil: .null
    }
  }
}

extension JSONValue {
  var nonEmptyText: MessageText? { nonEmpty.map { .json($0) } }
}
