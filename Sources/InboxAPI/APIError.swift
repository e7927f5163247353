/// Why a request did not succeed. Holds no message text, phone number, token or query of a URL.
package enum APIError: Error, Equatable, Sendable {
  /// The configured address is not one that chatferry talks to.
  case invalidURL(reason: String)
  /// The token cannot be sent in a header.
  case invalidToken(reason: String)
  /// A request that cannot be made as asked; nothing was sent.
  case invalidRequest(Call, reason: String)
  /// No connection, or not one byte of the request went out. `isPermanent`: trying again cannot help
  /// (a certificate, a protocol).
  case unreachable(Call, reason: String, isPermanent: Bool)
  /// The connection ended after a part of the request was sent and before a whole answer came.
  case interrupted(Call, reason: String)
  /// 429, or 503 with a `Retry-After`: every try was answered so, or the wait is longer than allowed.
  case throttled(Call, status: Int, retryAfter: Duration?)
  /// 401, or 403: token or rights.
  case tokenRefused(Call, status: Int, details: String)
  /// createAuthToken did not take user and password.
  case signInRefused(Call, status: Int, details: String)
  /// 413.
  case payloadTooLarge(Call, details: String)
  /// createChatImport is not offered by this inbox, or not to this user: 404, 405.
  case notAvailable(Call, status: Int, details: String)
  /// Any other 4xx, and a redirect that is not followed.
  case refused(Call, status: Int, details: String)
  /// A whole answer, whatever its status, that says in its body that the request failed. `reason` is the server's own
  /// code, shown as it is; `words` say what the documents say of it.
  case declined(Call, reason: String, words: ReasonWords?)
  /// A 5xx or 408, at every try where it could be tried again.
  case serverFailed(Call, status: Int, details: String)
  /// A success status with a body that does not parse, though nothing showed that it was cut: at every try where it could
  /// be tried again.
  case damagedAnswer(Call, status: Int, reason: String)
  /// A success status with an answer that is not what the documentation promises.
  case unexpectedAnswer(Call, status: Int, reason: String)
  /// What was to be sent could not be read, or had another length than it said.
  case bodyUnreadable(Call, reason: String, outcome: Outcome)
  /// Whoever receives the answer's bytes failed.
  case receiverFailed(Call, reason: String)
  /// The task was cancelled.
  case cancelled(Call, outcome: Outcome)

  /// Which request: enough to find it in a server's log.
  package struct Call: Sendable, Equatable {
    /// The operation's name in the vendor's documentation.
    package let operation: String
    package let method: String
    /// Without a query.
    package let url: String
  }

  /// What the documents say of a reason code.
  package struct ReasonWords: Sendable, Equatable {
    /// What is wrong.
    package let what: String
    /// What to do about it.
    package let advice: String
  }

  /// What is known of the request's effect on the server; all that retry and reconciliation read.
  package enum Outcome: Sendable, Equatable { case notExecuted, refused, unknown }

  package var outcome: Outcome {
    switch self {
    case .invalidURL, .invalidToken, .invalidRequest, .unreachable: .notExecuted
    case .throttled(_, let status, _): status == 429 ? .notExecuted : .unknown
    case .tokenRefused, .signInRefused, .payloadTooLarge, .notAvailable, .refused, .declined:
      .refused
    case .interrupted, .serverFailed, .damagedAnswer, .unexpectedAnswer, .receiverFailed: .unknown
    case .bodyUnreadable(_, _, let outcome), .cancelled(_, let outcome): outcome
    }
  }

  /// Whether the same request may succeed later without anybody changing anything.
  package var isTransient: Bool {
    switch self {
    case .unreachable(_, _, let isPermanent): !isPermanent
    case .interrupted, .throttled, .serverFailed, .damagedAnswer: true
    default: false
    }
  }

  /// What the command's exit status is, were this all that went wrong.
  package enum Exit: Sendable, Equatable {
    case unavailable, throttled, refused, badInput, inputOutput, other
  }

  package var exit: Exit {
    if isRefusalOfInput { return .badInput }
    return switch self {
    case .unreachable, .interrupted, .serverFailed, .damagedAnswer, .unexpectedAnswer,
      .notAvailable:
      .unavailable
    case .throttled: .throttled
    case .tokenRefused, .signInRefused, .declined: .refused
    // A file of this machine could not be read or written.
    case .bodyUnreadable, .receiverFailed: .inputOutput
    default: .other
    }
  }

  /// Whether the server was to make something and found fault with what it was given.
  package var isRefusalOfInput: Bool {
    switch self {
    case .refused(let call, let status, _):
      call.method != "GET" && [400, 409, 422].contains(status)
    case .payloadTooLarge(let call, _): call.method != "GET"
    default: false
    }
  }

  /// Whether the answer leads to another address.
  package var isRedirect: Bool {
    if case .refused(_, let status, _) = self { (300..<400).contains(status) } else { false }
  }

  /// Whether the server said that the body is too large for it.
  package var isPayloadTooLarge: Bool {
    if case .payloadTooLarge = self { true } else { false }
  }
}
