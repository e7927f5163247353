package import JSONText

/// Walks all messages of a chat, newest first, and misses none.
///
/// Goes down by time: the next page is asked for before the second *after* the oldest message seen,
/// since `before_time` is exclusive and many messages share a second; what comes again is left out by
/// its id. A second with more messages than a page holds is walked by offset inside. A list that does
/// not keep to newest-first, or to the times asked for, is walked by offset alone. It ends only when
/// the server has nothing more to show, never because a page was short. Memory: the ids of one page
/// and one second; of the whole chat where the times cannot be trusted.
package struct MessageWalk {
  package typealias Fetch =
    @Sendable (_ limit: Int, _ offset: Int, _ since: Int64?, _ before: Int64?)
    async throws(APIError)
    -> ListPage

  private let limit: Int
  private let call: APIError.Call
  private let since: Int64?
  private let fetch: Fetch
  /// Exclusive; nil: from the newest on.
  private var before: Int64?
  /// Ids of the second before `before`: given, and due to come again.
  private var border: Set<String> = []
  /// Ids of the page before.
  private var previousPage: Set<String> = []
  /// Walks what time cannot cut; afterwards the walk goes on before `resumeBefore`, or ends.
  private var inner: ListWalk?
  private var resumeBefore: Int64?
  private var isDone = false

  init(
    limit: Int, since: Int64?, before: Int64?, call: APIError.Call, fetch: @escaping Fetch
  ) {
    self.limit = max(1, limit)
    self.since = since
    self.before = before
    self.call = call
    self.fetch = fetch
  }

  /// The next messages, never an empty array; nil at the end.
  package mutating func next(
    isolation: isolated (any Actor)? = #isolation
  ) async throws(APIError) -> [JSONValue]? {
    while !isDone {
      if var walk = inner {
        let messages = try await walk.next()
        inner = walk
        if let messages { return messages }
        inner = nil
        before = resumeBefore
        border = []
        isDone = resumeBefore == nil
      } else {
        let messages = try await nextPage()
        if !messages.isEmpty { return messages }
      }
    }
    return nil
  }

  private mutating func nextPage() async throws(APIError) -> [JSONValue] {
    let page = try await fetch(limit, 0, since, before).items
    guard !page.isEmpty else {
      isDone = true
      return []
    }
    let messages = page.map { InboxMessage($0) }
    guard let oldest = descendingEnd(messages.map(\.time)) else {
      walkByOffset(messages)
      return []
    }
    let fresh = messages.filter { !border.contains($0.key) && isWanted($0) }.map(\.json)
    if let since, oldest < since {
      isDone = true
    } else if before.map({ oldest + 1 < $0 }) ?? true {
      border = Set(messages.filter { $0.time == oldest }.map(\.key))
      previousPage = Set(messages.map(\.key))
      before = oldest + 1
    } else if try await fetch(limit, page.count, since, before).items.isEmpty {
      // The whole page lies in the last second, and it is all there is.
      isDone = true
    } else {
      walkSecond(oldest)
      return []
    }
    return fresh
  }

  private func isWanted(_ message: InboxMessage) -> Bool {
    guard let since, let time = message.time else { return true }
    return time >= since
  }

  /// The last of `times`, if they run downwards and below `before`; else nil.
  private func descendingEnd(_ times: [Int64?]) -> Int64? {
    var last = before.map { $0 - 1 } ?? .max
    for time in times {
      guard let time, time <= last else { return nil }
      last = time
    }
    return last
  }

  /// Walks a second that holds more messages than a page, then goes on below it.
  private mutating func walkSecond(_ second: Int64) {
    let fetch = fetch
    resumeBefore = second
    inner = ListWalk(
      limit: limit, call: call, seen: border, key: { InboxMessage($0).key },
      fetch: { (limit, offset) throws(APIError) in
        try await fetch(limit, offset, second, second + 1)
      })
  }

  /// Walks all that is left by offset, since the times of this page do not run downwards below
  /// `before`.
  private mutating func walkByOffset(_ page: [InboxMessage]) {
    let (fetch, since, before) = (fetch, since, before)
    // Messages of the page before, that should not have come again: the server does not know
    // `before_time`, and shows from the newest on what was given already.
    let isIgnored = page.contains { message in
      guard let time = message.time, let before else { return false }
      return time >= before && previousPage.contains(message.key)
    }
    resumeBefore = nil
    inner = ListWalk(
      limit: limit, call: call, seen: border,
      isUnwanted: { json in
        guard let time = InboxMessage(json).time else { return false }
        return isIgnored && before.map { time >= $0 } ?? false
          || since.map { time < $0 } ?? false
      },
      key: { InboxMessage($0).key },
      fetch: { (limit, offset) throws(APIError) in
        try await fetch(limit, offset, since, before)
      })
  }
}
