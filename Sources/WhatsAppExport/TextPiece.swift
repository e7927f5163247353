/// Decoded bytes on their way from the reading thread to the parser; reused.
package struct TextPiece {
  /// What counts is its first `count` bytes.
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  mutating func take(_ other: Span<UInt8>) {
    makeRoom(for: other.count)
    unsafe other.withUnsafeBufferPointer { other in
      unsafe bytes.withUnsafeMutableBufferPointer { _ = unsafe $0.update(fromContentsOf: other) }
    }
    count = other.count
  }

  /// Takes `head`, then what `read` puts behind it into room for `limit` bytes; gives how much that was.
  mutating func fill(
    _ head: [UInt8], limit: Int, _ read: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> Int {
    take(head.span)
    makeRoom(for: head.count + limit)
    let got = try unsafe bytes.withUnsafeMutableBytes {
      try unsafe read(UnsafeMutableRawBufferPointer(rebasing: $0[head.count..<head.count + limit]))
    }
    count += got
    return got
  }

  mutating func shorten(to count: Int) { self.count = count }

  private mutating func makeRoom(for count: Int) {
    guard bytes.count < count else { return }
    bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
  }
}
