internal import CCommandLine
internal import Glibc
internal import Synchronization

/// SIGINT, SIGTERM, and SIGHUP, which counts as SIGTERM: the first asks the run to stop at the next safe point, the second
/// ends it at once.
///
/// The handler only passes the number on, to a thread that waits for nothing else: there everything may be done.
final class Interruption: Sendable {
  static let shared = Interruption()

  private struct State {
    var signal: Int32?
    /// Whether a safe point will come; without one the first signal ends the run.
    var isCooperative = false
    var onSignal: (@Sendable () -> Void)?
    var terminal: termios?
  }

  private let state = Mutex(State())
  private let flag = Atomic<Bool>(false)

  private init() {}

  /// Call once, at the start. Also ignores SIGPIPE: a write then says that nobody reads.
  func begin() {
    signal(SIGPIPE, SIG_IGN)
    let signals = ccl_catch_signals()
    guard signals >= 0 else { return }
    var thread = pthread_t()
    let descriptor = UnsafeMutableRawPointer(bitPattern: Int(signals) + 1)
    pthread_create(
      &thread, nil,
      { descriptor in
        let signals = Int32(Int(bitPattern: descriptor) - 1)
        var number: UInt8 = 0
        while read(signals, &number, 1) == 1 { Interruption.shared.take(Int32(number)) }
        return nil
      }, descriptor)
    pthread_detach(thread)
  }

  private func take(_ number: Int32) {
    let act = state.withLock { state -> (@Sendable () -> Void)? in
      if state.signal != nil || !state.isCooperative {
        if var terminal = state.terminal { tcsetattr(0, TCSANOW, &terminal) }
        _exit(Self.status(of: number).rawValue)
      }
      state.signal = number
      return state.onSignal
    }
    flag.store(true, ordering: .releasing)
    act?()
  }

  /// From now on the run looks at `isAsked` often, or is told through `onSignal` (once, from another thread).
  func cooperate(_ onSignal: (@Sendable () -> Void)? = nil) {
    state.withLock { state in
      state.isCooperative = true
      state.onSignal = onSignal
    }
  }

  /// Runs `body`, which waits for a person while nothing else goes on: meanwhile the first signal ends the run at once, since
  /// no safe point would come.
  func endingAtOnce<R>(_ body: () -> R) -> R {
    let wasCooperative = state.withLock { state in
      defer { state.isCooperative = false }
      return state.isCooperative
    }
    defer { state.withLock { $0.isCooperative = wasCooperative } }
    return body()
  }

  /// Cheap enough to ask for every message.
  var isAsked: Bool { flag.load(ordering: .acquiring) }

  /// 130 or 143 when the run was asked to stop.
  var status: ExitStatus? {
    state.withLock { state in
      state.signal.map { Self.status(of: $0) }
    }
  }

  private static func status(of signal: Int32) -> ExitStatus {
    signal == SIGINT ? .interrupted : .terminated
  }

  /// - Throws: `stopped` when the run was asked to stop.
  func check() throws(CommandError) {
    if isAsked, let status { throw .stopped(status) }
  }

  /// Sets the terminal back to `before` when a signal ends the run after `change`.
  func restoring(_ before: termios, _ change: () -> Void) {
    state.withLock { state in
      state.terminal = before
      change()
    }
  }

  func restored(_ change: () -> Void) {
    state.withLock { state in
      change()
      state.terminal = nil
    }
  }
}
