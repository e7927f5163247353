internal import Files

/// Every file that the manifests name, once.
struct NamedFiles {
  struct Item: Sendable {
    let path: String
    let size: Int64
    let sha256: SHA256.Digest
    /// nil for media.
    let role: BackupManifest.Role?

    var isLines: Bool { role != nil }
  }

  private(set) var items: [Item] = []
  private var paths: Set<String> = []

  init(_ chain: BackupChain) {
    for manifest in chain.manifests {
      for file in manifest.files where paths.insert(file.path).inserted {
        items.append(
          Item(path: file.path, size: file.size, sha256: file.sha256, role: file.role))
      }
      for medium in manifest.addedMedia where paths.insert(medium.path).inserted {
        items.append(
          Item(path: medium.path, size: medium.size, sha256: medium.sha256, role: nil))
      }
      paths.insert(BackupLayout.manifest(manifest.generation))
    }
    paths.insert(BackupLayout.pointer)
    paths.insert(BackupLayout.deletions)
  }

  /// Files of the folder that no generation names; an unfinished generation is one.
  func strangers(in folder: BackupFolder, _ chain: BackupChain) throws(FilesError) -> [String] {
    let known = Set(chain.manifests.map { BackupLayout.generation($0.generation) })
    var found: [String] = []
    try walk("", folder, known, &found)
    return found
  }

  private func walk(
    _ name: String, _ folder: BackupFolder, _ known: Set<String>, _ found: inout [String]
  ) throws(FilesError) {
    for inner in try Folder.names(in: name.isEmpty ? folder.path : folder.file(name)) {
      let path = name.isEmpty ? inner : name + "/" + inner
      if paths.contains(path) { continue }
      let isFolder = Folder.isFolderItself(folder.file(path))
      let isUnfinished =
        path == BackupLayout.work || name == BackupLayout.generations && !known.contains(path)
      if isFolder, !isUnfinished {
        try walk(path, folder, known, &found)
      } else {
        found.append(path)
      }
    }
  }
}
