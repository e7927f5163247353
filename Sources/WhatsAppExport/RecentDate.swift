internal import Glibc

/// The date of the last header as it was written, with the day that it means.
struct RecentDate {
  /// Longer ones, with many marks of direction, are not kept.
  private static let limit = 32

  private var text = InlineArray<32, UInt8>(repeating: 0)
  /// Its first and its last eight bytes, where it has 8 to 16: all of it.
  private var ends = (first: UInt64(0), last: UInt64(0))
  private(set) var count = 0
  /// Counted from 1970-01-01.
  private(set) var day = 0

  mutating func keep(_ date: Span<UInt8>, day: Int) {
    guard date.count <= Self.limit else {
      count = 0
      return
    }
    for at in 0..<date.count { text[at] = date[at] }
    count = date.count
    self.day = day
    if (8...16).contains(count) {
      ends = (Self.word(date, at: 0), Self.word(date, at: count - 8))
    }
  }

  /// Whether this date begins at `start`, and no Latin digit follows. Whether another digit does is for whoever knows them.
  @inline(__always)
  func stands(in bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    guard count > 0, start + count < end else { return false }
    guard bytes[start + count] &- 0x30 >= 10 else { return false }
    if count >= 8 && count <= 16 {
      return Self.word(bytes, at: start) == ends.first
        && Self.word(bytes, at: start + count - 8) == ends.last
    }
    return unsafe bytes.extracting(start..<start + count).withUnsafeBytes { written in
      unsafe text.span.withUnsafeBytes { known in
        guard let written = written.baseAddress, let known = known.baseAddress else {
          return false
        }
        return unsafe memcmp(written, known, count) == 0
      }
    }
  }

  /// Eight bytes from `at` on.
  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, at: Int) -> UInt64 {
    unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
  }
}
