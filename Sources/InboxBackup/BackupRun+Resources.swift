internal import Files
internal import InboxAPI
internal import JSONText

/// Kinds of things besides chats and messages, each in one file.
extension BackupRun {
  func read(_ kind: ResourceKind, _ generation: Generation) async throws {
    progress?.began("listing", of: kind.name, item: "row", totalItems: 0, totalBytes: 0)
    var rows = try newRows(kind.name, kind.operation, generation)
    var walk = client.rows(of: kind.operation, kind.style, key: { kind.key(of: $0) })
    while true {
      let page: [JSONValue]?
      do throws(APIError) {
        page = try await walk.next(isolation: #isolation)
      } catch {
        return try await giveUp(kind.name, kind.operation, rows, error, generation)
      }
      guard let page else { break }
      try rows.write(page)
      if let each = kind.each {
        for id in page.compactMap(\.idText) { try generation.store.wantEach(each, id) }
      }
      progress?.advanced(bytes: 0, items: page.count)
    }
    try keep(rows, generation)
  }

  private func newRows(
    _ name: String, _ operation: ReadOperation, _ generation: Generation
  ) throws -> ResourceRows {
    let path = folder.file(path(of: name, generation))
    try Folder.create(FilePath.folder(of: path))
    let output = try OutputFile(path, access: .owner, operations: folder.operations)
    return ResourceRows(name, operation, to: output, SecretFilter(plan.kind))
  }

  private func path(of name: String, _ generation: Generation) -> String {
    "\(BackupLayout.generation(generation.number))/resources/\(name).jsonl"
  }

  /// - Parameter refusal: why these are not all rows that there are; nil where they are.
  private func keep(
    _ rows: ResourceRows, _ generation: Generation, refusal: String? = nil
  ) throws {
    if refusal == nil { try hasAnswered(generation) }
    let store = generation.store
    let receipt = try rows.output.receipt()
    try rows.output.commitUnsynced(as: rows.output.path)
    try store.add(
      BackupManifest.File(
        path: path(of: rows.name, generation), role: .resource, subject: rows.name,
        items: rows.count, size: receipt.size, sha256: receipt.sha256))
    try store.add(
      BackupManifest.Kind(
        name: rows.name, operation: rows.operation.name, items: rows.count, refusal: refusal))
    try store.add(leftOut: rows.filter.leftOut, of: rows.name)
  }

  // MARK: Kinds that are not to be had

  /// A kind that the server does not give, or not to its end, does not keep the rest from being read.
  private func giveUp(
    _ name: String, _ operation: ReadOperation, _ rows: ResourceRows?, _ error: APIError,
    _ generation: Generation
  ) async throws {
    let item = FailedItem(try await client.failure(error), error)
    try giveUp(
      FailedKind(name: name, operation: operation, rows: rows, item: item), generation)
  }

  private func giveUp(_ kind: FailedKind, _ generation: Generation) throws {
    if kindsInARow.add(kind.item.failure) { throw kind.item.error }
    if kind.item.failure == .failed {
      // Where the server turns out to fail altogether, nothing was learnt of the kind.
      failedKinds.append(kind)
    } else {
      try noteFailedKinds(generation)
      try note(kind, generation)
    }
  }

  private func hasAnswered(_ generation: Generation) throws {
    _ = kindsInARow.add(nil)
    try noteFailedKinds(generation)
  }

  /// The server gives other things: what it failed at are those kinds alone.
  func noteFailedKinds(_ generation: Generation) throws {
    let kinds = failedKinds
    failedKinds = []
    for kind in kinds { try note(kind, generation) }
  }

  private func note(_ kind: FailedKind, _ generation: Generation) throws {
    var refusal = kind.item.error.shortReason
    if let count = kind.rows?.count, count > 0 { refusal += ", after \(count) rows" }
    let kept = generation.base.file(.resource, kind.name)
    let keptRows = kept?.items ?? 0
    if !kind.isNotOffered || keptRows > 0 {
      let fate =
        kept != nil
        ? "cannot be read, and stays as it was in the last backup"
        : kind.rows?.count ?? 0 > 0 ? "cannot be read to the end" : "cannot be read"
      let advice =
        kind.isNotOffered
        ? "the inbox offers it no more, and nothing needs to be done"
        : kind.item.failure == .forbidden
          ? "use the token of a user who may see it"
          : "run the command again, and ask the provider if it stays so"
      try generation.store.add(
        BackupProblem(
          "kind-unavailable", kind.isNotOffered ? .warning : .error,
          "\(kind.name) \(fate) (\(refusal)); \(advice)"))
    }
    if let rows = kind.rows, rows.count > 0, kept == nil {
      try keep(rows, generation, refusal: refusal)
    } else {
      try generation.store.add(
        BackupManifest.Kind(
          name: kind.name, operation: kind.operation.name, items: keptRows,
          refusal: refusal))
    }
  }

  // MARK: One by one

  /// Things that are shown one at a time only, by ids that were found on the way.
  func read(_ kind: EachKind, _ generation: Generation) async throws {
    progress?.began("listing", of: kind.name, item: "row", totalItems: 0, totalBytes: 0)
    var rows = try newRows(kind.name, kind.operation, generation)
    var failures: [(id: String, item: FailedItem)] = []
    try await kind.forEachAnswer(
      wantedIn: generation.store, from: client, jobs: options.jobs
    ) { id, answer in
      switch answer {
      case .success(let row): try rows.write([row])
      case .failure(let item): failures.append((id, item))
      }
    }
    // What is not there any more is no failure.
    let lost = failures.filter { !$0.item.failure.isNotThere }
    if rows.count == 0,
      let item = (lost.first ?? failures.first { $0.item.failure.isNotOffered })?.item
    {
      return try giveUp(
        FailedKind(name: kind.name, operation: kind.operation, rows: rows, item: item), generation)
    }
    for (id, item) in lost { try note(item, of: kind, id, generation) }
    try takeOver(kind, besides: Set(lost.map(\.id)), to: &rows, generation)
    try keep(rows, generation)
  }

  private func note(
    _ item: FailedItem, of kind: EachKind, _ id: String, _ generation: Generation
  ) throws {
    let reason = item.error.shortReason
    try generation.store.add(
      kind.isOfChats
        ? BackupProblem(
          "item-unavailable", .error, file: generation.messages(of: id),
          "\(kind.name) of a chat cannot be read (\(reason)); run the command again")
        : BackupProblem(
          "item-unavailable", .error,
          "\(kind.name) of \(id) cannot be read (\(reason)); run the command again"))
  }

  /// Writes the rows of the base that were not asked for again, or in vain.
  ///
  /// - Parameter lost: ids that were asked for in vain.
  private func takeOver(
    _ kind: EachKind, besides lost: Set<String>, to rows: inout ResourceRows,
    _ generation: Generation
  ) throws {
    let store = generation.store
    let parent = plan.lists.first { $0.each == kind.name }?.name
    // Where the list was not to be had that the ids come from, the base's rows are as good as its list.
    let isUnlisted = try store.kinds().contains { $0.name == parent && $0.refusal != nil }
    let takesOthers = isUnlisted || kind.isFoundInMessages && !generation.isFull
    guard takesOthers || !lost.isEmpty, let file = generation.base.file(.resource, kind.name)
    else { return }
    let lines = try JSONLines(folder.file(file.path))
    while let row = try lines.next() {
      guard let id = row.idText else { continue }
      if lost.contains(id) {
        try rows.copy(row)
      } else if takesOthers, !(try store.isWanted(kind.name, id)) {
        try rows.copy(row)
      }
    }
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
      return try await giveUp(Self.photo, operation, nil, error, generation)
    }
    try keep(download, operation, generation)
  }

  private func keep(
    _ photo: MediaDownload, _ operation: ReadOperation, _ generation: Generation
  ) throws {
    try hasAnswered(generation)
    let receipt = try photo.finish()
    let target = folder.file(BackupLayout.medium(receipt.sha256))
    try Folder.create(FilePath.folder(of: target))
    try photo.place(as: target)
    try generation.store.putPhoto(Self.photo, receipt)
    try generation.store.add(
      BackupManifest.Kind(name: Self.photo, operation: operation.name, items: 1))
  }
}
