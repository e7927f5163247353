internal import ChatRecords
internal import Files
internal import InboxAPI
internal import JSONText
internal import WhatsAppExport

/// Writes the messages of a live inbox, chat by chat, the oldest first.
@MainActor struct InboxExport {
  private static let day: Int64 = 86_400

  let request: ExportRequest
  let client: GetChatClient
  let zone: ZoneOffsets
  let progress: ProgressDisplay
  /// Where messages and media are kept for a moment; nil for the system's own place.
  let temporaryFolder: String?
  var media: [String: MediaFacts] = [:]
  /// How many chats of the list have no number to ask for their messages with.
  private(set) var numberless = 0

  init(
    request: ExportRequest, client: GetChatClient, zone: ZoneOffsets, progress: ProgressDisplay
  ) {
    self.request = request
    self.client = client
    self.zone = zone
    self.progress = progress
    if case .folder(let path) = request.target {
      temporaryFolder = path
    } else {
      temporaryFolder = nil
    }
  }

  /// What is known of a chat from the list of chats.
  private struct Listed {
    let number: String
    let title: String
  }

  /// - Throws: whatever ends the run; what concerns one chat or one file is in the results.
  mutating func write(to receiver: some RecordReceiver) async throws -> [ExportedChat] {
    var results: [ExportedChat] = []
    for chat in try await chats() {
      try Interruption.shared.check()
      results.append(try await write(chat, to: receiver))
    }
    return results
  }

  private mutating func chats() async throws -> [Listed] {
    progress.began(Meter(phase: "listing", subject: "chats", item: "chat"))
    var chats: [Listed] = []
    var walk = client.allChats()
    while let page = try await walk.next() {
      progress.advanced(items: page.count)
      for item in page {
        let contact = item["contact"]
        let numbers = [item["wa_id"], contact?["wa_id"], item["customer_wa_id"]]
        guard let number = numbers.lazy.compactMap({ $0?.string }).first(where: { !$0.isEmpty })
        else {
          numberless += 1
          continue
        }
        let name =
          item["name"]?.string ?? contact?["name"]?.string
          ?? contact?["waba_payload"]?["profile"]?["name"]?.string
        if request.wants([number, name]) {
          chats.append(Listed(number: number, title: name ?? number))
        }
      }
    }
    progress.ended()
    return chats.sorted { $0.number < $1.number }
  }

  private mutating func write(
    _ chat: Listed, to receiver: some RecordReceiver
  ) async throws -> ExportedChat {
    var problems: [Problem] = []
    var spool = try MessageSpool(in: temporaryFolder)
    progress.began(Meter(phase: "listing messages of", subject: chat.number, item: "message"))
    var walk = client.allMessages(of: chat.number, since: lowest, before: highest)
    var count = 0
    while let page = try await walk.next() {
      try Interruption.shared.check()
      for message in page { try spool.append(message.raw) }
      count += page.count
      progress.advanced(items: page.count)
    }
    progress.began(
      Meter(phase: "writing", subject: chat.number, totalItems: count, item: "message"))
    receiver.beginChat(ChatSummary(chat: chat.number, title: chat.title, kind: .direct))
    var record = MessageRecord()
    var timeless = 0
    while let raw = try spool.popLast() {
      try Interruption.shared.check()
      progress.advanced(items: 1)
      let message = InboxMessage(try JSONValue(parsing: raw))
      guard
        message.fill(&record, chat: chat.number, offsetMinutes: { zone.minutes(at: $0) })
      else {
        timeless += 1
        continue
      }
      guard request.filter.allows(record) else { continue }
      try await describeMedia(of: message, in: &record, &problems, to: receiver)
      try receiver.append(record)
    }
    progress.ended()
    if timeless > 0 {
      problems.append(
        Problem(
          "message-without-time", .error,
          "\(counted(timeless, "message")) of the server have no time and were not written; ask the provider what they are"
        ))
    }
    return ExportedChat(path: chat.number, chat: try receiver.endChat(nil), problems: problems)
  }

  /// POSIX seconds that no wanted message lies before; a day on a wall clock may begin 14 hours earlier in UTC.
  private var lowest: Int64? {
    switch request.filter.since {
    case .instant(let seconds, _): seconds
    case .day(let seconds): seconds - Self.day
    case nil: nil
    }
  }

  private var highest: Int64? {
    switch request.filter.until {
    case .instant(let seconds, _): seconds
    case .day(let seconds): seconds + Self.day
    case nil: nil
    }
  }

  private mutating func describeMedia(
    of message: InboxMessage, in record: inout MessageRecord, _ problems: inout [Problem],
    to receiver: some RecordReceiver
  ) async throws {
    guard let file = message.media, let id = file.id else { return }
    if let known = media[id] {
      record.describeMedia(known)
      return
    }
    do {
      try Interruption.shared.check()
      let bytes = try await fetch(id)
      let facts = try receiver.add(bytes.source(), named: file.name ?? "")
      media[id] = facts
      record.describeMedia(facts)
    } catch let error as APIError where error.isOfOneFile {
      record.media?.state = .missing
      problems.append(
        Problem(
          "media-lost", .error,
          "a file that a message names is not to be had from the inbox: \(error)"))
    }
  }

  private func fetch(_ id: String) async throws -> TemporaryFile {
    let file = try TemporaryFile(in: temporaryFolder)
    try await client.media(id: id, restart: { try file.clear() }, receive: { try file.append($0) })
    return file
  }
}

extension APIError {
  /// Whether the server cannot give this file, which says nothing of the next one.
  fileprivate var isOfOneFile: Bool {
    switch self {
    case .tokenRefused(_, let status, _): status == 403
    case .serverFailed, .unexpectedAnswer, .refused, .notAvailable, .payloadTooLarge,
      .invalidRequest:
      true
    case .invalidURL, .invalidToken, .unreachable, .interrupted, .throttled, .signInRefused,
      .declined, .bodyUnreadable, .receiverFailed, .cancelled:
      false
    }
  }
}
