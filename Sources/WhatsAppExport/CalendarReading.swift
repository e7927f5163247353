internal import Synchronization

/// How the year, month and day fields of one text become a day: a calendar of ICU's, compiled so that
/// reading a date asks ICU nothing.
struct CalendarReading: Sendable {
  /// CLDR's name, `islamic-umalqura`.
  let name: String
  /// Added to a written year to get the Gregorian year, for the calendars that differ in nothing else; nil for all others.
  let gregorianOffset: Int?
  private let shortYears: ShortYears
  /// For the other calendars: every year's months, leap months behind the plain ones.
  private let months: [Days]
  /// The year of the first of `months`.
  private let firstYear: Int

  /// How years of two digits are meant: from `split` on `early` is added to them, else `late`.
  private struct ShortYears {
    let split: Int
    let early: Int
    let late: Int

    /// A hundred years from 1970 on, as the calendar counts them: 1970 is what a phone without a clock writes.
    init(year1970: Int) {
      split = year1970 % 100
      early = year1970 - split
      late = early + 100
    }

    /// The years of a cycle of sixty, which ICU counts from 1984 on, as the Gregorian years that they begin in, of 2009 on.
    private init(sixtyYearsFrom split: Int) {
      self.split = split
      early = 1983
      late = early + 60
    }

    static let ofSexagenaryCycle = ShortYears(sixtyYearsFrom: 26)
  }

  /// From the first day to before the last, counted from 1970-01-01; empty for a month that is not.
  private struct Days {
    var start: Int32 = 0
    var end: Int32 = 0
  }

  private static let mostMonths = 14
  private static let slotsOfYear = 2 * mostMonths

  static let gregorian = CalendarReading(offset: 0, named: "gregorian")

  /// Compiles a calendar; nil where ICU has none of that name. Cheap from the second time on.
  init?(named name: String) {
    let known = Self.compiled.withLock { $0[name] }
    guard let reading = known ?? Self.compile(name) else { return nil }
    if known == nil { Self.compiled.withLock { $0[name] = reading } }
    self = reading
  }

  private static let compiled = Mutex<[String: CalendarReading]>(["gregorian": .gregorian])

  private init(offset: Int, named name: String) {
    self.name = name
    gregorianOffset = offset
    shortYears = ShortYears(year1970: 1970 - offset)
    months = []
    firstYear = 0
  }

  private init(_ months: [ICU.Month], named name: String, year1970: Int) {
    self.name = name
    gregorianOffset = nil
    let isCyclic = Self.cyclic[name] != nil
    shortYears = isCyclic ? .ofSexagenaryCycle : ShortYears(year1970: year1970)
    let years = months.map { Self.writtenYear($0, of: name) }
    let firstYear = years.first ?? 0
    var table = [Days](
      repeating: Days(), count: ((years.last ?? 0) - firstYear + 1) * Self.slotsOfYear)
    var number = 0
    for (index, month) in months.dropLast().enumerated() {
      let isFirst = index == 0 || years[index - 1] != years[index]
      // Numbers are written without the gaps that ICU leaves in them.
      number = isFirst || isCyclic ? month.number : number + 1
      guard (1...Self.mostMonths).contains(number) else { continue }
      let slot = (years[index] - firstYear) * Self.slotsOfYear + number - 1
      table[slot + (month.isLeap ? Self.mostMonths : 0)] = Days(
        start: Int32(clamping: month.start), end: Int32(clamping: months[index + 1].start))
    }
    self.months = table
    self.firstYear = firstYear
  }

  private static func compile(_ name: String) -> CalendarReading? {
    guard let sample = ICU.year(in: name, onDay: sampleDay) else { return nil }
    if gregorianLike.contains(name) {
      return CalendarReading(offset: sampleYear - sample.year, named: name)
    }
    let months = ICU.months(of: name, in: firstDay - 200..<lastDay)
    guard !months.isEmpty, let year1970 = ICU.year(in: name, onDay: 0)?.year else { return nil }
    // The first month may be one in the middle of its year, where a count of months cannot begin.
    let first = writtenYear(months[0], of: name)
    let whole = Array(months.drop { writtenYear($0, of: name) == first })
    return CalendarReading(whole, named: name, year1970: year1970)
  }

  /// The year as short dates show it in full: that of the era, or the Gregorian one that a year of a cycle begins in.
  private static func writtenYear(_ month: ICU.Month, of name: String) -> Int {
    cyclic[name].map { month.extended - $0 } ?? month.year
  }

  /// Calendars without eras, whose short dates show `r`, CLDR's related Gregorian year, or the year of a cycle of sixty;
  /// with what ICU's own count is ahead of the former.
  static let cyclic = ["chinese": 2637, "dangi": 2333]

  /// 2009-01-01: WhatsApp is of that year, so chats are not older.
  static let firstDay = 14_245
  /// 2100-01-01.
  static let lastDay = 47_482

  /// 2022-07-01, in the middle of the years that exports are of.
  private static let sampleDay = 19174
  private static let sampleYear = 2022
  /// Calendars that differ from the Gregorian one in the count of years alone.
  static let gregorianLike: Set<String> = ["gregorian", "iso8601", "buddhist", "roc", "japanese"]

  /// The day, counted from 1970-01-01; nil where there is no such date.
  ///
  /// - Parameters:
  ///   - digits: how many digits the year was written with; two stand for a year of our days, one for none.
  ///   - isLeap: whether the month is written as one that repeats the number of the month before it.
  @inline(__always)
  func day(year: Int, digits: Int, month: Int, day: Int, isLeap: Bool = false) -> Int? {
    var year = year
    if digits == 1 { return nil }
    if digits == 2 { year += year >= shortYears.split ? shortYears.early : shortYears.late }
    guard month >= 1, day >= 1 else { return nil }
    guard let gregorianOffset else {
      return tableDay(year: year, month: month, day: day, isLeap: isLeap)
    }
    year += gregorianOffset
    guard month <= 12, year >= 1, year <= 9999, day <= Self.length(of: month, in: year), !isLeap
    else { return nil }
    return Self.dayNumber(year: year, month: month, day: day)
  }

  /// A date whose era's first year is known: `yearOffset` is added to get the Gregorian year.
  @inline(__always)
  static func day(year: Int, yearOffset: Int, month: Int, day: Int) -> Int? {
    let year = year + yearOffset
    guard (1...12).contains(month), year >= 1, year <= 9999, day >= 1,
      day <= length(of: month, in: year)
    else { return nil }
    return dayNumber(year: year, month: month, day: day)
  }

  private func tableDay(year: Int, month: Int, day: Int, isLeap: Bool) -> Int? {
    guard year >= firstYear, month <= Self.mostMonths else { return nil }
    let slot = (year - firstYear) * Self.slotsOfYear + month - 1
    guard slot < months.count - Self.mostMonths else { return nil }
    let days = months[slot + (isLeap ? Self.mostMonths : 0)]
    return Int32(clamping: day) <= days.end - days.start ? Int(days.start) + day - 1 : nil
  }

  @inline(__always)
  private static func length(of month: Int, in year: Int) -> Int {
    if month == 2 {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    }
    return 30 + ((month + month >> 3) & 1)
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March.
  @inline(__always)
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let shifted = month <= 2 ? month + 9 : month - 3
    let ofYear = (153 * shifted + 2) / 5 + day - 1
    return 365 * year + year / 4 - year / 100 + year / 400 + ofYear - 719_468
  }

  /// The Gregorian date of a day, `2022-03-10`; for words to people.
  static func text(ofDay day: Int) -> String {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * ofYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let dayOfMonth = ofYear - (153 * marchMonth + 2) / 5 + 1
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(dayOfMonth))"
  }
}
