internal import Synchronization

/// How often, in all, requests to one server may be tried again: a server in trouble gets fewer
/// retries, not more.
final class RetryBudget: Sendable {
  /// Tries of one request, the first one included.
  static let tries = 3
  static let capacity = 500
  static let cost = 5
  static let costOfTimeout = 10

  private let left = Mutex(RetryBudget.capacity)
  private let share = Mutex(RetryShare())

  /// Pays for a retry; false where nothing is left.
  func spend(isTimeout: Bool) -> Bool {
    let price = isTimeout ? Self.costOfTimeout : Self.cost
    return left.withLock {
      guard $0 >= price else { return false }
      $0 -= price
      return true
    }
  }

  /// A request that succeeded pays one back.
  func earn() {
    left.withLock { $0 = min(Self.capacity, $0 + 1) }
  }

  /// Counts a request, whatever becomes of it.
  func noteRequest(at now: Duration) {
    share.withLock { $0.noteRequest(at: now) }
  }

  /// Takes a retry out of the share that retries may have of all requests.
  ///
  /// - Returns: nil where it may go now; else how long to wait before asking again, at most two minutes.
  func waitForShare(at now: Duration) -> Duration? {
    share.withLock { $0.takeRetry(at: now) }
  }

  /// The wait before the next try at a server that counts in windows: a second, doubled with every try, and up to a fifth
  /// more.
  static func windowWait(
    after tries: Int, using random: inout some RandomNumberGenerator
  ) -> Duration {
    .milliseconds((1_000 << min(tries - 1, 10)) * Int.random(in: 100...120, using: &random) / 100)
  }

  /// How long such waits were at least, before this try.
  static func waited(before tries: Int) -> Duration { .seconds((1 << min(tries - 1, 10)) - 1) }

  /// The wait before the next try: anything up to 0.5 s, doubled with every try, and up to 20 s.
  ///
  /// - Parameter tries: how many have failed, at least 1.
  static func backoff(
    after tries: Int, using random: inout some RandomNumberGenerator
  ) -> Duration {
    let longest = min(20_000, 500 << min(tries, 10))
    return .milliseconds(Int.random(in: 0...longest, using: &random))
  }
}
