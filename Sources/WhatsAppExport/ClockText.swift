internal import ChatRecords

/// Writes wall clock times as `2022-03-10T11:00`, with `:05` where the source has seconds; remembers the day.
struct ClockText {
  private(set) var text = InlineArray<19, UInt8>(repeating: 48)
  private var day = Int64.min

  /// Appends the text of `time`. Years are written with four digits, 0 to 9999.
  mutating func append(_ time: MessageRecord.WallTime, to buffer: inout [UInt8]) {
    let count = write(time)
    buffer.append(copying: text.span.extracting(first: count))
  }

  /// Writes the text of `time` into `text`; gives its length.
  mutating func write(_ time: MessageRecord.WallTime) -> Int {
    var days = time.seconds / 86400
    var second = time.seconds % 86400
    if second < 0 {
      second += 86400
      days -= 1
    }
    if days != day {
      day = days
      writeDay()
    }
    let minute = second / 60
    put(minute / 60, at: 11)
    put(minute % 60, at: 14)
    guard time.hasSeconds else { return 16 }
    text[16] = UInt8(ascii: ":")
    put(second % 60, at: 17)
    return 19
  }

  private mutating func put(_ number: Int64, at place: Int) {
    let pair = UInt8(truncatingIfNeeded: number)
    text[place] = 48 &+ pair / 10
    text[place + 1] = 48 &+ pair % 10
  }

  /// Days since 0000-03-01, in eras of 400 years of the proleptic Gregorian calendar.
  private mutating func writeDay() {
    let shifted = day &+ 719_468
    let era = (shifted >= 0 ? shifted : shifted &- 146_096) / 146_097
    let dayOfEra = shifted &- era &* 146_097
    let year =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    let civilYear = max(0, year &+ era &* 400 &+ (civilMonth <= 2 ? 1 : 0))
    put(civilYear / 100 % 100, at: 0)
    put(civilYear % 100, at: 2)
    text[4] = UInt8(ascii: "-")
    put(civilMonth, at: 5)
    text[7] = UInt8(ascii: "-")
    put(dayOfYear - (153 * month + 2) / 5 + 1, at: 8)
    text[10] = UInt8(ascii: "T")
    text[13] = UInt8(ascii: ":")
  }
}
