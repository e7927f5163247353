internal import JSONText

/// Conversations and their messages, in pages as the platform's code cuts them.
extension InboxService {
  private struct Conversation {
    let id: Int64
    let object: JSONValue
    /// Of its newest message, or of its own making, POSIX seconds.
    let lastActivity: Int64
  }

  /// The newest activity first, 25 a page; the open ones unless another status is asked for.
  func onlineConversations(_ account: String, _ request: HTTPRequest) throws -> HTTPResponse {
    let page = OnlinePage(request, size: 25)
    let status = request.parameter("status") ?? "open"
    let inbox = request.parameter("inbox_id").flatMap { Int64($0) }
    return try store.read { database in
      guard let number = try database.onlineAccount(account) else { return .noResource }
      let times = try database.onlineLastTimes(number)
      let all = try database.onlineObjects(.conversations, number).map { row in
        Conversation(
          id: row.id, object: row.object,
          lastActivity: times[row.id] ?? row.object["created_at"]?.wholeNumber ?? 0)
      }.filter { conversation in
        (status == "all" || conversation.object["status"]?.string == status)
          && (inbox == nil || conversation.object["inbox_id"]?.int == inbox)
      }.sorted { ($0.lastActivity, $0.id) > ($1.lastActivity, $1.id) }
      let unassigned = all.filter { $0.object["meta"]?["assignee"]?.isObject != true }.count
      var rows = JSONWriter()
      rows.beginArray()
      for conversation in page.cut(all) {
        write(
          conversation, newest: try database.onlineNewestMessage(number, conversation.id),
          into: &rows)
      }
      rows.endArray()
      return .json(200) { json in
        json.beginObject()
        json.key("data")
        json.beginObject()
        json.key("meta")
        json.beginObject()
        let counts: [(StaticString, Int)] = [
          ("mine_count", 0), ("unassigned_count", unassigned),
          ("assigned_count", all.count - unassigned), ("all_count", all.count),
        ]
        for (name, count) in counts {
          json.key(name)
          json.number(Int64(count))
        }
        json.endObject()
        json.key("payload")
        json.raw(withOwnLinks(rows.bytes).span)
        json.endObject()
        json.endObject()
      }
    }
  }

  private func write(
    _ conversation: Conversation, newest: JSONValue?, into json: inout JSONWriter
  ) {
    json.beginObject()
    json.members(of: conversation.object, except: ["messages", "last_activity_at", "timestamp"])
    json.key("messages")
    json.beginArray()
    if let newest { json.raw(newest.raw.span) }
    json.endArray()
    json.key("last_activity_at")
    json.number(conversation.lastActivity)
    json.key("timestamp")
    json.number(conversation.lastActivity)
    json.endObject()
  }

  /// Ordered by time and cut by id: without bounds the newest 20; before an id the newest 20 below it; after an id 100 above
  /// it; between two ids, the lower one included, at most 1000.
  func onlineMessages(
    of conversation: String, _ account: String, _ request: HTTPRequest
  ) throws -> HTTPResponse {
    let after = request.parameter("after").map { Int64($0) ?? 0 }
    let before = request.parameter("before").map { Int64($0) ?? 0 }
    return try store.read { database in
      guard let number = try database.onlineAccount(account), let id = Int64(conversation),
        let object = try database.onlineObject(.conversations, number, id: id)
      else { return .noResource }
      let messages =
        switch (after, before) {
        case (nil, nil): try database.onlineMessages(number, id, newest: 20)
        case (nil, let before?):
          try database.onlineMessages(number, id, to: before, newest: 20)
        case (let after?, nil):
          try database.onlineMessages(number, id, from: after &+ 1, limit: 100)
        case (let after?, let before?):
          try database.onlineMessages(number, id, from: after, to: before, limit: 1000)
        }
      var rows = JSONWriter()
      rows.beginArray()
      for message in messages { rows.raw(message.raw.span) }
      rows.endArray()
      return .json(200) { json in
        json.beginObject()
        json.key("meta")
        json.beginObject()
        for name in ["labels", "additional_attributes"] {
          if let value = object[name] {
            json.key(name)
            json.raw(value.raw.span)
          }
        }
        if let sender = object["meta"]?["sender"] {
          json.key("contact")
          json.raw(sender.raw.span)
        }
        json.endObject()
        json.key("payload")
        json.raw(withOwnLinks(rows.bytes).span)
        json.endObject()
      }
    }
  }

  /// The store keeps the addresses of files without the server, whose port is another one each time.
  private func withOwnLinks(_ text: [UInt8]) -> [UInt8] {
    let stored = Array(#""data_url":"/rails/"#.utf8)
    let shown = Array("\"data_url\":\"\(origin)/rails/".utf8)
    return text.replacing(stored, with: shown)
  }
}
