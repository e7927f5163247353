import TestKit
import Testing

@testable import ChatRecords

@Suite struct CivilDateTests {
  static let days: [(Int64, Int64, Int, Int)] = [
    (0, 1970, 1, 1), (-1, 1969, 12, 31), (59, 1970, 3, 1), (11_016, 2000, 2, 29),
    (11_017, 2000, 3, 1), (-25_508, 1900, 3, 1), (-25_509, 1900, 2, 28), (19_061, 2022, 3, 10),
    (2_932_896, 9999, 12, 31), (-719_528, 0, 1, 1),
  ]

  @Test(arguments: days)
  func isCountedFrom1970(days: Int64, year: Int64, month: Int, day: Int) throws {
    let date = CivilDate(daysSince1970: days)
    #expect(date.year == year && date.month == month && date.day == day)
    #expect(try #require(CivilDate(year: year, month: month, day: day)).daysSince1970 == days)
  }

  @Test(arguments: [
    (2022, 0, 1), (2022, 13, 1), (2022, 1, 0), (2022, 1, 32), (2022, 4, 31), (2022, 2, 29),
    (1900, 2, 29),
    (2024, 2, 30), (10_000, 1, 1), (-1, 1, 1),
  ])
  func hasNoSuchDay(year: Int64, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: 0..<32 as Range<UInt64>)
  func isItsOwnInverse(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let days = Int64.random(in: -719_528...2_932_896, using: &random)
    let date = CivilDate(daysSince1970: days)
    #expect(try #require(CivilDate(year: date.year, month: date.month, day: date.day)) == date)
    #expect(date.daysSince1970 == days)
    let next = CivilDate(daysSince1970: days + 1)
    #expect(next.day == date.day + 1 || next.day == 1)
  }
}
