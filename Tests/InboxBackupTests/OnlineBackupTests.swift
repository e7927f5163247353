import Foundation
import InboxAPI
import TestKit
import TestServer
import Testing

@testable import Files
@testable import InboxBackup

/// Backups of an inbox of the online platform.
@Suite(.timeLimit(.minutes(50))) struct OnlineBackupTests {
  static let key = InboxKey("https://o.example", kind: .online, account: "8", inbox: "12")

  /// A backup folder of a test and the platform that it is of.
  struct Bench {
    let platform: FakePlatform
    let home: TemporaryFolder

    init(_ state: FakePlatform.State) throws {
      platform = try FakePlatform(state)
      home = try TemporaryFolder()
    }

    func client() throws -> OnlineClient {
      var settings = ClientSettings()
      settings.jobs = 1
      settings.clock = FakeClock()
      return try OnlineClient(
        url: platform.server.url, token: Secret("t"), account: 8, inbox: 12, settings: settings)
    }

    @discardableResult
    func backup(_ folder: String = "b", full: Bool = false) async throws -> BackupResult {
      var options = BackupOptions()
      options.jobs = 1
      options.isFull = full
      options.checkpointPause = .zero
      return try await BackupRun(
        client: client(), inboxKey: OnlineBackupTests.key, folder: home.file(folder),
        options: options, now: { 1_800_000_000 }
      ).run()
    }

    func verify(_ folder: String = "b") async throws -> VerifyReport {
      let checked = try BackupVerifier(home.file(folder)).run(isQuick: false)
      let live = LiveComparison(
        client: try client(), folder: home.file(folder), checked: checked, jobs: 1)
      return try await #require(live).run(checked.report, inboxKey: OnlineBackupTests.key)
    }

    /// Ids of a conversation's messages, by time.
    func ids(of conversation: Int, _ folder: String = "b") async throws -> [String] {
      var merge = try await BackupReader(home.file(folder)).messages(of: String(conversation))
      var ids: [String] = []
      while let item = try merge.next() {
        ids.append((item.isGone ? "-" : "") + (item.message.id ?? "?"))
      }
      return ids
    }
  }

  /// Ids with gaps; of 70 messages every seventh was dated back.
  static var state: FakePlatform.State {
    var state = FakePlatform.State()
    state.conversations[5] = (1...70).map { (number: Int64) in
      let time: Int64 = number % 7 == 0 ? number : 1_700_000_000 + number * 60
      return FakePlatform.Message(id: number * 9, time: time)
    }
    state.conversations[6] = (1...4).map { (number: Int64) in
      FakePlatform.Message(id: 1_000 + number, time: 1_700_000_000 + number)
    }
    state.conversations[7] = []
    return state
  }

  static let wanted: [String] = {
    let datedBack: [Int] = (1...70).filter { $0 % 7 == 0 }
    let others: [Int] = (1...70).filter { $0 % 7 != 0 }
    return (datedBack + others).map { String($0 * 9) }
  }()

  @Test func missesNothingThatWasDatedBack() async throws {
    let bench = try Bench(Self.state)
    let result = try await bench.backup()
    #expect(result.messages == 74)
    #expect(result.problems == [])
    #expect(try await bench.ids(of: 5) == Self.wanted)
    #expect(try await bench.verify().verdict == .safeToDelete)
  }

  /// The server fails from the nth request for messages on: the next run ends with what an unbroken one gives.
  @Test(arguments: 1...20)
  func goesOnWhereItWasStopped(request: Int) async throws {
    let bench = try Bench(Self.state)
    bench.platform.change { $0.failsFrom = request }
    let wasStopped = (try? await bench.backup()) == nil
    bench.platform.change { $0.failsFrom = .max }
    _ = try await bench.backup()
    #expect(wasStopped || request > 15)
    #expect(try await bench.ids(of: 5) == Self.wanted)
    #expect(try await bench.ids(of: 6) == ["1001", "1002", "1003", "1004"])
    #expect(try await bench.verify().verdict == .safeToDelete)
  }

  @Test func listsOnlyFromTheLowestRecentIDOnAndStillFindsWhatIsNew() async throws {
    var state = Self.state
    // Three weeks, a message a day.
    state.conversations[5] = (1...21).map { (number: Int64) in
      FakePlatform.Message(id: number * 10, time: 1_700_000_000 + number * 86_400)
    }
    let bench = try Bench(state)
    _ = try await bench.backup()
    bench.platform.change {
      // One is edited, one is new and dated back to before everything, one is simply new.
      $0.conversations[5]?[19].more = #""message_type":0,"status":"read""#
      $0.conversations[5]?.append(FakePlatform.Message(id: 500, time: 5))
      $0.conversations[5]?.append(
        FakePlatform.Message(id: 501, time: 1_700_000_000 + 22 * 86_400))
    }
    let before = bench.platform.server.requests.count
    let second = try await bench.backup()
    #expect(second.newMessages == 2)
    #expect(second.changedMessages == 1)
    #expect(second.messages == 27)
    let bounds = bench.platform.server.requests.dropFirst(before)
      .filter { $0.path.hasSuffix("/5/messages") }.compactMap { $0.query("after") }
    // The newest seven days begin with id 140.
    #expect(!bounds.isEmpty && bounds.allSatisfy { Int($0) ?? 0 >= 139 })
    #expect(try await bench.ids(of: 5).first == "500")
    #expect(try await bench.verify().verdict == .safeToDelete)
  }

  @Test func fetchesAttachmentsWithoutTheTokenAndSaysWhatIsNotToBeHad() async throws {
    let store = try TestServer { _ in .answer(200, body: Array("a file".utf8)) }
    var state = FakePlatform.State()
    let bench = try Bench(state)
    let url = bench.platform.server.url
    func attachment(_ id: Int, _ link: String) -> String {
      #""message_type":0,"attachments":[{"id":\#(id),"file_type":"image","data_url":"\#(link)"}]"#
    }
    state.conversations[5] = [
      FakePlatform.Message(id: 1, time: 10, more: attachment(31, url + "/rails/a.png")),
      FakePlatform.Message(id: 2, time: 20, more: attachment(32, url + "/rails/gone.png")),
      FakePlatform.Message(id: 3, time: 30, more: attachment(33, "http://elsewhere.example/x.png")),
    ]
    state.answers["/rails/a.png"] = .status(302, [("Location", store.url + "/bucket/a.png")])
    bench.platform.change { $0 = state }
    let result = try await bench.backup()
    #expect(result.media == 1)
    #expect(result.problems.map(\.code).sorted() == ["media-lost", "media-lost"])
    #expect(store.requests.map(\.path) == ["/bucket/a.png"])
    for request in store.requests + bench.platform.server.requests
    where !request.path.hasPrefix("/api/") {
      #expect(request.header("api_access_token") == nil)
    }
    let media = try bench.home.text("b/generations/000001/media.jsonl")
    #expect(media.contains(#""id":"31","state":"stored""#))
    #expect(media.contains("\"link\":\"\(url)/rails/a.png\""))
    // What comes back later is fetched by its address.
    bench.platform.change {
      $0.answers["/rails/gone.png"] = .answer(200, body: Array("again".utf8))
    }
    #expect(try await bench.verify().verdict == .notSafe)
    #expect(try await bench.backup(full: true).newMedia == 1)
  }

  /// A server that shows the newest messages of a conversation and no others.
  @Test func saysWhatCannotBeSeen() async throws {
    let bench = try Bench(Self.state)
    let all = Self.state.conversations[5] ?? []
    let newest = all.suffix(20).map(\.json).joined(separator: ",")
    bench.platform.change {
      $0.conversations = [5: all]
      $0.answers["/api/v1/accounts/8/conversations/5/messages"] = .json(
        #"{"payload":[\#(newest)]}"#)
    }
    let result = try await bench.backup()
    #expect(result.problems.map(\.code) == ["chat-unavailable", "list-unproven"])
    #expect(result.problems.first?.message.contains("shows only the newest messages") == true)
    // What it showed is kept.
    #expect(result.messages == 20)
    #expect(try await bench.verify().verdict == .notSafe)
  }
}
