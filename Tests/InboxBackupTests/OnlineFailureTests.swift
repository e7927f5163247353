import Foundation
import InboxAPI
import TestKit
import TestServer
import Testing

@testable import InboxBackup

/// What an online platform does not give: one thing that is not to be had neither goes unsaid nor keeps the rest away.
@Suite(.timeLimit(.minutes(50))) struct OnlineFailureTests {
  typealias Bench = OnlineBackupTests.Bench
  static let account = "/api/v1/accounts/8"
  static let page = Reaction.answer(
    200, headers: [("Content-Type", "text/html")], body: Array("<html>log in</html>".utf8))
  static let elsewhere = Reaction.status(302, [("Location", "https://login.example/")])

  /// Two conversations and three contacts with labels.
  static func bench() throws -> Bench {
    var state = FakePlatform.State()
    for id in [5, 6] {
      let first = Int64(id) * 100
      state.conversations[id] = (1...3).map { (number: Int64) in
        FakePlatform.Message(id: first + number, time: 1_700_000_000 + number)
      }
    }
    state.answers[account + "/contacts?page=1"] = contacts([1, 2, 3])
    state.answers[account + "/contacts"] = contacts([])
    for id in 1...3 { state.answers[labels(of: id)] = .json(#"{"payload":["vip\#(id)"]}"#) }
    return try Bench(state)
  }

  static func contacts(_ ids: [Int], count: Int? = nil) -> Reaction {
    let rows = ids.map { #"{"id":\#($0),"name":"Contact \#($0)"}"# }.joined(separator: ",")
    let meta = count.map { #""count":\#($0)"# } ?? ""
    return .json(#"{"meta":{\#(meta)},"payload":[\#(rows)]}"#)
  }

  static func labels(of id: Int) -> String { account + "/contacts/\(id)/labels" }

  static func rows(_ kind: String, _ bench: Bench, generation: Int = 1) -> String {
    let number = String(repeating: "0", count: 5) + "\(generation)"
    return (try? bench.home.text("b/generations/\(number)/resources/\(kind).jsonl")) ?? "none"
  }

  // MARK: Kinds

  @Test(arguments: [
    Reaction.status(400), .status(402), .status(409), .status(410), .status(413), .status(422),
    .status(500), .status(501), elsewhere, page, .json("[{\"id\":1"), .close,
  ])
  func listsAKindThatIsRefusedOrFails(_ answer: Reaction) async throws {
    let bench = try Self.bench()
    bench.platform.change { $0.kinds["agent_bots"] = answer }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["kind-unavailable"])
    #expect(result.problems.first?.message.hasPrefix("agent_bots cannot be read (") == true)
    #expect(result.messages == 6)
    #expect(Self.rows("contacts", bench).split(separator: "\n").count == 3)
    #expect(try await bench.verify().verdict == .notSafe)
    // As soon as it is given, nothing is missing.
    bench.platform.change { $0.kinds["agent_bots"] = .json(#"[{"id":4}]"#) }
    #expect(try await bench.backup().problems == [])
    #expect(try await bench.verify().verdict == .safeToDelete)
  }

  /// By the status of the first answer: not offered, which proves nothing against the backup, or hidden from this user.
  @Test(arguments: [
    (404, VerifyReport.Verdict.safeToDelete), (405, .safeToDelete), (401, .notSafe),
    (403, .notSafe),
  ])
  func notesAKindThatIsNotOffered(_ status: Int, _ verdict: VerifyReport.Verdict) async throws {
    let bench = try Self.bench()
    bench.platform.change { $0.kinds["labels"] = .status(status) }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == (verdict == .notSafe ? ["kind-unavailable"] : []))
    #expect(result.kinds.first { $0.name == "labels" }?.refusal == "status \(status)")
    #expect(try await bench.verify().verdict == verdict)
  }

  /// A page behind the last one may be a 404: where the server counts more rows, it is no end.
  @Test(arguments: [(nil, true), (3, true), (2, true), (4, false)])
  func takesA404BehindTheLastPageForTheEnd(count: Int?, isWhole: Bool) async throws {
    let bench = try Self.bench()
    bench.platform.change {
      $0.answers[Self.account + "/contacts?page=1"] = Self.contacts([1, 2, 3], count: count)
      $0.answers[Self.account + "/contacts?page=2"] = .status(404)
    }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == (isWhole ? [] : ["kind-unavailable"]))
    // What was given is kept, whole or not.
    #expect(Self.rows("contacts", bench).split(separator: "\n").count == 3)
    #expect(Self.rows("contact_labels", bench).split(separator: "\n").count == 3)
    #expect(try await bench.verify().verdict == (isWhole ? .safeToDelete : .notSafe))
  }

  /// A list that breaks off: the first backup keeps what there is, a later one what the backup had.
  @Test(arguments: [Reaction.status(422), .status(403), .status(500), page])
  func keepsTheRowsOfAListThatBreaksOff(_ answer: Reaction) async throws {
    let bench = try Self.bench()
    bench.platform.change { $0.answers[Self.account + "/contacts?page=2"] = answer }
    let first = try await bench.backup()
    #expect(first.problems.map(\.code) == ["kind-unavailable"])
    #expect(first.problems.first?.message.hasPrefix("contacts cannot be read to the end") == true)
    #expect(Self.rows("contacts", bench).split(separator: "\n").count == 3)
    #expect(try await bench.verify().verdict == .notSafe)
    bench.platform.change {
      $0.answers[Self.account + "/contacts?page=2"] = Self.contacts([4])
      $0.answers[Self.labels(of: 4)] = .json(#"{"payload":["late"]}"#)
    }
    #expect(try await bench.backup().problems == [])
    #expect(try await bench.verify().verdict == .safeToDelete)
    bench.platform.change { $0.answers[Self.account + "/contacts?page=2"] = answer }
    let third = try await bench.backup()
    #expect(third.problems.map(\.code) == ["kind-unavailable"])
    let reader = try await BackupReader(bench.home.file("b"))
    let items = reader.manifest.files.filter { $0.subject.hasPrefix("contact") }.map {
      "\($0.subject) \($0.items)"
    }
    // The labels of the contact that was not listed stay as well.
    #expect(items.sorted() == ["contact_labels 4", "contacts 4"])
  }

  /// Three in a row are the server's: the run ends, and the next one begins with the first of them.
  @Test func endsWhereThreeKindsInARowFail() async throws {
    let bench = try Self.bench()
    let names = ["teams", "labels", "canned_responses"]
    bench.platform.change { state in for name in names { state.kinds[name] = .status(500) } }
    let error = await #expect(throws: APIError.self) { try await bench.backup() }
    #expect(error?.isTransient == true)
    #expect(!FileManager.default.fileExists(atPath: bench.home.file("b/HEAD")))
    bench.platform.change { state in for name in names { state.kinds[name] = .json("[]") } }
    #expect(try await bench.backup().problems == [])
    #expect(try await bench.verify().verdict == .safeToDelete)
  }

  @Test func goesOnWhereNoThreeInARowFail() async throws {
    let bench = try Self.bench()
    bench.platform.change { state in
      for name in ["agents", "agent_bots", "labels", "webhooks"] {
        state.kinds[name] = .status(500)
      }
      for name in ["teams", "canned_responses"] { state.kinds[name] = .json("[]") }
      for id in 1...3 { state.answers[Self.labels(of: id)] = .json(#"{"payload":[]}"#) }
    }
    let result = try await bench.backup()
    #expect(
      result.problems.map { String($0.message.prefix { $0 != " " }) } == [
        "agents", "agent_bots", "labels", "webhooks",
      ])
    #expect(result.messages == 6)
  }

  /// What a platform offers no more stays in the backup, which says so, and nothing speaks against its proof.
  @Test func keepsAKindThatIsOfferedNoMore() async throws {
    let bench = try Self.bench()
    #expect(try await bench.backup().problems == [])
    bench.platform.change { $0.answers[Self.account + "/contacts?page=1"] = .status(404) }
    #expect(try await bench.verify().verdict == .notSafe)
    let result = try await bench.backup()
    #expect(result.problems.map(\.severity) == [.warning])
    #expect(result.problems.map(\.code) == ["kind-unavailable"])
    let reader = try await BackupReader(bench.home.file("b"))
    let items = reader.manifest.files.filter { $0.subject.hasPrefix("contact") }.map {
      "\($0.subject) \($0.items)"
    }
    #expect(items.sorted() == ["contact_labels 3", "contacts 3"])
    #expect(try await bench.verify().verdict == .safeToDelete)
  }

  // MARK: Things that are shown by their ids

  @Test(arguments: [
    Reaction.status(403), .status(422), .status(500), .status(405), elsewhere, page, .json("{"),
  ])
  func listsAnItemThatIsRefusedOrFails(_ answer: Reaction) async throws {
    let bench = try Self.bench()
    bench.platform.change { $0.answers[Self.labels(of: 2)] = answer }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["item-unavailable"])
    #expect(
      result.problems.first?.message.hasPrefix("contact_labels of 2 cannot be read (") == true)
    #expect(Self.rows("contact_labels", bench).split(separator: "\n").count == 2)
    #expect(try await bench.verify().verdict == .notSafe)
    bench.platform.change { $0.answers[Self.labels(of: 2)] = .json(#"{"payload":["vip2"]}"#) }
    #expect(try await bench.backup().problems == [])
    #expect(try await bench.verify().verdict == .safeToDelete)
    // Of the backup alone nothing is known to be missing: the comparison counts what it cannot see.
    bench.platform.change { $0.answers[Self.labels(of: 2)] = answer }
    let report = try await bench.verify()
    #expect(report.verdict == .notSafe)
    #expect(report.because == ["contact_labels: 1 cannot be read"])
    // A later backup keeps what it had of it.
    #expect(try await bench.backup().problems.map(\.code) == ["item-unavailable"])
    let reader = try await BackupReader(bench.home.file("b"))
    #expect(reader.manifest.files.first { $0.subject == "contact_labels" }?.items == 3)
  }

  @Test(arguments: [404, 410])
  func doesNotMindAnItemThatIsNotThereAnyMore(status: Int) async throws {
    let bench = try Self.bench()
    bench.platform.change { $0.answers[Self.labels(of: 2)] = .status(status) }
    let result = try await bench.backup()
    #expect(result.problems == [])
    #expect(Self.rows("contact_labels", bench).split(separator: "\n").count == 2)
    #expect(try await bench.verify().verdict == .safeToDelete)
  }

  /// Nothing of the kind: a refusal of all is one of the kind.
  @Test(arguments: [(422, 1, 3), (500, 1, 3), (404, 0, 3), (422, 1, 1)])
  func listsAKindOfWhichNothingIsGiven(status: Int, problems: Int, items: Int) async throws {
    let bench = try Self.bench()
    bench.platform.change { state in
      state.answers[Self.account + "/contacts?page=1"] = Self.contacts(Array(1...items))
      for id in 1...3 { state.answers[Self.labels(of: id)] = .status(status) }
    }
    let result = try await bench.backup()
    #expect(
      result.problems.map(\.code) == Array(repeating: "kind-unavailable", count: problems))
    #expect(try await bench.verify().verdict == (problems == 0 ? .safeToDelete : .notSafe))
  }

  @Test func endsWhereTheServerStopsShowingItems() async throws {
    let bench = try Self.bench()
    let ids = Array(100...140)
    bench.platform.change { state in
      state.answers[Self.account + "/contacts?page=1"] = Self.contacts(ids)
      for id in ids { state.answers[Self.labels(of: id)] = .status(id < 110 ? 404 : 500) }
      state.answers[Self.labels(of: 100)] = .json(#"{"payload":[]}"#)
    }
    await #expect(throws: APIError.self) { try await bench.backup() }
    let asked = Set(bench.platform.server.requests.map(\.path).filter { $0.hasSuffix("/labels") })
    // The list of the account's labels is one of them.
    #expect(asked.count == 1 + 10 + 20)
    bench.platform.change { state in
      for id in ids { state.answers[Self.labels(of: id)] = .json(#"{"payload":[]}"#) }
    }
    #expect(try await bench.backup().problems == [])
  }

  @Test func takesIdsThatAreStrings() async throws {
    let bench = try Self.bench()
    bench.platform.change {
      $0.answers[Self.account + "/contacts?page=1"] = .json(
        #"{"payload":[{"id":"1"},{"id":"2"},{"id":3}]}"#)
      $0.kinds["teams"] = .json(#"[{"id":"9","name":"desk"}]"#)
      $0.answers[Self.account + "/teams/9/team_members"] = .json(#"[{"id":"1"}]"#)
    }
    _ = try await bench.backup()
    #expect(
      Self.rows("contact_labels", bench)
        == (1...3).map { #"{"id":"\#($0)","answer":{"payload":["vip\#($0)"]}}"# + "\n" }.joined())
    #expect(
      Self.rows("team_members", bench) == #"{"id":"9","answer":[{"id":"1"}]}"# + "\n")
    #expect(try await bench.verify().verdict == .safeToDelete)
    bench.platform.change { $0.answers[Self.labels(of: 2)] = .json(#"{"payload":["new"]}"#) }
    #expect(try await bench.verify().because == ["contact_labels: 1 have changed since"])
  }

  // MARK: Conversations

  @Test(arguments: [
    Reaction.json(#"{"payload":[{"id":null,"content":"x"}]}"#), .json(#"{"payload":[{"id":501,"#),
    page, .status(422), .status(500), elsewhere,
  ])
  func savesTheOthersWhereOneConversationIsNotToBeHad(_ answer: Reaction) async throws {
    let bench = try Self.bench()
    bench.platform.change { $0.answers[Self.account + "/conversations/5/messages"] = answer }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["chat-unavailable"])
    #expect(try await bench.ids(of: 6) == ["601", "602", "603"])
    #expect(Self.rows("contacts", bench).split(separator: "\n").count == 3)
    #expect(try await bench.verify().verdict == .notSafe)
    bench.platform.change { $0.answers[Self.account + "/conversations/5/messages"] = nil }
    #expect(try await bench.backup().problems == [])
    #expect(try await bench.verify().verdict == .safeToDelete)
    // One that the comparison cannot see is a difference.
    bench.platform.change { $0.answers[Self.account + "/conversations/5/messages"] = answer }
    #expect(
      try await bench.verify().because.first
        == "the inbox does not give the messages of 1 chats")
  }

  /// A refusal is an answer, however many there are.
  @Test func savesTheRestWhereEveryConversationIsRefused() async throws {
    let bench = try Self.bench()
    bench.platform.change { $0.kinds["messages"] = .status(422) }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["chat-unavailable", "chat-unavailable"])
    #expect(Self.rows("contacts", bench).split(separator: "\n").count == 3)
  }
}
