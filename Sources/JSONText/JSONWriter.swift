/// Writes JSON text into a growing byte buffer.
package struct JSONWriter: Sendable {
  package var bytes: [UInt8] = []
  package init() {}
  package mutating func beginObject() { fatalError() }
  package mutating func endObject() { fatalError() }
  package mutating func beginArray() { fatalError() }
  package mutating func endArray() { fatalError() }
  package mutating func key(_ key: StaticString) { fatalError() }
  package mutating func key(_ key: String) { fatalError() }
  package mutating func string(_ value: String) { fatalError() }
  package mutating func stringOrNull(_ value: String?) { fatalError() }
  /// `value` must be valid UTF-8.
  package mutating func string(utf8 value: Span<UInt8>) { fatalError() }
  package mutating func number(_ value: Int64) { fatalError() }
  package mutating func bool(_ value: Bool) { fatalError() }
  package mutating func null() { fatalError() }
  /// A value that is JSON already.
  package mutating func raw(_ value: Span<UInt8>) { fatalError() }

  /// Appends `text` to `bytes` as the inside of a JSON string, without the quotes.
  package static func escape(_ text: Span<UInt8>, into bytes: inout [UInt8]) { fatalError() }
  /// How many bytes `escape` would append.
  package static func escapedLength(_ text: Span<UInt8>) -> Int { fatalError() }
}
