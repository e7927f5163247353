internal import ChatRecords
internal import Files
internal import InboxAPI
internal import JSONText
internal import WhatsAppExport

/// Lists a chat into the store.
struct RemoteMessages {
  /// Servers give fewer where they like it better.
  static let pageSize = 500

  let client: GetChatClient
  let number: String
  let store: PlanStore

  /// - Parameter times: POSIX seconds; nil for all messages.
  func list(_ times: ClosedRange<Int64>?) async throws {
    try store.forgetRemote()
    try await fetch(times)
    try store.countWholeMinutes()
  }

  private func fetch(_ times: ClosedRange<Int64>?) async throws {
    // A message without seconds may be anywhere in its minute.
    var walk = client.allMessages(
      of: number, since: times.map { $0.lowerBound - $0.lowerBound.modulo(60) },
      before: times.map { $0.upperBound + 60 },
      limit: Self.pageSize)
    var isFirst = true
    while true {
      try Task.checkCancellation()
      let page: [JSONValue]?
      do throws(APIError) {
        page = try await walk.next()
      } catch {
        // A chat that the inbox has never seen.
        if case .refused(_, status: 404, _) = error, isFirst { return }
        throw error
      }
      guard let page else { return }
      isFirst = false
      // Messages of the inbox itself are listed too, though nothing is compared with them.
      try store.add(page.compactMap { RemoteMessage(InboxMessage($0)) })
    }
  }
}

extension RemoteMessage {
  /// Nil for what has no time. Who wrote a message that does not say it is taken for the partner.
  init?(_ message: InboxMessage) {
    guard let time = message.time else { return nil }
    self.time = time
    direction = message.direction == .unknown ? .incoming : message.direction
    id = XXH3.hash(Array(message.key.utf8).span)
    let words = message.text.map { Array($0.utf8) }
    text = words.map { ComparedText.hash($0.span) } ?? ComparedText.empty
    caption = words.flatMap { PrintedText.caption(of: $0) }.map { ComparedText.hash($0.span) }
    switch message.type {
    case "text", "system", "image", "video", "audio", "voice", "sticker", "media":
      isTextless = false
    default: isTextless = true
    }
    hasMedia = message.media?.isThere ?? false
  }
}
