/// How the year, month and day fields of one text become a day: a calendar of ICU's, compiled so that
/// reading a date asks ICU nothing.
struct CalendarReading: Sendable {
  /// CLDR's name, `islamic-umalqura`.
  let name: String
  /// Added to a written year to get the Gregorian year, for the calendars that differ in nothing else; nil for all others.
  let gregorianOffset: Int?
  /// Added to a written two-digit year first; the century of the calendar that holds our days.
  let century: Int
  /// For the other calendars: first days of months, fourteen a year, the last being the next year's first.
  private let monthStarts: [Int32]
  private let firstYear: Int

  private static let monthsInRow = 15

  static let gregorian = CalendarReading(name: "gregorian", gregorianOffset: 0, century: 2000)

  private init(
    name: String, gregorianOffset: Int?, century: Int, monthStarts: [Int32] = [], firstYear: Int = 0
  ) {
    self.name = name
    self.gregorianOffset = gregorianOffset
    self.century = century
    self.monthStarts = monthStarts
    self.firstYear = firstYear
  }

  /// Compiles a calendar; nil where ICU has none of that name.
  ///
  /// Calendars that have the Gregorian months are an offset of years; for every other one the months of 1970 to 2100 are
  /// laid out in a table, some 130 questions to ICU.
  init?(named name: String) {
    if name == "gregorian" {
      self = .gregorian
      return
    }
    guard let today = ICU.year(in: name, onDay: Self.sampleDay) else { return nil }
    let century = today.extended / 100 * 100
    if Self.gregorianLike.contains(name) {
      // Extended years of these are Gregorian ones in ICU; the years of the era are what is written.
      let offset = Self.sampleYear - today.year
      self.init(name: name, gregorianOffset: offset, century: today.year / 100 * 100)
      return
    }
    guard let first = ICU.year(in: name, onDay: 0) else { return nil }
    var starts: [Int32] = []
    for year in first.extended...first.extended + 131 {
      guard let months = ICU.monthStarts(of: name, year: year) else { return nil }
      var row = Array(months.prefix(Self.monthsInRow))
      while row.count < Self.monthsInRow { row.append(row.last ?? 0) }
      starts += row
    }
    // What is written is the year of the era.
    self.init(
      name: name, gregorianOffset: nil, century: century, monthStarts: starts,
      firstYear: first.extended + today.year - today.extended)
  }

  /// 2009-01-01: WhatsApp is of that year, so chats are not older.
  static let firstDay = 14_245
  /// 2100-01-01.
  static let lastDay = 47_482

  /// 2022-07-01, in the middle of the years that exports are of.
  private static let sampleDay = 19174
  private static let sampleYear = 2022
  /// Calendars that differ from the Gregorian one in the count of years alone.
  static let gregorianLike: Set<String> = ["gregorian", "buddhist", "roc", "japanese"]

  /// The day, counted from 1970-01-01; nil where there is no such date.
  ///
  /// - Parameter digits: how many digits the year was written with; two stand for the century of our days.
  @inline(__always)
  func day(year: Int, digits: Int, month: Int, day: Int) -> Int? {
    var year = year
    if digits <= 2 {
      // 1970 is what a phone without a clock writes; two digits from 70 on are of the last century.
      year += gregorianOffset == 0 && year >= 70 ? century - 100 : century
    }
    guard month >= 1, day >= 1 else { return nil }
    guard let gregorianOffset else { return tableDay(year: year, month: month, day: day) }
    year += gregorianOffset
    guard month <= 12, year >= 1, year <= 9999, day <= Self.length(of: month, in: year) else {
      return nil
    }
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

  private func tableDay(year: Int, month: Int, day: Int) -> Int? {
    let row = (year - firstYear) * Self.monthsInRow
    guard year >= firstYear, row + Self.monthsInRow <= monthStarts.count,
      month < Self.monthsInRow
    else { return nil }
    let start = monthStarts[row + month - 1]
    let next = monthStarts[row + month]
    guard Int32(clamping: day) <= next - start else { return nil }
    return Int(start) + day - 1
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
