/// The kinds of bytes around the fields of a header. Offsets are bounded by `end`, so nothing is read past it.
enum HeaderBytes {
  /// Bytes of the mark of direction (or other unseen mark) at `at`; 0 where there is none.
  ///
  /// U+200B, U+200E, U+200F, U+061C, U+202A…E, U+2066…9 and U+FEFF: what phones strew into dates and names.
  @inline(__always)
  static func markLength(_ bytes: Span<UInt8>, at: Int, end: Int) -> Int {
    guard at + 1 < end, bytes[at] >= 0xC2 else { return 0 }
    let first = bytes[at]
    let second = bytes[at + 1]
    if first == 0xD8 { return second == 0x9C ? 2 : 0 }
    guard at + 2 < end else { return 0 }
    let third = bytes[at + 2]
    if first == 0xE2 {
      if second == 0x80 {
        return third == 0x8B || third == 0x8E || third == 0x8F || (0xAA...0xAE).contains(third)
          ? 3 : 0
      }
      return second == 0x81 && (0xA6...0xA9).contains(third) ? 3 : 0
    }
    return first == 0xEF && second == 0xBB && third == 0xBF ? 3 : 0
  }

  /// Bytes of the blank at `at`: any space of Unicode and the tab; 0 where there is none.
  @inline(__always)
  static func blankLength(_ bytes: Span<UInt8>, at: Int, end: Int) -> Int {
    guard at < end else { return 0 }
    let first = bytes[at]
    if first == 0x20 || first == 0x09 { return 1 }
    guard first >= 0xC2, at + 1 < end else { return 0 }
    let second = bytes[at + 1]
    if first == 0xC2 { return second == 0xA0 ? 2 : 0 }
    guard at + 2 < end else { return 0 }
    let third = bytes[at + 2]
    if first == 0xE2 {
      if second == 0x80 { return (0x80...0x8A).contains(third) || third == 0xAF ? 3 : 0 }
      return second == 0x81 && third == 0x9F ? 3 : 0
    }
    if first == 0xE3 { return second == 0x80 && third == 0x80 ? 3 : 0 }
    return first == 0xE1 && second == 0x9A && third == 0x80 ? 3 : 0
  }

  /// Bytes of the comma at `at`, Latin, Arabic, ideographic, full-width or reversed (of Adlam); 0 where there is none.
  @inline(__always)
  static func commaLength(_ bytes: Span<UInt8>, at: Int, end: Int) -> Int {
    guard at < end else { return 0 }
    let first = bytes[at]
    if first == 0x2C { return 1 }
    guard first >= 0xC2, at + 1 < end else { return 0 }
    let second = bytes[at + 1]
    if first == 0xD8 { return second == 0x8C ? 2 : 0 }
    guard at + 2 < end else { return 0 }
    let third = bytes[at + 2]
    if first == 0xE3 { return second == 0x80 && third == 0x81 ? 3 : 0 }
    if first == 0xE2 { return second == 0xB9 && third == 0x81 ? 3 : 0 }
    return first == 0xEF && second == 0xBC && third == 0x8C ? 3 : 0
  }

  /// Bytes of the dash at `at`: `-`, `–` or `—`; 0 where there is none.
  @inline(__always)
  static func dashLength(_ bytes: Span<UInt8>, at: Int, end: Int) -> Int {
    guard at < end else { return 0 }
    if bytes[at] == 0x2D { return 1 }
    guard bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80 else { return 0 }
    return bytes[at + 2] == 0x93 || bytes[at + 2] == 0x94 ? 3 : 0
  }

  /// The first offset at or after `at` where no mark stands.
  @inline(__always)
  static func skippingMarks(_ bytes: Span<UInt8>, from at: Int, end: Int) -> Int {
    var at = at
    while at < end, bytes[at] >= 0xC2 {
      let length = markLength(bytes, at: at, end: end)
      if length == 0 { break }
      at += length
    }
    return at
  }

  /// Bytes of what may stand inside a word without changing it: blanks, marks, dots, commas, quotes, and U+05F3,
  /// U+05F4, U+2019, U+201D of `לפנה״צ`.
  @inline(__always)
  static func silentLength(_ bytes: Span<UInt8>, at: Int, end: Int) -> Int {
    guard at < end else { return 0 }
    let first = bytes[at]
    if first < 0x80 {
      return first == 0x20 || first == 0x2E || first == 0x27 || first == 0x22 || first == 0x09
        || first == 0x2C
        ? 1 : 0
    }
    let length =
      markLength(bytes, at: at, end: end) | blankLength(bytes, at: at, end: end)
      | commaLength(bytes, at: at, end: end)
    if length > 0 { return length }
    guard at + 1 < end else { return 0 }
    if first == 0xD7 { return bytes[at + 1] == 0xB3 || bytes[at + 1] == 0xB4 ? 2 : 0 }
    guard first == 0xE2, at + 2 < end, bytes[at + 1] == 0x80 else { return 0 }
    return bytes[at + 2] == 0x99 || bytes[at + 2] == 0x9D ? 3 : 0
  }

  /// The scalar at `at` of valid UTF-8 and how many bytes it takes.
  @inline(__always)
  static func scalar(_ bytes: Span<UInt8>, at: Int, end: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 {
      guard at + 1 < end else { return (0xFFFD, 1) }
      return ((first & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F), 2)
    }
    if first < 0xF0 {
      guard at + 2 < end else { return (0xFFFD, 1) }
      return (
        (first & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F), 3
      )
    }
    guard at + 3 < end else { return (0xFFFD, 1) }
    return (
      (first & 0x07) << 18 | UInt32(bytes[at + 1] & 0x3F) << 12
        | UInt32(bytes[at + 2] & 0x3F) << 6 | UInt32(bytes[at + 3] & 0x3F), 4
    )
  }
}
