internal import Files

extension BackupReader {
  /// How many bytes `check` reads.
  package func size(ofChats chats: Set<String>) -> Int64 {
    files(of: chats).reduce(0) { $0 + $1.size }
  }

  /// Messages of a chat, as the manifest counts them.
  package func count(of chat: String) -> Int {
    parts[chat, default: []].filter { $0.role == .messages }.reduce(0) { $0 + $1.items }
  }

  /// Reads every file of lines that is needed for some chats, on two threads, and compares it with the manifest. Media are
  /// compared by whoever reads them.
  ///
  /// - Parameter progress: is told how many bytes were read; what it throws ends the check.
  /// - Throws: `BackupError.damaged` for the first file that is not what was written.
  package func check(
    chats: Set<String>, progress: @escaping @Sendable (Int64) throws -> Void
  ) throws {
    let files = files(of: chats)
    let folder = folder
    try TwoThreads.perform(files.count) {
      let digester = FileDigester()
      return { number in
        let file = files[number]
        guard let size = folder.size(file.path) else {
          throw BackupError.damaged(path: file.path, reason: "it is missing")
        }
        guard size == file.size else {
          throw BackupError.damaged(path: file.path, reason: "it has another size")
        }
        guard try digester.digest(of: folder.file(file.path), advanced: progress) == file.sha256
        else {
          throw BackupError.damaged(
            path: file.path, reason: "its hash is not the one that was noted")
        }
      }
    }
  }

  private func files(of chats: Set<String>) -> [BackupManifest.File] {
    manifest.files.filter {
      ($0.role != .messages && $0.role != .changes) || chats.contains($0.subject)
    }
  }
}
