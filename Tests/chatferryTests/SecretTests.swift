import Foundation
import LocalInbox
import TestKit
import TestServer
import Testing

/// Where a token goes: to its server, in one header, and nowhere else.
@Suite(.timeLimit(.minutes(50))) struct SecretTests {
  private static let canary = "canary0Zq81TOKENq81"
  private static let who = [
    "--me", "Harbour Bikes", "--partner", "+44 7700 900142", "--time-zone", "Europe/London",
  ]

  /// An inbox with its data elsewhere, a home folder with its token in a file, and a proxy that does harm.
  private struct Bench {
    let chatferry: Chatferry
    let data: TemporaryFolder
    let inbox: LocalInbox
    let proxy: InboxProxy
    let token: String

    init() throws {
      chatferry = try Chatferry()
      data = try TemporaryFolder()
      inbox = try LocalInbox(dataDirectory: data.path + "/inbox")
      proxy = try InboxProxy(before: inbox.url)
      token = inbox.token
      try data.write(token + "\n", to: "token")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: data.file("token"))
      try chatferry.configure(
        "[inbox.shop]\nurl = \"\(proxy.server.url)\"\ntoken_file = \"\(data.file("token"))\"\n")
    }

    /// A folder that is an export, with a file.
    func export() throws -> String {
      let folder = chatferry.home.file("in")
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try chatferry.home.write(
        "10/03/2022, 11:00 - Anna Berg: IMG-20220310-WA0001.jpg (file attached)\n"
          + "13/03/2022, 17:46 - Harbour Bikes: We do.\n",
        to: "in/WhatsApp Chat with Anna Berg.txt")
      try chatferry.home.write("a picture", to: "in/IMG-20220310-WA0001.jpg")
      return folder
    }
  }

  /// Everything below a folder in which one of these stands, as name or content.
  private static func holders(of words: [String], below folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    return names.filter { name in
      let contents = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
      return words.contains { word in
        name.contains(word) || contents.range(of: Data(word.utf8)) != nil
      }
    }
  }

  /// The token as it is, and as it might be written otherwise.
  private static func spellings(of token: String) -> [String] {
    [
      token, Data(token.utf8).base64EncodedString(), String(token.reversed()),
      token.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(),
    ]
  }

  /// A whole life with a server that also says the token back to whoever sent it.
  @Test func neverLeavesTheTokenBehind() async throws {
    let complaints = await offThePool { Result { try Self.leftBehind() } }
    #expect(try complaints.get() == [])
  }

  /// Where the token was found, and what else went wrong.
  private static func leftBehind() throws -> [String] {
    var complaints: [String] = []
    func check(_ isRight: Bool, _ what: String) { if !isRight { complaints.append(what) } }
    let bench = try Bench()
    let words = Self.spellings(of: bench.token)
    let export = try bench.export()
    let home = bench.chatferry.home
    let echoes: [InboxProxy.Harm?] = [
      nil, .answer(.json(#"{"detail":"Invalid token \#(bench.token)."}"#, status: 401)),
      .answer(.json(#"{"detail":"\#(bench.token)"}"#, status: 500)),
      .answer(.json(#"{"token":["\#(bench.token)"]}"#, status: 400)),
      .answer(.status(302, [("Location", "https://\(bench.token).example/?t=\(bench.token)")])),
      .answer(.status(429, [("Retry-After", "9000"), ("X-Token", bench.token)])),
      .answer(
        .answer(200, headers: [("Content-Type", "text/html")], body: Array(bench.token.utf8))),
      .answer(.json(bench.token)), .answer(.raw(Array("HTTP/1.1 \(bench.token)".utf8))),
      .loseAnswer,
    ]
    for (number, echo) in echoes.enumerated() {
      bench.proxy.harm { _ in echo }
      let commands = [
        ["backup", "--inbox", "shop", "--to", home.file("backup\(number)")],
        ["export", "--inbox", "shop", "--to", home.file("out\(number)")],
        ["verify", home.file("backup0"), "--inbox", "shop"],
      ]
      let imports = [["import", export, "--inbox", "shop"] + Self.who]
      for command in (number == 0 ? imports : []) + commands + (number == 0 ? [] : imports) {
        // The wait for a lost import has its own tests, and takes minutes.
        if command[0] == "import", number == echoes.count - 1 { continue }
        let run = try bench.chatferry.run(
          command + ["--verbose", "--log-format", number % 2 == 0 ? "text" : "json"])
        check((run.status == 0) == (number == 0), "\(command[0]) \(number): \(run.error)")
        for word in words {
          check(!(run.output + run.error).contains(word), "printed by \(command[0]) \(number)")
        }
      }
    }
    bench.proxy.harm { _ in nil }
    let restored = try bench.chatferry.run(
      "restore", home.file("backup0"), "--inbox", "local", "--verbose")
    check(restored.status == 0, restored.error)
    check(bench.proxy.server.requests.count > 20, "few requests")
    let isOnlyThere = bench.proxy.server.requests.allSatisfy {
      !words.contains(where: $0.target.contains)
        && $0.headers.filter { $0.value.contains(bench.token) }.map(\.name) == ["Authorization"]
    }
    check(isOnlyThere, "sent elsewhere than in its header")
    complaints += Self.holders(of: words, below: home.path)
    // The search itself finds what is there.
    check(
      Self.holders(of: words, below: bench.data.path).contains("token"), "nothing was searched")
    return complaints
  }

  /// Beside the token, whatever a run leaves is for its owner alone, under any umask.
  @Test func leavesEverythingToItsOwnerUnderAnyMask() throws {
    let bench = try Bench()
    let home = bench.chatferry.home
    let commands = [
      ["import", try bench.export(), "--inbox", "shop"] + Self.who,
      ["backup", "--inbox", "shop", "--to", home.file("left/backup")],
      ["export", "--inbox", "shop", "--to", home.file("left/out")],
      ["restore", home.file("left/backup"), "--inbox", "local"],
    ]
    for command in commands {
      let running = try RunningChatferry(
        URL(fileURLWithPath: "/bin/sh"),
        ["-c", "umask 000; exec \"$0\" \"$@\"", Chatferry.program.path] + command,
        bench.chatferry.merged)
      running.give("")
      #expect(try running.outcome().status == 0, "\(command[0])")
    }
    var count = 0
    for top in ["left", "state", "data"] {
      let names =
        FileManager.default.enumerator(atPath: home.file(top))?.allObjects as? [String] ?? []
      for name in names {
        let attributes = try FileManager.default.attributesOfItem(
          atPath: home.file(top) + "/" + name)
        let mode = attributes[.posixPermissions] as? Int ?? 0o777
        #expect(mode & 0o077 == 0, "\(top)/\(name)")
        #expect(name.utf8.allSatisfy { $0 < 0x80 }, "\(top)/\(name)")
        #expect(name.split(separator: "/").allSatisfy { $0.utf8.count < 100 }, "\(top)/\(name)")
        count += 1
      }
    }
    #expect(count > 20)
  }

  @Test func keepsTheTokenOutOfTheProcessTable() throws {
    let chatferry = try Chatferry()
    try chatferry.home.write(Self.canary + "\n", to: "token")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: chatferry.home.file("token"))
    let server = try TestServer { _ in .hang }
    defer { server.stop() }
    let running = try chatferry.start([
      "export", "--inbox", server.url, "--to", "-", "--token-file", chatferry.home.file("token"),
    ])
    for _ in 0..<1_000 where server.requests.isEmpty { usleep(10_000) }
    #expect(server.requests.first?.header("Authorization") == "Token \(Self.canary)")
    let process = "/proc/\(running.identifier)"
    func table(_ name: String) -> String {
      String(
        decoding: FileManager.default.contents(atPath: process + name) ?? Data(), as: UTF8.self)
    }
    #expect(table("/cmdline").contains("--token-file"))
    for name in ["/cmdline", "/environ", "/comm", "/status"] {
      #expect(!table(name).contains(Self.canary), "\(name)")
    }
    // Nothing is started that could inherit anything.
    #expect(table("/task/\(running.identifier)/children") == "")
    let core = table("/limits").split(separator: "\n").first { $0.hasPrefix("Max core file size") }
    #expect(core?.split(separator: " ").suffix(3).prefix(2) == ["0", "0"])
    running.send(SIGTERM)
    #expect(try running.outcome().status == 143)
  }

  // MARK: Ways around the server

  /// Of an https server a proxy sees the name and the port; the token goes inside the tunnel, or nowhere.
  @Test func showsAProxyNothingButTheName() throws {
    let proxy = try TestServer { _ in .status(502) }
    defer { proxy.stop() }
    var chatferry = try Chatferry()
    chatferry.environment = [
      "CHATFERRY_TOKEN": Self.canary, "https_proxy": proxy.url, "HTTPS_PROXY": proxy.url,
    ]
    let run = try chatferry.run("export", "--inbox", "https://inbox.example", "--to", "-")
    #expect(run.status == 69)
    #expect(!proxy.requests.isEmpty)
    for request in proxy.requests {
      #expect(request.method == "CONNECT")
      #expect(request.target == "inbox.example:443")
      #expect(!request.headers.contains { $0.value.contains(Self.canary) })
    }
  }

  /// An address of this machine is asked directly; other programs' files of passwords and options are not read.
  @Test func goesStraightToThisMachine() throws {
    let proxy = try TestServer { _ in .status(502) }
    let server = try TestServer { _ in .json("{}", status: 401) }
    defer {
      proxy.stop()
      server.stop()
    }
    var chatferry = try Chatferry()
    for name in ["http_proxy", "https_proxy", "all_proxy", "ALL_PROXY", "HTTPS_PROXY"] {
      chatferry.environment[name] = proxy.url
    }
    chatferry.environment["CHATFERRY_TOKEN"] = Self.canary
    try chatferry.home.write(
      "machine 127.0.0.1 login evil password evil\ndefault login evil password evil\n",
      to: ".netrc")
    try chatferry.home.write("proxy = \"\(proxy.url)\"\nheader = \"X-Evil: 1\"\n", to: ".curlrc")
    let run = try chatferry.run("export", "--inbox", server.url, "--to", "-")
    #expect(run.status == 77)
    #expect(proxy.connectionCount == 0)
    #expect(server.requests.count == 1)
    #expect(server.requests.first?.header("Authorization") == "Token \(Self.canary)")
    #expect(server.requests.first?.header("X-Evil") == nil)
  }

  /// What would end a header and begin another never becomes one, wherever it stands.
  @Test(arguments: [
    ["--token-file", "TOKEN"], ["--account", "1\r\nX-Evil: 1"], ["--chat", "1\r\nX-Evil: 1"],
  ])
  func letsNothingBecomeAHeader(words: [String]) throws {
    let server = try TestServer { _ in .json(#"{"count":0,"results":[],"payload":[]}"#) }
    defer { server.stop() }
    var chatferry = try Chatferry()
    chatferry.environment["CHATFERRY_TOKEN"] = "t"
    try chatferry.home.write("t\r\nX-Evil: 1\n", to: "token")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: chatferry.home.file("token"))
    let given = words.map { $0 == "TOKEN" ? chatferry.home.file("token") : $0 }
    let kind = words[0] == "--account" ? ["--kind", "online", "--inbox-id", "2"] : []
    let run = try chatferry.run(["export", "--inbox", server.url, "--to", "-"] + kind + given)
    #expect(run.status != 0)
    for request in server.requests { #expect(request.header("X-Evil") == nil) }
  }
}
