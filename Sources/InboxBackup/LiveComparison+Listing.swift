internal import Files
internal import InboxAPI
internal import JSONText

/// One listing of the whole inbox.
extension LiveComparison {
  /// - Returns: what differs, in sentences.
  func compare(
    _ pass: Int, _ store: CrawlProgress, _ proof: inout Proof
  ) async throws -> [String] {
    var reasons: [String] = []
    kindsInARow = FailuresInARow(limit: FailuresInARow.ofLists)
    for kind in plan.lists where kind.isCompared {
      if let reason = try await compare(kind, store, &proof) { reasons.append(reason) }
    }
    // Those of chats are in the chats' own rows as well.
    for kind in plan.each where plan.lists.contains(where: { $0.each == kind.name }) {
      if let reason = try await compare(kind, store, &proof) { reasons.append(reason) }
    }
    let (chats, difference) = try await compareChats(store)
    proof.add("chats", count: difference.count, ids: difference.ids)
    if !difference.isNone { reasons.append(difference.words(of: "chats")) }
    progress?.began(
      "comparing", of: "messages, listing \(pass) of 2", item: "message", totalItems: 0,
      totalBytes: 0)
    let messages = try await compareMessages(of: chats, store)
    let unread = messages.values.count { $0.isUnread }
    if unread > 0 {
      reasons.append("the inbox does not give the messages of \(unread) chats")
    }
    if thereAgain > 0 { reasons.append(Self.words(thereAgain: thereAgain)) }
    var total = ComparedSet.Difference(ids: SHA256.digest(of: [UInt8]().span))
    for (chat, difference) in messages.sorted(by: { $0.key < $1.key }) {
      proof.add("messages \(ItemKey(chat).text)", count: difference.count, ids: difference.ids)
      total.added += difference.added
      total.changed += difference.changed
      total.removed += difference.removed
    }
    if !total.isNone { reasons.append(total.words(of: "messages")) }
    return reasons
  }

  // MARK: Kinds

  private func compare(
    _ kind: ResourceKind, _ store: CrawlProgress, _ proof: inout Proof
  ) async throws -> String? {
    progress?.began("comparing", of: kind.name, item: "row", totalItems: 0, totalBytes: 0)
    var set = ComparedSet(store, ordinal: 0)
    var filter = SecretFilter(plan.kind)
    try expectRows(of: kind.name, in: set, leavingOut: kind.volatile) { kind.key(of: $0) }
    if let each = kind.each { try store.forgetEach(each) }
    var walk = client.rows(of: kind.operation, kind.style, key: { kind.key(of: $0) })
    var hasAnswered = false
    while true {
      let page: [JSONValue]?
      do throws(APIError) {
        page = try await walk.next(isolation: #isolation)
      } catch {
        let failure = try await client.failure(error)
        if kindsInARow.add(failure) { throw error }
        try store.forgetKnown(of: 0)
        return !hasAnswered && failure.isNotOffered && wasRefused(kind.name)
          ? nil : "\(kind.name) cannot be listed any more (\(error.shortReason))"
      }
      hasAnswered = true
      guard let page else { break }
      try Task.checkCancellation()
      for row in page {
        let clean = try filter.cleaned(row)
        try set.see(
          ItemKey(kind.key(of: clean)), version: ItemVersion.of(clean, leavingOut: kind.volatile))
        if let each = kind.each, let id = row.idText { try store.wantEach(each, id) }
      }
    }
    _ = kindsInARow.add(nil)
    return try difference(in: &set, of: kind.name, isListed: true, &proof)
  }

  /// What is shown one at a time, for every row of the list that it belongs to.
  private func compare(
    _ kind: EachKind, _ store: CrawlProgress, _ proof: inout Proof
  ) async throws -> String? {
    progress?.began("comparing", of: kind.name, item: "row", totalItems: 0, totalBytes: 0)
    var set = ComparedSet(store, ordinal: 0)
    var filter = SecretFilter(plan.kind)
    let key = { (row: JSONValue) in row["id"]?.string ?? row.canonical }
    try expectRows(of: kind.name, in: set, leavingOut: [], key: key)
    var answered = 0
    var failed = 0
    try await kind.forEachAnswer(wantedIn: store, from: client, jobs: jobs) { id, answer in
      switch answer {
      case .success(let row):
        answered += 1
        let clean = try filter.cleaned(row)
        try set.see(ItemKey(id), version: ItemVersion.of(clean, leavingOut: []))
      case .failure(let item):
        // What is not there any more, the backup alone may have.
        let isWithheld = item.failure.isNotOffered && wasRefused(kind.name)
        if !item.failure.isNotThere, !isWithheld { failed += 1 }
      }
      progress?.advanced(bytes: 0, items: 1)
    }
    if answered + failed == 0,
      plan.lists.contains(where: { $0.each == kind.name && wasRefused($0.name) })
    {
      // The inbox does not offer the list that the ids come from; the backup may have it from earlier.
      try store.forgetKnown(of: 0)
      return nil
    }
    let difference = try difference(in: &set, of: kind.name, isListed: answered > 0, &proof)
    return failed > 0 ? "\(kind.name): \(failed) cannot be read" : difference
  }

  /// What is to be said of a kind whose rows were seen, if anything.
  private func difference(
    in set: inout ComparedSet, of name: String, isListed: Bool, _ proof: inout Proof
  ) throws -> String? {
    let difference = try set.finish()
    proof.add(name, count: difference.count, ids: difference.ids)
    if isListed, wasRefused(name) { return "\(name) can be listed now, and the backup lacks it" }
    return difference.isNone ? nil : difference.words(of: name)
  }

  private func expectRows(
    of name: String, in set: ComparedSet, leavingOut volatile: Set<String>,
    key: (JSONValue) -> String
  ) throws {
    guard let file = manifest.files.last(where: { $0.role == .resource && $0.subject == name })
    else { return }
    let lines = try JSONLines(folder.file(file.path))
    while let row = try lines.next() {
      try set.expect(
        ItemKey(key(row)), id: "", version: ItemVersion.of(row, leavingOut: volatile))
    }
  }

  private func wasRefused(_ name: String) -> Bool {
    manifest.kinds.first { $0.name == name }?.refusal != nil
  }

  // MARK: Chats

  /// The ids of all chats that the inbox lists or the backup has messages of.
  private func compareChats(
    _ store: CrawlProgress
  ) async throws -> (Set<String>, ComparedSet.Difference) {
    var chats = Set(parts.keys)
    var set = ComparedSet(store, ordinal: 0)
    var filter = SecretFilter(plan.kind)
    let key = { [plan] (row: JSONValue) in
      ItemKey(plan.chat(row).number ?? row.canonical)
    }
    if let file = manifest.files.last(where: { $0.role == .chats }) {
      let lines = try JSONLines(folder.file(file.path))
      while let row = try lines.next() {
        try set.expect(
          key(row), id: "",
          version: ItemVersion.of(row, leavingOut: plan.volatileOfChats))
      }
    }
    var walk = client.chats(isSinglePass: false)
    while let page = try await walk.next(isolation: #isolation) {
      try Task.checkCancellation()
      for row in page {
        let clean = try filter.cleaned(row)
        if let id = plan.chat(clean).number { chats.insert(id) }
        try set.see(
          key(clean), version: ItemVersion.of(clean, leavingOut: plan.volatileOfChats))
      }
    }
    return (chats, try set.finish())
  }

  // MARK: Messages

  private func compareMessages(
    of chats: Set<String>, _ store: CrawlProgress
  ) async throws -> [String: ComparedSet.Difference] {
    var results: [String: ComparedSet.Difference] = [:]
    var left = chats.sorted().enumerated().makeIterator()
    var inARow = FailuresInARow(limit: FailuresInARow.ofLists)
    try await withThrowingTaskGroup(
      of: (String, ComparedSet.Difference, FailedItem?).self
    ) { group in
      var running = 0
      while true {
        while running < jobs, let (index, chat) = left.next() {
          running += 1
          group.addTask {
            let (difference, item) = try await self.compareMessages(
              of: chat, ordinal: Int64(index + 1), store)
            return (chat, difference, item)
          }
        }
        guard let (chat, difference, item) = try await group.next() else { return }
        if inARow.add(item?.failure), let item { throw item.error }
        running -= 1
        results[chat] = difference
      }
    }
    return results
  }

  /// - Returns: also why the messages could not all be listed, where they could not.
  private func compareMessages(
    of chat: String, ordinal: Int64, _ store: CrawlProgress
  ) async throws -> (ComparedSet.Difference, FailedItem?) {
    var set = ComparedSet(store, ordinal: ordinal)
    var filter = SecretFilter(plan.kind)
    try KnownMessages(folder: folder, store: store, plan: plan, files: parts[chat, default: []])
      .load(
        for: ordinal, since: nil)
    var failed: FailedItem?
    var walk = client.messages(of: chat, since: nil, before: nil)
    while true {
      let page: [JSONValue]?
      do throws(APIError) {
        page = try await walk.next(isolation: #isolation)
      } catch {
        let failure = try await client.failure(error)
        // A chat that is no longer there has no messages.
        if !failure.isNotThere { failed = FailedItem(failure, error) }
        page = nil
      }
      guard let page else { break }
      try Task.checkCancellation()
      for json in page {
        let clean = try filter.cleaned(json, isMessage: true)
        let stored = StoredMessage(InboxMessage(clean, plan.kind.form), plan)
        try set.see(stored.key, version: stored.version)
        if !unasked.isEmpty { try await look(for: InboxMessage(json, plan.kind.form)) }
      }
      progress?.advanced(bytes: 0, items: page.count)
    }
    var difference = try set.finish(gone: gone[chat, default: []])
    difference.isUnread = failed != nil
    return (difference, failed)
  }
}

extension ComparedSet.Difference {
  /// `3 messages are not in the backup, 1 changed since, 2 are no longer in the inbox`.
  fileprivate func words(of what: String) -> String {
    var parts: [String] = []
    if added > 0 { parts.append("\(added) are not in the backup") }
    if changed > 0 { parts.append("\(changed) have changed since") }
    if removed > 0 { parts.append("\(removed) are no longer in the inbox") }
    return "\(what): " + parts.joined(separator: ", ")
  }
}
