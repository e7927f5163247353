/// One try, and whether there is another.
extension InboxConnection {
  /// What one try gave.
  struct Attempt: Sendable {
    let answer: Answer
    /// Whether it was the one by which a server was tried that had failed again and again, and failed as well.
    let hasProbed: Bool
  }

  func attempt(
    _ request: Request, _ call: APIError.Call
  ) async throws(APIError) -> Attempt {
    let pass: RequestGate.Pass
    do {
      pass = try await gate.enter()
    } catch {
      throw .cancelled(call, outcome: .notExecuted)
    }
    let answer = await exchange(request)
    // Before the place is given up, so that nobody slips through in between.
    if let wait = answer.askedWait, wait <= settings.longestRetryAfter {
      gate.quiet(for: wait * Double.random(in: 1...1.1))
    }
    let ending = ending(of: request, answer)
    gate.leave(pass, ending)
    return Attempt(answer: answer, hasProbed: pass.isProbe && ending.isFailure)
  }

  /// That a file's own host fails says nothing of the server.
  private func ending(of request: Request, _ answer: Answer) -> RequestGate.Ending {
    let ending = RequestGate.Ending(answer)
    let isElsewhere =
      request.link.map { answer.isRedirected || Origin.text(of: $0) != origin.text } ?? false
    return isElsewhere && ending.isFailure ? .untold : ending
  }

  /// Waits as long as is right before the next try; false where there must not be one.
  func isWorthAnotherTry(
    _ request: Request, _ attempt: Attempt, _ error: APIError, after tries: Int
  ) async throws(APIError) -> Bool {
    let answer = attempt.answer
    guard error.isTransient, error.outcome == .notExecuted || request.isRepeatable,
      tries < request.tries || mayWaitOutWindow(answer, after: tries),
      !attempt.hasProbed, budget.spend(isTimeout: answer.isTimeout)
    else { return false }
    if answer.bytesReceived > 0 {
      guard let restart = request.restart else { return false }
      do {
        try restart()
      } catch let failure {
        throw .receiverFailed(call(request), reason: String(describing: failure))
      }
    }
    // The gate holds this request back with all the others.
    if let wait = answer.askedWait { return wait <= settings.longestRetryAfter }
    do {
      while let wait = budget.waitForShare(at: time.now()) { try await time.sleep(wait) }
      var random = SystemRandomNumberGenerator()
      try await time.sleep(
        isThrottledByWindow(answer)
          ? RetryBudget.windowWait(after: tries, using: &random)
          : RetryBudget.backoff(after: tries, using: &random))
    } catch _ {
      throw .cancelled(call(request), outcome: error.outcome)
    }
    return true
  }

  /// Whether a 429 leaves it to us how long to wait, at a server that counts in windows.
  private func isThrottledByWindow(_ answer: Answer) -> Bool {
    answer.failure == nil && answer.status == 429 && answer.askedWait == nil
      && settings.throttleWindow != nil
  }

  private func mayWaitOutWindow(_ answer: Answer, after tries: Int) -> Bool {
    guard isThrottledByWindow(answer), let window = settings.throttleWindow else { return false }
    return RetryBudget.waited(before: tries) < window
  }
}

extension Answer {
  var isTimeout: Bool {
    if case .connection(_, _, _, let isTimeout) = failure { isTimeout } else { false }
  }

  /// Whether its status says that the same request may succeed later.
  private var isTransient: Bool { status == 408 || status == 429 || status >= 500 }

  /// How long the server asks to be left alone before the same request may succeed; nil where it does not say so.
  var askedWait: Duration? { isTransient ? RetryAfter.wait(headers) : nil }
}

extension RequestGate.Ending {
  init(_ answer: Answer) {
    self =
      switch answer.failure {
      case nil: Self(status: answer.status)
      case .connection(_, _, isPermanent: false, _):
        answer.status == 429 ? .throttled : .failed(isOverload: answer.status == 503)
      case .connection, .body, .receiver, .tooLong, .privateAddress, .cancelled: .untold
      }
  }

  private init(status: Int) {
    self =
      switch status {
      case 429: .throttled
      case 408, 500...: .failed(isOverload: status == 503)
      default: .clean
      }
  }
}
