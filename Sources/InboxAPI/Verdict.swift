/// What an answer means for the question whether the server carried the request out.
///
/// The one place that decides it: retries, the journal and reconciliation all build on it.
enum Verdict: Sendable, Equatable {
  case done
  /// Cannot have been carried out: may be sent again, whatever it is.
  case notExecuted
  /// The server read it and said no: sending it again cannot help.
  case refused
  /// May have been carried out.
  case unknown

  /// - Parameter isValid: whether a success status came with the body that belongs to it.
  init(_ answer: Answer, isValid: Bool) {
    switch answer.failure {
    case .connection(_, let isConnecting, _, _) where isConnecting || answer.bytesSent == 0:
      self = .notExecuted
    case .privateAddress: self = .notExecuted
    case .body where answer.bytesSent == 0, .cancelled where answer.bytesSent == 0:
      self = .notExecuted
    case nil:
      self = Self.verdict(status: answer.status, isValid: isValid)
    case .connection, .body, .receiver, .tooLong, .cancelled:
      // A refusal counts once its status is there: servers say 413 and close while the body is
      // still on its way.
      let verdict = Self.verdict(status: answer.status, isValid: false)
      self = verdict == .refused || verdict == .notExecuted ? verdict : .unknown
    }
  }

  private static func verdict(status: Int, isValid: Bool) -> Verdict {
    switch status {
    case 200..<300: isValid ? .done : .unknown
    case 429: .notExecuted
    case 408: .unknown
    case 300..<500: .refused
    default: .unknown
    }
  }
}

extension APIError.Outcome {
  init(_ verdict: Verdict) {
    switch verdict {
    case .notExecuted: self = .notExecuted
    case .refused: self = .refused
    case .done, .unknown: self = .unknown
    }
  }
}
