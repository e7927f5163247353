internal import ChatRecords
internal import JSONText

/// What an object of listMessages says.
///
/// Sources: the vendor's samples of listMessages and the types of its web front end. Times are numbers
/// or strings of digits there, ids of two kinds (the inbox's own and WhatsApp's).
struct GetChatMessage: MessageFields {
  let json: JSONValue
  let payload: JSONValue?
  /// `text`, `image`, `template`, …: an open set.
  let type: String?

  init(json: JSONValue) {
    self.json = json
    payload = json["waba_payload"]
    type = payload?["type"]?.nonEmptyString
  }

  /// The inbox's own id, else WhatsApp's.
  var id: String? { Self.id(of: json) }

  /// In POSIX seconds.
  var time: Int64? {
    Self.seconds(payload?["timestamp"]) ?? Self.seconds(json["timestamp"])
  }

  /// The chat's partner.
  var customerID: String? {
    json["customer_wa_id"]?.nonEmptyString ?? json["contact"]?["wa_id"]?.nonEmptyString
  }

  var direction: MessageRecord.Direction {
    if type == "system" { return .system }
    switch json["from_us"]?.bool {
    case true: return .outgoing
    case false: return .incoming
    case nil: break
    }
    guard let customerID else { return .unknown }
    if payload?["from"]?.string == customerID { return .incoming }
    return payload?["to"]?.string == customerID ? .outgoing : .unknown
  }

  /// Messages are listed by their times.
  var position: Int64? { time }

  private static let mediaTypes = [
    "image", "video", "audio", "voice", "document", "sticker", "media",
  ]

  var media: InboxMessage.Media? {
    // A text has none, and most messages are texts.
    if type == "text", payload?["text"] != nil { return nil }
    let types = Self.mediaTypes
    for type in [type].compactMap({ $0 }).filter(types.contains) + types {
      if let json = payload?[type], json.isObject {
        return InboxMessage.Media(type: type, json: json)
      }
    }
    return nil
  }

  var kind: MessageRecord.Kind {
    switch type {
    case "text": .text
    case "image": .image
    case "video": .video
    case "audio": .audio
    case "voice": .voice
    case "sticker": .sticker
    case "document": .document
    case "media": .media
    case "contacts", "contact": .contact
    case "location": .location
    case "system": .system
    case "template", "hsm": .template
    case "interactive", "button": .interactive
    case "reaction": .reaction
    case "order": .order
    default: .unknown
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
  var text: String? {
    guard let payload else { return nil }
    if let body = payload["text"]?["body"]?.string { return body }
    if let caption = media?.caption { return caption }
    let interactive = payload["interactive"]
    let candidates = [
      payload["reaction"]?["emoji"], payload["button"]?["text"], payload["system"]?["body"],
      interactive?["button_reply"]?["title"], interactive?["list_reply"]?["title"],
      interactive?["body"]?["text"], payload["location"]?["name"], payload["location"]?["address"],
      payload["order"]?["text"], payload["contacts"]?.array?.first?["name"]?["formatted_name"],
      payload["template"]?["name"], payload["hsm"]?["element_name"],
      type.flatMap { payload[$0]?["body"] ?? payload[$0]?["caption"] },
    ]
    return candidates.lazy.compactMap { $0?.nonEmptyString }.first
  }

  /// Who wrote it: the partner, or the user of the inbox.
  var authorName: String? {
    switch direction {
    case .incoming:
      return json["contact"]?["waba_payload"]?["profile"]?["name"]?.nonEmptyString
    case .outgoing:
      let sender = json["sender"]
      let names = [sender?["first_name"], sender?["last_name"]].compactMap { $0?.nonEmptyString }
      return names.isEmpty ? sender?["username"]?.nonEmptyString : names.joined(separator: " ")
    case .system, .unknown: return nil
    }
  }

  /// The partner's number for what the partner wrote.
  var authorNumber: String? {
    direction == .incoming ? payload?["from"]?.nonEmptyString ?? customerID : nil
  }

  var isForwarded: Bool {
    json["forwarded"]?.bool ?? payload?["context"]?["forwarded"]?.bool ?? false
  }

  var isEdited: Bool { json["edited"]?.bool ?? payload?["edited"]?.bool ?? false }

  /// The id of the quoted message, of the same kind as `id` where the server tells.
  var repliedToID: String? {
    json["context"].flatMap { Self.id(of: $0) } ?? payload?["context"]?["id"]?.nonEmptyString
  }

  /// In POSIX seconds; nil where the message has no such times at all.
  var status: (sent: Int64?, delivered: Int64?, read: Int64?)? {
    guard let statuses = json["waba_statuses"], statuses.isObject else { return nil }
    return (
      Self.seconds(statuses["sent"]), Self.seconds(statuses["delivered"]),
      Self.seconds(statuses["read"])
    )
  }

  var tags: [String] {
    json["tags"]?.array?.compactMap { $0["name"]?.nonEmptyString ?? $0.nonEmptyString } ?? []
  }

  func source(_ raw: MessageRecord.Field) -> MessageRecord.Source { .getChat(raw: raw) }

  private static func id(of json: JSONValue) -> String? {
    json["id"]?.nonEmptyString ?? json["id"]?.int.map { String($0) }
      ?? json["waba_payload"]?["id"]?.nonEmptyString
  }

  private static func seconds(_ value: JSONValue?) -> Int64? { value?.posixSeconds }
}

extension JSONValue {
  var nonEmptyString: String? { string.flatMap { $0.isEmpty ? nil : $0 } }

  /// A time as a number or as a string of digits; nothing that a calendar could not write down (years 0 to 9999).
  var posixSeconds: Int64? {
    let seconds =
      int ?? string.flatMap { Int64($0) } ?? double.flatMap { Int64(exactly: $0.rounded(.down)) }
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
