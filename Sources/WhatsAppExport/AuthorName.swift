/// What may be the name of somebody who writes.
enum AuthorName {
  /// Longer beginnings are text: WhatsApp's names have 25 characters, contacts' names seldom more. But characters can
  /// take many bytes: emoji of families and marks upon marks count for nothing.
  static let longest = 200
  static let longestInBytes = 2048

  /// Whether these bytes are more than a name.
  static func isLong(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    if end - start <= longest { return false }
    var count = 0
    for at in start..<end {
      let byte = bytes[at]
      switch byte {
      // The rest of a character; emoji, and what joins them or sits on letters (U+0300 to U+036F).
      case 0x80...0xBF, 0xF0...0xFF, 0xE2, 0xEF, 0xCC, 0xCD: continue
      default: count += 1
      }
    }
    return count > longest
  }

  /// Whether a quotation mark of some language is there.
  static func hasQuotation(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end {
      let (value, count) = TextFold.scalar(bytes, at: at)
      switch value {
      case 0x22, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300A...0x300F, 0x301D...0x301F,
        0xFF02:
        return true
      default: at += count
      }
    }
    return false
  }
}
