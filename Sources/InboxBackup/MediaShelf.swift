internal import Files

/// Makes the files of media and puts them into place, on a queue of its own: the file system takes long for both, and the
/// backup's queue has other work.
actor MediaShelf {
  private let folder: BackupFolder
  /// In bytes, of one file.
  private let limit: Int64
  private nonisolated let executor = QueueExecutor(label: "media")
  /// Begun so far, for the names of files while they come in.
  private var count = 0

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  init(_ folder: BackupFolder, limit: Int64) {
    self.folder = folder
    self.limit = limit
  }

  /// - Throws: `FilesError`.
  func begin() throws -> MediaDownload {
    count += 1
    return try MediaDownload(
      folder.file("\(BackupLayout.work)/medium-\(count)"), limit: limit,
      operations: folder.operations)
  }

  /// What came in.
  ///
  /// - Throws: `FilesError`.
  func finish(_ download: MediaDownload) throws -> OutputFile.Receipt { try download.finish() }

  /// Puts the file where its hash says; the file system is synced later.
  ///
  /// - Throws: `FilesError`.
  func place(_ download: MediaDownload, _ receipt: OutputFile.Receipt) throws {
    let path = folder.file(BackupLayout.medium(receipt.sha256))
    try Folder.create(FilePath.folder(of: path))
    try download.place(as: path)
  }
}
