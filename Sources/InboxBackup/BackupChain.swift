internal import Files

/// The pointer and all manifests that it leads to, as far as they can be believed.
struct BackupChain {
  /// The newest first; only those whose hash is the one that was noted.
  private(set) var manifests: [BackupManifest] = []
  private(set) var pointer: BackupPointer?
  private(set) var problems: [BackupProblem] = []
  /// Bytes of pointer and manifests.
  private(set) var bytes: Int64 = 0

  var newest: BackupManifest? { manifests.first }

  /// - Throws: `BackupError.noSuchFolder`, `BackupError.notABackup`, `BackupError.newerFormat`, `FilesError` for what cannot be read.
  init(_ folder: BackupFolder) throws {
    try folder.checkThatItIsOne()
    let numbers = try folder.generations()
    guard Folder.hasItem(folder.file(BackupLayout.pointer)) || !numbers.isEmpty else {
      throw BackupError.notABackup(path: folder.path, reason: "it holds no generation")
    }
    var next: BackupManifest.Link?
    do {
      pointer = try folder.pointer()
      next = pointer.map { BackupManifest.Link(generation: $0.generation, sha256: $0.manifest) }
      bytes += folder.size(BackupLayout.pointer) ?? 0
      if pointer == nil {
        // A first run that was interrupted has no pointer yet, but still its work folder.
        guard try folder.hasLaterGeneration || !Folder.hasItem(folder.file(BackupLayout.work))
        else {
          throw BackupError.notABackup(
            path: folder.path, reason: "its first backup is not finished; run it again")
        }
        problems.append(.missing(BackupLayout.pointer))
      }
    } catch BackupError.damaged(let path, let reason) {
      problems.append(.damaged(path, reason))
    } catch let error as FilesError {
      problems.append(.damaged(BackupLayout.pointer, "\(error)"))
    }
    if next == nil { next = try Self.lastReadable(folder, numbers) }
    try follow(next, folder)
  }

  private mutating func follow(_ first: BackupManifest.Link?, _ folder: BackupFolder) throws {
    var next = first
    while let link = next {
      let name = BackupLayout.manifest(link.generation)
      next = nil
      guard folder.size(name) != nil else {
        problems.append(.missing(name))
        return
      }
      let contents: [UInt8]
      do throws(FilesError) {
        contents = try FileSource.contents(
          of: folder.file(name), limit: BackupFolder.manifestLimit)
      } catch {
        problems.append(.damaged(name, "it cannot be read"))
        return
      }
      bytes += Int64(contents.count)
      let isRight = SHA256.digest(of: contents.span) == link.sha256
      if !isRight { problems.append(.damaged(name, "its hash is not the one that was noted")) }
      let manifest: BackupManifest
      do throws(BackupError) {
        manifest = try BackupManifest(parsing: contents, path: name)
      } catch {
        if case .newerFormat = error, isRight { throw error }
        if isRight { problems.append(.damaged(name, "\(error)")) }
        return
      }
      if isRight { manifests.append(manifest) }
      // A link that leads forward would lead round in a circle.
      if let previous = manifest.previous, previous.generation < link.generation {
        next = previous
      }
    }
  }

  /// Without a pointer: the newest generation that has a manifest, believed as it stands.
  private static func lastReadable(
    _ folder: BackupFolder, _ numbers: [Int]
  ) throws -> BackupManifest.Link? {
    for number in numbers where folder.size(BackupLayout.manifest(number)) != nil {
      let contents = try FileSource.contents(
        of: folder.file(BackupLayout.manifest(number)), limit: BackupFolder.manifestLimit)
      return BackupManifest.Link(
        generation: number, sha256: SHA256.digest(of: contents.span))
    }
    return nil
  }
}

extension BackupProblem {
  static func missing(_ file: String) -> BackupProblem {
    BackupProblem(
      "backup-file-missing", .error, file: file,
      "\(file) is missing; restore it from a copy of the backup")
  }

  static func damaged(_ file: String, _ reason: String) -> BackupProblem {
    BackupProblem(
      "backup-file-damaged", .error, file: file,
      "\(file) is not what was written: \(reason); restore it from a copy of the backup")
  }
}
