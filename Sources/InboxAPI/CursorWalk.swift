package import JSONText

/// Walks a list whose pages name the next one by an opaque word.
///
/// Only that word is taken out of `next`, never its address. A word that comes again ends the walk with an error; a
/// server that gives none is walked by offset as every other list.
package struct CursorWalk: RowWalk {
  typealias Fetch = @Sendable (_ pages: String?) async throws(APIError) -> ListPage

  private let key: ListWalk.Key
  private let call: APIError.Call
  private let fetch: Fetch
  private var rest: ListWalk?
  private var cursor: String?
  private var cursors: Set<String> = []
  private var given: Set<Int> = []
  private var hasBegun = false
  private var isDone = false

  init(
    key: @escaping ListWalk.Key, rest: ListWalk, call: APIError.Call, fetch: @escaping Fetch
  ) {
    self.key = key
    self.rest = rest
    self.call = call
    self.fetch = fetch
  }

  /// The next rows, each given once; nil at the end.
  package mutating func next(
    isolation: isolated (any Actor)? = #isolation
  ) async throws(APIError) -> [JSONValue]? {
    while !isDone {
      if hasBegun, cursor == nil, var walk = rest {
        let rows = try await walk.next()
        rest = walk
        guard let rows else {
          isDone = true
          return nil
        }
        let fresh = rows.filter { given.insert(key($0).hashValue).inserted }
        if !fresh.isEmpty { return fresh }
        continue
      }
      let page = try await fetch(cursor)
      hasBegun = true
      let wasPaged = cursor != nil
      cursor = page.next.flatMap { Self.word(in: $0) }
      if let cursor, !cursors.insert(cursor).inserted {
        throw .unexpectedAnswer(call, status: 200, reason: "its pages go round in a circle")
      }
      if cursor == nil, wasPaged { isDone = true }
      let fresh = page.items.filter { given.insert(key($0).hashValue).inserted }
      if !fresh.isEmpty { return fresh }
    }
    return nil
  }

  /// The value of `pages` in a URL's query, decoded.
  private static func word(in link: String) -> String? {
    guard
      let query = link.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        .dropFirst().first
    else { return nil }
    for pair in query.split(separator: "&") where pair.hasPrefix("pages=") {
      return Origin.decode(pair.dropFirst("pages=".count))
    }
    return nil
  }
}
