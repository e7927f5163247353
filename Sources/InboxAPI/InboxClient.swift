package import JSONText

/// Which interface an inbox speaks.
package enum InboxKind: String, Sendable, CaseIterable {
  /// get.chat's, which is 360dialog's too.
  case getChat = "getchat"
  /// 99digital's online platform, and Chatwoot.
  case online

  /// How its messages are written; for whoever does not ask for their direction.
  package var form: MessageForm {
    switch self {
    case .getChat: .getChat
    case .online: .online(.fromZero)
    }
  }
}

/// How a list is cut into pages.
package enum ListStyle: Sendable {
  /// By rows, with limit and offset.
  case rows
  /// By numbers of pages.
  case pages
  /// By time, for events.
  case events
  /// By an opaque word.
  case cursor
  /// Not at all: one object, or an array of all there is.
  case whole
}

/// What can be read of an inbox, whichever interface it speaks: all that backups and live exports need.
///
/// Every operation is a GET without side effects, and throws `APIError`.
package protocol InboxClient: Sendable {
  var kind: InboxKind { get }
  /// How the messages are written, as far as the answers by now tell.
  var form: MessageForm { get }
  /// Why what was listed by now may not be all there is, in words for a person; nil where nothing speaks for it.
  var doubt: String? { get }

  /// Whether the token is good for this inbox.
  func checkAccess() async throws(APIError)

  /// Whether a refusal may be about one item alone, while the token is good.
  func mayConcernOneItem(tokenRefusal status: Int) -> Bool

  /// Every row of a list, each once.
  ///
  /// - Parameter key: tells rows apart.
  func rows(
    of operation: ReadOperation, _ style: ListStyle, key: @escaping ListWalk.Key
  ) -> any RowWalk

  /// What an operation answers that is about one item.
  func value(of operation: ReadOperation, id: String?) async throws(APIError) -> JSONValue

  /// Every chat, in no particular order.
  ///
  /// - Parameter isSinglePass: for whoever repeats the walk until nothing is new.
  func chats(isSinglePass: Bool) -> any RowWalk

  /// The messages of a chat, from the highest position down.
  ///
  /// - Parameters:
  ///   - since: a position (`InboxMessage.position`), inclusive; nil: from the beginning.
  ///   - before: a position, exclusive; nil: to the end.
  func messages(of chat: String, since: Int64?, before: Int64?) -> any RowWalk

  /// What `media` takes for a file that a message names; nil where it is not to be had from this inbox.
  func place(of medium: InboxMessage.Media) -> MediaPlace?

  /// A file that is no medium of a message; see `media`.
  func file(
    of operation: ReadOperation, restart: @escaping @Sendable () throws -> Void,
    receive: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws(APIError)

  /// Streams a file's bytes into `receive` as they come, on the transport's thread.
  ///
  /// - Parameters:
  ///   - restart: called before the file is received again from its first byte, after a broken connection. Without it a
  ///     transfer that broke after the first byte ends with the error.
  ///   - receive: what it throws ends the transfer. It is the one to enforce a limit of size.
  func media(
    at place: MediaPlace, restart: (@Sendable () throws -> Void)?,
    receive: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws(APIError)
}

extension InboxClient {
  /// Whether a file is asked for by its address, without the token, wherever that leads.
  func asksByLink(_ place: MediaPlace) -> Bool { kind == .online && place.link != nil }
}

extension GetChatClient: InboxClient {
  package var kind: InboxKind { .getChat }
  package var form: MessageForm { .getChat }
  package func checkAccess() async throws(APIError) { _ = try await currentUser() }

  /// A 401 is always about the token.
  package func mayConcernOneItem(tokenRefusal status: Int) -> Bool { status == 403 }

  package func rows(
    of operation: ReadOperation, _ style: ListStyle, key: @escaping ListWalk.Key
  ) -> any RowWalk {
    switch style {
    case .rows, .pages: rows(of: operation, key: key)
    case .events: events(of: operation, key: key)
    case .cursor: contacts(key: key)
    case .whole:
      WholeWalk(fetch: { () throws(APIError) in
        let value = try await self.value(of: operation)
        return value.array ?? [value]
      })
    }
  }

  package func chats(isSinglePass: Bool) -> any RowWalk { allChats(isSinglePass: isSinglePass) }

  package func messages(of chat: String, since: Int64?, before: Int64?) -> any RowWalk {
    allMessages(of: chat, since: since, before: before)
  }

  package func place(of medium: InboxMessage.Media) -> MediaPlace? {
    if let id = medium.id ?? medium.link.flatMap({ mediaID(of: $0) }) {
      return MediaPlace(id: id, mayBeWebPage: medium.mayBeWebPage)
    }
    // The inbox may have another name in its own links. It is the one that is asked, never the other host.
    return medium.link.flatMap { link in
      Self.mediaID(onAnyHost: link).map {
        MediaPlace(id: $0, link: link, mayBeWebPage: medium.mayBeWebPage)
      }
    }
  }

  package func media(
    at place: MediaPlace, restart: (@Sendable () throws -> Void)?,
    receive: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws(APIError) {
    try await media(
      id: place.id, mayBeWebPage: place.mayBeWebPage, restart: restart, receive: receive)
  }
}
