import Testing

@testable import InboxAPI

@Suite struct KeyLogTests {
  /// Less than a block, a block exactly, and several.
  @Test(arguments: [0, 1, 8_192, 8_193, 30_000])
  func givesBackWhatWasAdded(count: Int) throws {
    let log = KeyLog()
    for start in stride(from: 0, to: count, by: 100) {
      try log.append((start..<min(start + 100, count)).map { $0 &* 7_919 &- 3 })
    }
    #expect(log.count == count)
    let all = try log.all()
    #expect(all == Set((0..<count).map { $0 &* 7_919 &- 3 }))
    #expect(try log.intersection([-3, -4, 7_916]) == all.intersection([-3, -4, 7_916]))
  }
}
