package import Files
package import InboxAPI
internal import Glibc
internal import JSONText

/// Makes one generation of an inbox's backup, and can be stopped and started again at any point.
///
/// Runs on a queue of its own, since it reads and writes files there; requests and the reading of answers happen
/// elsewhere, several at once.
package actor BackupRun {
  let client: any InboxClient
  let plan: CrawlPlan
  let inboxKey: InboxKey
  let folder: BackupFolder
  let options: BackupOptions
  let progress: (any BackupProgress)?
  private let now: @Sendable () -> Int64
  private nonisolated let executor = QueueExecutor(label: "backup")

  /// Chats that are being listed, by their ordinal.
  var open: [Int64: ChatCrawl] = [:]
  /// Kinds that the server failed at, one after the other, and of which it is not known yet whose fault that is.
  var failedKinds: [FailedKind] = []
  var kindsInARow = FailuresInARow(limit: FailuresInARow.ofLists)
  var newMessages = 0
  var changedMessages = 0
  var newMedia = 0
  var newMediaBytes: Int64 = 0
  private var lastCheckpoint = ContinuousClock.now

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// - Parameter now: POSIX seconds, for the manifest alone.
  package init(
    client: any InboxClient, inboxKey: InboxKey, folder: String, options: BackupOptions,
    progress: (any BackupProgress)? = nil, operations: FileOperations = .system,
    now: @escaping @Sendable () -> Int64 = { Int64(time(nil)) }
  ) {
    self.client = client
    plan = CrawlPlan.of(client.kind)
    self.inboxKey = inboxKey
    self.folder = BackupFolder(folder, operations: operations)
    self.options = options
    self.progress = progress
    self.now = now
  }

  /// - Throws: `FilesError` (`locked` while another run has the folder), `BackupError`, `APIError`, `StoreError`,
  ///   `CancellationError`. Whatever is thrown, the last generation stays as it was, and the next run goes on.
  package func run() async throws -> BackupResult {
    try Folder.create(folder.path)
    let lock = try await FileLock.take(folder: folder.path, .exclusive)
    defer { withExtendedLifetime(lock) {} }
    try folder.refuseLinks()
    let base = try BackupBase(folder, inboxKey: inboxKey)
    // A token that is no good is found before anything is written.
    try await client.checkAccess()
    do {
      return try await run(on: base)
    } catch let error as JSONError {
      // What the server says wrong is an `APIError`.
      throw BackupError.damaged(
        path: BackupLayout.generation(base.number),
        reason: "a line of a file cannot be read (\(error)); verify tells which file it is")
    }
  }

  private func run(on base: BackupBase) async throws -> BackupResult {
    let generation = try begin(on: base)
    do {
      try await crawl(generation)
    } catch {
      // What was fetched so far is kept where that is still possible; the error is the one to tell.
      try? checkpoint(generation.store)
      open = [:]
      throw error
    }
    return try finish(generation)
  }

  private func begin(on base: BackupBase) throws -> Generation {
    let wanted = CrawlProgress.Ground(
      inbox: inboxKey.description, generation: base.number + 1,
      base: base.pointer?.manifest.hex ?? "-",
      isFull: options.isFull || base.manifest == nil)
    let path = folder.file(BackupLayout.progress)
    // A link of that name is none of ours, and goes with the rest.
    if folder.size(BackupLayout.progress) != nil {
      let store = try? CrawlProgress(path: path)
      // An unfinished full listing is finished first, whatever was asked for now.
      var other = wanted
      other.isFull = true
      if let store, let ground = try? store.ground, ground == wanted || ground == other {
        return try Generation(
          number: ground.generation, isFull: ground.isFull, base: base, store: store, plan: plan)
      }
    }
    try folder.removeTree(BackupLayout.work)
    try folder.removeTree(BackupLayout.generation(wanted.generation))
    try Folder.create(folder.file(BackupLayout.work))
    try Folder.create(folder.file(BackupLayout.generation(wanted.generation)))
    try Folder.create(folder.file(BackupLayout.media))
    let store = try CrawlProgress(path: path)
    try store.set(wanted)
    try store.set("begun", UTCText.of(now()))
    try base.load(into: store)
    let generation = try Generation(
      number: wanted.generation, isFull: wanted.isFull, base: base, store: store, plan: plan)
    try checkpoint(store)
    return generation
  }

  // MARK: Checkpoints

  /// Everything fetched so far is on the disk, and then noted to be so.
  func checkpoint(_ store: CrawlProgress) throws {
    for crawl in open.values {
      try crawl.flush()
      try store.set(crawl.chat.ordinal, .begun, since: crawl.since, parts: crawl.parts)
    }
    try folder.operations.syncFileSystem(of: folder.path)
    try store.commit()
    lastCheckpoint = .now
  }

  func checkpointIfDue(_ store: CrawlProgress) throws {
    if ContinuousClock.now - lastCheckpoint >= options.checkpointPause { try checkpoint(store) }
  }

  var finishTime: String { UTCText.of(now()) }
}
