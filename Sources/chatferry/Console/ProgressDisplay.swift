internal import Synchronization

/// Shows a `Meter` while the work goes on: a bar on a terminal, a line every few seconds in a pipe.
final class ProgressDisplay: Sendable {
  private struct State {
    var meter: Meter?
    var start: ContinuousClock.Instant
    var shown: ContinuousClock.Instant
  }

  /// Between two drawings of the bar, and between two lines.
  private static let barPause = Duration.milliseconds(100)
  private static let linePause = Duration.seconds(5)

  /// A shorter phase gets a line only where lines were asked for.
  private static let worthALine = Duration.seconds(1)

  let console: Console
  private let clock = ContinuousClock()
  private let state: Mutex<State>
  private let pause: Duration?

  init(_ console: Console) {
    self.console = console
    state = Mutex(State(meter: nil, start: clock.now, shown: clock.now))
    pause = console.drawsBar ? Self.barPause : console.printsProgress ? Self.linePause : nil
  }

  /// A new phase; the one before it has ended.
  func began(_ meter: Meter) {
    ended()
    guard pause != nil else { return }
    let now = clock.now
    state.withLock { $0 = State(meter: meter, start: now, shown: now) }
    if console.drawsBar { show(meter, after: .zero) }
  }

  /// More of the phase is done: bytes and items since the last call. From any thread.
  func advanced(bytes: Int64 = 0, items: Int = 0) {
    update { meter in
      meter.bytes += bytes
      meter.items += items
    }
  }

  /// The phase has come to `bytes`, with some more items done.
  func reached(bytes: Int64, moreItems: Int) {
    update { meter in
      meter.bytes = min(bytes, meter.totalBytes)
      meter.items += moreItems
    }
  }

  private func update(_ change: (inout Meter) -> Void) {
    guard let pause else { return }
    let now = clock.now
    let due = state.withLock { state -> (Meter, Duration)? in
      guard var meter = state.meter else { return nil }
      change(&meter)
      state.meter = meter
      guard now - state.shown >= pause else { return nil }
      state.shown = now
      return (meter, now - state.start)
    }
    if let (meter, elapsed) = due { show(meter, after: elapsed) }
  }

  /// The phase is over: the bar goes, a pipe gets its last line.
  func ended() {
    guard pause != nil else { return }
    let now = clock.now
    let last = state.withLock { state -> (Meter, Duration)? in
      defer { state.meter = nil }
      return state.meter.map { ($0, now - state.start) }
    }
    guard let (meter, elapsed) = last else { return }
    if console.drawsBar {
      console.hideBar()
    } else if console.choices.progress == .plain || elapsed >= Self.worthALine {
      show(meter, after: elapsed)
    }
  }

  private func show(_ meter: Meter, after elapsed: Duration) {
    if console.drawsBar {
      let width = (FileDescriptor.error.terminalWidth ?? 80) - 1
      console.drawBar(meter.bar(after: elapsed, width: width))
    } else {
      console.progress(meter.line(after: elapsed))
    }
  }
}
