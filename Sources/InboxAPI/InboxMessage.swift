package import ChatRecords
package import JSONText

/// A message as an inbox lists it, read field by field. Every field may be missing or of another type than documented;
/// then it is nil.
package struct InboxMessage: Sendable {
  package let json: JSONValue
  private let fields: any MessageFields

  package init(_ json: JSONValue, _ form: MessageForm = .getChat) {
    self.json = json
    fields = form.fields(of: json)
  }

  /// The inbox's own id, where there is one.
  package var id: String? { fields.id }
  /// Tells messages apart: the id, else the whole object.
  package var key: String { id ?? String(decoding: json.raw, as: UTF8.self) }
  /// In POSIX seconds.
  package var time: Int64? { fields.time }
  /// By what the inbox lists the messages of a chat: what is listed from a position on holds all that is new there.
  package var position: Int64? { fields.position }
  /// The chat's partner.
  package var customerID: String? { fields.customerID }
  /// `text`, `image`, `template`, …: an open set.
  package var type: String? { fields.type }
  package var direction: MessageRecord.Direction { fields.direction }
  package var kind: MessageRecord.Kind { fields.kind }
  package var media: Media? { fields.media }
  /// Every file that the message names, also those in the header of a template or of buttons.
  package var allMedia: [Media] { fields.allMedia }
  package var text: String? { fields.text }
  /// Who wrote it: the partner, or the user of the inbox.
  package var authorName: String? { fields.authorName }
  /// The partner's number for what the partner wrote.
  package var authorNumber: String? { fields.authorNumber }
  package var isForwarded: Bool { fields.isForwarded }
  package var isEdited: Bool { fields.isEdited }
  /// The id of the quoted message, of the same kind as `id` where the server tells.
  package var repliedToID: String? { fields.repliedToID }
  /// In POSIX seconds; nil where the message has no such times at all.
  package var status: (sent: Int64?, delivered: Int64?, read: Int64?)? { fields.status }
  package var tags: [String] { fields.tags }

  func source(_ raw: MessageRecord.Field) -> MessageRecord.Source { fields.source(raw) }
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
}

/// What is read of a message; `InboxMessage` says what each member means.
protocol MessageFields: Sendable {
  var id: String? { get }
  var time: Int64? { get }
  var position: Int64? { get }
  var customerID: String? { get }
  var type: String? { get }
  var direction: MessageRecord.Direction { get }
  var kind: MessageRecord.Kind { get }
  var media: InboxMessage.Media? { get }
  var allMedia: [InboxMessage.Media] { get }
  var text: String? { get }
  var authorName: String? { get }
  var authorNumber: String? { get }
  var isForwarded: Bool { get }
  var isEdited: Bool { get }
  var repliedToID: String? { get }
  var status: (sent: Int64?, delivered: Int64?, read: Int64?)? { get }
  var tags: [String] { get }
  func source(_ raw: MessageRecord.Field) -> MessageRecord.Source
}
