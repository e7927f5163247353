internal import InboxAPI
internal import JSONText

extension CrawlPlan {
  static let online = CrawlPlan(
    kind: .online,
    lists: [
      ResourceKind(
        name: "account", operation: .onlineAccount, style: .whole,
        volatile: ["cache_keys", "latest_chatwoot_version"]),
      ResourceKind(name: "inboxes", operation: .onlineInboxes, style: .whole),
      ResourceKind(name: "inbox_members", operation: .onlineInboxMembers, style: .whole),
      ResourceKind(name: "agents", operation: .onlineAgents, style: .whole),
      ResourceKind(name: "agent_bots", operation: .onlineAgentBots, style: .whole),
      ResourceKind(
        name: "teams", operation: .onlineTeams, style: .whole, each: "team_members"),
      ResourceKind(name: "labels", operation: .onlineLabels, style: .whole),
      ResourceKind(name: "canned_responses", operation: .onlineCannedResponses, style: .whole),
      ResourceKind(
        name: "conversation_attributes", operation: .onlineConversationAttributes, style: .whole),
      ResourceKind(
        name: "contact_attributes", operation: .onlineContactAttributes, style: .whole),
      ResourceKind(name: "webhooks", operation: .onlineWebhooks, style: .whole),
      ResourceKind(name: "automation_rules", operation: .onlineAutomationRules, style: .pages),
      ResourceKind(
        name: "conversation_filters", operation: .onlineConversationFilters, style: .whole),
      ResourceKind(name: "contact_filters", operation: .onlineContactFilters, style: .whole),
      ResourceKind(
        name: "contacts", operation: .onlineContacts, style: .pages,
        // Of the account: a contact may be active in another inbox of it.
        volatile: ["last_activity_at"], each: "contact_labels"),
    ],
    each: [
      // Their answers do not say whose they are.
      EachKind(name: "team_members", operation: .onlineTeamMembers, isNamed: true),
      EachKind(name: "contact_labels", operation: .onlineContactLabels, isNamed: true),
    ],
    // Contacts, webhooks and labels go with the inbox, says the page of deleteInbox.
    stayingKinds: [
      "account", "inboxes", "agents", "agent_bots", "teams", "team_members", "canned_responses",
      "conversation_attributes", "contact_attributes", "automation_rules",
      "conversation_filters", "contact_filters",
    ],
    chats: .onlineConversations, photo: nil,
    // When somebody last looked, and whether the window of 24 hours is open, is no part of a conversation.
    volatileOfChats: [
      "messages", "last_non_activity_message", "unread_count", "agent_last_seen_at",
      "assignee_last_seen_at", "contact_last_seen_at", "can_reply",
    ],
    idleOfChats: [
      "unread_count", "agent_last_seen_at", "assignee_last_seen_at", "contact_last_seen_at",
      "can_reply",
    ],
    volatileOfMessages: ["sender", "conversation"],
    listsByTime: false,
    hasMessages: { row in row["last_activity_at"].map { _ in true } },
    detailsOfChat: { _, _ in [] })
}
