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
  package static let system = ImportClock(
    now: { Int64(time(nil)) }, sleep: { try await Task.sleep(for: $0) })
}
