/// Which records are wanted, by their time.
package struct RecordFilter: Sendable, Equatable {
  /// An end of the period.
  package enum Bound: Sendable, Equatable {
    /// Midnight at the beginning of a day, in each record's own zone; seconds of its wall clock.
    case day(seconds: Int64)
    /// A point in time, rounded up to whole seconds, and the offset in which it was written.
    ///
    /// A record without a zone is compared by its wall clock with the wall clock of that offset.
    case instant(seconds: Int64, offsetMinutes: Int32)
  }

  /// Inclusive.
  package var since: Bound?
  /// Exclusive.
  package var until: Bound?

  package init(since: Bound? = nil, until: Bound? = nil) {
    self.since = since
    self.until = until
  }

  /// Whether an end is a point in time, to which the clock of a record without a zone does not tell the way.
  package var hasInstant: Bool {
    [since, until].contains { if case .instant = $0 { true } else { false } }
  }

  package func allows(_ record: borrowing MessageRecord) -> Bool {
    if let since, Self.isBefore(record, since) { return false }
    if let until, !Self.isBefore(record, until) { return false }
    return true
  }

  private static func isBefore(_ record: borrowing MessageRecord, _ bound: Bound) -> Bool {
    switch bound {
    case .day(let seconds): return record.localTime.seconds < seconds
    case .instant(let seconds, let offset):
      let assumed = record.utcOffsetMinutes ?? offset
      let (instant, overflows) = record.localTime.seconds.subtractingReportingOverflow(
        Int64(assumed) * 60)
      return overflows ? record.localTime.seconds < 0 : instant < seconds
    }
  }
}

extension RecordFilter.Bound {
  /// Reads `2022-03-10` or RFC 3339, `2022-03-10T11:00:00+02:00` with `Z`, a fraction and small letters allowed.
  ///
  /// - Throws: `notATime`.
  package init(parsing text: String) throws(RecordsError) {
    guard let bound = RecordFilter.Bound(textOrNil: text) else { throw .notATime(text: text) }
    self = bound
  }

  private init?(textOrNil text: String) {
    var rest = Array(text.utf8)[...]
    guard let year = rest.takeNumber(digits: 4), rest.take("-"),
      let month = rest.takeNumber(digits: 2), rest.take("-"),
      let day = rest.takeNumber(digits: 2),
      let date = CivilDate(year: Int64(year), month: month, day: day)
    else { return nil }
    let midnight = date.daysSince1970 * 86_400
    if rest.isEmpty {
      self = .day(seconds: midnight)
      return
    }
    guard rest.take("T") || rest.take("t") || rest.take(" "),
      let hour = rest.takeNumber(digits: 2), hour < 24, rest.take(":"),
      let minute = rest.takeNumber(digits: 2), minute < 60, rest.take(":"),
      let second = rest.takeNumber(digits: 2), second <= 60
    else { return nil }
    var seconds = midnight + Int64(hour * 3_600 + minute * 60 + second)
    if rest.take(".") {
      guard let first = rest.first, (48...57).contains(first) else { return nil }
      let digits = rest.prefix { (48...57).contains($0) }
      // Times have whole seconds: what lies after 10.5 is 11, on either end.
      if digits.contains(where: { $0 != 48 }) { seconds += 1 }
      rest = rest.dropFirst(digits.count)
    }
    guard let offset = rest.takeOffset(), rest.isEmpty else { return nil }
    self = .instant(seconds: seconds - Int64(offset) * 60, offsetMinutes: offset)
  }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: character) else { return false }
    removeFirst()
    return true
  }

  fileprivate mutating func takeNumber(digits: Int) -> Int? {
    guard count >= digits, prefix(digits).allSatisfy({ (48...57).contains($0) }) else { return nil }
    defer { removeFirst(digits) }
    return prefix(digits).reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  fileprivate mutating func takeOffset() -> Int32? {
    if take("Z") || take("z") { return 0 }
    let isBehind = first == UInt8(ascii: "-")
    guard take("+") || take("-"), let hours = takeNumber(digits: 2), hours < 24, take(":"),
      let minutes = takeNumber(digits: 2), minutes < 60
    else { return nil }
    return Int32(isBehind ? -(hours * 60 + minutes) : hours * 60 + minutes)
  }
}
