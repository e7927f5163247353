internal import Files
internal import InboxAPI
internal import JSONText

/// Kinds of things besides chats and messages, each in one file.
extension BackupRun {
  func read(_ kind: ResourceKind, _ generation: Generation) async throws {
    progress?.began("listing", of: kind.name, item: "row", totalItems: 0, totalBytes: 0)
    let output = try resourceFile(kind.name, generation)
    var filter = SecretFilter(plan.kind)
    var walk = client.rows(of: kind.operation, kind.style, key: { kind.key(of: $0) })
    var count = 0
    while true {
      let page: [JSONValue]?
      do throws(APIError) {
        page = try await walk.next(isolation: #isolation)
      } catch {
        return try await giveUp(kind.name, kind.operation, error, generation)
      }
      guard let page else { break }
      try write(page, &filter, to: output)
      if let each = kind.each {
        for id in page.compactMap({ $0["id"]?.int }) {
          try generation.store.wantEach(each, String(id))
        }
      }
      count += page.count
      progress?.advanced(bytes: 0, items: page.count)
    }
    try keep(output, kind.name, kind.operation, items: count, filter, generation)
  }

  private func resourceFile(_ name: String, _ generation: Generation) throws -> OutputFile {
    let path = folder.file(path(of: name, generation))
    try Folder.create(FilePath.folder(of: path))
    return try OutputFile(path, access: .owner, operations: folder.operations)
  }

  private func path(of name: String, _ generation: Generation) -> String {
    "\(BackupLayout.generation(generation.number))/resources/\(name).jsonl"
  }

  private func write(_ rows: [JSONValue], _ filter: inout SecretFilter, to output: OutputFile)
    throws
  {
    try Task.checkCancellation()
    for row in rows { try output.write(filter.line(row).span) }
  }

  private func keep(
    _ output: OutputFile, _ name: String, _ operation: ReadOperation, items: Int,
    _ filter: SecretFilter, _ generation: Generation
  ) throws {
    let store = generation.store
    let receipt = try output.receipt()
    try output.commitUnsynced(as: output.path)
    try store.add(
      BackupManifest.File(
        path: path(of: name, generation), role: .resource, subject: name, items: items,
        size: receipt.size, sha256: receipt.sha256))
    try store.add(BackupManifest.Kind(name: name, operation: operation.name, items: items))
    try store.add(filter, of: name)
  }

  /// A kind that the server refuses or fails at does not keep the rest from being read.
  private func giveUp(
    _ name: String, _ operation: ReadOperation, _ error: APIError, _ generation: Generation
  ) async throws {
    if error.isFailureOfServer {
      kindsFailed += 1
      if kindsFailed == Self.failuresToStop { throw error }
      try generation.store.add(
        BackupProblem(
          "kind-unavailable", .error,
          "\(name) cannot be read, and stays as it was in the last backup: \(error)"))
    } else if try await !client.isOfOneItem(error) {
      throw error
    }
    try refuse(name, operation, error, generation)
  }

  /// What the inbox does not offer, or not to this user, is no failure; but it is said.
  private func refuse(
    _ name: String, _ operation: ReadOperation, _ error: APIError, _ generation: Generation
  ) throws {
    try generation.store.add(
      BackupManifest.Kind(
        name: name, operation: operation.name, items: 0, refusal: error.shortReason))
  }

  // MARK: One by one

  /// Things that are shown one at a time only, by ids that were found on the way.
  func read(_ kind: EachKind, _ generation: Generation) async throws {
    let store = generation.store
    progress?.began("listing", of: kind.name, item: "row", totalItems: 0, totalBytes: 0)
    let output = try resourceFile(kind.name, generation)
    var filter = SecretFilter(plan.kind)
    var count = 0
    var lastRefusal: APIError?
    try await kind.forEachAnswer(wantedIn: store, from: client, jobs: options.jobs) { _, answer in
      switch answer {
      case .success(let row):
        try write([row], &filter, to: output)
        count += 1
      case .failure(let error): lastRefusal = error
      }
    }
    if count == 0, let lastRefusal {
      try refuse(kind.name, kind.operation, lastRefusal, generation)
    } else {
      if kind.isFoundInMessages, !generation.isFull {
        count += try takeOver(kind, to: output, generation)
      }
      try keep(output, kind.name, kind.operation, items: count, filter, generation)
    }
  }

  /// Writes the rows of the base that were not asked for again, and counts them.
  private func takeOver(
    _ kind: EachKind, to output: OutputFile, _ generation: Generation
  ) throws -> Int {
    guard let file = generation.base.file(.resource, kind.name) else { return 0 }
    var count = 0
    let lines = try JSONLines(folder.file(file.path))
    while let row = try lines.next() {
      guard let id = row["id"]?.int, !(try generation.store.isWanted(kind.name, String(id)))
      else { continue }
      try output.write((Array(row.raw) + [UInt8(ascii: "\n")]).span)
      count += 1
    }
    return count
  }

  // MARK: The photo

  static let photo = "profile_photo"

  func readPhoto(_ operation: ReadOperation, _ generation: Generation) async throws {
    let download = try MediaDownload(
      folder.file(BackupLayout.work + "/photo"), limit: options.mediumLimitInBytes,
      operations: folder.operations)
    do throws(APIError) {
      try await client.file(
        of: operation, restart: { try download.restart() },
        receive: { try download.take($0) })
    } catch {
      return try await giveUp(Self.photo, operation, error, generation)
    }
    try keep(download, operation, generation)
  }

  private func keep(
    _ photo: MediaDownload, _ operation: ReadOperation, _ generation: Generation
  ) throws {
    let receipt = try photo.finish()
    let target = folder.file(BackupLayout.medium(receipt.sha256))
    try Folder.create(FilePath.folder(of: target))
    try photo.place(as: target)
    try generation.store.putPhoto(Self.photo, receipt)
    try generation.store.add(
      BackupManifest.Kind(name: Self.photo, operation: operation.name, items: 1))
  }
}

extension APIError {
  /// `status 404`: enough for a manifest, which speaks of the operation already.
  var shortReason: String {
    switch self {
    case .tokenRefused(_, let status, _), .refused(_, let status, _),
      .notAvailable(_, let status, _):
      "status \(status)"
    default: description
    }
  }
}
