internal import ChatRecords

/// One end of a time span: `--since` (inclusive) or `--until` (exclusive).
enum TimeBound: Sendable, Equatable {
  /// A point in time, POSIX seconds.
  case instant(Int64)
  /// The beginning of a day on the wall clock of the messages, seconds since 1970-01-01T00:00:00 of that clock.
  case day(Int64)

  /// `2022-03-10` or RFC 3339, `2022-03-10T11:00:00+02:00`.
  init?(_ text: String) {
    guard let (days, rest) = Self.date(text[...]) else { return nil }
    if rest.isEmpty {
      self = .day(days * 86_400)
      return
    }
    guard let first = rest.first, "Tt ".contains(first),
      let (seconds, zone) = Self.time(rest.dropFirst()), let offset = Self.offset(zone)
    else { return nil }
    self = .instant(days * 86_400 + seconds - offset * 60)
  }

  /// Whether a message at `time` is at or after this bound; nil where that cannot be said, because no
  /// time zone is known.
  func isReached(by time: MessageRecord.WallTime, offsetMinutes: Int32?) -> Bool? {
    switch self {
    case .day(let seconds): time.seconds >= seconds
    case .instant(let seconds): offsetMinutes.map { time.seconds - Int64($0) * 60 >= seconds }
    }
  }

  private static func number(_ text: inout Substring, _ digits: Int) -> Int64? {
    let word = text.prefix(digits)
    guard word.utf8.count == digits, word.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    text = text.dropFirst(digits)
    return Int64(word)
  }

  private static func take(_ character: Character, _ text: inout Substring) -> Bool {
    guard text.first == character else { return false }
    text = text.dropFirst()
    return true
  }

  /// Days since 1970-01-01 by the Gregorian calendar.
  private static func date(_ text: Substring) -> (days: Int64, rest: Substring)? {
    var text = text
    guard let year = number(&text, 4), take("-", &text), let month = number(&text, 2),
      take("-", &text), let day = number(&text, 2),
      let civil = CivilDate(year: year, month: Int(month), day: Int(day))
    else { return nil }
    return (civil.daysSince1970, text)
  }

  private static func time(_ text: Substring) -> (seconds: Int64, rest: Substring)? {
    var text = text
    guard let hour = number(&text, 2), take(":", &text), let minute = number(&text, 2),
      hour < 24, minute < 60
    else { return nil }
    var second: Int64 = 0
    if take(":", &text) {
      guard let given = number(&text, 2), given <= 60 else { return nil }
      second = given
      // Fractions are below what a message's time has.
      if take(".", &text) { text = text.drop { $0.isASCII && $0.isNumber } }
    }
    return (hour * 3600 + minute * 60 + second, text)
  }

  private static func offset(_ text: Substring) -> Int64? {
    if text == "Z" || text == "z" { return 0 }
    return Settings.offsetMinutes(String(text)).map(Int64.init)
  }
}
