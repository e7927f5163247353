/// A part of a file in memory that moves along as it is asked for what lies further on.
struct FileWindow {
  private let file: InputFile
  /// How many bytes are read at a time, at least.
  private let reach: Int
  /// Nothing from here on may be asked for.
  private let end: Int64
  private(set) var buffer: [UInt8] = []
  private var start: Int64 = 0

  init(_ file: InputFile, reach: Int, end: Int64) {
    self.file = file
    self.reach = reach
    self.end = end
  }

  /// Makes `count` bytes from `offset` stand in `buffer` and returns where; nil when they reach over the end.
  mutating func load(at offset: Int64, count: Int) throws(ExportError) -> Int? {
    guard offset >= 0, offset <= end, end - offset >= count else { return nil }
    if offset < start || offset + Int64(count) > start + Int64(buffer.count) {
      let wanted = Int(min(end - offset, Int64(max(count, reach))))
      if buffer.count < wanted {
        buffer += [UInt8](repeating: 0, count: wanted - buffer.count)
      } else {
        buffer.removeLast(buffer.count - wanted)
      }
      let got = try buffer.fill(from: file, at: offset)
      buffer.removeLast(buffer.count - got)
      start = offset
      guard got >= count else { throw .archiveChanged(path: file.path) }
    }
    return Int(offset - start)
  }
}
