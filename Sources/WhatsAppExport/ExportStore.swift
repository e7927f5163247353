internal import Files

/// Where an export's files are. Any number of threads may open its entries.
protocol ExportStore: Sendable {
  /// Every file that could be of use, in rising order of `entry.index`, which may have gaps.
  var items: [ExportItem] { get }
  /// What was noticed while opening.
  var problems: [Problem] { get }
  /// Whether the files are entries of an archive, with sizes and checksums that can lie.
  var isPacked: Bool { get }
  /// The bytes of one of the entries, from the first.
  func open(_ entry: ExportEntry) throws(ExportError) -> any EntrySource
}

/// A file of an export with the folders it lies in.
struct ExportItem: Sendable, Equatable {
  let entry: ExportEntry
  /// The folders above it, outermost first.
  let folders: [String]
}

/// The bytes of one entry, for one thread.
protocol EntrySource: ByteSource {
  /// As `read`, with the error's type.
  func take(into buffer: UnsafeMutableRawBufferPointer) throws(ExportError) -> Int
}

extension EntrySource {
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try unsafe take(into: buffer)
  }

  /// Reads on until `limit` bytes are there or none are left.
  func bytes(upTo limit: Int) throws(ExportError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachChunk(of: min(limit, 1 << 16)) { chunk in
      bytes += chunk.prefix(limit - bytes.count)
      return bytes.count < limit
    }
    return bytes
  }

  /// Lends the bytes piece by piece, until `body` returns false or none are left.
  func forEachChunk(
    of size: Int, _ body: (ArraySlice<UInt8>) -> Bool
  ) throws(ExportError) {
    var chunk = [UInt8](repeating: 0, count: max(1, size))
    while true {
      var span = chunk.mutableSpan
      let count = try unsafe span.withUnsafeMutableBytes { (buffer) throws(ExportError) -> Int in
        try unsafe take(into: buffer)
      }
      guard count > 0, body(chunk[..<count]) else { return }
    }
  }
}
