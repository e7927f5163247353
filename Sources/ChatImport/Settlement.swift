/// Decides what becomes of a createChatImport whose answer was lost, from what the server shows over time.
///
/// All there: the import is adopted. Nothing there at once, 30 s and again 120 s after the loss: it may be sent
/// once more. Anything else is left alone. It is fed with observations and returns what to do; it knows no clock.
struct Settlement: Sendable, Equatable {
  /// Seconds after the loss at which a server that shows nothing is looked at again.
  static let waits: [Int64] = [30, 120]

  enum Action: Sendable, Equatable {
    case adopt
    /// Look again at this point in time (POSIX seconds).
    case lookAgain(at: Int64)
    case sendAgain
    /// Stop; `there` of `messages` are on the server.
    case giveUp(there: Int, messages: Int)
  }

  /// When the answer was lost, POSIX seconds; for a killed run, when the request began.
  let lostAt: Int64
  var messages: Int
  /// Whether it may be sent at all: once more in each run.
  var maySend: Bool

  init(lostAt: Int64, messages: Int, maySend: Bool) {
    self.lostAt = lostAt
    self.messages = messages
    self.maySend = maySend
  }

  /// - Parameters:
  ///   - there: how many of the messages the server shows.
  ///   - now: when its list was asked for. A clock that was put back begins the waits anew.
  func observe(there: Int, now: Int64) -> Action {
    if there >= messages { return .adopt }
    let elapsed = max(0, now - lostAt)
    if let wait = Self.waits.first(where: { elapsed < $0 }) {
      return .lookAgain(at: now + wait - elapsed)
    }
    return there == 0 && maySend ? .sendAgain : .giveUp(there: there, messages: messages)
  }
}
