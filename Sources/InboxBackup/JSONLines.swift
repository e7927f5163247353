package import Files
internal import Glibc

/// Reads the lines of a JSONL file, the first one first.
///
/// Memory: the longest line, and a block of 256 KiB. Used by one thread at a time.
package final class JSONLines {
  private static let blockSize = 256 << 10

  private let source: FileSource
  private var buffer: [UInt8]
  /// What was read and not yet given lies here.
  private var start = 0
  private var end = 0
  /// No line end lies before this.
  private var searched = 0
  private var isAtEnd = false
  /// Whether the file ended without a line end.
  package private(set) var isTorn = false

  /// - Throws: `cannotOpen`.
  package init(_ path: String) throws(FilesError) {
    source = try FileSource(path)
    buffer = [UInt8](repeating: 0, count: Int(min(Int64(Self.blockSize), source.size + 1)))
  }

  /// The next line without its end; nil when there is none. A last line without an end is given too.
  package func next() throws -> [UInt8]? {
    while true {
      if let lineEnd = lineEnd() {
        defer {
          start = lineEnd + 1
          searched = start
        }
        return line(to: lineEnd)
      }
      searched = end
      if isAtEnd {
        guard start < end else { return nil }
        isTorn = true
        defer { start = end }
        return line(to: end)
      }
      try fill()
    }
  }

  private func lineEnd() -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, searched < end,
        let found = memchr(base + searched, Int32(UInt8(ascii: "\n")), end - searched)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private func line(to lineEnd: Int) -> [UInt8] {
    buffer.withUnsafeBufferPointer { [UInt8](UnsafeBufferPointer(rebasing: $0[start..<lineEnd])) }
  }

  private func fill() throws {
    let rest = end - start
    if rest == buffer.count {
      buffer += [UInt8](repeating: 0, count: max(Self.blockSize, rest))
    }
    let count = try buffer.withUnsafeMutableBytes { bytes in
      if start > 0, rest > 0, let base = bytes.baseAddress { memmove(base, base + start, rest) }
      return try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[rest...]))
    }
    searched -= start
    start = 0
    end = rest + count
    isAtEnd = count == 0
  }
}
