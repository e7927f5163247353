import Synchronization
import TestServer

/// An online platform behind a scripted server, whose contents a test changes while it runs.
final class FakePlatform: Sendable {
  struct Message: Sendable {
    var id: Int64
    var time: Int64
    /// Further members.
    var more = #""message_type":0"#

    var json: String { #"{"id":\#(id),"created_at":\#(time),"content":"hello",\#(more)}"# }
  }

  struct State: Sendable {
    var conversations: [Int: [Message]] = [:]
    /// Answers by path, or by path and query, in place of the usual ones.
    var answers: [String: Reaction] = [:]
    /// Answers to whatever is asked below the account, by the last part of the path.
    var kinds: [String: Reaction] = [:]
    /// From the request for messages with this number on, the server fails.
    var failsFrom = Int.max
    var messageRequests = 0
    /// Messages in an answer.
    var limit = 10
  }

  private final class Contents: Sendable {
    let state: Mutex<State>

    init(_ state: State) { self.state = Mutex(state) }

    func answer(_ request: Request) -> Reaction {
      state.withLock { state in
        guard request.method == "GET" else { return .status(405) }
        if let answer = state.answers[request.target] ?? state.answers[request.path] {
          return answer
        }
        if request.path.hasPrefix("/api/v1/accounts/8/"),
          let answer = state.kinds[String(request.path.split(separator: "/").last ?? "")]
        {
          return answer
        }
        switch request.path {
        case "/api/v1/profile": return .json(#"{"id":1}"#)
        case "/api/v1/accounts/8/inboxes": return .json(#"{"payload":[{"id":12}]}"#)
        case "/api/v1/accounts/8/conversations": return conversations(request, state)
        default: break
        }
        let words = request.path.split(separator: "/")
        guard words.count == 7, words[6] == "messages", let id = Int(words[5]) else {
          return .json(#"{"error":"Resource could not be found"}"#, status: 404)
        }
        state.messageRequests += 1
        if state.messageRequests >= state.failsFrom { return .status(500) }
        return messages(state.conversations[id] ?? [], request, state.limit)
      }
    }

    private func conversations(_ request: Request, _ state: State) -> Reaction {
      let page = request.query("page").flatMap { Int($0) } ?? 1
      let rows = state.conversations.map { id, messages in
        (id: id, last: messages.map(\.time).max() ?? 0)
      }.sorted { ($0.last, $0.id) > ($1.last, $1.id) }
      let items = rows.dropFirst((page - 1) * 2).prefix(2).map {
        #"{"id":\#($0.id),"inbox_id":12,"status":"open","last_activity_at":\#($0.last)}"#
      }
      return .json(
        #"{"data":{"meta":{"all_count":\#(rows.count)},"payload":[\#(items.joined(separator: ","))]}}"#
      )
    }

    private func messages(_ all: [Message], _ request: Request, _ limit: Int) -> Reaction {
      let after = request.query("after").flatMap { Int64($0) } ?? 0
      let before = request.query("before").flatMap { Int64($0) } ?? .max
      let rows = all.filter { $0.id >= after && $0.id < before }
        .sorted { ($0.time, $0.id) < ($1.time, $1.id) }.prefix(limit)
      return .json(#"{"meta":{},"payload":[\#(rows.map(\.json).joined(separator: ","))]}"#)
    }
  }

  private let contents: Contents
  let server: TestServer

  init(_ state: State) throws {
    let contents = Contents(state)
    self.contents = contents
    server = try TestServer { contents.answer($0) }
  }

  func change(_ body: (inout State) -> Void) { contents.state.withLock { body(&$0) } }
}
