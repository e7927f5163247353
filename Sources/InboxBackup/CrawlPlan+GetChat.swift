internal import InboxAPI
internal import JSONText

extension CrawlPlan {
  private static let done = ["done_by", "id"]

  static let getChat = CrawlPlan(
    kind: .getChat,
    lists: [
      ResourceKind(
        name: "whatsapp_accounts", operation: .whatsAppAccounts, style: .rows,
        identity: [["phone_number"]]),
      ResourceKind(
        name: "business_profile", operation: .businessProfile, style: .whole, identity: []),
      ResourceKind(name: "profile_about", operation: .profileAbout, style: .whole, identity: []),
      ResourceKind(name: "users", operation: .users, style: .rows, volatile: ["profile", "url"]),
      ResourceKind(name: "groups", operation: .groups, style: .rows),
      ResourceKind(name: "tags", operation: .tags, style: .rows),
      ResourceKind(name: "saved_responses", operation: .savedResponses, style: .rows),
      ResourceKind(
        name: "templates", operation: .templates, style: .rows,
        identity: [["id"], ["namespace"], ["name"], ["language"]]),
      ResourceKind(name: "webhooks", operation: .webhooks, style: .rows, volatile: ["headers"]),
      ResourceKind(
        name: "persons", operation: .persons, style: .rows, identity: [["wa_id"]]),
      ResourceKind(
        name: "contacts", operation: .contacts, style: .cursor, identity: [["wa_id"], ["id"]]),
      ResourceKind(
        name: "blocked_contacts", operation: .blockedContacts, style: .rows,
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
          ["timestamp"], ["wa_id"], ["assigned_to_user_set", "id"],
          ["assigned_to_user_was_cleared"], ["assigned_group_set", "id"],
          ["assigned_group_was_cleared"], done,
        ]),
      ResourceKind(
        name: "waba_errors", operation: .wabaErrors, style: .rows, identity: []),
      ResourceKind(
        name: "health", operation: .health, style: .whole, identity: [], isCompared: false),
    ],
    each: [
      EachKind(name: "chat_taggings", operation: .chatTagging),
      EachKind(
        name: "message_taggings", operation: .messageTagging, isFoundInMessages: true),
      EachKind(name: "chat_assignments", operation: .chatAssignment, isOfChats: true),
    ],
    stayingKinds: [], chats: .chats, photo: .profilePhoto,
    volatileOfChats: ["new_messages", "last_message", "contact"],
    idleOfChats: ["new_messages", "contact"],
    // A quoted message is there itself.
    volatileOfMessages: ["contact", "received", "chat_tags", "sender", "context"],
    listsByTime: true,
    hasMessages: { row in row["last_message"].map { !$0.isNull } },
    detailsOfChat: { row, chat in
      let taggings = (row["tags"]?.array ?? []).compactMap { $0["tagging_id"]?.numberOrText }
      let assigned = [row["assigned_to_user"], row["assigned_group"]]
      let isAssigned = assigned.contains { $0.map { !$0.isNull } ?? true }
      return taggings.map { ("chat_taggings", $0) }
        + (isAssigned ? [("chat_assignments", chat)] : [])
    })
}
