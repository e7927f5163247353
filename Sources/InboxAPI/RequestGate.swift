internal import Synchronization

/// Lets requests to one server through: no more at once than it bears, no faster than it was asked
/// for, none while the server wants quiet, and one alone after it failed again and again.
///
/// The width begins at two and grows by one, up to `jobs`, for every answer without trouble, until the server is
/// overloaded for the first time. Then, and whenever it is overloaded, it is halved, and grows by one for every 50 answers in
/// a row without trouble.
final class RequestGate: Sendable {
  static let firstWidth = 2
  static let answersToGrow = 50

  /// Leave to send one request.
  struct Pass: Sendable {
    /// Whether it is the one by which a server that failed again and again is tried.
    let isProbe: Bool
  }

  /// What a request showed of the state of the server.
  enum Ending: Sendable, Equatable {
    /// It answers, whatever it says.
    case clean
    /// It asks for less.
    case throttled
    /// It failed, or nothing came back.
    case failed(isOverload: Bool)
    /// Nothing: the request ended on this side.
    case untold

    var isFailure: Bool { if case .failed = self { true } else { false } }
  }

  private struct State: Sendable {
    var width: Int
    var breaker = CircuitBreaker()
    var active = 0
    var clean = 0
    /// Whether the server has never been overloaded.
    var isFresh = true
    var lastID: UInt64 = 0
    /// In order of arrival; resumed with false when cancelled.
    var waiting: [(id: UInt64, continuation: CheckedContinuation<Bool, Never>)] = []
    /// When the next request may start, in the timepiece's time.
    var nextStart = Duration.zero
    var quietUntil = Duration.zero

    var hasRoom: Bool { active < (breaker.isOpen ? 1 : width) }

    mutating func grow(to jobs: Int) {
      clean += 1
      guard isFresh || clean == RequestGate.answersToGrow else { return }
      clean = 0
      width = min(jobs, width + 1)
    }

    mutating func halve() {
      width = max(1, width / 2)
      isFresh = false
      clean = 0
    }
  }

  private let jobs: Int
  private let interval: Duration
  private let time: Timepiece
  private let state: Mutex<State>

  init(jobs: Int, requestsPerSecond: Double?, time: Timepiece) {
    self.jobs = max(1, jobs)
    interval = requestsPerSecond.map { $0 > 0 ? .seconds(1 / max($0, 1e-6)) : .zero } ?? .zero
    self.time = time
    state = Mutex(State(width: min(max(1, jobs), Self.firstWidth)))
  }

  /// How many requests may be under way.
  var width: Int { state.withLock { $0.width } }

  /// How many wait for a place.
  var waitingCount: Int { state.withLock { $0.waiting.count } }

  /// Waits until a request may start. Whoever got in must `leave`.
  func enter() async throws(CancellationError) -> Pass {
    while true {
      guard await waitForPlace() else { throw CancellationError() }
      do {
        try await waitForTime()
      } catch {
        state.withLock { $0.active -= 1 }
        wake()
        throw CancellationError()
      }
      // Several may have had their places when the server began to fail; one goes, the others queue again.
      let pass: Pass? = state.withLock {
        guard $0.breaker.isOpen else { return Pass(isProbe: false) }
        if $0.breaker.beginProbe() { return Pass(isProbe: true) }
        $0.active -= 1
        return nil
      }
      if let pass { return pass }
    }
  }

  func leave(_ pass: Pass, _ ending: Ending) {
    let now = time.now()
    state.withLock {
      $0.active -= 1
      if pass.isProbe { $0.breaker.endProbe() }
      switch ending {
      case .clean:
        $0.breaker.noteAnswer()
        $0.grow(to: jobs)
      case .throttled:
        $0.breaker.noteAnswer()
        $0.halve()
      case .failed(let isOverload):
        $0.clean = 0
        if isOverload { $0.halve() }
        if $0.breaker.noteFailure() {
          $0.quietUntil = max($0.quietUntil, now + CircuitBreaker.rest)
        }
      case .untold: break
      }
    }
    wake()
  }

  /// Holds every request back for `wait` from now.
  func quiet(for wait: Duration) {
    let until = time.now() + wait
    state.withLock { $0.quietUntil = max($0.quietUntil, until) }
  }

  private func waitForPlace() async -> Bool {
    let id = state.withLock {
      $0.lastID += 1
      return $0.lastID
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer: Bool? = state.withLock {
          // A cancellation that came before is seen here; a later one finds the continuation.
          if Task.isCancelled { return false }
          if $0.hasRoom {
            $0.active += 1
            return true
          }
          $0.waiting.append((id, continuation))
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      let waiter = state.withLock { state in
        state.waiting.firstIndex { $0.id == id }.map { state.waiting.remove(at: $0) }
      }
      waiter?.continuation.resume(returning: false)
    }
  }

  private func waitForTime() async throws {
    let now = time.now()
    let start = state.withLock {
      let start = max(now, $0.nextStart)
      $0.nextStart = start + interval
      return start
    }
    if start > now { try await time.sleep(start - now) }
    while true {
      let left = state.withLock { $0.quietUntil } - time.now()
      if left <= .zero { return }
      try await time.sleep(left)
    }
  }

  /// Lets in whoever fits now.
  private func wake() {
    let fitting = state.withLock { state in
      var fitting: [CheckedContinuation<Bool, Never>] = []
      while state.hasRoom, !state.waiting.isEmpty {
        state.active += 1
        fitting.append(state.waiting.removeFirst().continuation)
      }
      return fitting
    }
    for continuation in fitting { continuation.resume(returning: true) }
  }
}
