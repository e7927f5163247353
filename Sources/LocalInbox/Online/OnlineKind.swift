/// What an account of the online platform has.
package enum OnlineKind: String, Sendable, CaseIterable {
  case accounts, inboxes, inboxMembers, agents, agentBots, teams, teamMembers, labels
  case cannedResponses, attributes, webhooks, automationRules, filters
  case contacts, conversations, messages
}
