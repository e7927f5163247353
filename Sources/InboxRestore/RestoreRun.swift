package import ChatImport
internal import ChatRecords
internal import Files
package import InboxAPI
internal import InboxBackup
internal import JSONText
internal import WhatsAppExport

/// Puts what a backup has into an inbox: chats through createChatImport, tags, taggings, assignments, saved responses
/// and webhooks through their endpoints. Stopped at any point, the next run goes on; nothing is sent twice.
///
/// `prepare` comes first and sends nothing, then `run`. Holds the backup's lock, shared, as long as it lives.
package actor RestoreRun {
  let client: GetChatClient?
  let inboxKey: String
  let stateDirectory: String
  let options: RestoreOptions
  let progress: (any ImportProgress)?
  let clock: ImportClock
  let reader: BackupReader
  var media: RestoreMedia
  var source = SourceInbox()
  var target: TargetInbox?
  var report = RestoreReport()
  /// Names of tags that were looked for in this run.
  var seenTags: Set<String> = []
  private let folder: String
  private nonisolated let executor = QueueExecutor(label: "restore")

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// - Parameters:
  ///   - client: nil is enough for a dry run.
  ///   - inboxKey: as `ImportRun`'s.
  /// - Throws: `FilesError.locked`, `BackupError`.
  package init(
    _ folder: String, client: GetChatClient?, inboxKey: String, stateDirectory: String,
    options: RestoreOptions, progress: (any ImportProgress)? = nil, clock: ImportClock = .system
  ) async throws {
    self.folder = folder
    self.client = client
    self.inboxKey = inboxKey
    self.stateDirectory = stateDirectory
    self.options = options
    self.progress = progress
    self.clock = clock
    let reader = try await BackupReader(folder)
    // Its conversations go by numbers that are nobody's telephone.
    guard reader.manifest.inboxKey.kind == .getChat else {
      throw BackupError.ofOnlineInbox(path: folder)
    }
    self.reader = reader
    media = try RestoreMedia(reader)
  }

  func wants(_ chat: BackupReader.Chat) -> Bool {
    options.chats.isEmpty || options.chats.contains(chat.id)
      || chat.name.map { options.chats.contains($0) } ?? false
  }

  // MARK: Before anything is sent

  /// Reads the whole backup and the lists of the inbox.
  ///
  /// - Throws: `BackupError.damaged`, `APIError` and whatever else ends the run.
  package func prepare() async throws -> RestorePreview {
    var preview = RestorePreview()
    let chats = try reader.chats()
    let wanted = chats.filter { wants($0) }
    let names = Set(chats.map(\.id)).union(chats.compactMap(\.name))
    preview.unknownChats = options.chats.subtracting(names).sorted()
    try check(wanted)
    source = try SourceInbox(reader, chats: wanted, isWhole: options.chats.isEmpty)
    var count = LossCount()
    for chat in wanted {
      let own = try survey(chat)
      count.add(own.count)
      if own.canBeImported { preview.chats += 1 }
    }
    preview.messages = count.messages
    preview.losses = count.losses + (options.chats.isEmpty ? try source.losses(reader) : [])
    if count.gone > 0 {
      preview.problems.append(
        Problem(
          "message-gone", .warning,
          "no longer in the inbox when it was backed up last, but kept, and restored: \(count.gone) messages"
        ))
    }
    preview.problems += media.damaged.map {
      Problem(
        "backup-file-damaged", .error,
        "\($0) is not what was written, and its messages come without it; restore it from a copy of the backup"
      )
    }
    if let client {
      _ = try await client.currentUser()
      let target = TargetInbox(client)
      try await target.read()
      self.target = target
    }
    preview.questions = source.questions(target?.webhooks ?? [])
    report.losses = preview.losses
    report.problems = preview.problems
    return preview
  }

  /// Compares every file that is needed with the manifest.
  private func check(_ chats: [BackupReader.Chat]) throws {
    let wanted = Set(chats.map(\.id))
    progress?.began(
      .checking, of: folder, totalBytes: reader.size(ofChats: wanted), totalItems: 0)
    try reader.check(chats: wanted) { [progress] count in
      try Task.checkCancellation()
      progress?.advanced(bytes: count, items: 0)
    }
  }

  /// What a chat text cannot say of a chat, and whether it can be imported at all. Reads its files.
  private func survey(_ chat: BackupReader.Chat) throws -> (count: LossCount, canBeImported: Bool) {
    var count = LossCount()
    guard Self.isNumber(chat.id) else {
      count.foreignChats = 1
      return (count, false)
    }
    progress?.began(.reading, of: chat.id, totalBytes: 0, totalItems: reader.count(of: chat.id))
    var hasPeople = false
    var messages = try reader.messages(of: chat.id)
    while let item = try messages.next() {
      try Task.checkCancellation()
      let message = item.message
      guard message.time != nil else {
        count.timeless += 1
        continue
      }
      count.messages += 1
      if item.isGone { count.gone += 1 }
      hasPeople = hasPeople || message.direction != .system
      try count.add(message) { try media.check($0) }
      progress?.advanced(bytes: 0, items: 1)
    }
    if hasPeople { return (count, true) }
    var empty = LossCount()
    empty.emptyChats = 1
    empty.timeless = count.timeless
    return (empty, false)
  }

  static func isNumber(_ id: String) -> Bool {
    (1...20).contains(id.utf8.count) && id.utf8.allSatisfy { (48...57).contains($0) }
  }

  // MARK: Sending

  /// Restores, one thing after the other. Cancelling the task stops it at the next safe point.
  ///
  /// - Parameter answers: secrets of webhooks, by the numbers of their questions.
  package func run(_ answers: [Int: WebhookAnswers] = [:]) async -> RestoreReport {
    do {
      let lock = options.isDryRun ? nil : try await lockTarget()
      defer { withExtendedLifetime(lock) {} }
      if options.isDryRun {
        try await planAll(answers)
      } else {
        try await restoreAll(answers)
      }
    } catch {
      report.stop = Task.isCancelled ? .interrupted : ImportError(error)
    }
    return report
  }

  private var stateFolder: String { StateFolder.path(of: inboxKey, below: stateDirectory) }

  /// Two restores into one inbox would each make what the other is about to make.
  private func lockTarget() async throws -> FileLock {
    try Folder.create(stateFolder)
    return try await FileLock.take(stateFolder + "/restore.lock", .exclusive)
  }

  private func restoreAll(_ answers: [Int: WebhookAnswers]) async throws {
    guard let client else { throw ImportError.noServer }
    let maker = ItemMaker(
      client: client, journal: try RestoreJournal(folder: stateFolder), clock: clock)
    try await restoreTags(maker)
    if options.chats.isEmpty {
      try await restoreResponses(maker)
      try await restoreWebhooks(maker, answers)
    }
    for chat in try reader.chats() where wants(chat) && Self.isNumber(chat.id) {
      try Task.checkCancellation()
      try await restore(chat, maker)
    }
    try await restoreChatFacts(maker)
  }

  /// One chat: its text, its media, and the tags of its messages.
  private func restore(_ chat: BackupReader.Chat, _ maker: ItemMaker) async throws {
    guard let (result, tagged) = try await importing(chat) else { return }
    report.chats.append(result)
    guard result.state == .done || result.state == .skipped else { return }
    try await restoreMessageTags(tagged, of: chat.id, maker)
  }

  /// nil for a chat in which nobody wrote.
  private func importing(
    _ chat: BackupReader.Chat
  ) async throws -> (ImportResult, TaggedMessages)? {
    let names = ChatNames(partner: Self.partnerName(chat), number: chat.id)
    let writer = try ChatTextWriter(chat.id, names, media)
    var hasPeople = false
    var messages = try reader.messages(of: chat.id)
    while let item = try messages.next() {
      try Task.checkCancellation()
      guard item.message.time != nil else { continue }
      hasPeople = hasPeople || item.message.direction != .system
      try writer.append(item.message)
    }
    guard hasPeople else { return nil }
    var options = ImportOptions()
    options.parse = ParseOptions(
      locale: CanonicalLine.languageCode, zone: .offset(minutes: 0), dateOrder: .dmy)
    options.people = People(me: [names.ours], partnerNumber: chat.id)
    options.jobs = self.options.jobs
    options.isDryRun = self.options.isDryRun
    options.maxImportBytes = self.options.maxImportBytes
    let importing = ImportRun(
      [ExportArchive(try writer.finish())], client: client, inboxKey: inboxKey,
      stateDirectory: stateDirectory, options: options, progress: progress, clock: clock)
    let imported = await importing.run()
    if let stop = imported.stop {
      report.chats += imported.imports
      throw stop
    }
    guard var result = imported.imports.first else { return nil }
    // What a reader notices about phones' exports says nothing of a text that was written here.
    result.problems.removeAll { $0.severity == .warning && !Self.ofSending.contains($0.code) }
    return (result, writer.tagged)
  }

  private static let ofSending: Set<String> = [
    "dates-swapped", "media-not-attached", "media-perhaps-doubled", "media-refused",
    "partner-number-doubtful", "read-back-differs", "read-back-doubled",
  ]

  /// The name under which the partner's messages came, else the one that the inbox shows.
  private static func partnerName(_ chat: BackupReader.Chat) -> String? {
    chat.row?["contact"]?["waba_payload"]?["profile"]?["name"]?.string ?? chat.name
  }

  /// What would be done, as far as that can be said without asking the inbox.
  private func planAll(_ answers: [Int: WebhookAnswers]) async throws {
    add(source.tags.count, .tags)
    if options.chats.isEmpty {
      add(source.responses.count, .savedResponses)
      add(source.webhooks.count - source.questions([]).count, .webhooks)
    }
    for chat in try reader.chats() where wants(chat) && Self.isNumber(chat.id) {
      guard let (result, tagged) = try await importing(chat) else { continue }
      report.chats.append(result)
      add(tagged.items.reduce(0) { $0 + $1.tags.count }, .messageTaggings)
    }
    add(source.chats.reduce(0) { $0 + $1.tags.count }, .chatTaggings)
    add(source.chats.count { $0.user != nil || $0.group != nil }, .assignments)
  }

  private func add(_ count: Int, _ kind: RestoredItems.Kind) {
    note(kind) { $0.made += count }
  }

  func note(_ kind: RestoredItems.Kind, _ change: (inout RestoredItems) -> Void) {
    for index in report.items.indices where report.items[index].kind == kind {
      change(&report.items[index])
    }
  }
}

extension LossCount {
  /// - Parameter isThere: whether the backup has a file as it was written.
  mutating func add(
    _ message: InboxMessage, isThere: (InboxMessage.Media) throws -> Bool
  ) rethrows {
    if message.direction == .outgoing, message.authorName != nil { authors += 1 }
    if message.repliedToID != nil { quotes += 1 }
    if message.isForwarded { forwarded += 1 }
    if message.isEdited { edited += 1 }
    if message.json["reactions"]?.array?.isEmpty == false { reactions += 1 }
    let text = message.text ?? ""
    let words = MessageWords.of(message, recordText: message.text)
    if message.kind == .text && text.isEmpty || text.utf8.contains(0x0D)
      || CanonicalLine.guardsLine(of: text)
      || words.map({ MessageWords.shown($0, of: message) }) != words
    {
      texts += 1
    }
    switch message.kind {
    case .template, .interactive, .reaction, .order, .location, .contact, .unknown, .poll, .call,
      .deleted:
      kinds += 1
    case .text, .image, .video, .audio, .voice, .sticker, .document, .media, .system: break
    }
    for (position, medium) in message.attachments.enumerated() {
      if position > 0 { furtherFiles += 1 }
      if try !isThere(medium) { lostFiles += 1 }
    }
  }
}
