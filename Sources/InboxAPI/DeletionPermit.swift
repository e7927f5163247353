internal import JSONText

/// The right to delete one inbox, once: made where a backup was proved, used up by `PartnerClient.deleteInbox`.
///
/// It cannot be copied, so no code can send the request twice.
package struct DeletionPermit: ~Copyable, Sendable {
  package let account: Int64
  package let inbox: Int64
  /// The subdomain of the account's server.
  package let server: String
  /// Digits, without a plus: the number that getWhatsApp shows for the inbox.
  package let number: String
  /// Names the state of backup and inbox that was found safe, in 64 hexadecimal digits.
  package let proof: String

  /// To be called behind the gate alone, see `GuardedDeletion`.
  package init(account: Int64, inbox: Int64, server: String, number: String, proof: String) {
    self.account = account
    self.inbox = inbox
    self.server = server
    self.number = number
    self.proof = proof
  }

  /// The request's body, in the spelling of deleteInbox's page.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("accountID")
    writer.number(account)
    writer.key("server")
    writer.string(server)
    writer.key("inboxID")
    writer.number(inbox)
    writer.endObject()
    return writer.bytes
  }
}
