internal import CSimdJSON

/// Strings as they were meant. Every escape was checked when the document was parsed.
extension JSONDocument {
  func string(_ index: Int) -> String {
    let inside = inside(index)
    if nodes[index].kind == CJSON_PLAIN_STRING.rawValue {
      return String(decoding: bytes[inside], as: UTF8.self)
    }
    return String(decoding: unescaped(bytes[inside]), as: UTF8.self)
  }

  /// The value of the first member of this name among the members whose nodes are in `start..<end`; nil for none.
  func member(_ name: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    nodes.withUnsafeBufferPointer { nodes in
      bytes.withUnsafeBufferPointer { bytes in
        var at = start
        while at < end {
          let first = Int(nodes[at].start) + 1
          let count = Int(nodes[at].end) - 1 - first
          let isNamed =
            nodes[at].kind == CJSON_PLAIN_STRING.rawValue
            ? count == name.count && Self.isEqual(bytes, from: first, to: name)
            : unescaped(self.bytes[first..<first + count]).elementsEqual(name)
          if isNamed { return at + 1 }
          at = Int(nodes[at + 1].next)
        }
        return nil
      }
    }
  }

  private static func isEqual(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to name: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for (place, byte) in name.enumerated() where bytes[start + place] != byte { return false }
    return true
  }

  private func inside(_ index: Int) -> Range<Int> {
    Int(nodes[index].start) + 1..<Int(nodes[index].end) - 1
  }

  private func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var at = text.startIndex
    while at < text.endIndex {
      let run = text[at...].prefix { $0 != UInt8(ascii: "\\") }
      result.append(contentsOf: run)
      at = run.endIndex
      if at < text.endIndex { result.append(contentsOf: UTF8.encode(scalar(text, &at)) ?? .init()) }
    }
    return result
  }

  /// The scalar of the escape at `at`, which is moved behind it.
  private func scalar(_ text: ArraySlice<UInt8>, _ at: inout Int) -> Unicode.Scalar {
    let letter = text[at + 1]
    guard letter == UInt8(ascii: "u") else {
      at += 2
      return switch letter {
      case UInt8(ascii: "b"): "\u{8}"
      case UInt8(ascii: "f"): "\u{c}"
      case UInt8(ascii: "n"): "\n"
      case UInt8(ascii: "r"): "\r"
      case UInt8(ascii: "t"): "\t"
      default: Unicode.Scalar(letter)
      }
    }
    let first = codeUnit(text, at)
    at += 6
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(first), text.endIndex - at >= 6,
      text[at] == UInt8(ascii: "\\"), text[at + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    let second = codeUnit(text, at)
    guard UTF16.isTrailSurrogate(second) else { return "\u{FFFD}" }
    at += 6
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  /// The four hexadecimal digits of the `\u` escape at `at`.
  private func codeUnit(_ text: ArraySlice<UInt8>, _ at: Int) -> UInt16 {
    text[at + 2..<at + 6].reduce(0) { unit, digit in
      let value = digit <= UInt8(ascii: "9") ? digit & 0xF : (digit & 0xF) + 9
      return unit << 4 | UInt16(value)
    }
  }
}
