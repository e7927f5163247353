package import ChatRecords
package import JSONText

/// A message as an inbox lists it, read field by field. Every field may be missing or of another type than documented;
/// then it is nil.
package struct InboxMessage: Sendable {
  let fields: any MessageFields

  package init(_ json: JSONValue, _ form: MessageForm = .getChat) {
    fields = form.fields(of: json)
  }

  /// - Parameter pieces: by the form's picks.
  package init(_ pieces: JSONPieces, _ form: MessageForm) { fields = form.fields(of: pieces) }

  /// The inbox's own object.
  package var json: JSONValue { fields.json }

  /// The inbox's own id, where there is one.
  package var id: String? { fields.id?.string }
  /// Tells messages apart: the id, else all that the object says.
  package var key: String { id ?? json.canonical }
  /// In POSIX seconds.
  package var time: Int64? { fields.time }
  /// By what the inbox lists the messages of a chat: what is listed from a position on holds all that is new there.
  package var position: Int64? { fields.position }
  /// The chat's partner.
  package var customerID: String? { fields.customerID?.string }
  /// `text`, `image`, `template`, …: an open set.
  package var type: String? { fields.type }
  /// Whether the type is `text`; asked for every message, of which most are texts.
  package var isText: Bool { fields.isText }
  package var direction: MessageRecord.Direction { fields.direction }
  package var kind: MessageRecord.Kind { fields.kind }
  package var media: Media? { fields.media }
  /// Every file that the message names, also those in the header of a template or of buttons.
  package var allMedia: [Media] { fields.allMedia }
  package var text: String? { fields.text?.string }
  /// Who wrote it: the partner, or the user of the inbox.
  package var authorName: String? { fields.authorName?.string }
  /// The partner's number for what the partner wrote.
  package var authorNumber: String? { fields.authorNumber?.string }
  package var isForwarded: Bool { fields.isForwarded }
  package var isEdited: Bool { fields.isEdited }
  /// The id of the quoted message, of the same kind as `id` where the server tells.
  package var repliedToID: String? { fields.repliedToID?.string }
  /// In POSIX seconds; nil where the message has no such times at all.
  package var status: (sent: Int64?, delivered: Int64?, read: Int64?)? { fields.status }
  package var tags: [String] { fields.tags.map(\.string) }
}

/// How the messages of an inbox are written.
package enum MessageForm: Sendable, Equatable {
  case getChat
  case online(MessageNumbering)

  func fields(of json: JSONValue) -> any MessageFields {
    switch self {
    case .getChat: GetChatMessage(json: json)
    case .online(let numbering): OnlineMessage(json, numbering)
    }
  }

  /// What of a message is asked for most.
  package var picks: JSONPicks {
    switch self {
    case .getChat: GetChatMessage.picks
    case .online: OnlineMessage.picks
    }
  }

  func fields(of pieces: JSONPieces) -> any MessageFields {
    switch self {
    case .getChat: GetChatMessage(pieces)
    case .online(let numbering): OnlineMessage(pieces.whole.takenApart, numbering)
    }
  }

  /// What of a message says whether it is a text, for those who need nothing else of texts.
  package static let picksOfType = JSONPicks([(0, "waba_payload"), (1, "type")])

  /// Whether a message is known to be a text without more of it being looked at.
  ///
  /// - Parameter pieces: by `picksOfType`.
  package func isText(byType pieces: JSONPieces) -> Bool {
    self == .getChat && pieces.isText(2, "text")
  }
}

/// What is read of a message; `InboxMessage` says what each member means.
protocol MessageFields: Sendable {
  var json: JSONValue { get }
  var id: MessageText? { get }
  var time: Int64? { get }
  var position: Int64? { get }
  var customerID: MessageText? { get }
  var type: String? { get }
  var isText: Bool { get }
  var direction: MessageRecord.Direction { get }
  var kind: MessageRecord.Kind { get }
  var media: InboxMessage.Media? { get }
  var allMedia: [InboxMessage.Media] { get }
  var text: MessageText? { get }
  var authorName: MessageText? { get }
  var authorNumber: MessageText? { get }
  var isForwarded: Bool { get }
  var isEdited: Bool { get }
  var repliedToID: MessageText? { get }
  var status: (sent: Int64?, delivered: Int64?, read: Int64?)? { get }
  var tags: [MessageText] { get }
  func source(_ raw: MessageRecord.Field) -> MessageRecord.Source
  func fill(
    _ record: inout MessageRecord, chat: String, keepsRaw: Bool, offsetMinutes: (Int64) -> Int32
  ) -> Bool
}
