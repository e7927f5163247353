/// An operation that reads and changes nothing, under its name in the vendor's documentation.
///
/// Paths are those of the vendor's published pages and of its own web front end; those that neither shows follow the
/// framework's convention.
package struct ReadOperation: Sendable {
  package let name: String
  /// From the origin on. `{id}` stands for the item that the operation is about.
  package let path: String
  /// Names and values, not encoded.
  let query: [(name: String, value: String)]

  init(name: String, path: String, query: [(name: String, value: String)] = []) {
    self.name = name
    self.path = path
    self.query = query
  }

  private init(_ name: String, _ path: String) { self.init(name: name, path: "/api/v1/" + path) }

  package static let chats = ReadOperation("listChats", "chats/")
  package static let messages = ReadOperation("listMessages", "messages/")
  package static let persons = ReadOperation("listPeople", "persons/")
  package static let contacts = ReadOperation("listContacts", "contacts/")
  package static let blockedContacts = ReadOperation("listBlockedContacts", "contacts/blocked/")
  package static let tags = ReadOperation("listTags", "tags/")
  package static let chatTagging = ReadOperation("retrieveChatTagging", "chat_tagging/{id}/")
  package static let messageTagging = ReadOperation(
    "retrieveMessageTagging", "message_tagging/{id}/")
  package static let chatTaggingEvents = ReadOperation(
    "listChatTaggingEvents", "chat_tagging_events/")
  package static let messageTaggingEvents = ReadOperation(
    "listMessageTaggingEvents", "message_tagging_events/")
  package static let chatAssignment = ReadOperation(
    "retrieveChatAssignment", "chat_assignment/{id}/")
  package static let chatAssignmentEvents = ReadOperation(
    "listChatAssignmentEvents", "chat_assignment_events/")
  package static let savedResponses = ReadOperation("listSavedResponses", "saved_responses/")
  package static let templates = ReadOperation("listTemplates", "templates/")
  package static let businessProfile = ReadOperation(
    "retrieveBusinessProfileSettings", "settings/business/profile/")
  package static let profileAbout = ReadOperation(
    "retrieveProfileAbout", "settings/profile/about/")
  package static let profilePhoto = ReadOperation(
    "retrieveProfilePhoto", "settings/profile/photo/")
  package static let users = ReadOperation("listUsers", "users/")
  package static let groups = ReadOperation("listGroups", "groups/")
  package static let webhooks = ReadOperation("listWabaWebhooks", "webhooks/waba/")
  package static let health = ReadOperation("listHealthStatuses", "status/health/")
  package static let wabaErrors = ReadOperation("listWabaErrors", "errors/waba/")
  package static let whatsAppAccounts = ReadOperation(
    "listWhatsAppAccounts", "whatsapp_accounts/")
}
