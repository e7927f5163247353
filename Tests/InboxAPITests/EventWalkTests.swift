import JSONText
import Testing

@testable import InboxAPI

@Suite(.timeLimit(.minutes(50))) struct EventWalkTests {
  struct Quirks: OptionSet, Sendable {
    let rawValue: Int
    static let ignoresOffset = Quirks(rawValue: 1)
    static let ignoresTimes = Quirks(rawValue: 2)
    static let oldestFirst = Quirks(rawValue: 4)
    static let showsNoCount = Quirks(rawValue: 8)
  }

  /// `counts[i]` events in second 1000 − i.
  static func walk(_ counts: [Int], cap: Int, _ quirks: Quirks) -> EventWalk {
    let times = counts.enumerated().flatMap { index, count in
      [Int64](repeating: 1000 - Int64(index), count: count)
    }
    let rows = times.enumerated().map { (time: $1, json: #"{"n":\#($0),"timestamp":\#($1)}"#) }
    return EventWalk(
      limit: cap, call: APIErrorTests.call, key: { String(decoding: $0.raw, as: UTF8.self) },
      fetch: { (limit, offset, since, before) throws(APIError) in
        var shown = rows.filter {
          quirks.contains(.ignoresTimes)
            || $0.time >= since ?? .min && $0.time < before ?? .max
        }
        if quirks.contains(.oldestFirst) { shown.reverse() }
        let count = shown.count
        let start = quirks.contains(.ignoresOffset) ? 0 : min(offset, count)
        let page = shown[start...].prefix(min(limit, cap)).compactMap {
          try? JSONValue(parsing: Array($0.json.utf8))
        }
        return ListPage(count: quirks.contains(.showsNoCount) ? nil : count, items: page)
      })
  }

  static func count(_ walk: EventWalk) async throws -> (all: Int, different: Int) {
    var walk = walk
    var rows: [String] = []
    while let page = try await walk.next() {
      rows += page.map { String(decoding: $0.raw, as: UTF8.self) }
    }
    return (rows.count, Set(rows).count)
  }

  @Test(
    arguments: [[], [1], [3, 3, 3], [10], [1, 7, 1], [2, 2, 2, 2, 2, 2, 2], [5, 5, 5]],
    [Quirks(), .oldestFirst, .ignoresTimes, .showsNoCount, [.oldestFirst, .ignoresTimes]])
  func givesEveryEventOnce(counts: [Int], quirks: Quirks) async throws {
    let total = counts.reduce(0, +)
    let found = try await Self.count(Self.walk(counts, cap: 3, quirks))
    #expect(found == (total, total))
  }

  @Test func needsNoOffsetWhereNoSecondFillsAPage() async throws {
    let found = try await Self.count(Self.walk([2, 1, 2, 2, 1], cap: 3, .ignoresOffset))
    #expect(found == (8, 8))
  }

  @Test func saysThatASecondCannotBeReadWhole() async throws {
    await #expect(throws: APIError.self) {
      _ = try await Self.count(Self.walk([1, 9, 1], cap: 3, .ignoresOffset))
    }
  }
}

@Suite(.timeLimit(.minutes(50))) struct CursorWalkTests {
  /// Pages by the word that leads to them; nil for the first.
  static func walk(_ pages: [String?: (rows: [Int], next: String?)]) -> CursorWalk {
    let key: ListWalk.Key = { String(decoding: $0.raw, as: UTF8.self) }
    let page: @Sendable (String?) -> ListPage = { word in
      let (rows, next) = pages[word] ?? ([], nil)
      return ListPage(
        count: nil, items: rows.compactMap { try? JSONValue(parsing: Array(String($0).utf8)) },
        next: next)
    }
    return CursorWalk(
      key: key,
      rest: ListWalk(
        limit: 10, call: APIErrorTests.call, key: key,
        fetch: { (_, place) throws(APIError) in page(place.rows == 0 ? nil : "none") }),
      call: APIErrorTests.call, fetch: { (word) throws(APIError) in page(word) })
  }

  static func rows(_ walk: CursorWalk) async throws -> [String] {
    var walk = walk
    var rows: [String] = []
    while let page = try await walk.next() {
      rows += page.map { String(decoding: $0.raw, as: UTF8.self) }
    }
    return rows
  }

  @Test func followsTheWordAndNeverTheAddress() async throws {
    let walk = Self.walk([
      nil: ([1, 2], "http://evil.example/?limit=2&pages=a%2Fb"), "a/b": ([2, 3], "/x?pages=c"),
      "c": ([4], nil),
    ])
    #expect(try await Self.rows(walk) == ["1", "2", "3", "4"])
  }

  @Test func goesByOffsetWhereThereIsNoWord() async throws {
    #expect(try await Self.rows(Self.walk([nil: ([1, 2], nil)])) == ["1", "2"])
  }

  @Test func leavesACircle() async throws {
    let walk = Self.walk([nil: ([1], "?pages=a"), "a": ([2], "?pages=a")])
    await #expect(throws: APIError.self) { _ = try await Self.rows(walk) }
  }
}
