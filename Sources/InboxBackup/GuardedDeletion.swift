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
    /// Whether everything is only checked: nothing is sent, and nothing written.
    package var isDryRun = false
    /// Folders of further copies of the backup, each of which is read as well.
    package var copies: [String] = []
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
  /// - Throws: `DeletionError` and whatever reading and listing throw, also a log that cannot take the intent: no request
  ///   was sent. What the server says to the request itself is in the result.
  package func run(
    _ consent: @Sendable (DeletionCase) async throws -> DeletionConsent
  ) async throws -> DeletionResult {
    try folder.checkThatItIsOne()
    let lock = try await FileLock.take(folder: folder.path, .exclusive)
    defer { withExtendedLifetime(lock) {} }
    var log = try DeletionLog(folder, tool: settings.tool, now: now)
    if let result = try await finishEarlier(&log) { return result }
    let entry = try await entry()
    let subject = try await prove(entry)
    switch try await consent(subject) {
    case .none: return .planned(subject)
    case .proof(let proof):
      guard proof.lowercased() == subject.proof else { throw DeletionError.wrongProof }
    case .name(let name):
      guard name == subject.name else { throw DeletionError.wrongName }
      guard try await prove(entry).proof == subject.proof else {
        throw DeletionError.changedMeanwhile
      }
    }
    if settings.isDryRun { return .planned(subject) }
    guard try await self.entry() == entry else { throw DeletionError.changedMeanwhile }
    try Task.checkCancellation()
    return try await send(subject, &log)
  }

  // MARK: The gate

  /// The partner's entry for the inbox.
  private func entry() async throws -> PartnerNumber {
    // An entry that does not say whether it has the inbox may be the one that has it.
    let found = try await partner.numbers().list.filter {
      order.isMeant(by: $0.connection) || order.isMeant(by: $0.unclear)
    }
    guard let entry = found.first(where: { $0.connection != nil }) else {
      throw DeletionError.notConnected(order)
    }
    guard found.count == 1 else {
      throw DeletionError.severalNumbers(order, count: found.count)
    }
    return entry
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
    guard manifest.inboxKey == inboxKey else {
      throw DeletionError.otherInbox(backup: manifest.inboxKey, named: inboxKey)
    }
    let report = try await comparison.run(checked.report, inboxKey: inboxKey)
    guard report.verdict == .safeToDelete, let proof = report.proof else {
      throw DeletionError.unsafe(report)
    }
    let tie = InboxTie(manifest: manifest, folder: folder)
    try tie.check(order, entry)
    var subject = DeletionCase(manifest, entry, inboxName: try tie.name(), proof: proof)
    for path in settings.copies {
      subject.copies.append(try await copy(at: path, expecting: checked.pointer))
    }
    return subject
  }

  private func copy(
    at path: String, expecting pointer: BackupPointer?
  ) async throws -> BackupCopy {
    let copy = try BackupCopy(at: path, of: folder.path)
    let lock = try await FileLock.take(folder: path, .shared)
    defer { withExtendedLifetime(lock) {} }
    try copy.read(expecting: pointer, progress: progress, isStopped: isStopped)
    return copy
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
    var result = await Task { await self.request(subject) }.value
    result.unlogged = log.failure(noting: result)
    return result
  }

  private func request(_ subject: DeletionCase) async -> DeletionResult {
    let permit = DeletionPermit(
      account: order.account, inbox: order.inbox, server: order.server, number: subject.number,
      proof: subject.proof)
    do throws(APIError) {
      guard let other = try await partner.deleteInbox(permit) else {
        return DeletionResult(
          state: .deleted, because: "the server deleted it", subject: subject)
      }
      return await look(after: .stray(other, order), subject)
    } catch {
      // Many servers answer with a redirect when they have done what was asked.
      if error.outcome == .unknown { return await look(after: .loss(error), subject) }
      if error.isRedirect { return await look(after: .redirect(error), subject) }
      return DeletionResult(
        state: .refused, because: "\(error)", subject: subject, refusal: error)
    }
  }

  /// Looks at the partner's side after an answer that does not tell what became of the inbox.
  private func look(
    after answer: UnclearAnswer, _ subject: DeletionCase
  ) async -> DeletionResult {
    var sight: DeletionSight?
    for wait in Self.waits {
      do {
        if wait > .zero { try await partner.pause(wait) }
        sight = try await self.sight(of: subject.number)
      } catch {
        // The look alone failed; the next one may not.
        sight = nil
      }
      if sight == .released { break }
    }
    return answer.result(sight, subject)
  }

  private func sight(of number: String) async throws(APIError) -> DeletionSight {
    DeletionSight(of: order, number: number, in: try await partner.numbers())
  }

  // MARK: An earlier run

  /// Settles a deletion that an earlier run asked for, whether or not it saw the end of it.
  ///
  /// - Returns: nil where there is none, or where the server did not do it.
  private func finishEarlier(_ log: inout DeletionLog) async throws -> DeletionResult? {
    guard let intent = log.last, intent.isOf(order) else { return nil }
    let sight = try await sight(of: intent.number)
    if sight == .connected {
      if log.outcome == .misdirected { throw DeletionError.misdirected(order) }
      if !log.isDone, !settings.isDryRun {
        try log.note(.kept, because: "an earlier run's request had no effect")
      }
      return nil
    }
    var result = DeletionResult(
      state: .gone, because: "an earlier run asked for it, and \(sight.words)")
    if sight != .released, log.isDone {
      result.because = "an earlier run did it, as the backup's log says"
    } else if sight != .released {
      result.state = .unknown
    }
    if !log.isDone, !settings.isDryRun { result.unlogged = log.failure(noting: result) }
    return result
  }
}

extension DeletionCase {
  /// - Parameter inboxName: where the inbox's own platform tells it.
  init(
    _ manifest: BackupManifest, _ entry: PartnerNumber, inboxName: String?, proof: String
  ) {
    let names = [inboxName, entry.displayName, entry.businessName].compactMap(\.self)
    name = names.first(where: Self.canBeTyped) ?? entry.digits
    number = entry.digits
    kind = manifest.inboxKey.kind
    generation = manifest.generation
    self.proof = proof
    chats = manifest.chats
    messages = manifest.messages
    media = manifest.media
    mediaBytes = manifest.mediaBytes
    newestMessage = manifest.files.filter { $0.role == .messages }.compactMap(\.last).max()
    let plan = CrawlPlan.of(manifest.inboxKey.kind)
    let unlost = plan.stayingKinds.union(plan.lists.filter { !$0.isCompared }.map(\.name))
    let there = manifest.kinds.filter { $0.items > 0 && $0.name != "chats" }
    kinds = there.filter { !unlost.contains($0.name) }.map { ($0.name, $0.items) }
    accountKinds = there.filter { plan.stayingKinds.contains($0.name) }.map { ($0.name, $0.items) }
  }

  /// What a person can give back at a prompt, letter for letter.
  private static func canBeTyped(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    return !first.properties.isWhitespace && !last.properties.isWhitespace
      && !scalars.contains { $0.properties.generalCategory == .control }
  }
}
