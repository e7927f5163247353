import TestKit
import Testing

@testable import ChatImport

struct PageWalkTests {
  /// A server's list of (time, id), and how it answers.
  struct Server {
    var rows: [(time: Int64, id: Int)]
    var pageLimit = 4
    var heedsBefore = true
    var heedsOffset = true
    /// Called before each page.
    var change: ((inout [(time: Int64, id: Int)], Int) -> Void)?
    var asked = 0

    mutating func page(_ request: PageWalk.Request) -> [(time: Int64, id: Int)] {
      asked += 1
      change?(&rows, asked)
      let before = heedsBefore ? request.before : nil
      let all = rows.filter { row in before.map { row.time < $0 } ?? true }
      return Array(all.dropFirst(heedsOffset ? request.offset : 0).prefix(pageLimit))
    }

    mutating func ids(since: Int64? = nil, before: Int64? = nil) -> Set<Int> {
      var walk = PageWalk(since: since, before: before)
      var seen: Set<Int> = []
      while let request = walk.next, asked < 1000 {
        let page = page(request)
        let new = page.count { !seen.contains($0.id) }
        seen.formUnion(page.map(\.id))
        walk.received(times: page.map(\.time), new: new)
      }
      #expect(asked < 1000, "the walk has no end")
      return seen
    }
  }

  private static func newestFirst(_ times: [Int64]) -> [(time: Int64, id: Int)] {
    times.enumerated().map { (time: $1, id: $0) }.sorted { $0.time > $1.time }
  }

  @Test(
    arguments: [
      [], [5], [1, 2, 3, 4], [1, 2, 3, 4, 5, 6, 7, 8, 9], [7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7],
      [1, 7, 7, 7, 7, 7, 7, 7, 9, 9, 9, 9, 9, 12], [3, 3, 3, 3], [3, 3, 3, 3, 2],
    ] as [[Int64]], [1, 2, 3, 4, 7, 100])
  func seesEverything(_ times: [Int64], pageLimit: Int) {
    for heedsBefore in [true, false] {
      for isOrdered in [true, false] {
        var server = Server(
          rows: isOrdered ? Self.newestFirst(times) : Self.newestFirst(times).reversed(),
          pageLimit: pageLimit, heedsBefore: heedsBefore)
        #expect(
          server.ids() == Set(times.indices), "heeds before: \(heedsBefore), ordered: \(isOrdered)")
      }
    }
  }

  @Test func seesEverythingOfAnUnorderedList() {
    var generator = SplitMix64(state: 7)
    for _ in 0..<50 {
      let rows = (0..<30).map { (time: Int64(generator.next() % 12), id: $0) }
      var server = Server(rows: rows)
      #expect(server.ids() == Set(0..<30))
    }
  }

  @Test func endsOnAServerThatRepeatsItsFirstPage() {
    var server = Server(
      rows: Self.newestFirst([1, 2, 3, 4, 5, 6]), heedsBefore: false, heedsOffset: false)
    #expect(server.ids().count == 4)
  }

  @Test func losesNothingWhenNewMessagesArrive() {
    var server = Server(rows: Self.newestFirst(Array(1...20)))
    server.change = { rows, asked in rows.insert((time: Int64(100 + asked), id: 100 + asked), at: 0)
    }
    #expect(server.ids().isSuperset(of: 0..<20))
  }

  @Test func losesNothingOfAnUnorderedListThatShrinks() {
    var server = Server(
      rows: (0..<30).map { (time: Int64($0 % 3), id: $0) }, pageLimit: 10)
    server.change = { rows, asked in if asked == 3 { rows.removeFirst(3) } }
    #expect(server.ids().isSuperset(of: 3..<30))
  }

  @Test func stopsBeforeTheWantedTime() {
    var server = Server(rows: Self.newestFirst(Array(1...100)))
    #expect(server.ids(since: 90, before: 96).isSuperset(of: 89..<95))
    #expect(server.asked < 6)
  }
}
