import Foundation
import JSONText
import Synchronization
import TestKit
import TestServer
import Testing

/// `inbox delete`, as a partner runs it: inbox and partner behind one scripted server.
@Suite struct InboxDeleteCommandTests {
  /// What the server shows, and whether it still has the inbox.
  private final class Contents: Sendable {
    private let isThere = Mutex(true)
    private let messages = Mutex(1)
    private let faults = Mutex<[String: Reaction]>([:])
    private let whileDeleting = Mutex<(@Sendable () -> Void)?>(nil)

    func addMessage() { messages.withLock { $0 += 1 } }

    /// Answers of the partner's side to requests of a method, in place of the proper ones.
    func answer(_ method: String, with reaction: Reaction) {
      faults.withLock { $0[method] = reaction }
    }

    func whileDeleting(_ act: @escaping @Sendable () -> Void) {
      whileDeleting.withLock { $0 = act }
    }

    func answer(_ request: Request) -> Reaction {
      let count = messages.withLock { $0 }
      if !request.path.hasPrefix("/api/v1/"), let fault = faults.withLock({ $0[request.method] }) {
        return fault
      }
      switch (request.method, request.path) {
      case ("DELETE", "/api/online/deleteInbox"):
        isThere.withLock { $0 = false }
        whileDeleting.withLock { $0 }?()
        return .json(
          #"{"status":"OK","reason":1,"accountID":8,"server":"online","inboxID":100,"whatsapp_number":"447700900100"}"#
        )
      case ("GET", "/api/whatsapp/getWhatsApp"):
        let place =
          isThere.withLock { $0 }
          ? #""isOnline":1,"onlineAccount":8,"onlineInbox":100,"onlineServer":"online""#
          : #""isOnline":0"#
        return .json(
          #"{"status":"OK","list":[{"whatsapp":"447700900100","apiKey":"canary-key","display_name":"Harbour Bikes",\#(place)}]}"#
        )
      case ("GET", "/api/v1/users/current/"): return .json("{}")
      case ("GET", "/api/v1/whatsapp_accounts/"):
        return list([#"{"phone_number":"447700900100","this_instance":true}"#], request)
      case ("GET", "/api/v1/chats/"):
        return list([#"{"wa_id":"447700900142","new_messages":0}"#], request)
      case ("GET", "/api/v1/messages/"):
        let rows = (1...count).reversed().map {
          #"{"id":"\#($0)","waba_payload":{"type":"text","timestamp":"\#($0)"}}"#
        }
        return list(rows, request)
      default: return .json("{}", status: 404)
      }
    }

    private func list(_ rows: [String], _ request: Request) -> Reaction {
      let offset = min(request.query("offset").flatMap { Int($0) } ?? 0, rows.count)
      return .json(
        #"{"count":\#(rows.count),"results":[\#(rows[offset...].joined(separator: ","))]}"#)
    }
  }

  private struct Bench {
    let chatferry: Chatferry
    let server: TestServer
    let contents: Contents
    let command: [String]
    var deletions: Int { server.requests.count { $0.method == "DELETE" } }

    init() throws {
      let contents = Contents()
      self.contents = contents
      server = try TestServer { contents.answer($0) }
      chatferry = try Chatferry()
      try chatferry.configure(
        """
        [partner.agency]
        url = "\(server.url)"
        token_file = "agency.token"
        [inbox.shop]
        url = "\(server.url)"
        token_file = "shop.token"
        """)
      for name in ["agency", "shop"] {
        let path = "config/chatferry/\(name).token"
        try chatferry.home.write("canary-\(name)\n", to: path)
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o600], ofItemAtPath: chatferry.home.file(path))
      }
      command = [
        "inbox", "delete", "--partner", "agency", "--account", "8", "--inbox-id", "100",
        "--backup", chatferry.home.file("b"), "--inbox", "shop",
      ]
      let backup = try chatferry.run(
        "backup", "--inbox", "shop", "--to", chatferry.home.file("b"))
      #expect(backup.status == 0)
    }

    /// Starts the command with a terminal, which `script` makes.
    func startOnATerminal() throws -> RunningChatferry {
      let words = [Chatferry.program.path] + command
      let line = words.map { "'\($0)'" }.joined(separator: " ")
      return try RunningChatferry(
        URL(fileURLWithPath: "/usr/bin/script"), ["-qec", line, "/dev/null"], chatferry.merged)
    }

    func proof() throws -> String {
      let run = try chatferry.run("verify", chatferry.home.file("b"), "--inbox", "shop", "--json")
      return try #require(try run.json()["proof"]?.string)
    }
  }

  @Test func deletesWithTheProofOfVerify() throws {
    let bench = try Bench()
    let proof = try bench.proof()
    let dry = try bench.chatferry.run(bench.command + ["--dry-run", "--json"])
    #expect(dry.status == 0)
    #expect(try dry.json()["state"]?.string == "planned")
    #expect(try dry.json()["proof"]?.string == proof)
    #expect(bench.deletions == 0)

    let run = try bench.chatferry.run(bench.command + ["--confirm", proof, "--json"])
    #expect(run.status == 0)
    let json = try run.json()
    #expect(
      json.members?.map(\.key) == [
        "partner", "state", "because", "account", "inbox_id", "server", "backup", "name", "number",
        "generation", "proof", "loses", "copies", "problems",
      ])
    #expect(json["state"]?.string == "deleted")
    #expect(json["name"]?.string == "Harbour Bikes")
    #expect(
      json["loses"].map { String(decoding: $0.raw, as: UTF8.self) }
        == #"{"chats":1,"messages":1,"media":0,"media_bytes":0,"newest_message":"1970-01-01T00:00:01Z","kinds":{"whatsapp_accounts":1}}"#
    )
    #expect(
      run.error.contains(
        "inbox 100 of account 8 on server online, Harbour Bikes, number 447700900100: this cannot be undone"
      ))
    #expect(bench.deletions == 1)
    let requests = bench.server.requests
    let deletion = try #require(requests.first { $0.method == "DELETE" })
    #expect(deletion.header("Authorization") == "Bearer canary-agency")
    #expect(
      String(decoding: deletion.body, as: UTF8.self)
        == #"{"accountID":8,"server":"online","inboxID":100}"#)
    #expect(
      requests.allSatisfy {
        $0.header("Authorization")
          == ($0.path.hasPrefix("/api/v1/") ? "Token canary-shop" : "Bearer canary-agency")
      })
    // The same command again says what is true.
    let again = try bench.chatferry.run(bench.command + ["--confirm", proof])
    #expect(again.status == 0)
    #expect(again.output.hasPrefix("inbox 100 of account 8 on server online is deleted: "))
    #expect(bench.deletions == 1)
    for outcome in [dry, run, again] {
      #expect(!(outcome.output + outcome.error).contains("canary"))
    }
  }

  /// `yes |`, a script without a proof, and a terminal that is none.
  @Test(arguments: ["", "y\n", "Harbour Bikes\n"])
  func asksNobodyWithoutATerminal(input: String) throws {
    let bench = try Bench()
    let before = bench.server.requests.count
    let run = try bench.chatferry.run(bench.command, input: input)
    #expect(run.status == 64)
    #expect(run.error.contains("--confirm is missing"))
    #expect(bench.server.requests.count == before)
  }

  /// On a terminal: the name is asked for, and only the right one counts.
  @Test(arguments: [
    ("y", Int32(65), 0), ("harbour bikes", 65, 0), ("Harbour Bikes", 0, 1),
  ])
  func asksForTheNameOnATerminal(answer: String, status: Int32, deletions: Int) throws {
    let bench = try Bench()
    let running = try bench.startOnATerminal()
    #expect(running.says("Type the name of the inbox, Harbour Bikes, to delete it: "))
    running.give(answer + "\n")
    let run = try running.outcome()
    #expect(run.status == status, "\(run.output)")
    #expect(bench.deletions == deletions)
    #expect(run.output.contains("1 message of 1 chat, the newest of 1970-01-01T00:00:01Z"))
    if deletions == 0 { #expect(run.output.contains("nothing was deleted")) }
  }

  /// Whoever thinks better of it: Ctrl-C at the question, or the end of the input, deletes nothing.
  @Test(arguments: [("\u{3}", Int32(130)), ("\u{4}", 74)])
  func deletesNothingWhereThePersonLeaves(key: String, status: Int32) throws {
    let bench = try Bench()
    let running = try bench.startOnATerminal()
    #expect(running.says("Type the name of the inbox, Harbour Bikes, to delete it: "))
    running.give(key)
    let run = try running.outcome()
    #expect(run.status == status, "\(run.output)")
    if status == 74 { #expect(run.output.contains("nothing was deleted")) }
    #expect(bench.deletions == 0)
    #expect(!FileManager.default.fileExists(atPath: bench.chatferry.home.file("b/deletion.jsonl")))
  }

  /// A backup has a lock of its own, but of its copies each has another one.
  @Test func deletesOnceThoughACopyOfTheBackupIsAtHand() throws {
    let bench = try Bench()
    let proof = try bench.proof()
    let home = bench.chatferry.home
    try FileManager.default.copyItem(atPath: home.file("b"), toPath: home.file("c"))
    let other = bench.command.map { $0 == home.file("b") ? home.file("c") : $0 }
    let status = Mutex<Int32?>(nil)
    bench.contents.whileDeleting {
      let run = try? bench.chatferry.run(other + ["--confirm", proof])
      status.withLock { $0 = run?.status }
    }
    #expect(try bench.chatferry.run(bench.command + ["--confirm", proof]).status == 0)
    #expect(status.withLock { $0 } == 75)
    #expect(bench.deletions == 1)
  }

  @Test func refusesAProofThatIsNoLongerTrue() throws {
    let bench = try Bench()
    let proof = try bench.proof()
    let wrong = String(proof.reversed())
    // A dry run looks at it too.
    let dry = try bench.chatferry.run(bench.command + ["--confirm", wrong, "--dry-run"])
    #expect(dry.status == 65)
    #expect(dry.error.contains("the proof is of another state"))
    let unconfirmed = try bench.chatferry.run(bench.command + ["--confirm", wrong, "--json"])
    #expect(unconfirmed.status == 65)
    #expect(try unconfirmed.json()["state"]?.string == "refused")
    #expect(
      try unconfirmed.json()["problems"]?.array?.first?["code"]?.string == "deletion-unconfirmed")
    bench.contents.addMessage()
    let overtaken = try bench.chatferry.run(bench.command + ["--confirm", proof])
    #expect(overtaken.status == 65)
    #expect(overtaken.error.contains("messages: 1 are not in the backup"))
    #expect(overtaken.error.contains("nothing was deleted"))
    #expect(bench.deletions == 0)
  }

  @Test(arguments: [
    (["--confirm", "abc"], Int32(64), "the 64 hexadecimal digits"),
    (["--account", "0"], 64, "a whole number from 1 to 9999999"),
    (["--inbox-id", "x"], 64, "a whole number"),
    (["--server", "a.b"], 64, "letters, digits and hyphens"),
    (["--inbox-id", "101", "--dry-run"], 65, "no number that is connected to inbox 101"),
    (["--server", "other", "--dry-run"], 65, "no number that is connected to inbox 100"),
    (["--backup", "/nonexistent", "--dry-run"], 66, "there is no such folder"),
  ])
  func saysWhatIsWrong(change: [String], status: Int32, words: String) throws {
    let bench = try Bench()
    var command = bench.command
    if let index = command.firstIndex(of: change[0]) {
      command.replaceSubrange(index...index + 1, with: change)
    } else {
      command += change
    }
    if !command.contains("--dry-run"), !command.contains("--confirm") {
      command += ["--confirm", String(repeating: "ab", count: 32)]
    }
    let run = try bench.chatferry.run(command)
    #expect(run.status == status)
    #expect(run.error.contains(words), "\(run.error)")
    #expect(bench.deletions == 0)
  }

  @Test func readsFurtherCopiesOfTheBackup() throws {
    let bench = try Bench()
    let proof = try bench.proof()
    let folder = bench.chatferry.home.file("b")
    let copy = bench.chatferry.home.file("copy")
    let alone = try bench.chatferry.run(bench.command + ["--dry-run"])
    #expect(alone.error.contains("is the only copy that chatferry knows of"))
    try FileManager.default.copyItem(atPath: folder, toPath: copy)
    let run = try bench.chatferry.run(
      bench.command + ["--copy", copy, "--confirm", proof, "--dry-run", "--json"])
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try run.json()["copies"].map { String(decoding: $0.raw, as: UTF8.self) }
        == #"[{"path":"\#(copy)","same_disk":true}]"#)
    #expect(run.error.contains("and as whole in \(copy), but all on one disk"))
    try bench.chatferry.home.write("{}\n", to: "copy/generations/000001/chats.jsonl")
    let bad = try bench.chatferry.run(
      bench.command + ["--copy", copy, "--confirm", proof, "--json"])
    #expect(bad.status == 65)
    #expect(try bad.json()["problems"]?.array?.first?["code"]?.string == "backup-copy-unusable")
    #expect(bad.error.contains("\(copy) is no copy of the backup"))
    #expect(bench.deletions == 0)
  }

  /// One object, whatever ends the command.
  @Test(arguments: [
    ("GET", Int32(77), "refused", "deletion-failed", "the access token does not exist"),
    ("DELETE", 77, "refused", "deletion-refused", "the inbox id is invalid or wrong"),
    ("folder", 66, "refused", "no-such-input", "there is no such folder"),
    ("log", 65, "refused", "backup-file-damaged", "deletion.jsonl is damaged"),
    ("stray", 1, "misdirected", "deletion-misdirected", "do not run the command again"),
  ])
  func printsOneObjectWhateverEnds(
    _ what: String, status: Int32, state: String, code: String, words: String
  ) throws {
    let bench = try Bench()
    let proof = try bench.proof()
    var command = bench.command + ["--confirm", proof, "--json"]
    switch what {
    case "GET": bench.contents.answer("GET", with: .json(#"{"status":"FAIL","reason":3}"#))
    case "DELETE": bench.contents.answer("DELETE", with: .json(#"{"status":"FAIL","reason":47}"#))
    case "stray":
      bench.contents.answer("DELETE", with: .json(#"{"status":"OK","inboxID":101}"#))
    case "log": try bench.chatferry.home.write("what is this\n", to: "b/deletion.jsonl")
    default:
      let index = try #require(command.firstIndex(of: "--backup"))
      command[index + 1] = bench.chatferry.home.file("nothing")
    }
    let run = try bench.chatferry.run(command)
    #expect(run.status == status, "\(run.error)")
    let json = try run.json()
    #expect(json["state"]?.string == state)
    let problem = try #require(json["problems"]?.array?.first)
    #expect(problem["code"]?.string == code)
    #expect(problem["message"]?.string?.contains(words) == true, "\(run.output)")
    #expect(run.error.contains(words))
    #expect(run.error.contains("nothing was deleted") == (state == "refused"))
    #expect(!(run.output + run.error).contains("canary"))
    #expect(bench.deletions == (["DELETE", "stray"].contains(what) ? 1 : 0))
  }

  /// The inbox is gone, and the folder cannot take that in: it is said all the same.
  @Test(arguments: [true, false])
  func saysThatTheInboxIsGoneWhereTheLogCannotBeWritten(asJSON: Bool) throws {
    let bench = try Bench()
    let proof = try bench.proof()
    let log = bench.chatferry.home.file("b/deletion.jsonl")
    bench.contents.whileDeleting {
      try? FileManager.default.removeItem(atPath: log)
      try? FileManager.default.createDirectory(atPath: log, withIntermediateDirectories: false)
    }
    let run = try bench.chatferry.run(
      bench.command + ["--confirm", proof] + (asJSON ? ["--json"] : []))
    #expect(run.status == 74)
    #expect(run.error.contains("what became of the inbox is not in the backup's log"))
    if asJSON {
      let json = try run.json()
      #expect(json["state"]?.string == "deleted")
      #expect(json["proof"]?.string == proof)
      let problem = try #require(json["problems"]?.array?.first)
      #expect(problem["code"]?.string == "deletion-unlogged")
      #expect(problem["file"]?.string == "deletion.jsonl")
    } else {
      #expect(
        run.output.hasPrefix("inbox 100 of account 8 on server online is deleted: "),
        "\(run.output)")
    }
    #expect(bench.deletions == 1)
  }

  /// One token given once would be anybody's.
  @Test func takesBothTokensFromTheirProfiles() throws {
    let bench = try Bench()
    let requests = bench.server.requests.count
    try bench.chatferry.configure(
      "[partner.agency]\nurl = \"\(bench.server.url)\"\n[inbox.shop]\nurl = \"\(bench.server.url)\"\n"
    )
    var chatferry = bench.chatferry
    chatferry.environment["CHATFERRY_TOKEN"] = "canary-token"
    let run = try chatferry.run(bench.command + ["--dry-run"])
    #expect(run.status == 78)
    #expect(run.error.contains("put token_file into each"))
    #expect(bench.server.requests.count == requests)
  }
}
