/// From which number on an online platform counts the types of its messages.
///
/// Chatwoot's code counts incoming, outgoing, activity and template from 0; 99digital's page counts them from 1, while its
/// own sample has a 0. So it is learned from messages that say who sent them.
package enum MessageNumbering: Int64, Sendable, Equatable {
  case fromZero = 0
  case fromOne = 1

  /// What one message proves; nil where it proves nothing.
  package init?(provedBy message: OnlineMessage) {
    guard let number = message.typeNumber else { return nil }
    switch (number, message.senderSort) {
    // A contact writes incoming messages only, a member none that is an activity.
    case (0, _), (1, .member): self = .fromZero
    case (4, _), (1, .contact), (2, .member): self = .fromOne
    default: return nil
    }
  }
}
