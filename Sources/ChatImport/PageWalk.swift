/// Walks a list that is given newest first, in pages, while it moves; decides which page to ask for next.
///
/// Goes by time: below the oldest message seen, that second included, since a page may end in its middle. A server
/// that does not list by time, or does not heed the bounds, is walked by offset with overlapping pages.
struct PageWalk: Sendable, Equatable {
  struct Request: Sendable, Equatable {
    var offset: Int
    /// Exclusive, POSIX seconds; nil for none.
    var before: Int64?
  }

  /// How many rows of a page are asked for again, in case that rows went away meanwhile.
  static let overlap = 5

  private enum Way {
    case time
    /// By time, everything seen; one look whether the server's list is longer than that.
    case proof
    case offset
  }

  private let start: Int64?
  private let end: Int64?
  private var way = Way.time
  private var seen = 0
  private(set) var next: Request?

  /// - Parameters:
  ///   - start: only messages from it on are wanted; nil for all.
  ///   - end: only messages before it are wanted; nil for all.
  init(since start: Int64? = nil, before end: Int64? = nil) {
    self.start = start
    self.end = end
    next = Request(offset: 0, before: end)
  }

  /// Takes note of the answer to `next`.
  ///
  /// - Parameters:
  ///   - times: of the page's messages in its order.
  ///   - new: how many of them had not been seen before.
  mutating func received(times: [Int64], new: Int) {
    guard let asked = next else { return }
    seen += new
    switch way {
    case .time: goOnByTime(asked, times, new)
    case .proof: times.isEmpty ? next = nil : beginByOffset()
    case .offset:
      // A page that stands further back than everything seen and brings nothing new is a page repeated.
      let isEnd = times.isEmpty || new == 0 && asked.offset >= seen
      let step = max(times.count - Self.overlap, 1)
      next = isEnd ? nil : Request(offset: asked.offset + step, before: end)
    }
  }

  private mutating func goOnByTime(_ asked: Request, _ times: [Int64], _ new: Int) {
    guard let oldest = times.min(), new > 0 || asked.offset < seen else {
      // A short list that was no list by time would look the same.
      if seen == 0 { return next = nil }
      way = .proof
      return next = Request(offset: seen, before: end)
    }
    let isOrdered = zip(times, times.dropFirst()).allSatisfy { $0 >= $1 }
    let isBounded = asked.before.map { bound in times.allSatisfy { $0 < bound } } ?? true
    if !isOrdered || !isBounded {
      beginByOffset()
    } else if let start, oldest < start {
      next = nil
    } else if new > 0, asked.before.map({ oldest < $0 - 1 }) ?? true {
      next = Request(offset: 0, before: oldest + 1)
    } else {
      // Nothing new, or all within one second: go on inside it.
      next = Request(offset: asked.offset + times.count, before: asked.before)
    }
  }

  private mutating func beginByOffset() {
    way = .offset
    next = Request(offset: 0, before: end)
  }
}
