package import Files
package import InboxAPI

/// What became of a deletion.
package struct DeletionResult: Sendable {
  package enum State: String, Sendable {
    /// The server did it.
    case deleted
    /// An earlier run had asked for it, and the server shows that it was done.
    case gone
    /// Everything was checked and nothing was sent.
    case planned
    /// The request was sent, its answer was lost, and the server still shows the inbox.
    case kept
    /// The request was sent, and neither its answer nor the list of numbers tells what became of it.
    case unknown
    /// The server said no.
    case refused
    /// The answer names another inbox, and nothing shows that the one that was asked for is gone.
    case misdirected
  }

  package var state: State
  /// A sentence for a person, without advice.
  package var because: String
  /// nil where an earlier run's deletion was found.
  package var subject: DeletionCase?
  /// Why the server said no.
  package var refusal: APIError?
  /// Why the backup's log does not have the outcome.
  package var unlogged: FilesError?
}

extension DeletionResult {
  static func planned(_ subject: DeletionCase) -> DeletionResult {
    DeletionResult(
      state: .planned, because: "everything was checked, and nothing was sent", subject: subject)
  }
}
