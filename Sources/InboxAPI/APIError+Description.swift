extension APIError.Call: CustomStringConvertible {
  package var description: String { "\(operation) (\(method) \(url))" }
}

extension APIError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalidURL(let reason):
      "inbox address not usable: \(reason); give https://HOST, or http:// for a loopback address"
    case .invalidToken(let reason):
      "token not usable: \(reason); check the token file"
    case .invalidRequest(let call, let reason):
      "\(call): not sent: \(reason)"
    case .unreachable(let call, let reason, let isPermanent):
      "\(call): no connection: \(reason); "
        + (isPermanent
          ? "check the address and the server's certificate"
          : "check the address and the network, then run the command again")
    case .interrupted(let call, let reason):
      "\(call): the connection broke: \(reason); run the command again"
    case .throttled(let call, let status, let retryAfter):
      "\(call): the server asks to slow down (status \(status)); run the command again "
        + (retryAfter.map { "after \($0.components.seconds) s" } ?? "later")
    case .tokenRefused(let call, let status, let details):
      "\(call): token or rights refused (status \(status)\(Self.tail(details))); "
        + "check the token and the user's rights, or log in again"
    case .signInRefused(let call, let status, let details):
      "\(call): user or password refused (status \(status)\(Self.tail(details))); try again"
    case .payloadTooLarge(let call, let details):
      "\(call): too large for the server (status 413\(Self.tail(details))); "
        + "send less at once (max_import_bytes)"
    case .notAvailable(let call, let status, let details):
      "\(call): not available on this inbox (status \(status)\(Self.tail(details))); "
        + "ask the provider to enable it"
    case .refused(let call, let status, let details):
      "\(call): refused (status \(status)\(Self.tail(details))); correct what the server names"
    case .declined(let call, let reason, let words):
      "\(call): failed, says the server (reason \(reason)"
        + (words.map { ": \($0.what)); \($0.advice)" }
          ?? ", which no document explains); ask the provider what it means")
    case .serverFailed(let call, let status, let details):
      "\(call): the server failed (status \(status)\(Self.tail(details))); run the command again later"
    case .unexpectedAnswer(let call, let status, let reason):
      "\(call): answer not understood (status \(status)): \(reason); "
        + "check that the address is that of an inbox"
    case .bodyUnreadable(let call, let reason, _):
      "\(call): stopped, since what was to be sent could not be read: \(reason); check the input"
    case .receiverFailed(let call, let reason):
      "\(call): stopped, since what was received could not be kept: \(reason); check the output"
    case .cancelled(let call, _):
      "\(call): interrupted; run the command again to go on"
    }
  }

  private static func tail(_ details: String) -> String { details.isEmpty ? "" : ": \(details)" }
}
