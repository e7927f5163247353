import Foundation
import JSONText
import LocalInbox
import TestKit
import TestServer
import Testing

/// `conversation add` and `import --open-conversation`, against the local platform.
@Suite struct ConversationCommandTests {
  struct Bench {
    let chatferry: Chatferry

    /// A local platform with one inbox, whose place stands in the profile.
    init() throws {
      chatferry = try Chatferry()
      let created = try chatferry.run(
        "inbox", "create", "--partner", "local", "--name", "Desk", "--number", "+44 7700 900001",
        "--account", "8", "--server", "online")
      #expect(created.status == 0)
      try chatferry.configure("[inbox.local]\naccount = 8\ninbox_id = 1\n")
    }

    func add(_ words: String...) throws -> Chatferry.Outcome {
      try chatferry.run(["conversation", "add", "--inbox", "local"] + words)
    }

    /// What `backup` of the online inbox sees, by id.
    func conversations() throws -> [JSONValue] {
      let folder = chatferry.home.file("look-\(UUID().uuidString)")
      let run = try chatferry.run("backup", "--inbox", "local", "--kind", "online", "--to", folder)
      #expect(run.status == 0, "\(run.error)")
      let text = try String(
        contentsOfFile: folder + "/generations/000001/chats.jsonl", encoding: .utf8)
      return try text.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
        .sorted { ($0["id"]?.int ?? 0) < ($1["id"]?.int ?? 0) }
    }
  }

  @Test func opensAConversationOnce() throws {
    let bench = try Bench()
    let run = try bench.add(
      "--source-id", "+44 7700 900142", "--status", "open", "--attribute", "bike=cargo",
      "--attribute", "note=a=b", "--additional", "browser=none", "--json")
    #expect(run.status == 0, "\(run.error)")
    let json = try run.json()
    #expect(
      json.members?.map(\.key) == [
        "server", "account", "inbox_id", "state", "id", "conversation", "problems",
      ])
    #expect(json["state"]?.string == "created")
    #expect(json["id"]?.int == 1)
    #expect(json["conversation"]?["custom_attributes"]?["note"]?.string == "a=b")
    #expect(json["conversation"]?["additional_attributes"]?["browser"]?.string == "none")
    #expect(
      json["conversation"]?["meta"]?["sender"]?["phone_number"]?.string == "+447700900142")

    // One number, however it is written.
    for number in ["44 7700 900142", "44-7700-900142", "+44 (7700) 900 142"] {
      let again = try bench.add("--source-id", number)
      #expect(again.status == 65, "\(number): \(again.output)")
    }
    let again = try bench.add("--source-id", "447700900142", "--json")
    #expect(again.status == 65)
    #expect(try again.json()["state"]?.string == "refused")
    #expect(try again.json()["problems"]?.array?.first?["code"]?.string == "conversation-open")
    #expect(again.error.contains("number 1"))
    let contact = try #require(json["conversation"]?["meta"]?["sender"]?["id"]?.int)
    #expect(try bench.add("--contact-id", "\(contact)").status == 65)
    let forced = try bench.add("--source-id", "447700900142", "--force")
    #expect(forced.status == 0)
    #expect(
      forced.output
        == "conversation 2 of inbox 1, account 8: open, with +447700900142, outside the time in which one can reply freely\n"
    )
    #expect(try bench.conversations().map { $0["id"]?.int } == [1, 2])
  }

  @Test(arguments: [
    ([], Int32(64), "--source-id is missing"),
    (["--source-id", "x", "--status", "shut"], 64, "open, resolved, pending, snoozed"),
    (["--source-id", "x", "--attribute", "bike"], 64, "KEY=VALUE"),
    (["--source-id", "x", "--attribute", "a=1", "--attribute", "a=2"], 64, "every key once"),
    (["--source-id", "+44 77OO"], 64, "partner-number-impossible"),
    (["--source-id", " "], 64, "--source-id"), (["--contact-id", "0"], 64, "--contact-id"),
    (["--contact-id", "77"], 69, "Resource could not be found"),
    (["--source-id", "x", "--inbox-id", "9"], 69, "Resource could not be found"),
  ])
  func saysWhatIsWrong(words: [String], status: Int32, reason: String) throws {
    let bench = try Bench()
    let run = try bench.chatferry.run(["conversation", "add", "--inbox", "local"] + words)
    #expect(run.status == status)
    #expect(run.error.contains(reason), "\(run.error)")
    #expect(try bench.conversations().isEmpty)
  }

  @Test func printsAnObjectWhereThePlatformRefuses() throws {
    let bench = try Bench()
    let run = try bench.add("--contact-id", "77", "--json")
    #expect(run.status == 69)
    let json = try run.json()
    #expect(json["state"]?.string == "refused")
    #expect(json["id"]?.isNull == true)
    #expect(json["problems"]?.array?.first?["code"]?.string == "conversation-failed")
    #expect(
      run.error.contains(
        "check the account, the inbox, and the numbers of contact, agent and team (conversation-failed)"
      ))
  }

  /// What the platform finds fault with is the input, not the service; token and rights are neither.
  @Test(arguments: [
    (400, Int32(65)), (409, 65), (413, 65), (422, 65), (401, 77), (403, 77), (404, 69), (302, 69),
  ])
  func tellsBadInputFromAServiceThatIsNotThere(answer: Int, status: Int32) throws {
    let server = try TestServer { request in
      request.method == "GET"
        ? .json(#"{"data":{"meta":{},"payload":[]}}"#)
        : .json(#"{"error":"Source must exist"}"#, status: answer)
    }
    var chatferry = try Chatferry()
    chatferry.environment["CHATFERRY_TOKEN"] = "t"
    let run = try chatferry.run(
      "conversation", "add", "--inbox", server.url, "--kind", "online", "--account", "8",
      "--inbox-id", "1", "--source-id", "447700900142", "--json")
    #expect(run.status == status, "\(run.error)")
    #expect(try run.json()["state"]?.string == "refused")
    #expect(try run.json()["problems"]?.array?.first?["code"]?.string == "conversation-failed")
    #expect(server.requests.count { $0.method == "POST" } == 1)
  }

  @Test func needsAnInboxOfTheOnlinePlatform() throws {
    let chatferry = try Chatferry()
    let placeless = try chatferry.run(
      "conversation", "add", "--inbox", "local", "--source-id", "447700900142")
    #expect(placeless.status == 64)
    #expect(placeless.error.contains("--account is missing"))
    try chatferry.configure("[inbox.local]\nkind = \"getchat\"\n")
    let other = try chatferry.run(
      "conversation", "add", "--inbox", "local", "--account", "8", "--inbox-id", "1",
      "--source-id", "447700900142")
    #expect(other.status == 78)
    #expect(other.error.contains("an inbox of kind online"))
  }

  // MARK: With an import

  /// A folder with exports of two chats, and `c.csv` with the numbers of their people.
  private static func twoChats(_ chatferry: Chatferry) throws -> String {
    try chatferry.home.write(
      "Name,Phone\nAnna Berg,+44 7700 900142\nBen Carter,+44 7700 900143\n", to: "c.csv")
    let folder = chatferry.home.file("exports")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try chatferry.chat("exports/WhatsApp Chat with Anna Berg.txt")
    _ = try chatferry.chat(
      "exports/WhatsApp Chat with Ben Carter.txt",
      "15/03/2022, 09:00 - Ben Carter: One\n15/03/2022, 09:01 - Harbour Bikes: Two\n")
    return folder
  }

  @Test func opensAConversationForEveryImportedChat() throws {
    let bench = try Bench()
    let chatferry = bench.chatferry
    let folder = try Self.twoChats(chatferry)
    let command = [
      "import", folder, "--inbox", "local", "--me", "Harbour Bikes", "--contacts",
      chatferry.home.file("c.csv"), "--time-zone", "UTC", "--open-conversation", "local", "--json",
    ]
    func states(_ run: Chatferry.Outcome) throws -> [String?] {
      try run.json()["imports"]?.array?.map { $0["conversation"]?["state"]?.string } ?? []
    }
    #expect(try bench.add("--source-id", "447700900143").status == 0)

    let dry = try chatferry.run(command + ["--dry-run"])
    #expect(dry.status == 0, "\(dry.error)")
    #expect(try states(dry) == ["planned", "planned"])
    #expect(try bench.conversations().count == 1)

    let run = try chatferry.run(command)
    #expect(run.status == 0, "\(run.error)")
    #expect(try states(run) == ["created", "open"])
    let rows = try bench.conversations()
    #expect(
      rows.map { $0["meta"]?["sender"]?["phone_number"]?.string } == [
        "+447700900143", "+447700900142",
      ])
    #expect(try run.json()["imports"]?.array?.first?["conversation"]?["id"]?.int == 2)

    let table = try chatferry.run(command.dropLast())
    #expect(table.output.contains("  CONVERSATION      EXPORT\n"), "\(table.output)")
    #expect(
      table.output.contains("  2, opened before  ") && table.output.contains("  1, was open  "))

    // The same again opens nothing, whatever became of the conversation since.
    let data = chatferry.home.file("data/chatferry/local")
    let inbox = try LocalInbox(dataDirectory: data)
    try inbox.onlineSeed.put(
      .conversations, account: 8,
      #"{"id":2,"account_id":8,"inbox_id":1,"status":"resolved","meta":{"sender":{"id":2,"phone_number":"+447700900142"}}}"#
    )
    inbox.stop()
    let again = try chatferry.run(command)
    #expect(again.status == 0)
    #expect(try states(again) == ["earlier", "open"])
    #expect(try bench.conversations().count == 2)
    let plain = try chatferry.run(command.dropLast(3) + ["--json"])
    #expect(try plain.json()["imports"]?.array?.first?["conversation"] == nil)
  }

  /// `--kind` is about the inbox that the chats go into.
  @Test(arguments: ["", "kind = \"online\"\n"])
  func takesTheKindOfTheImportForTheImportAlone(kind: String) throws {
    let bench = try Bench()
    try bench.chatferry.configure("[inbox.local]\naccount = 8\ninbox_id = 1\n" + kind)
    let run = try bench.chatferry.run(
      "import", try bench.chatferry.chat(), "--inbox", "local", "--kind", "getchat", "--me",
      "Harbour Bikes", "--partner", "+44 7700 900142", "--time-zone", "UTC",
      "--open-conversation", "local", "--json")
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try run.json()["imports"]?.array?.first?["conversation"]?["state"]?.string == "created")
  }

  /// One conversation that the platform refuses is no reason not to try the next.
  @Test(arguments: [400, 404, 409, 413, 422])
  func opensTheOthersWhereOneIsRefused(status: Int) throws {
    let bench = try Bench()
    var chatferry = bench.chatferry
    chatferry.environment["CHATFERRY_TOKEN"] = "t"
    let server = try TestServer { request in
      guard request.method == "POST" else {
        return .json(#"{"data":{"meta":{},"payload":[]}}"#)
      }
      return String(decoding: request.body, as: UTF8.self).contains("447700900142")
        ? .json(#"{"error":"x"}"#, status: status)
        : .json(#"{"id":7,"inbox_id":1,"status":"open"}"#)
    }
    try chatferry.configure(
      "[inbox.desk]\nurl = \"\(server.url)\"\nkind = \"online\"\naccount = 8\ninbox_id = 1\ntoken_file = \"t\"\n"
    )
    try chatferry.home.write("t\n", to: "config/chatferry/t")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: chatferry.home.file("config/chatferry/t"))
    let folder = try Self.twoChats(chatferry)
    let run = try chatferry.run(
      "import", folder, "--inbox", "local", "--me", "Harbour Bikes", "--contacts",
      chatferry.home.file("c.csv"), "--time-zone", "UTC", "--open-conversation", "desk", "--json")
    #expect(run.status == 1, "\(run.error)")
    #expect(
      try run.json()["imports"]?.array?.map { $0["conversation"]?["state"]?.string }
        == ["failed", "created"])
  }

  @Test func saysWhichConversationCouldNotBeOpened() throws {
    let bench = try Bench()
    try bench.chatferry.configure("[inbox.local]\naccount = 8\ninbox_id = 9\n")
    let run = try bench.chatferry.run(
      "import", try bench.chatferry.chat(), "--inbox", "local", "--me", "Harbour Bikes",
      "--partner", "+44 7700 900142", "--time-zone", "UTC", "--open-conversation", "local",
      "--json")
    #expect(run.status == 1)
    let item = try run.json()["imports"]?.array?.first
    #expect(item?["state"]?.string == "done")
    #expect(item?["conversation"]?["state"]?.string == "failed")
    #expect(item?["problems"]?.array?.last?["code"]?.string == "conversation-failed")
    #expect(run.error.contains("Resource could not be found"))
  }
}
