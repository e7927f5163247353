internal import Files

/// Walks over the lines of a text, only as far into each as a header or the name of an attachment may lie.
enum TextWalk {
  /// A line's bytes lie from `start` up to before `end`, without the line feed; `number` counts from 1.
  typealias Visit = (_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ number: Int) -> Bool

  /// Visits every line until `visit` says false.
  static func overLines(of text: Span<UInt8>, _ visit: Visit) {
    var start = 0
    var number = 1
    while start < text.count {
      var end = start
      while end < text.count && text[end] != 0x0A { end += 1 }
      if !visit(text, start, end, number) { return }
      start = end + 1
      number += 1
    }
  }

  private static let capacity = 1 << 18

  /// Visits every line of a stream in one buffer of 256 KiB. Of a longer line only the beginning is shown.
  static func overLines(
    of source: any ByteSource, _ visit: Visit
  ) throws(ExportError) {
    var buffer = [UInt8](repeating: 0, count: capacity)
    var held = 0
    var number = 1
    var isInsideLongLine = false
    while true {
      let count = try read(source, into: &buffer, at: held)
      let filled = held + count
      var start = 0
      while start < filled {
        var end = start
        while end < filled && buffer[end] != 0x0A { end += 1 }
        let isComplete = end < filled
        if !isComplete && count > 0 && !(start == 0 && filled == capacity) { break }
        if !isInsideLongLine && !visit(buffer.span, start, end, number) { return }
        isInsideLongLine = !isComplete
        if isComplete { number += 1 }
        start = end + 1
      }
      if count == 0 { return }
      held = max(0, filled - start)
      if held > 0 && start > 0 {
        buffer.replaceSubrange(0..<held, with: Array(buffer[start..<filled]))
      }
    }
  }

  private static func read(
    _ source: any ByteSource, into buffer: inout [UInt8], at held: Int
  ) throws(ExportError) -> Int {
    do {
      return try unsafe buffer.withUnsafeMutableBytes { bytes in
        try unsafe source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[held...]))
      }
    } catch let error as ExportError {
      throw error
    } catch {
      throw .textUnreadable(reason: "\(error)")
    }
  }

  /// The day in the name of an attachment as phones name them: `IMG-20220310-WA0001`,
  /// `00000012-PHOTO-2022-03-10-11-00-00`, `2014-03-10-PHOTO-00000012`; nil where the line holds none.
  static func namedDay(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var at = start
    while at + 12 <= end {
      guard bytes[at] == 0x32, bytes[at + 1] == 0x30, at == start || bytes[at - 1] &- 0x30 >= 10,
        let year = number(bytes, at, 4)
      else {
        at += 1
        continue
      }
      if let date = number(bytes, at + 4, 4), bytes[at + 8] == 0x2D, bytes[at + 9] == 0x57,
        bytes[at + 10] == 0x41
      {
        return CalendarReading.day(
          year: year, yearOffset: 0, month: date / 100, day: date % 100)
      }
      if bytes[at + 4] == 0x2D, let month = number(bytes, at + 5, 2), bytes[at + 7] == 0x2D,
        let day = number(bytes, at + 8, 2), bytes[at + 10] == 0x2D,
        isTimeOrWord(bytes, at + 11, end)
      {
        return CalendarReading.day(year: year, yearOffset: 0, month: month, day: day)
      }
      at += 4
    }
    return nil
  }

  private static func isTimeOrWord(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    if at < end, bytes[at] &- 0x41 < 26 { return true }
    return at + 8 <= end && number(bytes, at, 2) != nil && bytes[at + 2] == 0x2D
      && number(bytes, at + 3, 2) != nil && bytes[at + 5] == 0x2D
      && number(bytes, at + 6, 2) != nil
  }

  private static func number(_ bytes: Span<UInt8>, _ at: Int, _ digits: Int) -> Int? {
    var value = 0
    for offset in 0..<digits {
      let digit = bytes[at + offset] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
