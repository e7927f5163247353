package import JSONText

/// Walks the conversations of one inbox in every status.
///
/// By default the platform lists the open ones alone. The list of all statuses comes first; then one page of each status
/// shows whether the server knows what `all` means, and those that it left out are walked too. Rows of other inboxes are
/// left out, whether or not the server does so. Memory: 64 bits for every conversation.
package struct ConversationWalk: RowWalk {
  typealias Fetch =
    @Sendable (_ status: String, _ place: ListPlace) async throws(APIError) -> ListPage

  static let statuses = ["open", "resolved", "pending", "snoozed"]

  private let inbox: Int64
  private let call: APIError.Call
  private let isSinglePass: Bool
  private let fetch: Fetch
  private var walk: ListWalk
  private var statuses = Self.statuses[...]
  private var seen: Set<Int> = []

  init(inbox: Int64, isSinglePass: Bool, call: APIError.Call, fetch: @escaping Fetch) {
    self.inbox = inbox
    self.isSinglePass = isSinglePass
    self.call = call
    self.fetch = fetch
    walk = Self.walk("all", isSinglePass, call, fetch)
  }

  private static func walk(
    _ status: String, _ isSinglePass: Bool, _ call: APIError.Call, _ fetch: @escaping Fetch
  ) -> ListWalk {
    ListWalk(
      limit: 1, call: call, isSinglePass: isSinglePass, key: { key($0) },
      fetch: { (_, place) throws(APIError) in try await fetch(status, place) })
  }

  private static func key(_ row: JSONValue) -> String {
    ChatRow(row, .online).number ?? row.canonical
  }

  package mutating func next(
    isolation: isolated (any Actor)? = #isolation
  ) async throws(APIError) -> [JSONValue]? {
    while true {
      if let rows = try await walk.next() {
        let fresh = rows.filter { seen.insert(Self.key($0).hashValue).inserted && isOwn($0) }
        if !fresh.isEmpty { return fresh }
        continue
      }
      guard let status = statuses.popFirst() else { return nil }
      let rows = try await fetch(status, ListPlace()).items
      if !rows.allSatisfy({ seen.contains(Self.key($0).hashValue) }) {
        walk = Self.walk(status, isSinglePass, call, fetch)
      }
    }
  }

  private func isOwn(_ row: JSONValue) -> Bool {
    guard let id = row["inbox_id"], !id.isNull else { return true }
    return (id.int ?? id.string.flatMap { Int64($0) }) == inbox
  }
}
