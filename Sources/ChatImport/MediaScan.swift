internal import Files
internal import WhatsAppExport

/// Reads every file of an archive to its end before anything of it is sent, so that a damaged one is found.
///
/// Files of a folder have no checksum to compare with: only whether they can be opened is looked at.
struct MediaScan: Sendable {
  /// How many threads read; unpacking and checksum keep one core busy.
  private static let workers = 2
  /// Bytes below which a thread of its own is not worth its start.
  private static let leastShare: Int64 = 4 << 20

  let archive: ExportArchive
  let progress: (any ImportProgress)?

  /// - Throws: `ExportError` for a file that is damaged or changed.
  func run() async throws {
    guard archive.verifiableBytes > 0 else { return try archive.verifyMedia() }
    progress?.began(
      .verifying, of: archive.path, totalBytes: archive.verifiableBytes,
      totalItems: archive.media.count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for share in Self.shares(of: archive.media) {
        group.addTask { try await MediaReader([archive]).read(share, progress) }
      }
      try await group.waitForAll()
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
