/// Operations of the online platform, under their names in Chatwoot's OpenAPI description. `onlineLabels` is in the code of
/// its server alone.
extension ReadOperation {
  private static func account(
    _ name: String, _ path: String, _ query: [(name: String, value: String)] = []
  ) -> ReadOperation {
    ReadOperation(name: name, path: "/api/v1/accounts/{account}" + path, query: query)
  }

  package static let onlineProfile = ReadOperation(name: "fetchProfile", path: "/api/v1/profile")
  package static let onlineAccount = account("get-account-details", "")
  package static let onlineInboxes = account("listAllInboxes", "/inboxes")
  package static let onlineInboxMembers = account("get-inbox-members", "/inbox_members/{inbox}")
  package static let onlineAgents = account("get-account-agents", "/agents")
  package static let onlineAgentBots = account("list-all-account-agent-bots", "/agent_bots")
  package static let onlineTeams = account("list-all-teams", "/teams")
  package static let onlineTeamMembers = account("get-team-members", "/teams/{id}/team_members")
  package static let onlineLabels = account("labels", "/labels")
  package static let onlineCannedResponses = account(
    "get-account-canned-response", "/canned_responses")
  package static let onlineConversationAttributes = account(
    "get-account-custom-attribute", "/custom_attribute_definitions", [("attribute_model", "0")])
  package static let onlineContactAttributes = account(
    "get-account-custom-attribute", "/custom_attribute_definitions", [("attribute_model", "1")])
  package static let onlineWebhooks = account("list-all-webhooks", "/webhooks")
  package static let onlineAutomationRules = account(
    "get-account-automation-rule", "/automation_rules")
  package static let onlineConversationFilters = account(
    "list-all-filters", "/custom_filters", [("filter_type", "conversation")])
  package static let onlineContactFilters = account(
    "list-all-filters", "/custom_filters", [("filter_type", "contact")])
  package static let onlineContacts = account("contactList", "/contacts")
  package static let onlineContactLabels = account(
    "list-all-labels-of-a-contact", "/contacts/{id}/labels")
  package static let onlineConversations = account("conversationList", "/conversations")
  package static let onlineMessages = account("list-all-messages", "/conversations/{id}/messages")
}
