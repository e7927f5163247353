/// Writes JSON text (RFC 8259) into a growing byte buffer.
///
/// Commas are its own affair; the order of calls is the caller's. Values written one after the other
/// outside any container stand side by side without a separator, so that JSON Lines only add `\n`.
package struct JSONWriter: Sendable {
  /// What was written so far. May be emptied or appended to between two values outside any container.
  package var bytes: [UInt8] = []
  @usableFromInline var depth = 0
  @usableFromInline var needsComma = false

  package init() {}

  @inlinable package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  @inlinable package mutating func endObject() { end(UInt8(ascii: "}")) }
  @inlinable package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  @inlinable package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// A name that needs no escaping, as those in the source code do not.
  @inlinable package mutating func key(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func key(_ key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ value: String) {
    separate()
    quote(value)
    needsComma = true
  }

  package mutating func stringOrNull(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  /// `value` must be valid UTF-8.
  @inlinable package mutating func string(utf8 value: Span<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    Self.escape(value, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  @inlinable package mutating func number(_ value: Int64) {
    separate()
    var digits: InlineArray<20, UInt8> = .init(repeating: 0)
    var first = 20
    var rest = value.magnitude
    repeat {
      first &-= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    while first < 20 {
      bytes.append(digits[first])
      first &+= 1
    }
    needsComma = true
  }

  @inlinable package mutating func bool(_ value: Bool) { word(value ? "true" : "false") }
  @inlinable package mutating func null() { word("null") }

  /// A value that is JSON already.
  @inlinable package mutating func raw(_ value: Span<UInt8>) {
    separate()
    value.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    needsComma = true
  }

  @inlinable mutating func separate() {
    if needsComma && depth > 0 { bytes.append(UInt8(ascii: ",")) }
  }

  @inlinable mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  @inlinable mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    depth -= 1
    needsComma = true
  }

  @inlinable mutating func word(_ word: StaticString) {
    separate()
    word.withUTF8Buffer { bytes.append(contentsOf: $0) }
    needsComma = true
  }

  private mutating func quote(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { Self.escape($0.span, into: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }
}
