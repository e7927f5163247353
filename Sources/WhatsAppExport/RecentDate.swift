internal import Glibc

/// The date of the last header as it was written, with the day that it means.
struct RecentDate {
  /// Longer ones, with many marks of direction, are not kept.
  private static let limit = 32

  private var text = InlineArray<32, UInt8>(repeating: 0)
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
  }

  /// Whether this date, and no longer number, begins at `start`.
  @inline(__always)
  func stands(in bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    guard count > 0, start + count < end else { return false }
    let next = bytes[start + count]
    guard next < 0x80, next &- 0x30 >= 10 else { return false }
    return unsafe bytes.extracting(start..<start + count).withUnsafeBytes { written in
      unsafe text.span.withUnsafeBytes { known in
        guard let written = written.baseAddress, let known = known.baseAddress else {
          return false
        }
        return unsafe memcmp(written, known, count) == 0
      }
    }
  }
}
