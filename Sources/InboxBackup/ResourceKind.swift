internal import InboxAPI
internal import JSONText

/// Something that an inbox has, besides chats and messages: where it is listed and how its rows are told apart.
struct ResourceKind: Sendable {
  enum Style: Sendable {
    /// Pages by limit and offset.
    case list
    /// Pages by time.
    case events
    /// Pages by an opaque word.
    case contacts
    /// One object, or an array of all there is.
    case whole
  }

  let name: String
  let operation: ReadOperation
  let style: Style
  /// Members that make up a row's identity; where a row has none of them it is told by all it holds.
  var identity: [[String]] = [["id"]]
  /// Members that change without the row changing.
  var volatile: Set<String> = []
  /// Whether a difference to the live inbox says anything: what the server thinks of its own state does not.
  var isCompared = true

  func key(of row: JSONValue) -> String {
    let parts = identity.map { path in
      path.reduce(Optional(row)) { value, key in value?[key] }
    }
    guard parts.contains(where: { $0.map { !$0.isNull } ?? false }) else {
      return String(decoding: row.raw, as: UTF8.self)
    }
    return parts.map { $0.map { String(decoding: $0.raw, as: UTF8.self) } ?? "" }.joined(
      separator: "|")
  }
}

extension ResourceKind {
  private static let done = ["done_by", "id"]

  /// In the order in which they are read.
  static let all = [
    ResourceKind(
      name: "whatsapp_accounts", operation: .whatsAppAccounts, style: .list,
      identity: [["phone_number"]]),
    ResourceKind(
      name: "business_profile", operation: .businessProfile, style: .whole, identity: []),
    ResourceKind(name: "profile_about", operation: .profileAbout, style: .whole, identity: []),
    ResourceKind(name: "users", operation: .users, style: .list, volatile: ["profile", "url"]),
    ResourceKind(name: "groups", operation: .groups, style: .list),
    ResourceKind(name: "tags", operation: .tags, style: .list),
    ResourceKind(name: "saved_responses", operation: .savedResponses, style: .list),
    ResourceKind(
      name: "templates", operation: .templates, style: .list,
      identity: [["id"], ["namespace"], ["name"], ["language"]]),
    ResourceKind(name: "webhooks", operation: .webhooks, style: .list, volatile: ["headers"]),
    ResourceKind(
      name: "persons", operation: .persons, style: .list, identity: [["wa_id"]]),
    ResourceKind(
      name: "contacts", operation: .contacts, style: .contacts, identity: [["wa_id"], ["id"]]),
    ResourceKind(
      name: "blocked_contacts", operation: .blockedContacts, style: .list,
      identity: [["wa_id"], ["phone_number"], ["id"]]),
    ResourceKind(
      name: "chat_tagging_events", operation: .chatTaggingEvents, style: .events,
      identity: [["timestamp"], ["action"], ["tag", "id"], ["chat"], ["extra"], done]),
    ResourceKind(
      name: "message_tagging_events", operation: .messageTaggingEvents, style: .events,
      identity: [["timestamp"], ["action"], ["tag", "id"], ["message"], ["extra"], done]),
    ResourceKind(
      name: "chat_assignment_events", operation: .chatAssignmentEvents, style: .events,
      identity: [
        ["timestamp"], ["wa_id"], ["assigned_to_user_set", "id"], ["assigned_to_user_was_cleared"],
        ["assigned_group_set", "id"], ["assigned_group_was_cleared"], done,
      ]),
    ResourceKind(
      name: "waba_errors", operation: .wabaErrors, style: .list, identity: []),
    ResourceKind(
      name: "health", operation: .health, style: .whole, identity: [], isCompared: false),
  ]

  /// Of a chat's row: unread counts are about the user who asks; messages and persons have rows of their own.
  static let volatileOfChats: Set<String> = ["new_messages", "last_message", "contact"]
}
