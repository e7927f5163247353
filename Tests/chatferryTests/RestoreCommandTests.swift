import Foundation
import InboxSamples
import JSONText
import LocalInbox
import TestKit
import Testing

/// `restore`, as a user runs it: out of the backup of one local inbox into another one.
@Suite struct RestoreCommandTests {
  struct Bench {
    let chatferry: Chatferry
    let backup: String

    init(_ fill: (LocalInbox) throws -> Void) throws {
      chatferry = try Chatferry()
      backup = chatferry.home.file("b")
      try open("old", fill)
      let run = try chatferry.run(
        "backup", "--inbox", "local", "--data", chatferry.home.file("old"), "--to", backup)
      #expect(run.status == 0, "\(run.error)")
    }

    func open(_ data: String, _ body: (LocalInbox) throws -> Void) throws {
      var settings = LocalInbox.Settings()
      settings.linkOrigin = "http://127.0.0.1"
      let inbox = try LocalInbox(
        dataDirectory: chatferry.home.file(data), settings: settings)
      defer { inbox.stop() }
      try body(inbox)
    }

    func restore(_ options: String...) throws -> Chatferry.Outcome {
      try chatferry.run(
        ["restore", backup, "--inbox", "local", "--data", chatferry.home.file("new"), "--json"]
          + options)
    }

    /// Records of a backup of the new inbox, or of the old one's.
    func records(_ folder: String) throws -> [JSONValue] {
      let run = try chatferry.run(
        "export", folder, "--to", chatferry.home.file("records"), "--format", "jsonl")
      #expect(run.status == 0, "\(run.error)")
      return try chatferry.home.text("records/messages.jsonl").split(separator: "\n").map {
        try JSONValue(parsing: Array($0.utf8))
      }
    }

    func backUpTheNewOne() throws -> String {
      let folder = chatferry.home.file("c")
      let run = try chatferry.run(
        "backup", "--inbox", "local", "--data", chatferry.home.file("new"), "--to", folder)
      #expect(run.status == 0, "\(run.error)")
      return folder
    }
  }

  private static let number = "447700900142"
  private static let picture = "e4b60f1d-1847-4233-8a88-58e123123123"
  private static let paper = "e4b60f1d-1847-4233-8a88-58e123123124"

  private static func message(
    _ id: Int, _ time: Int, fromUs: Bool = false, _ payload: String, tags: String = "[]"
  ) -> String {
    let side = fromUs ? #""to""# : #""from""#
    return """
      {"id":"00000000-0000-4000-8000-0000000000\(id)","waba_payload":{"id":"w\(id)",\(side):"\(number)",
      "timestamp":\(time),\(payload)},"from_us":\(fromUs),"customer_wa_id":"\(number)",
      "contact":{"wa_id":"\(number)","waba_payload":{"profile":{"name":"Anna Berg"},"wa_id":"\(number)"}},
      "waba_statuses":{"sent":null,"delivered":null,"read":null},"tags":\(tags)}
      """
  }

  private static func text(_ words: String) -> String {
    var json = JSONWriter()
    json.string(words)
    return #""type":"text","text":{"body":"#
      + String(decoding: json.bytes, as: UTF8.self) + "}"
  }

  /// Everything in it can be taken by the API.
  static func plain(_ inbox: LocalInbox) throws {
    let texts = [
      "Do you repair cargo bikes?", "We do.\nBring it by.", "Größe 28 – 🚲", "Note: Inbox: x",
      "a\n\nb", "12/03/2022, 10:00 - Ben: quoted", "image omitted", "[draft] for you", "ok", "ok",
    ]
    var messages = texts.enumerated().map { index, words in
      message(10 + index, 1_700_000_000 + index / 2 * 60, fromUs: index % 2 == 1, text(words))
    }
    messages.append(
      message(
        30, 1_700_100_000,
        #""type":"image","image":{"id":"\#(picture)","filename":"IMG-20231116-WA0001.png","mime_type":"image/png","caption":"From the lake"}"#
      ))
    messages.append(
      message(
        31, 1_700_100_000, fromUs: true,
        #""type":"document","document":{"id":"\#(paper)","filename":"Offer 12.pdf","mime_type":"application/pdf","caption":"Our offer"}"#
      ))
    try inbox.seed.put(.groups, #"{"id":7,"name":"Sales"}"#)
    try inbox.seed.put(
      .users, #"{"id":2,"username":"konrad","first_name":"Konrad","email":"k@example.com"}"#)
    try inbox.seed.put(
      .tags,
      #"[{"id":15,"name":"VIP","web_inbox_color":"teal"},{"id":16,"name":"unused","web_inbox_color":null}]"#
    )
    try inbox.seed.put(
      .savedResponses,
      #"[{"id":1,"text":"Good morning!","created_by":2,"timestamp":1},{"id":2,"text":"Good morning!","created_by":2,"timestamp":1},{"id":3,"text":"Bye","created_by":2,"timestamp":1}]"#
    )
    try inbox.seed.put(
      .webhooks,
      #"{"id":9,"url":"https://hook.example.com/a","on_incoming_message":true,"on_outgoing_message":false,"on_assigned":true,"headers":{}}"#
    )
    _ = try inbox.seed.putMedia(
      [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], type: "image/png", id: picture)
    _ = try inbox.seed.putMedia(Array("%PDF-1.4\n".utf8), type: "application/pdf", id: paper)
    try inbox.seed.put(
      .chats,
      """
      {"contact":{"wa_id":"\(number)","waba_payload":{"profile":{"name":"Anna Berg"},"wa_id":"\(number)"}},
      "wa_id":"\(number)","new_messages":0,"assigned_to_user":{"id":2},"assigned_group":{"id":7},
      "tags":[{"id":15,"name":"VIP","tagging_id":121}]}
      """)
    try inbox.seed.put(.messages, "[" + messages.joined(separator: ",") + "]")
    // The second of two equal messages of one second.
    try inbox.seed.put(
      .messageTaggings, #"{"id":131,"tag":15,"message":"w19","extra":{"n":1.50}}"#)
  }

  /// A record without what the API cannot keep: ids, and the server's own object.
  private static func kept(_ record: JSONValue) -> [String] {
    (record.members ?? []).filter { !["id", "source", "status", "media"].contains($0.key) }.map {
      "\($0.key)=\(String(decoding: $0.value.raw, as: UTF8.self))"
    }
      + ["name", "state", "size", "sha256", "mime_type"].map {
        "\($0)=\(record["media"]?[$0].map { String(decoding: $0.raw, as: UTF8.self) } ?? "null")"
      }
  }

  @Test func givesEqualRecordsWhenItIsBackedUpAgain() throws {
    let bench = try Bench(Self.plain)
    try bench.open("new") { inbox in
      try inbox.seed.put(.groups, #"{"id":3,"name":"Sales"}"#)
      try inbox.seed.put(.users, #"{"id":8,"username":"konrad","email":"k@example.com"}"#)
    }
    let run = try bench.restore()
    #expect(run.status == 0, "\(run.error)")
    let result = try run.json()
    #expect(result["state"]?.string == "done")
    #expect(result["chats"]?.array?.first?["verified"]?.bool == true)
    #expect(result["chats"]?.array?.first?["messages"]?.int == 12)
    for (kind, made, there) in [
      ("tags", 2, 0), ("saved_responses", 3, 0), ("webhooks", 1, 0), ("message_taggings", 1, 0),
      // Who tags a message tags its chat as well.
      ("chat_taggings", 0, 1), ("assignments", 1, 0),
    ] {
      #expect(result[kind]?["made"]?.int == Int64(made), "\(kind)")
      #expect(result[kind]?["there"]?.int == Int64(there), "\(kind)")
      #expect(result[kind]?["failed"]?.int == 0, "\(kind)")
    }
    let new = try bench.backUpTheNewOne()
    let before = try bench.records(bench.backup)
    let after = try bench.records(new)
    #expect(after.count == 12)
    for (one, other) in zip(before, after) { #expect(Self.kept(one) == Self.kept(other)) }

    let rows = try ["chats", "resources/tags", "resources/saved_responses", "resources/webhooks"]
      .map { try bench.chatferry.home.text("c/generations/000001/\($0).jsonl") }
    #expect(rows[0].contains(#""id":8,"username":"konrad""#))
    #expect(rows[0].contains(#""assigned_group":{"id":3"#))
    #expect(rows[1].contains(#""name":"VIP","web_inbox_color":"teal""#))
    #expect(rows[2].split(separator: "\n").count == 3)
    #expect(rows[3].contains("https://hook.example.com/a"))
    let taggings = try bench.chatferry.home.text(
      "c/generations/000001/resources/message_taggings.jsonl")
    #expect(taggings.contains(#""extra":{"n":1.50}"#))
  }

  @Test func doesNothingTheSecondTimeAndSaysSo() throws {
    let bench = try Bench(Self.plain)
    #expect(try bench.restore().status == 0)
    let second = try bench.restore()
    #expect(second.status == 0)
    #expect(try second.json()["state"]?.string == "unchanged")
    let words = try bench.chatferry.run(
      "restore", bench.backup, "--inbox", "local", "--data", bench.chatferry.home.file("new"))
    #expect(
      words.output == "everything of this backup is in the inbox; nothing was sent\n")
    #expect(try bench.records(bench.backUpTheNewOne()).count == 12)
  }

  @Test func listsTheTextsThatItChanges() throws {
    let texts = ["", "a\r\nb", "a\n1/2/24, 1:00 PM - X: y", "plain\n3.5 kg"]
    let messages = texts.enumerated().map { index, words in
      Self.message(10 + index, 1_700_000_000 + index * 60, Self.text(words))
    }
    let bench = try Bench { inbox in
      try inbox.seed.put(.messages, "[" + messages.joined(separator: ",") + "]")
    }
    let losses = try bench.restore("--dry-run").json()["not_restored"]?.array ?? []
    let changed = losses.first { $0["what"]?.string == "message_texts" }
    #expect(changed?["count"]?.int == 3)
  }

  @Test func saysWhatCannotComeBackBeforeItSendsAnything() throws {
    let bench = try Bench { inbox in
      try FullInbox.fill(inbox)
    }
    let run = try bench.restore("--dry-run")
    #expect(run.status == 0)
    let result = try run.json()
    #expect(result["state"]?.string == "planned")
    let losses = (result["not_restored"]?.array ?? []).map {
      "\($0["what"]?.string ?? "") \($0["count"]?.int ?? 0)"
    }
    #expect(
      losses == [
        "message_facts 2", "message_authors 1", "message_forwards 1", "message_kinds 1",
        "persons 2", "contacts 1", "blocked_contacts 1", "templates 1", "users 2", "groups 2",
        "whatsapp_accounts 1", "business_profile 1", "profile_about 1", "chat_tagging_events 1",
        "message_tagging_events 1", "chat_assignment_events 1", "waba_errors 1",
      ])
    #expect(run.error.contains("not restored: message_authors, 1: "))
    #expect(!FileManager.default.fileExists(atPath: bench.chatferry.home.file("new")))
  }

  @Test func leavesAWebhookOutWhoseSecretNobodyGives() throws {
    let bench = try Bench { inbox in try FullInbox.fill(inbox) }
    let run = try bench.restore()
    #expect(run.status == 0, "\(run.error)")
    #expect(try run.json()["webhooks"]?["made"]?.int == 0)
    let losses = try run.json()["not_restored"]?.array ?? []
    #expect(losses.contains { $0["what"]?.string == "webhook_secrets" })
    // Nobody of that name is in the new inbox.
    #expect(losses.contains { $0["what"]?.string == "assignments_to_others" })
    try bench.open("new") { _ in }
    let records = try bench.records(bench.backUpTheNewOne())
    #expect(records.map { $0["text"]?.string } == ["Süße Katze", "(hologram)"])
    #expect(records[0]["author"]?["name"]?.string == "Ana María")
    #expect(records[0]["tags"]?.array?.map(\.string) == ["Größe"])
    #expect(records[0]["media"]?["size"]?.int == 3)
  }

  @Test func restoresTheChatsThatWereAskedFor() throws {
    let bench = try Bench { inbox in
      try Self.plain(inbox)
      try FullInbox.fill(inbox)
    }
    let run = try bench.restore("--chat", "+44 7700 900142", "--chat", "1")
    #expect(run.status == 1)
    #expect(run.error.contains("(chat-not-found)"))
    let result = try run.json()
    #expect(result["chats"]?.array?.map { $0["chat"]?.string } == [Self.number])
    #expect(result["tags"]?["made"]?.int == 1)
    #expect(result["saved_responses"]?["made"]?.int == 0)
  }

  @Test func refusesADamagedBackupBeforeItSendsAnything() throws {
    let bench = try Bench(Self.plain)
    let path = bench.backup + "/generations/000001/messages/\(Self.number).jsonl"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let place = try #require(bytes.firstRange(of: Data("cargo".utf8)))
    bytes[place.lowerBound] = UInt8(ascii: "C")
    try bytes.write(to: URL(fileURLWithPath: path))
    let run = try bench.restore()
    #expect(run.status == 65)
    #expect(
      try run.json()["problems"]?.array?.map { $0["code"]?.string } == ["backup-file-damaged"])
    #expect(try bench.restore("--dry-run").status == 65)
    try bench.open("new") { _ in }
    #expect(try bench.records(bench.backUpTheNewOne()).isEmpty)
  }

  @Test func saysWhichFileItRestoresWithout() throws {
    let bench = try Bench(Self.plain)
    let folders = try FileManager.default.contentsOfDirectory(atPath: bench.backup + "/media")
    try FileManager.default.removeItem(atPath: bench.backup + "/media/" + folders[0])
    let run = try bench.restore()
    #expect(run.status == 1)
    let result = try run.json()
    #expect(result["problems"]?.array?.map { $0["code"]?.string } == ["backup-file-damaged"])
    #expect(result["chats"]?.array?.first?["state"]?.string == "done")
    #expect(result["chats"]?.array?.first?["media"]?["uploaded"]?.int == 1)
  }

  @Test(
    arguments: [
      (["restore"], 64), (["restore", "."], 64), (["restore", ".", "--inbox", "local"], 65),
      (["restore", "nothing", "--inbox", "local"], 66),
    ] as [([String], Int32)])
  func saysWhatIsWrong(words: [String], status: Int32) throws {
    #expect(try Chatferry().run(words).status == status)
  }
}
