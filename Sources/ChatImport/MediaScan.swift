internal import Files
internal import WhatsAppExport

/// Reads every file of an export to its end before anything of it is sent, so that a damaged one is found, and
/// learns hash and type of those that messages show.
///
/// Files of a folder have no checksum to compare with: of those that no message shows, only whether they can be
/// opened is looked at.
struct MediaScan: Sendable {
  /// How many threads read; unpacking, checksum and hash keep one core busy.
  private static let workers = 2
  /// Bytes below which a thread of its own is not worth its table of media types.
  private static let leastShare: Int64 = 4 << 20

  let archive: ExportArchive
  /// Index of the export.
  let source: Int
  let store: PlanStore
  let progress: (any ImportProgress)?

  /// - Throws: `ExportError` for a file that is damaged or changed.
  func run() async throws {
    if archive.media.isEmpty { return }
    let isPacked = archive.verifiableBytes > 0
    if !isPacked { try archive.verifyMedia() }
    let wanted = try store.entries(of: source)
    let entries = archive.media.filter { isPacked || wanted.contains($0.index) }
    progress?.began(
      .hashing, of: archive.path, totalBytes: entries.reduce(0) { $0 &+ $1.size },
      totalItems: entries.count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for share in Self.shares(of: entries) {
        group.addTask { try await MediaScanWorker(self, wanted).read(share) }
      }
      for try await _ in group {}
    }
  }

  /// Neighbours stay together, so that a disk reads straight on.
  private static func shares(of entries: [ExportEntry]) -> [[ExportEntry]] {
    let total = entries.reduce(0) { $0 &+ $1.size }
    let size = max(leastShare, total / Int64(workers) + 1)
    var shares: [[ExportEntry]] = []
    var room: Int64 = 0
    for entry in entries {
      if room <= 0 {
        shares.append([])
        room = size
      }
      shares[shares.count - 1].append(entry)
      room -= entry.size
    }
    return shares
  }
}

/// One of the threads.
private actor MediaScanWorker {
  private static let bufferSize = 256 * 1024

  private let scan: MediaScan
  private let wanted: Set<Int>
  private nonisolated let executor = QueueExecutor(label: "scan")
  private var buffer = [UInt8](repeating: 0, count: MediaScanWorker.bufferSize)
  private var head: [UInt8] = []

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// - Parameter wanted: indexes of the entries that messages show.
  init(_ scan: MediaScan, _ wanted: Set<Int>) {
    self.scan = scan
    self.wanted = wanted
  }

  /// - Parameter entries: in the archive's order.
  func read(_ entries: [ExportEntry]) throws {
    let types = entries.contains { wanted.contains($0.index) } ? try MediaTypeReader() : nil
    for entry in entries {
      let bytes = try scan.archive.openMedia(entry)
      if let types, wanted.contains(entry.index) {
        try scan.store.note(examine(bytes, types), of: entry.index, source: scan.source)
      } else {
        while try readChunk(of: bytes) > 0 {}
      }
      scan.progress?.advanced(bytes: 0, items: 1)
    }
  }

  private func examine(_ source: any ByteSource, _ types: MediaTypeReader) throws -> MediaKey {
    var hash = SHA256()
    var size: Int64 = 0
    head.removeAll(keepingCapacity: true)
    while case let count = try readChunk(of: source), count > 0 {
      let room = MediaTypeReader.wantedBytes - head.count
      if room > 0 { head += buffer[..<min(room, count)] }
      hash.update(buffer.span.extracting(0..<count))
      size += Int64(count)
    }
    return MediaKey(sha256: hash.finish(), size: size, mime: types.type(of: head.span))
  }

  private func readChunk(of source: any ByteSource) throws -> Int {
    try Task.checkCancellation()
    let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
    scan.progress?.advanced(bytes: Int64(count), items: 0)
    return count
  }
}
