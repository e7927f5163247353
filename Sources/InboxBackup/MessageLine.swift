internal import InboxAPI
internal import JSONText

/// A listed message and its line for the backup: made by any thread that is free, before the backup's own queue sees it.
struct MessageLine: Sendable {
  /// As the inbox listed it.
  let message: InboxMessage
  /// Without its secrets, with a line end.
  let bytes: [UInt8]
  /// What the line lacks, by field.
  let leftOut: [String: Int]

  init(_ json: JSONValue, _ kind: InboxKind) {
    var filter = SecretFilter(kind)
    message = InboxMessage(json, kind.form)
    bytes = filter.line(json, isMessage: true)
    leftOut = filter.leftOut
  }

  /// The message as it would be read back from its line.
  ///
  /// - Throws: `JSONError`.
  func stored(_ kind: InboxKind) throws(JSONError) -> InboxMessage {
    leftOut.isEmpty ? message : InboxMessage(try JSONValue(parsing: bytes), kind.form)
  }
}
