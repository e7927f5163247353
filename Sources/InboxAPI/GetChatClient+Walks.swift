internal import JSONText

/// Whole lists.
extension GetChatClient {
  /// Every message of a chat, newest first.
  ///
  /// - Parameters:
  ///   - since: POSIX seconds, inclusive.
  ///   - before: POSIX seconds, exclusive.
  ///   - limit: messages a page; the server may give fewer.
  package func allMessages(
    of waID: String, since: Int64? = nil, before: Int64? = nil, limit: Int = 100
  ) -> MessageWalk {
    let request = InboxConnection.Request(operation: "listMessages", path: "/api/v1/messages/")
    return MessageWalk(
      limit: limit, since: since, before: before, call: connection.call(request),
      fetch: { (limit, offset, since, before) throws(APIError) in
        try await self.messages(
          of: waID, limit: limit, offset: offset, sinceTime: since, beforeTime: before)
      })
  }

  /// Every chat, in no particular order.
  ///
  /// - Parameter messagesBeforeTime: see `chats`.
  package func allChats(messagesBeforeTime: Int64? = nil, limit: Int = 100) -> ListWalk {
    let request = InboxConnection.Request(operation: "listChats", path: "/api/v1/chats/")
    return ListWalk(
      limit: limit, call: connection.call(request),
      key: { chat in
        chat["wa_id"]?.string ?? chat["contact"]?["wa_id"]?.string
          ?? String(decoding: chat.raw, as: UTF8.self)
      },
      fetch: { (limit, offset) throws(APIError) in
        try await self.chats(limit: limit, offset: offset, messagesBeforeTime: messagesBeforeTime)
      })
  }
}
