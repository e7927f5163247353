internal import InboxAPI

extension APIError {
  /// `status 404`: enough where it is said already what was asked for. Holds no address.
  var shortReason: String {
    switch self {
    case .tokenRefused(_, let status, _), .refused(_, let status, _),
      .notAvailable(_, let status, _), .serverFailed(_, let status, _):
      "status \(status)"
    case .payloadTooLarge: "status 413"
    case .damagedAnswer(_, _, let reason): "damaged answer: \(reason)"
    case .unexpectedAnswer(_, _, let reason): "answer not understood: \(reason)"
    case .interrupted(_, let reason): "the connection broke: \(reason)"
    case .invalidRequest(_, let reason): reason
    default: description
    }
  }
}
