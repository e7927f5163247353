/// Minutes ahead of UTC at points in time, by the rules of one zone. Used by one thread at a time.
package final class ZoneOffsets {
  private let rules: ZoneClock.ZoneRules?
  private var stretch: ZoneClock.Stretch

  /// - Throws: `zoneUnknown`, `offsetOutOfRange`.
  package init(_ choice: ZoneChoice) throws(ExportError) {
    // Says what is wrong with the choice, if anything is.
    _ = try ZoneClock(choice)
    switch choice {
    case .offset(let minutes):
      rules = nil
      stretch = ZoneClock.Stretch(start: .min, end: .max, offset: Int64(minutes) * 60)
    case .iana(let name):
      guard let rules = ZoneClock.ZoneRules(name) else {
        throw .zoneUnknown(name: name, suggestion: nil)
      }
      self.rules = rules
      stretch = ZoneClock.Stretch(start: 0, end: 0, offset: 0)
    }
  }

  /// - Parameter seconds: POSIX seconds. Asked in order, most answers cost two comparisons.
  package func minutes(at seconds: Int64) -> Int32 {
    if let rules, seconds < stretch.start || seconds >= stretch.end {
      stretch = rules.stretch(at: seconds)
    }
    return ZoneClock.minutes(stretch.offset)
  }
}
