internal import ChatRecords
internal import Files
internal import InboxAPI
internal import InboxBackup
internal import JSONText

/// The inbox itself as a source of records.
@MainActor final class LiveInbox: InboxSource {
  private static let day: Int64 = 86_400

  let origin: String
  var kind: InboxKind { client.kind }
  private let client: any InboxClient
  private let filter: RecordFilter
  private let progress: ProgressDisplay
  /// Where messages and media are kept for a moment; nil for the system's own place.
  private let temporaryFolder: String?
  private let mediumLimit: Int64

  /// - Parameter mediumLimit: a larger file than this is not taken; in bytes.
  init(
    _ client: any InboxClient, origin: String, _ request: ExportRequest,
    _ progress: ProgressDisplay, mediumLimit: Int64 = BackupOptions.usualMediumLimit
  ) {
    self.client = client
    self.mediumLimit = mediumLimit
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
    // An inbox that the token's user does not see lists no conversations, which is not the same as having none.
    do throws(APIError) {
      try await client.checkAccess()
    } catch {
      // What a get.chat inbox does not offer says nothing of its chats.
      guard client.kind == .getChat, case .refused(_, let status, _) = error,
        [404, 405].contains(status)
      else { throw error }
    }
    progress.began(Meter(phase: "listing", subject: "chats", item: "chat"))
    var chats: [String: InboxChat] = [:]
    var numberless = 0
    var walk = client.chats(isSinglePass: false)
    while let page = try await walk.next(isolation: #isolation) {
      progress.advanced(items: page.count)
      for row in page.map({ ChatRow($0, client.kind) }) {
        guard let part = row.number else {
          numberless += 1
          continue
        }
        let number = row.partner ?? row.name ?? part
        if request.wants([number, row.name]) {
          let person = row.person ?? "part \(part)"
          let known = chats[person]?.parts ?? []
          chats[person] = InboxChat(
            number: number, title: row.name ?? number, parts: known + [part])
        }
      }
    }
    progress.ended()
    return (chats.values.sorted { ($0.number, $0.parts[0]) < ($1.number, $1.parts[0]) }, numberless)
  }

  func records(
    of chat: InboxChat, before next: InboxChat?, by maker: (InboxChat) throws -> RecordMaker
  ) async throws -> any InboxRecords {
    var spool = try MessageSpool(in: temporaryFolder)
    progress.began(Meter(phase: "listing messages of", subject: chat.number, item: "message"))
    // Only where messages are listed by time is it known which ones need not be listed.
    let isByTime = client.kind == .getChat
    var count = 0
    var failure: FailedItem?
    var last = Int64.max
    var isInOrder = true
    for part in chat.parts {
      var walk = client.messages(
        of: part, since: isByTime ? lowest : nil, before: isByTime ? highest : nil)
      while true {
        let page: [JSONValue]?
        do throws(APIError) {
          page = try await walk.next(isolation: #isolation)
        } catch {
          // What was listed of the chat is written all the same.
          failure = FailedItem(try await client.failure(error), error)
          page = nil
        }
        guard let page else { break }
        try Interruption.shared.check()
        for message in page {
          try spool.append(message.raw)
          if isByTime { continue }
          let time = InboxMessage(message, client.form).time ?? .min
          isInOrder = isInOrder && time <= last
          last = time
        }
        count += page.count
        progress.advanced(items: page.count)
      }
    }
    let form = client.form
    if !isInOrder {
      try spool.sort { InboxMessage(try JSONValue(parsing: $0), form).time ?? .min }
    }
    return Spooled(spool, count: count, failure, form, try maker(chat))
  }

  private final class Spooled: InboxRecords {
    private var spool: MessageSpool
    private let form: MessageForm
    private let maker: RecordMaker
    private var spare = RecordBatch()
    let count: Int
    let failure: FailedItem?
    var gap: String? {
      failure.map {
        "the inbox does not give all messages of the chat; the others were written: \($0.error)"
      }
    }

    init(
      _ spool: consuming MessageSpool, count: Int, _ failure: FailedItem?, _ form: MessageForm,
      _ maker: RecordMaker
    ) {
      self.spool = spool
      self.form = form
      self.count = count
      self.failure = failure
      self.maker = maker
    }

    func next() throws -> RecordBatch? {
      var batch = spare
      batch.clear()
      while !batch.isFull, let message = try spool.popLast() {
        batch.append(InboxMessage(try JSONValue(parsing: message), form), by: maker)
      }
      return batch.messages > 0 ? batch : nil
    }

    func give(back batch: RecordBatch) { spare = batch }
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
    client.place(of: medium)?.id
  }

  func file(_ medium: InboxMessage.Media) async throws -> InboxFile {
    guard let place = client.place(of: medium) else {
      return medium.link == nil ? .unnamed : .elsewhere
    }
    let file = try IncomingMedium(in: temporaryFolder, limit: mediumLimit)
    var isSecondTry = false
    while true {
      do throws(APIError) {
        try await client.media(
          at: place, restart: { try file.restart() }, receive: { try file.take($0) })
      } catch {
        if let excess = file.excess { return .lost("\(excess)") }
        // Else it ends the run.
        _ = try await client.failure(error, at: place)
        return .lost("\(error)")
      }
      if medium.sha256 == nil, !medium.mayBeWebPage, WebPage.begins(with: try file.head()) {
        return .lost("a web page came in its place")
      }
      guard let size = medium.size, size != file.size else {
        return .bytes(file.source(), sha256: nil)
      }
      if isSecondTry {
        return .odd(
          file.source(), "\(file.size) bytes in place of the \(size) that its message says")
      }
      isSecondTry = true
      try file.restart()
    }
  }
}
