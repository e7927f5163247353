/// Which calendars the years of a text can be of.
///
/// Chats are of 2009 and later, so a year of four digits mostly tells its calendar. Where it does not, as among the kinds
/// of the Islamic calendar, all that are left are candidates, and the text or the user must tell.
struct CalendarChoice {
  /// What is said of eras: for each era's word those that it stands for.
  let eras: [[HeaderWords.Era]]
  /// ICU name of the locale that the user gave.
  let given: String?

  /// Calendars whose dates CLDR writes without an era in some locale, or people do; the Gregorian one is asked first,
  /// since it is meant by all years that it can be. Those of lunar years that are Gregorian ones (`chinese`) are read only
  /// when the user says so: their dates look like Gregorian ones.
  private static let withoutEras =
    ["buddhist", "persian"] + ICU.calendars.filter { $0.hasPrefix("islamic") }.sorted()
    + ["roc", "hebrew", "indian", "coptic"] + ICU.calendars.filter { $0.hasPrefix("ethiopic-") }

  /// The candidates, the likeliest first; the Gregorian calendar where nothing fits. None for short years without an era of
  /// a calendar with several.
  ///
  /// - Parameter years: as the text writes them, in any order.
  func calendars(of years: [HeaderReader.Number]) -> [CalendarReading] {
    let sorted = years.sorted { $0.value < $1.value }
    guard let middle = sorted.dropFirst(sorted.count / 2).first else { return [.gregorian] }
    let wanted = given.map(ICU.calendar)
    let named = named
    var names = named.isEmpty ? [] : named
    if names.isEmpty, wanted == "japanese", middle.digits <= 2 { return [] }
    if names.isEmpty, let wanted, !["gregorian", "japanese"].contains(wanted),
      Self.fits(wanted, middle)
    {
      return CalendarReading(named: wanted).map { [$0] } ?? [.gregorian]
    }
    if names.isEmpty {
      // Of years before the first chats too, where two digits leave nothing else.
      if Self.fits("gregorian", middle) || middle.digits <= 2 && middle.value < 52 {
        return [.gregorian]
      }
      names = middle.digits <= 2 ? ["buddhist"] : Self.withoutEras
    }
    let fitting = names.filter { Self.fits($0, middle) }
    if let wanted, fitting.contains(wanted) {
      return CalendarReading(named: wanted).map { [$0] } ?? [.gregorian]
    }
    let readings = fitting.compactMap { CalendarReading(named: $0) }
    return readings.isEmpty ? [.gregorian] : readings
  }

  /// The calendars that all eras can be of; those of the first where they have none in common.
  private var named: [String] {
    let sets = eras.map { $0.map(\.calendar) }
    guard let first = sets.first else { return [] }
    let common = first.filter { name in sets.allSatisfy { $0.contains(name) } }
    return common.isEmpty ? first : common
  }

  /// Whether the year can be one that people chatted in.
  private static func fits(_ name: String, _ year: HeaderReader.Number) -> Bool {
    // The later years of the Persian calendar are Islamic ones of our days.
    if name == "persian" && year.value >= 1430 { return false }
    // Of two digits from 52 on, Buddhist years are likelier than the second half of the century.
    if name == "gregorian" && year.digits <= 2 && year.value >= 52 { return false }
    guard let calendar = CalendarReading(named: name) else { return false }
    // Japanese years count from their era on, and are never cut short.
    let digits = name == "japanese" ? 4 : year.digits
    return (1...12).contains { month in
      guard
        let day = calendar.day(year: year.value, digits: digits, month: month, day: 1)
      else { return false }
      return (CalendarReading.firstDay..<CalendarReading.lastDay).contains(day)
    }
  }
}
