/// Turns wall clock times into points in time, message after message in file order.
struct ZoneClock {
  enum Placement: Sendable { case plain, repeated, skipped }

  /// - Throws: `zoneUnknown` for a name that the time zone database does not have.
  init(_ choice: ZoneChoice) throws(ExportError) { fatalError() }

  /// Minutes ahead of UTC at `wall` (seconds since 1970-01-01T00:00:00 of the same clock). A time that occurs twice
  /// is placed by file order, one that never occurs with the offset before the change.
  mutating func offset(at wall: Int64) -> (minutes: Int32, placement: Placement) { fatalError() }
}
