internal import ChatRecords

/// Attachments and what was left out of an export.
extension BodyReader {
  // MARK: Left out

  /// A message whose file was left out: `what` says its sort. Its text is what stands before the marker on the
  /// marker's line, and all other lines.
  ///
  /// - Parameter place: where the marker's line begins, and what of it is kept; nil for a first line that is nothing
  ///   but the marker.
  mutating func omitted(
    _ what: Substring, _ bytes: Span<UInt8>, _ extent: Extent,
    at place: (lineStart: Int, kept: Range<Int>)? = nil
  ) -> MessageBody {
    let (lineStart, kept) = place ?? (extent.from, extent.from..<extent.from)
    build(bytes, extent, lineStart: lineStart, keepFrom: kept.lowerBound, keepTo: kept.upperBound)
    var kind: MessageRecord.Kind =
      switch what {
      case "image", "product": .image
      case "video", "gif", "video_note": .video
      case "audio": .audio
      case "voice": .voice
      case "sticker": .sticker
      case "contact": .contact
      case "document": .document
      default: .media
      }
    // Android prints the name of a document that it leaves out on the next line.
    if kind == .media, MediaNames.isDocumentName(String(decoding: words, as: UTF8.self)) {
      kind = .document
    }
    return MessageBody(kind: kind, words: words.isEmpty ? .none : .built, media: .omitted)
  }

  /// `caption ‎image omitted` and `Title.pdf • ‎2 pages ‎document omitted` on iOS: words of the table at the
  /// end of a line, parted by a mark, or after the bullet of a page count.
  mutating func omittedAfterWords(
    _ bytes: Span<UInt8>, _ extent: Extent, _ start: Int
  ) -> MessageBody? {
    guard platform != .android else { return nil }
    if let body = omitted(
      bytes, extent, lineStart: extent.from, from: start, to: extent.firstLineEnd)
    {
      return body
    }
    var lineStart = lineEnd(bytes, from: extent.firstLineEnd, to: extent.to) + 1
    while lineStart < extent.to {
      let feed = lineEnd(bytes, from: lineStart, to: extent.to)
      let end = feed > lineStart && bytes[feed - 1] == 0x0D ? feed - 1 : feed
      if let body = omitted(bytes, extent, lineStart: lineStart, from: lineStart, to: end) {
        return body
      }
      lineStart = feed + 1
    }
    return nil
  }

  /// The same for one line. On the first one `start` is after its marks: what stands there was looked at.
  private mutating func omitted(
    _ bytes: Span<UInt8>, _ extent: Extent, lineStart: Int, from start: Int, to end: Int
  ) -> MessageBody? {
    let floor = max(start, end - 120)
    let bullet = self.bullet(bytes, from: floor, to: end)
    let first = lineStart == extent.from ? floor + 1 : floor
    var at = end - 1
    while at >= first {
      let mark = TextFold.markLength(bytes, at: at, end: end)
      let isSpaceAfterBullet = bullet.map { at > $0 + 3 } == true && bytes[at] == 0x20
      if mark > 0 || isSpaceAfterBullet {
        guard fold(bytes, from: at, to: end) else { return nil }
        if let phrase = index.phrases[folded], phrase.category == .omitted, phrase.isIOS {
          let title =
            phrase.what == "document"
            ? withoutPages(bytes, from: start, to: at)
            : TextFold.skipMarksAndSpacesBackward(bytes, from: at, to: start)
          return omitted(phrase.what, bytes, extent, at: (lineStart, start..<title))
        }
      }
      at -= 1
    }
    return nil
  }

  /// Where the bullet ` • ` of a page count stands; the last one before `end`.
  private func bullet(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var at = end - 3
    while at >= start {
      if bytes[at] == 0xE2 && bytes[at + 1] == 0x80 && bytes[at + 2] == 0xA2 { return at }
      at -= 1
    }
    return nil
  }

  /// Where a document's title ends, before ` • ‎2 pages`: after the bullet stand a mark and a few words, or a number
  /// and a word by themselves.
  private func withoutPages(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let end = TextFold.skipMarksAndSpacesBackward(bytes, from: end, to: start)
    guard let bullet = bullet(bytes, from: max(start, end - 60), to: end) else { return end }
    var isMarked = false
    var hasDigit = false
    var words = 0
    var isInWord = false
    var at = bullet + 3
    while at < end {
      let (value, count) = TextFold.scalar(bytes, at: at)
      at += count
      if TextFold.isMark(value) {
        isMarked = isMarked || words == 0
        continue
      }
      let isSpace = TextFold.fold(value) == 0x20
      if !isSpace && !isInWord { words += 1 }
      isInWord = !isSpace
      if Self.isDigit(value) { hasDigit = true }
    }
    // `صفحتان`, two pages, is a number in a word.
    guard isMarked && words <= 4 || hasDigit && words == 2 else { return end }
    return TextFold.skipMarksAndSpacesBackward(bytes, from: bullet, to: start)
  }

  static func isDigit(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F, 0x9E6...0x9EF: true
    default: false
    }
  }

  // MARK: Attached

  /// A tag at the end of any line: `<attached: NAME>`, `<NAME eklendi>`, `NAME <attached>`.
  mutating func tag(_ bytes: Span<UInt8>, _ extent: Extent) -> MessageBody? {
    guard extent.hasAngle else { return nil }
    var lineStart = extent.from
    while lineStart <= extent.to {
      let feed = lineEnd(bytes, from: lineStart, to: extent.to)
      if let body = tag(bytes, extent, lineFrom: lineStart, lineTo: feed) { return body }
      lineStart = feed + 1
    }
    return nil
  }

  private mutating func tag(
    _ bytes: Span<UInt8>, _ extent: Extent, lineFrom: Int, lineTo: Int
  ) -> MessageBody? {
    var lineEnd = lineTo
    if lineEnd > lineFrom, bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
    let end = TextFold.skipMarksAndSpacesBackward(bytes, from: lineEnd, to: lineFrom)
    guard end - lineFrom >= 3, bytes[end - 1] == UInt8(ascii: ">") else { return nil }
    let from = TextFold.skipMarks(bytes, from: lineFrom, to: end)
    var open = end - 1
    // A name holds few angles, and no name is longer than 1,024 bytes or so.
    for _ in 0..<16 {
      guard let found = lastAngle(bytes, from: max(from, end - 2048), to: open) else { return nil }
      open = found
      if let name = name(bytes, tagFrom: open, tagTo: end) {
        let kind = kind(bytes, name)
        let title =
          kind == .document
          ? withoutPages(bytes, from: from, to: open)
          : TextFold.skipMarksAndSpacesBackward(bytes, from: open, to: from)
        build(bytes, extent, lineStart: lineFrom, keepFrom: from, keepTo: title)
        return attached(kind, name)
      }
      if fold(bytes, from: open, to: end), index.wordTags[folded] != nil {
        let nameEnd = TextFold.skipMarksAndSpacesBackward(bytes, from: open, to: from)
        if nameEnd > from {
          build(bytes, extent, lineStart: lineFrom, keepFrom: from, keepTo: from)
          return attached(kind(bytes, from..<nameEnd), from..<nameEnd)
        }
      }
    }
    return nil
  }

  /// The name in a tag that begins with `<` and ends before `tagTo`.
  private mutating func name(
    _ bytes: Span<UInt8>, tagFrom: Int, tagTo: Int
  ) -> Range<Int>? {
    let inside = tagFrom + 1
    let close = tagTo - 1
    if let colon = colonEnd(bytes, from: inside, to: min(close, inside + 64)),
      fold(bytes, from: inside, to: colon), index.tagHeads[folded] != nil
    {
      return trimmed(bytes, colon..<close)
    }
    var space = close - 1
    while space > inside && bytes[space] != 0x20 { space -= 1 }
    if space > inside, fold(bytes, from: space, to: close), index.tagTails[folded] != nil {
      return trimmed(bytes, inside..<space)
    }
    return nil
  }

  /// Where the first colon, plain or full-width, ends.
  func colonEnd(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var at = start
    while at < end {
      if bytes[at] == UInt8(ascii: ":") { return at + 1 }
      if bytes[at] == 0xEF, at + 2 < end, bytes[at + 1] == 0xBC, bytes[at + 2] == 0x9A {
        return at + 3
      }
      at += 1
    }
    return nil
  }

  func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    let end = TextFold.skipMarksAndSpacesBackward(
      bytes, from: range.upperBound, to: range.lowerBound)
    var start = range.lowerBound
    while start < end {
      let length =
        TextFold.spaceLength(bytes, at: start, end: end)
        + TextFold.markLength(bytes, at: start, end: end)
      if length == 0 { return start..<end }
      start += length
    }
    return nil
  }

  /// Android: `NAME (file attached)` is the first line; a caption stands on the next ones.
  mutating func namedFile(
    _ bytes: Span<UInt8>, _ extent: Extent, _ start: Int, _ media: MediaNames
  ) -> MessageBody? {
    guard let name = nameBeforeWords(bytes, extent, start) ?? nameAfterWords(bytes, extent, start)
    else { return nil }
    // People type the same words; files have an ending, or no space in their name, or are there.
    if media.find(bytes, from: name.lowerBound, to: name.upperBound) == nil {
      guard platform != .ios else { return nil }
      let hasDot = (name.lowerBound..<name.upperBound).contains { bytes[$0] == UInt8(ascii: ".") }
      let hasSpace = (name.lowerBound..<name.upperBound).contains { bytes[$0] == 0x20 }
      guard hasDot || !hasSpace else { return nil }
    }
    build(bytes, extent, lineStart: extent.from, keepFrom: extent.from, keepTo: extent.from)
    return attached(kind(bytes, name), name)
  }

  private mutating func nameBeforeWords(
    _ bytes: Span<UInt8>, _ extent: Extent, _ start: Int
  ) -> Range<Int>? {
    let end = extent.firstLineEnd
    let floor = max(start, end - 160)
    for sign in [UInt8(ascii: "("), 0x20] {
      var at = end - 1
      while at > floor && bytes[at] != sign { at -= 1 }
      if at > floor, fold(bytes, from: at, to: end), index.nameTails[folded] != nil,
        let name = trimmed(bytes, start..<at), name.count <= 2048
      {
        return name
      }
    }
    return nil
  }

  private func nameAfterWords(
    _ bytes: Span<UInt8>, _ extent: Extent, _ start: Int
  ) -> Range<Int>? {
    for (words, _) in index.nameHeads {
      if let at = TextFold.walk(bytes, from: start, to: extent.firstLineEnd, over: words),
        at < extent.firstLineEnd, bytes[at] == 0x20, extent.firstLineEnd - at <= 2048,
        let name = trimmed(bytes, at..<extent.firstLineEnd)
      {
        return name
      }
    }
    return nil
  }

  private func kind(_ bytes: Span<UInt8>, _ name: Range<Int>) -> MessageRecord.Kind {
    MediaNames.kind(of: MediaNames.withoutMarks(bytes, from: name.lowerBound, to: name.upperBound))
  }

  private func attached(_ kind: MessageRecord.Kind, _ name: Range<Int>) -> MessageBody {
    MessageBody(
      kind: kind, words: words.isEmpty ? .none : .built,
      media: .named(from: name.lowerBound, to: name.upperBound))
  }

  /// Puts into `words` what is left of a text when the marker's line keeps only a part of itself.
  private mutating func build(
    _ bytes: Span<UInt8>, _ extent: Extent, lineStart: Int, keepFrom: Int, keepTo: Int
  ) {
    words.removeAll(keepingCapacity: true)
    TextFold.appendLines(bytes, from: extent.from, to: lineStart, to: &words)
    if keepTo > keepFrom {
      TextFold.appendLines(bytes, from: keepFrom, to: keepTo, to: &words)
    } else if words.last == 0x0A {
      words.removeLast()
    }
    var lineEnd = max(lineStart, keepTo)
    while lineEnd < extent.to && bytes[lineEnd] != 0x0A { lineEnd += 1 }
    guard lineEnd < extent.to else { return }
    if words.isEmpty { lineEnd += 1 }
    TextFold.appendLines(bytes, from: lineEnd, to: extent.to, to: &words)
  }
}
