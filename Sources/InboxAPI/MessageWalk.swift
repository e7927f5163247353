internal import Files
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
/// Memory: 64 bits for every message of the second at the lower border, below which nothing was given
/// yet, and 64 KiB. What was given above it cannot come again as long as the list keeps to its order, so
/// its keys go into a temporary file; only a list out of order needs them, and is remembered whole.
package struct MessageWalk: RowWalk {
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
  /// Keys of all that was given.
  private let given = KeyLog()
  /// Of the lowest second that was given.
  private var border: Set<Int> = []
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

  /// How many keys are held in memory.
  var rememberedKeys: Int { border.count }

  /// The next messages, never an empty array; nil at the end.
  package mutating func next(
    isolation: isolated (any Actor)? = #isolation
  ) async throws(APIError) -> [JSONValue]? {
    while !isDone {
      if var walk = inner {
        let messages = try await walk.next()
        inner = walk
        if let messages {
          // A walk by offset alone remembers by itself.
          if resumeBefore != nil { try note(messages.map { InboxMessage($0) }) }
          return messages
        }
        inner = nil
        border = []
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
    let answer = try await fetch(limit, 0, since, before)
    let page = answer.items
    let messages = page.map { InboxMessage($0) }
    guard let oldest = descendingEnd(messages.map(\.time)) else {
      if page.isEmpty, !answer.goesOn(after: 0), try await isAll() {
        isDone = true
      } else {
        try walkByOffset()
      }
      return []
    }
    // All of the page lies below what was given before, or in the second at the border.
    var known = border
    let fresh = messages.filter { isWanted($0.time) && known.insert($0.key.hashValue).inserted }
    let isSameSecond = before.map { oldest + 1 >= $0 } ?? false
    if !isSameSecond { border = [] }
    border.formUnion(fresh.lazy.filter { $0.time == oldest }.map(\.key.hashValue))
    try note(fresh)
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
    let answer = try await fetch(limit, given.count, since, end)
    let beyond = answer.items
    if beyond.isEmpty { return !answer.goesOn(after: given.count) }
    let head = try await fetch(limit, 0, since, end).items
    let keys = (head + beyond).map { InboxMessage($0).key.hashValue }
    let known = try kept { () throws(FilesError) in try given.intersection(Set(keys)) }
    let newcomers = keys.prefix(head.count).prefix { !known.contains($0) }.count
    return beyond.count < fullPage && beyond.count <= newcomers
      && keys.dropFirst(head.count).allSatisfy(known.contains)
  }

  private func note(_ messages: [InboxMessage]) throws(APIError) {
    try kept { () throws(FilesError) in try given.append(messages.map(\.key.hashValue)) }
  }

  /// What concerns the temporary file.
  private func kept<R>(_ body: () throws(FilesError) -> R) throws(APIError) -> R {
    do throws(FilesError) {
      return try body()
    } catch {
      throw .receiverFailed(call, reason: "\(error)")
    }
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
      limit: limit, call: call, seen: border, isUnwanted: { InboxMessage($0).time != second },
      key: { InboxMessage($0).key },
      fetch: { (limit, place) throws(APIError) in
        try await fetch(limit, place.rows, second, second + 1)
      })
  }

  /// Walks everything by offset, since the times cannot be relied on.
  private mutating func walkByOffset() throws(APIError) {
    let walk = self
    let seen = try kept { () throws(FilesError) in try given.all() }
    resumeBefore = nil
    inner = ListWalk(
      limit: limit, call: call, seen: seen,
      isUnwanted: { !walk.isWanted(InboxMessage($0).time) }, key: { InboxMessage($0).key },
      fetch: { (limit, place) throws(APIError) in
        try await walk.fetch(limit, place.rows, walk.since, walk.end)
      })
  }
}
