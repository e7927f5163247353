internal import InboxAPI
internal import JSONText

/// What the crawl of an inbox of one kind reads, and how it sees that something has changed.
struct CrawlPlan: Sendable {
  let kind: InboxKind
  /// In the order in which they are read.
  let lists: [ResourceKind]
  /// Read after the chats.
  let each: [EachKind]
  /// Names of kinds that belong to the account around the inbox, and stay when it goes.
  let stayingKinds: Set<String>
  /// Lists the chats.
  let chats: ReadOperation
  /// The photo of the inbox's profile; nil where there is none.
  let photo: ReadOperation?
  /// Members of a chat's row that change without the chat changing: unread counts are about the user who asks; messages
  /// and persons have rows of their own.
  let volatileOfChats: Set<String>
  /// Members that change without anything happening in the chat.
  let idleOfChats: Set<String>
  /// Members of a message that are about somebody's view of it or about the people behind it.
  let volatileOfMessages: Set<String>
  /// Whether a message's position is its time. Else it is a number that grows with every new message.
  let listsByTime: Bool
  /// Whether there is anything in the chat, by its row; nil where the row does not say what happened in it.
  let hasMessages: @Sendable (_ row: JSONValue) -> Bool?
  /// What else is to be read for a chat: kinds of `each`, and ids.
  let detailsOfChat: @Sendable (_ row: JSONValue, _ chat: String) -> [(kind: String, id: String)]

  static func of(_ kind: InboxKind) -> CrawlPlan {
    switch kind {
    case .getChat: getChat
    case .online: online
    }
  }

  func chat(_ row: JSONValue) -> ChatRow { ChatRow(row, kind) }

  /// Another number whenever something has happened in the chat.
  func activity(of row: JSONValue) -> UInt64 {
    ItemVersion.of(row, leavingOut: idleOfChats)
  }

  func message(_ pieces: JSONPieces) -> StoredMessage {
    StoredMessage(InboxMessage(pieces, kind.form), self)
  }

  func message(_ json: JSONValue) -> StoredMessage {
    StoredMessage(InboxMessage(json, kind.form), self)
  }
}
