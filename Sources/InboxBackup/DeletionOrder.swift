package import InboxAPI

/// Which inbox is to be deleted.
package struct DeletionOrder: Sendable, Equatable {
  package var account: Int64
  package var inbox: Int64
  /// The subdomain of the account's server.
  package var server: String
  /// What the inbox's own profile says of where it is; nil where it says nothing. An inbox with a server of its own does not
  /// know it.
  package var stated: (account: Int64, inbox: Int64)?

  package init(
    account: Int64, inbox: Int64, server: String, stated: (account: Int64, inbox: Int64)? = nil
  ) {
    self.account = account
    self.inbox = inbox
    self.server = server
    self.stated = stated
  }

  package static func == (left: DeletionOrder, right: DeletionOrder) -> Bool {
    left.account == right.account && left.inbox == right.inbox && left.server == right.server
      && left.stated?.account == right.stated?.account
      && left.stated?.inbox == right.stated?.inbox
  }
}

/// A person's or a script's word that the inbox may go.
package enum DeletionConsent: Sendable, Equatable {
  /// None: everything was only to be checked.
  case none
  /// The inbox's name, typed by a person who was shown what will be lost. That takes time, so that everything is proved
  /// again afterwards.
  case name(String)
  /// The proof that `verify --inbox` gave, in 64 hexadecimal digits.
  case proof(String)
}

/// What is to be deleted and what goes with it, as a person is shown it.
package struct DeletionCase: Sendable {
  /// What a person has to type: what the inbox is called, or where its platform was not asked, the number.
  package var name: String
  /// Digits, without a plus.
  package var number: String
  /// Which interface the inbox was listed through.
  package var kind: InboxKind
  package var generation: Int
  package var proof: String
  package var chats: Int
  package var messages: Int
  package var media: Int
  package var mediaBytes: Int64
  /// POSIX seconds; nil where no message has a time.
  package var newestMessage: Int64?
  /// How many there are of each further kind that goes with the inbox, without those of which there is none.
  package var kinds: [(name: String, items: Int)]
  /// The same of kinds that are the account's, and are in the backup without being deleted.
  package var accountKinds: [(name: String, items: Int)]
  /// Further copies of the backup, all of them read again.
  package var copies: [BackupCopy] = []
}
