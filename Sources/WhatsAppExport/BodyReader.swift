internal import ChatRecords

/// What a message's text says it is.
struct MessageBody {
  enum Words {
    /// No text at all.
    case none
    /// A part of the source as it stands, but for CRLF.
    case verbatim(from: Int, to: Int)
    /// What `BodyReader.words` holds.
    case built
  }

  enum Media {
    /// A file by the name between two places of the source.
    case named(from: Int, to: Int)
    case omitted
  }

  var kind = MessageRecord.Kind.text
  /// Written by the app and nobody else, whatever name stands before it.
  var isSystem = false
  var isEdited = false
  /// Whether its shape is that of the app's own words, and no row of the table has them.
  var hasUnknownWords = false
  var words: Words
  var media: Media?

  /// Whether a person wrote all of it.
  var isPlain: Bool { kind == .text && media == nil && !isSystem && !hasUnknownWords }
}

/// Tells what a message is by the words of `MarkerTable`, of all languages at once.
///
/// Nearly all messages are plain text: eight bytes and a few flags tell that. The others are folded and
/// looked up.
struct BodyReader {
  /// Where a message's text lies, and what was seen while cutting it out.
  struct Extent {
    var from: Int
    /// Where its first line ends, without the line break.
    var firstLineEnd: Int
    /// Where its last line ends, without the line break.
    var to: Int
    /// Whether any line ends with `>`.
    var hasAngle: Bool
    /// Whether it is the file's first message, where the app says that chats are encrypted.
    var isFirst = false
  }

  /// A marker is no longer than this, in bytes; longer texts are looked at no further.
  static let limit = 480
  /// The words of a call end at one of its first stops; a text of nothing but stops must not be tried at each.
  private static let stopsOfACall = 4
  /// Calls by words that people write too; they need the mark of the app's own words.
  private static let callsOfPeople: Set<Substring> = ["voice", "video"]

  let index: MarkerIndex
  let platform: ChatShape.Platform
  /// Text that was put together from several places.
  var words: [UInt8] = []
  var folded: [UInt8] = []

  init(platform: ChatShape.Platform, index: MarkerIndex = .shared) {
    self.platform = platform
    self.index = index
  }

  @inline(__always)
  mutating func read(_ bytes: Span<UInt8>, _ extent: Extent, media: MediaNames) -> MessageBody {
    if isPlain(bytes, extent) {
      return MessageBody(words: .verbatim(from: extent.from, to: extent.to))
    }
    return readMarked(bytes, extent, media: media)
  }

  /// Whether no marker can be in the text.
  @inline(__always)
  private func isPlain(_ bytes: Span<UInt8>, _ extent: Extent) -> Bool {
    let from = extent.from
    let end = extent.firstLineEnd
    if extent.hasAngle { return false }
    guard end - from >= 4 else {
      return TextFold.markLength(bytes, at: from, end: end) == 0 && isPlainBelow(bytes, extent)
    }
    let first = bytes[from]
    if first == 0xE2 || first == 0xD8 || first == 0xEF || first == 0xC2 {
      if first == 0xC2 || TextFold.markLength(bytes, at: from, end: end) > 0 { return false }
    }
    if index.edges.mayBegin(bytes, at: from, end: end) { return false }
    if index.edges.hasHardSpace(bytes, at: from, end: end) { return false }
    let last = bytes[end - 1]
    if last == UInt8(ascii: " ") || last == UInt8(ascii: ".") {
      return isPlainEnd(bytes, from: from, to: end) && isPlainBelow(bytes, extent)
    }
    if index.edges.mayEnd(bytes, from: from, at: end) { return false }
    if last == 0x8E || last == 0x8F || last == 0xAC || last == 0xA9 {
      if TextFold.skipMarksAndSpacesBackward(bytes, from: end, to: from) != end { return false }
    }
    if last == UInt8(ascii: ")"), nameBeforeBracket(bytes, from: from, to: end) != nil {
      return false
    }
    return !hasVenue(bytes, extent) && isPlainBelow(bytes, extent)
  }

  private func isPlainEnd(_ bytes: Span<UInt8>, from start: Int, to lineEnd: Int) -> Bool {
    var end = lineEnd
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == UInt8(ascii: ".") {
      end -= 1
    }
    guard end - start >= 4 else { return true }
    if index.edges.mayEnd(bytes, from: start, at: end) { return false }
    return TextFold.skipMarksAndSpacesBackward(bytes, from: end, to: start) == end
  }

  /// Whether no line after the first ends in a marker.
  @inline(__always)
  private func isPlainBelow(_ bytes: Span<UInt8>, _ extent: Extent) -> Bool {
    if isOnOneLine(extent) { return true }
    return areLinesPlain(bytes, extent)
  }

  private func areLinesPlain(_ bytes: Span<UInt8>, _ extent: Extent) -> Bool {
    if hasVenue(bytes, extent) || hasFrameOfPoll(bytes, extent) { return false }
    // Android prints what it leaves out on the first line.
    if platform == .android { return true }
    var start = extent.firstLineEnd
    while start < extent.to {
      let feed = lineEnd(bytes, from: start, to: extent.to)
      let end = feed > start && bytes[feed - 1] == 0x0D ? feed - 1 : feed
      if !isPlainEnd(bytes, from: start, to: end) { return false }
      start = feed + 1
    }
    return true
  }

  /// Where the line that `start` is in ends, without its line feed.
  func lineEnd(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    min(TextWindow.lineFeed(bytes, from: start) ?? end, end)
  }

  /// Ids of venues have 24 hexadecimal digits, older ones fewer.
  private static let venueID = (shortest: 8, longest: 32)

  /// Whether the text ends with a link to a venue.
  @inline(__always)
  private func hasVenue(_ bytes: Span<UInt8>, _ extent: Extent) -> Bool {
    let shortest = extent.to - Self.venueID.shortest
    guard shortest - Self.venue.count >= extent.from else { return false }
    // Most texts end in neither way, which two looks tell.
    guard Self.isHexadecimal(bytes[shortest]) || bytes.hasSlash(in: shortest) else { return false }
    return isVenue(bytes, extent)
  }

  /// People send links to venues too: what the app writes has an id that nobody would make up, or the app's own shape,
  /// `Name (address): link` or three lines.
  private func isVenue(_ bytes: Span<UInt8>, _ extent: Extent) -> Bool {
    let floor = max(extent.from, extent.to - Self.venueID.longest - 1)
    var slash = extent.to - 1
    while slash > floor, Self.isLetterOrDigit(bytes[slash]) { slash -= 1 }
    let id = slash + 1..<extent.to
    let start = id.lowerBound - Self.venue.count
    guard !id.isEmpty, start >= extent.from, stands(Self.venue, bytes, at: start, to: extent.to)
    else { return false }
    if id.count >= Self.venueID.shortest { return id.allSatisfy { Self.isHexadecimal(bytes[$0]) } }
    let breaks = (extent.from..<start).count { bytes[$0] == 0x0A }
    return breaks == 2 || breaks == 0 && stands(Array("): ".utf8), bytes, at: start - 3, to: start)
  }

  @inline(__always)
  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte | 0x20 &- UInt8(ascii: "a") < 6
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte | 0x20 &- UInt8(ascii: "a") < 26
  }

  /// Folds a part of the text into `folded`; false when it is too long to be a marker.
  mutating func fold(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    folded.removeAll(keepingCapacity: true)
    guard end - start <= Self.limit else { return false }
    TextFold.append(bytes, from: start, to: end, to: &folded)
    return true
  }

  // MARK: The way through a text that may hold a marker

  private mutating func readMarked(
    _ bytes: Span<UInt8>, _ whole: Extent, media: MediaNames
  ) -> MessageBody {
    var extent = whole
    let isEdited = dropEdited(bytes, &extent)
    let start = TextFold.skipMarks(bytes, from: extent.from, to: extent.to)
    let isLed = platform != .android && isLead(bytes, at: extent.from, to: start)
    var body =
      phrase(bytes, extent, start, isLed: isLed)
      ?? tag(bytes, extent)
      ?? namedFile(bytes, extent, start, media)
      ?? location(bytes, extent, start)
      ?? poll(bytes, extent, start)
      ?? event(bytes, extent, start, isLed: isLed)
      ?? pattern(bytes, extent, start, isLed: isLed)
      ?? omittedAfterWords(bytes, extent, start)
      ?? call(bytes, extent, start, isLed: isLed)
      ?? unexplained(bytes, extent, start, isLed: isLed && !isEdited, media)
    body.isEdited = isEdited
    return body
  }

  /// Whether the mark at `at`, if `end` is after one, is one that iPhones put before the app's own words. Others
  /// stand around names that are mentioned.
  private func isLead(_ bytes: Span<UInt8>, at: Int, to end: Int) -> Bool {
    guard end > at, bytes[at] == 0xE2 else { return false }
    let value = TextFold.scalar(bytes, at: at).value
    return value == 0x200E || value == 0x200F
  }

  @inline(__always)
  func isOnOneLine(_ extent: Extent) -> Bool { extent.firstLineEnd >= extent.to }

  /// The words as the app printed them, without marks.
  mutating func printed(
    _ kind: MessageRecord.Kind, _ bytes: Span<UInt8>, _ extent: Extent
  ) -> MessageBody {
    words.removeAll(keepingCapacity: true)
    TextFold.appendWithoutMarks(bytes, from: extent.from, to: extent.to, to: &words)
    return MessageBody(kind: kind, words: .built)
  }

  /// Cuts `<This message was edited>` off the end.
  private mutating func dropEdited(_ bytes: Span<UInt8>, _ extent: inout Extent) -> Bool {
    guard extent.hasAngle else { return false }
    let end = TextFold.skipMarksAndSpacesBackward(bytes, from: extent.to, to: extent.from)
    guard end > extent.from, bytes[end - 1] == UInt8(ascii: ">"),
      let open = lastAngle(bytes, from: max(extent.from, end - 160), to: end - 1),
      fold(bytes, from: open, to: end), index.phrases[folded]?.category == .edited
    else { return false }
    extent.to = beforeEdited(bytes, open, extent.from)
    extent.firstLineEnd = min(extent.firstLineEnd, extent.to)
    return true
  }

  /// Where the text ends before the marker at `open`: a space and marks are the marker's, other spaces the author's.
  private func beforeEdited(_ bytes: Span<UInt8>, _ open: Int, _ start: Int) -> Int {
    var end = open
    while true {
      let length = TextFold.markLength(bytes, before: end, from: start)
      if length == 0 { break }
      end -= length
    }
    return end > start && bytes[end - 1] == 0x20 ? end - 1 : end
  }

  func lastAngle(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var at = end - 1
    while at >= start {
      if bytes[at] == UInt8(ascii: "<") { return at }
      at -= 1
    }
    return nil
  }

  /// The first line as a whole is a wording of the table.
  private mutating func phrase(
    _ bytes: Span<UInt8>, _ extent: Extent, _ start: Int, isLed: Bool
  ) -> MessageBody? {
    guard fold(bytes, from: start, to: extent.firstLineEnd), let phrase = index.phrases[folded]
    else { return nil }
    let isBracketed = folded.first == UInt8(ascii: "<")
    switch phrase.category {
    case .omitted where isBracketed || phrase.isIOS && platform != .android:
      return omitted(phrase.what, bytes, extent)
    case .viewOnce: return omitted(phrase.what, bytes, extent)
    case .deleted where isOnOneLine(extent): return printed(.deleted, bytes, extent)
    case .location where isOnOneLine(extent): return printed(.location, bytes, extent)
    case .call where isOnOneLine(extent) && (isLed || !Self.callsOfPeople.contains(phrase.what)):
      return printed(.call, bytes, extent)
    case .system: return notice(phrase.what, bytes, extent)
    default: return nil
    }
  }

  /// Words of the app that no name before them and no missing mark can hide.
  private mutating func notice(
    _ what: Substring, _ bytes: Span<UInt8>, _ extent: Extent
  ) -> MessageBody? {
    if what == "waiting" { return printed(.unknown, bytes, extent) }
    if what == "deleted_by_admin", isOnOneLine(extent) { return printed(.deleted, bytes, extent) }
    return what.hasPrefix("e2e") ? notice(bytes, extent) : nil
  }

  private mutating func pattern(
    _ bytes: Span<UInt8>, _ extent: Extent, _ start: Int, isLed: Bool
  ) -> MessageBody? {
    guard foldFirstLine(bytes, extent, start),
      let (pattern, _) = index.pattern(
        folded, in: [.deleted, .viewOnce, .system, .call, .location], isFixed: !isLed)
    else { return nil }
    switch pattern.category {
    case .deleted where isOnOneLine(extent) && (isLed || pattern.fitsEnd(bytes, extent.to)):
      return printed(.deleted, bytes, extent)
    case .call where isOnOneLine(extent) && isLed: return printed(.call, bytes, extent)
    case .location where isOnOneLine(extent): return printed(.location, bytes, extent)
    case .viewOnce: return MessageBody(kind: .media, words: .none, media: .omitted)
    // Of most of these wordings only the start is known, and people may write on after it.
    case .system where pattern.what == "waiting" || isLed || extent.isFirst:
      return notice(pattern.what, bytes, extent)
    default: return nil
    }
  }

  /// Folds as much of the first line as a marker may take.
  mutating func foldFirstLine(_ bytes: Span<UInt8>, _ extent: Extent, _ start: Int) -> Bool {
    var end = min(extent.firstLineEnd, start + Self.limit)
    while end > start, end < extent.firstLineEnd, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return fold(bytes, from: start, to: end)
  }

  /// `Voice call. 5 min`: the words of a call, a stop, and how long it took or what to do now.
  private mutating func call(
    _ bytes: Span<UInt8>, _ extent: Extent, _ start: Int, isLed: Bool
  ) -> MessageBody? {
    guard platform != .android, isOnOneLine(extent), extent.to - start <= Self.limit else {
      return nil
    }
    var stops = 0
    for at in start..<extent.to where stops < Self.stopsOfACall {
      let byte = bytes[at]
      guard
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
          || byte == 0xD8 && at + 1 < extent.to && bytes[at + 1] == 0x8C
      else { continue }
      stops += 1
      guard fold(bytes, from: start, to: at) else { return nil }
      if index.phrases[folded]?.category == .call,
        isLed || isRestOfACall(bytes, from: at + (byte == 0xD8 ? 2 : 1), to: extent.to)
      {
        return printed(.call, bytes, extent)
      }
    }
    return nil
  }

  /// Whether a mark leads the words, or they are a duration: numbers and units by turns.
  private func isRestOfACall(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var at = start
    while at < end, bytes[at] == 0x20 { at += 1 }
    if TextFold.markLength(bytes, at: at, end: end) > 0 { return true }
    var words = 0
    while at < end {
      let (value, count) = TextFold.scalar(bytes, at: at)
      at += count
      if TextFold.fold(value) == 0x20 { continue }
      guard Self.isDigit(value) == (words % 2 == 0) else { return false }
      words += 1
      while at < end {
        let (value, count) = TextFold.scalar(bytes, at: at)
        if TextFold.fold(value) == 0x20 { break }
        at += count
      }
    }
    return words > 0 && words <= 6 && words % 2 == 0
  }
}

extension Span<UInt8> {
  /// Whether one of the eight bytes from `start` on is a slash; all at once.
  @inline(__always)
  fileprivate func hasSlash(in start: Int) -> Bool {
    precondition(start >= 0 && start + 8 <= count)
    let eight = word(at: start) ^ 0x2F2F_2F2F_2F2F_2F2F
    return (eight &- 0x0101_0101_0101_0101) & ~eight & 0x8080_8080_8080_8080 != 0
  }
}
