internal import JSONText

extension JSONWriter {
  /// Copies the members of an object as they stand, between `beginObject` and `endObject`.
  mutating func members(of object: JSONValue, except names: Set<String> = []) {
    for (key, value) in object.members ?? [] where !names.contains(key) {
      self.key(key)
      raw(value.raw.span)
    }
  }

  /// A text of JSON, as the store keeps it.
  mutating func json(_ text: String) {
    var text = text
    text.withUTF8 { raw($0.span) }
  }

  /// Puts one more member at the end of the object that was written last, whose text must end with its brace and have
  /// no blanks before it.
  mutating func extendLastObject(_ name: StaticString, _ value: [UInt8]) {
    precondition(bytes.last == UInt8(ascii: "}"), "no object was written last")
    bytes.removeLast()
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: "\":".utf8)
    bytes.append(contentsOf: value)
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func numberOrNull(_ value: Int64?) {
    if let value { number(value) } else { null() }
  }
}
