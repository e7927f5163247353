internal import ChatRecords
internal import JSONText

/// What an object of listMessages says.
///
/// Sources: the vendor's samples of listMessages and the types of its web front end. Times are numbers
/// or strings of digits there, ids of two kinds (the inbox's own and WhatsApp's).
struct GetChatMessage: MessageFields {
  /// The values that are asked for, all of them looked up in one go.
  enum Pick: Int {
    case whole
    // In the order in which servers write them, which makes finding them quicker.
    case id, payload, statuses, contact, fromUs, sender, customerID, context, tags, timestamp
    case forwarded, edited
    case payloadID, from, to, payloadTimestamp, type, textObject, payloadContext, payloadEdited
    case body, sent, delivered, read, contactNumber, contactPayload, profile, profileName
    case firstName, lastName, userName
  }

  static let picks: JSONPicks = {
    let members: [(Pick, Pick, StaticString)] = [
      (.id, .whole, "id"), (.payload, .whole, "waba_payload"),
      (.statuses, .whole, "waba_statuses"), (.contact, .whole, "contact"),
      (.fromUs, .whole, "from_us"), (.sender, .whole, "sender"),
      (.customerID, .whole, "customer_wa_id"), (.context, .whole, "context"),
      (.tags, .whole, "tags"), (.timestamp, .whole, "timestamp"),
      (.forwarded, .whole, "forwarded"), (.edited, .whole, "edited"),
      (.payloadID, .payload, "id"), (.from, .payload, "from"), (.to, .payload, "to"),
      (.payloadTimestamp, .payload, "timestamp"), (.type, .payload, "type"),
      (.textObject, .payload, "text"), (.payloadContext, .payload, "context"),
      (.payloadEdited, .payload, "edited"), (.body, .textObject, "body"),
      (.sent, .statuses, "sent"), (.delivered, .statuses, "delivered"), (.read, .statuses, "read"),
      (.contactNumber, .contact, "wa_id"), (.contactPayload, .contact, "waba_payload"),
      (.profile, .contactPayload, "profile"), (.profileName, .profile, "name"),
      (.firstName, .sender, "first_name"), (.lastName, .sender, "last_name"),
      (.userName, .sender, "username"),
    ]
    for (place, member) in members.enumerated() {
      precondition(member.0.rawValue == place + 1, "picks are not in their order")
    }
    return JSONPicks(members.map { ($0.1.rawValue, $0.2) })
  }()

  private let pieces: JSONPieces

  init(_ pieces: JSONPieces) {
    // Of other messages more is asked for than what was picked.
    self.pieces =
      Self.isText(pieces) || pieces.isTakenApart ? pieces : JSONPieces(pieces.whole, Self.picks)
  }

  init(json: JSONValue) { pieces = JSONPieces(json, Self.picks) }

  /// nil where there is none, and for null, which says as little.
  private subscript(pick: Pick) -> JSONValue? { pieces.nonNull(pick.rawValue) }

  private func bool(_ pick: Pick) -> Bool? { pieces.bool(pick.rawValue) }

  var json: JSONValue { pieces.whole }

  private var payload: JSONValue? { self[.payload] }

  /// `text`, `image`, `template`, …: an open set.
  var type: String? { self[.type]?.nonEmptyString }

  var isText: Bool { Self.isText(pieces) }

  static func isText(_ pieces: JSONPieces) -> Bool {
    pieces.isText(Pick.type.rawValue, "text")
  }

  /// The inbox's own id, else WhatsApp's.
  var id: MessageText? { Self.id(self[.id], orElse: self[.payloadID]) }

  /// In POSIX seconds.
  var time: Int64? {
    self[.payloadTimestamp]?.posixSeconds ?? self[.timestamp]?.posixSeconds
  }

  /// The chat's partner.
  var customerID: MessageText? { customer.map { .json($0) } }

  private var customer: JSONValue? {
    self[.customerID]?.nonEmpty ?? self[.contactNumber]?.nonEmpty
  }

  var direction: MessageRecord.Direction {
    if pieces.isText(Pick.type.rawValue, "system") { return .system }
    switch bool(.fromUs) {
    case true: return .outgoing
    case false: return .incoming
    case nil: break
    }
    guard let customer else { return .unknown }
    if self[.from]?.isText(of: customer) ?? false { return .incoming }
    return self[.to]?.isText(of: customer) ?? false ? .outgoing : .unknown
  }

  /// Messages are listed by their times.
  var position: Int64? { time }

  private static let mediaTypes = [
    "image", "video", "audio", "voice", "document", "sticker", "media",
  ]

  var media: InboxMessage.Media? {
    // A text has none, and most messages are texts.
    if isText, pieces.has(Pick.textObject.rawValue) { return nil }
    let types = Self.mediaTypes
    for type in [type].compactMap({ $0 }).filter(types.contains) + types {
      if let json = payload?[type], json.isObject {
        return InboxMessage.Media(type: type, json: json)
      }
    }
    return nil
  }

  var kind: MessageRecord.Kind {
    if isText { return .text }
    switch type {
    case "image": return .image
    case "video": return .video
    case "audio": return .audio
    case "voice": return .voice
    case "sticker": return .sticker
    case "document": return .document
    case "media": return .media
    case "contacts", "contact": return .contact
    case "location": return .location
    case "system": return .system
    case "template", "hsm": return .template
    case "interactive", "button": return .interactive
    case "reaction": return .reaction
    case "order": return .order
    default: return .unknown
    }
  }

  var allMedia: [InboxMessage.Media] {
    var found: [InboxMessage.Media] = []
    if let payload { Self.collect(in: payload, into: &found) }
    return found
  }

  private static func collect(in value: JSONValue, into found: inout [InboxMessage.Media]) {
    if let members = value.members {
      for (key, member) in members {
        if mediaTypes.contains(key), member["id"] != nil || member["link"] != nil {
          found.append(InboxMessage.Media(type: key, json: member))
        } else {
          collect(in: member, into: &found)
        }
      }
    } else if let items = value.array {
      for item in items { collect(in: item, into: &found) }
    }
  }

  /// The words of the message: its body, its caption, or what a button, a reply, a place or a reaction
  /// says. Those of a type that nobody documented: the body or caption of its content.
  var text: MessageText? {
    guard let payload else { return nil }
    if let body = self[.body], body.isString { return .json(body) }
    if let caption = media?.caption { return .made(caption) }
    let interactive = payload["interactive"]
    let candidates = [
      payload["reaction"]?["emoji"], payload["button"]?["text"], payload["system"]?["body"],
      interactive?["button_reply"]?["title"], interactive?["list_reply"]?["title"],
      interactive?["body"]?["text"], payload["location"]?["name"], payload["location"]?["address"],
      payload["order"]?["text"], payload["contacts"]?.array?.first?["name"]?["formatted_name"],
      payload["template"]?["name"], payload["hsm"]?["element_name"],
      type.flatMap { payload[$0]?["body"] ?? payload[$0]?["caption"] },
    ]
    return candidates.lazy.compactMap { $0?.nonEmptyText }.first
  }

  /// Who wrote it: the partner, or the user of the inbox.
  var authorName: MessageText? {
    switch direction {
    case .incoming:
      return self[.profileName]?.nonEmptyText
    case .outgoing:
      switch (self[.firstName]?.nonEmpty, self[.lastName]?.nonEmpty) {
      case (let first?, let last?):
        return .made("\(first.string ?? "") \(last.string ?? "")")
      case (let name?, nil), (nil, let name?): return .json(name)
      case (nil, nil): return self[.userName]?.nonEmptyText
      }
    case .system, .unknown: return nil
    }
  }

  /// The partner's number for what the partner wrote.
  var authorNumber: MessageText? {
    direction == .incoming ? self[.from]?.nonEmptyText ?? customerID : nil
  }

  var isForwarded: Bool {
    bool(.forwarded) ?? self[.payloadContext]?["forwarded"]?.bool ?? false
  }

  var isEdited: Bool { bool(.edited) ?? bool(.payloadEdited) ?? false }

  /// The id of the quoted message, of the same kind as `id` where the server tells.
  var repliedToID: MessageText? {
    self[.context].flatMap { Self.id($0["id"], orElse: $0["waba_payload"]?["id"]) }
      ?? self[.payloadContext]?["id"]?.nonEmptyText
  }

  /// In POSIX seconds; nil where the message has no such times at all.
  var status: (sent: Int64?, delivered: Int64?, read: Int64?)? {
    guard let statuses = self[.statuses], statuses.isObject else { return nil }
    return (self[.sent]?.posixSeconds, self[.delivered]?.posixSeconds, self[.read]?.posixSeconds)
  }

  var tags: [MessageText] {
    guard let tags = self[.tags], !tags.isEmptyContainer else { return [] }
    return (tags.array ?? []).compactMap { $0["name"]?.nonEmptyText ?? $0.nonEmptyText }
  }

  func source(_ raw: MessageRecord.Field) -> MessageRecord.Source { .getChat(raw: raw) }

  private static func id(_ own: JSONValue?, orElse other: JSONValue?) -> MessageText? {
    own?.nonEmptyText ?? own?.int.map { .made(String($0)) } ?? other?.nonEmptyText
  }
}

extension JSONValue {
  /// This where it is a string with something in it.
  var nonEmpty: JSONValue? { isString && textLimit > 0 ? self : nil }
  var nonEmptyString: String? { nonEmpty?.string }

  /// The id of this object as a text: servers give ids as numbers or as strings.
  package var idText: String? { self["id"]?.numberOrText }

  /// A whole number, or a string with something in it, as a text.
  package var numberOrText: String? { int.map { String($0) } ?? nonEmptyString }

  /// A time as a number or as a string of digits; nothing that a calendar could not write down (years 0 to 9999).
  var posixSeconds: Int64? {
    let seconds = int ?? intInText ?? double.flatMap { Int64(exactly: $0.rounded(.down)) }
    return seconds.flatMap { (-62_167_219_200..<253_402_300_800).contains($0) ? $0 : nil }
  }
}

/// `text` holds 32 bytes in hexadecimal or base64; nil for anything else.
func hexadecimalSHA256(_ text: String) -> String? {
  let characters = Array(text.utf8)
  let digits = Array("0123456789abcdef".utf8)
  if characters.count == 64 {
    let lower = characters.map {
      $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "F") ? $0 | 0x20 : $0
    }
    return lower.allSatisfy(digits.contains) ? String(decoding: lower, as: UTF8.self) : nil
  }
  let unpadded = characters.last == UInt8(ascii: "=") ? characters.dropLast() : characters[...]
  guard unpadded.count == 43 else { return nil }
  var hexadecimal: [UInt8] = []
  var bits: UInt32 = 0
  var bitCount = 0
  for character in unpadded {
    let value: UInt8
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = character - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = character - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = character - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
    default: return nil
    }
    bits = bits << 6 | UInt32(value)
    bitCount += 6
    while bitCount >= 4, hexadecimal.count < 64 {
      bitCount -= 4
      hexadecimal.append(digits[Int(bits >> UInt32(bitCount) & 0xF)])
    }
    bits &= (1 << UInt32(bitCount)) - 1
  }
  return String(decoding: hexadecimal, as: UTF8.self)
}
