internal import ChatRecords

/// A line that begins a message.
struct HeaderLine {
  /// Where the line begins in the window, marks of direction included.
  var start: Int
  /// After the header: the author or the system text.
  var bodyStart: Int
  /// Without the line break.
  var end: Int
  /// Where the next line begins.
  var next: Int
  var time: MessageRecord.WallTime
  /// Counted from 1.
  var line: Int

  fileprivate mutating func move(by shift: Int) {
    start -= shift
    bodyStart -= shift
    end -= shift
    next -= shift
  }
}

/// A message as it lies in the window.
struct MessageCut {
  var header: HeaderLine
  /// Where the last line ends, without the line break.
  var textEnd: Int
  /// Where the next message begins, or the text ends.
  var end: Int
  /// Whether a line break inside is CRLF.
  var hasCRLF = false
  /// Whether any line ends with `>`, but for marks and spaces.
  var hasAngle: Bool
}

/// Cuts a text into messages: a line with the learned header begins one, every other line continues the
/// one before. Only LF and CRLF end lines.
///
/// A line that has the header's shape is text all the same when both hold: nobody of that name writes
/// elsewhere, and its time does not fit between its neighbours'. Such lines come from other exports,
/// pasted into a message.
struct MessageCutter {
  /// A line in the window; `end` is without the line break.
  private struct Line {
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
  /// When the last message before the one in hand was written; set by whoever knows authors.
  var lastWritten: Int64?

  private let reader: HeaderReader
  private var recentDate = RecentDate()
  /// The message that is being cut; nil before the first header and after the last message.
  private var open: OpenMessage?
  /// Where the next line begins.
  private var start = 0
  /// Where no line feed was found up to in that line.
  private var scanned = 0
  /// Where no header was found up to after a doubtful one.
  private var peeked = 0

  private struct OpenMessage {
    var header: HeaderLine
    var textEnd: Int
    var hasCRLF = false
    var hasAngle: Bool

    init(_ header: HeaderLine, _ bytes: Span<UInt8>) {
      self.header = header
      textEnd = header.end
      hasAngle = MessageCutter.endsWithAngle(bytes, from: header.bodyStart, to: header.end)
    }

    /// - Parameter next: where the next message begins.
    func cut(_ next: Int) -> MessageCut {
      MessageCut(
        header: header, textEnd: textEnd, end: next, hasCRLF: hasCRLF, hasAngle: hasAngle)
    }
  }

  init(_ reader: HeaderReader) { self.reader = reader }

  /// Finds the next message; nil when the window holds no whole one any more.
  ///
  /// - Parameters:
  ///   - bytes: what lies in the window: what lay there the last time but for what was forgotten, and perhaps more.
  ///   - isWhole: whether the text ends with the window.
  mutating func next(
    _ bytes: Span<UInt8>, isWhole: Bool, _ authors: borrowing AuthorTable
  ) -> MessageCut? {
    while let line = completeLine(bytes, start, scanned, isWhole: isWhole) {
      accounting.lines += 1
      if let found = match(bytes, line) {
        guard let before = open else {
          begin(found, bytes)
          continue
        }
        switch plausibility(of: found, after: before.header, bytes, isWhole: isWhole, authors) {
        case .message:
          begin(found, bytes)
          return before.cut(found.start)
        case .text: noteDoubtful(found)
        case .open:
          accounting.lines -= 1
          return nil
        }
      } else if open == nil {
        accounting.unread += 1
        if unreadLines.count < Self.listed { unreadLines.append(accounting.lines) }
        (start, scanned) = (line.next, line.next)
        continue
      } else {
        otherHeaders.look(bytes, from: line.start, to: line.end, line: accounting.lines)
      }
      goOn(line, bytes)
    }
    guard isWhole else {
      scanned = bytes.count
      return nil
    }
    guard let last = open else { return nil }
    open = nil
    return last.cut(bytes.count)
  }

  /// Lets go of what is not needed any more, which the window may forget; gives how many bytes that is.
  mutating func forget() -> Int {
    let count = open?.header.start ?? start
    open?.header.move(by: count)
    open?.textEnd -= count
    start -= count
    scanned -= count
    peeked -= count
    return count
  }

  @inline(__always)
  private mutating func begin(_ header: HeaderLine, _ bytes: Span<UInt8>) {
    accounting.messages += 1
    open = OpenMessage(header, bytes)
    (start, scanned) = (header.next, header.next)
  }

  /// Takes a line into the open message.
  private mutating func goOn(_ line: Line, _ bytes: Span<UInt8>) {
    accounting.continuations += 1
    if bytes[line.start - 1] == 0x0A, bytes[line.start - 2] == 0x0D { open?.hasCRLF = true }
    if open?.hasAngle == false {
      open?.hasAngle = Self.endsWithAngle(bytes, from: line.start, to: line.end)
    }
    open?.textEnd = line.end
    (start, scanned) = (line.next, line.next)
  }

  private mutating func noteDoubtful(_ header: HeaderLine) {
    doubtfulCount += 1
    if doubtfulLines.count < Self.listed { doubtfulLines.append(header.line) }
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
  private mutating func match(_ bytes: Span<UInt8>, _ line: Line) -> HeaderLine? {
    let start = TextFold.skipMarks(bytes, from: line.start, to: line.end)
    let match = reader.match(bytes, at: start, lineEnd: line.end, recent: &recentDate)
    guard let match else { return nil }
    return HeaderLine(
      start: line.start, bodyStart: match.bodyStart, end: line.end, next: line.next,
      time: match.time, line: accounting.lines)
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

  @inline(__always)
  private mutating func plausibility(
    of found: HeaderLine, after header: HeaderLine, _ bytes: Span<UInt8>, isWhole: Bool,
    _ authors: borrowing AuthorTable
  ) -> Plausibility {
    let gap = found.time.seconds &- header.time.seconds
    if gap >= -Self.patience && gap <= Self.longGap { return .message }
    return plausibilityOfJump(
      of: found, after: header, bytes, isWhole: isWhole, authors)
  }

  private mutating func plausibilityOfJump(
    of found: HeaderLine, after header: HeaderLine, _ bytes: Span<UInt8>, isWhole: Bool,
    _ authors: borrowing AuthorTable
  ) -> Plausibility {
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
    peeked = max(peeked, header.next)
    while let line = completeLine(bytes, peeked, peeked, isWhole: isWhole) {
      if let found = match(bytes, line) { return .found(found) }
      peeked = line.next
    }
    return isWhole ? .none : .open
  }

  @inline(__always)
  fileprivate static func endsWithAngle(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard end - start >= 3 else { return false }
    let last = bytes[end - 1]
    if last == UInt8(ascii: ">") { return true }
    guard last == 0x20 || last >= 0x80 && (bytes[end - 3] == 0xE2 || bytes[end - 2] == 0xD8)
    else { return false }
    let trimmed = TextFold.skipMarksAndSpacesBackward(bytes, from: end, to: start)
    return trimmed > start && bytes[trimmed - 1] == UInt8(ascii: ">")
  }
}
