internal import ChatRecords
internal import Files
internal import InboxAPI
internal import JSONText

/// The inbox itself as a source of records.
@MainActor final class LiveInbox: InboxSource {
  private static let day: Int64 = 86_400

  let origin: String
  private let client: GetChatClient
  private let filter: RecordFilter
  private let progress: ProgressDisplay
  /// Where messages and media are kept for a moment; nil for the system's own place.
  private let temporaryFolder: String?

  init(
    _ client: GetChatClient, origin: String, _ request: ExportRequest, _ progress: ProgressDisplay
  ) {
    self.client = client
    self.origin = origin
    filter = request.filter
    self.progress = progress
    if case .folder(let path) = request.target {
      temporaryFolder = path
    } else {
      temporaryFolder = nil
    }
  }

  func chats(_ request: ExportRequest) async throws -> (chats: [InboxChat], numberless: Int) {
    progress.began(Meter(phase: "listing", subject: "chats", item: "chat"))
    var chats: [InboxChat] = []
    var numberless = 0
    var walk = client.allChats()
    while let page = try await walk.next() {
      progress.advanced(items: page.count)
      for row in page.map({ ChatRow($0) }) {
        guard let number = row.number else {
          numberless += 1
          continue
        }
        if request.wants([number, row.name]) {
          chats.append(InboxChat(number: number, title: row.name ?? number))
        }
      }
    }
    progress.ended()
    return (chats.sorted { $0.number < $1.number }, numberless)
  }

  func messages(of chat: InboxChat) async throws -> any MessageStream {
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
    return Spooled(spool, count: count)
  }

  private final class Spooled: MessageStream {
    private var spool: MessageSpool
    let count: Int

    init(_ spool: consuming MessageSpool, count: Int) {
      self.spool = spool
      self.count = count
    }

    func next() throws -> ListedMessage? {
      try spool.popLast().map { ListedMessage(message: InboxMessage(try JSONValue(parsing: $0))) }
    }
  }

  /// POSIX seconds that no wanted message lies before; a day on a wall clock may begin 14 hours earlier in UTC.
  private var lowest: Int64? {
    switch filter.since {
    case .instant(let seconds, _): seconds
    case .day(let seconds): seconds - Self.day
    case nil: nil
    }
  }

  private var highest: Int64? {
    switch filter.until {
    case .instant(let seconds, _): seconds
    case .day(let seconds): seconds + Self.day
    case nil: nil
    }
  }

  func key(of medium: InboxMessage.Media) -> String? {
    medium.id ?? medium.link.flatMap { client.mediaID(of: $0) }
  }

  func file(_ medium: InboxMessage.Media) async throws -> InboxFile {
    guard let id = key(of: medium) else { return medium.link == nil ? .unnamed : .elsewhere }
    let file = try TemporaryFile(in: temporaryFolder)
    do throws(APIError) {
      try await client.media(
        id: id, restart: { try file.clear() }, receive: { try file.append($0) })
      return .bytes(file.source(), sha256: nil)
    } catch {
      guard error.isOfOneFile else { throw error }
      return .lost("\(error)")
    }
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
