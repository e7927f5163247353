/// Leaves a server alone that fails again and again: after ten failed tries in a row half a minute passes, and then one
/// request finds out whether it works again. Nobody else asks meanwhile.
///
/// It keeps no time of its own: whoever asks it holds the requests back.
struct CircuitBreaker: Sendable {
  static let failuresToOpen = 10
  static let rest = Duration.seconds(30)

  private var failures = 0
  private var isProbing = false

  /// Whether requests are to wait for a probe.
  var isOpen: Bool { failures >= Self.failuresToOpen }

  /// Takes the probe's place; false where somebody has it.
  mutating func beginProbe() -> Bool {
    if isProbing { return false }
    isProbing = true
    return true
  }

  mutating func endProbe() { isProbing = false }

  /// Notes a try that failed; true where the server is to be left alone from now on.
  mutating func noteFailure() -> Bool {
    failures += 1
    return isOpen
  }

  /// Notes an answer of whatever sense: the server works.
  mutating func noteAnswer() { failures = 0 }
}
