import CICU

/// What ICU writes on a phone of some locale, asked by the tests themselves: nothing of the reader's is used.
struct PhoneLocale: Hashable, Sendable {
  /// ICU's name.
  let name: String
  /// CLDR's names.
  let calendar: String
  let digits: String

  /// With the calendar and the digits.
  var fullName: String { "\(name)@calendar=\(calendar);numbers=\(digits)" }

  enum Clock: String, CaseIterable, Sendable { case own, h12, h23 }

  /// The headers of a phone without what the app puts around them: short date and short time on Android, short date and
  /// medium time on iOS, by each clock; each pattern once.
  static func patterns(of name: String, calendar: String) -> [(
    isIOS: Bool, clock: Clock, pattern: String
  )] {
    let full = "\(name)@calendar=\(calendar)"
    let lines = (text(capacity: 8192) { cicu_header_patterns(full, $0, $1) } ?? "")
      .split(separator: "\n").map(String.init)
    guard lines.count == 8, let medium = pattern("i", of: full) else { return [] }
    // In the order of the C header: short date, short time, medium time, both short, then Hm, Hms, hm, hms.
    var found: [(isIOS: Bool, clock: Clock, pattern: String)] = []
    for (isIOS, both, own, clocks) in [
      (false, lines[3], lines[1], [lines[4], lines[6]]),
      (true, medium, lines[2], [lines[5], lines[7]]),
    ] {
      let ways: [(Clock, String)] = [(.own, own), (.h23, clocks[0]), (.h12, clocks[1])]
      for (clock, time) in ways {
        if clock == .h12 && !time.contains("a") && !time.contains("B") { continue }
        let pattern = both.replacing(own, with: time)
        if !found.contains(where: { $0.isIOS == isIOS && $0.pattern == pattern }) {
          found.append((isIOS, clock, pattern))
        }
      }
    }
    return found
  }

  /// Every time (seconds since 1970, in UTC) by each of the patterns.
  func format(_ times: [Int64], by patterns: [String]) -> [[String]] {
    let milliseconds = times.map { Double($0) * 1000 }
    let asked = patterns.joined(separator: "\n")
    let all = milliseconds.withUnsafeBufferPointer { milliseconds in
      Self.text(capacity: 1 << 18) {
        cicu_format_times(
          fullName, asked, milliseconds.baseAddress, Int32(times.count), $0, $1)
      }
    }
    let lines = (all ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == patterns.count * times.count + 1 else { return [] }
    return patterns.indices.map { at in
      lines[at * times.count..<(at + 1) * times.count].map(String.init)
    }
  }

  /// BCP 47, with or without calendar and digits.
  func tag(isFull: Bool) -> String? {
    Self.text { cicu_tag_from_locale(isFull ? fullName : name, $0, $1) }
  }

  // MARK: What there is

  static let names: [String] = (0..<cicu_locale_count()).compactMap {
    cicu_locale_name($0).map { String(cString: $0) }
  }

  static func ownCalendar(of name: String) -> String {
    text { cicu_calendar_of(name, $0, $1) } ?? "gregorian"
  }

  /// The calendars that people of the locale use, the most usual first; or all that there are.
  static func calendars(of name: String, isUsual: Bool) -> [String] {
    guard let memory = cicu_calendars_of(name, isUsual) else { return [] }
    defer { cicu_free(memory) }
    return String(cString: memory).split(separator: "\n").map(String.init)
  }

  /// The digits that the locale prefers, Latin ones, and those of its language, each once; those without ten digits of
  /// their own left out.
  static func digits(of name: String) -> [String] {
    var found: [String] = []
    for asked in [name, name + "@numbers=latn", name + "@numbers=native"] {
      guard let digits = text({ cicu_numbering_of(asked, $0, $1) }), !found.contains(digits) else {
        continue
      }
      var scalars = [UInt32](repeating: 0, count: 10)
      if cicu_numbering_digits(digits, &scalars) { found.append(digits) }
    }
    return found
  }

  static func pattern(_ which: Character, of name: String) -> String? {
    text { cicu_pattern(name, CChar(which.asciiValue ?? 0), $0, $1) }
  }

  private static func text(
    capacity: Int = 4096, _ fill: (UnsafeMutablePointer<CChar>, Int32) -> Int32
  ) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
      guard let base = buffer.baseAddress, fill(base, Int32(capacity)) >= 0 else { return nil }
      return String(cString: base)
    }
  }
}
