import Synchronization
import Testing

@testable import InboxAPI

@Suite(.timeLimit(.minutes(1))) struct RequestGateTests {
  @Test func halvesItsWidthUnderLoadAndGrowsBackSlowly() async throws {
    let gate = RequestGate(jobs: 8, requestsPerSecond: nil, time: Timepiece(FakeClock()))
    func pass(isOverloaded: Bool) async throws {
      try await gate.enter()
      gate.leave(isOverloaded: isOverloaded)
    }
    #expect(gate.width == 8)
    for width in [4, 2, 1, 1] {
      try await pass(isOverloaded: true)
      #expect(gate.width == width)
    }
    for _ in 0..<49 { try await pass(isOverloaded: false) }
    #expect(gate.width == 1)
    try await pass(isOverloaded: false)
    #expect(gate.width == 2)
    for _ in 0..<49 { try await pass(isOverloaded: false) }
    try await pass(isOverloaded: true)
    #expect(gate.width == 1)
    for _ in 0..<1000 { try await pass(isOverloaded: false) }
    #expect(gate.width == 8)
  }

  @Test func neverLetsMoreThroughThanJobs() async throws {
    let gate = RequestGate(jobs: 3, requestsPerSecond: nil, time: Timepiece(FakeClock()))
    let inside = Inside()
    try await withThrowingTaskGroup { group in
      for _ in 0..<200 {
        group.addTask {
          try await gate.enter()
          inside.enter()
          await Task.yield()
          inside.leave()
          gate.leave(isOverloaded: false)
        }
      }
      try await group.waitForAll()
    }
    #expect(inside.most <= 3)
  }

  @Test func keepsToARate() async throws {
    let clock = FakeClock()
    let gate = RequestGate(jobs: 4, requestsPerSecond: 4, time: Timepiece(clock))
    for _ in 0..<9 {
      try await gate.enter()
      gate.leave(isOverloaded: false)
    }
    #expect(clock.now.offset == .seconds(2))
  }

  @Test func holdsEverybodyBackWhileTheServerWantsQuiet() async throws {
    let clock = FakeClock()
    let gate = RequestGate(jobs: 4, requestsPerSecond: nil, time: Timepiece(clock))
    gate.quiet(for: .seconds(10))
    gate.quiet(for: .seconds(3))
    try await gate.enter()
    #expect(clock.now.offset == .seconds(10))
    try await gate.enter()
    #expect(clock.now.offset == .seconds(10))
  }

  @Test func aCancelledTaskGivesItsPlaceUp() async throws {
    let gate = RequestGate(jobs: 1, requestsPerSecond: nil, time: Timepiece(FakeClock()))
    try await gate.enter()
    let waiting = Task { try await gate.enter() }
    await Task.yield()
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    gate.leave(isOverloaded: false)
    try await gate.enter()
    gate.leave(isOverloaded: false)

    gate.quiet(for: .seconds(1))
    let sleeping = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await gate.enter()
    }
    await #expect(throws: CancellationError.self) { try await sleeping.value }
    try await gate.enter()
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
