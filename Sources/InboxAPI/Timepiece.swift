/// A clock of whatever kind, read in time since this was made.
struct Timepiece: Sendable {
  let now: @Sendable () -> Duration
  /// - Throws: `CancellationError`.
  let sleep: @Sendable (_ duration: Duration) async throws -> Void

  init(_ clock: any Clock<Duration>) {
    self = Self.make(clock)
  }

  private init(
    now: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (_ duration: Duration) async throws -> Void
  ) {
    self.now = now
    self.sleep = sleep
  }

  private static func make<C: Clock<Duration>>(_ clock: C) -> Timepiece {
    let start = clock.now
    return Timepiece(
      now: { start.duration(to: clock.now) }, sleep: { try await clock.sleep(for: $0) })
  }
}
