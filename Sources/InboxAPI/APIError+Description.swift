extension APIError.Call: CustomStringConvertible {
  package var description: String { "\(operation) (\(method) \(url))" }
}

extension APIError: CustomStringConvertible {
  package var description: String { fact + (advice.map { "; \($0)" } ?? "") }

  /// What happened and where, without what to do about it.
  package var fact: String {
    switch self {
    case .invalidURL(let reason): "inbox address not usable: \(reason)"
    case .invalidToken(let reason): "token not usable: \(reason)"
    case .invalidRequest(let call, let reason): "\(call): not sent: \(reason)"
    case .unreachable(let call, let reason, _): "\(call): no connection: \(reason)"
    case .interrupted(let call, let reason): "\(call): the connection broke: \(reason)"
    case .throttled(let call, let status, _):
      "\(call): the server asks to slow down (status \(status))"
    case .tokenRefused(let call, let status, let details):
      "\(call): token or rights refused (status \(status)\(Self.tail(details)))"
    case .signInRefused(let call, let status, let details):
      "\(call): user or password refused (status \(status)\(Self.tail(details)))"
    case .payloadTooLarge(let call, let details):
      "\(call): too large for the server (status 413\(Self.tail(details)))"
    case .notAvailable(let call, let status, let details):
      "\(call): not available on this inbox (status \(status)\(Self.tail(details)))"
    case .refused(let call, let status, let details):
      "\(call): refused (status \(status)\(Self.tail(details)))"
    case .declined(let call, let reason, let words):
      "\(call): failed, says the server (reason \(reason)"
        + (words.map { ": \($0.what))" } ?? ", which no document explains)")
    case .serverFailed(let call, let status, let details):
      "\(call): the server failed (status \(status)\(Self.tail(details)))"
    case .damagedAnswer(let call, let status, let reason):
      "\(call): the answer is damaged (status \(status)): \(reason)"
    case .unexpectedAnswer(let call, let status, let reason):
      "\(call): answer not understood (status \(status)): \(reason)"
    case .bodyUnreadable(let call, let reason, _):
      "\(call): stopped, since what was to be sent could not be read: \(reason)"
    case .receiverFailed(let call, let reason):
      "\(call): stopped, since what was received could not be kept: \(reason)"
    case .cancelled(let call, _): "\(call): interrupted"
    }
  }

  private var advice: String? {
    switch self {
    case .invalidURL: "give https://HOST, or http:// for a loopback address"
    case .invalidToken: "check the token file"
    case .unreachable(_, _, let isPermanent):
      isPermanent
        ? "check the address and the server's certificate"
        : "check the address and the network, then run the command again"
    case .interrupted: "run the command again"
    case .throttled(_, _, let retryAfter):
      "run the command again "
        + (retryAfter.map { "after \($0.components.seconds) s" } ?? "later")
    case .tokenRefused: "check the token and the user's rights, or log in again"
    case .signInRefused: "try again"
    case .payloadTooLarge: "send less at once (max_import_bytes)"
    case .notAvailable: "ask the provider to enable it"
    case .refused where isRedirect: "check the address"
    case .invalidRequest: nil
    case .refused: "correct what the server names"
    case .declined(_, _, let words):
      words?.advice ?? "ask the provider what it means"
    case .serverFailed: "run the command again later"
    case .damagedAnswer:
      "run the command again; if it stays so, check that the address is the right one"
    case .unexpectedAnswer: "check that the address is the right one"
    case .bodyUnreadable: "check the input"
    case .receiverFailed: "check the output"
    case .cancelled: "run the command again to go on"
    }
  }

  private static func tail(_ details: String) -> String { details.isEmpty ? "" : ": \(details)" }
}
