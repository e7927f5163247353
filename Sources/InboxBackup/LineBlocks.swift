internal import Files

/// Reads a file of lines in blocks of whole lines, from its beginning or from its end.
///
/// Memory: 16 KiB and the longest line. Used by one thread at a time.
final class LineBlocks {
  enum Direction { case forwards, backwards }

  private static let blockSize = 16 << 10

  private let source: FileSource
  private let direction: Direction
  /// What is still to be read.
  private var unread: Range<Int64>
  /// The part of a line of which the rest was not read yet.
  private var part: [UInt8] = []
  /// Whether the file's last line is not ended; known at the end of reading forwards.
  private(set) var isTorn = false

  /// - Throws: `cannotOpen`.
  init(_ path: String, _ direction: Direction = .forwards) throws(FilesError) {
    source = try FileSource(path)
    self.direction = direction
    unread = 0..<source.size
  }

  /// The next lines with their ends, in the order of the file; the file's last line may have none. nil when there are no more.
  ///
  /// - Throws: `cannotRead`.
  func next() throws(FilesError) -> [UInt8]? {
    switch direction {
    case .forwards: try nextForwards()
    case .backwards: try nextBackwards()
    }
  }

  private func nextForwards() throws(FilesError) -> [UInt8]? {
    var block = part
    part = []
    while !unread.isEmpty {
      let known = block.count
      let count = nextCount(beside: known)
      block = try source.bytes(from: unread.lowerBound, count: count, behind: block)
      unread = unread.lowerBound + Int64(count)..<unread.upperBound
      if let end = block[known...].lastIndex(of: Self.lineEnd) {
        part = Array(block[(end + 1)...])
        block.removeLast(part.count)
        return block
      }
    }
    if block.isEmpty { return nil }
    isTorn = true
    return block
  }

  private func nextBackwards() throws(FilesError) -> [UInt8]? {
    var block = part
    part = []
    while !unread.isEmpty {
      let count = nextCount(beside: block.count)
      let start = unread.upperBound - Int64(count)
      block = try source.bytes(from: start, count: count, before: block)
      unread = unread.lowerBound..<start
      // The line before the first end may begin further ahead. An end at the very end ends that line.
      if !unread.isEmpty,
        let end = block[..<min(count, block.count - 1)].firstIndex(of: Self.lineEnd)
      {
        part = Array(block[...end])
        block.removeFirst(part.count)
        return block
      }
    }
    return block.isEmpty ? nil : block
  }

  private static let lineEnd = UInt8(ascii: "\n")

  /// Long lines are read in growing steps.
  private func nextCount(beside known: Int) -> Int {
    Int(min(Int64(max(Self.blockSize, known)), unread.upperBound - unread.lowerBound))
  }
}

extension LineBlocks {
  /// Lends every line without its end, and says where in the file it begins. For reading forwards.
  func forEachLine(_ body: (_ line: ArraySlice<UInt8>, _ start: Int64) throws -> Void) throws {
    var start: Int64 = 0
    while let block = try next() {
      var rest = block[...]
      while !rest.isEmpty {
        let line = rest.prefix { $0 != Self.lineEnd }
        try body(line, start + Int64(line.startIndex))
        rest = rest[line.endIndex...].dropFirst()
      }
      start += Int64(block.count)
    }
  }
}
