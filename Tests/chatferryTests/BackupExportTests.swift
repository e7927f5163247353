import Files
import Foundation
import InboxSamples
import JSONText
import LocalInbox
import TestKit
import Testing

/// `export` of a backup folder, as a user runs it.
@Suite struct BackupExportTests {
  /// A local inbox with something of everything, and a backup of it.
  struct Bench {
    let chatferry: Chatferry
    let backup: String
    private let data: String

    init() throws {
      chatferry = try Chatferry()
      backup = chatferry.home.file("b")
      data = chatferry.home.file("data/chatferry/local")
      try change { inbox in
        try FullInbox.fill(inbox)
        let cat = "e4b60f1d-1847-4233-8a88-58e123123123"
        let dog = "e4b60f1d-1847-4233-8a88-58e123123124"
        _ = try inbox.seed.putMedia(Array("dog".utf8), type: "image/jpeg", id: dog)
        try inbox.seed.put(.messages, Self.messages(cat: cat, dog: dog))
      }
      try save()
    }

    /// A template with two pictures, a file on another host, one that is lost, and a card with two people.
    static func messages(cat: String, dog: String) -> String {
      func message(_ id: Int, _ time: Int, _ payload: String) -> String {
        """
        {"id":"00000000-0000-4000-8000-00000000000\(id)","waba_payload":{"id":"w\(id)",
        "from":"\(FullInbox.other)","timestamp":"\(time)",\(payload)},"from_us":false,
        "customer_wa_id":"\(FullInbox.other)","waba_statuses":{"sent":null,"read":\(time)}}
        """
      }
      let list = [
        message(
          1, 1_700_000_000,
          """
          "type":"template","template":{"name":"pets","components":[{"type":"header","parameters":[
          {"type":"image","image":{"id":"\(cat)"}},{"type":"image","image":{"id":"\(dog)"}}]}]}
          """),
        message(
          2, 1_700_000_000,
          #""type":"document","document":{"link":"https://elsewhere.example/a.pdf","filename":"a.pdf"}"#
        ),
        message(
          3, 1_700_000_060,
          #""type":"audio","audio":{"id":"e4b60f1d-1847-4233-8a88-58e123123999","mime_type":"audio/ogg"}"#
        ),
        message(
          4, 1_700_086_400,
          #""type":"contacts","contacts":[{"name":{"formatted_name":"=Ben"}},{"name":{"formatted_name":"C"}}]"#
        ),
      ]
      return "[\(list.joined(separator: ","))]"
    }

    func change(_ body: (LocalInbox) throws -> Void) throws {
      var settings = LocalInbox.Settings()
      settings.linkOrigin = "http://127.0.0.1"
      let inbox = try LocalInbox(dataDirectory: data, settings: settings)
      defer { inbox.stop() }
      try body(inbox)
    }

    @discardableResult
    func save(_ options: String...) throws -> Chatferry.Outcome {
      let run = try chatferry.run(
        ["backup", "--inbox", "local", "--to", backup] + options)
      #expect([0, 1].contains(run.status))
      return run
    }

    func export(_ options: String...) throws -> Chatferry.Outcome {
      try chatferry.run(["export", backup] + options)
    }

    func file(_ name: String) throws -> Data {
      try Data(contentsOf: URL(fileURLWithPath: chatferry.home.file(name)))
    }

    func records(_ run: Chatferry.Outcome) throws -> [JSONValue] {
      try run.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
    }
  }

  /// Only `backup` and `inbox delete` write in a backup's folder.
  @Test(arguments: ["", "/", "/x", "/generations/new/deep", "/../b/x"])
  func writesNothingIntoABackup(_ place: String) throws {
    let bench = try Bench()
    let before = try FileManager.default.subpathsOfDirectory(atPath: bench.backup).sorted()
    let run = try bench.export("--to", bench.backup + place)
    #expect(run.status == 73)
    #expect(run.error.contains("lies in the backup"))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: bench.backup).sorted() == before)
  }

  @Test func givesTheRecordsThatTheLiveInboxGives() throws {
    let bench = try Bench()
    let zone = ["--time-zone", "Europe/Berlin"]
    let live = try bench.chatferry.run(
      ["export", "--inbox", "local", "--to", bench.chatferry.home.file("live")] + zone)
    let stored = try bench.chatferry.run(
      ["export", bench.backup, "--to", bench.chatferry.home.file("stored")] + zone)
    #expect(live.status == 1)
    #expect(stored.status == 1)
    for name in ["messages.jsonl", "messages.csv", "chats.jsonl", "chats.csv"] {
      #expect(try bench.file("live/" + name) == bench.file("stored/" + name))
    }
    let manifests = try ["live", "stored"].map {
      try JSONValue(parsing: Array(bench.file($0 + "/manifest.json")))
    }
    #expect(manifests[0]["files"]?.raw == manifests[1]["files"]?.raw)
    // Both pictures of the template are copied, and stand in the manifest.
    let media = manifests[1]["files"]?.array?.compactMap { $0["path"]?.string }.filter {
      $0.hasPrefix("media/")
    }
    #expect(media?.count == 2)
    for run in [live, stored] {
      #expect(run.error.contains("(media-lost)"))
      #expect(run.error.contains("which chatferry does not ask: 1 file (media-elsewhere)"))
    }
  }

  @Test func showsTheFirstOfSeveralFilesInTheRecord() throws {
    let bench = try Bench()
    let run = try bench.export("--to", "-", "--chat", "+44 7700 900124")
    let records = try bench.records(run)
    #expect(records.map { $0["kind"]?.string } == ["template", "document", "audio", "contact"])
    #expect(records.map { $0["chat"]?.string } == Array(repeating: FullInbox.other, count: 4))
    #expect(
      records.map { $0["media"]?["state"]?.string } == ["present", "missing", "missing", nil])
    #expect(records[0]["media"]?["size"]?.int == 3)
    #expect(
      records[0]["media"]?["sha256"]?.string
        == "77af778b51abd4a3c51c5ddd97204a9c3ae614ebccb75a606c3b6865aed6744e")
    #expect(records[0]["media"]?["path"]?.isNull == true)
    #expect(records[0]["source"]?["raw"]?["waba_payload"]?["template"]?["components"] != nil)
  }

  @Test(arguments: [
    (["--since", "2023-11-14T22:14:20Z"], 2), (["--until", "2021-02-03T17:18:17Z"], 1),
    (["--chat", FullInbox.number], 2), (["--chat", "Ana María"], 2),
    (["--since", "2023-11-15"], 1), (["--since", "2023-11-15", "--utc-offset", "+02:00"], 4),
  ])
  func writesOnlyWhatIsWanted(options: [String], count: Int) throws {
    let bench = try Bench()
    let run = try bench.chatferry.run(["export", bench.backup, "--to", "-"] + options)
    #expect(try bench.records(run).count == count)
  }

  @Test func writesCSVForASpreadsheetAndWithoutTheGuard() throws {
    let bench = try Bench()
    let guarded = try bench.export("--to", "-", "--format", "csv", "--excel")
    #expect(guarded.output.hasPrefix("\u{FEFF}chat,id,time,"))
    #expect(guarded.output.contains(",contact,'=Ben,"))
    let raw = try bench.export("--to", "-", "--format", "csv", "--raw-csv")
    #expect(raw.output.contains(",contact,=Ben,"))
    let described = bench.chatferry.home.file("d")
    _ = try bench.export("--to", described, "--format", "csv", "--media", "none")
    #expect(!FileManager.default.fileExists(atPath: described + "/media"))
    #expect(!FileManager.default.fileExists(atPath: described + "/messages.jsonl"))
  }

  @Test func keepsWhatIsGoneFromTheInboxAndSaysSo() throws {
    let bench = try Bench()
    try bench.change { inbox in
      let isRemoved = try inbox.seed.remove(.messages, FullInbox.messageID)
      #expect(isRemoved)
    }
    try bench.save("--full")
    let out = bench.chatferry.home.file("out")
    let run = try bench.export("--to", out, "--json", "--chat", FullInbox.number)
    #expect(run.status == 0)
    let chat = try #require(try run.json()["chats"]?.array?.first)
    #expect(chat["messages"]?.int == 2)
    #expect(chat["path"]?.string == bench.backup)
    #expect(chat["problems"]?.array?.map { $0["code"]?.string } == ["message-gone"])
  }

  @Test func readsBackupsAndArchivesInOneRun() throws {
    let bench = try Bench()
    let run = try bench.chatferry.run(
      "export", bench.backup, try bench.chatferry.chat(), "--to", "-", "--time-zone", "UTC")
    #expect(run.status == 1)
    #expect(try bench.records(run).count == 9)
  }

  // MARK: Damage

  @Test func writesNothingOfADamagedBackup() throws {
    let bench = try Bench()
    let path = bench.backup + "/generations/000001/messages/\(FullInbox.number).jsonl"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    // Inside a text: still JSON, of the same size.
    let place = try #require(bytes.firstRange(of: Data("Katze".utf8)))
    bytes[place.lowerBound] = UInt8(ascii: "T")
    try bytes.write(to: URL(fileURLWithPath: path))
    let out = bench.chatferry.home.file("out")
    let run = try bench.export("--to", out, "--json")
    #expect(run.status == 65)
    #expect(
      try run.json()["chats"]?.array?.first?["problems"]?.array?.first?["code"]?.string
        == "backup-file-damaged")
    #expect(run.error.contains("messages/\(FullInbox.number).jsonl"))
    #expect(!FileManager.default.fileExists(atPath: out))
    // The other chat's files are as they were.
    #expect(try bench.export("--to", "-", "--chat", FullInbox.other).output.isEmpty == false)
  }

  @Test func saysThatAMediumIsDamagedOrMissing() throws {
    let bench = try Bench()
    let sha = "77af778b51abd4a3c51c5ddd97204a9c3ae614ebccb75a606c3b6865aed6744e"
    let path = bench.backup + "/media/77/" + sha
    try Data("cab".utf8).write(to: URL(fileURLWithPath: path))
    let damaged = try bench.export("--to", "-", "--chat", FullInbox.number)
    #expect(damaged.status == 1)
    #expect(damaged.error.contains("(backup-file-damaged)"))
    try FileManager.default.removeItem(atPath: path)
    let missing = try bench.export("--to", "-", "--chat", FullInbox.number)
    #expect(missing.status == 1)
    #expect(missing.error.contains("(media-lost)"))
    #expect(try bench.records(missing)[0]["media"]?["state"]?.string == "missing")
  }

  @Test func waitsForNobodyWhoReadsAndEndsWhereSomebodyWrites() async throws {
    let bench = try Bench()
    do {
      let reader = try await FileLock.take(folder: bench.backup, .shared)
      #expect(try bench.export("--to", "-", "--chat", FullInbox.number).status == 0)
      withExtendedLifetime(reader) {}
    }
    let writer = try await FileLock.take(folder: bench.backup, .exclusive)
    #expect(try bench.export("--to", "-").status == 75)
    withExtendedLifetime(writer) {}
  }

  @Test(arguments: [
    ("chatferry backup 2\n", Int32(65), "backup-newer-format"),
    ("chatferry backup 1\ngen", 65, "backup-file-damaged"),
  ])
  func refusesAPointerThatItCannotFollow(text: String, status: Int32, code: String) throws {
    let chatferry = try Chatferry()
    var head = text
    if text.hasSuffix("\n") {
      head += "sha256 \(SHA256.digest(of: Array(text.utf8).span).hex)\n"
    }
    try FileManager.default.createDirectory(
      atPath: chatferry.home.file("b"), withIntermediateDirectories: true)
    try chatferry.home.write(head, to: "b/HEAD")
    let run = try chatferry.run("export", chatferry.home.file("b"), "--to", "-")
    #expect(run.status == status)
    #expect(run.error.contains("(\(code))"))
  }
}
