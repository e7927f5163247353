/// What an error says of the one thing that was asked for: a kind, a chat, an item, a file.
///
/// The one place that decides it: backups, comparisons with the live inbox and exports all build on it.
package enum ItemFailure: Sendable, Equatable {
  /// The server does not give it, or nobody can ask for it. `status` is nil where nothing was sent, or another server is to
  /// blame.
  case refused(status: Int?)
  /// This user may not see it: 401 or 403, while the token is good.
  case forbidden
  /// The server was asked rightly and gave no answer, or none that can be understood. So many in a row are no longer
  /// those of single things (`FailuresInARow`).
  case failed

  /// Whether the inbox does not offer such things at all, where it has shown none of them.
  package var isNotOffered: Bool { self == .refused(status: 404) || self == .refused(status: 405) }

  /// Whether the server says that there is no such thing.
  package var isNotThere: Bool { self == .refused(status: 404) || self == .refused(status: 410) }
}

/// A thing that was not to be had, while others may be.
package struct FailedItem: Error {
  package let failure: ItemFailure
  package let error: APIError

  package init(_ failure: ItemFailure, _ error: APIError) {
    self.failure = failure
    self.error = error
  }
}

/// Tells a server that fails from one that fails at a few things.
package struct FailuresInARow: Sendable {
  /// Of lists: of a kind's rows, of a chat's messages.
  package static let ofLists = 3
  /// Of things that are asked for one at a time, files among them.
  package static let ofItems = 20

  private let limit: Int
  package private(set) var count = 0

  /// - Parameter limit: so many failures in a row are the server's.
  package init(limit: Int) { self.limit = limit }

  /// Notes how the next thing ended.
  ///
  /// - Parameter failure: nil where it was given.
  /// - Returns: whether the server fails altogether: then the run ends, and goes on later.
  package mutating func add(_ failure: ItemFailure?) -> Bool {
    switch failure {
    case .failed: count += 1
    case .refused(status: nil): break
    // Whoever says no is there.
    case .refused, .forbidden, nil: count = 0
    }
    return count >= limit
  }
}

extension [FailedItem] {
  /// Whether the server or the token may be to blame rather than the things, where nothing else was to be had.
  package var mayBeOfServer: Bool {
    contains { item in
      switch item.failure {
      case .refused: false
      case .forbidden: true
      // One odd answer is an answer about one thing.
      case .failed: count > 1 || item.error.isTransient
      }
    }
  }
}

extension InboxClient {
  /// What an error says of the one thing that was asked for.
  ///
  /// - Parameter place: of the file that was asked for, if it was one.
  /// - Throws: `error` itself where it is about more than that: the token, the network, this program; or what shows that
  ///   the inbox cannot be had.
  package func failure(
    _ error: APIError, at place: MediaPlace? = nil
  ) async throws(APIError) -> ItemFailure {
    if let place, asksByLink(place) { return try await failureOfLink(error) }
    switch error {
    case .tokenRefused(_, let status, _):
      guard mayConcernOneItem(tokenRefusal: status) else { throw error }
      try await checkAccess()
      return .forbidden
    case .refused(_, let status, _), .notAvailable(_, let status, _):
      return .refused(status: status)
    case .payloadTooLarge: return .refused(status: 413)
    case .invalidRequest: return .refused(status: nil)
    case .serverFailed, .interrupted, .damagedAnswer, .unexpectedAnswer: return .failed
    case .invalidURL, .invalidToken, .unreachable, .throttled, .signInRefused, .declined,
      .bodyUnreadable, .receiverFailed, .cancelled:
      throw error
    }
  }

  /// An address may lead anywhere, and goes without the token: what it says of itself it says of no other file.
  private func failureOfLink(_ error: APIError) async throws(APIError) -> ItemFailure {
    switch error {
    case .tokenRefused(_, let status, _): return .refused(status: status)
    case .throttled: return .failed
    case .unreachable:
      // Unless it is this machine that reaches nothing any more.
      try await checkAccess()
      return .refused(status: nil)
    default: return try await failure(error)
    }
  }
}
