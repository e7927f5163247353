import Synchronization
import TestKit
import Testing

@testable import InboxAPI

@Suite(.timeLimit(.minutes(50))) struct RequestGateTests {
  private func gate(_ jobs: Int, _ clock: FakeClock = FakeClock()) -> RequestGate {
    RequestGate(jobs: jobs, requestsPerSecond: nil, time: Timepiece(clock))
  }

  private func pass(_ gate: RequestGate, _ ending: RequestGate.Ending) async throws {
    gate.leave(try await gate.enter(), ending)
  }

  @Test func beginsWithTwoAndGrowsByOneForEveryGoodAnswer() async throws {
    let gate = gate(8)
    for width in 2...8 {
      #expect(gate.width == width)
      try await pass(gate, .failed(isOverload: false))
      try await pass(gate, .untold)
      #expect(gate.width == width)
      try await pass(gate, .clean)
    }
    for _ in 0..<100 { try await pass(gate, .clean) }
    #expect(gate.width == 8)
    #expect(self.gate(1).width == 1)
  }

  /// Once a server was overloaded, it is tried out no more.
  @Test(arguments: [RequestGate.Ending.throttled, .failed(isOverload: true)])
  func growsByOneForFiftyGoodAnswersAfterTheFirstOverload(_ overload: RequestGate.Ending)
    async throws
  {
    let gate = gate(8)
    try await pass(gate, .clean)
    #expect(gate.width == 3)
    try await pass(gate, overload)
    for width in 1...8 {
      #expect(gate.width == width)
      for _ in 0..<49 { try await pass(gate, .clean) }
      #expect(gate.width == width)
      try await pass(gate, .clean)
    }
    for _ in 0..<100 { try await pass(gate, .clean) }
    #expect(gate.width == 8)
  }

  @Test(arguments: [RequestGate.Ending.throttled, .failed(isOverload: true)])
  func halvesItsWidthUnderLoadAndGrowsBackSlowly(_ overload: RequestGate.Ending) async throws {
    let gate = gate(8)
    for _ in 0..<300 { try await pass(gate, .clean) }
    #expect(gate.width == 8)
    for width in [4, 2, 1, 1] {
      try await pass(gate, overload)
      #expect(gate.width == width)
    }
    for _ in 0..<49 { try await pass(gate, .clean) }
    // What fails without being too much takes nothing away, and is no good answer.
    try await pass(gate, .failed(isOverload: false))
    for _ in 0..<49 { try await pass(gate, .clean) }
    #expect(gate.width == 1)
    try await pass(gate, .untold)
    try await pass(gate, .clean)
    #expect(gate.width == 2)
  }

  // MARK: The breaker

  @Test func leavesAServerAloneThatFailedTenTimesInARow() async throws {
    let clock = FakeClock()
    let gate = gate(4, clock)
    for _ in 0..<9 { try await pass(gate, .failed(isOverload: false)) }
    try await pass(gate, .clean)
    for _ in 0..<10 { try await pass(gate, .failed(isOverload: false)) }
    #expect(clock.now.offset == .zero)
    // One probe after half a minute; where it fails too, the next one after another.
    for seconds in [30, 60, 90] as [Int64] {
      let probe = try await gate.enter()
      #expect(probe.isProbe)
      #expect(clock.now.offset == .seconds(seconds))
      gate.leave(probe, .failed(isOverload: false))
    }
    try await pass(gate, .clean)
    #expect(clock.now.offset == .seconds(120))
    for _ in 0..<9 { try await pass(gate, .failed(isOverload: false)) }
    #expect(try await gate.enter().isProbe == false)
    #expect(clock.now.offset == .seconds(120))
  }

  @Test func letsOneProbeThroughAndTheOthersAfterIt() async throws {
    let clock = FakeClock()
    let gate = gate(4, clock)
    for _ in 0..<10 { try await pass(gate, .failed(isOverload: false)) }
    let probe = try await gate.enter()
    let others = (0..<3).map { _ in Task { try await gate.enter().isProbe } }
    while gate.waitingCount < 3 { await Task.yield() }
    gate.leave(probe, .clean)
    for other in others.prefix(2) { #expect(try await other.value == false) }
    gate.leave(RequestGate.Pass(isProbe: false), .clean)
    #expect(try await others[2].value == false)
    #expect(clock.now.offset == .seconds(30))
  }

  /// Whoever had a place before the server began to fail is no second probe.
  @Test func queuesThoseAgainWhoWereLetInBeforeTheTrouble() async throws {
    let clock = FakeClock()
    let gate = gate(2, clock)
    for _ in 0..<9 { try await pass(gate, .failed(isOverload: false)) }
    let last = try await gate.enter()
    let early = try await gate.enter()
    gate.leave(last, .failed(isOverload: false))
    // It ended on this side and says nothing: the next one is still a probe.
    gate.leave(early, .untold)
    let probe = try await gate.enter()
    #expect(probe.isProbe)
    gate.leave(probe, .untold)
    #expect(try await gate.enter().isProbe)
  }

  @Test func anAnswerOfAnotherRequestEndsThePause() async throws {
    let gate = gate(2)
    let long = try await gate.enter()
    for _ in 0..<10 { try await pass(gate, .failed(isOverload: false)) }
    gate.leave(long, .clean)
    #expect(try await gate.enter().isProbe == false)
  }

  @Test func neverLetsMoreThroughThanJobs() async throws {
    let gate = RequestGate(jobs: 3, requestsPerSecond: nil, time: Timepiece(FakeClock()))
    let inside = Inside()
    try await withThrowingTaskGroup { group in
      for _ in 0..<60 {
        group.addTask {
          let pass = try await gate.enter()
          inside.enter()
          await Task.yield()
          inside.leave()
          gate.leave(pass, .clean)
        }
      }
      try await group.waitForAll()
    }
    #expect(inside.most <= 3)
  }

  @Test func keepsToARate() async throws {
    let clock = FakeClock()
    let gate = RequestGate(jobs: 4, requestsPerSecond: 4, time: Timepiece(clock))
    for _ in 0..<9 { try await pass(gate, .clean) }
    #expect(clock.now.offset == .seconds(2))
  }

  @Test func holdsEverybodyBackWhileTheServerWantsQuiet() async throws {
    let clock = FakeClock()
    let gate = RequestGate(jobs: 4, requestsPerSecond: nil, time: Timepiece(clock))
    gate.quiet(for: .seconds(10))
    gate.quiet(for: .seconds(3))
    _ = try await gate.enter()
    #expect(clock.now.offset == .seconds(10))
    _ = try await gate.enter()
    #expect(clock.now.offset == .seconds(10))
  }

  @Test func aCancelledTaskGivesItsPlaceUp() async throws {
    let gate = gate(1)
    let first = try await gate.enter()
    let waiting = Task { _ = try await gate.enter() }
    await Task.yield()
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    gate.leave(first, .clean)
    try await pass(gate, .clean)

    gate.quiet(for: .seconds(1))
    let sleeping = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      _ = try await gate.enter()
    }
    await #expect(throws: CancellationError.self) { try await sleeping.value }
    _ = try await gate.enter()
  }
}

/// Counts who is inside, and how many were at most.
private final class Inside: Sendable {
  private let state = Mutex((now: 0, most: 0))

  var most: Int { state.withLock { $0.most } }

  func enter() {
    state.withLock {
      $0.now += 1
      $0.most = max($0.most, $0.now)
    }
  }

  func leave() { state.withLock { $0.now -= 1 } }
}
