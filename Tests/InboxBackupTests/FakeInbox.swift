import Files
import Synchronization
import TestServer

/// An inbox behind a scripted server, whose contents a test changes while it runs.
final class FakeInbox: Sendable {
  struct Message: Sendable {
    var id: String
    var time: Int64
    /// Members of `waba_payload` besides id and timestamp.
    var payload = #""type":"text","text":{"body":"hello"}"#
    /// Further members of the message.
    var more = ""
    var hasID = true

    var json: String {
      (hasID ? #"{"id":"\#(id)","waba_payload":{"id":"wamid.\#(id)","# : #"{"waba_payload":{"#)
        + #""timestamp":"\#(time)",\#(payload)},"#
        + #""from_us":false,"waba_statuses":{"sent":\#(time),"read":null}\#(more)}"#
    }
  }

  struct State: Sendable {
    var chats: [String: [Message]] = [:]
    /// Rows of the other lists, by path.
    var lists: [String: [String]] = [:]
    /// Answers that are no list, by path.
    var values: [String: String] = [:]
    var media: [String: [UInt8]] = [:]
    /// Answers given in place of the usual ones, by path.
    var faults: [String: Reaction] = [:]
    /// Chats for whose messages nothing but 500 is answered, after so many requests.
    var failingChats: [String: Int] = [:]
    /// Called with the number of each request for messages; may change the state.
    var onMessages: (@Sendable (Int, inout State) -> Void)?
    var messageRequests = 0
    /// Chats that are assigned to somebody.
    var assigned: Set<String> = []
    /// The same for requests for the list of chats.
    var onChats: (@Sendable (Int, inout State) -> Void)?
    var chatRequests = 0
    var pageLimit = 5
    /// Writes JSON in another way.
    var style: (@Sendable (String) -> String)?
  }

  private let contents: Contents
  let server: TestServer

  init(_ state: State) throws {
    let contents = Contents(state)
    self.contents = contents
    server = try TestServer { contents.answer($0) }
  }

  func change(_ body: (inout State) -> Void) { contents.state.withLock { body(&$0) } }

  /// Targets of the requests for one path.
  func targets(_ path: String) -> [String] {
    server.requests.filter { $0.path == "/api/v1/" + path }.map(\.target)
  }

}

/// What the script answers from.
private final class Contents: Sendable {
  let state: Mutex<FakeInbox.State>

  init(_ state: FakeInbox.State) { self.state = Mutex(state) }

  func answer(_ request: Request) -> Reaction {
    let reaction = plainAnswer(request)
    guard let style = state.withLock({ $0.style }),
      case .answer(200, let headers, let body) = reaction,
      headers.contains(where: { $0.value == "application/json" })
    else { return reaction }
    return .json(style(String(decoding: body, as: UTF8.self)))
  }

  private func plainAnswer(_ request: Request) -> Reaction {
    state.withLock { state in
      guard request.method == "GET", request.path.hasPrefix("/api/v1/") else { return .status(405) }
      let path = String(request.path.dropFirst("/api/v1/".count))
      if path == "chats/" {
        state.chatRequests += 1
        state.onChats?(state.chatRequests, &state)
      }
      if let fault = state.faults[path] { return fault }
      if path == "users/current/" { return .json(#"{"id":1}"#) }
      if path == "chats/" { return page(state.chatRows, request, state.pageLimit) }
      if path == "messages/" {
        state.messageRequests += 1
        state.onMessages?(state.messageRequests, &state)
        let chat = request.query("wa_id") ?? ""
        if let left = state.failingChats[chat] {
          if left <= 0 { return .status(500) }
          state.failingChats[chat] = left - 1
        }
        return page(messages(request, state), request, state.pageLimit)
      }
      if path.hasPrefix("media/"), let bytes = state.media[String(path.dropFirst(6).dropLast())] {
        return .answer(200, headers: [("Content-Type", "image/png")], body: bytes)
      }
      if let value = state.values[path] { return .json(value) }
      if let rows = state.lists[path] { return page(rows, request, state.pageLimit) }
      return .json(#"{"detail":"Not found."}"#, status: 404)
    }
  }

  private func messages(_ request: Request, _ state: FakeInbox.State) -> [String] {
    let since = request.query("since_time").flatMap { Int64($0) } ?? .min
    let before = request.query("before_time").flatMap { Int64($0) } ?? .max
    return state.chats[request.query("wa_id") ?? "", default: []]
      .filter { $0.time >= since && $0.time < before }.reversed().map(\.json)
  }

  private func page(_ rows: [String], _ request: Request, _ most: Int) -> Reaction {
    let limit = min(request.query("limit").flatMap { Int($0) } ?? 20, most)
    let offset = min(request.query("offset").flatMap { Int($0) } ?? 0, rows.count)
    let items = rows[offset...].prefix(limit).joined(separator: ",")
    return .json(
      #"{"count":\#(rows.count),"next":null,"previous":null,"results":[\#(items)]}"#)
  }
}

extension FakeInbox.State {
  /// The newest activity first.
  fileprivate var chatRows: [String] {
    chats.sorted { ($0.value.last?.time ?? 0, $0.key) > ($1.value.last?.time ?? 0, $1.key) }.map {
      let last = $0.value.last?.json ?? "null"
      return #"{"wa_id":"\#($0.key)","new_messages":3,"last_message":\#(last),"tags":[],"#
        + #""assigned_to_user":\#(assigned.contains($0.key) ? "{}" : "null"),"assigned_group":null}"#
    }
  }

  /// Two chats with 13 and 4 messages, one of them an image, and one row of each of a few kinds.
  static var small: FakeInbox.State {
    var state = FakeInbox.State()
    state.chats["447700900101"] = (0..<13).map {
      FakeInbox.Message(id: "a\($0)", time: 1_700_000_000 + Int64($0 / 2) * 60)
    }
    state.chats["447700900102"] = (0..<4).map {
      FakeInbox.Message(id: "b\($0)", time: 1_700_100_000 + Int64($0))
    }
    let bytes = Array("an image, or what passes for one".utf8)
    state.media["med-1"] = bytes
    state.chats["447700900102"]?[1].payload =
      #""type":"image","image":{"id":"med-1","mime_type":"image/png","sha256":""#
      + SHA256.digest(of: bytes.span).hex + #""}"#
    state.lists["tags/"] = [#"{"id":7,"name":"vip","web_inbox_color":null}"#]
    state.lists["users/"] = [
      #"{"id":1,"username":"ann","activation_url":"https://x.example/CANARY-1"}"#
    ]
    state.lists["webhooks/waba/"] = [
      #"{"id":3,"url":"https://h.example/x?auth=CANARY-2&a=1","headers":{"X-Key":"CANARY-3"}}"#
    ]
    state.values["status/health/"] = #"[{"check_name":"a","is_ok":true,"message":""}]"#
    state.values["settings/business/profile/"] = #"{"address":null,"future_field":1.50}"#
    return state
  }
}
