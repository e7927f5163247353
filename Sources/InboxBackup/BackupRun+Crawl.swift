internal import Files
internal import InboxAPI
internal import JSONText

/// The way through an inbox.
extension BackupRun {
  func crawl(_ generation: Generation) async throws {
    let store = generation.store
    let done = Set(try store.kinds().map(\.name))
    for kind in plan.lists where !done.contains(kind.name) {
      try Task.checkCancellation()
      try await read(kind, generation)
      try checkpointIfDue(store)
    }
    if let photo = plan.photo, !done.contains(Self.photo) {
      try await readPhoto(photo, generation)
    }
    try noteFailedKinds(generation)
    try await readChats(generation)
    for kind in plan.each {
      try Task.checkCancellation()
      try await read(kind, generation)
    }
    try noteFailedKinds(generation)
    try checkpoint(store)
  }

  /// The chats are listed again and again, and read where they have something new, until a listing shows nothing new:
  /// the list is sorted by activity and moves while it is read.
  private func readChats(_ generation: Generation) async throws {
    let store = generation.store
    while true {
      let round = max(1, try store.number("round"))
      if try store.number("listed") < round {
        let isFruitful = try await listChats(generation, round: round)
        try store.set("round", String(round))
        try store.set("listed", String(round))
        try checkpoint(store)
        // A listing that broke off may have left chats to be read.
        if !isFruitful, round > 1, try store.nextChat(besides: []) == nil { return }
      }
      try await readMessages(generation)
      try await fetchMedia(generation)
      guard round < options.rounds else {
        // What comes in now is the next run's.
        return
      }
      try store.set("round", String(round + 1))
      try checkpoint(store)
    }
  }

  // MARK: The list of chats

  /// One pass over the list; true where a chat has something to be read.
  private func listChats(_ generation: Generation, round: Int) async throws -> Bool {
    let store = generation.store
    progress?.began("listing", of: "chats", item: "chat", totalItems: 0, totalBytes: 0)
    let path = BackupLayout.generation(generation.number) + "/chats.jsonl"
    let output = try OutputFile(
      folder.file(path), access: .owner, operations: folder.operations)
    var filter = SecretFilter(plan.kind)
    var pass = client.chats(isSinglePass: true)
    var isFruitful = false
    var rows = 0
    let recent = generation.recentSince(options.lookBackInSeconds)
    while let page = try await pass.next(isolation: #isolation) {
      try Task.checkCancellation()
      for row in page {
        try output.write(filter.line(row).span)
        rows += 1
        guard let id = plan.chat(row).number else {
          try store.add(
            BackupProblem(
              "chat-without-number", .error,
              "a chat of the server's list has no number to ask for its messages with; ask the provider what it is"
            ))
          continue
        }
        for (kind, item) in plan.detailsOfChat(row, id) { try store.wantEach(kind, item) }
        let activity = plan.activity(of: row)
        let before = try store.activity(of: id)
        let isWanted =
          if let before { before != activity } else {
            generation.wants(id, row, activity, recent: recent)
          }
        if isWanted { isFruitful = true }
        if before == nil || before != activity {
          try store.put(
            id, activity: activity, round: round, state: isWanted ? .pending : .done)
        }
      }
      progress?.advanced(bytes: 0, items: page.count)
    }
    let receipt = try output.receipt()
    try output.commitUnsynced(as: folder.file(path))
    try store.add(
      BackupManifest.File(
        path: path, role: .chats, subject: "chats", items: rows, size: receipt.size,
        sha256: receipt.sha256))
    try store.add(
      BackupManifest.Kind(name: "chats", operation: plan.chats.name, items: rows))
    if round == 1 { try store.add(leftOut: filter.leftOut, of: "chats") }
    return isFruitful
  }

  // MARK: Messages

  /// A chat whose messages the server does not give.
  private struct Failure {
    let chat: CrawlProgress.Chat
    let item: FailedItem
  }

  /// Reads the chats that are to be read, several at once. One that the server fails at does not keep the others from
  /// being read; where it fails at several in a row or at all, the failure is not the chat's.
  private func readMessages(_ generation: Generation) async throws {
    progress?.began("listing", of: "messages", item: "message", totalItems: 0, totalBytes: 0)
    let store = generation.store
    var running: Set<Int64> = []
    var failures: [Failure] = []
    var inARow = FailuresInARow(limit: FailuresInARow.ofLists)
    try await withThrowingTaskGroup(of: (Int64, Failure?).self) { group in
      while true {
        while running.count < options.jobs,
          let chat = try store.nextChat(besides: running.union(failures.map(\.chat.ordinal)))
        {
          running.insert(chat.ordinal)
          group.addTask { (chat.ordinal, try await self.readMessages(of: chat, generation)) }
        }
        guard let (ordinal, failure) = try await group.next() else { return }
        running.remove(ordinal)
        let isOfServer = inARow.add(failure?.item.failure)
        guard let failure else { continue }
        if isOfServer { throw failure.item.error }
        failures.append(failure)
      }
    }
    let items = failures.map(\.item)
    if let first = items.first, items.mayBeOfServer, !(try store.hasDoneChat) {
      throw first.error
    }
    for failure in failures { try giveUp(failure, generation) }
  }

  /// What was listed of the chat is kept, and the rest is asked for again in the next generation.
  private func giveUp(_ failure: Failure, _ generation: Generation) throws {
    let store = generation.store
    let ordinal = failure.chat.ordinal
    if let crawl = open.removeValue(forKey: ordinal) {
      try crawl.finish()
      newMessages += crawl.newMessages
      changedMessages += crawl.changedMessages
    }
    try store.add(
      BackupProblem(
        BackupManifest.chatUnavailable, .error, file: generation.messages(of: failure.chat.id),
        "the messages of a chat cannot be read: \(failure.item.error)"))
    try store.forgetKnown(of: ordinal)
    try store.set(ordinal, .done, since: nil, parts: nil)
  }

  /// - Returns: why the chat could not be read whole, if so.
  private func readMessages(
    of chat: CrawlProgress.Chat, _ generation: Generation
  ) async throws -> Failure? {
    let store = generation.store
    let known = KnownMessages(
      folder: folder, store: store, plan: plan, files: try generation.parts(of: chat.id))
    let hasKnown = !known.files.isEmpty
    var crawl = try begin(chat, known, generation)
    var before: Int64?
    if chat.hasBegun {
      do {
        before = try crawl.resume()
      } catch is FilesError {
        before = nil
      }
      if before == nil {
        // Its files cannot be gone on with: the chat is read anew.
        try store.set(chat.ordinal, .pending, since: nil, parts: nil)
        crawl = try begin(chat.asNew, known, generation)
      }
    }
    // After an error it stays there, for the last checkpoint.
    open[chat.ordinal] = crawl
    if let item = try await take(chat, from: before, into: crawl, store) {
      return Failure(chat: chat, item: item)
    }
    open[chat.ordinal] = nil
    try crawl.finish()
    newMessages += crawl.newMessages
    changedMessages += crawl.changedMessages
    if hasKnown, crawl.since == nil, chat.round == 1 {
      try store.markGone(of: chat.ordinal, chat.id)
    }
    try store.forgetKnown(of: chat.ordinal)
    try store.set(chat.ordinal, .done, since: nil, parts: nil)
    return nil
  }

  /// Lists the chat's messages.
  ///
  /// - Returns: the failure where the server refuses them or fails at them; nil at their end.
  private func take(
    _ chat: CrawlProgress.Chat, from before: Int64?, into crawl: ChatCrawl, _ store: CrawlProgress
  ) async throws -> FailedItem? {
    var walk = client.messages(of: chat.id, since: crawl.since, before: before)
    while true {
      let page: [MessageLine]?
      do throws(APIError) {
        page = try await lines(of: &walk)
      } catch {
        return FailedItem(try await client.failure(error), error)
      }
      guard let page else { return nil }
      try Task.checkCancellation()
      for message in page { try crawl.take(message) }
      try checkpointIfDue(store)
      progress?.advanced(bytes: 0, items: page.count)
    }
  }

  /// The next page, listed and made into lines beside this queue, which has enough to do.
  private nonisolated func lines(
    of walk: inout any RowWalk
  ) async throws(APIError) -> [MessageLine]? {
    guard let page = try await walk.next(isolation: nil) else { return nil }
    return page.map { MessageLine($0, client.kind) }
  }

  private func begin(
    _ chat: CrawlProgress.Chat, _ known: KnownMessages, _ generation: Generation
  ) throws -> ChatCrawl {
    var since = chat.since
    let hasKnown = !known.files.isEmpty
    if !chat.hasBegun, hasKnown {
      let listsAll = (generation.isFull || generation.wasUnread(chat.id)) && chat.round == 1
      since =
        listsAll
        ? nil
        : try known.since(
          before: generation.baseBegun, lookBack: options.lookBackInSeconds,
          atMost: options.lookBackLimit)
      try generation.store.forgetKnown(of: chat.ordinal)
      try known.load(for: chat.ordinal, since: since)
    }
    return ChatCrawl(
      chat, since: since, hasKnown: hasKnown, generation: generation.number,
      store: generation.store, client: client, folder: folder)
  }
}
