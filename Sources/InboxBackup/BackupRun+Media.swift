internal import Files
internal import InboxAPI

/// The files that messages name.
extension BackupRun {
  func fetchMedia(_ generation: Generation) async throws {
    let store = generation.store
    let pending = try store.pendingMedia()
    guard pending > 0 else { return }
    progress?.began("fetching", of: "media", item: "file", totalItems: pending, totalBytes: 0)
    let shelf = MediaShelf(folder, limit: options.mediumLimitInBytes)
    var taken: Set<String> = []
    var inARow = FailuresInARow(limit: FailuresInARow.ofItems)
    // Those of the last failures in a row, as they were before.
    var failed: [MediumRecord] = []
    try await withThrowingTaskGroup(of: (MediumRecord, FailedItem?).self) { group in
      while true {
        while taken.count < options.jobs, let medium = try store.nextMedium(besides: taken) {
          taken.insert(medium.id)
          group.addTask { (medium, try await self.fetch(medium, onto: shelf, store)) }
        }
        guard let (medium, failure) = try await group.next() else { return }
        taken.remove(medium.id)
        let isOfServer = inARow.add(failure?.failure)
        if failure?.failure == .failed { failed.append(medium) }
        failed = failed.suffix(inARow.count)
        if isOfServer, let failure {
          // Those still under way may note the same; nothing was learnt of any of them, and the run that goes on asks again.
          group.cancelAll()
          while let (medium, failure) = try? await group.next() {
            if failure?.failure == .failed { failed.append(medium) }
          }
          for medium in failed { try store.put(medium) }
          throw failure.error
        }
        progress?.advanced(bytes: 0, items: 1)
        try checkpointIfDue(store)
      }
    }
  }

  /// - Returns: why the file is not in the backup, where it is not.
  private func fetch(
    _ wanted: MediumRecord, onto shelf: MediaShelf, _ store: CrawlProgress
  ) async throws -> FailedItem? {
    var medium = wanted
    let download = try await shelf.begin()
    var isSecondTry = false
    while true {
      do throws(APIError) {
        try await client.media(
          at: medium.place, restart: { try download.restart() },
          receive: { try download.take($0) })
      } catch {
        return try await note(error, of: &medium, download, store)
      }
      if medium.announced == nil, download.isWebPage, !medium.mayBeWebPage {
        medium.reason = "a web page came in its place"
        medium.state = .missing
        try store.put(medium)
        return nil
      }
      let receipt = try await shelf.finish(download)
      let isAsAnnounced = medium.announced == nil || medium.announced == receipt.sha256.hex
      if !isAsAnnounced, !isSecondTry {
        isSecondTry = true
        try download.restart()
        continue
      }
      try await shelf.place(download, receipt)
      try note(receipt, of: &medium, isAsAnnounced: isAsAnnounced, store)
      return nil
    }
  }

  private func note(
    _ receipt: OutputFile.Receipt, of medium: inout MediumRecord, isAsAnnounced: Bool,
    _ store: CrawlProgress
  ) throws {
    medium.sha256 = receipt.sha256
    medium.size = receipt.size
    medium.reason = nil
    medium.state = isAsAnnounced ? .stored : .differing
    if !isAsAnnounced { medium.reason = MediumRecord.difference }
    try store.put(medium)
    newMedia += 1
    newMediaBytes += receipt.size
  }

  private func note(
    _ error: APIError, of medium: inout MediumRecord, _ download: MediaDownload,
    _ store: CrawlProgress
  ) async throws -> FailedItem? {
    if case .receiverFailed = error, download.isTooLarge {
      medium.state = .missing
      medium.reason = "it is larger than \(options.mediumLimitInBytes) bytes"
      try store.put(medium)
      return nil
    }
    let failure = try await client.failure(error, at: medium.place)
    medium.state = .missing
    medium.reason = Self.reason(failure, error)
    if failure.isNotThere, plan.kind == .getChat, medium.link != nil {
      (medium.state, medium.reason) = (.elsewhere, MediumRecord.otherHost)
    }
    try store.put(medium)
    return FailedItem(failure, error)
  }

  /// Why there is no file; the same for all that lack for the same reason.
  private static func reason(_ failure: ItemFailure, _ error: APIError) -> String {
    if failure.isNotThere { return MediumRecord.denial }
    if failure == .failed { return "the server failed to give it" }
    switch error {
    case .invalidRequest(_, let reason): return reason
    case .unreachable: return "the host that its address names cannot be reached"
    default: return "the server refuses it (\(error.shortReason))"
    }
  }
}
