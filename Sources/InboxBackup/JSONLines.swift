package import Files

/// Reads the lines of a JSONL file, the first one first.
///
/// Memory: the longest line, and a block of 256 KiB. Used by one thread at a time.
package final class JSONLines {
  private let source: FileSource
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var isAtEnd = false
  /// Whether the file ended without a line end.
  package private(set) var isTorn = false

  /// - Throws: `cannotOpen`.
  package init(_ path: String) throws(FilesError) {
    source = try FileSource(path)
  }

  /// The next line without its end; nil when there is none. A last line without an end is given too.
  package func next() throws -> [UInt8]? {
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer {
          start = end + 1
          searched = start
        }
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return nil }
        isTorn = true
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
      try fill()
    }
  }

  private func fill() throws {
    buffer.removeSubrange(..<start)
    searched -= start
    start = 0
    let block = 256 << 10
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: block))
    let count = try buffer.withUnsafeMutableBytes {
      try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[old...]))
    }
    buffer.removeSubrange((old + count)...)
    isAtEnd = count == 0
  }
}
