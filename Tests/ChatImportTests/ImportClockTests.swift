import Foundation
import Synchronization
import Testing

@testable import ChatImport

@Suite struct ImportClockTests {
  /// While an answer is missing, a wall clock that is put forward must not end the waits before their time.
  @Test(arguments: [-3_600, 3_600, 34_560_000, -1_700_000_000] as [Int64])
  func doesNotFollowAClockThatIsSet(step: Int64) {
    let wall = Mutex<Int64>(1_700_000_000)
    let uptime = Mutex<Int64>(50)
    let clock = ImportClock.steady(
      wall: { wall.withLock { $0 } }, uptime: { uptime.withLock { $0 } })
    var settlement = Settlement(lostAt: clock.now(), messages: 5, maySend: true)
    #expect(settlement.observe(there: 0, now: clock.now()) == .lookAgain(at: 1_700_000_030))
    wall.withLock { $0 += step }
    uptime.withLock { $0 += 30 }
    #expect(clock.now() == 1_700_000_030)
    #expect(settlement.observe(there: 0, now: clock.now()) == .lookAgain(at: 1_700_000_120))
    settlement.maySend = false
    uptime.withLock { $0 += 90 }
    #expect(
      settlement.observe(there: 0, now: clock.now()) == .giveUp(there: 0, messages: 5))
  }

  @Test func beginsWithTheTimeOfDay() {
    #expect(abs(ImportClock.system.now() - Int64(time(nil))) <= 60)
  }
}
