/// Somebody who writes in the chat.
package struct ChatAuthor: Sendable, Equatable {
  package enum Role: String, Sendable { case me, partner, unknown }

  /// As written in the text, direction marks removed.
  package let name: String
  /// Digits only, when the name is a number, or a contact list or the user gave it.
  package var number: String?
  package var role: Role
  package var messages: Int
}
