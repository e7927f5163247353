/// What stands between the numbers of a header.
extension HeaderReader {
  /// Between two numbers of a date or of a time: mostly one byte.
  @inline(__always)
  func skipSeparator(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ separator: UInt8, words: inout Words
  ) -> Bool {
    if at + 1 < end, bytes[at] == separator, isLatinDigit(bytes[at + 1]) {
      at += 1
      return true
    }
    return skipGap(bytes, &at, end, separator, words: &words)
  }

  /// Between date and time: mostly a comma and a blank.
  @inline(__always)
  func skipJoint(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, words: inout Words
  ) -> Bool {
    if at + 2 < end, bytes[at] == UInt8(ascii: ","), bytes[at + 1] == 0x20,
      isLatinDigit(bytes[at + 2])
    {
      at += 2
      return true
    }
    let start = at
    return skipGap(bytes, &at, end, nil, words: &words) && at > start
  }

  /// Everything up to the next digit: blanks, marks, at most one comma, the shape's own words, and the `separator`, which
  /// must be there. Without a separator given, none is asked for; 0 asks for a blank or a word.
  func skipGap(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ separator: UInt8?, words: inout Words
  ) -> Bool {
    var hasSeparator = separator == nil
    var hasComma = separator != nil
    var hasStop = separator != nil
    var hasDash = separator != nil || !layout.hasJointDash
    while at < end {
      let byte = bytes[at]
      if isLatinDigit(byte) { return hasSeparator }
      if let separator, byte == separator, separator != 0 {
        if hasSeparator { return false }
        hasSeparator = true
        at += 1
        continue
      }
      let blank = HeaderBytes.blankLength(bytes, at: at, end: end)
      if blank > 0 {
        if separator == 0 { hasSeparator = true }
        at += blank
        continue
      }
      let mark = HeaderBytes.markLength(bytes, at: at, end: end)
      if mark > 0 {
        at += mark
        continue
      }
      if layout.hasOwnDigits, digit(bytes, at: at, end: end) != nil { return hasSeparator }
      let comma = HeaderBytes.commaLength(bytes, at: at, end: end)
      if comma > 0, !hasComma {
        hasComma = true
        at += comma
        continue
      }
      if byte == UInt8(ascii: "."), !hasStop {
        hasStop = true
        at += 1
        continue
      }
      if byte == UInt8(ascii: "-"), !hasDash {
        hasDash = true
        at += 1
        continue
      }
      guard skipWord(bytes, &at, end, words: &words) else { return false }
      // The dot of an abbreviation.
      hasStop = false
      if separator == 0 { hasSeparator = true }
    }
    return false
  }

  /// From the last number to the text of the message, whose offset `at` is afterwards.
  @inline(__always)
  func skipTail(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, words: inout Words
  ) -> Bool {
    if layout.frame == .bracket, at + 1 < end, bytes[at] == UInt8(ascii: "]"), bytes[at + 1] == 0x20
    {
      at += 2
      return true
    }
    if layout.frame == .dash, at + 2 < end, bytes[at] == 0x20, bytes[at + 1] == 0x2D,
      bytes[at + 2] == 0x20
    {
      at += 3
      return true
    }
    return skipOddTail(bytes, &at, end, words: &words)
  }

  private func skipOddTail(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, words: inout Words
  ) -> Bool {
    if layout.frame == .bare { return skipBareTail(bytes, &at, end) }
    var hasBlank = false
    while at < end {
      let byte = bytes[at]
      let blank = HeaderBytes.blankLength(bytes, at: at, end: end)
      if blank > 0 {
        hasBlank = true
        at += blank
        continue
      }
      let mark = HeaderBytes.markLength(bytes, at: at, end: end)
      if mark > 0 {
        at += mark
        continue
      }
      switch layout.frame {
      case .bracket where byte == UInt8(ascii: "]"):
        return skipBlankBeforeText(bytes, &at, end, past: 1)
      case .colon where byte == UInt8(ascii: ":"):
        return skipBlankBeforeText(bytes, &at, end, past: 1)
      case .dash where hasBlank:
        let dash = HeaderBytes.dashLength(bytes, at: at, end: end)
        if dash > 0 { return skipBlankBeforeText(bytes, &at, end, past: dash) }
      default: break
      }
      if byte == UInt8(ascii: ".") {
        at += 1
        continue
      }
      guard skipWord(bytes, &at, end, words: &words) else { return false }
    }
    return false
  }

  /// Without a mark between header and author, at least the author's colon has to follow.
  private func skipBareTail(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int) -> Bool {
    let blank = HeaderBytes.blankLength(bytes, at: at, end: end)
    guard blank > 0 else { return false }
    at += blank
    var colon = at
    while colon < end, bytes[colon] != UInt8(ascii: ":") { colon += 1 }
    return colon > at && colon + 1 < end
      && HeaderBytes.blankLength(bytes, at: colon + 1, end: end) > 0
  }

  /// After a header stands one blank, or the line's end.
  private func skipBlankBeforeText(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, past count: Int
  ) -> Bool {
    at += count
    guard at < end, bytes[at] != 0x0D, bytes[at] != 0x0A else { return true }
    let blank = HeaderBytes.blankLength(bytes, at: at, end: end)
    at += blank
    return blank > 0
  }

  /// One of the shape's words; dots, quotes, blanks and marks inside it do not count.
  private func skipWord(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, words: inout Words
  ) -> Bool {
    for index in layout.words.indices {
      guard let next = endOfWord(index, bytes, at: at, end: end) else { continue }
      switch layout.words[index].meaning {
      case .literal: break
      case .hours(let hours):
        if words.hours != 0 { continue }
        words.hours = hours
      case .era(let era):
        if words.era >= 0 { continue }
        words.era = era
      case .leapMonth: words.isLeapMonth = true
      }
      at = next
      return true
    }
    return false
  }

  /// Where the text at `at` has spelled the word; nil where it spells something else.
  private func endOfWord(_ index: Int, _ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    var at = start
    let range = layout.words[index].range
    for position in range {
      while position > range.lowerBound {
        let silent = HeaderBytes.silentLength(bytes, at: at, end: end)
        if silent == 0 { break }
        at += silent
      }
      guard at < end else { return nil }
      let byte = bytes[at]
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      guard folded == layout.spelling[position] else { return nil }
      at += 1
    }
    // `a` does not begin `at`.
    if at < end, bytes[at] < 0x80, (bytes[at] | 0x20) &- 0x61 < 26 { return nil }
    return at
  }
}
