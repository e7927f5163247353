internal import ChatRecords
internal import Files
internal import InboxAPI
internal import JSONText

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
    let start = times?.lowerBound
    // A message without seconds may be anywhere in its minute.
    var walk = PageWalk(since: start, before: times.map { $0.upperBound + 60 })
    while let request = walk.next {
      try Task.checkCancellation()
      let page: ListPage
      do throws(APIError) {
        page = try await client.messages(
          of: number, limit: Self.pageSize, offset: request.offset, sinceTime: start,
          beforeTime: request.before)
      } catch {
        // A chat that the inbox has never seen.
        if case .refused(_, status: 404, _) = error, request.offset == 0 { return }
        throw error
      }
      let messages = page.items.compactMap { RemoteMessage($0) }
      // Messages of the inbox itself count for the walk, though nothing is compared with them.
      let new = try store.add(messages)
      walk.received(times: messages.map(\.time), new: new)
    }
  }
}

extension RemoteMessage {
  /// A message as listMessages gives it; nil for what has no time.
  init?(_ value: JSONValue) {
    let payload = value["waba_payload"]
    let stamp = payload?["timestamp"] ?? value["timestamp"]
    guard let time = stamp?.int ?? stamp?.string.flatMap({ Int64($0) }) else { return nil }
    self.time = time
    let type = payload?["type"]?.string ?? "unknown"
    let isFromUs = value["from_us"]?.bool ?? false
    direction = type == "system" ? .system : isFromUs ? .outgoing : .incoming
    let name = value["id"] ?? payload?["id"]
    let words = name?.string ?? name?.int.map { String($0) }
    id = words.map { XXH3.hash(Array($0.utf8).span) } ?? XXH3.hash(Array(value.raw).span)
    let content = payload?[type]
    switch type {
    case "text", "system":
      text = ComparedText.hash(content?["body"]?.string)
      isTextless = false
      hasMedia = false
    case "image", "video", "audio", "voice", "document", "sticker", "media":
      text = ComparedText.hash(content?["caption"]?.string)
      isTextless = type == "document"
      hasMedia = [content?["id"], content?["link"]].contains { $0?.string?.isEmpty == false }
    default:
      text = ComparedText.hash(content?["body"]?.string ?? content?["caption"]?.string)
      isTextless = true
      hasMedia = false
    }
  }
}
