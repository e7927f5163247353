internal import JSONText

/// What Add Conversation is asked for: every field of its page but the inbox, which is the client's.
package struct ConversationOrder: Sendable, Equatable {
  package enum Status: String, Sendable, CaseIterable { case open, resolved, pending, snoozed }

  /// What ties the conversation to somebody: in a WhatsApp inbox the number, digits without a plus.
  package var sourceID: String?
  package var contactID: Int64?
  package var status: Status?
  package var assigneeID: Int64?
  package var teamID: Int64?
  /// Names and values, in their order.
  package var customAttributes: [(name: String, value: String)] = []
  /// What the client was like, such as `browser`.
  package var additionalAttributes: [(name: String, value: String)] = []

  package init(sourceID: String? = nil, contactID: Int64? = nil) {
    self.sourceID = sourceID
    self.contactID = contactID
  }

  package static func == (left: ConversationOrder, right: ConversationOrder) -> Bool {
    left.json(inbox: 0) == right.json(inbox: 0)
  }

  /// The request's body. Ids are texts there, by the vendor's page; Chatwoot's own description calls them numbers, and
  /// the platform takes both.
  func json(inbox: Int64) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    let fields: [(name: StaticString, value: String?)] = [
      ("source_id", sourceID), ("inbox_id", String(inbox)),
      ("contact_id", contactID.map { String($0) }), ("status", status?.rawValue),
      ("assignee_id", assigneeID.map { String($0) }), ("team_id", teamID.map { String($0) }),
    ]
    for (name, value) in fields {
      guard let value else { continue }
      writer.key(name)
      writer.string(value)
    }
    for (name, members) in [
      ("custom_attributes", customAttributes), ("additional_attributes", additionalAttributes),
    ] where !members.isEmpty {
      writer.key(name)
      writer.beginObject()
      for member in members {
        writer.key(member.name)
        writer.string(member.value)
      }
      writer.endObject()
    }
    writer.endObject()
    return writer.bytes
  }

  /// Whether a conversation of the list is with whom this one is to be.
  func isWith(_ row: JSONValue) -> Bool {
    let sender = row["meta"]?["sender"]
    if let contactID, sender?["id"]?.flexibleInt == contactID { return true }
    guard let sourceID else { return false }
    let number = sender?["phone_number"]?.string.map { Self.plain($0) }
    let names = [number, sender?["identifier"]?.string, sender?["email"]?.string]
    return names.contains(sourceID) || Self.sources(row).contains(sourceID)
  }

  private static func plain(_ number: String) -> String {
    number.filter { $0.isASCII && $0.isNumber }
  }

  /// The source ids that a row's messages name.
  private static func sources(_ row: JSONValue) -> [String] {
    let messages =
      (row["messages"]?.array ?? [])
      + [row["last_non_activity_message"], row]
      .compactMap(\.self)
    return messages.compactMap {
      ($0["conversation"]?["contact_inbox"] ?? $0["contact_inbox"])?["source_id"]?.string
    }
  }
}
