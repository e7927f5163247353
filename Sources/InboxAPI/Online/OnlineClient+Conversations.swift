internal import JSONText

/// Add Conversation, and the look-up before it.
extension OnlineClient {
  /// newConversation, on a fresh connection. Sent again only where the server cannot have begun; an error whose `outcome` is
  /// `unknown` must be settled by looking, see `ConversationOpening`.
  func addConversation(_ order: ConversationOrder) async throws(APIError) -> JSONValue {
    let request = InboxConnection.Request(
      operation: "newConversation", path: request(.onlineConversations).path, method: .post,
      body: .json(order.json(inbox: inbox)), isRepeatable: false)
    return try await connection.send(request) { (answer) throws(InboxConnection.Misfit) in
      let object = try answer.object()
      guard object["id"]?.flexibleInt != nil else {
        throw InboxConnection.Misfit(reason: "it holds no id of a conversation")
      }
      if let inbox = object["inbox_id"]?.flexibleInt, inbox != self.inbox {
        throw InboxConnection.Misfit(reason: "it is about another inbox")
      }
      return object
    }
  }

  /// The inbox's conversations of one status that are with whom `order` names.
  func conversations(
    with order: ConversationOrder, status: ConversationOrder.Status
  ) async throws(APIError) -> [JSONValue] {
    var found: [JSONValue] = []
    var seen: Set<String> = []
    for page in 1...Self.mostPages {
      let query = [
        ("status", status.rawValue), ("inbox_id", String(inbox)), ("page", String(page)),
      ]
      let rows = try await list(
        request(.onlineConversations, query.map { (name: $0.0, value: $0.1) })
      ).items
      let fresh = rows.filter { row in
        seen.insert(row["id"].map { String(decoding: $0.raw, as: UTF8.self) } ?? "").inserted
      }
      // A server that ignores the page gives the same rows for ever.
      if fresh.isEmpty { break }
      found += fresh.filter { row in
        (row["inbox_id"]?.flexibleInt ?? inbox) == inbox
          && (row["status"]?.string ?? status.rawValue) == status.rawValue && order.isWith(row)
      }
    }
    return found
  }

  /// Of 25 conversations each: more than any list that ends.
  private static let mostPages = 100_000
}
