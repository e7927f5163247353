internal import JSONText

/// Which part of a list is asked for, by `limit` and `offset`; what cannot be read as one is the default, as in Django
/// REST Framework.
struct ListPage {
  static let usualLimit = 100
  static let largestLimit = 1000

  let limit: Int64
  let offset: Int64
  private let request: HTTPRequest
  private let offsetParameter: String

  init(_ request: HTTPRequest, offsetParameter: String = "offset") {
    self.request = request
    self.offsetParameter = offsetParameter
    let limit = request.parameter("limit").flatMap { Int64($0) } ?? 0
    self.limit = limit > 0 ? min(limit, Int64(Self.largestLimit)) : Int64(Self.usualLimit)
    let offset = request.parameter(offsetParameter).flatMap { Int64($0) } ?? 0
    // So far that no sum of the two overflows.
    self.offset = min(max(offset, 0), 1 << 53)
  }

  /// Writes the envelope around the array that `results` writes.
  ///
  /// - Parameter origin: `http://127.0.0.1:PORT`.
  func write(
    count: Int64, origin: String, into json: inout JSONWriter,
    results: (inout JSONWriter) throws -> Void
  ) rethrows {
    json.beginObject()
    json.key("count")
    json.number(count)
    json.key("next")
    json.stringOrNull(offset + limit < count ? link(origin, to: offset + limit) : nil)
    json.key("previous")
    json.stringOrNull(offset > 0 ? link(origin, to: offset - limit) : nil)
    json.key("results")
    try results(&json)
    json.endObject()
  }

  /// The same list at another offset, the parameters sorted.
  private func link(_ origin: String, to offset: Int64) -> String {
    var query = request.query.filter { $0.name != "limit" && $0.name != offsetParameter }
    query.append(("limit", String(limit)))
    if offset > 0 { query.append((offsetParameter, String(offset))) }
    query.sort { $0.name < $1.name }
    return origin + URLText.reference(path: request.path, query)
  }
}
