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

  private(set) var window: TextWindow
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
  private var following: HeaderLine?
  private var hasStarted = false

  init(_ window: TextWindow, _ reader: HeaderReader) {
    self.window = window
    self.reader = reader
  }

  /// Finds the next message. What the cut before it said is void then.
  mutating func next(_ authors: borrowing AuthorTable) throws -> MessageCut? {
    if !hasStarted {
      hasStarted = true
      try findFirst()
    }
    guard var header = following else { return nil }
    following = nil
    accounting.messages += 1
    var cut = MessageCut(
      header: header, textEnd: header.end, end: 0,
      hasAngle: Self.endsWithAngle(window.bytes.span, from: header.bodyStart, to: header.end))
    var start = header.next
    var scanned = start
    while true {
      guard let line = completeLine(start, scanned) else {
        if window.hasEnded { break }
        // Only the message in hand is kept; nothing before it is needed any more.
        let shift = header.start
        window.drop(shift)
        header.move(by: shift)
        cut.textEnd -= shift
        start -= shift
        scanned = window.bytes.count
        try window.grow()
        continue
      }
      accounting.lines += 1
      if let found = match(line) {
        if try isPlausible(found, after: header, authors) {
          following = found
          break
        }
      } else {
        // A copy of the reference, as in `match`.
        let window = window.bytes
        otherHeaders.look(window.span, from: line.start, to: line.end, line: accounting.lines)
      }
      accounting.continuations += 1
      let bytes = window.bytes.span
      if bytes[line.start - 1] == 0x0A, bytes[line.start - 2] == 0x0D { cut.hasCRLF = true }
      if !cut.hasAngle {
        cut.hasAngle = Self.endsWithAngle(bytes, from: line.start, to: line.end)
      }
      cut.textEnd = line.end
      start = line.next
      scanned = start
    }
    cut.header = header
    cut.end = following?.start ?? window.bytes.count
    return cut
  }

  /// The line from `start` when all of it is in the window; `scanned` is where no line feed was found up to.
  @inline(__always)
  private func completeLine(_ start: Int, _ scanned: Int) -> Line? {
    let bytes = window.bytes.span
    guard let feed = TextWindow.lineFeed(bytes, from: scanned) else {
      guard window.hasEnded, start < bytes.count else { return nil }
      return Line(start: start, end: bytes.count, next: bytes.count)
    }
    let end = feed > start && bytes[feed - 1] == 0x0D ? feed - 1 : feed
    return Line(start: start, end: end, next: feed + 1)
  }

  @inline(__always)
  private mutating func match(_ line: Line) -> HeaderLine? {
    // A copy of the reference: the bytes are read while the recent date is written.
    let window = window.bytes
    let start = TextFold.skipMarks(window.span, from: line.start, to: line.end)
    let match = reader.match(window.span, at: start, lineEnd: line.end, recent: &recentDate)
    guard let match else { return nil }
    return HeaderLine(
      start: line.start, bodyStart: match.bodyStart, end: line.end, next: line.next,
      time: match.time, line: accounting.lines)
  }

  /// Goes to the first header; the lines before it are unread.
  private mutating func findFirst() throws {
    var start = 0
    var scanned = 0
    while following == nil {
      guard let line = completeLine(start, scanned) else {
        if window.hasEnded { return }
        window.drop(start)
        start = 0
        scanned = window.bytes.count
        try window.grow()
        continue
      }
      accounting.lines += 1
      following = match(line)
      if following == nil {
        accounting.unread += 1
        if unreadLines.count < Self.listed { unreadLines.append(accounting.lines) }
      }
      start = line.next
      scanned = start
    }
  }

  // MARK: Pasted headers

  /// Whether a line with the header's shape begins a message.
  @inline(__always)
  private mutating func isPlausible(
    _ found: HeaderLine, after header: HeaderLine, _ authors: borrowing AuthorTable
  ) throws -> Bool {
    let gap = found.time.seconds &- header.time.seconds
    if gap >= -Self.patience && gap <= Self.longGap { return true }
    return try isPlausibleJump(found, after: header, authors)
  }

  private mutating func isPlausibleJump(
    _ found: HeaderLine, after header: HeaderLine, _ authors: borrowing AuthorTable
  ) throws -> Bool {
    let isWritten = authors.isWritten(window.bytes.span, header)
    guard let before = isWritten ? header.time.seconds : lastWritten else { return true }
    let gap = found.time.seconds &- before
    if gap < -Self.patience {
      if authors.isKnown(window.bytes.span, found, isCounted: false) { return true }
    } else if gap > Self.longGap {
      if authors.isKnown(window.bytes.span, found, isCounted: true) { return true }
      guard let beyond = try peek(after: found),
        beyond.time.seconds < found.time.seconds - Self.patience,
        beyond.time.seconds >= before - Self.patience,
        authors.isKnown(window.bytes.span, beyond, isCounted: true)
      else { return true }
    } else {
      return true
    }
    doubtfulCount += 1
    if doubtfulLines.count < Self.listed { doubtfulLines.append(found.line) }
    return false
  }

  /// The header after `header`; nothing is counted, and the window only grows.
  private mutating func peek(after header: HeaderLine) throws -> HeaderLine? {
    var start = header.next
    var scanned = start
    while true {
      guard let line = completeLine(start, scanned) else {
        if window.hasEnded { return nil }
        scanned = window.bytes.count
        try window.grow()
        continue
      }
      if let found = match(line) { return found }
      start = line.next
      scanned = start
    }
  }

  @inline(__always)
  private static func endsWithAngle(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard end - start >= 3 else { return false }
    let last = bytes[end - 1]
    if last == UInt8(ascii: ">") { return true }
    guard last == 0x20 || last >= 0x80 && (bytes[end - 3] == 0xE2 || bytes[end - 2] == 0xD8)
    else { return false }
    let trimmed = TextFold.skipMarksAndSpacesBackward(bytes, from: end, to: start)
    return trimmed > start && bytes[trimmed - 1] == UInt8(ascii: ">")
  }
}
