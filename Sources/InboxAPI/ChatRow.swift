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

  /// By what its messages are asked for: the partner's number or another id.
  package var number: String? {
    let ids = [json["wa_id"], json["contact"]?["wa_id"], json["customer_wa_id"]]
    return ids.lazy.compactMap { $0?.string ?? $0?.int.map { String($0) } }.first { !$0.isEmpty }
  }

  /// The name that the inbox shows.
  package var name: String? {
    let contact = json["contact"]
    return json["name"]?.string ?? contact?["name"]?.string
      ?? contact?["waba_payload"]?["profile"]?["name"]?.string
  }
}
