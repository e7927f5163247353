internal import InboxAPI
internal import JSONText

/// A kind whose rows are shown one at a time.
struct EachKind: Sendable {
  let name: String
  let operation: ReadOperation
  /// Whether a row is written as `{"id": …, "answer": …}`, since the answer does not say what it is about.
  var isNamed = false
  /// Whether the ids are those of chats, which may be telephone numbers.
  var isOfChats = false
  /// Whether the ids stand in messages, of which an incremental run lists some only.
  var isFoundInMessages = false

  /// So many failures and no row: the kind is not to be had.
  private static let failuresToGiveUp = 3

  /// Asks for all items of the kind that are wanted, `jobs` at once, in the order of their ids. A failure of one is an
  /// answer too; after some of them and no row the kind is given up.
  ///
  /// - Throws: `APIError` where the server fails altogether; what `body` throws.
  func forEachAnswer(
    wantedIn store: CrawlProgress, from client: any InboxClient, jobs: Int,
    isolation: isolated (any Actor)? = #isolation,
    _ body: (_ id: String, _ answer: Result<JSONValue, FailedItem>) throws -> Void
  ) async throws {
    var failures = 0
    var inARow = FailuresInARow(limit: FailuresInARow.ofItems)
    var hasRow = false
    var after = ""
    while true {
      let ids = try store.each(name, after: after)
      guard let last = ids.last else { return }
      after = last
      var rest = ids[...]
      while !rest.isEmpty, failures < Self.failuresToGiveUp || hasRow {
        try Task.checkCancellation()
        for (id, answer) in try await answers(for: rest.prefix(jobs), from: client) {
          switch answer {
          case .success:
            hasRow = true
            _ = inARow.add(nil)
          case .failure(let item):
            failures += 1
            if inARow.add(item.failure) { throw item.error }
          }
          try body(id, answer)
        }
        rest = rest.dropFirst(jobs)
      }
    }
  }

  /// Asks for several items at once; the answers are in the order of the ids.
  private func answers(
    for ids: ArraySlice<String>, from client: any InboxClient
  ) async throws -> [(id: String, answer: Result<JSONValue, FailedItem>)] {
    try await withThrowingTaskGroup(of: (Int, Result<JSONValue, FailedItem>).self) { group in
      for (index, id) in zip(ids.indices, ids) {
        group.addTask { (index, try await answer(for: id, from: client)) }
      }
      var answers: [Int: Result<JSONValue, FailedItem>] = [:]
      for try await (index, answer) in group { answers[index] = answer }
      return ids.indices.compactMap { index in answers[index].map { (ids[index], $0) } }
    }
  }

  private func answer(
    for id: String, from client: any InboxClient
  ) async throws -> Result<JSONValue, FailedItem> {
    let answer: JSONValue
    do throws(APIError) {
      answer = try await client.value(of: operation, id: id)
    } catch {
      return .failure(FailedItem(try await client.failure(error), error))
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
