import Foundation
import JSONText
import Synchronization
import TestKit
import TestServer
import Testing

/// `export --inbox` of an inbox that does not give everything.
@Suite struct LiveExportTests {
  /// What is answered by path, in place of the usual.
  private final class Answers: Sendable {
    let byPath = Mutex<[String: @Sendable () -> Reaction]>([:])
  }

  /// Conversations 5, 6 and 7 with three people, one message each; that of 6 has an attachment.
  private struct Platform {
    let server: TestServer
    private let answers = Answers()
    var chatferry: Chatferry

    init() throws {
      let answers = answers
      server = try TestServer { request in
        if let answer = answers.byPath.withLock({ $0[request.path] }) { return answer() }
        if request.path == "/api/v1/profile" { return .json(#"{"id":1}"#) }
        if request.path.hasSuffix("/inboxes") { return .json(#"{"payload":[{"id":12}]}"#) }
        if request.path.hasSuffix("/conversations") {
          let rows = [5, 6, 7].map {
            #"{"id":\#($0),"inbox_id":12,"status":"open","meta":{"sender":{"id":"\#($0)","name":"N\#($0)","phone_number":"+44770090010\#($0)"}}}"#
          }
          let items = request.query("page") == "1" ? rows.joined(separator: ",") : ""
          return .json(#"{"data":{"meta":{"all_count":3},"payload":[\#(items)]}}"#)
        }
        let words = request.path.split(separator: "/")
        guard words.last == "messages", words.count == 7 else { return .status(404) }
        let id = words[5]
        let host = "http://" + (request.header("Host") ?? "")
        let file =
          id == "6"
          ? #","attachments":[{"id":61,"file_type":"file","data_url":"\#(host)/rails/offer.html"}]"#
          : ""
        let after = Int(request.query("after") ?? "0") ?? 0
        let isShown = after <= 100 && request.query("before").flatMap { Int($0) } ?? 101 > 100
        return .json(
          isShown
            ? #"{"payload":[{"id":100,"created_at":1700000000,"message_type":0,"content":"in \#(id)"\#(file)}]}"#
            : #"{"payload":[]}"#)
      }
      chatferry = try Chatferry()
      chatferry.environment["CHATFERRY_TOKEN"] = "t"
      answer("/rails/offer.html", Self.page)
    }

    static let page = Reaction.answer(
      200, headers: [("Content-Type", "text/html")], body: Array("<!doctype html>Offer".utf8))

    func answer(_ path: String, _ reaction: Reaction?) {
      guard let reaction else { return answers.byPath.withLock { $0[path] = nil } }
      answer(path, by: { reaction })
    }

    func answer(_ path: String, by react: @escaping @Sendable () -> Reaction) {
      answers.byPath.withLock { $0[path] = react }
    }

    /// nil: with its message.
    func answer(conversation: Int, _ reaction: Reaction?) {
      answer("/api/v1/accounts/8/conversations/\(conversation)/messages", reaction)
    }

    func export(_ options: String...) throws -> Chatferry.Outcome { try run("export", options) }

    func run(_ command: String, _ options: [String]) throws -> Chatferry.Outcome {
      let inbox = [
        "--inbox", server.url, "--kind", "online", "--account", "8", "--inbox-id", "12",
      ]
      return try chatferry.run([command] + inbox + options)
    }
  }

  @Test(arguments: [
    Reaction.status(422), .status(404), .status(500), .json("{\"payload\":["),
    .json(#"{"payload":[{"id":null}]}"#), .status(302, [("Location", "https://login.example/")]),
  ])
  func writesTheOtherChatsWhereOneIsNotToBeHad(_ answer: Reaction) throws {
    let platform = try Platform()
    platform.answer(conversation: 6, answer)
    let run = try platform.export("--to", "-")
    #expect(run.status == 1, "\(run.error)")
    let texts = try run.output.split(separator: "\n").map {
      try JSONValue(parsing: Array($0.utf8))["text"]?.string
    }
    #expect(texts == ["in 5", "in 7"])
    #expect(run.error.contains("(chat-unavailable)"))
    #expect(run.error.contains("conversations/6/messages"))
    let out = platform.chatferry.home.file("out")
    let json = try platform.export("--to", out, "--json")
    #expect(json.status == 1)
    let codes = try json.json()["chats"]?.array?.map {
      $0["problems"]?.array?.first?["code"]?.string
    }
    #expect(codes == [nil, "chat-unavailable", nil])
    let states = try json.json()["chats"]?.array?.map { $0["state"]?.string }
    #expect(states == ["done", "incomplete", "done"])
    #expect(try Self.isComplete(out) == false)
  }

  /// A backup of which something is known to be missing says so whoever reads it, and however late.
  @Test func saysOfABackupWhatItsInboxDidNotGive() throws {
    let platform = try Platform()
    platform.answer(conversation: 6, .status(500))
    let (backup, out) = (platform.chatferry.home.file("b"), platform.chatferry.home.file("out"))
    #expect(try platform.run("backup", ["--to", backup]).status == 1)
    let run = try platform.chatferry.run("export", backup, "--to", out, "--json")
    #expect(run.status == 1, "\(run.error)")
    let states = try run.json()["chats"]?.array?.map { $0["state"]?.string }
    #expect(states == ["done", "incomplete", "done"])
    #expect(run.error.contains("(chat-unavailable)"))
    #expect(try Self.isComplete(out) == false)
    // Who asks for another chat gets all of it.
    #expect(
      try platform.chatferry.run("export", backup, "--to", "-", "--chat", "447700900105").status
        == 0)
    platform.answer(conversation: 6, nil)
    #expect(try platform.run("backup", ["--to", backup]).status == 0)
    #expect(try platform.chatferry.run("export", backup, "--to", out).status == 0)
    #expect(try Self.isComplete(out) == true)
  }

  private static func isComplete(_ folder: String) throws -> Bool? {
    try JSONValue(parsing: Array(Data(contentsOf: URL(filePath: folder + "/manifest.json"))))[
      "complete"]?.bool
  }

  /// Half a file is asked for again, and kept as it came where it comes so twice.
  @Test(arguments: [true, false])
  func saysOfAFileThatIsNotAsLongAsItsMessageSays(isWholeLater: Bool) throws {
    let platform = try Platform()
    let whole = 100
    platform.answer(
      conversation: 6,
      .json(
        """
        {"payload":[{"id":100,"created_at":1700000000,"message_type":0,"content":"x","attachments":[
        {"id":61,"file_type":"file","file_size":\(whole),"data_url":"\(platform.server.url)/rails/f"}]}]}
        """))
    let count = Counter()
    platform.answer(
      "/rails/f",
      by: {
        let size = isWholeLater && count.next() == 2 ? whole : 40
        return .answer(200, headers: [], body: [UInt8](repeating: 7, count: size))
      })
    let out = platform.chatferry.home.file("out")
    let run = try platform.export("--to", out, "--chat", "447700900106")
    #expect(run.status == (isWholeLater ? 0 : 1), "\(run.error)")
    #expect(run.error.contains("(media-differs)") != isWholeLater)
    #expect(run.error.contains("message 100") != isWholeLater)
    let text = try String(contentsOfFile: out + "/messages.jsonl", encoding: .utf8)
    #expect(text.contains("\"state\":\"present\""))
    #expect(text.contains("\"size\":\(isWholeLater ? whole : 40)"))
  }

  private final class Counter: Sendable {
    private let count = Mutex(0)
    func next() -> Int {
      count.withLock { count in
        count += 1
        return count
      }
    }
  }

  /// What a token cannot see, an export cannot have.
  @Test(arguments: ["all", "group"])
  func saysThatItsTokenSeesAPart(scope: String) throws {
    let server = try TestServer { request in
      switch request.path {
      case "/api/v1/users/current/": .json(#"{"permissions":{"can_read_chats":"\#(scope)"}}"#)
      case "/api/v1/chats/": .json(#"{"count":0,"results":[]}"#)
      default: .status(404)
      }
    }
    defer { server.stop() }
    var chatferry = try Chatferry()
    chatferry.environment["CHATFERRY_TOKEN"] = "t"
    let out = chatferry.home.file("out")
    let run = try chatferry.run("export", "--inbox", server.url, "--to", out, "--json")
    #expect(run.status == (scope == "all" ? 0 : 1), "\(run.error)")
    let codes = try run.json()["problems"]?.array?.map { $0["code"]?.string }
    #expect(codes == (scope == "all" ? [] : ["list-unproven"]))
    #expect(try Self.isComplete(out) == (scope == "all"))
  }

  @Test func endsWhereTheServerFailsAtEveryChat() throws {
    let platform = try Platform()
    for id in 5...7 { platform.answer(conversation: id, .status(500)) }
    let run = try platform.export("--to", "-")
    #expect(run.status == 69)
    #expect(run.output.isEmpty)
    let one = try platform.export("--to", "-", "--chat", "447700900105")
    #expect(one.status == 69)
  }

  @Test(arguments: [
    Reaction.status(401), .status(403), .status(404), .status(429, [("Retry-After", "0")]),
    .status(302, [("Location", "http://127.0.0.1:1/gone")]), .close,
    .answer(200, headers: [], body: Array("<p>".utf8)),
  ])
  func writesTheMessageWhoseFileIsNotToBeHad(_ answer: Reaction) throws {
    let platform = try Platform()
    platform.answer("/rails/offer.html", answer)
    let out = platform.chatferry.home.file("out")
    let run = try platform.export("--to", out)
    let text = try String(contentsOfFile: out + "/messages.jsonl", encoding: .utf8)
    #expect(text.split(separator: "\n").count == 3)
    let isThere = run.error.isEmpty
    #expect(run.status == (isThere ? 0 : 1), "\(run.error)")
    #expect(run.error.contains("(media-lost)") != isThere)
  }

  /// A page is a file where the message calls it one, behind a redirect too; else it stands in place of one.
  @Test func takesAPageForTheFileThatItIs() throws {
    let platform = try Platform()
    platform.answer("/rails/offer.html", .status(302, [("Location", "/store/x")]))
    platform.answer("/store/x", Platform.page)
    let out = platform.chatferry.home.file("out")
    #expect(try platform.export("--to", out).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: out + "/media")
    #expect(names.count == 1)
    platform.answer(
      conversation: 6,
      .json(
        #"{"payload":[{"id":100,"created_at":1700000000,"message_type":0,"attachments":[{"file_type":"image","data_url":"/rails/photo.png"}]}]}"#
      ))
    platform.answer("/rails/photo.png", Platform.page)
    let run = try platform.export("--to", platform.chatferry.home.file("second"))
    #expect(run.status == 1)
    #expect(run.error.contains("a web page came in its place"))
  }
}
