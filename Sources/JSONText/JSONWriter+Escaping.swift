internal import CSimdJSON

/// The inside of JSON strings. What RFC 8259 (section 7) does not require to be escaped stays as it is,
/// U+2028 and U+007F included; valid UTF-8 gives valid UTF-8.
extension JSONWriter {
  /// Appends `text`, which must be valid UTF-8, to `bytes` as the inside of a JSON string, without
  /// the quotes.
  @inlinable package static func escape(_ text: Span<UInt8>, into bytes: inout [UInt8]) {
    text.withUnsafeBufferPointer { text in
      var at = 0
      while true {
        let next = nextEscape(in: text, from: at)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[at..<next]))
        if next == text.count { return }
        appendEscape(of: text[next], to: &bytes)
        at = next + 1
      }
    }
  }

  /// How many bytes `escape` would append.
  @inlinable package static func escapedLength(_ text: Span<UInt8>) -> Int {
    text.withUnsafeBufferPointer { text in
      var length = text.count
      var at = nextEscape(in: text, from: 0)
      while at < text.count {
        length += shortEscape(of: text[at]) == nil ? 5 : 1
        at = nextEscape(in: text, from: at + 1)
      }
      return length
    }
  }

  /// The first byte at or after `start`, at most `text.count`, that cannot stand in a JSON string, else `text.count`.
  package static func nextEscape(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress else { return text.count }
    return cjson_next_escape(base, start, text.count)
  }

  /// Copies `text` to `target`, which has room for it; false, after whatever was copied, where a byte of it cannot stand in
  /// a JSON string.
  package static func copyPlain(
    _ text: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    guard let base = text.baseAddress else { return true }
    return cjson_copy_plain(target, base, text.count)
  }

  /// The letter after the backslash; nil where the byte takes a `\u` escape.
  @inlinable package static func shortEscape(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\n"): UInt8(ascii: "n")
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
    case UInt8(ascii: "\r"): UInt8(ascii: "r")
    case UInt8(ascii: "\t"): UInt8(ascii: "t")
    case 0x08: UInt8(ascii: "b")
    case 0x0C: UInt8(ascii: "f")
    default: nil
    }
  }

  @inlinable static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    if let letter = shortEscape(of: byte) {
      bytes.append(letter)
      return
    }
    for character in "u00".utf8 { bytes.append(character) }
    for digit in [byte >> 4, byte & 0xF] {
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
    }
  }
}
