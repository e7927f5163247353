import Foundation
import InboxSamples
import JSONText
import LocalInbox
import TestKit
import TestServer
import Testing

/// An inbox of the online platform, copied, checked and exported as a user does it, against the local platform.
@Suite struct OnlineCommandTests {
  struct Bench {
    let chatferry: Chatferry
    let backup: String
    private let data: String
    static let inbox = [
      "--inbox", "local", "--kind", "online", "--account", "8", "--inbox-id", "12",
    ]

    init() throws {
      chatferry = try Chatferry()
      backup = chatferry.home.file("b")
      data = chatferry.home.file("data/chatferry/local")
      try change { try FullAccount.fill($0) }
    }

    func change(_ body: (LocalInbox) throws -> Void) throws {
      let inbox = try LocalInbox(dataDirectory: data)
      defer { inbox.stop() }
      try body(inbox)
    }

    func save(_ options: String...) throws -> JSONValue {
      let run = try chatferry.run(["backup", "--to", backup, "--json"] + Self.inbox + options)
      #expect(run.status == 0, "\(run.error)")
      return try run.json()
    }

    func verify() throws -> JSONValue {
      try chatferry.run(["verify", backup, "--json"] + Self.inbox).json()
    }

    /// Every byte of the backup.
    func allText() throws -> String {
      let names = FileManager.default.enumerator(atPath: backup)?.allObjects as? [String] ?? []
      return names.compactMap { FileManager.default.contents(atPath: backup + "/" + $0) }
        .map { String(decoding: $0, as: UTF8.self) }.joined()
    }
  }

  @Test func copiesAnInboxInEveryStatusAndFindsItSafe() throws {
    let bench = try Bench()
    let result = try bench.save()
    #expect(result["state"]?.string == "done")
    #expect(result["chats"]?.int == 3)
    #expect(result["messages"]?.int == 37)
    #expect(result["media"]?.int == 2)
    #expect(result["problems"]?.array?.isEmpty == true)
    let kinds = (result["kinds"]?.array ?? []).map {
      "\($0["kind"]?.string ?? "") \($0["items"]?.int ?? -1)"
        + ($0["not_available"]?.string.map { " " + $0 } ?? "")
    }
    #expect(
      kinds.sorted() == [
        "account 1", "agent_bots 1", "agents 1", "automation_rules 1", "canned_responses 1",
        "chats 3", "contact_attributes 1", "contact_filters 0", "contact_labels 20", "contacts 20",
        "conversation_attributes 1", "conversation_filters 1", "inbox_members 1", "inboxes 2",
        "labels 1", "team_members 1", "teams 1", "webhooks 1",
      ])
    let report = try bench.verify()
    #expect(report["verdict"]?.string == "safe-to-delete", "\(report)")
    #expect(report["proof"]?.string?.count == 64)
    let text = try bench.allText()
    #expect(!text.contains(FullAccount.canary))
    // What people wrote is nobody's secret.
    #expect(text.contains("https://r.example/?token=words"))
    let manifest = try JSONValue(
      parsing: Array(
        FileManager.default.contents(atPath: bench.backup + "/generations/000001/manifest.json")
          ?? Data()))
    #expect(manifest["source"]?.string == "online")
    #expect(manifest["account"]?.string == "8")
    #expect(manifest["inbox"]?.string == "12")
  }

  @Test func copiesWhatIsNewAndMarksWhatIsGone() throws {
    let bench = try Bench()
    _ = try bench.save()
    #expect(try bench.save()["state"]?.string == "unchanged")
    try bench.change { inbox in
      // Newer than all that was copied, but dated back beyond everything.
      try inbox.onlineSeed.put(
        .messages, account: 8,
        """
        [{"id":2000,"conversation_id":102,"created_at":1500000000,"message_type":0,"content":"old"},
        {"id":1003,"conversation_id":102,"created_at":1700010060,"message_type":1,"content":"We do",
        "status":"read"},
        {"id":2001,"conversation_id":102,"created_at":1700020000,"message_type":0,"content":"new"}]
        """)
    }
    #expect(try bench.verify()["verdict"]?.string == "not-safe")
    let second = try bench.save()
    #expect(second["new_messages"]?.int == 2)
    #expect(second["changed_messages"]?.int == 1)
    #expect(second["messages"]?.int == 39)
    #expect(try bench.verify()["verdict"]?.string == "safe-to-delete")
    try bench.change { _ = try $0.onlineSeed.remove(.messages, account: 8, id: 1003) }
    let third = try bench.save("--full")
    #expect(third["gone_messages"]?.int == 1)
    #expect(try bench.verify()["verdict"]?.string == "safe-to-delete")
  }

  /// They are shown one at a time only, by contact and by team.
  @Test func comparesLabelsOfContactsAndMembersOfTeams() throws {
    let bench = try Bench()
    _ = try bench.save()
    #expect(try bench.verify()["verdict"]?.string == "safe-to-delete")
    func because() throws -> [String] {
      let report = try bench.verify()
      #expect(report["verdict"]?.string == "not-safe")
      return report["because"]?.array?.compactMap(\.string) ?? []
    }
    try bench.change {
      try $0.onlineSeed.put(
        .contacts, account: 8,
        #"{"id":21,"name":"Anna Berg","phone_number":"+\#(FullAccount.anna)","labels":["vip","late"],"custom_attributes":{"bike":"cargo"}}"#
      )
    }
    #expect(try because() == ["contact_labels: 1 have changed since"])
    try bench.change {
      try $0.onlineSeed.put(
        .teamMembers, account: 8, of: 3, #"{"id":2,"name":"Ben Carter"}"#)
    }
    #expect(
      try because() == [
        "team_members: 1 have changed since", "contact_labels: 1 have changed since",
      ])
    _ = try bench.save()
    #expect(try bench.verify()["verdict"]?.string == "safe-to-delete")
    // A contact more has labels of its own, if only none.
    try bench.change {
      try $0.onlineSeed.put(.contacts, account: 8, #"{"id":90,"name":"Late","phone_number":null}"#)
    }
    #expect(
      try because() == [
        "contacts: 1 are not in the backup", "contact_labels: 1 are not in the backup",
      ])
  }

  /// `token_header` in a profile.
  @Test(arguments: [
    (nil, "api_access_token", "canary-token"),
    ("api_access_token", "api_access_token", "canary-token"),
    ("bearer", "Authorization", "Bearer canary-token"),
  ])
  func showsTheTokenInTheHeaderThatTheProfileNames(
    _ setting: String?, header: String, value: String
  ) throws {
    let server = try TestServer { _ in .status(401) }
    var chatferry = try Chatferry()
    chatferry.environment["CHATFERRY_TOKEN"] = "canary-token"
    let line = setting.map { "token_header = \"\($0)\"\n" } ?? ""
    try chatferry.configure(
      "[inbox.desk]\nurl = \"\(server.url)\"\nkind = \"online\"\naccount = 8\ninbox_id = 12\n\(line)"
    )
    let run = try chatferry.run(
      "backup", "--inbox", "desk", "--to", chatferry.home.file("b"))
    #expect(run.status == 77)
    let conversation = try chatferry.run(
      "conversation", "add", "--inbox", "desk", "--source-id", "447700900142")
    #expect(conversation.status == 77)
    #expect(server.requests.count >= 2)
    for request in server.requests {
      #expect(request.header(header) == value)
      let other = header == "Authorization" ? "api_access_token" : "Authorization"
      #expect(request.header(other) == nil)
    }
    #expect(!(run.output + run.error + conversation.error).contains("canary"))
  }

  @Test func refusesATokenHeaderThatNoPlatformTakes() throws {
    let chatferry = try Chatferry()
    try chatferry.configure(
      "[inbox.desk]\nurl = \"https://o.example\"\nkind = \"online\"\naccount = 8\ninbox_id = 12\ntoken_header = \"token\"\ntoken_file = \"t\"\n"
    )
    try chatferry.home.write("t\n", to: "config/chatferry/t")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: chatferry.home.file("config/chatferry/t"))
    let run = try chatferry.run("backup", "--inbox", "desk", "--to", chatferry.home.file("b"))
    #expect(run.status == 78)
    #expect(run.error.contains("“token” will not do"))
    #expect(run.error.contains(":6: token_header; give api_access_token or bearer"))
  }

  @Test func exportsTheInboxAndItsBackupAlike() throws {
    let bench = try Bench()
    let live = try bench.chatferry.run(["export", "--to", "-"] + Bench.inbox)
    #expect(live.status == 0, "\(live.error)")
    let lines = try live.output.split(separator: "\n").map {
      try JSONValue(parsing: Array($0.utf8))
    }
    #expect(lines.count == 37)
    // All conversations of one contact are one chat, by time.
    #expect(lines.prefix(35).allSatisfy { $0["chat"]?.string == FullAccount.anna })
    #expect(lines.suffix(2).allSatisfy { $0["chat"]?.string == "Bo" })
    func facts(_ line: JSONValue) -> [String?] {
      ["id", "time", "direction", "kind", "text", "reply_to"].map { line[$0]?.string }
    }
    #expect(
      [0, 1, 31, 32, 33, 34, 35, 36].map { facts(lines[$0]) } == [
        ["1000", "2020-09-13T12:26:40+00:00", "out", "text", "From the archive", nil],
        ["10", "2023-11-14T22:14:20+00:00", "in", "text", "Message 1", nil],
        [
          "1001", "2023-11-15T00:43:20+00:00", "system", "system", "Conversation was resolved", nil,
        ],
        ["1002", "2023-11-15T01:00:00+00:00", "in", "image", "Look", nil],
        ["1003", "2023-11-15T01:01:00+00:00", "out", "text", "We do", "1002"],
        [
          "1004", "2023-11-15T01:02:00+00:00", "out", "template",
          "Rate us: https://r.example/?token=words", nil,
        ],
        ["1005", "2023-11-15T01:03:20+00:00", "in", "text", "Hello", nil],
        ["1006", "2023-11-15T01:04:20+00:00", "out", "location", "Workshop", nil],
      ])
    #expect(lines[1]["author"]?["wa_id"]?.string == FullAccount.anna)
    #expect(lines[33]["author"]?["name"]?.string == "Noa Levi")
    #expect(lines[31]["author"]?.isNull == true)
    #expect(lines[32]["media"]?["name"]?.string == "photo.png")
    #expect(lines[32]["media"]?["size"]?.int == 9)
    #expect(lines[35]["source"]?["type"]?.string == "online")
    #expect(
      lines[35]["source"]?["raw"]?["x_new"].map { String(decoding: $0.raw, as: UTF8.self) }
        == "[1.50]")

    _ = try bench.save()
    let stored = try bench.chatferry.run("export", bench.backup, "--to", "-")
    #expect(stored.status == 0, "\(stored.error)")
    let storedLines = try stored.output.split(separator: "\n").map {
      try JSONValue(parsing: Array($0.utf8))
    }
    // Only the port of the local platform differs.
    #expect(storedLines.map(facts) == lines.map(facts))
    let out = bench.chatferry.home.file("out")
    let copied = try bench.chatferry.run("export", bench.backup, "--to", out)
    #expect(copied.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: out + "/media")
    #expect(names.map { $0.drop { $0 != "." } }.sorted() == [".pdf", ".png"])
    let one = try bench.chatferry.run("export", bench.backup, "--to", "-", "--chat", "Bo")
    #expect(one.output.split(separator: "\n").count == 2)
  }

  @Test func restoresNoOnlineInboxIntoAnother() throws {
    let bench = try Bench()
    _ = try bench.save()
    let run = try bench.chatferry.run("restore", bench.backup, "--inbox", "local")
    #expect(run.status == 65)
    #expect(run.error.contains("(backup-of-online-inbox)"))
  }

  @Test func tellsABackupOfAnotherInboxFromThisOne() throws {
    let bench = try Bench()
    _ = try bench.save()
    let other = try bench.chatferry.run(
      "backup", "--inbox", "local", "--kind", "online", "--account", "8", "--inbox-id", "13",
      "--to",
      bench.backup)
    #expect(other.status == 73)
    #expect(other.error.contains("account 8, inbox 12"))
    let getChat = try bench.chatferry.run("verify", bench.backup, "--inbox", "local", "--json")
    #expect(try getChat.json()["verdict"]?.string == "not-safe")
    let because = try getChat.json()["because"]?.array?.first?.string ?? ""
    #expect(because.contains(", account 8, inbox 12 (online platform), and not of "), "\(because)")
    #expect(because.hasSuffix(" (get.chat)"))
  }

  @Test(arguments: [
    (["--kind", "online"], Int32(64), "--account is missing"),
    (["--kind", "online", "--account", "8"], 64, "--inbox-id is missing"),
    (["--kind", "online", "--account", "x", "--inbox-id", "12"], 64, "give a whole number"),
    (["--kind", "other"], 64, "getchat or online"),
    (["--account", "8"], 64, "--kind online"),
    (["--kind", "online", "--account", "9", "--inbox-id", "12"], 77, "no account 9"),
    (["--kind", "online", "--account", "8", "--inbox-id", "99"], 77, "there is no inbox 99"),
  ])
  func saysWhatIsWrong(options: [String], status: Int32, words: String) throws {
    let bench = try Bench()
    let run = try bench.chatferry.run(
      ["backup", "--inbox", "local", "--to", bench.backup] + options)
    #expect(run.status == status)
    #expect(run.error.contains(words), "\(run.error)")
  }

  @Test func takesAccountAndInboxFromTheProfileAndShowsNoToken() throws {
    var chatferry = try Chatferry()
    chatferry.environment["CHATFERRY_TOKEN"] = "canary-token"
    let server = try TestServer { _ in .json(#"{"error":"Invalid Access Token"}"#, status: 401) }
    try chatferry.configure(
      "[inbox.shop]\nurl = \"\(server.url)\"\nkind = \"online\"\naccount = 8\ninbox_id = 12\n")
    let run = try chatferry.run("export", "--inbox", "shop", "--to", "-")
    #expect(run.status == 77)
    #expect(!run.error.contains("canary-token"))
    #expect(server.requests.first?.header("api_access_token") == "canary-token")
    #expect(server.requests.first?.path == "/api/v1/profile")
  }

  @Test(arguments: [
    ["import", "x.zip", "--inbox", "shop"], ["login", "shop"],
  ])
  func writesNothingIntoAnOnlineInbox(words: [String]) throws {
    let chatferry = try Chatferry()
    try chatferry.configure(
      "[inbox.shop]\nurl = \"https://o.example\"\nkind = \"online\"\naccount = 8\ninbox_id = 12\n")
    let run = try chatferry.run(words)
    #expect(run.status == 78)
    #expect(run.error.contains("an online inbox can be read"))
  }
}
