import Synchronization
import Testing

@testable import InboxBackup

@Suite struct TwoThreadsTests {
  private struct Fault: Error, Equatable { let number: Int }

  @Test(arguments: [0, 1, 2, 3, 1_000])
  func doesEveryWorkOnce(count: Int) throws {
    let done = Mutex<[Int]>([])
    let workers = Mutex(0)
    try TwoThreads.perform(count) {
      workers.withLock { $0 += 1 }
      return { number in done.withLock { $0.append(number) } }
    }
    #expect(done.withLock { $0.sorted() } == Array(0..<count))
    #expect(workers.withLock { $0 } <= min(2, count))
  }

  /// Whichever thread meets its fault first.
  @Test(arguments: 0..<50)
  func tellsTheFaultOfTheLowestNumber(first: Int) {
    let done = Mutex(0)
    #expect(throws: Fault(number: first)) {
      try TwoThreads.perform(100) {
        { number in
          done.withLock { $0 += 1 }
          if number == first || number == first + 1 { throw Fault(number: number) }
        }
      }
    }
    // The other thread may be in the middle of one more.
    #expect(done.withLock { $0 } <= first + 2)
  }
}
