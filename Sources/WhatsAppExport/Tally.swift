/// How lines begin before a `: `.
struct Tally {
  struct Seen {
    var lines: Int
    /// The beginning before the first `: `; nil when this is it.
    let parent: [UInt8]?
  }

  private(set) var beginnings: [[UInt8]: Seen] = [:]

  mutating func add(_ beginning: [UInt8], depth: Int, parent: [UInt8]?) {
    beginnings[beginning, default: Seen(lines: 0, parent: parent)].lines += 1
  }
}
