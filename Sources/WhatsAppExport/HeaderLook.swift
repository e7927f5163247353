/// A light look at the beginning of a text: could its lines begin with date and time, as a chat's do? It learns no grammar
/// and knows no locale; it tells a chat from a shopping list, a contract or a program's source.
enum HeaderLook {
  /// How much of a text is enough to look at, in bytes.
  static let reach = 4_096
  private static let lines = 8

  /// Whether one of the first lines looks like a chat's header. UTF-8 and UTF-16, as `DecodedText` takes them.
  static func looksLikeChat(_ head: [UInt8]) -> Bool {
    let (encoding, markLength) = TextEncoding.of(head)
    let text: String
    if encoding == .utf8 {
      text = String(decoding: head, as: UTF8.self)
    } else {
      let low = encoding == .utf16LittleEndian ? 0 : 1
      let units = stride(from: markLength, to: head.count - 1, by: 2).map { at in
        UInt16(head[at + low]) | UInt16(head[at + 1 - low]) << 8
      }
      text = String(decoding: units, as: UTF16.self)
    }
    // Not `split(separator: "\n")`: CR LF is one `Character`.
    return text.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" })
      .prefix(lines).contains(where: looksLikeHeader)
  }

  /// A header begins with a digit or a bracket and then has five numbers or more, three of the date and two of the time
  /// at least; soon after the last of them comes `]`, ` - ` or `: `.
  static func looksLikeHeader(_ line: Substring.UnicodeScalarView) -> Bool {
    var numbers = 0
    var digits = 0
    /// How many scalars ago the last digit stood; 0 at a digit.
    var distance = 1
    var previous: Unicode.Scalar?
    for scalar in line.lazy.filter({ !isInvisible($0) }).prefix(80) {
      let isDigit = scalar.properties.numericType == .decimal
      guard previous != nil || isDigit || scalar == "[" else { return false }
      defer { previous = scalar }
      if isDigit {
        if distance > 0 { (numbers, digits) = (numbers + 1, 0) }
        digits += 1
        distance = 0
        guard digits <= 4 else { return false }
        continue
      }
      distance += 1
      guard numbers >= 5 else { continue }
      // Words for the time of day may stand between: “p. m.”.
      guard distance <= 16 else { return false }
      switch scalar {
      case "]": return true
      case "-", "–", "—": if let previous, isSpace(previous) { return true }
      case _ where isSpace(scalar): if previous == ":" && distance <= 8 { return true }
      default: break
      }
    }
    return false
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// Marks of direction, zero-width spaces and byte order marks.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x061C, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
