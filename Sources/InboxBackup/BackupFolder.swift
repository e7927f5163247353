package import Files
internal import Glibc

/// A backup folder, as far as names, pointer and manifests go.
package struct BackupFolder: Sendable {
  package let path: String
  let operations: FileOperations

  package init(_ path: String, operations: FileOperations = .system) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.operations = operations
  }

  /// A manifest may be large, but not without end.
  static let manifestLimit = 1 << 30

  func file(_ name: String) -> String { path + "/" + name }

  /// Whether a manifest's path stays inside the folder: names from outside are not trusted.
  static func isInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } && !path.utf8.contains(0)
  }

  /// - Throws: `BackupError.noSuchFolder`, `BackupError.notABackup` for what is no folder.
  func checkThatItIsOne() throws(BackupError) {
    guard !Folder.isFolder(path) else { return }
    throw Folder.hasItem(path)
      ? .notABackup(path: path, reason: "it is no folder") : .noSuchFolder(path: path)
  }

  /// Numbers of the generations that have a folder, the highest first.
  func generations() throws(FilesError) -> [Int] {
    let path = file(BackupLayout.generations)
    guard Folder.isFolderItself(path) else { return [] }
    return try Folder.names(in: path).compactMap { Int($0) }.filter { $0 > 0 }.sorted(by: >)
  }

  /// Whether a generation behind the first has begun, so that the first is finished.
  var hasLaterGeneration: Bool {
    get throws(FilesError) { try generations().first ?? 0 > 1 }
  }

  /// Whether there is anything of a backup: a pointer, a generation, or an unfinished one.
  var looksLikeBackup: Bool {
    [BackupLayout.pointer, BackupLayout.generations, BackupLayout.work].contains {
      Folder.hasItem(file($0))
    }
  }

  /// Whether the folder is a backup of ours, perhaps a damaged one, and not merely one with such names in it.
  package var isBackup: Bool {
    if size(BackupLayout.manifest(1)) != nil || size(BackupLayout.progress) != nil { return true }
    let start = try? FileSource.beginning(of: file(BackupLayout.pointer), count: 64)
    return start.map { BackupPointer.isOurs($0) } ?? false
  }

  /// The backup that a path leads into, whether or not there is anything at its end; nil where it leads into none.
  package static func around(_ path: String) -> String? {
    var place = path
    var resolved = realpath(place, nil)
    while resolved == nil, place != ".", place != "/" {
      place = FilePath.folder(of: place)
      resolved = realpath(place, nil)
    }
    guard let resolved else { return nil }
    defer { free(resolved) }
    var folder = String(cString: resolved)
    while folder != "/" {
      if BackupFolder(folder).isBackup { return folder }
      folder = FilePath.folder(of: folder)
    }
    return nil
  }

  /// Nothing is written through a link that somebody put into the folder.
  ///
  /// - Throws: `BackupError.damaged`.
  func refuseLinks() throws(BackupError) {
    for name in [BackupLayout.generations, BackupLayout.media, BackupLayout.work]
    where Folder.hasItem(file(name)) && !Folder.isFolderItself(file(name)) {
      throw .damaged(path: name, reason: "it is a link or no folder, and nothing is written there")
    }
  }

  /// The pointer; nil where there is none.
  ///
  /// - Throws: `BackupError`, `FilesError`.
  package func pointer() throws -> BackupPointer? {
    guard Folder.hasItem(file(BackupLayout.pointer)) else { return nil }
    let bytes = try FileSource.contents(
      of: file(BackupLayout.pointer), limit: BackupPointer.limitInBytes)
    switch BackupPointer.read(bytes) {
    case .pointer(let pointer): return pointer
    case .newer(let version):
      throw BackupError.newerFormat(path: path, found: version, known: BackupLayout.version)
    case .damaged(let reason):
      throw BackupError.damaged(path: BackupLayout.pointer, reason: reason)
    }
  }

  /// The manifest of one generation, whose hash is known from what points to it.
  ///
  /// - Throws: `BackupError`, `FilesError`.
  package func manifest(_ generation: Int, sha256: SHA256.Digest) throws -> BackupManifest {
    let name = BackupLayout.manifest(generation)
    let bytes = try FileSource.contents(of: file(name), limit: Self.manifestLimit)
    guard SHA256.digest(of: bytes.span) == sha256 else {
      throw BackupError.damaged(path: name, reason: "its hash is not the one that was noted")
    }
    let manifest = try BackupManifest(parsing: bytes, path: name)
    guard manifest.generation == generation else {
      throw BackupError.damaged(path: name, reason: "it is of another generation")
    }
    return manifest
  }

  /// Writes a generation's manifest and lets the pointer show to it: the moment from which it counts. Everything that
  /// it names is on the disk already.
  func publish(_ manifest: BackupManifest) throws -> BackupPointer {
    let bytes = manifest.json
    let output = try OutputFile(
      file(BackupLayout.manifest(manifest.generation)), access: .owner, operations: operations)
    try output.write(bytes.span)
    let receipt = try output.commit()
    // The names above it, down from the backup folder itself.
    try operations.syncFolder(of: file(BackupLayout.generation(manifest.generation)))
    try operations.syncFolder(of: file(BackupLayout.generations))
    let pointer = BackupPointer(generation: manifest.generation, manifest: receipt.sha256)
    let head = try OutputFile(file(BackupLayout.pointer), access: .owner, operations: operations)
    try head.write(Array(pointer.text.utf8).span)
    try head.commit()
    return pointer
  }

  /// Size of a regular file that is no link; nil where there is none.
  func size(_ name: String) -> Int64? {
    var status = stat()
    guard lstat(file(name), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int64(status.st_size)
  }
}
