internal import JSONText

/// Which inbox an answer of createInbox or deleteInbox is about. The two spell their fields differently.
package struct InboxPlace: Sendable, Equatable {
  package var account: Int64?
  package var inbox: Int64?
  package var server: String?
  /// Digits, without a plus.
  package var number: String?

  init(account: Int64?, inbox: Int64?, server: String?, number: String?) {
    self.account = account
    self.inbox = inbox
    self.server = server
    self.number = number
  }

  init(_ answer: JSONValue) {
    account = (answer["account_id"] ?? answer["accountID"])?.flexibleInt
    inbox = (answer["inbox_id"] ?? answer["inboxID"])?.flexibleInt
    server = answer["server"]?.string
    let number = answer["whatsapp"] ?? answer["whatsapp_number"]
    self.number = (number?.string ?? number?.int.map { String($0) })?
      .filter { $0 != "+" && $0 != " " }
  }

  /// Whether nothing that the answer says speaks against an account.
  func isIn(account: Int64, server: String) -> Bool {
    (self.account.map { $0 == account } ?? true)
      && (self.server.map { $0.lowercased() == server.lowercased() } ?? true)
  }
}
