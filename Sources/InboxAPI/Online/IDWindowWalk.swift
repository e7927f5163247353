package import JSONText
internal import Synchronization

/// Walks all messages of a conversation, the highest ids first, and misses none.
///
/// The server cuts its pages by id but orders them by time, so that going down by the lowest id of a page can skip what was
/// dated back. With two bounds it gives every message between them, up to a limit. So a window of ids is believed only
/// where it holds fewer messages than another answer of the server had room for; any other is cut in two. Nothing of that
/// depends on the limit, which nobody promises. Memory: one answer.
///
/// A server that does not cut by both bounds is found out, and walked by `before` alone; that what was dated back may be
/// missing then is said (`onDoubt`).
package struct IDWindowWalk: RowWalk {
  /// `after` is inclusive where both are given, `before` exclusive.
  package typealias Fetch =
    @Sendable (_ after: Int64?, _ before: Int64?) async throws(APIError) -> [JSONValue]

  /// The longest answer with two bounds that a server has given. Shared by all walks of a client.
  final class LongestAnswer: Sendable {
    /// One message is always shown.
    private let count = Mutex(2)

    /// Notes an answer; true where it is shorter than one before it, so that no limit can have cut it.
    func isShorter(_ answer: Int) -> Bool {
      count.withLock { longest in
        if answer < longest { return true }
        longest = answer
        return false
      }
    }
  }

  /// Above all ids, and exact in every program's numbers.
  static let ceiling: Int64 = 1 << 53 - 1
  /// Messages of a page without bounds, by the server's code: fewer are all there is.
  static let plainPage = 20

  private let call: APIError.Call
  private let fetch: Fetch
  private let longest: LongestAnswer
  private let onDoubt: @Sendable () -> Void
  private let since: Int64
  /// What is not listed yet; the last one is the next.
  private var windows: [Range<Int64>]
  /// Where the walk by `before` alone goes on; nil while windows are believed.
  private var below: Below?

  private struct Below {
    /// Of ids, exclusive; nil before the first page.
    var before: Int64?
    /// Ids from here on were given.
    var given: Int64
  }

  /// - Parameter onDoubt: called where the server does not let anybody see whether all was listed.
  init(
    since: Int64?, before: Int64?, longest: LongestAnswer, call: APIError.Call,
    onDoubt: @escaping @Sendable () -> Void = {}, fetch: @escaping Fetch
  ) {
    self.onDoubt = onDoubt
    self.since = max(1, since ?? 1)
    self.longest = longest
    self.call = call
    self.fetch = fetch
    let end = before ?? Self.ceiling
    windows = self.since < end ? [self.since..<end] : []
  }

  package mutating func next(
    isolation: isolated (any Actor)? = #isolation
  ) async throws(APIError) -> [JSONValue]? {
    while true {
      if let below {
        let (rows, next) = try await page(below)
        self.below = next
        if !rows.isEmpty { return rows }
        if next == nil { windows = [] }
        continue
      }
      guard let window = windows.popLast() else { return nil }
      // One id lower than wanted, for a server whose `after` is exclusive.
      let rows = try ordered(try await fetch(window.lowerBound - 1, window.upperBound))
      let reach = window.lowerBound - 1...window.upperBound
      guard rows.allSatisfy({ reach.contains($0.id) }) else {
        below = Below(before: nil, given: window.upperBound)
        continue
      }
      let isWhole = longest.isShorter(rows.count)
      let own = rows.filter { window.contains($0.id) }
      guard isWhole || window.count == 1 else {
        let cut = cut(window, showing: own)
        windows += [window.lowerBound..<cut, cut..<window.upperBound]
        continue
      }
      if !own.isEmpty { return own.map(\.json) }
    }
  }

  /// Where to cut a window in two. Most of what it shows lies below, since answers show the lowest ids first as long as
  /// nothing was dated back.
  private func cut(_ window: Range<Int64>, showing rows: [Row]) -> Int64 {
    guard !rows.isEmpty else { return window.lowerBound + Int64(window.count / 2) }
    return max(rows[rows.count / 8].id, window.lowerBound + 1)
  }

  private struct Row {
    let id: Int64
    let json: JSONValue
  }

  /// The highest id first.
  private func ordered(_ rows: [JSONValue]) throws(APIError) -> [Row] {
    var ordered: [Row] = []
    for json in rows {
      guard let id = OnlineMessage(json).position else {
        throw .unexpectedAnswer(call, status: 200, reason: "a message has no id")
      }
      ordered.append(Row(id: id, json: json))
    }
    return ordered.sorted { $0.id > $1.id }
  }

  /// A page by `before` alone, and where to go on; nil at the end.
  private func page(_ place: Below) async throws(APIError) -> ([JSONValue], Below?) {
    let rows = try ordered(try await fetch(nil, place.before))
    guard let lowest = rows.last?.id else { return ([], nil) }
    let isBounded = rows.allSatisfy { $0.id < place.before ?? .max }
    if !isBounded {
      // It shows the same page whatever is asked for.
      guard rows.count < Self.plainPage else {
        throw .unexpectedAnswer(
          call, status: 200,
          reason: "the list ignores its bounds and shows only the newest messages")
      }
      return ([], nil)
    }
    // A page that is not full is all there is; of a full one nobody knows what lies beyond it, and where.
    if rows.count >= Self.plainPage { onDoubt() }
    var next = place
    next.before = lowest
    let own = rows.filter { $0.id >= since && $0.id < place.given }
    return (own.map(\.json), lowest <= since ? nil : next)
  }
}
