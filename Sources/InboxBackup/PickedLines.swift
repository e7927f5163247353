internal import Files
internal import JSONText

/// Reads what is asked for of the values of a file that holds one on each line: from the first line on, or from the last.
///
/// Every byte is checked. Memory: a block of lines and what was picked out of it, some 32 KiB, or the longest line. Used by
/// one thread at a time.
final class PickedLines {
  private let blocks: LineBlocks
  private let reader: JSONLineReader
  private let isReversed: Bool
  private var block: [JSONPieces] = []
  private var place = 0

  /// Whether the file's last line is not ended; known at the end of reading forwards.
  var isTorn: Bool { blocks.isTorn }

  /// - Throws: `cannotOpen`.
  init(
    _ path: String, _ picks: JSONPicks, _ direction: LineBlocks.Direction = .forwards
  ) throws(FilesError) {
    blocks = try LineBlocks(path, direction)
    reader = JSONLineReader(picks)
    isReversed = direction == .backwards
  }

  /// Of the next line; nil when there is none.
  ///
  /// - Throws: `FilesError`, `JSONError`.
  func next() throws -> JSONPieces? {
    if place == block.count {
      guard let next = try nextBlock() else { return nil }
      block = next
      place = 0
    }
    place += 1
    return block[isReversed ? block.count - place : place - 1]
  }

  /// Of the next lines, at least one, in the order of the file; nil when there are none.
  ///
  /// - Throws: `FilesError`, `JSONError`.
  func nextBlock() throws -> [JSONPieces]? {
    guard let block = try blocks.next() else { return nil }
    return try reader.pieces(of: block)
  }
}
