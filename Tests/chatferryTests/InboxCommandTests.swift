import Foundation
import JSONText
import TestServer
import TestKit
import Testing

/// Commands that speak to an inbox: the local one, and a server that answers by script.
@Suite struct InboxCommandTests {
  private static let who = ["--me", "Harbour Bikes", "--time-zone", "Europe/London"]
  private static let partner = ["--partner", "+44 7700 900142"]

  @Test func importsIntoTheLocalInboxOnceAndExportsItAgain() throws {
    let chatferry = try Chatferry()
    let words =
      ["import", try chatferry.chat(), "--inbox", "local", "--json"] + Self.who + Self.partner
    let first = try chatferry.run(words)
    #expect(first.status == 0)
    let result = try #require(try first.json()["imports"]?.array?.first)
    #expect(
      result.members?.map(\.key) == [
        "path", "chat", "parts", "media", "messages", "verified", "state", "problems",
      ])
    #expect(result["chat"]?.string == "447700900142")
    #expect(result["state"]?.string == "done")
    #expect(result["verified"]?.bool == true)
    let second = try chatferry.run(words)
    #expect(second.status == 0)
    #expect(try second.json()["imports"]?.array?.first?["state"]?.string == "skipped")

    let export = try chatferry.run("export", "--inbox", "local", "--to", "-")
    #expect(export.status == 0)
    let lines = try export.output.split(separator: "\n").map {
      try JSONValue(parsing: Array($0.utf8))
    }
    #expect(
      lines.map { $0["time"]?.string } == [
        "2022-03-10T11:00:00+00:00", "2022-03-13T17:46:00+00:00", "2022-03-14T09:13:00+00:00",
      ])
    #expect(lines.map { $0["direction"]?.string } == ["in", "out", "in"])
    let elsewhere = try chatferry.run(
      "export", "--inbox", "local", "--to", "-", "--time-zone", "Asia/Jerusalem", "--since",
      "2022-03-14")
    #expect(elsewhere.output.contains("\"time\":\"2022-03-14T11:13:00+02:00\""))
    #expect(elsewhere.output.split(separator: "\n").count == 1)
  }

  @Test func sendsNothingInADryRun() throws {
    let chatferry = try Chatferry()
    let run = try chatferry.run(
      ["import", try chatferry.chat(), "--inbox", "local", "--dry-run", "--json"] + Self.who
        + Self.partner)
    #expect(run.status == 0)
    #expect(try run.json()["imports"]?.array?.first?["state"]?.string == "planned")
    #expect(!FileManager.default.fileExists(atPath: chatferry.home.file("data")))
  }

  @Test(arguments: [
    (["--me", "Harbour Bikes", "--partner", "+44 7700 900142"], "time-zone-missing"),
    (["--me", "Harbour Bikes", "--time-zone", "UTC"], "partner-number-missing"),
    (["--partner", "+44 7700 900142", "--time-zone", "UTC"], "me-unknown"),
  ])
  func namesWhatIsMissing(options: [String], code: String) throws {
    let chatferry = try Chatferry()
    let run = try chatferry.run(
      ["import", try chatferry.chat(), "--inbox", "local", "--json"] + options)
    #expect(run.status == 65)
    let problems = try run.json()["imports"]?.array?.first?["problems"]?.array ?? []
    #expect(problems.contains { $0["code"]?.string == code })
    #expect(run.error.contains("(\(code))"))
  }

  @Test func needsAnInbox() throws {
    let chatferry = try Chatferry()
    let run = try chatferry.run("import", chatferry.chat())
    #expect(run.status == 64)
    #expect(run.error.contains("--inbox is missing, chatferry import; give a profile name"))
  }

  @Test func saysThatTheServerCannotBeReached() throws {
    var chatferry = try Chatferry()
    chatferry.environment["CHATFERRY_TOKEN"] = "canary-token"
    // A port that was free a moment ago.
    let server = try TestServer { _ in .close }
    let url = server.url
    server.stop()
    let run = try chatferry.run("export", "--inbox", url, "--to", "-")
    #expect(run.status == 69)
    #expect(!run.error.contains("canary-token"))
  }

  @Test func saysThatTheTokenWasRefused() throws {
    var chatferry = try Chatferry()
    chatferry.environment["CHATFERRY_TOKEN"] = "canary-token"
    let server = try TestServer { _ in .json(#"{"detail":"Invalid token."}"#, status: 401) }
    let run = try chatferry.run("export", "--inbox", server.url, "--to", "-")
    #expect(run.status == 77)
    #expect(!run.error.contains("canary-token"))
    #expect(server.requests.first?.header("Authorization") == "Token canary-token")
  }

  // MARK: Tokens

  struct TokenCase: Sendable, CustomTestStringConvertible {
    let prepare: @Sendable (String) throws -> Void
    let words: String
    var testDescription: String { words }
  }

  @Test(arguments: [
    TokenCase(
      prepare: { path in
        try "t".write(toFile: path, atomically: false, encoding: .utf8)
        chmod(path, 0o644)
      }, words: "has mode 0644; run: chmod 600 '"),
    TokenCase(
      prepare: { path in
        try "t".write(toFile: path + ".real", atomically: false, encoding: .utf8)
        chmod(path + ".real", 0o600)
        symlink(path + ".real", path)
      }, words: "it is a symbolic link"),
    TokenCase(
      prepare: { path in
        mkfifo(path, 0o600)
      }, words: "it is no regular file"),
    TokenCase(
      prepare: { path in
        mkdir(path, 0o700)
      }, words: "it is no regular file"),
    TokenCase(prepare: { _ in }, words: "No such file or directory"),
    TokenCase(
      prepare: { path in
        try "one\ntwo\n".write(toFile: path, atomically: false, encoding: .utf8)
        chmod(path, 0o600)
      }, words: "it holds no single line with a token"),
    TokenCase(
      prepare: { path in
        try "".write(toFile: path, atomically: false, encoding: .utf8)
        chmod(path, 0o600)
      }, words: "it holds no single line with a token"),
  ])
  func refusesATokenFile(_ token: TokenCase) throws {
    let chatferry = try Chatferry()
    let path = chatferry.home.file("token")
    try token.prepare(path)
    let run = try chatferry.run(
      "export", "--inbox", "https://x.example", "--to", "-", "--token-file", path)
    #expect(run.status == 78)
    #expect(run.error.contains(token.words))
  }

  @Test func needsAToken() throws {
    let run = try Chatferry().run("export", "--inbox", "https://x.example", "--to", "-")
    #expect(run.status == 78)
    #expect(run.error.contains("no token for https://x.example; run `chatferry login`"))
  }

  @Test func keepsTheTokenThatALoginGives() throws {
    let chatferry = try Chatferry()
    let server = try TestServer { request in
      guard request.path == "/api/v1/auth/token/",
        String(decoding: request.body, as: UTF8.self).contains("pass word")
      else { return .json(#"{"detail":"no"}"#, status: 401) }
      return .json(#"{"token":"fresh-token"}"#)
    }
    try chatferry.configure(
      "[inbox.shop]\nurl = \"\(server.url)\"\ntoken_file = \"deep/shop.token\"\n")
    let run = try chatferry.run(["login", "shop"], input: "anna\npass word\n")
    #expect(run.status == 0)
    let path = chatferry.home.file("config/chatferry/deep/shop.token")
    #expect(run.output == "token kept in \(path)\n")
    #expect(!(run.output + run.error).contains("pass word"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "fresh-token\n")
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o7777 == 0o600)

    let wrong = try chatferry.run(["login", "shop"], input: "anna\nwrong\n")
    #expect(wrong.status == 77)
    let silent = try chatferry.run(["login", server.url], input: "anna\n")
    #expect(silent.status == 74)
    #expect(silent.error.contains("the password was not given"))
    let local = try chatferry.run("login", "local")
    #expect(local.status == 64)
  }

  // MARK: Serving and signals

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func servesUntilASignalEndsIt(signal: Int32, status: Int32) throws {
    let chatferry = try Chatferry()
    let data = chatferry.home.file("served")
    let running = try chatferry.start(["serve", "--data", data])
    #expect(running.says("token  \(data)/token\n"))
    #expect(running.output.hasPrefix("inbox  http://127.0.0.1:"))
    running.send(signal)
    #expect(try running.outcome().status == status)
  }

  @Test func refusesToServeOthers() throws {
    let run = try Chatferry().run("serve", "--listen", "0.0.0.0:0")
    #expect(run.status == 64)
    #expect(run.error.contains("the local inbox answers on this machine only"))
  }

  @Test func stopsAnImportAtASignal() throws {
    var chatferry = try Chatferry()
    chatferry.environment["CHATFERRY_TOKEN"] = "t"
    let server = try TestServer { _ in .hang }
    let running = try chatferry.start(
      ["import", try chatferry.chat(), "--inbox", server.url, "--json"] + Self.who + Self.partner)
    for _ in 0..<1_000 where server.requests.isEmpty { usleep(10_000) }
    #expect(!server.requests.isEmpty)
    running.send(SIGINT)
    // The second one does not wait for anything.
    usleep(300_000)
    running.send(SIGINT)
    #expect(try running.outcome().status == 130)
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143)), (SIGHUP, Int32(143))])
  func stopsAnExportAtTheFirstSignal(signal: Int32, status: Int32) throws {
    var chatferry = try Chatferry()
    chatferry.environment["CHATFERRY_TOKEN"] = "t"
    let server = try TestServer { _ in .hang }
    let out = chatferry.home.file("out")
    let running = try chatferry.start(["export", "--inbox", server.url, "--to", out])
    for _ in 0..<1_000 where server.requests.isEmpty { usleep(10_000) }
    running.send(signal)
    #expect(try running.outcome().status == status)
    #expect(!FileManager.default.fileExists(atPath: out + "/messages.jsonl"))
  }

  // MARK: A live export

  private static func live(_ chats: String, media: Reaction) throws -> TestServer {
    try TestServer { request in
      if request.path.hasPrefix("/api/v1/media/") { return media }
      let isFirst = (request.query("offset") ?? "0") == "0"
      if request.path == "/api/v1/chats/" {
        return .json(isFirst ? "{\"count\":1,\"results\":[\(chats)]}" : #"{"results":[]}"#)
      }
      return .json(
        isFirst && request.query("before_time") == nil
          ? """
          {"count":1,"results":[{"id":"6f0e","waba_payload":{"id":"wamid.1","from":"4915112345678",\
          "timestamp":"1646910000","type":"image","image":{"id":"aa","mime_type":"image/jpeg"}}}]}
          """ : #"{"results":[]}"#)
    }
  }

  @Test(arguments: [
    (403, Int32(1), 1), (404, 1, 1), (204, 1, 1), (500, 1, 1), (401, 77, 0),
  ])
  func listsAFileThatTheServerCannotGive(answer: Int, status: Int32, lines: Int) throws {
    var chatferry = try Chatferry()
    chatferry.environment["CHATFERRY_TOKEN"] = "t"
    let server = try Self.live(#"{"wa_id":"4915112345678"}"#, media: .status(answer))
    let run = try chatferry.run("export", "--inbox", server.url, "--to", "-")
    #expect(run.status == status)
    #expect(run.output.split(separator: "\n").count == lines)
    #expect(run.error.contains("(media-lost)") == (status == 1))
  }

  @Test(arguments: [
    ([], Int32(1), 1, "(chat-without-number)"), (["--chat", "4915112345678"], 0, 1, ""),
    (["--chat", "1"], 1, 0, "(chat-not-found)"),
  ])
  func listsChatsThatAreNotToBeHad(
    options: [String], status: Int32, lines: Int, words: String
  ) throws {
    var chatferry = try Chatferry()
    chatferry.environment["CHATFERRY_TOKEN"] = "t"
    let server = try Self.live(
      #"{"wa_id":"4915112345678"},{"id":"x","wa_id":""}"#, media: .status(200, [], "x"))
    let run = try chatferry.run(["export", "--inbox", server.url, "--to", "-"] + options)
    #expect(run.status == status)
    #expect(run.output.split(separator: "\n").count == lines)
    #expect(words.isEmpty ? run.error.isEmpty : run.error.contains(words))
  }
}
