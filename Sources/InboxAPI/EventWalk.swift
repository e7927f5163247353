package import JSONText

/// Walks a list of events, whose documentation knows times and neither limit nor offset; nor have events an id.
///
/// Goes down by time as `MessageWalk` does, and believes the end only when the list shows nothing older. Where the rows
/// are not in the order of falling times, or one second holds more of them than a page shows, offset is tried; a server
/// that ignores it is found out (`ListWalk`). Memory: 64 bits for every event.
package struct EventWalk: RowWalk {
  package typealias Fetch =
    @Sendable (_ limit: Int, _ offset: Int, _ since: Int64?, _ before: Int64?)
    async throws(APIError) -> ListPage

  private let limit: Int
  private let call: APIError.Call
  private let key: ListWalk.Key
  private let fetch: Fetch

  private var given: Set<Int> = []
  /// Where the next page ends, exclusive; nil: nowhere.
  private var before: Int64?
  private var inner: ListWalk?
  /// Where to go on after `inner`; nil: nowhere.
  private var resumeBefore: Int64?
  private var isDone = false

  init(limit: Int, call: APIError.Call, key: @escaping ListWalk.Key, fetch: @escaping Fetch) {
    self.limit = limit
    self.call = call
    self.key = key
    self.fetch = fetch
  }

  /// The next events, never an empty array; nil at the end.
  package mutating func next(
    isolation: isolated (any Actor)? = #isolation
  ) async throws(APIError) -> [JSONValue]? {
    while !isDone {
      if var walk = inner {
        let events = try await walk.next()
        inner = walk
        if let events {
          given.formUnion(events.map { key($0).hashValue })
          return events
        }
        inner = nil
        before = resumeBefore
        isDone = resumeBefore == nil
      } else if let events = try await nextPage(), !events.isEmpty {
        return events
      }
    }
    return nil
  }

  private mutating func nextPage() async throws(APIError) -> [JSONValue]? {
    let page = try await fetch(limit, 0, nil, before)
    let times = page.items.map { Self.time(of: $0) }
    guard let oldest = times.last ?? nil, Self.isDescending(times, below: before) else {
      if page.items.isEmpty, try await isAll() { isDone = true } else { walkByOffset() }
      return nil
    }
    let fresh = page.items.filter { given.insert(key($0).hashValue).inserted }
    if fresh.isEmpty || before == oldest + 1 {
      // One second fills the page, or it is the last one there is.
      walkSecond(oldest)
    } else {
      before = oldest + 1
    }
    return fresh
  }

  /// Whether the list shows nothing beyond what was given: one that begins with the oldest looks in order for as long as
  /// a page holds one second. A server that ignores the offset shows its first page again.
  private func isAll() async throws(APIError) -> Bool {
    let beyond = try await fetch(limit, given.count, nil, nil)
    if beyond.items.isEmpty { return !beyond.goesOn(after: given.count) }
    return beyond.items.allSatisfy { given.contains(key($0).hashValue) }
  }

  /// In POSIX seconds; numbers or strings of digits, as elsewhere in this interface.
  private static func time(of event: JSONValue) -> Int64? {
    let time = event["timestamp"]
    return time?.int ?? time?.string.flatMap { Int64($0) }
  }

  private static func isDescending(_ times: [Int64?], below end: Int64?) -> Bool {
    var last = end.map { $0 - 1 } ?? .max
    for time in times {
      guard let time, time <= last else { return false }
      last = time
    }
    return true
  }

  private mutating func walkSecond(_ second: Int64) {
    let fetch = fetch
    resumeBefore = second
    inner = ListWalk(
      limit: limit, call: call, seen: given, isUnwanted: { Self.time(of: $0) != second }, key: key,
      fetch: { (limit, place) throws(APIError) in
        try await fetch(limit, place.rows, second, second + 1)
      })
  }

  private mutating func walkByOffset() {
    let fetch = fetch
    resumeBefore = nil
    inner = ListWalk(
      limit: limit, call: call, seen: given, key: key,
      fetch: { (limit, place) throws(APIError) in try await fetch(limit, place.rows, nil, nil) })
  }
}
