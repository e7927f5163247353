internal import Files
internal import InboxAPI

/// A chat of an inbox.
struct InboxChat: Sendable, Equatable {
  /// The partner's number, where the inbox says it.
  let number: String
  let title: String
  /// By what its messages are asked for: the number, or the conversations that one contact has on an online platform.
  let parts: [String]
}

/// Records of a chat's messages, the oldest first.
protocol InboxRecords: AnyObject {
  /// Messages, for the progress display.
  var count: Int { get }
  /// The request at which the chat's list ended; nil where it did not.
  var failure: FailedItem? { get }
  /// Why these are not all the chat's messages, in words; nil where they are.
  var gap: String? { get }
  /// The records of some messages, at least one, to be given back after use; nil at the end.
  func next() throws -> RecordBatch?
  func give(back batch: RecordBatch)
}

/// What there is of a file that a message names.
enum InboxFile {
  /// - Parameter sha256: what it must be; nil where nobody knows.
  case bytes(any ByteSource, sha256: SHA256.Digest?)
  /// It is not what the message says, at two requests; the reason goes on behind a colon.
  case odd(any ByteSource, String)
  /// It is not to be had; the reason goes on behind a colon.
  case lost(String)
  /// The message has only its address on another host, which is never asked.
  case elsewhere
  /// The message says neither an id nor an address.
  case unnamed
}

/// Where an inbox's messages are read: at the inbox itself, or in a backup of it. Both give equal records.
@MainActor protocol InboxSource: AnyObject {
  /// How the files in a manifest tell where they came from.
  var origin: String { get }
  /// Which interface the inbox speaks.
  var kind: InboxKind { get }
  /// The chats that are wanted, by their numbers.
  ///
  /// - Returns: also how many chats have no number to ask for their messages with.
  func chats(_ request: ExportRequest) async throws -> (chats: [InboxChat], numberless: Int)
  /// - Parameters:
  ///   - next: the chat that will be asked for next; a source may begin with it.
  ///   - maker: gives what makes a chat's records, which nobody else uses as long as what is given here.
  func records(
    of chat: InboxChat, before next: InboxChat?, by maker: (InboxChat) throws -> RecordMaker
  ) async throws -> any InboxRecords
  /// The same for messages that name the same file; nil where they name none.
  func key(of medium: InboxMessage.Media) -> String?
  /// - Throws: whatever ends the run.
  func file(_ medium: InboxMessage.Media) async throws -> InboxFile
}
