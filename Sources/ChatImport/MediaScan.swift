internal import Files
internal import WhatsAppExport

/// Reads every file of an export to its end before anything of it is sent, so that a damaged one is found, and
/// learns hash and type of those that messages show.
///
/// Files of a folder have no checksum to compare with: of those that no message shows, only whether they can be
/// opened is looked at.
struct MediaScan {
  private static let bufferSize = 256 * 1024

  let archive: ExportArchive
  /// Index of the export.
  let source: Int
  let store: PlanStore
  let progress: (any ImportProgress)?

  /// - Throws: `ExportError` for the first file that is damaged or changed.
  func run() throws {
    let wanted = try store.entries(of: source)
    let isPacked = archive.verifiableBytes > 0
    let entries = archive.media.filter { isPacked || wanted.contains($0.index) }
    if archive.media.isEmpty { return }
    progress?.began(
      .hashing, of: archive.path, totalBytes: entries.reduce(0) { $0 &+ $1.size },
      totalItems: entries.count)
    let types = wanted.isEmpty ? nil : try MediaTypeReader()
    let reader = try archive.makeMediaReader()
    var buffer = [UInt8](repeating: 0, count: Self.bufferSize)
    for entry in archive.media {
      let bytes = try reader.open(entry)
      if let types, wanted.contains(entry.index) {
        let content = try examine(bytes, types, &buffer)
        try store.note(content, of: entry.index, source: source)
      } else if isPacked {
        while try read(bytes, into: &buffer) > 0 {}
      } else {
        continue
      }
      progress?.advanced(bytes: 0, items: 1)
    }
  }

  private func examine(
    _ source: any ByteSource, _ types: MediaTypeReader, _ buffer: inout [UInt8]
  ) throws -> MediaKey {
    var hash = SHA256()
    var head: [UInt8] = []
    var size: Int64 = 0
    while case let count = try read(source, into: &buffer), count > 0 {
      let room = MediaTypeReader.wantedBytes - head.count
      if room > 0 { head += buffer[..<min(room, count)] }
      hash.update(buffer.span.extracting(0..<count))
      size += Int64(count)
    }
    return MediaKey(sha256: hash.finish(), size: size, mime: types.type(of: head.span))
  }

  private func read(_ source: any ByteSource, into buffer: inout [UInt8]) throws -> Int {
    try Task.checkCancellation()
    let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
    progress?.advanced(bytes: Int64(count), items: 0)
    return count
  }
}
