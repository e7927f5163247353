internal import ChatRecords
internal import Files
internal import InboxAPI
internal import InboxBackup
internal import WhatsAppExport

/// Writes the messages of an inbox, chat by chat, the oldest first.
@MainActor struct InboxExport {
  let request: ExportRequest
  let source: any InboxSource
  let zone: ZoneChoice
  let progress: ProgressDisplay
  /// Which input the chats are of; nil for an inbox, whose chats go by their numbers.
  var path: String?
  private var media: [String: MediaFacts] = [:]

  init(
    request: ExportRequest, source: any InboxSource, zone: ZoneChoice, progress: ProgressDisplay,
    path: String? = nil
  ) {
    self.request = request
    self.source = source
    self.zone = zone
    self.progress = progress
    self.path = path
  }

  /// - Throws: whatever ends the run; what concerns one chat or one file is in the results.
  mutating func write(
    _ chats: [InboxChat], to receiver: some RecordReceiver
  ) async throws -> [ExportedChat] {
    var results: [ExportedChat] = []
    var failures: [FailedItem] = []
    var inARow = FailuresInARow(limit: FailuresInARow.ofLists)
    for (place, chat) in chats.enumerated() {
      try Interruption.shared.check()
      let next = chats.indices.contains(place + 1) ? chats[place + 1] : nil
      let records = try await source.records(of: chat, before: next, by: maker(for:))
      let failure = records.failure
      if inARow.add(failure?.failure), let failure { throw failure.error }
      if let failure { failures.append(failure) }
      results.append(try await write(records, of: chat, to: receiver))
    }
    if failures.count == chats.count, failures.mayBeOfServer, let failure = failures.first {
      throw failure.error
    }
    return results
  }

  /// What was noticed of a chat.
  private struct Notices {
    var timeless = 0
    var gone = 0
    var elsewhere = 0
    var problems: [Problem] = []
    /// Files that are not to be had, by the reason: how many, and a message that names one.
    private var lost: [String: (count: Int, message: String?)] = [:]

    mutating func lose(_ reason: String, namedBy message: InboxMessage) {
      lost[reason, default: (0, message.id)].count += 1
    }

    var all: [Problem] {
      var all = problems
      for (reason, files) in lost.sorted(by: { $0.key < $1.key }) {
        let names =
          files.count == 1
          ? "a file that a message names is" : "\(files.count) files that messages name are"
        let first = files.message.map { ", first by message \($0)" } ?? ""
        all.append(
          Problem(
            "media-lost", .error,
            "\(names) not to be had\(first): \(reason)"))
      }
      func add(_ count: Int, _ code: String, _ severity: Problem.Severity, _ words: String) {
        if count > 0 { all.append(Problem(code, severity, words)) }
      }
      add(
        timeless, "message-without-time", .error,
        "without a time, and not written: \(counted(timeless, "message")) of the server; ask the provider what they are"
      )
      add(
        elsewhere, "media-elsewhere", .warning,
        "on another host, which chatferry does not ask: \(counted(elsewhere, "file"))")
      add(
        gone, "message-gone", .warning,
        "no longer in the inbox, but kept by the backup, and written: \(counted(gone, "message"))")
      return all
    }
  }

  private func maker(for chat: InboxChat) throws -> RecordMaker {
    // Only JSONL shows the server's own object.
    RecordMaker(
      chat: chat.number, keepsRaw: request.formats.contains(.jsonl),
      offsetMinutes: try ZoneOffsets(zone).minutes(at:))
  }

  private mutating func write(
    _ records: any InboxRecords, of chat: InboxChat, to receiver: some RecordReceiver
  ) async throws -> ExportedChat {
    progress.began(
      Meter(phase: "writing", subject: chat.number, totalItems: records.count, item: "message"))
    receiver.beginChat(ChatSummary(chat: chat.number, title: chat.title, kind: .direct))
    var notices = Notices()
    if let gap = records.gap {
      notices.problems.append(Problem(ExportedChat.unavailable, .error, gap))
    }
    let isFiltered = request.filter != RecordFilter()
    while let batch = try records.next() {
      try Interruption.shared.check()
      for item in batch.items {
        if isFiltered, !request.filter.allows(item.record) { continue }
        if item.isGone { notices.gone += 1 }
        if let message = item.message {
          try await describeMedia(of: message, in: &item.record, &notices, to: receiver)
        }
        try receiver.append(item.record)
      }
      notices.timeless += batch.timeless
      progress.advanced(items: batch.messages)
      records.give(back: batch)
    }
    progress.ended()
    return ExportedChat(
      path: path ?? chat.number, chat: try receiver.endChat(nil), problems: notices.all)
  }

  /// The record shows the first file; the others are copied and stand in the manifest.
  private mutating func describeMedia(
    of message: InboxMessage, in record: inout MessageRecord, _ notices: inout Notices,
    to receiver: some RecordReceiver
  ) async throws {
    let attachments =
      request.copiesMedia ? message.attachments : Array(message.attachments.prefix(1))
    for (position, medium) in attachments.enumerated() {
      let facts = try await take(medium, of: message, &notices, receiver)
      guard position == 0 else { continue }
      if let facts { record.describeMedia(facts) } else { record.media?.state = .missing }
    }
  }

  /// Reads a file, once in a run; nil where it is not to be had.
  private mutating func take(
    _ medium: InboxMessage.Media, of message: InboxMessage, _ notices: inout Notices,
    _ receiver: some RecordReceiver
  ) async throws -> MediaFacts? {
    let key = source.key(of: medium)
    if let key, let known = media[key] { return known }
    try Interruption.shared.check()
    switch try await source.file(medium) {
    case .bytes(let bytes, let sha256):
      let facts = try add(bytes, of: medium, as: key, to: receiver)
      if let sha256, sha256 != facts.sha256 {
        notices.problems.append(
          Problem(
            "backup-file-damaged", .error,
            "the medium \(sha256.hex) of the backup is not what was written, and was taken as it is now; "
              + "run `chatferry verify`"
          ))
      }
      return facts
    case .odd(let bytes, let reason):
      let named = message.id.map { "the file of message \($0)" } ?? "a file that a message names"
      notices.problems.append(
        Problem("media-differs", .error, "\(named) was taken as the inbox gave it twice: \(reason)")
      )
      return try add(bytes, of: medium, as: key, to: receiver)
    case .lost(let reason):
      notices.lose(reason, namedBy: message)
    case .elsewhere: notices.elsewhere += 1
    case .unnamed: break
    }
    return nil
  }

  private mutating func add(
    _ bytes: any ByteSource, of medium: InboxMessage.Media, as key: String?,
    to receiver: some RecordReceiver
  ) throws -> MediaFacts {
    let facts = try receiver.add(bytes, named: medium.name ?? "")
    if let key { media[key] = facts }
    return facts
  }
}
