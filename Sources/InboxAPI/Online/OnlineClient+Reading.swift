package import JSONText
internal import Synchronization

extension OnlineClient: InboxClient {
  package var kind: InboxKind { .online }

  package var doubt: String? {
    if seesPart.load(ordering: .relaxed) {
      return
        "the token's user may not read every conversation, so that more may be in the inbox than it lists; use the "
        + "token of an administrator or of an agent without such a limit"
    }
    guard isUnbounded.load(ordering: .relaxed) else { return nil }
    return
      "the server does not list messages between two ids: messages that were dated back may be missing; "
      + "ask the provider for `after` and `before` together"
  }

  /// The platform answers 401 also to a user who lacks the rights for one list.
  package func mayConcernOneItem(tokenRefusal status: Int) -> Bool { true }

  /// Also whether the token's user has the account and can see the inbox. A platform that does not show the one or the other
  /// is asked no further; what it refuses later it refuses then.
  package func checkAccess() async throws(APIError) {
    let profile = request(.onlineProfile)
    let user = try await found { () throws(APIError) in try await self.value(profile) }
    if let accounts = user?["accounts"]?.array, !accounts.contains(where: { $0.hasID(account) }) {
      throw .tokenRefused(
        connection.call(profile), status: 200,
        details: "the token's user has no account \(account)")
    }
    let own = user?["accounts"]?.array?.first { $0.hasID(account) }
    seesPart.store(Self.isLimited(own), ordering: .relaxed)
    try await checkInbox()
  }

  /// Whether a role of the account's own making leaves out conversations: it names rights, and none that is for all of
  /// them. The platform's own two roles stand there by their names (Chatwoot, `custom_role.rb`).
  private static func isLimited(_ account: JSONValue?) -> Bool {
    guard let rights = account?["permissions"]?.array?.compactMap(\.string), !rights.isEmpty else {
      return false
    }
    return !rights.contains { ["administrator", "agent", "conversation_manage"].contains($0) }
  }

  /// nil where the server has no such thing.
  private func found<T: Sendable>(
    _ read: () async throws(APIError) -> T
  ) async throws(APIError) -> T? {
    do throws(APIError) {
      return try await read()
    } catch {
      guard case .refused(_, 404, _) = error else { throw error }
      return nil
    }
  }

  /// Users see the inboxes that they belong to, and administrators may belong to few.
  private func checkInbox() async throws(APIError) {
    let request = request(.onlineInboxes)
    let inboxes = try await found { () throws(APIError) in try await self.list(request).items }
    if let inboxes, !inboxes.contains(where: { $0.hasID(inbox) }) {
      throw .tokenRefused(
        connection.call(request), status: 200,
        details:
          "there is no inbox \(inbox) in account \(account), or the token's user does not belong to it"
      )
    }
  }

  package func rows(
    of operation: ReadOperation, _ style: ListStyle, key: @escaping ListWalk.Key
  ) -> any RowWalk {
    if case .whole = style {
      return WholeWalk(fetch: { () throws(APIError) in
        let value = try await self.value(self.request(operation))
        return ListPage(value)?.items ?? [value]
      })
    }
    return ListWalk(
      limit: 1, call: connection.call(request(operation)), key: key,
      fetch: { (_, place) throws(APIError) in
        try await self.list(self.request(operation, Self.page(place)))
      })
  }

  package func value(of operation: ReadOperation, id: String?) async throws(APIError) -> JSONValue {
    let request = request(operation, id: id)
    if let id, id.isEmpty || id == "." || id == ".." {
      throw .invalidRequest(connection.call(request), reason: "the item has no usable id")
    }
    return try await value(request)
  }

  // MARK: Conversations and messages

  package func chats(isSinglePass: Bool) -> any RowWalk {
    ConversationWalk(
      inbox: inbox, isSinglePass: isSinglePass,
      call: connection.call(request(.onlineConversations)),
      fetch: { (status, place) throws(APIError) in
        let query = [("status", status), ("inbox_id", String(self.inbox))]
        let page = try await self.list(
          self.request(.onlineConversations, query + Self.page(place)))
        for row in page.items { self.learn(row["messages"]?.array ?? []) }
        return page
      })
  }

  package func messages(of chat: String, since: Int64?, before: Int64?) -> any RowWalk {
    let request = request(.onlineMessages, id: chat)
    return IDWindowWalk(
      since: since, before: before, longest: longest, call: connection.call(request),
      onDoubt: { self.isUnbounded.store(true, ordering: .relaxed) },
      fetch: { (after, before) throws(APIError) in
        var bounded = request
        if let after { bounded.query.append(("after", String(after))) }
        if let before { bounded.query.append(("before", String(before))) }
        let rows = try await self.list(bounded).items
        self.learn(rows)
        return rows
      })
  }

  private static func page(_ place: ListPlace) -> [(name: String, value: String)] {
    [("page", String(place.pages + 1))]
  }

  // MARK: Files

  /// Attachments are fetched under the address that the message gives, without the token. That one is not to be had there is
  /// found out by asking: every attachment is the inbox's own.
  package func place(of medium: InboxMessage.Media) -> MediaPlace? {
    guard let id = medium.id ?? medium.link.map({ MediaPlace.id(ofLink: $0) }) else { return nil }
    return MediaPlace(id: id, link: medium.link, mayBeWebPage: medium.mayBeWebPage)
  }

  package func media(
    at place: MediaPlace, restart: (@Sendable () throws -> Void)?,
    receive: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws(APIError) {
    let request = InboxConnection.Request(
      operation: "attachment", path: "/", link: place.link, accept: "*/*", receive: receive,
      restart: restart, mayBeWebPage: place.mayBeWebPage)
    guard place.link != nil else {
      throw .invalidRequest(connection.call(request), reason: "its message gives no address for it")
    }
    try await connection.download(request)
  }

  package func file(
    of operation: ReadOperation, restart: @escaping @Sendable () throws -> Void,
    receive: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws(APIError) {
    var request = request(operation)
    request.accept = "*/*"
    request.receive = receive
    request.restart = restart
    try await connection.download(request)
  }
}

extension JSONValue {
  /// The platform's descriptions call ids numbers; some pages call them strings.
  fileprivate func hasID(_ id: Int64) -> Bool {
    idText == String(id)
  }
}
