internal import ChatRecords

/// Texts that look as if the app had written them, in words that no row of the table has. They are kept as they are
/// and told of: nothing is guessed from them.
extension BodyReader {
  /// A text that no words of the table explain.
  ///
  /// - Parameter isLed: the mark of the app's own words stands before it. Then it is a system line, but for what has
  ///   the shape of a placeholder, a poll or an event: those are somebody's.
  mutating func unexplained(
    _ bytes: Span<UInt8>, _ extent: Extent, _ start: Int, isLed: Bool, _ media: MediaNames
  ) -> MessageBody {
    guard isLed, start < extent.to else {
      // A mark alone is an empty message: of a kind that exports leave out.
      let from = isLed ? extent.to : extent.from
      var body = MessageBody(words: .verbatim(from: from, to: extent.to))
      body.hasUnknownWords =
        isWholePlaceholder(bytes, start, extent.firstLineEnd)
        || hasMarkedPlaceholder(bytes, extent) || hasFrameOfPoll(bytes, extent)
        || hasFileWithUnknownWords(bytes, extent, start, media)
      return body
    }
    let isOfSomebody =
      bytes[start] == UInt8(ascii: "<") || hasMarkedPlaceholder(bytes, extent)
      || !isOnOneLine(extent) && endsWithColon(bytes, start, extent.firstLineEnd)
    if isOfSomebody {
      var body = printed(.text, bytes, extent)
      body.hasUnknownWords = true
      return body
    }
    let isKnown = isKnownNotice(bytes, extent, start)
    var body = notice(bytes, extent)
    body.hasUnknownWords = !isKnown
    return body
  }

  private mutating func isKnownNotice(
    _ bytes: Span<UInt8>, _ extent: Extent, _ start: Int
  ) -> Bool {
    guard foldFirstLine(bytes, extent, start) else { return false }
    return index.phrases[folded]?.category == .system
      || index.pattern(folded, in: [.system]) != nil
  }

  // MARK: Shapes

  /// `<Some words>` and nothing else on the first line.
  private func isWholePlaceholder(_ bytes: Span<UInt8>, _ start: Int, _ lineEnd: Int) -> Bool {
    let end = TextFold.skipMarksAndSpacesBackward(bytes, from: lineEnd, to: start)
    guard end - start > 4, end - start <= 120, bytes[start] == UInt8(ascii: "<"),
      bytes[end - 1] == UInt8(ascii: ">")
    else { return false }
    let first = bytes[start + 1]
    guard first >= 0xC3 || first | 0x20 &- UInt8(ascii: "a") < 26 else { return false }
    var hasSpaceOrLetter = false
    for at in start + 1..<end - 1 {
      let byte = bytes[at]
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") { return false }
      if byte == 0x20 || byte >= 0x80 { hasSpaceOrLetter = true }
    }
    return hasSpaceOrLetter
  }

  /// `‎<Some words>` at the end, the mark being that of the app's own words.
  private func hasMarkedPlaceholder(_ bytes: Span<UInt8>, _ extent: Extent) -> Bool {
    guard extent.hasAngle else { return false }
    let end = TextFold.skipMarksAndSpacesBackward(bytes, from: extent.to, to: extent.from)
    guard end > extent.from, bytes[end - 1] == UInt8(ascii: ">"),
      let open = lastAngle(bytes, from: max(extent.from, end - 512), to: end - 1),
      open - 3 >= extent.from
    else { return false }
    return bytes[open - 3] == 0xE2 && bytes[open - 2] == 0x80
      && (bytes[open - 1] == 0x8E || bytes[open - 1] == 0x8F)
  }

  /// Whether a file that the phone named, or that the export has, stands before unknown words in brackets.
  private func hasFileWithUnknownWords(
    _ bytes: Span<UInt8>, _ extent: Extent, _ start: Int, _ media: MediaNames
  ) -> Bool {
    guard let name = nameBeforeBracket(bytes, from: start, to: extent.firstLineEnd) else {
      return false
    }
    return MediaNames.isPhoneName(bytes, from: name.lowerBound, to: name.upperBound)
      || media.find(bytes, from: name.lowerBound, to: name.upperBound) != nil
  }

  /// `NAME.ending` of a line `NAME.ending (some words)`.
  func nameBeforeBracket(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Range<Int>? {
    guard end - start > 8, bytes[end - 1] == UInt8(ascii: ")") else { return nil }
    var open = end - 2
    let floor = max(start + 4, end - 120)
    while open > floor && bytes[open] != UInt8(ascii: "(") { open -= 1 }
    guard open > floor, end - open > 4, bytes[open - 1] == 0x20 else { return nil }
    // An ending of a file has one to six letters; Android leaves it out behind the dot too.
    var dot = open - 2
    while dot > max(start, open - 9), bytes[dot] != UInt8(ascii: "."), bytes[dot] != 0x20 {
      dot -= 1
    }
    return bytes[dot] == UInt8(ascii: ".") && dot > start ? start..<open - 1 : nil
  }

  /// A first line that ends with a colon, and a last one such as `OPTION: Home (2 votes)`.
  func hasFrameOfPoll(_ bytes: Span<UInt8>, _ extent: Extent) -> Bool {
    guard !isOnOneLine(extent), bytes[extent.to - 1] == UInt8(ascii: ")"),
      endsWithColon(bytes, extent.from, extent.firstLineEnd),
      extent.firstLineEnd - extent.from <= 40
    else { return false }
    var lineStart = extent.to - 1
    while lineStart > extent.firstLineEnd && bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
    guard colonEnd(bytes, from: lineStart, to: min(extent.to, lineStart + 40)) != nil else {
      return false
    }
    var open = extent.to - 1
    while open > max(lineStart, extent.to - 60) && bytes[open] != UInt8(ascii: "(") { open -= 1 }
    let count = TextFold.skipMarks(bytes, from: open + 1, to: extent.to)
    return bytes[open] == UInt8(ascii: "(")
      && Self.isDigit(TextFold.scalar(bytes, at: count).value)
  }

  private func endsWithColon(_ bytes: Span<UInt8>, _ start: Int, _ lineEnd: Int) -> Bool {
    let end = TextFold.skipMarksAndSpacesBackward(bytes, from: lineEnd, to: start)
    if end > start, bytes[end - 1] == UInt8(ascii: ":") { return true }
    return end - 3 > start && bytes[end - 3] == 0xEF && bytes[end - 2] == 0xBC
      && bytes[end - 1] == 0x9A
  }
}
