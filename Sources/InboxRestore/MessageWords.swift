internal import ChatRecords
internal import InboxAPI
internal import JSONText
internal import WhatsAppExport

/// What a chat text can say of a message, beside its file: the words of the record, and where those leave out what the
/// message is about, that too.
enum MessageWords {
  /// - Parameter recordText: the text as the record has it; nil for none.
  static func of(_ message: InboxMessage, recordText: String?) -> String? {
    let payload = message.json["waba_payload"]
    switch message.kind {
    case .location: return withPlace(recordText, payload?["location"])
    case .contact: return people(payload?["contacts"] ?? payload?["contact"]) ?? recordText
    default: break
    }
    if let recordText, !recordText.isEmpty { return recordText }
    guard message.attachments.isEmpty else { return nil }
    // Nothing that people could read: at least what it was.
    return "(\(message.type ?? "message"))"
  }

  /// The words as the chat text shows them: what somebody wrote is not to come back as a line of the app, a line of the app
  /// not as somebody's, and a place is to come back as one.
  static func shown(_ words: String, of message: InboxMessage) -> String {
    // A line of the app has no author, so nothing in it may look like one.
    if message.direction == .system { return words.replacing(": ", with: ":\u{2060} ") }
    return message.kind == .location ? words : PrintedText.guarded(words)
  }

  /// `Harbour, 1 Quay Street` and a link to the place, as phones write it.
  private static func withPlace(_ text: String?, _ location: JSONValue?) -> String? {
    guard let location, let latitude = number(location["latitude"]),
      let longitude = number(location["longitude"])
    else { return text ?? "(location)" }
    var parts: [String] = []
    for part in [text, location["name"]?.string, location["address"]?.string] {
      if let part, !part.isEmpty, !parts.contains(part) { parts.append(part) }
    }
    let link = "https://maps.google.com/?q=\(latitude),\(longitude)"
    return (parts + [parts.isEmpty ? "Location: " + link : link]).joined(separator: "\n")
  }

  /// The server's own digits.
  private static func number(_ value: JSONValue?) -> String? {
    guard let value, value.double != nil || value.string.flatMap({ Double($0) }) != nil else {
      return nil
    }
    return value.string ?? String(decoding: value.raw, as: UTF8.self)
  }

  /// Names with their numbers, one a line.
  private static func people(_ contacts: JSONValue?) -> String? {
    let lines = (contacts?.array ?? []).compactMap { contact -> String? in
      let name = contact["name"]?["formatted_name"]?.string
      let numbers = (contact["phones"]?.array ?? []).compactMap {
        $0["phone"]?.string ?? $0["wa_id"]?.string
      }
      let words = ([name].compactMap { $0 } + numbers).filter { !$0.isEmpty }
      return words.isEmpty ? nil : words.joined(separator: ", ")
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
