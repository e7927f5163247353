internal import Glibc

/// The time of day and the means to wait, together, so that a test can replace both.
package struct ImportClock: Sendable {
  /// POSIX seconds.
  package var now: @Sendable () -> Int64
  /// Ends early, with an error, when the task is cancelled.
  package var sleep: @Sendable (Duration) async throws -> Void

  package init(
    now: @escaping @Sendable () -> Int64,
    sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.now = now
    self.sleep = sleep
  }

  /// The real one.
  package static let system = steady(
    wall: { Int64(time(nil)) },
    uptime: {
      var now = timespec()
      clock_gettime(CLOCK_BOOTTIME, &now)
      return Int64(now.tv_sec)
    })

  /// The wall clock as it was at first, carried on by a clock that nobody sets: a wall clock that is put forward while
  /// an answer is missing would cut the waits short, after which the chat is sent once more.
  ///
  /// - Parameter uptime: seconds since whenever, with those in which the machine slept.
  static func steady(
    wall: @Sendable () -> Int64, uptime: @escaping @Sendable () -> Int64
  ) -> ImportClock {
    let start = wall() - uptime()
    return ImportClock(
      now: { start + uptime() }, sleep: { try await Task.sleep(for: $0) })
  }
}
