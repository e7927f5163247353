internal import Files
internal import JSONText
internal import SQLiteStore

/// The generation that a new one builds on; for the first there is none.
struct BackupBase {
  let folder: BackupFolder
  let pointer: BackupPointer?
  let manifest: BackupManifest?
  /// Files of messages by chat, in the order of the generations.
  let parts: [String: [BackupManifest.File]]

  var number: Int { pointer?.generation ?? 0 }

  /// - Throws: `BackupError` when the folder is of something or somebody else, or the last generation lacks a file of
  ///   its own: nothing is built on ruins.
  init(_ folder: BackupFolder, inboxKey: InboxKey) throws {
    self.folder = folder
    pointer = try folder.pointer()
    guard let pointer else {
      let names = try Folder.names(in: folder.path)
      guard names.isEmpty || folder.looksLikeBackup else {
        throw BackupError.folderTaken(path: folder.path)
      }
      // The work folder is the last thing that a run removes.
      if Folder.hasItem(folder.file(BackupLayout.generations)),
        try !Folder.hasItem(folder.file(BackupLayout.work)) || folder.hasLaterGeneration
      {
        throw BackupError.damaged(path: BackupLayout.pointer, reason: "it is missing")
      }
      manifest = nil
      parts = [:]
      return
    }
    let manifest = try folder.manifest(pointer.generation, sha256: pointer.manifest)
    guard manifest.inboxKey == inboxKey else {
      throw BackupError.otherInbox(path: folder.path, server: manifest.inboxKey.description)
    }
    var parts: [String: [BackupManifest.File]] = [:]
    for file in manifest.files {
      guard let size = folder.size(file.path) else {
        throw BackupError.damaged(path: file.path, reason: "it is missing")
      }
      guard size == file.size else {
        throw BackupError.damaged(path: file.path, reason: "it has another size")
      }
      if file.role == .messages || file.role == .changes {
        parts[file.subject, default: []].append(file)
      }
    }
    self.manifest = manifest
    self.parts = parts
  }

  /// The file of a role and subject that counts: the last one.
  func file(_ role: BackupManifest.Role, _ subject: String) -> BackupManifest.File? {
    manifest?.files.last { $0.role == role && $0.subject == subject }
  }

  /// Notes which media the backup has, and which messages are marked as gone.
  ///
  /// A file that is no longer there is fetched again, and one that the server did not give is asked for again.
  func load(into store: CrawlProgress) throws {
    let put = try store.database.prepare(
      "INSERT OR REPLACE INTO medium VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)")
    for file in manifest?.files ?? [] where file.role == .media {
      let lines = try JSONLines(folder.file(file.path))
      while let line = try lines.next() {
        var medium = try MediumRecord(line)
        medium.askAgain(folder)
        try medium.bind(to: put)
        try put.run()
      }
    }
    let gone = try store.database.prepare("INSERT OR REPLACE INTO gone VALUES (?, ?, ?, 0)")
    for file in manifest?.files ?? [] where file.role == .gone {
      let lines = try JSONLines(folder.file(file.path))
      while let line = try lines.next() {
        let mark = try GoneMark(line)
        try gone.bind(mark.chat, at: 1)
        try gone.bind(mark.id ?? "", at: 2)
        try gone.bind(mark.isGone ? 1 : 0, at: 3)
        try gone.run()
      }
    }
  }
}
