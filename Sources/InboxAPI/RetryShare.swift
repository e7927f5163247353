/// Keeps retries to a small share of the requests: a tenth of those of the last two minutes, and ten where these are few.
struct RetryShare: Sendable {
  static let window = Duration.seconds(120)
  static let least = 10
  static let requestsForEach = 10

  /// Requests by the second in which they began, oldest first: at most one entry for each second of the window.
  private var requests: [(second: Int64, count: Int)] = []
  private var retries: [Duration] = []

  mutating func noteRequest(at now: Duration) {
    let second = now.components.seconds
    if let last = requests.last, last.second == second {
      requests[requests.count - 1].count += 1
    } else {
      forget(before: now - Self.window)
      requests.append((second, 1))
    }
  }

  /// Takes a retry out of the share.
  ///
  /// - Returns: nil where it may go now; else when to ask again.
  mutating func takeRetry(at now: Duration) -> Duration? {
    forget(before: now - Self.window)
    let count = requests.reduce(0) { $0 + $1.count }
    if retries.count < max(Self.least, count / Self.requestsForEach) {
      retries.append(now)
      return nil
    }
    return retries[0] + Self.window - now
  }

  private mutating func forget(before start: Duration) {
    requests.removeFirst(requests.prefix { $0.second < start.components.seconds }.count)
    retries.removeFirst(retries.prefix { $0 <= start }.count)
  }
}
