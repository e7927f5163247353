package import JSONText

/// A walk through a list of a server, however the list is cut into pages.
package protocol RowWalk {
  /// The next rows, each given once; nil at the end.
  mutating func next(
    isolation: isolated (any Actor)?
  ) async throws(APIError) -> [JSONValue]?
}

/// The walk through what an operation answers in one piece: an object, or an array of all there is.
struct WholeWalk: RowWalk {
  private let fetch: @Sendable () async throws(APIError) -> [JSONValue]
  private var isDone = false

  init(fetch: @escaping @Sendable () async throws(APIError) -> [JSONValue]) { self.fetch = fetch }

  mutating func next(
    isolation: isolated (any Actor)? = #isolation
  ) async throws(APIError) -> [JSONValue]? {
    if isDone { return nil }
    let rows = try await fetch()
    isDone = true
    return rows
  }
}
