/// Words that are searched for all at once, in one pass over the bytes.
package struct WordSearch: Sendable {
  private let words: [[UInt8]]
  /// One bit for each hash of three bytes: whether a word begins with three that have it.
  private var beginnings = [UInt64](repeating: 0, count: 1 << (Self.bits - 6))

  private static let bits: UInt32 = 12

  /// - Parameter words: of three bytes or more.
  package init(_ words: [[UInt8]]) {
    self.words = words
    for word in words {
      precondition(word.count >= 3)
      let hash = Self.hash(UInt32(word[0]) | UInt32(word[1]) << 8 | UInt32(word[2]) << 16)
      beginnings[hash / 64] |= 1 << UInt64(hash % 64)
    }
  }

  /// Whether one of the words stands in the bytes.
  package func isAny(in bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 3 else { return false }
    return beginnings.withUnsafeBufferPointer { beginnings in
      var three = UInt32(bytes[0]) << 8 | UInt32(bytes[1]) << 16
      for last in 2..<bytes.count {
        three = three >> 8 | UInt32(bytes[last]) << 16
        let hash = Self.hash(three)
        if beginnings[hash / 64] >> UInt64(hash % 64) & 1 == 1, isAny(at: last - 2, of: bytes) {
          return true
        }
      }
      return false
    }
  }

  private func isAny(at place: Int, of bytes: UnsafeRawBufferPointer) -> Bool {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[place...])
    return words.contains { rest.starts(with: $0) }
  }

  /// Multiplicative, by 2^32 over the golden ratio.
  private static func hash(_ three: UInt32) -> Int {
    Int((three &* 2_654_435_769) >> (32 - bits))
  }
}
