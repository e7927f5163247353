/// The first and the last bytes of wordings: tells of nearly every line of plain text that it neither begins nor ends
/// with one.
///
/// Four bytes are four letters of English and one of Thai. Where letters take several bytes, eight are looked at.
struct WordingEdges: Sendable {
  /// Of one edge.
  private struct Edge: Sendable {
    /// The four bytes at the edge of every wording.
    var near = ByteSieve()
    /// Those of wordings shorter than eight bytes.
    var short = ByteSieve()
    /// The eight bytes at the edge of the others.
    var far = ByteSieve()

    mutating func insert(_ words: Span<UInt8>, near: Int, far: Int) {
      guard words.count >= 4 else { return }
      let key = MarkerIndex.gram(words, near)
      self.near.insert(key)
      if words.count < 8 {
        short.insert(key)
      } else {
        self.far.insert(Self.join(key, MarkerIndex.gram(words, far)))
      }
    }

    @inline(never)
    func mayContainBoth(_ near: UInt32, _ far: UInt32) -> Bool {
      short.mayContain(near) || self.far.mayContain(Self.join(near, far))
    }

    /// One key for two; case pairs that differ in the bit 0x20 only are one key, as in the sieve.
    private static func join(_ near: UInt32, _ far: UInt32) -> UInt32 {
      (near | 0x2020_2020) &* 0x85EB_CA77 ^ (far | 0x2020_2020) &* 0xC2B2_AE3D
    }
  }

  private var starts = Edge()
  private var ends = Edge()

  mutating func insert(start words: Span<UInt8>) {
    starts.insert(words, near: 0, far: 4)
  }

  mutating func insert(end words: Span<UInt8>) {
    ends.insert(words, near: words.count - 4, far: words.count - 8)
  }

  /// Whether a wording may begin at `start`, which has four bytes at least before `end`.
  @inline(__always)
  func mayBegin(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    let near = MarkerIndex.gram(bytes, start)
    guard starts.near.mayContain(near) else { return false }
    if bytes[start] < 0x80 || end - start < 8 { return true }
    return starts.mayContainBoth(near, MarkerIndex.gram(bytes, start + 4))
  }

  /// Whether a space that does not break (U+00A0) is among the first eight bytes: phones put it in place of a plain one into
  /// their words, which the edges have as the table writes them. There are four bytes at least before `end`.
  @inline(__always)
  func hasHardSpace(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    let near = MarkerIndex.gram(bytes, start)
    // Of what begins with ASCII four bytes were looked at.
    if near & 0x8080_8080 == 0 { return false }
    guard end - start >= 8 else { return Self.hasHardSpace(bytes, in: start..<end) }
    let eight = UInt64(near) << 32 | UInt64(MarkerIndex.gram(bytes, start + 4))
    // A byte is 0 where it was 0xA0; the lowest of those is flagged for certain.
    let zero = eight ^ 0xA0A0_A0A0_A0A0_A0A0
    guard (zero &- 0x0101_0101_0101_0101) & ~zero & 0x8080_8080_8080_8080 != 0 else { return false }
    return Self.hasHardSpace(bytes, in: start..<start + 8)
  }

  private static func hasHardSpace(_ bytes: Span<UInt8>, in range: Range<Int>) -> Bool {
    for at in range.dropFirst() where bytes[at] == 0xA0 && bytes[at - 1] == 0xC2 { return true }
    return false
  }

  /// Whether a wording may end at `end`, which has four bytes at least behind `start`.
  @inline(__always)
  func mayEnd(_ bytes: Span<UInt8>, from start: Int, at end: Int) -> Bool {
    let near = MarkerIndex.gram(bytes, end - 4)
    guard ends.near.mayContain(near) else { return false }
    if bytes[end - 1] < 0x80 || end - start < 8 { return true }
    return ends.mayContainBoth(near, MarkerIndex.gram(bytes, end - 8))
  }
}
