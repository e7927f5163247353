internal import Files

/// A text as it is compared with what a server shows: without what phones and servers add, drop or trim.
///
/// Direction marks, byte order marks and word joiners, carriage returns, blanks at both ends of a line and empty
/// lines at both ends of the text count for nothing.
package enum ComparedText {
  /// The hash of nothing at all: a message without text.
  static let empty = hash([UInt8]().span)

  /// - Parameter text: UTF-8.
  package static func hash(_ text: Span<UInt8>) -> UInt64 {
    if isPlain(text) { return XXH3.hash(text) }
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      let ignored = ignoredLength(text, at: at)
      if ignored > 0 {
        at += ignored
      } else if text[at] == UInt8(ascii: "\n") {
        trimBlanks(&kept)
        if !kept.isEmpty { kept.append(UInt8(ascii: "\n")) }
        at += 1
      } else if isBlank(text[at]), kept.last ?? UInt8(ascii: "\n") == UInt8(ascii: "\n") {
        at += 1
      } else {
        kept.append(text[at])
        at += 1
      }
    }
    trimBlanks(&kept)
    while kept.last == UInt8(ascii: "\n") { kept.removeLast() }
    return XXH3.hash(kept.span)
  }

  package static func hash(_ text: String?) -> UInt64 {
    guard let text else { return empty }
    return hash(Array(text.utf8).span)
  }

  /// Most texts: one line, nothing to ignore, nothing to trim.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    if text.isEmpty { return true }
    if isBlank(text[0]) || isBlank(text[text.count - 1]) { return false }
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20 || byte == 0xE2 || byte == 0xEF { return false }
    }
    return true
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  private static func trimBlanks(_ kept: inout [UInt8]) {
    while let last = kept.last, isBlank(last) { kept.removeLast() }
  }

  /// The length of the ignored character that begins at `at`; 0 where another one begins.
  private static func ignoredLength(_ text: Span<UInt8>, at: Int) -> Int {
    switch text[at] {
    case 0x0D: 1
    case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80:
      // U+200E, U+200F, U+202A...U+202E
      [0x8E, 0x8F].contains(text[at + 2]) || (0xAA...0xAE).contains(text[at + 2]) ? 3 : 0
    case 0xE2 where at + 2 < text.count && text[at + 1] == 0x81:
      // U+2060, U+2066...U+2069
      text[at + 2] == 0xA0 || (0xA6...0xA9).contains(text[at + 2]) ? 3 : 0
    case 0xEF where at + 2 < text.count && text[at + 1] == 0xBB && text[at + 2] == 0xBF: 3
    default: 0
    }
  }
}
