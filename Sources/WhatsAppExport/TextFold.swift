/// How marker words are compared: without marks of direction, with one kind of space, without case.
///
/// The characters are those that phones were seen to put into and around their own words
/// (`docs/formats/whatsapp-export.md`).
enum TextFold {
  /// The Unicode scalar at `at`, which must be the start of one in valid UTF-8, and its length.
  @inline(__always)
  static func scalar(_ bytes: Span<UInt8>, at: Int) -> (value: UInt32, count: Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (first, 1) }
    func tail(_ offset: Int) -> UInt32 { UInt32(bytes[at + offset]) & 0x3F }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }

  /// A mark of direction: U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
  @inline(__always)
  static func isDirectionMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// A character that does not count in comparing: a mark of direction or of no width.
  @inline(__always)
  static func isMark(_ value: UInt32) -> Bool {
    isDirectionMark(value) || value == 0x200B || value == 0xFEFF
  }

  /// The length of the mark at `at`; 0 where there is none.
  @inline(__always)
  static func markLength(_ bytes: Span<UInt8>, at: Int, end: Int) -> Int {
    guard at < end else { return 0 }
    let first = bytes[at]
    guard first == 0xE2 || first == 0xD8 || first == 0xEF else { return 0 }
    let length = first == 0xD8 ? 2 : 3
    guard at + length <= end, isMark(scalar(bytes, at: at).value) else { return 0 }
    return length
  }

  /// Where the marks that begin at `start` end.
  @inline(__always)
  static func skipMarks(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var at = start
    while true {
      let length = markLength(bytes, at: at, end: end)
      if length == 0 { return at }
      at += length
    }
  }

  /// The length of the space at `at`, plain or one that does not break; 0 where there is none.
  @inline(__always)
  static func spaceLength(_ bytes: Span<UInt8>, at: Int, end: Int) -> Int {
    guard at < end else { return 0 }
    if bytes[at] == 0x20 { return 1 }
    guard bytes[at] == 0xC2 || bytes[at] == 0xE2 else { return 0 }
    let length = bytes[at] == 0xC2 ? 2 : 3
    return at + length <= end && fold(scalar(bytes, at: at).value) == 0x20 ? length : 0
  }

  /// The length of the mark that ends at `end`; 0 where there is none.
  static func markLength(_ bytes: Span<UInt8>, before end: Int, from start: Int) -> Int {
    for length in 2...3 where end - length >= start {
      if markLength(bytes, at: end - length, end: end) == length { return length }
    }
    return 0
  }

  /// The length of the space that ends at `end`; 0 where there is none.
  private static func spaceLength(_ bytes: Span<UInt8>, before end: Int, from start: Int) -> Int {
    for length in 1...3 where end - length >= start {
      if spaceLength(bytes, at: end - length, end: end) == length { return length }
    }
    return 0
  }

  /// Where the marks and spaces that end at `end` begin.
  static func skipMarksAndSpacesBackward(_ bytes: Span<UInt8>, from end: Int, to start: Int) -> Int
  {
    var at = end
    while true {
      // No bytes are both.
      let length =
        spaceLength(bytes, before: at, from: start) + markLength(bytes, before: at, from: start)
      if length == 0 { return at }
      at -= length
    }
  }

  /// One kind of space, and lower case where a case pair is one to one (Latin, Greek, Cyrillic).
  static func fold(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A: value + 0x20
    case ..<0xA0: value
    case 0xA0, 0x2007, 0x2009, 0x202F: 0x20
    case 0xC0...0xD6, 0xD8...0xDE: value + 0x20
    case 0x100...0x12F, 0x132...0x137, 0x14A...0x177: value | 1
    case 0x139...0x148, 0x179...0x17E: value & 1 == 1 ? value + 1 : value
    case 0x218...0x21B: value | 1
    case 0x391...0x3A9: value + 0x20
    case 0x386: 0x3AC
    case 0x388...0x38A: value + 0x25
    case 0x38C: 0x3CC
    case 0x38E, 0x38F: value + 0x3F
    case 0x410...0x42F: value + 0x20
    case 0x400...0x40F: value + 0x50
    case 0x490, 0x492, 0x49A, 0x4A2, 0x4AE, 0x4B0, 0x4BA, 0x4D8, 0x4E8: value | 1
    case 0x1EA0...0x1EF9: value | 1
    default: value
    }
  }

  private static func isFinalStop(_ value: UInt32) -> Bool {
    value == 0x2E || value == 0x3002 || value == 0x6D4 || value == 0x964
  }

  /// Whether a full stop of some script stands before `end`.
  static func endsWithStop(_ bytes: Span<UInt8>, before end: Int) -> Bool {
    (1...3).contains { length in
      guard end >= length, bytes[end - length] & 0xC0 != 0x80 else { return false }
      let (value, count) = scalar(bytes, at: end - length)
      return count == length && isFinalStop(value)
    }
  }

  /// Appends the folded text to `output`, without spaces at its ends and without one final full stop.
  ///
  /// - Parameter keepingEnd: leaves the end as it is, for the start of a longer text.
  static func append(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, to output: inout [UInt8],
    keepingEnd: Bool = false
  ) {
    let first = output.count
    var stop: Int?
    var at = start
    while at < end {
      let byte = bytes[at]
      if byte < 0x80, byte != 0x20, byte != 0x2E {
        output.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        stop = nil
        at += 1
        continue
      }
      let (value, count) = scalar(bytes, at: at)
      at += count
      if isMark(value) { continue }
      let folded = fold(value)
      if folded == 0x20 && output.count == first { continue }
      if isFinalStop(folded) {
        stop = output.count
      } else if folded != 0x20 {
        stop = nil
      }
      output.appendUTF8(folded)
    }
    if keepingEnd { return }
    if let stop { output.removeLast(output.count - stop) }
    while output.count > first && output.last == 0x20 { output.removeLast() }
  }

  /// The folded form of `text`, for building tables and for tests.
  static func folded(_ text: some StringProtocol, keepingEnd: Bool = false) -> [UInt8] {
    let text = Substring(text)
    let bytes = text.utf8.span
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    append(bytes, from: 0, to: bytes.count, to: &output, keepingEnd: keepingEnd)
    return output
  }

  /// Where `literal`, folded, ends when it is met at `start`; nil when something else is there.
  static func walk(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, over literal: [UInt8]
  ) -> Int? {
    let goal = literal.span
    var at = start
    var matched = 0
    while matched < goal.count {
      guard at < end else { return nil }
      let (value, count) = scalar(bytes, at: at)
      at += count
      if isMark(value) { continue }
      let wanted = scalar(goal, at: matched)
      guard fold(value) == wanted.value else { return nil }
      matched += wanted.count
    }
    return at
  }

  /// Appends the text with its marks of direction removed and CRLF as LF.
  static func appendWithoutMarks(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, to output: inout [UInt8]
  ) {
    var at = start
    while at < end {
      let byte = bytes[at]
      if byte == 0xE2 || byte == 0xD8 {
        let (value, count) = scalar(bytes, at: at)
        if isDirectionMark(value) {
          at += count
          continue
        }
      }
      if byte == 0x0D && at + 1 < end && bytes[at + 1] == 0x0A {
        at += 1
        continue
      }
      output.append(byte)
      at += 1
    }
  }

  /// Appends the text with CRLF as LF and nothing else changed.
  static func appendLines(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, to output: inout [UInt8]
  ) {
    var at = start
    while at < end {
      let feed = TextWindow.lineFeed(bytes, from: at) ?? end
      guard feed < end else { return output.append(copying: bytes.extracting(at..<end)) }
      let hasReturn = feed > at && bytes[feed - 1] == 0x0D
      output.append(copying: bytes.extracting(at..<(hasReturn ? feed - 1 : feed)))
      output.append(0x0A)
      at = feed + 1
    }
  }
}
