internal import ChatRecords
package import JSONText

/// What an object of the online platform's list of messages says.
///
/// Sources: Chatwoot's OpenAPI description (schemas `message` and `message_detailed`) and the code of its server; 99digital's
/// pages, which add `created_at_exact`.
package struct OnlineMessage: MessageFields {
  let json: JSONValue
  let numbering: MessageNumbering

  /// Everything is looked up where it is asked for.
  static let picks = JSONPicks([])

  package init(_ json: JSONValue, _ numbering: MessageNumbering = .fromZero) {
    self.json = json
    self.numbering = numbering
  }

  /// Global to the server.
  var id: MessageText? { json["id"]?.int.map { .made(String($0)) } ?? json["id"]?.nonEmptyText }

  var time: Int64? {
    let created = json["created_at"]
    return created?.posixSeconds ?? created?.string.flatMap { UTCTime.seconds($0) }
      ?? json["created_at_exact"]?.string.flatMap { UTCTime.seconds($0) }
  }

  /// Messages are listed by their ids.
  var position: Int64? { json["id"]?.int ?? json["id"]?.intInText }

  /// A message does not name the chat's partner; its conversation does.
  var customerID: MessageText? { nil }

  // MARK: Direction

  enum Sort: Sendable { case incoming, outgoing, activity, template }
  enum SenderSort: Sendable { case contact, member }

  var typeNumber: Int64? { json["message_type"]?.int }

  /// By the type that the server gives, a number or a word.
  var sort: Sort? {
    switch json["message_type"]?.string {
    case "incoming": return .incoming
    case "outgoing": return .outgoing
    case "activity": return .activity
    case "template": return .template
    default: break
    }
    switch typeNumber.map({ $0 - numbering.rawValue }) {
    case 0: return .incoming
    case 1: return .outgoing
    case 2: return .activity
    case 3: return .template
    default: return nil
    }
  }

  private var sender: JSONValue? { json["sender"].flatMap { $0.isObject ? $0 : nil } }

  /// nil where the message does not say who sent it.
  var senderSort: SenderSort? {
    if let type = (sender?["type"] ?? json["sender_type"])?.nonEmptyString {
      return type.lowercased() == "contact" ? .contact : .member
    }
    guard let sender else { return nil }
    // Only contacts have numbers, only users names to be shown.
    if sender["phone_number"] != nil || sender["identifier"] != nil { return .contact }
    return sender["available_name"] != nil || sender["role"] != nil ? .member : nil
  }

  var direction: MessageRecord.Direction {
    if sort == .activity { return .system }
    switch senderSort {
    case .contact: return .incoming
    case .member: return .outgoing
    case nil: break
    }
    switch sort {
    case .incoming: return .incoming
    case .outgoing, .template: return .outgoing
    case .activity: return .system
    case nil: return .unknown
    }
  }

  // MARK: Content

  /// The type of its first file, else that of its content.
  var type: String? {
    attachments.first?["file_type"]?.nonEmptyString ?? json["content_type"]?.nonEmptyString
  }

  var isText: Bool { type == "text" }

  var kind: MessageRecord.Kind {
    if sort == .activity { return .system }
    if json["content_attributes"]?["deleted"]?.bool == true { return .deleted }
    if let kind = attachments.lazy.compactMap({ Self.kind(ofAttachment: $0) }).first {
      return kind
    }
    if sort == .template || json["additional_attributes"]?["template_params"]?.isObject == true {
      return .template
    }
    switch json["content_type"]?.string {
    case "text", "incoming_email", nil: return .text
    case "sticker": return .sticker
    case "voice_call": return .call
    case "input_text", "input_textarea", "input_email", "input_select", "input_csat", "cards",
      "form", "article", "integrations":
      return .interactive
    default: return .unknown
    }
  }

  /// nil for an address that somebody shared: the message is a text.
  private static func kind(ofAttachment attachment: JSONValue) -> MessageRecord.Kind? {
    switch attachment["file_type"]?.string {
    case "image": .image
    case "audio": .audio
    case "video": .video
    case "file": .document
    case "location": .location
    case "contact": .contact
    case "fallback": nil
    default: .media
    }
  }

  private var attachments: [JSONValue] { json["attachments"]?.array ?? [] }

  /// Sorts that have no file: their address, if they have one, is what somebody shared.
  private static let fileless: Set<String> = ["location", "contact", "fallback"]

  var allMedia: [InboxMessage.Media] {
    attachments.compactMap { attachment in
      let type = attachment["file_type"]?.string ?? "file"
      guard attachment.isObject, !Self.fileless.contains(type) else { return nil }
      return InboxMessage.Media(type: type, json: attachment)
    }
  }

  var media: InboxMessage.Media? { allMedia.first }

  var text: MessageText? {
    json["content"]?.nonEmptyText
      ?? attachments.lazy.compactMap { $0["fallback_title"]?.nonEmptyText }.first
  }

  // MARK: People

  var authorName: MessageText? {
    switch direction {
    case .incoming, .outgoing:
      sender?["name"]?.nonEmptyText ?? sender?["available_name"]?.nonEmptyText
    case .system, .unknown: nil
    }
  }

  var authorNumber: MessageText? {
    guard direction == .incoming, let number = sender?["phone_number"]?.string else { return nil }
    return wholeNumber(number).map { .made($0) }
  }

  // MARK: The rest

  private var attributes: JSONValue? { json["content_attributes"] }

  var isForwarded: Bool { attributes?["forwarded"]?.bool ?? false }
  var isEdited: Bool { attributes?["edited"]?.bool ?? attributes?["is_edited"]?.bool ?? false }

  var repliedToID: MessageText? {
    let quoted = attributes?["in_reply_to"]
    return quoted?.int.map { .made(String($0)) } ?? quoted?.nonEmptyText
      ?? attributes?["in_reply_to_external_id"]?.nonEmptyText
  }

  /// The platform says which state a message has, not when it came to it.
  var status: (sent: Int64?, delivered: Int64?, read: Int64?)? { nil }

  /// Labels belong to conversations and contacts.
  var tags: [MessageText] { [] }

  func source(_ raw: MessageRecord.Field) -> MessageRecord.Source { .online(raw: raw) }
}

/// The digits of a number in its international form (`+44…`, as the platform writes it); nil for anything else.
func wholeNumber(_ text: String) -> String? {
  let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
  let isNumber = (6...20).contains(digits.utf8.count) && digits.utf8.allSatisfy { 48...57 ~= $0 }
  return isNumber ? String(digits) : nil
}
