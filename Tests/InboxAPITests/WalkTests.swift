import JSONText
import Synchronization
import Testing

@testable import InboxAPI

/// An inbox's list in memory, with the ways in which servers differ from their documentation.
final class FakeList: Sendable {
  struct Row: Sendable, Equatable {
    var id: String
    var time: Int64
  }

  struct Quirks: OptionSet, Sendable {
    let rawValue: Int
    static let ignoresBefore = Quirks(rawValue: 1)
    static let ignoresSince = Quirks(rawValue: 2)
    static let ignoresOffset = Quirks(rawValue: 4)
    static let oldestFirst = Quirks(rawValue: 8)
    static let shuffled = Quirks(rawValue: 16)
    static let timesAsText = Quirks(rawValue: 32)
    static let tiesInAnyOrder = Quirks(rawValue: 64)
    static let onlyWhatsAppIDs = Quirks(rawValue: 128)
    /// What was imported last comes first, whatever its time.
    static let importedFirst = Quirks(rawValue: 256)
  }

  private struct State: Sendable {
    var rows: [Row]
    var requestCount = 0
  }

  private let state: Mutex<State>
  private let quirks: Quirks
  private let cap: Int
  private let change: @Sendable (Int, inout [Row]) -> Void

  var requestCount: Int { state.withLock { $0.requestCount } }

  init(
    _ rows: [Row], cap: Int = .max, quirks: Quirks = [],
    change: @escaping @Sendable (_ request: Int, inout [Row]) -> Void = { _, _ in }
  ) {
    state = Mutex(State(rows: rows))
    self.cap = cap
    self.quirks = quirks
    self.change = change
  }

  func page(limit: Int, offset: Int, since: Int64?, before: Int64?) -> ListPage {
    state.withLock { state in
      state.requestCount += 1
      change(state.requestCount, &state.rows)
      var rows = state.rows
      if let since, !quirks.contains(.ignoresSince) { rows.removeAll { $0.time < since } }
      if let before, !quirks.contains(.ignoresBefore) { rows.removeAll { $0.time >= before } }
      let requestCount = state.requestCount
      func tie(_ row: Row) -> Int {
        quirks.contains(.tiesInAnyOrder)
          ? (row.id.utf8.reduce(7) { $0 &* 31 &+ Int($1) } &* (requestCount * 2 + 1)) & 0xFFFF : 0
      }
      rows.sort { ($0.time, tie($0), $0.id) > ($1.time, tie($1), $1.id) }
      if quirks.contains(.oldestFirst) { rows.reverse() }
      if quirks.contains(.shuffled) {
        rows.sort { String($0.id.reversed()) < String($1.id.reversed()) }
      }
      if quirks.contains(.importedFirst) {
        rows = rows.filter { $0.time < 998 } + rows.filter { $0.time >= 998 }
      }
      let start = quirks.contains(.ignoresOffset) ? 0 : min(offset, rows.count)
      let shown = rows[start...].prefix(min(limit, cap)).map { row in
        let time = quirks.contains(.timesAsText) ? "\"\(row.time)\"" : "\(row.time)"
        return quirks.contains(.onlyWhatsAppIDs)
          ? "{\"waba_payload\":{\"id\":\"\(row.id)\",\"timestamp\":\(time)}}"
          : "{\"id\":\"\(row.id)\",\"waba_payload\":{\"timestamp\":\(time)}}"
      }
      let text = "{\"count\":\(rows.count),\"results\":[\(shown.joined(separator: ","))]}"
      return (try? JSONValue(parsing: Array(text.utf8))).flatMap { ListPage($0) }
        ?? ListPage(count: nil, items: [])
    }
  }

  func walk(limit: Int, since: Int64? = nil, before: Int64? = nil) -> MessageWalk {
    MessageWalk(
      limit: limit, since: since, before: before, call: APIErrorTests.call,
      fetch: { (limit, offset, since, before) throws(APIError) in
        self.page(limit: limit, offset: offset, since: since, before: before)
      })
  }

  /// `counts[i]` messages in second 1000 − i.
  static func rows(_ counts: [Int]) -> [Row] {
    counts.enumerated().flatMap { index, count in
      (0..<count).map { Row(id: "m\(index).\($0)", time: 1000 - Int64(index)) }
    }
  }
}

@Suite(.timeLimit(.minutes(50))) struct MessageWalkTests {
  static func ids(_ walk: MessageWalk) async throws -> [String] {
    var walk = walk
    var ids: [String] = []
    while let messages = try await walk.next() {
      #expect(!messages.isEmpty)
      ids += messages.map { InboxMessage($0).id ?? "" }
    }
    #expect(try await walk.next() == nil)
    return ids
  }

  static let shapes: [[Int]] = [
    [], [1], [3], [4], [1, 1, 1, 1, 1, 1, 1], [2, 2, 2, 2], [1, 9, 1], [30], [4, 4, 4],
    [3, 5, 0, 0, 7],
    [1, 3], [3, 1], [0, 8, 0, 8],
  ]

  @Test(arguments: shapes, [1, 3, 100])
  func missesNothingAndGivesNothingTwice(_ counts: [Int], limit: Int) async throws {
    for cap in [2, Int.max] {
      for quirks in [[], [.timesAsText, .tiesInAnyOrder, .onlyWhatsAppIDs]] as [FakeList.Quirks] {
        let rows = FakeList.rows(counts)
        let ids = try await Self.ids(FakeList(rows, cap: cap, quirks: quirks).walk(limit: limit))
        #expect(ids.count == rows.count)
        #expect(Set(ids) == Set(rows.map(\.id)))
      }
    }
  }

  @Test(arguments: shapes, [1, 4, 100])
  func reliesOnOffsetsWhereTimesCannotBeTrusted(_ counts: [Int], limit: Int) async throws {
    for quirks in [
      .ignoresBefore, .oldestFirst, .shuffled, .importedFirst, [.ignoresBefore, .ignoresSince],
      [.ignoresBefore, .shuffled],
    ] as [FakeList.Quirks] {
      for cap in [3, Int.max] {
        let rows = FakeList.rows(counts)
        let ids = try await Self.ids(FakeList(rows, cap: cap, quirks: quirks).walk(limit: limit))
        #expect(ids.count == rows.count, "\(quirks)")
        #expect(Set(ids) == Set(rows.map(\.id)), "\(quirks)")
      }
    }
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func missesNothingThatWasThereAtTheStart(seed: UInt64) async throws {
    var state = seed
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let counts = (0..<random(20)).map { _ in [0, 1, 1, 2, 7][random(5)] }
    let rows = FakeList.rows(counts)
    // With every request a new message comes in, for a while.
    let list = FakeList(rows, cap: 1 + random(6)) { request, rows in
      guard request < 25 else { return }
      rows.append(FakeList.Row(id: "new\(request)", time: 1000 + Int64(request / 3)))
    }
    let ids = try await Self.ids(list.walk(limit: 1 + random(6)))
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids).isSuperset(of: rows.map(\.id)))
  }

  @Test func keepsToTheTimesAskedFor() async throws {
    let rows = FakeList.rows([3, 3, 3, 3, 3, 3])
    let expected = Set(rows.filter { $0.time >= 997 && $0.time < 999 }.map(\.id))
    for quirks in [[], .ignoresSince] as [FakeList.Quirks] {
      for limit in [1, 2, 5, 100] {
        let ids = try await Self.ids(
          FakeList(rows, quirks: quirks).walk(limit: limit, since: 997, before: 999))
        #expect(Set(ids) == expected && ids.count == expected.count)
      }
    }
  }

  @Test(arguments: [[], .oldestFirst, .shuffled] as [FakeList.Quirks])
  func missesNothingThatStaysWhenOthersAreRemoved(quirks: FakeList.Quirks) async throws {
    let rows = FakeList.rows([5, 5, 5, 5, 5, 5])
    let list = FakeList(rows, cap: 10, quirks: quirks) { request, rows in
      if request == 3 { rows.removeFirst(3) }
    }
    let ids = try await Self.ids(list.walk(limit: 10))
    #expect(Set(ids).isSuperset(of: rows.dropFirst(3).map(\.id)))
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: [1, 3])
  func remembersOnlyTheBorderOfAListInOrder(perSecond: Int) async throws {
    let list = FakeList(FakeList.rows(Array(repeating: perSecond, count: 900)))
    var walk = list.walk(limit: 100)
    var count = 0
    while let messages = try await walk.next() {
      count += messages.count
      #expect(walk.rememberedKeys <= perSecond)
    }
    #expect(count == perSecond * 900)
  }

  @Test func needsFewRequests() async throws {
    let list = FakeList(FakeList.rows(Array(repeating: 1, count: 1000)))
    #expect(try await Self.ids(list.walk(limit: 100)).count == 1000)
    #expect(list.requestCount <= 13)
  }

  @Test func saysWhenAListShowsOnlyAPart() async {
    let list = FakeList(FakeList.rows([9]), cap: 4, quirks: [.ignoresOffset, .ignoresBefore])
    let error = await apiError { _ = try await Self.ids(list.walk(limit: 4)) }
    #expect(
      error
        == .unexpectedAnswer(
          APIErrorTests.call, status: 200,
          reason: "the list ignores its offset and shows only a part"))
  }

  @Test func passesOnAFailingPage() async {
    for failing in 1...4 {
      let count = Mutex(0)
      let list = FakeList(FakeList.rows([2, 2, 2, 2]))
      var walk = MessageWalk(
        limit: 2, since: nil, before: nil, call: APIErrorTests.call,
        fetch: { (limit, offset, since, before) throws(APIError) in
          guard
            count.withLock({
              $0 += 1; return $0 != failing
            })
          else {
            throw .interrupted(APIErrorTests.call, reason: "reset")
          }
          return list.page(limit: limit, offset: offset, since: since, before: before)
        })
      var error: APIError?
      do throws(APIError) {
        while try await walk.next() != nil {}
      } catch let failure { error = failure }
      #expect(error == .interrupted(APIErrorTests.call, reason: "reset"))
    }
  }
}

@Suite(.timeLimit(.minutes(50))) struct ListWalkTests {
  @Test(arguments: [1, 2, 3, 100])
  func findsEveryChatOfAListThatMoves(limit: Int) async throws {
    let rows = (0..<20).map { FakeList.Row(id: "c\($0)", time: Int64($0)) }
    // Activity moves a chat to the front while the list is walked, a few times.
    let list = FakeList(rows) { request, rows in
      if request % 3 == 0, request < 30 { rows[(request * 7) % 20].time = 100 + Int64(request) }
    }
    var walk = ListWalk(
      limit: limit, call: APIErrorTests.call, key: { InboxMessage($0).key },
      fetch: { (limit, place) throws(APIError) in
        list.page(limit: limit, offset: place.rows, since: nil, before: nil)
      })
    var ids: [String] = []
    while let chats = try await walk.next() { ids += chats.map { InboxMessage($0).key } }
    #expect(ids.count == 20)
    #expect(Set(ids) == Set(rows.map(\.id)))
  }
}

@Suite struct ListEndTests {
  /// Three rows on pages of two, and a 404 from then on.
  private static func ids(count: Int?, failing: APIError) async throws -> [Int64] {
    var walk = ListWalk(
      limit: 2, call: APIErrorTests.call, key: { $0.idText ?? "" },
      fetch: { (_, place) throws(APIError) in
        let pages = [["1", "2"], ["3"]]
        guard place.pages < pages.count else { throw failing }
        let items = pages[place.pages].compactMap {
          try? JSONValue(parsing: Array("{\"id\":\($0)}".utf8))
        }
        return ListPage(count: count, items: items)
      })
    var ids: [Int64] = []
    while let page = try await walk.next() { ids += page.compactMap { $0["id"]?.int } }
    return ids
  }

  @Test(arguments: [nil, 3, 2] as [Int?])
  func endsAtA404BehindTheLastPage(count: Int?) async throws {
    let error = APIError.refused(APIErrorTests.call, status: 404, details: "")
    #expect(try await Self.ids(count: count, failing: error) == [1, 2, 3])
  }

  /// The server counts more rows than it has shown, or says something else than 404.
  @Test(arguments: [(4, 404), (3, 405), (3, 422), (nil, 400)] as [(Int?, Int)])
  func takesNothingElseForTheEnd(count: Int?, status: Int) async throws {
    let error = APIError.refused(APIErrorTests.call, status: status, details: "")
    await #expect(throws: error) { try await Self.ids(count: count, failing: error) }
  }
}

@Suite struct ListGapTests {
  /// A server that cuts the page out first and leaves out what the user may not see afterwards.
  private static func walk(_ rows: [String?], limit: Int, isWithCount: Bool = true) -> ListWalk {
    ListWalk(
      limit: limit, call: APIErrorTests.call, key: { $0["id"]?.string ?? "" },
      fetch: { (limit, place) throws(APIError) in
        let end = min(place.rows + limit, rows.count)
        let shown = rows[min(place.rows, end)..<end].compactMap { $0 }
        let items = shown.compactMap { try? JSONValue(parsing: Array("{\"id\":\"\($0)\"}".utf8)) }
        return ListPage(
          count: isWithCount ? rows.count : nil, items: items,
          next: end < rows.count ? "https://inbox.example/?offset=\(end)" : nil)
      })
  }

  @Test(arguments: [true, false])
  func goesOnBehindAPageOfWhichNothingMayBeSeen(isWithCount: Bool) async throws {
    let rows: [String?] = ["a", "b", nil, nil, nil, nil, "c", "d", nil, nil]
    var walk = Self.walk(rows, limit: 2, isWithCount: isWithCount)
    var ids: [String] = []
    while let page = try await walk.next() { ids += page.compactMap { $0["id"]?.string } }
    #expect(ids == ["a", "b", "c", "d"])
  }

  @Test func endsWhereNothingButPromisesCome() async throws {
    var walk = ListWalk(
      limit: 10, call: APIErrorTests.call, key: { $0["id"]?.string ?? "" },
      fetch: { (_, _) throws(APIError) in
        ListPage(count: nil, items: [], next: "https://inbox.example/?offset=1")
      })
    await #expect(throws: APIError.self) { try await walk.next() }
  }
}
