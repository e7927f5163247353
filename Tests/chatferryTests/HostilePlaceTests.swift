import Foundation
import Glibc
import JSONText
import LocalInbox
import TestKit
import TestServer
import Testing

/// Folders that are none, names that no file system has, little memory, many runs at once.
@Suite(.timeLimit(.minutes(50))) struct HostilePlaceTests {
  private static let who = [
    "--me", "Harbour Bikes", "--partner", "+44 7700 900142", "--time-zone", "Europe/London",
  ]

  struct Place: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String
    var reason: String
  }

  /// `/proc` lets nobody make a file, root included.
  @Test(arguments: [
    Place(testDescription: "a folder that is read-only", path: "/proc/out", reason: ""),
    Place(
      testDescription: "a path that is too long",
      path: "/tmp/"
        + Array(repeating: String(repeating: "a", count: 99), count: 50)
        .joined(separator: "/"), reason: "File name too long"),
    Place(
      testDescription: "a name that is too long",
      path: "/tmp/" + String(repeating: "a", count: 300),
      reason: "File name too long"),
    Place(testDescription: "a file", path: "/etc/passwd", reason: "File exists"),
    Place(testDescription: "below a file", path: "/etc/passwd/out", reason: ""),
    Place(testDescription: "a device", path: "/dev/null/out", reason: ""),
  ])
  func saysWhereNothingCanBeWritten(_ place: Place) throws {
    let chatferry = try Chatferry()
    let chat = try chatferry.chat()
    for words in [
      ["export", chat, "--to", place.path], ["backup", "--inbox", "local", "--to", place.path],
    ] {
      let run = try chatferry.run(words)
      #expect(run.status == 73, "\(words[0]): \(run.error)")
      #expect(run.errorLines.last?.hasPrefix("chatferry: ") == true, "\(run.error)")
      #expect(place.reason.isEmpty || run.error.contains(place.reason), "\(run.error)")
      #expect(run.output.isEmpty)
    }
  }

  @Test(arguments: ["/nowhere/chat.zip", String(repeating: "a", count: 300), ""])
  func saysWhichInputIsNotThere(path: String) throws {
    let run = try Chatferry().run("inspect", path)
    #expect([64, 65, 66].contains(run.status), "\(run.status)")
    #expect(run.errorLines.last?.hasPrefix("chatferry: ") == true, "\(run.error)")
  }

  /// Bytes that are no UTF-8, as a name on the command line and in a folder.
  @Test func readsNoPathThatIsNotUTF8AndSaysSo() throws {
    let chatferry = try Chatferry()
    let chat = try chatferry.chat()
    let folder = chatferry.home.file("in")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let line = #"""
      name=$(printf 'caf\351.txt')
      cp "$1" "$2/$name"
      cp "$1" "$2/WhatsApp Chat with Anna Berg.txt"
      "$0" inspect "$2/$name"; echo "first $?"
      "$0" inspect "$2"; echo "second $?"
      """#
    let running = try RunningChatferry(
      URL(fileURLWithPath: "/bin/sh"), ["-c", line, Chatferry.program.path, chat, folder],
      chatferry.merged)
    running.give("")
    let run = try running.outcome()
    #expect(run.status == 0)
    // Either it is read under that name, or it is said in words that it is not; never a trap.
    let statuses = run.output.split(separator: "\n").filter {
      $0.hasPrefix("first ") || $0.hasPrefix("second ")
    }
    #expect(statuses.count == 2, "\(run.output)")
    for status in statuses {
      #expect(["0", "1", "65", "66"].contains { status.hasSuffix(" \($0)") }, "\(statuses)")
    }
    #expect(statuses.contains("second 0") || !run.error.isEmpty)
  }

  /// Fifty runs that import the same chat: one does it, the others wait, find it done, or say that they are not needed.
  @Test func sendsOnceWhereManyRunsBeginAtOnce() throws {
    let chatferry = try Chatferry()
    let data = try TemporaryFolder()
    let inbox = try LocalInbox(dataDirectory: data.path + "/inbox")
    let proxy = try InboxProxy(before: inbox.url)
    var each = chatferry
    each.environment["CHATFERRY_TOKEN"] = inbox.token
    let words = ["import", try chatferry.chat(), "--inbox", proxy.server.url] + Self.who
    let runs = try (0..<50).map { _ in try each.start(words) }
    for run in runs { run.give("") }
    let statuses = try runs.map { try $0.outcome().status }
    #expect(statuses.contains(0))
    #expect(statuses.allSatisfy { [0, 75].contains($0) }, "\(statuses)")
    #expect(proxy.count("POST", "/api/v1/chat_import/") == 1)
    let export = try each.run("export", "--inbox", proxy.server.url, "--to", "-")
    #expect(export.output.split(separator: "\n").count == 3)
    #expect(try each.run(words).status == 0)
    #expect(proxy.count("POST", "/api/v1/chat_import/") == 1)
  }

  /// One that never answers, and a signal for each request that comes.
  private static func hangingServer() throws -> (TestServer, asked: DispatchSemaphore) {
    let asked = DispatchSemaphore(value: 0)
    let server = try TestServer { _ in
      asked.signal()
      return .hang
    }
    return (server, asked)
  }

  /// A lock that a stopped process holds is not broken; that of a killed one is gone with it.
  @Test func goesByTheLocksOfTheKernel() throws {
    let chatferry = try Chatferry()
    let (server, asked) = try Self.hangingServer()
    defer { server.stop() }
    var each = chatferry
    each.environment["CHATFERRY_TOKEN"] = "t"
    let words = ["backup", "--inbox", server.url, "--to", chatferry.home.file("b")]
    let holder = try each.start(words)
    #expect(asked.wait(timeout: .now() + 20) == .success)
    holder.send(SIGSTOP)
    let second = try each.run(words)
    #expect(second.status == 75)
    #expect(second.error.contains("another run"), "\(second.error)")
    holder.send(SIGKILL)
    #expect(try holder.outcome().status == -SIGKILL)
    let third = try each.start(words)
    #expect(asked.wait(timeout: .now() + 20) == .success)
    third.send(SIGTERM)
    third.send(SIGTERM)
    #expect(try third.outcome().status == 143)
  }

  /// A signal that nobody catches ends the run as a kill does, and leaves what a kill leaves.
  @Test(arguments: [SIGUSR1, SIGALRM, SIGKILL])
  func leavesNothingHalfAfterOtherSignals(signal: Int32) throws {
    let chatferry = try Chatferry()
    let (server, asked) = try Self.hangingServer()
    defer { server.stop() }
    var each = chatferry
    each.environment["CHATFERRY_TOKEN"] = "t"
    let out = chatferry.home.file("out")
    let run = try each.start(["export", "--inbox", server.url, "--to", out])
    #expect(asked.wait(timeout: .now() + 20) == .success)
    run.send(signal)
    #expect(try run.outcome().status == -signal)
    #expect(!FileManager.default.fileExists(atPath: out + "/messages.jsonl"))
    let names = try FileManager.default.contentsOfDirectory(atPath: chatferry.home.path)
    #expect(!names.contains { $0.hasPrefix("core") })
  }

  /// A closed terminal ends a run at a safe point; one that was started with `nohup` goes on.
  @Test func outlivesItsTerminalOnlyWhereItWasToldTo() throws {
    let chatferry = try Chatferry()
    let (server, asked) = try Self.hangingServer()
    defer { server.stop() }
    var each = chatferry
    each.environment["CHATFERRY_TOKEN"] = "t"
    let running = try RunningChatferry(
      URL(fileURLWithPath: "/bin/sh"),
      [
        "-c", "trap '' HUP; exec \"$@\"", "sh", Chatferry.program.path, "export", "--inbox",
        server.url, "--to", chatferry.home.file("out"),
      ], each.merged)
    #expect(asked.wait(timeout: .now() + 20) == .success)
    running.send(SIGHUP)
    usleep(300_000)
    #expect(kill(running.identifier, 0) == 0)
    running.send(SIGTERM)
    #expect(try running.outcome().status == 143)
  }

  /// 60 MB of text, and no more memory than for any other: the most that the kernel saw.
  @Test(.disabled(if: Chatferry.isSanitized, "a sanitizer's own memory counts with it"))
  func readsALargeChatInLittleMemory() throws {
    let chatferry = try Chatferry()
    let path = chatferry.home.file("chat.txt")
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let file = try #require(FileHandle(forWritingAtPath: path))
    let body = String(repeating: "word ", count: 2_000)
    var block = ""
    for minute in 10..<60 {
      block += "13/03/2022, 08:\(minute) - \(minute % 2 == 0 ? "Anna" : "Bo"): \(body)\n"
    }
    for _ in 0..<120 { try file.write(contentsOf: Data(block.utf8)) }
    try file.close()
    let running = try chatferry.start([
      "export", path, "--to", chatferry.home.file("out"), "--format", "jsonl",
    ])
    running.give("")
    var most = 0
    while true {
      let status = FileManager.default.contents(atPath: "/proc/\(running.identifier)/status")
      let lines = String(decoding: status ?? Data(), as: UTF8.self).split(separator: "\n")
      guard let line = lines.first(where: { $0.hasPrefix("VmHWM:") }),
        let peak = line.split(separator: " ").dropLast().last.flatMap({ Int($0) })
      else { break }
      most = max(most, peak)
      usleep(5_000)
    }
    let run = try running.outcome()
    #expect(run.status == 0, "\(run.error)")
    #expect(most > 0 && most < 256 << 10, "\(most) KiB")
  }

  /// Out of memory is the end of the run and of nothing else.
  @Test func leavesTheLastExportWhereMemoryRunsOut() throws {
    let chatferry = try Chatferry()
    let chat = try chatferry.chat()
    let out = chatferry.home.file("out")
    #expect(try chatferry.run("export", chat, "--to", out).status == 0)
    let before = try chatferry.home.text("out/messages.jsonl")
    for limit in stride(from: 40_000, through: 400_000, by: 60_000) {
      let line = "ulimit -v \(limit); exec \"$0\" export \"$1\" --to \"$2\""
      let running = try RunningChatferry(
        URL(fileURLWithPath: "/bin/sh"), ["-c", line, Chatferry.program.path, chat, out],
        chatferry.merged)
      running.give("")
      _ = try running.outcome()
      #expect(try chatferry.home.text("out/messages.jsonl") == before, "\(limit)")
    }
    #expect(try chatferry.run("export", chat, "--to", out).status == 0)
    #expect(try chatferry.home.text("out/messages.jsonl") == before)
  }

  /// Messages are data. No format is a page that a browser would run.
  @Test func writesNoPages() throws {
    let chatferry = try Chatferry()
    let script = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    let chat = try chatferry.chat(
      "chat.txt", "13/03/2022, 08:00 - <b>Anna</b>: \(script)\n14/03/2022, 08:00 - Bo: x\n")
    #expect(try chatferry.run("export", chat, "--to", "-", "--format", "html").status == 64)
    let out = chatferry.home.file("out")
    #expect(try chatferry.run("export", chat, "--to", out).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: out)
    #expect(
      names.allSatisfy {
        $0 == "media" || $0.hasSuffix(".jsonl") || $0.hasSuffix(".csv") || $0.hasSuffix(".json")
      })
    let first = try chatferry.home.text("out/messages.jsonl").split(separator: "\n").first
    let record = try JSONValue(parsing: Array(try #require(first).utf8))
    #expect(record["text"]?.string == script)
    #expect(record["author"]?["name"]?.string == "<b>Anna</b>")
  }
}
