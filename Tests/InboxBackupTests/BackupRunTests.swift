import Foundation
import InboxAPI
import TestKit
import TestServer
import Testing

@testable import InboxBackup

@Suite struct BackupRunTests {
  private static let a = "447700900101"
  private static let b = "447700900102"
  private static let allOfA = (0..<13).map { "a\($0)" }

  @Test func keepsTheServersOwnObjects() async throws {
    let bench = try Bench()
    let result = try await bench.backup()
    #expect(result.messages == 17)
    #expect(result.isFull)
    #expect(result.problems == [])
    let lines = try bench.text("generations/000001/messages/\(Self.a).jsonl")
    let wanted = (FakeInbox.State.small.chats[Self.a] ?? []).reversed().map { $0.json + "\n" }
    #expect(lines == wanted.joined())
    #expect(
      try bench.text("generations/000001/resources/business_profile.jsonl")
        == "{\"address\":null,\"future_field\":1.50}\n")
    #expect(try await bench.ids(of: Self.a) == Self.allOfA)
    #expect(try bench.verify().verdict == .intact)
    #expect(try bench.verify().problems == [])
  }

  @Test func onlyReads() async throws {
    let bench = try Bench()
    try await bench.backup()
    #expect(bench.inbox.server.requests.allSatisfy { $0.method == "GET" })
    #expect(!bench.inbox.server.requests.contains { $0.target.contains("mark_as_received") })
    #expect(!bench.inbox.server.requests.contains { $0.target.contains("CANARY") })
  }

  @Test func leavesSecretsOutAndSaysSo() async throws {
    let bench = try Bench()
    try await bench.backup()
    for file in bench.files() where !file.hasPrefix("media/") {
      #expect(!(try bench.text(file)).contains("CANARY"), "\(file)")
    }
    let webhooks = try bench.text("generations/000001/resources/webhooks.jsonl")
    #expect(
      webhooks
        == #"{"id":3,"url":"https://h.example/x?auth=(left out)&a=1","headers":{"X-Key":"(left out)"}}"#
        + "\n")
    let manifest = try await BackupReader(bench.path).manifest
    #expect(
      manifest.leftOut.map { "\($0.kind) \($0.field) \($0.count)" } == [
        "users activation_url 1", "webhooks headers 1", "webhooks url 1",
      ])
  }

  @Test func isForItsOwnerAlone() async throws {
    let bench = try Bench()
    try await bench.backup()
    let found = FileManager.default.enumerator(atPath: bench.path)?.allObjects as? [String] ?? []
    for name in found {
      let attributes = try FileManager.default.attributesOfItem(atPath: bench.path + "/" + name)
      let mode = (attributes[.posixPermissions] as? Int ?? 0) & 0o777
      #expect(mode == 0o600 || mode == 0o700, "\(name)")
    }
  }

  @Test func addsOnlyWhatIsNew() async throws {
    let bench = try Bench()
    try await bench.backup()
    let before = bench.files()
    #expect(try await bench.backup().isUnchanged)
    #expect(bench.files() == before)
    bench.inbox.change {
      $0.chats[Self.a]?.append(.init(id: "a13", time: 1_700_001_000))
      $0.chats[Self.a]?[12].more = #","edited":true"#
    }
    let requests = bench.inbox.server.requests.count
    let result = try await bench.backup()
    #expect(result.newMessages == 1)
    #expect(result.changedMessages == 1)
    #expect(result.generation == 2)
    #expect(!bench.inbox.server.requests[requests...].contains { $0.target.contains("media/") })
    #expect(
      try bench.text("generations/000002/messages/\(Self.a).jsonl").split(separator: "\n").count
        == 1)
    #expect(try await bench.ids(of: Self.a) == Self.allOfA + ["a13"])
    var merge = try await BackupReader(bench.path).messages(of: Self.a)
    var edited: [String?] = []
    while let item = try merge.next() {
      if item.message.isEdited { edited.append(item.message.id) }
    }
    #expect(edited == ["a12"])
    #expect(try bench.verify().verdict == .intact)
  }

  @Test func findsWhatIsGoneAndWhatIsDatedBackInAFullRun() async throws {
    let bench = try Bench()
    try await bench.backup()
    bench.inbox.change {
      $0.chats[Self.a]?.remove(at: 3)
      $0.chats[Self.a]?.insert(.init(id: "old", time: 1_600_000_000), at: 0)
    }
    let result = try await bench.backup(full: true)
    #expect(result.goneMessages == 1)
    #expect(result.newMessages == 1)
    #expect(
      try await bench.ids(of: Self.a)
        == ["old"] + Self.allOfA.map { $0 == "a3" ? "-a3" : $0 })
    bench.inbox.change { $0.chats[Self.a]?.insert(.init(id: "a3", time: 1_700_000_060), at: 4) }
    try await bench.backup(full: true)
    #expect(try await bench.ids(of: Self.a) == ["old"] + Self.allOfA)
    bench.inbox.change { $0.chats[Self.b] = nil }
    try await bench.backup()
    #expect(try await bench.ids(of: Self.b) == ["-b0", "-b1", "-b2", "-b3"])
  }

  @Test func keepsWhatArrivesMeanwhile() async throws {
    let bench = try Bench()
    bench.inbox.change {
      $0.onMessages = { number, state in
        if number == 4 {
          state.chats[Self.b]?.append(.init(id: "late", time: 1_700_200_000))
          state.chats["447700900103"] = [.init(id: "c0", time: 1_700_200_001)]
        }
      }
    }
    let result = try await bench.backup()
    #expect(result.messages == 19)
    #expect(try await bench.ids(of: Self.b).last == "late")
    #expect(try await bench.ids(of: "447700900103") == ["c0"])
  }

  @Test(arguments: [403, 404])
  func notesWhatIsNotAvailable(status: Int) async throws {
    let bench = try Bench()
    bench.inbox.change { $0.faults["tags/"] = .json(#"{"detail":"No."}"#, status: status) }
    let result = try await bench.backup()
    #expect(result.kinds.first { $0.name == "tags" }?.refusal == "status \(status)")
    #expect(result.problems.map(\.code) == (status == 403 ? ["kind-unavailable"] : []))
    #expect(result.problems.allSatisfy { $0.severity == .error })
    // What this user may not see may be there.
    let report = try await bench.verifyLive()
    #expect(report.verdict == (status == 403 ? .notSafe : .safeToDelete))
    if status == 403 { #expect(report.because == result.problems.map(\.message)) }
  }

  /// What the backup has of a kind stays, is counted, and is not passed over in silence.
  @Test(arguments: [(403, BackupProblem.Severity.error), (404, .warning), (405, .warning)])
  func keepsAndCountsAKindThatIsNoLongerGiven(
    status: Int, severity: BackupProblem.Severity
  ) async throws {
    let bench = try Bench()
    let rows = try await bench.backup().kinds.first { $0.name == "tags" }?.items
    #expect(rows ?? 0 > 0)
    bench.inbox.change { $0.faults["tags/"] = .json(#"{"detail":"No."}"#, status: status) }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["kind-unavailable"])
    #expect(result.problems.map(\.severity) == [severity])
    #expect(
      result.problems.first?.message.hasPrefix(
        "tags cannot be read, and stays as it was in the last backup (status \(status)); ") == true)
    let kind = result.kinds.first { $0.name == "tags" }
    #expect(kind?.items == rows)
    #expect(kind?.refusal == "status \(status)")
    #expect(try bench.verify().verdict == .intact)
  }

  /// One chat whose messages the server fails at, before the first or after one page of them.
  @Test(arguments: [0, 1])
  func readsTheOthersWhereTheServerFailsAtOneChat(pages: Int) async throws {
    let bench = try Bench()
    bench.inbox.change { $0.failingChats[Self.a] = pages }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["chat-unavailable"])
    #expect(result.problems.first?.file == "generations/000001/messages/\(Self.a).jsonl")
    #expect(try await bench.ids(of: Self.b) == ["b0", "b1", "b2", "b3"])
    #expect(try await bench.verifyLive().verdict == .notSafe)
    // The next run reads the chat from its first message on, although nothing has changed in it.
    bench.inbox.change { $0.failingChats = [:] }
    #expect(try await bench.backup().problems == [])
    #expect(try await bench.ids(of: Self.a) == Self.allOfA)
    #expect(try await bench.verifyLive().verdict == .safeToDelete)
  }

  @Test func endsWhereTheServerFailsAtEveryChat() async throws {
    let bench = try Bench()
    bench.inbox.change { $0.failingChats = [Self.a: 0, Self.b: 0] }
    await #expect {
      try await bench.backup()
    } throws: { error in
      guard case APIError.serverFailed(_, 500, _) = error else { return false }
      return true
    }
    bench.inbox.change { $0.failingChats = [:] }
    #expect(try await bench.backup().messages == 17)
  }

  @Test func readsTheRestWhereTheServerFailsAtOneKind() async throws {
    let bench = try Bench()
    try await bench.backup()
    bench.inbox.change { $0.faults["tags/"] = .status(500) }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["kind-unavailable"])
    #expect(result.messages == 17)
    #expect(bench.files().contains("generations/000001/resources/tags.jsonl"))
    #expect(try bench.verify().verdict == .intact)
    #expect(try await bench.verifyLive().verdict == .notSafe)
  }

  @Test func readsAChatThatWasListedBeforeTheListBrokeOff() async throws {
    let bench = try Bench()
    bench.inbox.change {
      $0.pageLimit = 1
      $0.onChats = { number, state in
        if number == 2 { state.faults["chats/"] = .status(500) }
      }
    }
    await #expect(throws: APIError.self) { try await bench.backup() }
    // Meanwhile the chat that was listed gets a message.
    bench.inbox.change {
      $0.onChats = nil
      $0.faults = [:]
      $0.chats[Self.b]?.append(.init(id: "b4", time: 1_700_100_009))
    }
    try await bench.backup()
    #expect(try await bench.ids(of: Self.b) == ["b0", "b1", "b2", "b3", "b4"])
    #expect(try await bench.ids(of: Self.a) == Self.allOfA)
  }

  @Test func findsWhatIsNewBehindAMessageOfTheFuture() async throws {
    let bench = try Bench()
    // The clock of these tests stands at 1,800,000,000.
    bench.inbox.change { $0.chats[Self.a]?.append(.init(id: "future", time: 1_900_000_000)) }
    try await bench.backup()
    bench.inbox.change {
      $0.chats[Self.a]?.insert(.init(id: "new", time: 1_800_000_100), at: 13)
    }
    #expect(try await bench.backup().newMessages == 1)
  }

  @Test func keepsTheTaggingsOfMessages() async throws {
    let bench = try Bench()
    bench.inbox.change {
      $0.chats[Self.a]?[0].more = #","tags":[{"id":7,"name":"vip","tagging_id":55}]"#
      $0.values["message_tagging/55/"] = #"{"id":55,"tag":7,"message":"a0","extra":{"n":1}}"#
    }
    try await bench.backup()
    bench.inbox.change {
      $0.chats[Self.a]?.append(
        .init(
          id: "a13", time: 1_790_000_000,
          more: #","tags":[{"id":7,"name":"vip","tagging_id":56}]"#))
      $0.values["message_tagging/56/"] = #"{"id":56,"tag":7,"message":"a13","extra":null}"#
    }
    let result = try await bench.backup()
    #expect(result.kinds.first { $0.name == "message_taggings" }?.items == 2)
    let lines = try bench.text("generations/000002/resources/message_taggings.jsonl")
    #expect(lines.contains(#""id":55"#) && lines.contains(#""id":56"#))
  }

  @Test func stopsWhenTheTokenLosesItsRights() async throws {
    let bench = try Bench()
    try await bench.backup()
    bench.inbox.change {
      $0.chats[Self.a]?.append(.init(id: "a13", time: 1_700_001_000))
      $0.onMessages = { _, state in
        state.faults["messages/"] = .json(#"{"detail":"Invalid token."}"#, status: 403)
        state.faults["users/current/"] = .json(#"{"detail":"Invalid token."}"#, status: 403)
      }
    }
    await #expect {
      try await bench.backup()
    } throws: { error in
      guard case APIError.tokenRefused(_, 403, _) = error else { return false }
      return true
    }
    #expect(try bench.verify().verdict == .intact)
    bench.inbox.change {
      $0.onMessages = nil
      $0.faults = [:]
    }
    #expect(try await bench.backup().generation == 2)
    #expect(try await bench.ids(of: Self.a).last == "a13")
  }

  // MARK: Media

  @Test func keepsAndListsAFileWhoseHashIsNotTheAnnouncedOne() async throws {
    let bench = try Bench()
    bench.inbox.change { $0.media["med-1"] = Array("something else".utf8) }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["media-differs"])
    #expect(bench.inbox.targets("media/med-1/").count == 2)
    #expect(try await bench.verifyLive().verdict == .notSafe)
    // A second look changes nothing as long as the server does not.
    #expect(try await bench.backup().problems.map(\.code) == ["media-differs"])
    #expect(try await bench.backup(full: true).problems.map(\.code) == ["media-differs"])
    #expect(try await bench.verifyLive().verdict == .notSafe)
    bench.inbox.change { $0.media = FakeInbox.State.small.media }
    #expect(try await bench.backup().problems == [])
    #expect(try await bench.verifyLive().verdict == .safeToDelete)
  }

  /// The server may lose such a file altogether: the bytes that the backup has stay in it, and in the way of a deletion.
  @Test(arguments: [Reaction.status(404), .status(500), .close])
  func keepsWhatIsNotTheAnnouncedFileWhereTheServerGivesItNoMore(_ answer: Reaction) async throws {
    let bench = try Bench()
    bench.inbox.change { $0.media["med-1"] = Array("something else".utf8) }
    let first = try await bench.backup()
    #expect(first.newMedia == 1)
    #expect(try await bench.backup().isUnchanged)
    bench.inbox.change { $0.faults["media/med-1/"] = answer }
    for isFull in [false, true] {
      let result = try await bench.backup(full: isFull)
      #expect(result.problems == first.problems)
      #expect(result.isUnchanged)
      #expect(result.media == 1)
    }
    #expect(try bench.text("generations/000001/media.jsonl").contains(#""state":"differing""#))
    #expect(try await bench.verifyLive().verdict == .notSafe)
  }

  /// What an outgoing file's message tells: no id and no hash, and a host that may be the inbox's under another name.
  @Test(arguments: ["http://inbox.internal:8000", "https://other.example"])
  func asksTheInboxForAFileWhateverHostItsLinkNames(host: String) async throws {
    let bench = try Bench()
    bench.inbox.change {
      $0.chats[Self.b]?[1].payload =
        #""type":"image","image":{"link":"\#(host)/api/v1/media/med-1/"}"#
    }
    let result = try await bench.backup()
    #expect(result.newMedia == 1)
    #expect(result.problems == [])
  }

  @Test func takesNoWebPageForAFile() async throws {
    let bench = try Bench()
    bench.inbox.change {
      $0.chats[Self.b]?[1].payload = #""type":"image","image":{"id":"med-1"}"#
      $0.media["med-1"] = Array("\n<!DOCTYPE html><title>Lost</title>".utf8)
    }
    #expect(try await bench.backup().problems.map(\.code) == ["media-lost"])
    #expect(try await bench.verifyLive().verdict == .notSafe)
  }

  @Test func goesOnWithTheOthersWhereAFileAlwaysBreaksOff() async throws {
    let bench = try Bench()
    bench.inbox.change {
      $0.faults["media/med-1/"] = .close
      $0.media["med-2"] = Array("whole".utf8)
      $0.chats[Self.b]?[2].payload = #""type":"image","image":{"id":"med-2"}"#
    }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["media-lost"])
    #expect(result.newMedia == 1)
  }

  @Test func listsAFileThatTheServerDoesNotHave() async throws {
    let bench = try Bench()
    bench.inbox.change { $0.media = [:] }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["media-lost"])
    #expect(try await bench.backup().isUnchanged)
    #expect(try bench.verify().verdict == .intact)
    // Nobody can have it any more, which is said.
    let report = try await bench.verifyLive()
    #expect(report.verdict == .safeToDelete)
    #expect(report.problems.map(\.code) == ["media-lost"])
    #expect(report.problems.map(\.severity) == [.warning])
    #expect(report.problems.map(\.file) == ["generations/000001/media.jsonl"])
    bench.inbox.change { $0.media["med-1"] = FakeInbox.State.small.media["med-1"] }
    #expect(try await bench.verifyLive().verdict == .notSafe)
    #expect(try await bench.backup().problems == [])
    #expect(try await bench.verifyLive().problems == [])
  }

  @Test(arguments: [
    ("http://127.0.0.1:9/x.png", "media-elsewhere"),
    ("https://cdn.example/x.png", "media-elsewhere"),
    ("file:///etc/passwd", "media-elsewhere"),
  ])
  func asksNoOtherHost(link: String, code: String) async throws {
    let bench = try Bench()
    bench.inbox.change {
      $0.chats[Self.b]?[1].payload = #""type":"image","image":{"link":"\#(link)"}"#
    }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == [code])
    #expect(result.media == 0)
  }

  @Test func takesTheIdOutOfALinkToItself() async throws {
    let bench = try Bench()
    let url = bench.inbox.server.url
    bench.inbox.change {
      $0.chats[Self.b]?[1].payload =
        #""type":"image","image":{"link":"\#(url)/api/v1/media/med-1/"}"#
    }
    #expect(try await bench.backup().newMedia == 1)
  }

  @Test func limitsTheSizeOfAFile() async throws {
    var bench = try Bench()
    bench.options.mediumLimitInBytes = 10
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["media-lost"])
    #expect(result.problems.first?.message.contains("larger than 10 bytes") == true)
    #expect(!bench.files().contains { $0.hasPrefix("work/") })
  }

  // MARK: Answers that are none

  @Test(arguments: [
    ("messages/", #"{"count":1,"results":[{"id":"#), ("messages/", #"{"count":1,"results":7}"#),
    ("messages/", "<html>"), ("chats/", #""rows""#),
  ])
  func refusesAnAnswerThatIsNoList(path: String, body: String) async throws {
    let bench = try Bench()
    try await bench.backup()
    bench.inbox.change {
      $0.chats[Self.a]?.append(.init(id: "a13", time: 1_700_001_000))
      $0.faults[path] = .json(body)
    }
    await #expect {
      try await bench.backup()
    } throws: { error in
      switch error {
      case APIError.damagedAnswer, APIError.unexpectedAnswer: true
      default: false
      }
    }
    #expect(try bench.verify().verdict == .intact)
    bench.inbox.change { $0.faults = [:] }
    #expect(try await bench.backup().generation == 2)
  }

  @Test(arguments: [
    Reaction.json("[1,]"), .json("<html>"), .json("{}", status: 400), .json("{}", status: 422),
    .status(302, [("Location", "https://login.example/")]),
  ])
  func readsTheRestWhereAKindIsRefusedOrMakesNoSense(answer: Reaction) async throws {
    let bench = try Bench()
    try await bench.backup()
    bench.inbox.change { $0.faults["tags/"] = answer }
    #expect(try await bench.verifyLive().verdict == .notSafe)
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["kind-unavailable"])
    #expect(result.messages == 17)
    #expect(bench.files().contains("generations/000001/resources/tags.jsonl"))
    #expect(try await bench.verifyLive().verdict == .notSafe)
  }

  /// An assignment goes by the chat's number, which stands in no message of a problem.
  @Test func listsATaggingOrAssignmentThatIsRefused() async throws {
    let bench = try Bench()
    bench.inbox.change {
      $0.chats[Self.a]?[0].more = #","tags":[{"id":7,"name":"vip","tagging_id":55}]"#
      $0.chats[Self.b]?[0].more = #","tags":[{"id":7,"name":"vip","tagging_id":"56"}]"#
      $0.values["message_tagging/55/"] = #"{"id":55,"tag":7,"message":"a0"}"#
      $0.faults["message_tagging/56/"] = .json("{}", status: 400)
      $0.assigned = [Self.a, Self.b]
      $0.values["chat_assignment/\(Self.a)/"] = #"{"wa_id":"\#(Self.a)"}"#
      $0.faults["chat_assignment/\(Self.b)/"] = .status(500)
    }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["item-unavailable", "item-unavailable"])
    #expect(
      result.problems.map(\.message) == [
        "message_taggings of 56 cannot be read (status 400); run the command again",
        "chat_assignments of a chat cannot be read (status 500); run the command again",
      ])
    #expect(result.problems.last?.file == "generations/000001/messages/\(Self.b).jsonl")
    #expect(try await bench.verifyLive().verdict == .notSafe)
  }

  @Test func takesMessagesWithoutIdsTimesOrSense() async throws {
    let bench = try Bench()
    bench.inbox.change {
      $0.faults["messages/"] = .json(
        #"{"results":[{"waba_payload":{"type":"text"}},{"id":5,"waba_payload":[]},{},7,null]}"#)
    }
    let result = try await bench.backup()
    #expect(result.messages == 10)
    #expect(try bench.verify().verdict == .intact)
  }

  // MARK: Where it is kept

  @Test func refusesAFolderOfOtherThings() async throws {
    let bench = try Bench()
    try FileManager.default.createDirectory(atPath: bench.path, withIntermediateDirectories: true)
    try bench.home.write("mine", to: "backup/notes.txt")
    await #expect(throws: BackupError.folderTaken(path: bench.path)) { try await bench.backup() }
    #expect(bench.files() == ["notes.txt"])
  }

  @Test func refusesTheBackupOfAnotherInbox() async throws {
    let bench = try Bench()
    try await bench.backup()
    let other = BackupRun(
      client: try bench.client, inboxKey: InboxKey("https://other.example"), folder: bench.path,
      options: bench.options)
    await #expect(
      throws: BackupError.otherInbox(path: bench.path, server: "https://inbox.example")
    ) { try await other.run() }
  }

  @Test func namesAChatWithoutASafeNumberByItsHash() async throws {
    let bench = try Bench()
    bench.inbox.change { $0.chats["../../evil"] = [.init(id: "e0", time: 1_700_300_000)] }
    try await bench.backup()
    #expect(!FileManager.default.fileExists(atPath: bench.home.file("evil.jsonl")))
    #expect(try await bench.ids(of: "../../evil") == ["e0"])
    #expect(bench.files().contains { $0.hasPrefix("generations/000001/messages/x-") })
  }
}
