internal import InboxAPI

/// An answer to the request to delete that does not tell what became of the inbox.
enum UnclearAnswer {
  /// None that is whole.
  case loss(APIError)
  /// It leads to another address.
  case redirect(APIError)
  /// It is about another inbox.
  case stray(InboxPlace, DeletionOrder)

  /// What became of the inbox, by what the partner's list shows.
  ///
  /// - Parameter sight: nil where the list cannot be had.
  func result(_ sight: DeletionSight?, _ subject: DeletionCase) -> DeletionResult {
    let found = sight?.words ?? "the list of numbers cannot be had"
    var result = DeletionResult(
      state: state(sight), because: "\(words(of: subject.number)); \(found)", subject: subject)
    if result.state == .refused, case .redirect(let error) = self { result.refusal = error }
    return result
  }

  private func state(_ sight: DeletionSight?) -> DeletionResult.State {
    switch (self, sight) {
    case (_, .released): .deleted
    case (.stray, _): .misdirected
    case (.redirect, .connected): .refused
    case (.loss, .connected): .kept
    case (_, .unlisted), (_, .unsaid), (_, nil): .unknown
    }
  }

  private func words(of number: String) -> String {
    switch self {
    case .loss(let error): "the answer was lost (\(error.fact))"
    case .redirect(let error): "the answer leads elsewhere (\(error.fact))"
    case .stray(let place, let order):
      "the answer names another inbox (\(place.words(unlike: order, number)))"
    }
  }
}

extension InboxPlace {
  /// What of it is not what was ordered: `inbox 11, another server`. No number and no name that a server made up.
  fileprivate func words(unlike order: DeletionOrder, _ number: String) -> String {
    let words = [
      inbox.flatMap { $0 == order.inbox ? nil : "inbox \($0)" },
      account.flatMap { $0 == order.account ? nil : "account \($0)" },
      server.flatMap { $0.lowercased() == order.server.lowercased() ? nil : "another server" },
      self.number.flatMap { $0 == number ? nil : "another number" },
    ]
    return words.compactMap(\.self).joined(separator: ", ")
  }
}
