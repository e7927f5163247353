package import JSONText

/// Opens a conversation on the online platform, once: open ones with the same person are looked up first, and a lost answer is
/// settled by looking.
package struct ConversationOpening: Sendable {
  /// How long after an unclear answer the server is looked at, one wait after the other.
  static let waits: [Duration] = [.zero, .seconds(2), .seconds(5), .seconds(10)]

  private let client: OnlineClient

  package init(_ client: OnlineClient) { self.client = client }

  package struct Opened: Sendable {
    /// The server's own object.
    package var conversation: JSONValue
    package var id: Int64
    /// Whether the answer was lost, and the conversation was found afterwards.
    package var wasFound: Bool
  }

  package enum Fault: Error, Equatable, Sendable {
    /// There are open ones already; their numbers.
    case openAlready([Int64])
    /// Neither the answer nor the list shows whether there is one now.
    case unsettled(APIError)
  }

  /// The numbers of open conversations with whom `order` names.
  package func open(with order: ConversationOrder) async throws(APIError) -> [Int64] {
    try await client.conversations(with: order, status: .open)
      .compactMap { $0["id"]?.flexibleInt }.sorted()
  }

  /// - Parameter isForced: although there is an open one.
  /// - Throws: `Fault`, `APIError` where the server did not do it.
  package func callAsFunction(
    _ order: ConversationOrder, isForced: Bool = false
  ) async throws -> Opened {
    let open = try await open(with: order)
    if !open.isEmpty, !isForced { throw Fault.openAlready(open) }
    let status = order.status ?? .open
    // So that a new one can be told from those that were there.
    let before =
      status == .open
      ? Set(open)
      : Set(
        try await client.conversations(with: order, status: status)
          .compactMap { $0["id"]?.flexibleInt })
    do throws(APIError) {
      let conversation = try await client.addConversation(order)
      guard let id = conversation["id"]?.flexibleInt else {
        preconditionFailure("a conversation without an id was taken for one")
      }
      return Opened(conversation: conversation, id: id, wasFound: false)
    } catch {
      guard error.outcome == .unknown else { throw error }
      return try await look(for: order, status, besides: before, after: error)
    }
  }

  private func look(
    for order: ConversationOrder, _ status: ConversationOrder.Status, besides before: Set<Int64>,
    after loss: APIError
  ) async throws -> Opened {
    for wait in Self.waits {
      let rows: [JSONValue]
      do {
        if wait > .zero { try await client.connection.pause(wait) }
        rows = try await client.conversations(with: order, status: status)
      } catch let error as APIError {
        // The look alone failed; the conversation may still be there.
        if case .cancelled = error { break }
        continue
      } catch {
        break
      }
      for row in rows {
        if let id = row["id"]?.flexibleInt, !before.contains(id) {
          return Opened(conversation: row, id: id, wasFound: true)
        }
      }
    }
    throw Fault.unsettled(loss)
  }
}

extension ConversationOpening.Fault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .openAlready(let ids):
      "there is an open conversation already: "
        + ids.map { "number \($0)" }.joined(separator: ", ")
        + "; nothing was sent; use it, or give --force for another one"
    case .unsettled(let loss):
      "whether the conversation was opened is not known, and the list shows none yet (\(loss)); "
        + "look at the inbox in a few minutes before the command is run again"
    }
  }

  /// A stable word, explained in docs/problems.md.
  package var code: String {
    switch self {
    case .openAlready: "conversation-open"
    case .unsettled: "conversation-unsettled"
    }
  }
}
