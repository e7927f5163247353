internal import Files
internal import InboxAPI

/// The end of a generation: from everything fetched to the moment when it counts.
extension BackupRun {
  func finish(_ generation: Generation) throws -> BackupResult {
    let store = generation.store
    try markChats(generation)
    let gone = try writeMarks(generation)
    try writeMedia(generation)
    try noteMissing(store)
    if let doubt = client.doubt {
      try store.add(BackupProblem(BackupManifest.listUnproven, .error, doubt))
    }
    var manifest = try manifest(of: generation)
    let isUnchanged = isUnchanged(manifest, generation)
    if isUnchanged {
      try store.commit()
    } else {
      dropInherited(&manifest, generation)
      let files = Set(manifest.files.map(\.path))
      try folder.removeFiles(in: BackupLayout.generation(generation.number), besides: files)
      try checkpoint(store)
      _ = try folder.publish(manifest)
    }
    // First, since a run that goes on looks for what it names.
    try folder.removeTree(BackupLayout.work)
    if isUnchanged { try folder.removeTree(BackupLayout.generation(generation.number)) }
    return BackupResult(
      generation: isUnchanged ? generation.base.number : generation.number,
      isFull: generation.isFull, isUnchanged: isUnchanged, chats: manifest.chats,
      messages: manifest.messages, newMessages: newMessages, changedMessages: changedMessages,
      goneMessages: gone, media: manifest.media, newMedia: newMedia, newMediaBytes: newMediaBytes,
      kinds: manifest.kinds, problems: manifest.problems)
  }

  // MARK: The last files

  /// Chats that the list has no more stay in the backup.
  private func markChats(_ generation: Generation) throws {
    for chat in generation.base.parts.keys {
      let isListed = try generation.store.activity(of: chat) != nil
      try generation.store.mark(chat: chat, isGone: !isListed)
    }
  }

  /// - Returns: how many messages were marked as gone.
  private func writeMarks(_ generation: Generation) throws -> Int {
    let noticed = finishTime
    var gone = 0
    try write("gone.jsonl", .gone, generation) { append in
      try generation.store.forEachNewMark { mark in
        if mark.id != nil, mark.isGone { gone += 1 }
        try append(mark.line(noticed: noticed))
      }
    }
    return gone
  }

  private func writeMedia(_ generation: Generation) throws {
    try write("media.jsonl", .media, generation) { append in
      try generation.store.forEachNewMedium { try append($0.line) }
    }
  }

  /// Writes a file of the generation, or none where it would be empty.
  private func write(
    _ name: String, _ role: BackupManifest.Role, _ generation: Generation,
    _ lines: ((_ line: [UInt8]) throws -> Void) throws -> Void
  ) throws {
    let path = BackupLayout.generation(generation.number) + "/" + name
    let output = try OutputFile(folder.file(path), access: .owner, operations: folder.operations)
    var items = 0
    try lines { line in
      try output.write(line.span)
      items += 1
    }
    guard items > 0 else { return }
    let receipt = try output.receipt()
    try output.commitUnsynced(as: folder.file(path))
    try generation.store.add(
      BackupManifest.File(
        path: path, role: role, subject: role.rawValue, items: items, size: receipt.size,
        sha256: receipt.sha256))
  }

  /// A problem for each file with other bytes than announced, and one for each reason why files are missing.
  private func noteMissing(_ store: CrawlProgress) throws {
    for (digest, reason) in try store.differingMedia() {
      try store.add(
        BackupProblem(
          "media-differs", .error, file: BackupLayout.medium(digest),
          "\(reason); they were kept: ask the provider which are right"))
    }
    for (state, reason, count) in try store.missingMedia() {
      let files = "\(count) \(count == 1 ? "file" : "files") that messages name"
      try store.add(
        state == .elsewhere
          ? BackupProblem("media-elsewhere", .warning, "\(files), not in the inbox: \(reason)")
          : BackupProblem(
            "media-lost", .error, "\(files), not to be had: \(reason); media.jsonl names them"))
    }
  }

  // MARK: The manifest

  private func manifest(of generation: Generation) throws -> BackupManifest {
    let store = generation.store
    let base = generation.base
    let own = try store.files()
    let replaced = Set(
      own.filter { $0.role == .chats || $0.role == .resource }.map { "\($0.role) \($0.subject)" })
    let inherited = (base.manifest?.files ?? []).filter {
      !replaced.contains("\($0.role) \($0.subject)")
    }
    let files = inherited + own
    let media = try store.storedMedia()
    return BackupManifest(
      generation: generation.number, isFull: generation.isFull, inboxKey: inboxKey,
      begun: try store.text("begun") ?? "", finished: finishTime, tool: options.tool,
      previous: base.pointer.map {
        BackupManifest.Link(generation: $0.generation, sha256: $0.manifest)
      },
      chats: files.filter { $0.role == .chats }.reduce(0) { $0 + $1.items },
      messages: files.filter { $0.role == .messages }.reduce(0) { $0 + $1.items },
      media: media.count, mediaBytes: media.bytes, kinds: try store.kinds(),
      leftOut: try store.leftOut(), problems: try store.problems(), files: files,
      addedMedia: try store.addedMedia())
  }

  /// Files with the bytes that the last generation has already are not kept twice.
  private func dropInherited(_ manifest: inout BackupManifest, _ generation: Generation) {
    for index in manifest.files.indices {
      let file = manifest.files[index]
      guard let old = generation.base.file(file.role, file.subject), isEqual(file, old),
        old.path != file.path
      else { continue }
      manifest.files[index] = old
    }
  }

  private func isEqual(_ file: BackupManifest.File, _ old: BackupManifest.File) -> Bool {
    (file.role == .chats || file.role == .resource) && file.sha256 == old.sha256
      && file.size == old.size
  }

  /// Whether the generation would say what the last one says.
  private func isUnchanged(_ manifest: BackupManifest, _ generation: Generation) -> Bool {
    guard let base = generation.base.manifest else { return false }
    let inherited = Set(base.files.map(\.path))
    let own = manifest.files.filter { !inherited.contains($0.path) }
    return manifest.kinds == base.kinds && manifest.problems == base.problems
      && own.allSatisfy { file in
        generation.base.file(file.role, file.subject).map { isEqual(file, $0) } ?? false
      }
  }
}
