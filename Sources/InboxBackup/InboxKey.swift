package import InboxAPI

/// Which inbox a backup is of; equal for the same inbox on any day.
package struct InboxKey: Sendable, Equatable, CustomStringConvertible {
  package var kind: InboxKind
  /// The origin, or for the embedded inbox its data folder.
  package var server: String
  /// Both nil where an inbox has a server of its own.
  package var account: String?
  package var inbox: String?

  package init(
    _ server: String, kind: InboxKind = .getChat, account: String? = nil, inbox: String? = nil
  ) {
    self.server = server
    self.kind = kind
    self.account = account
    self.inbox = inbox
  }

  /// For people.
  package var description: String {
    server + (account.map { ", account \($0)" } ?? "") + (inbox.map { ", inbox \($0)" } ?? "")
  }

  /// The same with the interface, for where two of them meet: `https://inbox.example (get.chat)`.
  var words: String {
    switch kind {
    case .getChat: "\(self) (get.chat)"
    case .online: "\(self) (online platform)"
    }
  }
}
