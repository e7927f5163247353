/// What is wrong with an answer, in the words of `APIError`.
extension InboxConnection {
  func error(_ call: APIError.Call, _ answer: Answer, _ misfit: Misfit?) -> APIError {
    let verdict = Verdict(answer, isValid: false)
    switch answer.failure {
    case .cancelled: return .cancelled(call, outcome: APIError.Outcome(verdict))
    case .body(let reason):
      return .bodyUnreadable(call, reason: reason, outcome: APIError.Outcome(verdict))
    case .receiver(let reason): return .receiverFailed(call, reason: reason)
    case .privateAddress:
      return .invalidRequest(
        call,
        reason: "its address is one of a private network, where a server elsewhere must not lead")
    case .tooLong(let reason):
      return .unexpectedAnswer(call, status: answer.status, reason: reason)
    case .connection(let reason, _, let isPermanent, _)
    where answer.status == 0 || verdict == .unknown && !isToldToWaitLonger(answer):
      if verdict == .notExecuted {
        return .unreachable(call, reason: reason, isPermanent: isPermanent)
      }
      return .interrupted(call, reason: reason)
    case .connection, nil: return refusal(call, answer, misfit)
    }
  }

  /// Whether the server asks for a longer wait than any run does.
  private func isToldToWaitLonger(_ answer: Answer) -> Bool {
    answer.askedWait.map { $0 > settings.longestRetryAfter } ?? false
  }

  private func refusal(_ call: APIError.Call, _ answer: Answer, _ misfit: Misfit?) -> APIError {
    let status = answer.status
    let details = ServerReason.text(answer.body, hiding: token)
    switch status {
    case 200..<300:
      if answer.headers.isHTML {
        return .unexpectedAnswer(call, status: status, reason: "a web page came in its place")
      }
      let reason = misfit?.reason ?? "it is not what it should be"
      return misfit?.isDamage == true
        ? .damagedAnswer(call, status: status, reason: reason)
        : .unexpectedAnswer(call, status: status, reason: reason)
    case 300..<400:
      return .refused(
        call, status: status, details: "it leads elsewhere, and redirects are not followed there")
    case 401, 403: return .tokenRefused(call, status: status, details: details)
    case 413: return .payloadTooLarge(call, details: details)
    case 429: return .throttled(call, status: status, retryAfter: answer.askedWait)
    case 503 where answer.headers.retryAfter != nil:
      return .throttled(call, status: status, retryAfter: answer.askedWait)
    case 408, 500...:
      if isToldToWaitLonger(answer) {
        return .throttled(call, status: status, retryAfter: answer.askedWait)
      }
      return .serverFailed(call, status: status, details: details)
    default: return .refused(call, status: status, details: details)
    }
  }
}
