/// What a line that may be a header looks like, before anything is known of the text: its numbers and what
/// stands between them.
struct HeaderSketch {
  /// What stands before, between or after numbers, marks of direction removed.
  struct Gap: Hashable {
    /// ASCII punctuation that belongs to no word: `/`, `.`, `-`, `:`.
    var punctuation: [UInt8] = []
    /// Runs of letters, parted by blanks and commas, as written, parentheses included; dots and quotes in them dropped.
    var words: [String] = []
    var hasBlank = false

    var isEmpty: Bool { punctuation.isEmpty && words.isEmpty }
  }

  typealias Number = HeaderReader.Number

  let frame: HeaderReader.Frame
  /// Five or six, in the order of the text.
  let numbers: [Number]
  /// One more than numbers.
  let gaps: [Gap]
  /// The scalar of a digit beyond ASCII; nil where there is none.
  let ownDigit: UInt32?
  let isTimeFirst: Bool

  var hasSeconds: Bool { numbers.count == 6 }
  private var dateStart: Int { isTimeFirst ? numbers.count - 3 : 0 }
  private var timeStart: Int { isTimeFirst ? 0 : 3 }

  var date: ArraySlice<Number> { numbers[dateStart..<dateStart + 3] }
  /// As of `HeaderReader.Fields`.
  var hasLongYear: Bool { date.contains { $0.digits > 2 } }
  var hour: Number { numbers[timeStart] }
  var minute: Number { numbers[timeStart + 1] }
  var firstDateGap: Gap { gaps[dateStart + 1] }
  var secondDateGap: Gap { gaps[dateStart + 2] }
  var timeGaps: ArraySlice<Gap> { gaps[timeStart + 1..<timeStart + numbers.count - 3] }
  var lead: Gap { gaps[0] }
  var joint: Gap { gaps[isTimeFirst ? numbers.count - 3 : 3] }
  var tail: Gap { gaps[gaps.count - 1] }

  /// Whether the gap touches a number of the date.
  func isBesideDate(_ gap: Int) -> Bool { gap >= dateStart && gap <= dateStart + 3 }

  /// Every gap's words with their meanings, in the order of the text; nil where one is unknown.
  ///
  /// - Parameter isEraFirst: whether a word that is both a day period and an era is the era.
  func read(
    by words: HeaderWords, isEraFirst: Bool
  ) -> [(gap: Int, words: [HeaderWords.Reading])]? {
    var said: [(gap: Int, words: [HeaderWords.Reading])] = []
    for (index, gap) in gaps.enumerated() where !gap.words.isEmpty {
      let place = HeaderWords.Place(isBesideDate: isBesideDate(index), isEraFirst: isEraFirst)
      guard let read = words.read(gap.words, at: place) else { return nil }
      said.append((index, read))
    }
    return said
  }

  /// How far into a line a header may reach, in bytes.
  static let reach = 160

  /// Takes apart the line from `start` to `lineEnd`; nil where it cannot be a header.
  init?(_ bytes: Span<UInt8>, at start: Int, lineEnd: Int) {
    var scan = Scan()
    let end = min(lineEnd, start + Self.reach)
    guard let frame = scan.run(bytes, from: start, end: end) else { return nil }
    guard let isTimeFirst = Self.isTimeFirst(scan.numbers, scan.gaps, frame) else { return nil }
    self.frame = frame
    numbers = scan.numbers
    gaps = scan.gaps
    ownDigit = scan.ownDigit
    self.isTimeFirst = isTimeFirst
    guard numbers.allSatisfy({ $0.digits <= 4 }), hour.digits <= 2, minute.digits <= 2 else {
      return nil
    }
    let dateDigits = date.map(\.digits)
    guard dateDigits.count(where: { $0 > 2 }) <= 1, dateDigits[dateDigits.startIndex + 1] <= 2
    else { return nil }
    // Before brackets came, iOS wrote seconds; a colon would end nearly anything otherwise.
    if frame == .colon && numbers.count != 6 { return nil }
    if lead.punctuation.isEmpty == false || tail.punctuation.contains(where: { $0 != 0x2E }) {
      return nil
    }
  }

  private init(
    frame: HeaderReader.Frame, numbers: [Number], gaps: [Gap], ownDigit: UInt32?, isTimeFirst: Bool
  ) {
    self.frame = frame
    self.numbers = numbers
    self.gaps = gaps
    self.ownDigit = ownDigit
    self.isTimeFirst = isTimeFirst
  }

  /// Whether the last word is a single Latin letter: rather somebody's initial than a day period.
  var endsInInitial: Bool { tail.words.count == 1 && tail.words[0].utf8.count == 1 }

  /// The same line if the colon that ends its header is the author's, and the words before it a name.
  var bare: HeaderSketch? {
    guard frame == .colon, !tail.words.isEmpty, tail.hasBlank else { return nil }
    return HeaderSketch(
      frame: .bare, numbers: numbers, gaps: gaps.dropLast() + [Gap()], ownDigit: ownDigit,
      isTimeFirst: isTimeFirst)
  }

  @inline(__always)
  static func isParenthesis(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
  }

  private static func isTimeFirst(
    _ numbers: [Number], _ gaps: [Gap], _ frame: HeaderReader.Frame
  ) -> Bool? {
    let count = numbers.count
    func isDateGap(_ gap: Gap) -> Bool {
      gap.punctuation.count <= 1 && gap.words.count <= 1
        && (gap.punctuation.first.map { [0x2F, 0x2E, 0x2D].contains($0) } ?? true)
        && !gap.isEmpty || gap.hasBlank && gap.isEmpty
    }
    func isTimeGap(_ gap: Gap) -> Bool {
      guard gap.punctuation.count <= 1, !gap.isEmpty else { return false }
      guard let mark = gap.punctuation.first else { return true }
      // Marathi writes `9-41-00` beside calendars with eras.
      return mark == 0x3A || mark == 0x2E || mark == 0x2D && frame != .colon && !gap.hasBlank
    }
    let date = isDateGap(gaps[1]) && isDateGap(gaps[2])
    let time = gaps[4..<count].allSatisfy(isTimeGap)
    if date && time && joins(gaps[3]) && numbers[3].value < 25 { return false }
    let lateDate = isDateGap(gaps[count - 2]) && isDateGap(gaps[count - 1])
    let earlyTime = gaps[1..<count - 3].allSatisfy(isTimeGap)
    if lateDate && earlyTime && joins(gaps[count - 3]) && numbers[0].value < 25 { return true }
    return nil
  }

  private static func joins(_ gap: Gap) -> Bool {
    gap.punctuation.isEmpty || gap.punctuation == [0x2E]
      || gap.punctuation == [0x2D] && gap.hasBlank
  }

  /// The state of taking one line apart.
  private struct Scan {
    var numbers: [Number] = []
    var gaps: [Gap] = [Gap()]
    var ownDigit: UInt32?
    private var word: [UInt8] = []
    private var isInNumber = false

    /// The frame that ended the header; nil where none did.
    mutating func run(_ bytes: Span<UInt8>, from start: Int, end: Int) -> HeaderReader.Frame? {
      var at = HeaderBytes.skippingMarks(bytes, from: start, end: end)
      let isBracketed = at < end && bytes[at] == UInt8(ascii: "[")
      if isBracketed { at += 1 }
      while at < end {
        let mark = HeaderBytes.markLength(bytes, at: at, end: end)
        if mark > 0 {
          at += mark
          continue
        }
        if let frame = frame(bytes, at: at, end: end, isBracketed: isBracketed) {
          endWord()
          return frame
        }
        if isBracketed && bytes[at] == UInt8(ascii: "]") { return nil }
        guard take(bytes, &at, end) else { return nil }
      }
      return nil
    }

    private func frame(
      _ bytes: Span<UInt8>, at: Int, end: Int, isBracketed: Bool
    ) -> HeaderReader.Frame? {
      guard numbers.count == 5 || numbers.count == 6 else { return nil }
      func isTextNext(_ next: Int) -> Bool {
        next >= end || bytes[next] == 0x0D || bytes[next] == 0x0A
          || HeaderBytes.blankLength(bytes, at: next, end: end) > 0
      }
      if isBracketed {
        return bytes[at] == UInt8(ascii: "]") && isTextNext(at + 1) ? .bracket : nil
      }
      if bytes[at] == UInt8(ascii: ":") {
        return numbers.count == 6 && isTextNext(at + 1) ? .colon : nil
      }
      let dash = HeaderBytes.dashLength(bytes, at: at, end: end)
      guard dash > 0, gaps[gaps.count - 1].hasBlank, isTextNext(at + dash) else { return nil }
      return .dash
    }

    /// Takes one character; false where a header cannot go on so.
    private mutating func take(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int) -> Bool {
      let byte = bytes[at]
      let scalar = HeaderBytes.scalar(bytes, at: at, end: end)
      if let digit = Self.digit(scalar.value) {
        if endsEra(bytes, at + scalar.length, end) {
          word += (0..<scalar.length).map { bytes[at + $0] }
          at += scalar.length
          return true
        }
        at += scalar.length
        return take(digit: digit, scalar: scalar.value)
      }
      isInNumber = false
      let blank = HeaderBytes.blankLength(bytes, at: at, end: end)
      if blank > 0 {
        endWord()
        gaps[gaps.count - 1].hasBlank = true
        at += blank
        return true
      }
      let comma = HeaderBytes.commaLength(bytes, at: at, end: end)
      if comma > 0 {
        endWord()
        at += comma
        return true
      }
      let silent = HeaderBytes.silentLength(bytes, at: at, end: end)
      if silent > 0 && (!word.isEmpty || !gaps[gaps.count - 1].words.isEmpty) {
        at += silent
        return true
      }
      let isLetter =
        byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || HeaderSketch.isParenthesis(byte)
      if isLetter {
        word += (0..<scalar.length).map { bytes[at + $0] }
        at += scalar.length
        return word.count <= 48
      }
      guard byte == 0x2E || byte == 0x2F || byte == 0x2D || byte == 0x3A else { return false }
      endWord()
      gaps[gaps.count - 1].punctuation.append(byte)
      at += 1
      return gaps[gaps.count - 1].punctuation.count <= 2
    }

    /// Whether a digit right behind letters, and before `next`, is the last of an era's name, as in `ERA1 1738-07-18`
    /// and `18/07/1738 ERA1, 20:41`; in `3/18/R4, 20:41` it is the year.
    private func endsEra(_ bytes: Span<UInt8>, _ next: Int, _ end: Int) -> Bool {
      guard !word.isEmpty, !isInNumber, numbers.isEmpty || numbers.count >= 3 else { return false }
      return HeaderBytes.blankLength(bytes, at: next, end: end) > 0
        || HeaderBytes.commaLength(bytes, at: next, end: end) > 0
        || next < end
          && (bytes[next] == UInt8(ascii: "]") || HeaderSketch.isParenthesis(bytes[next]))
    }

    private mutating func take(digit: Int, scalar: UInt32) -> Bool {
      if scalar > 0x7F { ownDigit = scalar }
      if isInNumber {
        numbers[numbers.count - 1].value = numbers[numbers.count - 1].value * 10 + digit
        numbers[numbers.count - 1].digits += 1
        return numbers[numbers.count - 1].digits <= 4
      }
      endWord()
      isInNumber = true
      numbers.append(Number(value: digit, digits: 1))
      gaps.append(Gap())
      return numbers.count <= 6
    }

    private mutating func endWord() {
      guard !word.isEmpty else { return }
      gaps[gaps.count - 1].words.append(String(decoding: word, as: UTF8.self))
      word.removeAll()
    }

    /// The digit that a scalar is in any positional numbering system.
    private static func digit(_ scalar: UInt32) -> Int? {
      if scalar < 0x80 { return scalar &- 0x30 < 10 ? Int(scalar) - 0x30 : nil }
      guard let character = Unicode.Scalar(scalar) else { return nil }
      if character.properties.numericType == .decimal {
        return character.properties.numericValue.map { Int($0) }
      }
      return chineseDigits.firstIndex(of: scalar)
    }

    /// 〇一二三四五六七八九, the one positional system (`hanidec`) whose digits Unicode does not call decimal.
    private static let chineseDigits: [UInt32] = [
      0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D,
    ]
  }
}
