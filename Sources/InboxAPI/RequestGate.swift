internal import Synchronization

/// Lets requests to one server through: no more at once than it bears, no faster than it was asked
/// for, and none while the server wants quiet.
///
/// The width begins at `jobs`, is halved whenever the server is overloaded, and grows by one for
/// every 50 answers in a row without trouble.
final class RequestGate: Sendable {
  static let answersToGrow = 50

  private struct State: Sendable {
    var width: Int
    var active = 0
    var clean = 0
    var lastID: UInt64 = 0
    /// In order of arrival; resumed with false when cancelled.
    var waiting: [(id: UInt64, continuation: CheckedContinuation<Bool, Never>)] = []
    /// When the next request may start, in the timepiece's time.
    var nextStart = Duration.zero
    var quietUntil = Duration.zero
  }

  private let jobs: Int
  private let interval: Duration
  private let time: Timepiece
  private let state: Mutex<State>

  init(jobs: Int, requestsPerSecond: Double?, time: Timepiece) {
    self.jobs = max(1, jobs)
    interval = requestsPerSecond.map { $0 > 0 ? .seconds(1 / max($0, 1e-6)) : .zero } ?? .zero
    self.time = time
    state = Mutex(State(width: max(1, jobs)))
  }

  /// How many requests may be under way.
  var width: Int { state.withLock { $0.width } }

  /// Waits until a request may start. Whoever got in must `leave`.
  func enter() async throws(CancellationError) {
    guard await waitForPlace() else { throw CancellationError() }
    do {
      try await waitForTime()
    } catch {
      state.withLock { $0.active -= 1 }
      wake()
      throw CancellationError()
    }
  }

  func leave(isOverloaded: Bool) {
    state.withLock {
      $0.active -= 1
      if isOverloaded {
        $0.width = max(1, $0.width / 2)
        $0.clean = 0
      } else {
        $0.clean += 1
        if $0.clean == Self.answersToGrow {
          $0.clean = 0
          $0.width = min(jobs, $0.width + 1)
        }
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
          if $0.active < $0.width {
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
      while state.active < state.width, !state.waiting.isEmpty {
        state.active += 1
        fitting.append(state.waiting.removeFirst().continuation)
      }
      return fitting
    }
    for continuation in fitting { continuation.resume(returning: true) }
  }
}
