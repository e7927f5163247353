/// A set of four-byte keys that answers "certainly not" at once and "perhaps" otherwise.
struct ByteSieve: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  /// Two places in the set. Case pairs that differ in the bit 0x20 only are one key.
  @inline(__always)
  private static func slots(_ key: UInt32) -> (Int, Int) {
    let key = key | 0x2020_2020
    return (
      Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 16),
      Int(truncatingIfNeeded: (key &* 0x85EB_CA6B) >> 16)
    )
  }

  mutating func insert(_ key: UInt32) {
    let (first, second) = Self.slots(key)
    bits[first >> 6] |= 1 << UInt64(first & 63)
    bits[second >> 6] |= 1 << UInt64(second & 63)
  }

  @inline(__always)
  func mayContain(_ key: UInt32) -> Bool {
    let (first, second) = Self.slots(key)
    guard bits[first >> 6] & 1 << UInt64(first & 63) != 0 else { return false }
    return bits[second >> 6] & 1 << UInt64(second & 63) != 0
  }
}
