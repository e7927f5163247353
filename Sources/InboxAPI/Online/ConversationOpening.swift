package import JSONText
internal import Synchronization

/// Opens a conversation on the online platform, once: open ones with the same person are looked up first, and a lost answer is
/// settled by looking.
package struct ConversationOpening: Sendable {
  /// How long after an unclear answer the server is looked at, one wait after the other.
  static let waits: [Duration] = [.zero, .seconds(2), .seconds(5), .seconds(10)]

  private let client: OnlineClient
  private let earlier = EarlierConversations()

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
    // So that a new one can be told from those that were there, in whatever status it begins: that is the platform's
    // to say, where a bot answers first or the contact is blocked.
    let before = try await earlier.ids(of: client).union(open)
    do throws(APIError) {
      let conversation = try await client.addConversation(order)
      guard let id = conversation["id"]?.flexibleInt else {
        preconditionFailure("a conversation without an id was taken for one")
      }
      earlier.add(id)
      return Opened(conversation: conversation, id: id, wasFound: false)
    } catch {
      guard error.outcome == .unknown else { throw error }
      let opened = try await look(for: order, besides: before, after: error)
      earlier.add(opened.id)
      return opened
    }
  }

  private func look(
    for order: ConversationOrder, besides before: Set<Int64>, after loss: APIError
  ) async throws -> Opened {
    for wait in Self.waits {
      do {
        if wait > .zero { try await client.connection.pause(wait) }
        if let opened = try await sight(of: order, besides: before) { return opened }
      } catch let error as APIError {
        // The look alone failed; the conversation may still be there.
        if case .cancelled = error { break }
      } catch {
        break
      }
    }
    throw Fault.unsettled(loss)
  }

  /// The conversation that was not there before, in whatever status it is.
  private func sight(
    of order: ConversationOrder, besides before: Set<Int64>
  ) async throws(APIError) -> Opened? {
    for status in ConversationOrder.Status.allCases {
      for row in try await client.conversations(with: order, status: status) {
        if let id = row["id"]?.flexibleInt, !before.contains(id) {
          return Opened(conversation: row, id: id, wasFound: true)
        }
      }
    }
    return nil
  }
}

/// The numbers of all conversations of an inbox, listed once, before the first one is opened.
///
/// Memory: 64 bits for each.
private final class EarlierConversations: Sendable {
  private let known = Mutex<Set<Int64>?>(nil)

  func ids(of client: OnlineClient) async throws(APIError) -> Set<Int64> {
    if let ids = known.withLock({ $0 }) { return ids }
    var ids: Set<Int64> = []
    var walk = client.chats(isSinglePass: true)
    while let page = try await walk.next(isolation: #isolation) {
      ids.formUnion(page.compactMap { $0["id"]?.flexibleInt })
    }
    known.withLock { $0 = ids }
    return ids
  }

  func add(_ id: Int64) { known.withLock { _ = $0?.insert(id) } }
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
