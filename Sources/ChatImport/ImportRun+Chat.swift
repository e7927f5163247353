internal import Files
internal import InboxAPI
internal import WhatsAppExport

/// One chat, from the first look at the server to the last.
extension ImportRun {
  func importChat(_ chat: ChatTransfer) async throws {
    let lock = try await FileLock.take(
      "\(journalFolder)/chat-\(chat.key.prefix(32)).lock", .exclusive)
    defer { withExtendedLifetime(lock) {} }
    try reached(.planned)
    try await letOtherPlansSettle(chat)
    var known = try await journalled(chat)
    chat.result.wasSent = !known.isEmpty
    for part in known where part.isSettled {
      chat.keep(part, part.state == .adopted ? .adopted : .done)
    }
    // Journalled and unanswered: what became of it is found out before anything else is sent.
    for part in known where !part.isSettled {
      switch try await settle(part, maySend: true, chat) {
      case .adopted: break
      case .absent:
        // Its rows are sent like all that are not there, this once.
        try chat.journal.drop(part.number)
        try reached(.partDropped)
        chat.resentRows = chat.resentRows.union(part.rows)
        known.removeAll { $0.number == part.number }
      case .unclear: return
      }
    }
    chat.refusedLength = try chat.journal.refusedLength(at: clock.now())
    progress?.began(.checking, of: chat.plan.path, totalBytes: 0, totalItems: 0)
    var look = try await look(at: chat)
    if look.isEmptied, try wasShownOnce(known, chat) {
      progress?.note(
        "\(chat.plan.path): its messages were removed from the inbox; importing it anew")
      try chat.journal.forget(chat: chat.key, plan: chat.plan.hash)
      chat.forgetParts()
      look = try await self.look(at: chat)
    }
    chat.thereRows = look.there
    if look.remaining.isEmpty, known.allSatisfy(\.isSettled) {
      return try await endWithoutSending(look, chat)
    }
    guard fitsBeforeUpload(look.remaining, chat) else { return }
    try await upload(filesOf: look.remaining, chat)
    let isComplete = try await send(look.remaining, chat)
    try await readBack(chat, mayWait: true)
    chat.result.isVerified = chat.result.isVerified && isComplete
    if isComplete {
      try chat.journal.finish(
        chat: chat.key, plan: chat.plan.hash, isVerified: chat.result.isVerified, at: clock.now())
      try reached(.planFinished)
      chat.result.state = .done
    }
  }

  /// The journal's parts of this plan, with the rows that they have in this run. A part whose messages are not those
  /// that were written down says nothing: once its time is over, the server's list alone counts.
  private func journalled(_ chat: ChatTransfer) async throws -> [ImportJournal.StoredPart] {
    var known: [ImportJournal.StoredPart] = []
    for var part in try chat.journal.parts(chat: chat.key, plan: chat.plan.hash) {
      part.rows = part.rows.map { $0.shifted(by: chat.plan.rows.lowerBound) }
      if try fingerprint(of: part.rows, chat) == part.fingerprint {
        known.append(part)
        continue
      }
      if !part.isSettled { try await waitOut(part.at, chat) }
      try chat.journal.drop(part.number)
    }
    return known
  }

  /// Whether the server must have shown what was sent: then an empty list means that somebody removed it.
  private func wasShownOnce(
    _ parts: [ImportJournal.StoredPart], _ chat: ChatTransfer
  ) throws -> Bool {
    if try chat.journal.finished(chat: chat.key, plan: chat.plan.hash) == true { return true }
    guard let youngest = parts.map(\.at).max(), parts.allSatisfy(\.isSettled) else { return false }
    return clock.now() - youngest >= Settlement.waits.last ?? 0
  }

  /// Everything was there before this run.
  private func endWithoutSending(_ look: Look, _ chat: ChatTransfer) async throws {
    let finished = try chat.journal.finished(chat: chat.key, plan: chat.plan.hash)
    // A run that ended between the last part and the last look leaves that look to this one.
    if look.sent.missing == 0 {
      chat.result.isVerified = true
      report(withoutMedia: look.sent, look.found, chat)
    } else {
      try await readBack(chat, mayWait: finished == nil)
    }
    if finished != chat.result.isVerified {
      try chat.journal.finish(
        chat: chat.key, plan: chat.plan.hash, isVerified: chat.result.isVerified, at: clock.now())
      try reached(.planFinished)
    }
    chat.result.state = .skipped
    progress?.note(
      "\(chat.plan.path): imported before; nothing was sent")
  }

  /// A part of another plan for this chat may still be under way on the server: its time is waited out, and then
  /// the list of messages says what came of it.
  private func letOtherPlansSettle(_ chat: ChatTransfer) async throws {
    guard let at = try chat.journal.unsettled(chat: chat.key, besides: chat.plan.hash) else {
      return
    }
    try await waitOut(at, chat)
    try chat.journal.dropUnsettled(chat: chat.key, besides: chat.plan.hash)
  }

  /// Waits until an import whose answer was lost at `lostAt` can no longer be under way.
  private func waitOut(_ lostAt: Int64, _ chat: ChatTransfer) async throws {
    let wait = (Settlement.waits.last ?? 0) - max(0, clock.now() - lostAt)
    guard wait > 0 else { return }
    progress?.note(
      "\(chat.plan.path): an earlier import of this chat lost its answer; waiting \(wait) s before looking"
    )
    try await clock.sleep(.seconds(wait))
  }

  // MARK: Lost answers

  /// What became of a part without an answer.
  enum Fate: Sendable {
    case adopted
    /// Nothing of it is on the server, and its time is over.
    case absent
    /// Something else; the chat must be left alone.
    case unclear
  }

  /// Finds out what became of a part without an answer.
  ///
  /// - Parameter maySend: whether it is not yet sent for the second time in this run.
  func settle(
    _ part: ImportJournal.StoredPart, maySend: Bool, _ chat: ChatTransfer
  ) async throws -> Fate {
    var settlement = Settlement(lostAt: part.at, messages: 0, maySend: maySend)
    progress?.note(
      "\(chat.plan.path): the answer to an import of \(part.messages) messages was lost; "
        + "looking whether they are in the inbox")
    while true {
      let now = clock.now()
      let action: Settlement.Action
      do {
        let (there, messages) = try await observe(part, chat)
        settlement.messages = messages
        action = settlement.observe(there: there, now: now)
      } catch let error as APIError where error.isTransient {
        // A server that does not answer shows nothing; the last look has to succeed.
        guard case .lookAgain(let next) = settlement.observe(there: -1, now: now) else {
          throw error
        }
        action = .lookAgain(at: next)
      }
      switch action {
      case .adopt:
        try chat.journal.set(part.number, .adopted, at: clock.now())
        try reached(.partAdopted)
        progress?.note("\(chat.plan.path): all of them are there")
        chat.keep(part, .adopted)
        return .adopted
      case .lookAgain(let next):
        progress?.note("\(chat.plan.path): not all there yet; looking again in \(next - now) s")
        try await clock.sleep(.seconds(next - now))
      case .sendAgain:
        progress?.note("\(chat.plan.path): none of them is there; sending them once more")
        return .absent
      case .giveUp(let there, let messages):
        chat.add(part, .unknown)
        chat.problem(
          "import-partial", .error,
          line: try chat.store.rows(part.rows.bounds, limit: 1).first?.line,
          there == 0
            ? "the answer to an import was lost a second time, and the inbox shows none of its \(messages) messages; "
              + "run the same command again"
            : "the answer to an import was lost, and the inbox shows \(there) of its \(messages) messages; "
              + "look at the chat there; run the command again when they are all there, or when they are removed"
        )
        return .unclear
      }
    }
  }

  /// Waits as long as a server asks that may have acted all the same. Whoever asks for a long pause is not asked again
  /// in this run.
  func heed(_ error: APIError) async throws {
    guard case .throttled(_, _, let wait?) = error else { return }
    guard wait <= ClientSettings().longestRetryAfter else { throw error }
    try await clock.sleep(wait)
  }

  /// How many of a part's messages are on the server, besides those that other parts account for. Lines of the app
  /// count where the part has nothing else.
  private func observe(
    _ part: ImportJournal.StoredPart, _ chat: ChatTransfer
  ) async throws -> (there: Int, messages: Int) {
    try await RemoteMessages(client: chat.client, number: chat.number, store: chat.store)
      .list(chat.plan.times)
    _ = try match(chat.sentRows, chat)
    var found = try match(part.rows, chat)
    if found.found + found.missing == 0 {
      found = try match(part.rows, chat, withSystemLines: true)
    }
    return (found.found, found.found + found.missing)
  }

  var advance: @Sendable (Int) -> Void {
    { [progress] in progress?.advanced(bytes: Int64($0), items: 0) }
  }
}

extension Range<Int64> {
  func shifted(by distance: Int64) -> Self { lowerBound + distance..<upperBound + distance }
}

extension [Range<Int64>] {
  /// From the first to behind the last.
  var bounds: Range<Int64> { (first?.lowerBound ?? 0)..<(last?.upperBound ?? 0) }
}
