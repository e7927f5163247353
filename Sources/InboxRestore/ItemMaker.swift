internal import ChatImport
internal import InboxAPI
internal import JSONText

/// Makes one thing in an inbox, once: the intent is written down before, and an answer that was lost is made up for by
/// looking.
struct ItemMaker {
  /// Seconds after the loss at which the inbox is looked at; after the last one, what is not there was not made.
  static let looks: [Int64] = [0, 5, 30]

  let client: GetChatClient
  let journal: RestoreJournal
  let clock: ImportClock

  enum Outcome: Equatable {
    /// With the server's object where its answer came.
    case made(id: Int64?)
    case there
    /// The server's words.
    case refused(String)
    /// Its answer was lost twice, and it is not there.
    case unsettled
  }

  /// - Parameters:
  ///   - key: tells the thing from every other.
  ///   - isThere: looks at the inbox anew.
  /// - Throws: whatever ends the run.
  func make(
    _ operation: WriteOperation, _ body: [UInt8], key: String,
    isolation: isolated (any Actor)? = #isolation, isThere: () async throws -> Bool
  ) async throws -> Outcome {
    if let lostAt = try journal.intent(key) {
      if try await isFound(lostAt: lostAt, isThere) {
        try journal.settle(key)
        return .there
      }
    }
    for _ in 0..<2 {
      try journal.intend(key, at: clock.now())
      let answer: Result<JSONValue, APIError>
      do throws(APIError) {
        answer = .success(try await client.write(operation, body))
      } catch {
        answer = .failure(error)
      }
      switch answer {
      case .success(let object):
        try journal.settle(key)
        return .made(id: object["id"]?.int)
      case .failure(let error) where error.outcome == .unknown:
        if case .cancelled = error { throw error }
        if try await isFound(lostAt: clock.now(), isThere) {
          try journal.settle(key)
          return .there
        }
      case .failure(let error):
        try journal.settle(key)
        guard error.outcome == .refused, error.isAboutTheItem else { throw error }
        // Somebody else may have made it meanwhile.
        return try await isThere() ? .there : .refused("\(error)")
      }
    }
    return .unsettled
  }

  private func isFound(
    lostAt: Int64, isolation: isolated (any Actor)? = #isolation, _ isThere: () async throws -> Bool
  ) async throws -> Bool {
    for look in Self.looks {
      let elapsed = max(0, clock.now() - lostAt)
      // Where time has passed, an early look tells nothing that the last one does not.
      if elapsed > look, look != Self.looks.last { continue }
      if elapsed < look { try await clock.sleep(.seconds(look - elapsed)) }
      if try await isThere() { return true }
    }
    return false
  }
}

extension APIError {
  /// Whether the server found fault with one thing, and would take another.
  var isAboutTheItem: Bool {
    switch self {
    case .payloadTooLarge: true
    // The token is good for other things.
    case .tokenRefused(_, let status, _): status == 403
    case .refused(_, let status, _): (400..<500).contains(status)
    default: false
    }
  }
}
