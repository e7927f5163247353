internal import Files

/// Cuts pieces out of a stream, going forward only.
final class ExtentReader {
  /// Offset of the next byte that was not handed out or passed over.
  private(set) var position: Int64 = 0

  private static let bufferSize = 64 * 1024
  private let source: any ByteSource
  private var buffer: [UInt8]
  private var start = 0
  private var end = 0

  init(_ source: any ByteSource) {
    self.source = source
    buffer = [UInt8](repeating: 0, count: Self.bufferSize)
  }

  /// Lends the bytes from `extent.lowerBound` on, at most up to its end and as many as are at hand; nil when the
  /// stream ends before.
  ///
  /// - Parameter extent: begins at or after `position`, and is not empty.
  func read<R>(_ extent: Range<Int64>, _ body: (Span<UInt8>) throws -> R) throws -> R? {
    precondition(extent.lowerBound >= position, "an extent behind the reader")
    while true {
      if start == end {
        start = 0
        end = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
        if end == 0 { return nil }
      }
      let skipped = min(Int64(end - start), extent.lowerBound - position)
      start += Int(skipped)
      position += skipped
      guard start < end else { continue }
      let count = Int(min(Int64(end - start), extent.upperBound - position))
      defer {
        start += count
        position += Int64(count)
      }
      return try body(buffer.span.extracting(start..<start + count))
    }
  }
}
