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
    var hasSeconds = false
    var bodyStart = 0
    /// Where the date ends, when it stands first and without words; else 0.
    var dateEnd = 0
  }

  struct Number: Equatable {
    var value = 0
    /// How many digits it is written with.
    var digits = 0
  }

  let layout: HeaderLayout
  /// How the three date fields are read; the order is learned last.
  var order: DateOrder
  var calendar: CalendarReading

  init(layout: HeaderLayout, order: DateOrder, calendar: CalendarReading) {
    self.layout = layout
    self.order = order
    self.calendar = calendar
  }

  /// The header that begins at `start`; nil where the line is none. Never reads past `lineEnd`.
  func match(_ bytes: Span<UInt8>, at start: Int, lineEnd: Int) -> Match? {
    var recent = RecentDate()
    return match(bytes, at: start, lineEnd: lineEnd, recent: &recent)
  }

  /// The same, for lines one after the other: a date that is written like the one before is not read again.
  func match(
    _ bytes: Span<UInt8>, at start: Int, lineEnd: Int, recent: inout RecentDate
  ) -> Match? {
    guard start < lineEnd, layout.mayBegin(with: bytes[start]) else { return nil }
    if recent.stands(in: bytes, at: start, end: lineEnd),
      digit(bytes, at: start + recent.count, end: lineEnd) == nil
    {
      var at = start + recent.count
      var words = Words()
      var time = Time()
      guard skipJoint(bytes, &at, lineEnd, words: &words),
        scanTime(bytes, &at, lineEnd, &time, words: &words),
        skipTail(bytes, &at, lineEnd, words: &words),
        let second = time.secondOfDay(hours: words.hours)
      else { return nil }
      if words.era < 0 {
        return Match(
          bodyStart: at,
          time: MessageRecord.WallTime(
            seconds: Int64(recent.day) * 86_400 + Int64(second), hasSeconds: time.hasSeconds))
      }
    }
    var fields = Fields()
    guard scan(bytes, at: start, end: lineEnd, into: &fields),
      let day = day(of: fields, order: order)
    else { return nil }
    if fields.dateEnd > 0 && fields.era < 0 {
      recent.keep(bytes.extracting(start..<fields.dateEnd), day: day)
    }
    let seconds = Int64(day) * 86_400 + Int64(fields.secondOfDay)
    return Match(
      bodyStart: fields.bodyStart,
      time: MessageRecord.WallTime(seconds: seconds, hasSeconds: fields.hasSeconds))
  }

  /// The day that the fields mean in an order, counted from 1970-01-01; nil where there is none.
  @inline(__always)
  func day(of fields: Fields, order: DateOrder) -> Int? {
    let (year, month, day) =
      switch order {
      case .dmy: (fields.third, fields.second, fields.first)
      case .mdy: (fields.third, fields.first, fields.second)
      case .ymd: (fields.first, fields.second, fields.third)
      }
    guard month.digits <= 2, day.digits <= 2 else { return nil }
    if fields.era >= 0, let offset = layout.eras[fields.era] {
      return CalendarReading.day(
        year: year.value, yearOffset: offset, month: month.value, day: day.value)
    }
    return calendar.day(
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
    var time = Time()
    if layout.isTimeFirst {
      guard scanTime(bytes, &at, end, &time, words: &words),
        skipJoint(bytes, &at, end, words: &words),
        scanDate(bytes, &at, end, &fields, words: &words)
      else { return false }
    } else {
      guard scanDate(bytes, &at, end, &fields, words: &words) else { return false }
      if words.era < 0 && words.hours == 0 && !words.isLeapMonth { fields.dateEnd = at }
      guard skipJoint(bytes, &at, end, words: &words),
        scanTime(bytes, &at, end, &time, words: &words)
      else { return false }
    }
    guard skipTail(bytes, &at, end, words: &words),
      let second = time.secondOfDay(hours: words.hours)
    else { return false }
    fields.era = words.era
    fields.isLeapMonth = words.isLeapMonth
    fields.secondOfDay = second
    fields.hasSeconds = time.hasSeconds
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

  private struct Time {
    var hour = 0
    var minute = 0
    var second = 0
    var hasSeconds = false

    /// - Parameter hours: those that a day period covers, a bit each; 0 for none.
    @inline(__always)
    func secondOfDay(hours: UInt32) -> Int? {
      // A leap second is read as the one before it, which exists on every clock.
      guard minute < 60, second <= 60 else { return nil }
      var hour = hour
      if hours == 0 {
        guard hour < 24 else { return nil }
      } else {
        guard hour <= 12 else { return nil }
        let early = hour % 12
        guard hours & (1 << UInt32(early) | 1 << UInt32(early + 12)) != 0 else { return nil }
        hour = hours & (1 << UInt32(early)) != 0 ? early : early + 12
      }
      return hour * 3600 + minute * 60 + min(second, 59)
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
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ time: inout Time
  ) -> Bool {
    let separator = layout.timeSeparator
    guard at + 9 < end, bytes[at + 2] == separator,
      let hour = twoDigits(bytes, at), let minute = twoDigits(bytes, at + 3)
    else { return false }
    var next = at + 5
    var second: Int?
    if layout.mayHaveSeconds {
      guard bytes[next] == separator, let written = twoDigits(bytes, next + 1) else { return false }
      second = written
      next += 3
    }
    guard bytes[next] == 0x20 || bytes[next] == UInt8(ascii: "]") else { return false }
    time = Time(hour: hour, minute: minute, second: second ?? 0, hasSeconds: second != nil)
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
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ time: inout Time, words: inout Words
  ) -> Bool {
    scanPaddedTime(bytes, &at, end, &time) || scanOddTime(bytes, &at, end, &time, words: &words)
  }

  private func scanOddTime(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ time: inout Time, words: inout Words
  ) -> Bool {
    guard let hour = number(bytes, &at, end), hour.digits <= 2,
      skipSeparator(bytes, &at, end, layout.timeSeparator, words: &words),
      let minute = number(bytes, &at, end), minute.digits <= 2,
      minute.digits >= layout.minuteDigits
    else { return false }
    (time.hour, time.minute) = (hour.value, minute.value)
    if layout.mayHaveSeconds {
      var ahead = at
      var said = words
      if skipSeparator(bytes, &ahead, end, layout.timeSeparator, words: &said),
        let second = number(bytes, &ahead, end), second.digits <= 2
      {
        (at, words) = (ahead, said)
        time.second = second.value
        time.hasSeconds = true
        return true
      }
      return !layout.needsSeconds
    }
    return true
  }
}
