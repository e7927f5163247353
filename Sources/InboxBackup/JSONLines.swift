internal import Files
internal import JSONText

/// Reads the values of a file that holds one on each line, the first line first.
///
/// Memory: 16 KiB, or the longest line. Used by one thread at a time.
final class JSONLines {
  private let blocks: LineBlocks
  private var block: ArraySlice<UInt8> = []

  /// Whether the file's last line is not ended; known at the end.
  var isTorn: Bool { blocks.isTorn }

  /// - Throws: `cannotOpen`.
  init(_ path: String) throws(FilesError) { blocks = try LineBlocks(path) }

  /// The value of the next line; nil when there is none.
  ///
  /// - Throws: `FilesError`, `JSONError`.
  func next() throws -> JSONValue? {
    if block.isEmpty {
      guard let next = try blocks.next() else { return nil }
      block = next[...]
    }
    let line = block.prefix { $0 != UInt8(ascii: "\n") }
    block = block[line.endIndex...].dropFirst()
    return try JSONValue(parsing: Array(line))
  }
}
