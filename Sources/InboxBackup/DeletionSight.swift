internal import InboxAPI

/// What the partner's list shows of an inbox that somebody asked the server to delete.
///
/// Only the number's own entry can tell that the inbox is gone: a list that lacks the number says nothing of its inbox.
enum DeletionSight: Equatable {
  /// A number is connected to the inbox.
  case connected
  /// The number is listed and connected to the inbox no more.
  case released
  /// The number is not listed.
  case unlisted
  /// The list does not say whether the number is connected, or not to which inbox.
  case unsaid

  /// - Parameter number: the one that the inbox had, as it was listed.
  init(of order: DeletionOrder, number: String, in numbers: PartnerNumbers) {
    let own = numbers.list.filter { $0.digits == number }
    if numbers.list.contains(where: { order.isMeant(by: $0.connection) }) {
      self = .connected
    } else if own.isEmpty {
      self = .unlisted
    } else if own.contains(where: { $0.unclear != nil || order.mayBeMeant(by: $0.connection) })
      || numbers.list.contains(where: { order.isMeant(by: $0.unclear) })
    {
      self = .unsaid
    } else {
      self = .released
    }
  }

  /// A part of a sentence.
  var words: String {
    switch self {
    case .connected: "a number is still connected to the inbox"
    case .released: "the number shows that it was deleted"
    case .unlisted:
      "the number is not in the partner's list, which does not say what became of its inbox"
    case .unsaid: "the list does not say whether, or to which inbox, the number is connected"
    }
  }
}

extension DeletionOrder {
  func isMeant(by connection: PartnerNumber.Connection?) -> Bool {
    connection?.isTo(account: account, inbox: inbox, server: server) ?? false
  }

  /// Whether a connection says too little to be known for another one.
  func mayBeMeant(by connection: PartnerNumber.Connection?) -> Bool {
    guard let connection else { return false }
    return (connection.account ?? account) == account && (connection.inbox ?? inbox) == inbox
      && (connection.server?.lowercased() ?? server.lowercased()) == server.lowercased()
  }
}
