internal import ChatRecords
internal import InboxAPI
internal import WhatsAppExport

/// Comparing the plan with what the server shows.
extension ImportRun {
  /// How some rows were found on the server. System lines are not looked for where people wrote too: servers keep
  /// them or not.
  struct Match: Sendable {
    var found = 0
    var missing = 0
    var firstMissing: PlanRow?
    var withoutMedia = 0
    var firstWithoutMedia: PlanRow?

    mutating func add(_ row: PlanRow, _ found: PlanStore.Found) {
      switch found {
      case .no:
        missing += 1
        if firstMissing == nil { firstMissing = row }
      case .withoutMedia:
        self.found += 1
        withoutMedia += 1
        if firstWithoutMedia == nil { firstWithoutMedia = row }
      case .yes: self.found += 1
      }
    }
  }

  /// What a first look tells.
  struct Look: Sendable {
    /// Rows that the inbox has from elsewhere.
    var there: [Range<Int64>] = []
    /// Rows to send.
    var remaining: [Range<Int64>] = []
    /// How the rows that were sent before were found.
    var sent = Match()
    /// How `there` was found.
    var found = Match()
    /// Rows were sent before, and the server shows none of them.
    var isEmptied: Bool { sent.found == 0 && sent.missing > 0 }
  }

  /// Looks for rows among the server's messages, taking those found.
  func match(
    _ rows: [Range<Int64>], _ chat: ChatTransfer, isMinuteEnough: Bool = false,
    withSystemLines: Bool = false
  ) throws -> Match {
    var match = Match()
    try chat.store.forEach(in: rows) { row in
      if row.isSystem, !withSystemLines { return }
      let found = try chat.store.take(row, isMinuteEnough: isMinuteEnough)
      // A file that the server did not take was reported already.
      let isExpected = row.file.map { !chat.failedFiles.contains($0) } ?? true
      match.add(row, found == .withoutMedia && !isExpected ? .yes : found)
    }
    return match
  }

  /// Lists the chat and parts the plan's rows into those that are there and those to send.
  func look(at chat: ChatTransfer) async throws -> Look {
    try await RemoteMessages(client: chat.client, number: chat.number, store: chat.store)
      .list(chat.plan.times)
    var look = Look()
    look.sent = try match(chat.sentRows, chat)
    // A system line goes with the message before it, the first ones with the message after them. Beside a message
    // that was sent from here it is still to be sent.
    var pending: [Range<Int64>] = []
    for range in [chat.plan.rows].subtracting(chat.sentRows) {
      var isThere: Bool? = range.lowerBound > chat.plan.rows.lowerBound ? false : nil
      try chat.store.forEach(in: [range]) { row in
        if row.isSystem {
          switch isThere {
          case true?: look.there.append(row.seq)
          case false?: look.remaining.append(row.seq)
          case nil: pending.append(row.seq)
          }
          return
        }
        let found = try chat.store.take(row, isMinuteEnough: true)
        isThere = found != .no
        if found != .no {
          look.found.add(row, found)
          look.there += pending
          look.there.append(row.seq)
        } else {
          look.remaining += pending
          look.remaining.append(row.seq)
        }
        pending = []
      }
      look.remaining += pending
      pending = []
    }
    return look
  }

  // MARK: The last look

  /// After how many seconds a server that does not show everything is looked at again.
  private static let patience: [Int64] = [1, 2, 4, 8, 15, 30]

  /// Lists the chat and compares it with all that should be there now.
  ///
  /// - Parameter mayWait: up to 60 s for a server that shows messages late.
  func readBack(_ chat: ChatTransfer, mayWait: Bool) async throws {
    progress?.began(.checking, of: chat.plan.path, totalBytes: 0, totalItems: 0)
    var waits = mayWait ? Self.patience[...] : []
    while true {
      try await RemoteMessages(client: chat.client, number: chat.number, store: chat.store)
        .list(chat.plan.times)
      let sent = try match(chat.sentRows, chat)
      let there = try match(chat.thereRows, chat, isMinuteEnough: true)
      if sent.missing + there.missing > 0, let wait = waits.popFirst() {
        try await clock.sleep(.seconds(wait))
        continue
      }
      chat.result.isVerified = sent.missing + there.missing == 0
      if chat.result.isVerified {
        try reportDoubled(chat)
      } else {
        try await report(missing: sent, there, chat)
      }
      report(withoutMedia: sent, there, chat)
      return
    }
  }

  func report(withoutMedia sent: Match, _ there: Match, _ chat: ChatTransfer) {
    let count = sent.withoutMedia + there.withoutMedia
    guard count > 0 else { return }
    chat.problem(
      "media-not-attached", .warning,
      line: (sent.firstWithoutMedia ?? there.firstWithoutMedia)?.line,
      "\(count) messages are in the inbox without the files that the export has, the first one at this line; "
        + "the API has no means to add them; to get them, remove the chat there and import it again"
    )
  }

  /// Looks for messages that were sent and that the inbox shows once more, all of them having been found.
  private func reportDoubled(_ chat: ChatTransfer) throws {
    guard try chat.store.hasUntaken() else { return }
    var count = 0
    var first: PlanRow?
    try chat.store.forEach(in: chat.sentRows) { row in
      if row.isSystem { return }
      if try chat.store.take(row, isMinuteEnough: false, isExact: true) == .no { return }
      count += 1
      first = first ?? row
    }
    guard let first else { return }
    chat.result.isVerified = false
    chat.problem(
      "read-back-doubled", .warning, line: first.line,
      "\(count) messages are in the inbox more often than they were sent, the first one at this line; look at "
        + "the chat there, and ask the provider")
  }

  private func report(missing sent: Match, _ there: Match, _ chat: ChatTransfer) async throws {
    let missing = sent.missing + there.missing
    let all = sent.found + there.found + missing
    let first = sent.firstMissing ?? there.firstMissing
    if try await readsDatesSwapped(chat) {
      chat.problem(
        "dates-swapped", .warning, line: first?.line,
        "the server read days as months: \(missing) of \(all) messages are not at their time; remove the chat "
          + "there and import it again with --chat-text canonical")
      return
    }
    if missing == all, try !chat.store.hasUntaken() {
      chat.problem(
        "read-back-differs", .warning, line: first?.line,
        "the inbox took the messages and shows none of them yet; run the same command again to look, which sends nothing "
          + "twice")
      return
    }
    chat.problem(
      "read-back-differs", .warning, line: first?.line,
      "\(missing) of \(all) messages are not in the inbox as they were sent (time, direction and text are "
        + "compared), the first one at this line; look at the chat there, and see --chat-text canonical"
    )
  }

  /// Whether messages that are not at their time are where they would be with day and month exchanged.
  private func readsDatesSwapped(_ chat: ChatTransfer) async throws -> Bool {
    try await RemoteMessages(client: chat.client, number: chat.number, store: chat.store).list(nil)
    var swapped = 0
    var others = 0
    try chat.store.forEach(in: chat.sentRows) { row in
      if row.isSystem { return }
      if try chat.store.take(row, isMinuteEnough: false) != .no { return }
      if let time = row.timeWithDatesSwapped,
        try chat.store.take(row, at: time, isMinuteEnough: false) != .no
      {
        swapped += 1
      } else {
        others += 1
      }
    }
    return swapped > others
  }
}

extension PlanRow {
  /// The time when day and month of the local date are exchanged; nil where that gives no other date.
  var timeWithDatesSwapped: Int64? {
    let wall = time + Int64(offsetMinutes) * 60
    let day = wall.floorDivided(by: 86_400)
    let date = CivilDate(daysSince1970: day)
    guard date.day <= 12, date.day != date.month,
      let swapped = CivilDate(year: date.year, month: date.day, day: date.month)
    else { return nil }
    return time + (swapped.daysSince1970 - day) * 86_400
  }
}
