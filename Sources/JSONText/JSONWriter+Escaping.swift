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

  /// The first byte at or after `start` that cannot stand in a JSON string, else `text.count`.
  ///
  /// Eight bytes at a time in one word. The lowest flag is exact; a borrow can set a wrong flag only
  /// above a right one.
  @inlinable package static func nextEscape(in text: UnsafeBufferPointer<UInt8>, from start: Int)
    -> Int
  {
    let raw = UnsafeRawBufferPointer(text)
    var at = start
    while at &+ 32 <= raw.count {
      let flags0 = escapeFlags(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let flags1 = escapeFlags(raw.loadUnaligned(fromByteOffset: at &+ 8, as: UInt64.self))
      let flags2 = escapeFlags(raw.loadUnaligned(fromByteOffset: at &+ 16, as: UInt64.self))
      let flags3 = escapeFlags(raw.loadUnaligned(fromByteOffset: at &+ 24, as: UInt64.self))
      if flags0 | flags1 | flags2 | flags3 != 0 {
        if flags0 != 0 { return at &+ flags0.trailingZeroBitCount / 8 }
        if flags1 != 0 { return at &+ 8 &+ flags1.trailingZeroBitCount / 8 }
        if flags2 != 0 { return at &+ 16 &+ flags2.trailingZeroBitCount / 8 }
        return at &+ 24 &+ flags3.trailingZeroBitCount / 8
      }
      at &+= 32
    }
    while at &+ 8 <= raw.count {
      let flags = escapeFlags(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      if flags != 0 { return at &+ flags.trailingZeroBitCount / 8 }
      at &+= 8
    }
    // The last bytes, together with some before them that do not count.
    if at < raw.count, raw.count >= 8 {
      let last = raw.loadUnaligned(fromByteOffset: raw.count &- 8, as: UInt64.self)
      if escapeFlags(last) == 0 { return raw.count }
    }
    while at < text.count {
      let byte = text[at]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return at }
      at &+= 1
    }
    return at
  }

  /// The high bit of every byte of `word` that must be escaped.
  @inlinable static func escapeFlags(_ word: UInt64) -> UInt64 {
    let word = UInt64(littleEndian: word)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let control = (word &- ones &* 0x20) & ~word
    return (control | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash) & (ones &* 0x80)
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
