package import JSONText

/// A row of the list of chats, read field by field. Every field may be missing or of another type than documented; then it
/// is nil.
package struct ChatRow: Sendable {
  package let json: JSONValue
  private let kind: InboxKind

  package init(_ json: JSONValue, _ kind: InboxKind = .getChat) {
    self.json = json
    self.kind = kind
  }

  /// By what its messages are asked for: the partner's number or another id; the number of a conversation.
  package var number: String? {
    if kind == .online {
      return json.idText
    }
    let ids = [json["wa_id"], json["contact"]?["wa_id"], json["customer_wa_id"]]
    return ids.lazy.compactMap { $0?.string ?? $0?.int.map { String($0) } }.first { !$0.isEmpty }
  }

  /// Tells whose chat it is where one person may have several; nil where that is not known.
  package var person: String? {
    kind == .online ? json["meta"]?["sender"]?.idText : number
  }

  /// The partner's number; nil where the inbox does not say it.
  package var partner: String? {
    guard kind == .online else { return number }
    let sender = json["meta"]?["sender"]
    return sender?["phone_number"]?.string.flatMap { wholeNumber($0) }
      // `447700900142@s.whatsapp.net`, as gateways to WhatsApp write it.
      ?? sender?["identifier"]?.string.flatMap { text in
        text.hasSuffix("@s.whatsapp.net") ? wholeNumber(String(text.prefix { $0 != "@" })) : nil
      }
  }

  /// The name that the inbox shows.
  package var name: String? {
    if kind == .online {
      let sender = json["meta"]?["sender"]
      return sender?["name"]?.nonEmptyString ?? sender?["email"]?.nonEmptyString
    }
    let contact = json["contact"]
    return json["name"]?.string ?? contact?["name"]?.string
      ?? contact?["waba_payload"]?["profile"]?["name"]?.string
  }
}
