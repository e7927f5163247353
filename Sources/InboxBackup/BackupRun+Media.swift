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
    let download = try await shelf.begin()
    var isSecondTry = false
    while true {
      do throws(APIError) {
        try await client.media(
          at: wanted.place, restart: { try download.restart() },
          receive: { try download.take($0) })
      } catch {
        return try await note(error, of: wanted, download, store)
      }
      if wanted.announced == nil, download.isWebPage, !wanted.mayBeWebPage {
        try put(missing: wanted, because: "a web page came in its place", store)
        return nil
      }
      let receipt = try await shelf.finish(download)
      let isAsAnnounced = wanted.isAnnounced(receipt)
      if !isAsAnnounced, !isSecondTry {
        isSecondTry = true
        try download.restart()
        continue
      }
      try await shelf.place(download, receipt)
      try note(receipt, of: wanted, isAsAnnounced: isAsAnnounced, store)
      return nil
    }
  }

  private func note(
    _ receipt: OutputFile.Receipt, of wanted: MediumRecord, isAsAnnounced: Bool,
    _ store: CrawlProgress
  ) throws {
    var medium = wanted
    medium.sha256 = receipt.sha256
    medium.size = receipt.size
    medium.reason = nil
    medium.state = isAsAnnounced ? .stored : .differing
    if !isAsAnnounced { medium.reason = MediumRecord.difference }
    guard try put(medium, insteadOf: wanted, store) else { return }
    newMedia += 1
    newMediaBytes += receipt.size
  }

  private func note(
    _ error: APIError, of wanted: MediumRecord, _ download: MediaDownload, _ store: CrawlProgress
  ) async throws -> FailedItem? {
    if case .receiverFailed = error, download.isTooLarge {
      try put(
        missing: wanted, because: "it is larger than \(options.mediumLimitInBytes) bytes", store)
      return nil
    }
    let failure = try await client.failure(error, at: wanted.place)
    let isElsewhere = failure.isNotThere && plan.kind == .getChat && wanted.link != nil
    try put(
      missing: wanted, as: isElsewhere ? .elsewhere : .missing,
      because: isElsewhere ? MediumRecord.otherHost : Self.reason(failure, error), store)
    return FailedItem(failure, error)
  }

  /// Notes that the server did not give a file. Bytes of an earlier run that are not the announced ones stay what they are.
  private func put(
    missing wanted: MediumRecord, as state: MediumState = .missing, because reason: String,
    _ store: CrawlProgress
  ) throws {
    var medium = wanted
    if wanted.isKeptDiffering(in: folder) {
      (medium.state, medium.reason) = (.differing, MediumRecord.difference)
    } else {
      (medium.state, medium.reason) = (state, reason)
    }
    try put(medium, insteadOf: wanted, store)
  }

  /// - Returns: whether that is more than the base says of the file.
  @discardableResult
  private func put(
    _ medium: MediumRecord, insteadOf wanted: MediumRecord, _ store: CrawlProgress
  ) throws -> Bool {
    // What is there has no reason; what is still not there has the one that it had.
    let isNews =
      medium.reason == nil || medium.reason != wanted.reason || medium.sha256 != wanted.sha256
    try store.put(medium, isNews: isNews)
    return isNews
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
