internal import InboxAPI
internal import JSONText

/// A kind whose rows are shown one at a time.
struct EachKind: Sendable {
  let name: String
  let operation: ReadOperation
  /// Whether a row is written as `{"id": …, "answer": …}`, since the answer does not say what it is about.
  var isNamed = false
  /// Whether the ids stand in messages, of which an incremental run lists some only.
  var isFoundInMessages = false

  /// So many refusals and no row: the kind is not offered.
  private static let refusalsToGiveUp = 3

  /// Asks for all items of the kind that are wanted, `jobs` at once, in the order of their ids. What is refused is an
  /// answer too; after some refusals and no row the kind is given up.
  func forEachAnswer(
    wantedIn store: CrawlProgress, from client: any InboxClient, jobs: Int,
    isolation: isolated (any Actor)? = #isolation,
    _ body: (_ id: String, _ answer: Result<JSONValue, APIError>) throws -> Void
  ) async throws {
    var refusals = 0
    var hasRow = false
    var after = ""
    while true {
      let ids = try store.each(name, after: after)
      guard let last = ids.last else { return }
      after = last
      var rest = ids[...]
      while !rest.isEmpty, refusals < Self.refusalsToGiveUp || hasRow {
        try Task.checkCancellation()
        for (id, answer) in try await answers(for: rest.prefix(jobs), from: client) {
          if case .success = answer { hasRow = true } else { refusals += 1 }
          try body(id, answer)
        }
        rest = rest.dropFirst(jobs)
      }
    }
  }

  /// Asks for several items at once; the answers are in the order of the ids.
  private func answers(
    for ids: ArraySlice<String>, from client: any InboxClient
  ) async throws -> [(id: String, answer: Result<JSONValue, APIError>)] {
    try await withThrowingTaskGroup(of: (Int, Result<JSONValue, APIError>).self) { group in
      for (index, id) in zip(ids.indices, ids) {
        group.addTask { (index, try await answer(for: id, from: client)) }
      }
      var answers: [Int: Result<JSONValue, APIError>] = [:]
      for try await (index, answer) in group { answers[index] = answer }
      return ids.indices.compactMap { index in answers[index].map { (ids[index], $0) } }
    }
  }

  private func answer(
    for id: String, from client: any InboxClient
  ) async throws -> Result<JSONValue, APIError> {
    let answer: JSONValue
    do throws(APIError) {
      answer = try await client.value(of: operation, id: id)
    } catch {
      guard try await client.isOfOneItem(error) else { throw error }
      return .failure(error)
    }
    return .success(isNamed ? try Self.named(answer, id) : answer)
  }

  private static func named(_ answer: JSONValue, _ id: String) throws(JSONError) -> JSONValue {
    var json = JSONWriter()
    json.beginObject()
    json.field("id", id)
    json.key("answer")
    json.raw(answer.raw.span)
    json.endObject()
    return try JSONValue(parsing: json.bytes)
  }
}
