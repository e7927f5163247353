internal import InboxAPI
internal import JSONText

/// A message out of one of our own lines.
struct StoredMessage {
  let message: InboxMessage

  /// - Throws: `JSONError`.
  init(_ line: [UInt8]) throws(JSONError) { message = InboxMessage(try JSONValue(parsing: line)) }

  init(_ message: InboxMessage) { self.message = message }

  var key: ItemKey { ItemKey(message.key) }
  var time: Int64? { message.time }
  var version: UInt64 {
    ItemVersion.of(message.json, leavingOut: ItemVersion.volatileOfMessages)
  }
}
