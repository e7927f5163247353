/// Somebody who writes in the chat.
package struct ChatAuthor: Sendable, Equatable {
  package enum Role: String, Sendable { case me, partner, unknown }

  /// As written in the text, direction marks removed.
  package let name: String
  /// As written before the first message, direction marks and all.
  package var spelling: String
  /// Digits only, when the name is a number, or a contact list or the user gave it.
  package var number: String?
  package var role: Role
  package var messages: Int

  /// - Parameter spelling: nil where it is the name.
  package init(name: String, spelling: String? = nil, number: String?, role: Role, messages: Int) {
    self.name = name
    self.spelling = spelling ?? name
    self.number = number
    self.role = role
    self.messages = messages
  }
}
