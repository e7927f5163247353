package import Files
internal import Glibc
package import InboxAPI

/// Deletes an inbox, once, and only behind a proved backup of it; the one place from which deleteInbox is called.
///
/// In one process, under the backup's exclusive lock: every file is read again, the live inbox is listed twice, the
/// partner's side must show the same number, account, inbox and server; a person types the inbox's name or a script gives
/// the proof; the intent is on the disk; then the request goes out once. A lost answer is settled by looking, never by
/// asking again.
package actor GuardedDeletion {
  /// How long after a lost answer the server is looked at, one wait after the other.
  static let waits: [Duration] = [.zero, .seconds(2), .seconds(5), .seconds(10)]

  let partner: PartnerClient
  let order: DeletionOrder
  private let inbox: any InboxClient
  private let inboxKey: InboxKey
  private let folder: BackupFolder
  private let settings: Settings
  private let progress: (any BackupProgress)?
  private let isStopped: @Sendable () -> Bool
  private let now: @Sendable () -> Int64
  private nonisolated let executor = QueueExecutor(label: "delete")

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  package struct Settings: Sendable {
    /// Requests at once while the inbox is listed.
    package var jobs = 4
    /// Name and version of the program, for the log.
    package var tool = "chatferry"
    package var operations = FileOperations.system
    package init() {}
  }

  /// - Parameters:
  ///   - inbox: lists the inbox that is to be deleted; `inboxKey` names it as `BackupRun` was told it.
  ///   - isStopped: asked often while files are read; true ends that with `CancellationError`.
  ///   - now: POSIX seconds, for the log alone.
  package init(
    _ order: DeletionOrder, partner: PartnerClient, inbox: any InboxClient, inboxKey: InboxKey,
    folder: String, settings: Settings = Settings(), progress: (any BackupProgress)? = nil,
    isStopped: @escaping @Sendable () -> Bool = { false },
    now: @escaping @Sendable () -> Int64 = { Int64(time(nil)) }
  ) {
    self.order = order
    self.partner = partner
    self.inbox = inbox
    self.inboxKey = inboxKey
    self.folder = BackupFolder(folder, operations: settings.operations)
    self.settings = settings
    self.progress = progress
    self.isStopped = isStopped
    self.now = now
  }

  /// - Parameter consent: asked once, when everything is proved.
  /// - Throws: `DeletionError` and whatever reading and listing throw: nothing was deleted. `APIError` also where the
  ///   server refused the request itself.
  package func run(
    _ consent: @Sendable (DeletionCase) async throws -> DeletionConsent
  ) async throws -> DeletionResult {
    guard Folder.isFolder(folder.path) else {
      throw BackupError.notABackup(path: folder.path, reason: "there is no such folder")
    }
    let lock = try await FileLock.take(folder: folder.path, .exclusive)
    defer { withExtendedLifetime(lock) {} }
    var log = try DeletionLog(folder, tool: settings.tool, now: now)
    if let result = try await finishEarlier(&log) { return result }
    let entry = try await entry()
    let subject = try await prove(entry)
    switch try await consent(subject) {
    case .none:
      return DeletionResult(
        state: .planned, because: "everything was checked, and nothing was sent", subject: subject)
    case .proof(let proof):
      guard proof.lowercased() == subject.proof else { throw DeletionError.wrongProof }
    case .name(let name):
      guard name == subject.name else { throw DeletionError.wrongName }
      guard try await prove(entry).proof == subject.proof else {
        throw DeletionError.changedMeanwhile
      }
    }
    guard try await self.entry() == entry else { throw DeletionError.changedMeanwhile }
    try Task.checkCancellation()
    return try await send(subject, &log)
  }

  // MARK: The gate

  /// The partner's entry for the inbox.
  private func entry() async throws -> PartnerNumber {
    let found = try await partner.numbers().list.filter { isOfOrder($0.connection) }
    guard let entry = found.first else { throw DeletionError.notConnected(order) }
    guard found.count == 1 else {
      throw DeletionError.severalNumbers(order, count: found.count)
    }
    return entry
  }

  private func isOfOrder(_ connection: PartnerNumber.Connection?) -> Bool {
    connection?.isTo(account: order.account, inbox: order.inbox, server: order.server) ?? false
  }

  /// Reads every file again and lists the inbox twice.
  private func prove(_ entry: PartnerNumber) async throws -> DeletionCase {
    let checked = try BackupVerifier(folder.path, progress: progress, isStopped: isStopped)
      .run(isQuick: false)
    guard checked.report.verdict == .intact,
      let manifest = checked.manifest,
      let comparison = LiveComparison(
        client: inbox, folder: folder.path, checked: checked, jobs: settings.jobs,
        progress: progress)
    else { throw DeletionError.unsafe(checked.report) }
    let report = try await comparison.run(checked.report, inboxKey: inboxKey)
    guard report.verdict == .safeToDelete, let proof = report.proof else {
      throw DeletionError.unsafe(report)
    }
    try InboxTie(manifest: manifest, folder: folder).check(order, entry)
    return DeletionCase(manifest, entry, proof: proof)
  }

  // MARK: The request

  /// The server is told, and what became of it is noted, whatever happens to this task meanwhile: the work goes on in a
  /// task that nobody cancels.
  private func send(
    _ subject: DeletionCase, _ log: inout DeletionLog
  ) async throws -> DeletionResult {
    try log.note(
      DeletionLog.Intent(
        account: order.account, inbox: order.inbox, server: order.server, number: subject.number,
        generation: subject.generation, proof: subject.proof))
    let outcome = await Task { await self.request(subject) }.value
    switch outcome {
    case .success(let state):
      try log.note(state.state, because: state.because)
      return DeletionResult(state: state.state, because: state.because, subject: subject)
    case .failure(let error):
      try log.note(.refused, because: "\(error)")
      throw error
    }
  }

  private func request(
    _ subject: DeletionCase
  ) async -> Result<(state: DeletionResult.State, because: String), APIError> {
    let permit = DeletionPermit(
      account: order.account, inbox: order.inbox, server: order.server, number: subject.number,
      proof: subject.proof)
    do throws(APIError) {
      try await partner.deleteInbox(permit)
      return .success((.deleted, "the server deleted it"))
    } catch {
      guard error.outcome == .unknown else { return .failure(error) }
      return .success(await look(after: error))
    }
  }

  /// What the partner's side shows after a lost answer.
  private func look(after loss: APIError) async -> (state: DeletionResult.State, because: String) {
    var isShown = false
    for wait in Self.waits {
      do {
        if wait > .zero { try await partner.pause(wait) }
        isShown = try await isConnected()
      } catch {
        // The look alone failed; the next one may not.
        continue
      }
      if !isShown {
        return (.deleted, "the answer was lost (\(loss)); the number shows that it was deleted")
      }
    }
    return isShown
      ? (.kept, "the answer was lost (\(loss)), and the number is still connected to the inbox")
      : (.unknown, "the answer was lost (\(loss)), and the list of numbers cannot be had")
  }

  private func isConnected() async throws(APIError) -> Bool {
    try await partner.numbers().list.contains { isOfOrder($0.connection) }
  }

  /// Settles a deletion that an earlier run asked for, whether or not it saw the end of it.
  ///
  /// - Returns: nil where there is none, or where the server did not do it.
  private func finishEarlier(_ log: inout DeletionLog) async throws -> DeletionResult? {
    guard let intent = log.last, intent.isOf(order) else { return nil }
    if try await isConnected() {
      if !log.isDone { try log.note(.kept, because: "an earlier run's request had no effect") }
      return nil
    }
    let because = "an earlier run asked for it, and the number shows that it was deleted"
    if !log.isDone { try log.note(.gone, because: because) }
    return DeletionResult(state: .gone, because: because, subject: nil)
  }
}

extension DeletionCase {
  init(_ manifest: BackupManifest, _ entry: PartnerNumber, proof: String) {
    let names = [entry.displayName, entry.businessName].compactMap(\.self)
    name = names.first { !$0.isEmpty } ?? entry.digits
    number = entry.digits
    kind = manifest.inboxKey.kind
    generation = manifest.generation
    self.proof = proof
    chats = manifest.chats
    messages = manifest.messages
    media = manifest.media
    mediaBytes = manifest.mediaBytes
    newestMessage = manifest.files.filter { $0.role == .messages }.compactMap(\.last).max()
    kinds = manifest.kinds.filter { $0.items > 0 && $0.name != "chats" }.map { ($0.name, $0.items) }
  }
}
