internal import JSONText

/// Which part of a list is asked for, by `limit` and `offset`; what cannot be read as one is the default, as in Django
/// REST Framework.
struct ListPage {
  static let usualLimit = 100
  static let largestLimit = 500

  let limit: Int64
  let offset: Int64
  private let request: HTTPRequest

  init(_ request: HTTPRequest) {
    self.request = request
    let limit = request.parameter("limit").flatMap { Int64($0) } ?? 0
    self.limit = limit > 0 ? min(limit, Int64(Self.largestLimit)) : Int64(Self.usualLimit)
    let offset = request.parameter("offset").flatMap { Int64($0) } ?? 0
    // So far that no sum of the two overflows.
    self.offset = min(max(offset, 0), 1 << 53)
  }

  /// Writes the envelope around `results`.
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
    json.beginArray()
    try results(&json)
    json.endArray()
    json.endObject()
  }

  /// The same list at another offset, the parameters sorted.
  private func link(_ origin: String, to offset: Int64) -> String {
    var query = request.query.filter { $0.name != "limit" && $0.name != "offset" }
    query.append(("limit", String(limit)))
    if offset > 0 { query.append(("offset", String(offset))) }
    query.sort { $0.name < $1.name }
    return origin + URLText.reference(path: request.path, query)
  }
}
