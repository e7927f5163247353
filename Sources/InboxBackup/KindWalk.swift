internal import InboxAPI
internal import JSONText

/// All rows of a kind, in whatever way it is listed.
struct KindWalk {
  private enum Walk {
    case list(ListWalk)
    case events(EventWalk)
    case contacts(CursorWalk)
    case whole(ReadOperation)
    case done
  }

  private let client: GetChatClient
  private var walk: Walk

  init(_ kind: ResourceKind, client: GetChatClient) {
    self.client = client
    let key: @Sendable (JSONValue) -> String = { kind.key(of: $0) }
    walk =
      switch kind.style {
      case .list: .list(client.rows(of: kind.operation, key: key))
      case .events: .events(client.events(of: kind.operation, key: key))
      case .contacts: .contacts(client.contacts(key: key))
      case .whole: .whole(kind.operation)
      }
  }

  /// The next rows; nil at the end.
  mutating func next(
    isolation: isolated (any Actor)? = #isolation
  ) async throws(APIError) -> [JSONValue]? {
    switch walk {
    case .list(var list):
      let rows = try await list.next()
      walk = .list(list)
      return rows
    case .events(var events):
      let rows = try await events.next()
      walk = .events(events)
      return rows
    case .contacts(var contacts):
      let rows = try await contacts.next()
      walk = .contacts(contacts)
      return rows
    case .whole(let operation):
      let value = try await client.value(of: operation)
      walk = .done
      return value.array ?? [value]
    case .done: return nil
    }
  }
}
