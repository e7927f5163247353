/// Why an inbox is not deleted. Whatever it is, no request to delete was sent.
package enum DeletionError: Error, Sendable {
  /// getWhatsApp shows no number for it.
  case notConnected(DeletionOrder)
  /// getWhatsApp shows several, so that nobody knows which one is meant.
  case severalNumbers(DeletionOrder, count: Int)
  /// The backup is not whole, or it and the live inbox differ.
  case unsafe(VerifyReport)
  /// The backup is of an inbox in another account, or of another number of inbox, or on another server.
  case otherPlace(backup: String, DeletionOrder)
  /// The inbox says that it has another number than getWhatsApp shows.
  case otherNumber
  /// Nothing ties the inbox that was listed to the one that is to be deleted.
  case untied
  /// Nothing but the order's own ids ties them: the online inbox was listed by these, on a host that tells no server.
  case tiedByIDsAlone(host: String, DeletionOrder)
  /// The backup is of another inbox than the one that was named to be listed.
  case otherInbox(backup: InboxKey, named: InboxKey)
  /// A further copy of the backup is not one.
  case badCopy(path: String, reason: String)
  /// An earlier request was answered with another inbox.
  case misdirected(DeletionOrder)
  /// Another name was typed.
  case wrongName
  /// The proof names another state of backup and inbox.
  case wrongProof
  /// Backup or inbox changed while a person was asked.
  case changedMeanwhile
}

extension DeletionError: CustomStringConvertible {
  package var description: String {
    if case .misdirected = self { return words + "; nothing was sent this time" }
    return words + "; nothing was deleted"
  }

  private var words: String {
    switch self {
    case .notConnected(let order):
      "the partner has no number that is connected to \(order.words); "
        + "compare --account, --inbox-id and --server with `chatferry numbers`"
    case .severalNumbers(let order, let count):
      "\(count) numbers are connected to \(order.words), and only one can be; ask the provider"
    case .unsafe(let report):
      report.because.joined(separator: "; ")
        + (report.verdict == .damaged
          ? "; restore the files from a copy, or begin a backup in a new folder"
          : "; run `chatferry backup --full`, then verify again")
    case .otherPlace(let backup, let order):
      "the backup is of \(backup), and \(order.words) is to be deleted; "
        + "give the backup and the profile of the inbox that is meant"
    case .otherInbox(let backup, let named):
      "the backup is of another inbox, \(backup.words), and not of \(named.words); "
        + "give the backup and the profile of the inbox that is meant"
    case .badCopy(let path, let reason):
      "\(path) is no copy of the backup: \(reason); copy the backup again, or leave out that --copy"
    case .otherNumber:
      "the inbox has another WhatsApp number than the one that is connected to what is to be deleted; "
        + "give the backup and the profile of the inbox that is meant"
    case .untied:
      "the inbox does not say which number it has; "
        + "put account and inbox_id into the inbox's profile when they are certain"
    case .tiedByIDsAlone(let host, let order):
      "nothing but --account and --inbox-id says that inbox \(order.inbox) of account \(order.account) at \(host) "
        + "is the one on server \(order.server); give its address there, \(InboxTie.address(of: order.server)), "
        + "or put account and inbox_id into the inbox's profile when they are certain"
    case .misdirected(let order):
      "an earlier request to delete \(order.words) was answered with another inbox, says this backup's log, and is not "
        + "sent again; ask the provider which inbox was deleted, and once that is settled, back up into a new folder"
    case .wrongName: "the name that was typed is another one"
    case .wrongProof:
      "the proof is of another state of backup and inbox; "
        + "run `chatferry verify --inbox` again and give the proof that it prints"
    case .changedMeanwhile: "backup or inbox changed while the question was open; begin again"
    }
  }

  /// A stable word, explained in docs/problems.md.
  package var code: String {
    switch self {
    case .notConnected, .severalNumbers: "inbox-not-connected"
    case .unsafe(let report): report.verdict == .damaged ? "backup-damaged" : "backup-differs"
    case .badCopy: "backup-copy-unusable"
    case .otherInbox, .otherPlace, .otherNumber, .untied, .tiedByIDsAlone: "backup-other-inbox"
    case .wrongName, .wrongProof: "deletion-unconfirmed"
    case .changedMeanwhile: "deletion-overtaken"
    case .misdirected: "deletion-misdirected"
    }
  }
}

extension DeletionOrder {
  /// `inbox 10 of account 1 on server online`
  package var words: String { "inbox \(inbox) of account \(account) on server \(server)" }
}
