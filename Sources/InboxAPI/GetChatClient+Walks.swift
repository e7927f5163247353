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
  /// - Parameters:
  ///   - isSinglePass: for whoever repeats the walk until nothing is new.
  ///   - messagesBeforeTime: see `chats`.
  package func allChats(
    isSinglePass: Bool = false, messagesBeforeTime: Int64? = nil, limit: Int = 100
  ) -> ListWalk {
    let request = InboxConnection.Request(operation: "listChats", path: "/api/v1/chats/")
    return ListWalk(
      limit: limit, call: connection.call(request), isSinglePass: isSinglePass,
      key: { ChatRow($0).number ?? $0.canonical },
      fetch: { (limit, place) throws(APIError) in
        try await self.chats(
          limit: limit, offset: place.rows, messagesBeforeTime: messagesBeforeTime)
      })
  }
}
