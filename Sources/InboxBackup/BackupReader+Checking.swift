internal import Files

extension BackupReader {
  private static let blockSize = 256 << 10

  /// How many bytes `check` reads.
  package func size(ofChats chats: Set<String>) -> Int64 {
    files(of: chats).reduce(0) { $0 + $1.size }
  }

  /// Messages of a chat, as the manifest counts them.
  package func count(of chat: String) -> Int {
    parts[chat, default: []].filter { $0.role == .messages }.reduce(0) { $0 + $1.items }
  }

  /// Reads every file of lines that is needed for some chats, and compares it with the manifest. Media are compared by
  /// whoever reads them.
  ///
  /// - Parameter progress: is told how many bytes were read; what it throws ends the check.
  /// - Throws: `BackupError.damaged` for the first file that is not what was written.
  package func check(chats: Set<String>, progress: (Int64) throws -> Void) throws {
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    for file in files(of: chats) {
      guard let size = folder.size(file.path) else {
        throw BackupError.damaged(path: file.path, reason: "it is missing")
      }
      guard size == file.size else {
        throw BackupError.damaged(path: file.path, reason: "it has another size")
      }
      let source = try FileSource(folder.file(file.path))
      var hash = SHA256()
      while case let count = try block.withUnsafeMutableBytes({ try source.read(into: $0) }),
        count > 0
      {
        hash.update(block.span.extracting(0..<count))
        try progress(Int64(count))
      }
      guard hash.finish() == file.sha256 else {
        throw BackupError.damaged(path: file.path, reason: "its hash is not the one that was noted")
      }
    }
  }

  private func files(of chats: Set<String>) -> [BackupManifest.File] {
    manifest.files.filter {
      ($0.role != .messages && $0.role != .changes) || chats.contains($0.subject)
    }
  }
}
