/// What can be read.
extension GetChatClient {
  /// listChats: one page, the newest activity first.
  ///
  /// - Parameter messagesBeforeTime: leaves out chats without a message before that time (POSIX
  ///   seconds), which keeps the list still while it is walked.
  package func chats(
    limit: Int, offset: Int, messagesBeforeTime: Int64? = nil
  ) async throws(APIError) -> ListPage {
    var query = [("limit", String(limit)), ("offset", String(offset))]
    if let messagesBeforeTime { query.append(("messages_before_time", String(messagesBeforeTime))) }
    return try await list("listChats", "/api/v1/chats/", query)
  }

  /// listMessages: one page of a chat, newest first.
  ///
  /// - Parameters:
  ///   - sinceTime: POSIX seconds, inclusive.
  ///   - beforeTime: POSIX seconds, exclusive.
  package func messages(
    of waID: String, limit: Int, offset: Int = 0, sinceTime: Int64? = nil, beforeTime: Int64? = nil
  ) async throws(APIError) -> ListPage {
    var query = [("wa_id", waID), ("limit", String(limit)), ("offset", String(offset))]
    if let sinceTime { query.append(("since_time", String(sinceTime))) }
    if let beforeTime { query.append(("before_time", String(beforeTime))) }
    return try await list("listMessages", "/api/v1/messages/", query)
  }

  /// retrieveMediaFile: streams a file's bytes into `receive` as they come, on the transport's thread.
  ///
  /// - Parameters:
  ///   - mayBeWebPage: whether a page for people may be the file that is wanted.
  ///   - restart: called before the file is received again from its first byte, after a broken
  ///     connection. Without it a transfer that broke after the first byte ends with the error.
  ///   - receive: what it throws ends the transfer. It is the one to enforce a limit of size.
  package func media(
    id: String, mayBeWebPage: Bool = false, restart: (@Sendable () throws -> Void)? = nil,
    receive: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws(APIError) {
    let isName = !id.isEmpty && id != "." && id != ".."
    var request = InboxConnection.Request(
      operation: "retrieveMediaFile", path: "/api/v1/media/\(Origin.encode(id))/", accept: "*/*",
      receive: receive, restart: restart, mayBeWebPage: mayBeWebPage)
    guard isName else {
      throw .invalidRequest(connection.call(request), reason: "the file has no usable id")
    }
    do throws(APIError) {
      return try await connection.download(request)
    } catch {
      // The vendor's own front end asks without the slash.
      guard case .refused(_, 404, _) = error else { throw error }
    }
    request.path.removeLast()
    try await connection.download(request)
  }

  func list(
    _ operation: String, _ path: String, _ query: [(String, String)]
  ) async throws(APIError) -> ListPage {
    let request = InboxConnection.Request(
      operation: operation, path: path, query: query.map { (name: $0.0, value: $0.1) })
    return try await connection.send(request) { (answer) throws(InboxConnection.Misfit) in
      guard let page = ListPage(try answer.json()) else {
        throw InboxConnection.Misfit(reason: "it is no list")
      }
      return page
    }
  }
}
