package import JSONText

/// Reads whatever the interface lists or shows, without a word on what it is.
extension GetChatClient {
  /// One page of a list.
  ///
  /// - Parameters:
  ///   - since: POSIX seconds, inclusive; for lists of events.
  ///   - before: POSIX seconds, exclusive; for lists of events.
  ///   - pages: the opaque place that the list of contacts gives in `next`.
  package func page(
    of operation: ReadOperation, limit: Int, offset: Int = 0, since: Int64? = nil,
    before: Int64? = nil, pages: String? = nil
  ) async throws(APIError) -> ListPage {
    var query = [("limit", String(limit))]
    if let pages {
      query.append(("pages", pages))
    } else {
      query.append(("offset", String(offset)))
    }
    if let since { query.append(("since_time", String(since))) }
    if let before { query.append(("before_time", String(before))) }
    return try await list(operation.name, operation.path, query)
  }

  /// What an operation answers that gives no list: one object, or an array of all there is.
  ///
  /// - Parameter id: of the item, where the operation is about one.
  package func value(
    of operation: ReadOperation, id: String? = nil
  ) async throws(APIError) -> JSONValue {
    let path = operation.path.replacing("{id}", with: Origin.encode(id ?? ""))
    let request = InboxConnection.Request(operation: operation.name, path: path)
    if let id, id.isEmpty || id == "." || id == ".." {
      throw .invalidRequest(connection.call(request), reason: "the item has no usable id")
    }
    return try await connection.send(request) { (answer) throws(InboxConnection.Misfit) in
      try answer.json()
    }
  }

  /// A file that is no medium of a message; see `media`.
  package func file(
    of operation: ReadOperation, restart: @escaping @Sendable () throws -> Void,
    receive: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws(APIError) {
    try await connection.download(
      InboxConnection.Request(
        operation: operation.name, path: operation.path, accept: "*/*", receive: receive,
        restart: restart))
  }

  /// Every row of a list that goes by offset, in no particular order.
  ///
  /// - Parameter key: tells rows apart.
  package func rows(
    of operation: ReadOperation, limit: Int = 100, key: @escaping ListWalk.Key
  ) -> ListWalk {
    let request = InboxConnection.Request(operation: operation.name, path: operation.path)
    return ListWalk(
      limit: limit, call: connection.call(request), key: key,
      fetch: { (limit, place) throws(APIError) in
        try await self.page(of: operation, limit: limit, offset: place.rows)
      })
  }

  /// Every row of the list of contacts, which goes by opaque places.
  package func contacts(limit: Int = 100, key: @escaping ListWalk.Key) -> CursorWalk {
    let request = InboxConnection.Request(
      operation: ReadOperation.contacts.name, path: ReadOperation.contacts.path)
    return CursorWalk(
      key: key, rest: rows(of: .contacts, limit: limit, key: key), call: connection.call(request),
      fetch: { (pages) throws(APIError) in
        try await self.page(of: .contacts, limit: limit, pages: pages)
      })
  }

  /// Every row of a list of events.
  package func events(
    of operation: ReadOperation, limit: Int = 100, key: @escaping ListWalk.Key
  ) -> EventWalk {
    let request = InboxConnection.Request(operation: operation.name, path: operation.path)
    return EventWalk(
      limit: limit, call: connection.call(request), key: key,
      fetch: { (limit, offset, since, before) throws(APIError) in
        try await self.page(
          of: operation, limit: limit, offset: offset, since: since, before: before)
      })
  }

  /// The id of the medium that a link leads to, where it leads to a medium of this inbox. The link itself is never
  /// followed, whatever its scheme.
  package func mediaID(of link: String) -> String? {
    connection.origin.path(of: link).flatMap { Self.mediaID(inPath: $0[...]) }
  }

  /// The id of the medium to which an address leads, if its host is an inbox's.
  package static func mediaID(onAnyHost link: String) -> String? {
    let parts = link.prefix { $0 != "?" && $0 != "#" }.split(
      separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].hasSuffix(":"), parts[1].isEmpty else { return nil }
    return mediaID(inPath: "/" + parts[3])
  }

  /// The id of the medium to which a path on an inbox's own host leads; nil where it leads elsewhere.
  package static func mediaID(inPath path: Substring) -> String? {
    let start = "/api/v1/media/"
    guard path.hasPrefix(start) else { return nil }
    let name = path.dropFirst(start.count)
    let id = name.hasSuffix("/") ? name.dropLast() : name
    let isName =
      !id.isEmpty
      && id.utf8.allSatisfy {
        ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
          || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "_")
      }
    return isName ? String(id) : nil
  }
}
