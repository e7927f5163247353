internal import ChatRecords

/// Recognises the header of one learned shape in bytes: date, time and what stands around them.
///
/// Tolerant in what differs between versions of one phone (commas, blanks, marks of direction, padding, two or
/// four digits of the year), strict in what numbers may say. Asks nothing of ICU, allocates nothing; a
/// continuation line is refused by its first byte or two.
struct HeaderReader: Sendable {
  struct Match {
    /// Where the author or the system text begins.
    var bodyStart: Int
    var time: MessageRecord.WallTime
    /// Whether the year is written with four digits where those that the order was learned from have two, or the reverse.
    var hasOddYear = false
  }

  /// What stands around date and time.
  enum Frame: Sendable, Hashable {
    /// iOS: `[date, time] `.
    case bracket
    /// Android: `date, time - `.
    case dash
    /// iOS until about 2017: `date, time: `.
    case colon
    /// The same with nothing but a blank before the author, `date time A: `; seconds and an author are asked for.
    case bare
  }

  /// The numbers of a header in the order of the text, not yet told apart.
  struct Fields {
    var first = Number()
    var second = Number()
    var third = Number()
    /// Index into `eras`; -1 where none is written.
    var era = -1
    var isLeapMonth = false
    var secondOfDay = 0
    var clock = Clock()
    var bodyStart = 0

    var hasSeconds: Bool { clock.hasSeconds }
    /// Whether the year shows itself by its digits: `2023`, and not `23`.
    var hasLongYear: Bool { first.digits > 2 || third.digits > 2 }
  }

  struct Number: Equatable {
    var value = 0
    /// How many digits it is written with.
    var digits = 0
  }

  let layout: HeaderLayout
  /// How the three date fields are read.
  let reading: DateReading
  /// Whether the years that the order was learned from have four digits.
  var hasLongYear = false
  /// How dates are read whose years are written with four digits, or with two, where most are not: those of another
  /// phone in a text that was joined from two.
  var exception: (hasLongYear: Bool, reading: DateReading)?

  init(layout: HeaderLayout, reading: DateReading) {
    self.layout = layout
    self.reading = reading
  }

  /// The header that begins at `start`; nil where the line is none. Never reads past `lineEnd`.
  func match(_ bytes: Span<UInt8>, at start: Int, lineEnd: Int) -> Match? {
    guard start < lineEnd, layout.mayBegin(with: bytes[start]) else { return nil }
    var fields = Fields()
    return match(bytes, at: start, lineEnd: lineEnd, into: &fields)
  }

  /// The same, for lines one after the other: what is written like in the header before is not read again.
  func match(
    _ bytes: Span<UInt8>, at start: Int, lineEnd: Int, recent: inout RecentHeader
  ) -> Match? {
    guard start < lineEnd, layout.mayBegin(with: bytes[start]) else { return nil }
    if let match = recent.match(bytes, at: start, lineEnd: lineEnd, self) { return match }
    var fields = Fields()
    guard let match = match(bytes, at: start, lineEnd: lineEnd, into: &fields) else { return nil }
    if layout.frame == .dash || layout.frame == .bracket {
      recent.keep(bytes, start..<match.bodyStart, fields.clock, match.time)
    }
    return match
  }

  private func match(
    _ bytes: Span<UInt8>, at start: Int, lineEnd: Int, into fields: inout Fields
  ) -> Match? {
    guard scan(bytes, at: start, end: lineEnd, into: &fields),
      let day = day(of: fields)
    else { return nil }
    let seconds = Int64(day) * 86_400 + Int64(fields.secondOfDay)
    return Match(
      bodyStart: fields.bodyStart,
      time: MessageRecord.WallTime(seconds: seconds, hasSeconds: fields.hasSeconds),
      hasOddYear: exception == nil && fields.hasLongYear != hasLongYear)
  }

  @inline(__always)
  private func day(of fields: Fields) -> Int? {
    guard let exception, exception.hasLongYear == fields.hasLongYear else {
      return day(of: fields, by: reading)
    }
    return day(of: fields, by: exception.reading)
  }

  /// The day that the fields mean in a reading, counted from 1970-01-01; nil where there is none.
  @inline(__always)
  func day(of fields: Fields, by reading: DateReading) -> Int? {
    let (year, month, day) =
      switch reading.order {
      case .dmy: (fields.third, fields.second, fields.first)
      case .mdy: (fields.third, fields.first, fields.second)
      case .ymd: (fields.first, fields.second, fields.third)
      }
    guard month.digits <= 2, day.digits <= 2 else { return nil }
    if fields.era >= 0, let offset = layout.eras[fields.era] {
      return CalendarReading.day(
        year: year.value, yearOffset: offset, month: month.value, day: day.value)
    }
    return reading.calendar.day(
      year: year.value, digits: year.digits, month: month.value, day: day.value,
      isLeap: fields.isLeapMonth)
  }

  /// Takes a line apart; false where it is no header of this shape. Says nothing of the date's sense.
  func scan(_ bytes: Span<UInt8>, at start: Int, end: Int, into fields: inout Fields) -> Bool {
    var at = HeaderBytes.skippingMarks(bytes, from: start, end: end)
    if layout.frame == .bracket {
      guard at < end, bytes[at] == UInt8(ascii: "[") else { return false }
      at += 1
    }
    var words = Words()
    if layout.hasLead || at >= end || !isLatinDigit(bytes[at]) {
      guard skipGap(bytes, &at, end, nil, words: &words) else { return false }
    }
    if layout.isTimeFirst {
      guard scanTime(bytes, &at, end, &fields.clock, words: &words),
        skipJoint(bytes, &at, end, words: &words),
        scanDate(bytes, &at, end, &fields, words: &words)
      else { return false }
    } else {
      guard scanDate(bytes, &at, end, &fields, words: &words),
        skipJoint(bytes, &at, end, words: &words),
        scanTime(bytes, &at, end, &fields.clock, words: &words)
      else { return false }
    }
    guard skipTail(bytes, &at, end, words: &words),
      let second = fields.clock.secondOfDay(hours: words.hours)
    else { return false }
    fields.era = words.era
    fields.isLeapMonth = words.isLeapMonth
    fields.secondOfDay = second
    fields.bodyStart = at
    return true
  }

  /// What the words of one line said.
  struct Words {
    var era = -1
    /// The hours of the day that the day period covers, a bit each; 0 where none is written.
    var hours: UInt32 = 0
    var isLeapMonth = false
  }

  /// The time of one line as it is written.
  struct Clock {
    var hour = 0
    var minute = Number()
    var second = Number()
    var hasSeconds = false
    /// Where the digits stand.
    var minutePlace = 0..<0
    var secondPlace = 0..<0

    /// - Parameter hours: those that a day period covers, a bit each; 0 for none.
    @inline(__always)
    func secondOfDay(hours: UInt32) -> Int? {
      // A leap second is read as the one before it, which exists on every clock.
      guard minute.value < 60, second.value <= 60 else { return nil }
      var hour = hour
      if hours == 0 {
        guard hour < 24 else { return nil }
      } else {
        guard hour <= 12 else { return nil }
        let early = hour % 12
        guard hours & (1 << UInt32(early) | 1 << UInt32(early + 12)) != 0 else { return nil }
        hour = hours & (1 << UInt32(early)) != 0 ? early : early + 12
      }
      return hour * 3600 + minute.value * 60 + min(second.value, 59)
    }
  }

  @inline(__always)
  func isLatinDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The digit at `at`, Latin or of the text's own set.
  @inline(__always)
  func digit(_ bytes: Span<UInt8>, at: Int, end: Int) -> (value: Int, length: Int)? {
    guard at < end else { return nil }
    let byte = bytes[at] &- 0x30
    if byte < 10 { return (Int(byte), 1) }
    guard bytes[at] >= 0xC2, layout.hasOwnDigits else { return nil }
    return layout.digits.digit(bytes, at: at, end: end)
  }

  /// A number of at most four digits; nil where there is none or a longer one.
  @inline(__always)
  private func number(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int) -> Number? {
    var number = Number()
    while let digit = digit(bytes, at: at, end: end) {
      number.value = number.value * 10 + digit.value
      number.digits += 1
      at += digit.length
      if number.digits > 4 { return nil }
    }
    return number.digits > 0 ? number : nil
  }

  @inline(__always)
  private func scanDate(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ fields: inout Fields,
    words: inout Words
  ) -> Bool {
    guard let first = number(bytes, &at, end) else { return false }
    guard skipSeparator(bytes, &at, end, layout.firstSeparator, words: &words),
      let second = number(bytes, &at, end),
      skipSeparator(bytes, &at, end, layout.secondSeparator, words: &words),
      let third = number(bytes, &at, end)
    else { return false }
    (fields.first, fields.second, fields.third) = (first, second, third)
    return true
  }

  /// The commonest form, `14:30`, or `14:30:15` where seconds may stand, and nothing behind it that could be part of it;
  /// every other form is left to `scanTime`.
  @inline(__always)
  private func scanPaddedTime(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ clock: inout Clock
  ) -> Bool {
    let separator = layout.timeSeparator
    guard at + 9 < end, bytes[at + 2] == separator,
      let hour = twoDigits(bytes, at), let minute = twoDigits(bytes, at + 3)
    else { return false }
    var next = at + 5
    var found = Clock(
      hour: hour, minute: Number(value: minute, digits: 2), minutePlace: at + 3..<at + 5)
    if layout.mayHaveSeconds {
      guard bytes[next] == separator, let second = twoDigits(bytes, next + 1) else { return false }
      found.second = Number(value: second, digits: 2)
      found.secondPlace = next + 1..<next + 3
      found.hasSeconds = true
      next += 3
    }
    guard bytes[next] == 0x20 || bytes[next] == UInt8(ascii: "]") else { return false }
    clock = found
    at = next
    return true
  }

  @inline(__always)
  private func twoDigits(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    let (tens, ones) = (bytes[at] &- 0x30, bytes[at + 1] &- 0x30)
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }

  @inline(__always)
  private func scanTime(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ clock: inout Clock, words: inout Words
  ) -> Bool {
    scanPaddedTime(bytes, &at, end, &clock) || scanOddTime(bytes, &at, end, &clock, words: &words)
  }

  private func scanOddTime(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ clock: inout Clock, words: inout Words
  ) -> Bool {
    guard let hour = number(bytes, &at, end), hour.digits <= 2,
      skipSeparator(bytes, &at, end, layout.timeSeparator, words: &words)
    else { return false }
    let start = at
    guard let minute = number(bytes, &at, end), minute.digits <= 2,
      minute.digits >= layout.minuteDigits
    else { return false }
    (clock.hour, clock.minute, clock.minutePlace) = (hour.value, minute, start..<at)
    guard layout.mayHaveSeconds else { return true }
    var ahead = at
    var said = words
    guard skipSeparator(bytes, &ahead, end, layout.timeSeparator, words: &said) else {
      return !layout.needsSeconds
    }
    let secondStart = ahead
    guard let second = number(bytes, &ahead, end), second.digits <= 2 else {
      return !layout.needsSeconds
    }
    (clock.second, clock.secondPlace, clock.hasSeconds) = (second, secondStart..<ahead, true)
    (at, words) = (ahead, said)
    return true
  }
}
