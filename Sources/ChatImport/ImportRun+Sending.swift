internal import Files
internal import InboxAPI
internal import WhatsAppExport

/// Cutting and sending.
extension ImportRun {
  /// Sends rows, part by part, in order.
  ///
  /// - Returns: whether all of them were sent.
  func send(_ rows: [Range<Int64>], _ chat: ChatTransfer) async throws -> Bool {
    var queue: [PartCutter.Part]
    do {
      queue = try cut(rows, chat)
    } catch let error as PartCutter.TooLarge {
      tooLarge(error, chat)
      return false
    }
    progress?.began(
      .importing, of: chat.plan.path, totalBytes: queue.reduce(0) { $0 + $1.textLength },
      totalItems: queue.reduce(0) { $0 + $1.messages })
    queue.reverse()
    var isComplete = true
    while let part = queue.popLast() {
      if Task.isCancelled {
        for rest in [part] + queue.reversed() { chat.add(rest, .planned) }
        throw ImportError.interrupted
      }
      let request = try chat.request(part, advance: advance)
      let length = chat.client.bodyLength(of: request)
      if let refused = chat.refusedLength, length >= refused {
        let halves = try halved(part, chat)
        if halves.isEmpty {
          chat.add(part, .failed)
          tooLarge(part, length, chat)
          isComplete = false
        }
        queue += halves.reversed()
        continue
      }
      let outcome: Sent
      do {
        outcome = try await send(part, request, length: length, chat)
      } catch {
        for rest in queue.reversed() { chat.add(rest, .planned) }
        throw error
      }
      switch outcome {
      case .sent: progress?.advanced(bytes: 0, items: part.messages)
      case .tooLarge: queue.append(part)
      case .stop:
        for rest in queue.reversed() { chat.add(rest, .planned) }
        return false
      }
    }
    return isComplete
  }

  private enum Sent { case sent, tooLarge, stop }

  /// One part, each request alone between two records of the journal. Sent a second time where nothing came of the
  /// first one.
  private func send(
    _ part: PartCutter.Part, _ request: ChatImportRequest, length: Int64, _ chat: ChatTransfer
  ) async throws -> Sent {
    var stored = ImportJournal.StoredPart(
      offsetMinutes: part.offsetMinutes, rows: part.rows, messages: part.messages, state: .intent,
      at: clock.now(), fingerprint: try fingerprint(of: part.rows, chat))
    // Counted from the plan's first row: where that one lies depends on the other inputs of a run.
    var noted = stored
    noted.rows = part.rows.map { $0.shifted(by: -chat.plan.rows.lowerBound) }
    stored.number = try chat.journal.add(noted, chat: chat.key, plan: chat.plan.hash)
    chat.result.wasSent = true
    var maySend = part.rows.subtracting(chat.resentRows) == part.rows
    while true {
      try reached(.partIntended)
      guard let error = await Self.create(request, chat.client) else { break }
      guard error.outcome == .unknown else {
        return try unsent(part, stored.number, error, length: length, chat)
      }
      do {
        stored.at = clock.now()
        try chat.journal.set(stored.number, .lost, at: stored.at)
        try reached(.partLost)
        if Task.isCancelled { throw ImportError.interrupted }
        try await heed(error)
        switch try await settle(stored, maySend: maySend, chat) {
        case .adopted: return .sent
        case .unclear: return .stop
        case .absent: maySend = false
        }
      } catch {
        chat.add(part, .unknown)
        throw error
      }
      try chat.journal.set(stored.number, .intent, at: clock.now())
    }
    try reached(.partSent)
    try chat.journal.set(stored.number, .done, at: clock.now())
    try reached(.partDone)
    chat.keep(stored, .done)
    return .sent
  }

  /// A part that the server did not take.
  private func unsent(
    _ part: PartCutter.Part, _ number: Int64, _ error: APIError, length: Int64, _ chat: ChatTransfer
  ) throws -> Sent {
    try chat.journal.drop(number)
    try reached(.partDropped)
    if error.isPayloadTooLarge {
      try chat.journal.note(refusedLength: length, at: clock.now())
      chat.refusedLength = min(chat.refusedLength ?? length, length)
      return .tooLarge
    }
    guard case .refused = error else {
      chat.add(part, .planned)
      throw error
    }
    chat.add(part, .failed)
    chat.problem("import-refused", .error, "\(error)")
    try forgetReusedMedia(chat)
    return .stop
  }

  /// An interruption does not cut the request off at once: its outcome would be unknown, and the next run would have to
  /// wait for minutes to learn it. It gets five seconds more.
  ///
  /// - Returns: the error; nil where the server took it.
  private static func create(
    _ request: ChatImportRequest, _ client: GetChatClient
  ) async -> APIError? {
    let sending = Task { () -> APIError? in
      do throws(APIError) {
        _ = try await client.createChatImport(request)
        return nil
      } catch {
        return error
      }
    }
    return await withTaskCancellationHandler {
      await sending.value
    } onCancel: {
      Task {
        try? await Task.sleep(for: .seconds(5))
        sending.cancel()
      }
    }
  }

  /// A refusal may mean that the server no longer has what earlier runs uploaded: the next run uploads it anew.
  private func forgetReusedMedia(_ chat: ChatTransfer) throws {
    try chat.journal.forget(media: Array(chat.reusedKeys))
    chat.reusedKeys = []
  }

  // MARK: Cutting

  /// Cuts rows into parts that the limit allows.
  func cut(_ rows: [Range<Int64>], _ chat: ChatTransfer) throws -> [PartCutter.Part] {
    try chat.plan.cut(
      rows, of: chat.store, limit: options.maxImportBytes, overhead: chat.sizes.overhead
    ) { try chat.file(of: $0) }
  }

  /// Whether every message fits into a request, as far as that is known before files have ids.
  func fitsBeforeUpload(_ rows: [Range<Int64>], _ chat: ChatTransfer) -> Bool {
    guard options.maxImportBytes != nil else { return true }
    do {
      _ = try cut(rows, chat)
      return true
    } catch let error as PartCutter.TooLarge {
      tooLarge(error, chat)
      return false
    } catch {
      // What cannot be read shows itself again when it is sent.
      return true
    }
  }

  /// Two parts of about equal length; none when it is a single message.
  private func halved(_ part: PartCutter.Part, _ chat: ChatTransfer) throws -> [PartCutter.Part] {
    guard part.messages > 1 else { return [] }
    let limits = PartCutter.Limits(isCanonical: chat.plan.isCanonical)
    var first = PartCutter(limits: limits)
    var second = PartCutter(limits: limits)
    var length: Int64 = 0
    var count = 0
    try chat.store.forEach(in: part.rows) { row in
      let own = chat.plan.isCanonical ? row.canonicalLength : row.verbatimLength
      let isFirst =
        count == 0 || (count < part.messages - 1 && (length + own) * 2 <= part.textLength)
      let file = try chat.file(of: row)
      if isFirst {
        _ = try first.add(row, file: file)
        length += own
      } else {
        length = part.textLength
        _ = try second.add(row, file: file)
      }
      count += 1
    }
    return [first.finish(), second.finish()].compactMap(\.self)
  }

  private func tooLarge(_ error: PartCutter.TooLarge, _ chat: ChatTransfer) {
    chat.result.problems.append(error.problem(path: chat.plan.path))
  }

  private func tooLarge(_ part: PartCutter.Part, _ length: Int64, _ chat: ChatTransfer) {
    let line = (try? chat.store.rows(part.rows.bounds, limit: 1))?.first?.line
    chat.problem(
      "import-too-large", .error, line: line,
      "this message alone needs a request of \(length) bytes, more than the server takes; it was left out"
    )
  }

  /// What tells the messages of these rows from others.
  func fingerprint(of rows: [Range<Int64>], _ chat: ChatTransfer) throws -> String {
    var hash = SHA256()
    var bytes: [UInt8] = []
    try chat.store.forEach(in: rows) { row in
      bytes.removeAll(keepingCapacity: true)
      row.appendFingerprint(to: &bytes)
      hash.update(bytes.span)
    }
    return hash.finish().hex
  }

  // MARK: A dry run

  /// What would be sent, without a look at the server.
  func dryResult(of plan: ChatPlan, _ store: PlanStore) throws -> ImportResult {
    guard !plan.isBad else { return ImportResult(of: plan, .failed) }
    var result = ImportResult(of: plan, .planned)
    let sizes = RequestSizes(plan, client)
    let parts: [PartCutter.Part]
    do {
      parts = try plan.cut(
        [plan.rows], of: store, limit: options.maxImportBytes,
        overhead: sizes.overhead
      ) { row in
        guard let number = row.file, let file = try store.file(at: number) else { return nil }
        return .init(row: number, name: file.name, length: sizes.item(file.name, nil))
      }
    } catch let error as PartCutter.TooLarge {
      result.state = .failed
      result.problems.append(error.problem(path: plan.path))
      return result
    }
    result.parts = parts.map {
      .init(utcOffsetMinutes: Int($0.offsetMinutes), messages: $0.messages, state: .planned)
    }
    return result
  }
}

extension PartCutter.TooLarge {
  fileprivate func problem(path: String) -> Problem {
    Problem(
      "import-too-large", .error, line: line,
      "\(path): this message alone needs a request of \(length) bytes, more than max_import_bytes allows; "
        + "raise it if the server takes more")
  }
}
