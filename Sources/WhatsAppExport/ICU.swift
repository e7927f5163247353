internal import CICU

/// What ICU knows, in Swift's words: the only file of this module that speaks to it, `ZoneClock` aside.
///
/// Locale names here are ICU's own (`de_AT`, `th_TH@calendar=buddhist`). Nothing of this is called per message.
enum ICU {
  enum PatternKind: Character {
    case shortDate = "d"
    case shortTime = "t"
    case mediumTime = "m"

    fileprivate var code: CChar { CChar(truncatingIfNeeded: rawValue.asciiValue ?? 0) }
  }

  /// ICU's version, `72.1`.
  static var version: String {
    unsafe text(64) { buffer, capacity in unsafe cicu_version(buffer, capacity) } ?? "unknown"
  }

  // MARK: Locales

  /// Every locale that ICU has data for.
  static let locales: [String] = (0..<cicu_locale_count()).compactMap { index in
    guard let name = unsafe cicu_locale_name(index) else { return nil }
    return unsafe String(cString: name)
  }

  /// Those of a language, itself among them.
  static func locales(of language: String) -> [String] {
    locales.filter { $0.hasPrefix(language) && Self.language(of: $0) == language }
  }

  /// The ICU name of a BCP 47 tag; nil unless the whole tag is well-formed.
  static func locale(fromTag tag: String) -> String? {
    unsafe text(160) { buffer, capacity in unsafe cicu_locale_from_tag(tag, buffer, capacity) }
  }

  static func tag(fromLocale locale: String) -> String? {
    unsafe text(160) { buffer, capacity in unsafe cicu_tag_from_locale(locale, buffer, capacity) }
  }

  static func language(of locale: String) -> String { subtag("l", of: locale) }
  static func script(of locale: String) -> String { subtag("s", of: locale) }
  static func region(of locale: String) -> String { subtag("r", of: locale) }

  private static func subtag(_ which: Character, of locale: String) -> String {
    let code = CChar(truncatingIfNeeded: which.asciiValue ?? 0)
    return unsafe text(32) { buffer, capacity in unsafe cicu_subtag(locale, code, buffer, capacity)
    } ?? ""
  }

  /// Whether the locale is written in a script that the scalar belongs to; true for what belongs to none.
  static func writes(_ scalar: UInt32, in locale: String) -> Bool {
    unsafe cicu_writes(locale, Int32(truncatingIfNeeded: scalar))
  }

  /// The locale with the script and region that it most likely means: `en` gives `en_Latn_US`.
  static func maximized(_ locale: String) -> String {
    unsafe text(160) { buffer, capacity in unsafe cicu_maximized(locale, buffer, capacity) }
      ?? locale
  }

  static func hasLanguage(_ code: String) -> Bool {
    unsafe cicu_iso_has(CChar(UInt8(ascii: "l")), code)
  }

  static func hasRegion(_ code: String) -> Bool {
    unsafe cicu_iso_has(CChar(UInt8(ascii: "r")), code)
  }

  /// The calendar that the locale asks for or its region prefers, as CLDR names it.
  static func calendar(of locale: String) -> String {
    unsafe text(64) { buffer, capacity in unsafe cicu_calendar_of(locale, buffer, capacity) }
      ?? "gregorian"
  }

  /// The numbering system that the locale asks for or prefers.
  static func numbering(of locale: String) -> String {
    unsafe text(64) { buffer, capacity in unsafe cicu_numbering_of(locale, buffer, capacity) }
      ?? "latn"
  }

  // MARK: Digits

  /// Every numbering system's name, algorithmic ones too.
  static let numberingNames: [String] = unsafe lines(cicu_numbering_names())

  /// The ten digits as scalars; nil for an algorithmic or unknown system.
  static func digits(of numbering: String) -> [UInt32]? {
    var digits = [UInt32](repeating: 0, count: 10)
    let isKnown = unsafe digits.withUnsafeMutableBufferPointer { buffer in
      unsafe cicu_numbering_digits(numbering, buffer.baseAddress)
    }
    return isKnown ? digits : nil
  }

  // MARK: Patterns

  static func pattern(_ kind: PatternKind, of locale: String) -> String? {
    unsafe text(1024) { buffer, capacity in unsafe cicu_pattern(locale, kind.code, buffer, capacity)
    }
  }

  static func bestPattern(_ skeleton: String, of locale: String) -> String? {
    unsafe text(1024) { buffer, capacity in
      unsafe cicu_best_pattern(locale, skeleton, buffer, capacity)
    }
  }

  /// All patterns that the date and time of a header can be made of.
  static func headerPatterns(of locale: String) -> [Substring] {
    let all = unsafe text(8192) { buffer, capacity in
      unsafe cicu_header_patterns(locale, buffer, capacity)
    }
    return all?.split(separator: "\n") ?? []
  }

  /// Each of some times in UTC, seconds since the epoch, written by each of the patterns in turn.
  static func format(_ seconds: [Int64], by patterns: [String], in locale: String) -> [Substring] {
    let asked = patterns.joined(separator: "\n")
    let times = seconds.map { Double($0) * 1000 }
    let all = unsafe text(65_536) { buffer, capacity in
      unsafe times.withUnsafeBufferPointer { times in
        unsafe cicu_format_times(
          locale, asked, times.baseAddress, Int32(clamping: times.count), buffer, capacity)
      }
    }
    return all?.split(separator: "\n", omittingEmptySubsequences: false).dropLast() ?? []
  }

  // MARK: Calendars

  /// The calendars that ICU knows, as CLDR names them.
  static let calendars: [String] = unsafe lines(cicu_calendars_of("und", false))

  /// A month of a calendar.
  struct Month {
    /// The day that it begins on, counted from 1970-01-01.
    let start: Int
    /// The year of the era.
    let year: Int
    /// The year of the calendar's own count, without eras.
    let extended: Int
    /// Counted from 1, as ICU counts: Hebrew leaves out a number in common years.
    let number: Int
    /// Whether it repeats the number of the month before it, as in Chinese.
    let isLeap: Bool
  }

  /// The months from the one that holds the first of `days` to the one that begins behind them, in order; empty where
  /// ICU has no such calendar.
  static func months(of calendar: String, in days: Range<Int>) -> [Month] {
    guard let first = Int32(exactly: days.lowerBound), let last = Int32(exactly: days.upperBound)
    else { return [] }
    var months = [CICUMonth](repeating: CICUMonth(), count: days.count / 28 + 4)
    let count = unsafe months.withUnsafeMutableBufferPointer { buffer in
      unsafe cicu_months(
        calendar, first, last, buffer.baseAddress, Int32(clamping: buffer.count))
    }
    return months.prefix(max(0, Int(count))).map { month in
      Month(
        start: Int(month.start), year: Int(month.year), extended: Int(month.extended),
        number: Int(month.month), isLeap: month.isLeap)
    }
  }

  /// Where a day lies in a calendar: era, year of the era, year of the calendar's own count.
  static func year(in calendar: String, onDay day: Int) -> (era: Int, year: Int, extended: Int)? {
    guard let day = Int32(exactly: day) else { return nil }
    var era: Int32 = 0
    var year: Int32 = 0
    var extended: Int32 = 0
    guard unsafe cicu_year_on_day(calendar, day, &era, &year, &extended) else { return nil }
    return (Int(era), Int(year), Int(extended))
  }

  // MARK: Zones

  /// Every time zone id that ICU takes, aliases included.
  static let zoneNames: [String] = unsafe lines(cicu_zone_names())

  // MARK: Lent memory

  private static func text(
    _ capacity: Int, _ fill: (UnsafeMutablePointer<CChar>, Int32) -> Int32
  ) -> String? {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let count = unsafe fill(base, Int32(capacity))
      guard count >= 0 else { return nil }
      return unsafe String(cString: base)
    }
  }

  private static func lines(_ memory: UnsafeMutablePointer<CChar>?) -> [String] {
    guard let memory = unsafe memory else { return [] }
    defer { unsafe cicu_free(memory) }
    return unsafe String(cString: memory).split(separator: "\n").map(String.init)
  }
}
