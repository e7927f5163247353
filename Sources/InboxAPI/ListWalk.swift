package import JSONText

/// How far a list was walked. Some servers count rows (`offset`), some count pages.
package struct ListPlace: Sendable, Equatable {
  package var rows = 0
  package var pages = 0

  package init() {}
}

/// Walks a list by rows or pages although rows come, go and change places meanwhile.
///
/// One pass may miss a row that moved ahead of the place already reached. So passes are repeated until
/// one brings nothing new; every row is given once. Memory: 64 bits for every row.
package struct ListWalk: RowWalk {
  package typealias Fetch =
    @Sendable (_ limit: Int, _ place: ListPlace) async throws(APIError) -> ListPage
  package typealias Key = @Sendable (JSONValue) -> String

  /// A list that goes on for ever, or ignores the place, ends the walk.
  static let longestPass = 100_000_000
  static let repeatsOfOne = 3
  /// So many pages without a row are skipped where the server says that more come: rows that this user may not see are
  /// left out of their page by some.
  static let longestGap = 1_000

  private let limit: Int
  private let call: APIError.Call
  private let fetch: Fetch
  private let key: Key
  /// Rows that are not to be given although the server shows them.
  private let isUnwanted: @Sendable (JSONValue) -> Bool
  /// Keys, hashed.
  private var seen: Set<Int>
  private let isSinglePass: Bool
  private var place = ListPlace()
  private var isPassFruitful = false
  private var previousPage: [String] = []
  private var previousCount: Int?
  /// How often in a row the same page came at another place: once may be a row that moved.
  private var repeats = 0
  /// Pages without a row so far, in a row.
  private var gap = 0
  private var isDone = false

  /// - Parameter isSinglePass: for whoever repeats the walk until nothing is new.
  init(
    limit: Int, call: APIError.Call, isSinglePass: Bool = false, seen: Set<Int> = [],
    isUnwanted: @escaping @Sendable (JSONValue) -> Bool = { _ in false }, key: @escaping Key,
    fetch: @escaping Fetch
  ) {
    self.limit = max(1, limit)
    self.isSinglePass = isSinglePass
    self.isUnwanted = isUnwanted
    self.call = call
    self.seen = seen
    self.key = key
    self.fetch = fetch
  }

  /// The next rows that were not given before; nil when a whole pass brought none.
  package mutating func next(
    isolation: isolated (any Actor)? = #isolation
  ) async throws(APIError) -> [JSONValue]? {
    while !isDone {
      let page = try await nextPage()
      let keys = page.items.map(key)
      let isSame = !keys.isEmpty && keys == previousPage && page.count == previousCount
      repeats = isSame ? repeats + 1 : 0
      previousCount = page.count
      let isRepeated = repeats == Self.repeatsOfOne
      var fresh: [JSONValue] = []
      for (item, key) in zip(page.items, keys) where seen.insert(key.hashValue).inserted {
        if !isUnwanted(item) { fresh.append(item) }
      }
      if isRepeated, let count = page.count, count > seen.count {
        throw .unexpectedAnswer(
          call, status: 200,
          reason: "the list ignores its offset and shows only a part")
      }
      previousPage = keys
      place.pages += 1
      if page.items.isEmpty, page.goesOn(after: place.rows) {
        gap += 1
        guard gap <= Self.longestGap else {
          throw .unexpectedAnswer(
            call, status: 200, reason: "the list shows nothing any more and says that it goes on")
        }
        place.rows += limit
        continue
      }
      gap = 0
      place.rows += page.items.count
      if !fresh.isEmpty { isPassFruitful = true }
      if page.items.isEmpty || isRepeated || place.rows > Self.longestPass {
        isDone = isSinglePass || !isPassFruitful
        isPassFruitful = false
        place = ListPlace()
        repeats = 0
        previousPage = []
      }
      if !fresh.isEmpty { return fresh }
    }
    return nil
  }

  /// Some servers say 404 to a page behind the last one: where rows were shown and nothing says that there are more, the
  /// list ends there.
  private func nextPage() async throws(APIError) -> ListPage {
    do throws(APIError) {
      return try await fetch(limit, place)
    } catch {
      guard case .refused(_, 404, _) = error, place.rows > 0, previousCount ?? 0 <= seen.count
      else { throw error }
      return ListPage(count: previousCount, items: [])
    }
  }
}
