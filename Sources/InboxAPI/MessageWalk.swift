package import JSONText

/// Walks all messages of a chat, newest first, and misses none.
///
/// Goes down by time: the next page is asked for before the second *after* the oldest message seen,
/// since `before_time` is exclusive and many messages share a second; what comes again is left out by
/// its id. A second with more messages than a page holds is walked by offset inside. The end is
/// believed only where the list shows nothing at the offset of all that was given: never because a
/// page was short. A list that turns out not to keep to newest-first, or to the times asked for, is
/// walked once more by offset alone.
///
/// Memory: 64 bits for every message given.
package struct MessageWalk {
  package typealias Fetch =
    @Sendable (_ limit: Int, _ offset: Int, _ since: Int64?, _ before: Int64?)
    async throws(APIError)
    -> ListPage

  private let limit: Int
  private let call: APIError.Call
  private let since: Int64?
  private let end: Int64?
  private let fetch: Fetch

  /// Where the next page ends, exclusive; nil: nowhere.
  private var before: Int64?
  /// Keys, hashed, of all that was given.
  private var given: Set<Int> = []
  /// The longest page so far; a shorter one may be the last.
  private var fullPage: Int
  /// Walks what time cannot cut; afterwards the walk goes on before `resumeBefore`, or ends.
  private var inner: ListWalk?
  private var resumeBefore: Int64?
  private var isDone = false

  init(
    limit: Int, since: Int64?, before: Int64?, call: APIError.Call, fetch: @escaping Fetch
  ) {
    self.limit = max(1, limit)
    self.since = since
    self.call = call
    self.fetch = fetch
    end = before
    self.before = before
    fullPage = 0
  }

  /// The next messages, never an empty array; nil at the end.
  package mutating func next(
    isolation: isolated (any Actor)? = #isolation
  ) async throws(APIError) -> [JSONValue]? {
    while !isDone {
      if var walk = inner {
        let messages = try await walk.next()
        inner = walk
        if let messages {
          given.formUnion(messages.map { InboxMessage($0).key.hashValue })
          return messages
        }
        inner = nil
        before = resumeBefore
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
    let messages = page.map { InboxMessage($0) }
    guard let oldest = descendingEnd(messages.map(\.time)) else {
      if page.isEmpty, try await isAll() { isDone = true } else { walkByOffset() }
      return []
    }
    let fresh = messages.filter { isWanted($0.time) && given.insert($0.key.hashValue).inserted }
    let mayBeLast = page.count < max(fullPage, fullPage == 0 ? limit : 0)
    fullPage = max(fullPage, page.count)
    if let since, oldest < since {
      isDone = true
    } else if mayBeLast, try await isAll() {
      isDone = true
    } else if before.map({ oldest + 1 < $0 }) ?? true {
      before = oldest + 1
    } else {
      walkSecond(oldest)
    }
    return fresh.map(\.json)
  }

  /// Whether the list shows nothing beyond what was given, but for what newcomers have pushed there.
  private func isAll() async throws(APIError) -> Bool {
    let beyond = try await fetch(limit, given.count, since, end).items
    if beyond.isEmpty { return true }
    let head = try await fetch(limit, 0, since, end).items
    let newcomers = head.prefix { !isGiven($0) }.count
    return beyond.count < fullPage && beyond.count <= newcomers && beyond.allSatisfy(isGiven)
  }

  private func isGiven(_ json: JSONValue) -> Bool {
    given.contains(InboxMessage(json).key.hashValue)
  }

  /// For a server that does not know `since_time` or `before_time`.
  private func isWanted(_ time: Int64?) -> Bool {
    guard let time else { return true }
    return time >= since ?? .min && time < end ?? .max
  }

  /// The last of `times`, if they run downwards and below `before`; else nil.
  private func descendingEnd(_ times: [Int64?]) -> Int64? {
    var last: Int64?
    for time in times {
      guard let time, time <= last ?? before.map({ $0 - 1 }) ?? .max else { return nil }
      last = time
    }
    return last
  }

  /// Walks a second that may hold more messages than a page, then goes on below it.
  private mutating func walkSecond(_ second: Int64) {
    let fetch = fetch
    resumeBefore = second
    inner = ListWalk(
      limit: limit, call: call, seen: given, isUnwanted: { InboxMessage($0).time != second },
      key: { InboxMessage($0).key },
      fetch: { (limit, offset) throws(APIError) in
        try await fetch(limit, offset, second, second + 1)
      })
  }

  /// Walks everything by offset, since the times cannot be relied on.
  private mutating func walkByOffset() {
    let walk = self
    resumeBefore = nil
    inner = ListWalk(
      limit: limit, call: call, seen: given,
      isUnwanted: { !walk.isWanted(InboxMessage($0).time) }, key: { InboxMessage($0).key },
      fetch: { (limit, offset) throws(APIError) in
        try await walk.fetch(limit, offset, walk.since, walk.end)
      })
  }
}
