internal import ChatRecords

/// A line that begins a message.
struct HeaderLine {
  /// Where the line begins in the window, marks of direction included.
  var start = 0
  /// After the header: the author or the system text.
  var bodyStart = 0
  /// Without the line break.
  var end = 0
  /// Where the next line begins.
  var next = 0
  var time = MessageRecord.WallTime(seconds: 0, hasSeconds: false)
  /// Counted from 1; 0 for a line that is only looked at.
  var line = 0
  /// As of `HeaderReader.Match`.
  fileprivate var hasOddYear = false

  fileprivate init() {}

  @inline(__always)
  fileprivate init(_ place: MessageCutter.Line, _ match: HeaderReader.Match, line: Int) {
    start = place.start
    bodyStart = match.bodyStart
    end = place.end
    next = place.next
    time = match.time
    hasOddYear = match.hasOddYear
    self.line = line
  }

  fileprivate mutating func move(by shift: Int) {
    start -= shift
    bodyStart -= shift
    end -= shift
    next -= shift
  }
}

/// A message as it lies in the window.
struct MessageCut {
  var header = HeaderLine()
  /// Where the last line ends, without the line break.
  var textEnd = 0
  /// Where the next message begins, or the text ends.
  var end = 0
  /// Whether a line break inside is CRLF.
  var hasCRLF = false
  /// Whether any line ends with `>`, but for marks and spaces.
  var hasAngle = false
}

/// Cuts a text into messages: a line with the learned header begins one, every other line continues the
/// one before. Only LF and CRLF end lines.
///
/// A line that has the header's shape is text all the same when both hold: nobody of that name writes
/// elsewhere, and its time does not fit between its neighbours'. Such lines come from other exports,
/// pasted into a message.
struct MessageCutter {
  /// A line in the window; `end` is without the line break.
  fileprivate struct Line {
    var start: Int
    var end: Int
    var next: Int
  }

  /// How many lines of one sort are kept by their numbers.
  static let listed = 100
  /// Seconds that a message may be earlier than the one before: the hour that clocks go back, and
  /// messages that were sent without a network.
  private static let patience: Int64 = 3600
  private static let longGap: Int64 = 86400

  private(set) var accounting = LineAccounting()
  /// Lines before the first message, by number; the first `listed` of them.
  private(set) var unreadLines: [Int] = []
  /// Lines that look like a header but are taken as text; the first `listed` of `doubtfulCount`.
  private(set) var doubtfulLines: [Int] = []
  private(set) var doubtfulCount = 0
  private(set) var otherHeaders = OtherHeaders()
  /// The first line of a message whose year is written with another number of digits than those that the order of the
  /// dates was learned from.
  private(set) var oddYearLine: Int?
  /// When the last message before the one in hand was written; set by whoever knows authors.
  var lastWritten: Int64?

  private let reader: HeaderReader
  private var recent = RecentHeader()
  /// The message that is being cut, and after `next` the one that was found.
  private(set) var cut = MessageCut()
  private var isOpen = false
  /// The header that ended the message found last.
  private var following = HeaderLine()
  private var hasFollowing = false
  /// Where the next line begins.
  private var start = 0
  /// Where no line feed was found up to in that line.
  private var scanned = 0
  /// After a doubtful header: where the next line begins that may be one, and where no line feed was found up to in it.
  private var peeked = (start: 0, scanned: 0)

  init(_ reader: HeaderReader) { self.reader = reader }

  /// Finds the next message, which `cut` has then; false when the window holds no whole one any more.
  ///
  /// - Parameters:
  ///   - bytes: what lies in the window: what lay there the last time but for what was forgotten, and perhaps more.
  ///   - isWhole: whether the text ends with the window.
  mutating func next(
    _ bytes: Span<UInt8>, isWhole: Bool, _ authors: borrowing AuthorTable
  ) -> Bool {
    if hasFollowing { begin(bytes) }
    while let line = completeLine(bytes, start, scanned, isWhole: isWhole) {
      accounting.lines += 1
      if let match = match(bytes, line) {
        following = HeaderLine(line, match, line: accounting.lines)
        guard isOpen else {
          begin(bytes)
          continue
        }
        switch plausibility(bytes, isWhole: isWhole, authors) {
        case .message:
          hasFollowing = true
          cut.end = line.start
          return true
        case .text: noteDoubtful(line: accounting.lines)
        case .open:
          accounting.lines -= 1
          return false
        }
      } else if isOpen {
        otherHeaders.look(bytes, from: line.start, to: line.end, line: accounting.lines)
      } else {
        accounting.unread += 1
        if unreadLines.count < Self.listed { unreadLines.append(accounting.lines) }
        (start, scanned) = (line.next, line.next)
        continue
      }
      goOn(line, bytes)
    }
    guard isWhole else {
      scanned = bytes.count
      return false
    }
    guard isOpen else { return false }
    isOpen = false
    cut.end = bytes.count
    return true
  }

  /// Lets go of what is not needed any more, which the window may forget; gives how many bytes that is.
  mutating func forget() -> Int {
    let count = isOpen ? cut.header.start : start
    cut.header.move(by: count)
    cut.textEnd -= count
    start -= count
    scanned -= count
    peeked.start -= count
    peeked.scanned -= count
    return count
  }

  /// Opens the message of the header that follows.
  @inline(__always)
  private mutating func begin(_ bytes: Span<UInt8>) {
    accounting.messages += 1
    hasFollowing = false
    isOpen = true
    if following.hasOddYear, oddYearLine == nil { oddYearLine = following.line }
    cut.header = following
    cut.textEnd = following.end
    cut.hasCRLF = false
    cut.hasAngle = Self.endsWithAngle(bytes, from: following.bodyStart, to: following.end)
    (start, scanned) = (following.next, following.next)
  }

  /// Takes a line into the open message.
  private mutating func goOn(_ line: Line, _ bytes: Span<UInt8>) {
    accounting.continuations += 1
    if bytes[line.start - 1] == 0x0A, bytes[line.start - 2] == 0x0D { cut.hasCRLF = true }
    if !cut.hasAngle {
      cut.hasAngle = Self.endsWithAngle(bytes, from: line.start, to: line.end)
    }
    cut.textEnd = line.end
    (start, scanned) = (line.next, line.next)
  }

  private mutating func noteDoubtful(line: Int) {
    doubtfulCount += 1
    if doubtfulLines.count < Self.listed { doubtfulLines.append(line) }
  }

  /// The line from `start` when all of it is in the window; `scanned` is where no line feed was found up to.
  @inline(__always)
  private func completeLine(
    _ bytes: Span<UInt8>, _ start: Int, _ scanned: Int, isWhole: Bool
  ) -> Line? {
    guard let feed = TextWindow.lineFeed(bytes, from: scanned) else {
      guard isWhole, start < bytes.count else { return nil }
      return Line(start: start, end: bytes.count, next: bytes.count)
    }
    let end = feed > start && bytes[feed - 1] == 0x0D ? feed - 1 : feed
    return Line(start: start, end: end, next: feed + 1)
  }

  @inline(__always)
  private mutating func match(_ bytes: Span<UInt8>, _ line: Line) -> HeaderReader.Match? {
    let start = TextFold.skipMarks(bytes, from: line.start, to: line.end)
    return reader.match(bytes, at: start, lineEnd: line.end, recent: &recent)
  }

  // MARK: Pasted headers

  /// What a line with the header's shape is.
  private enum Plausibility {
    /// It begins a message.
    case message
    /// It is text, pasted from another export.
    case text
    /// What comes after it tells, and is not in the window.
    case open
  }

  /// What the line of `following` is.
  @inline(__always)
  private mutating func plausibility(
    _ bytes: Span<UInt8>, isWhole: Bool, _ authors: borrowing AuthorTable
  ) -> Plausibility {
    let gap = following.time.seconds &- cut.header.time.seconds
    if gap >= -Self.patience && gap <= Self.longGap { return .message }
    return plausibilityOfJump(bytes, isWhole: isWhole, authors)
  }

  private mutating func plausibilityOfJump(
    _ bytes: Span<UInt8>, isWhole: Bool, _ authors: borrowing AuthorTable
  ) -> Plausibility {
    let (header, found) = (cut.header, following)
    let isWritten = authors.isWritten(bytes, header)
    guard let before = isWritten ? header.time.seconds : lastWritten else { return .message }
    let gap = found.time.seconds &- before
    if gap < -Self.patience {
      return authors.isKnown(bytes, found, isCounted: false) ? .message : .text
    }
    if gap <= Self.longGap || authors.isKnown(bytes, found, isCounted: true) { return .message }
    let beyond: HeaderLine?
    switch peek(after: found, bytes, isWhole: isWhole) {
    case .found(let header): beyond = header
    case .none: beyond = nil
    case .open: return .open
    }
    guard let beyond, beyond.time.seconds < found.time.seconds - Self.patience,
      beyond.time.seconds >= before - Self.patience,
      authors.isKnown(bytes, beyond, isCounted: true)
    else { return .message }
    return .text
  }

  private enum Peek {
    case found(HeaderLine)
    case none
    /// Not in the window.
    case open
  }

  /// The header after `header`; nothing is counted.
  private mutating func peek(
    after header: HeaderLine, _ bytes: Span<UInt8>, isWhole: Bool
  ) -> Peek {
    if peeked.start < header.next { peeked = (header.next, header.next) }
    while let line = completeLine(bytes, peeked.start, peeked.scanned, isWhole: isWhole) {
      if let found = match(bytes, line) { return .found(HeaderLine(line, found, line: 0)) }
      peeked = (line.next, line.next)
    }
    peeked.scanned = bytes.count
    return isWhole ? .none : .open
  }

  @inline(__always)
  fileprivate static func endsWithAngle(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool
  {
    guard end - start >= 3 else { return false }
    let last = bytes[end - 1]
    if last == UInt8(ascii: ">") { return true }
    guard last == 0x20 || last >= 0x80 && (bytes[end - 3] == 0xE2 || bytes[end - 2] == 0xD8)
    else { return false }
    let trimmed = TextFold.skipMarksAndSpacesBackward(bytes, from: end, to: start)
    return trimmed > start && bytes[trimmed - 1] == UInt8(ascii: ">")
  }
}
