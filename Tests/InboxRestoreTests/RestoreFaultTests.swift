import ChatImport
import Foundation
import InboxAPI
import InboxSamples
import JSONText
import LocalInbox
import TestServer
import Testing
import WhatsAppExport

@testable import InboxRestore

/// Restores whose requests and answers get lost, or are refused.
@Suite struct RestoreFaultTests {
  /// The write operations, by path, and how many things each makes.
  static let writes = [
    ("tags/", 1), ("saved_responses/", 1), ("webhooks/waba/", 1), ("message_tagging/", 1),
    ("chat_tagging/", 1), ("chat_assignment/", 1), ("chat_import/", 1),
  ]

  /// An inbox with one of each; the tags of chat and message are different ones.
  private static func bench() async throws -> Bench {
    let bench = try await Bench { inbox in
      for (kind, json) in FullInbox.objects where kind != .webhooks && kind != .tags {
        if kind == .chats {
          try inbox.seed.put(
            .tags, #"[{"id":5,"name":"Größe"},{"id":6,"name":"Other"}]"#)
          try inbox.seed.put(
            .chats,
            json.replacingOccurrences(
              of: "\"id\":5,\"name\":\"Größe\"", with: "\"id\":6,\"name\":\"Other\""))
        } else {
          try inbox.seed.put(kind, json)
        }
      }
      try inbox.seed.put(
        .webhooks,
        #"{"id":9,"url":"https://hook.example.com/?auth=s","on_incoming_message":true,"headers":{"Authorization":"Token abc"}}"#
      )
    }
    try bench.new.seed.put(.users, #"{"id":8,"username":"konrad"}"#)
    return bench
  }

  private static let answers = [
    0: WebhookAnswers(
      headers: ["Authorization": "Token abc"], parameters: ["auth": "s"])
  ]

  /// Everything is there, and once.
  private static func expectWhole(_ bench: Bench) async throws {
    #expect(try await bench.rows(.tags).count == 2)
    #expect(try await bench.rows(.savedResponses).count == 1)
    let webhooks = try await bench.rows(.webhooks)
    #expect(webhooks.count == 1)
    #expect(webhooks[0].contains("https://hook.example.com/?auth=s"))
    #expect(webhooks[0].contains("Token abc"))
    let chats = try await bench.rows(.chats)
    #expect(chats.count == 1)
    #expect(chats[0].contains(#""username":"konrad""#))
    #expect(chats[0].contains("Größe") && chats[0].contains("Other"))
    let messages = try await bench.client(bench.new.url, bench.new.token)
      .messages(of: FullInbox.number, limit: 100).items
    #expect(messages.count == 2)
    let tagged = messages.filter { $0["tags"]?.array?.isEmpty == false }
    #expect(tagged.count == 1)
  }

  @Test(arguments: writes.map(\.0), [true, false])
  func makesEverythingOnceWhenOneAnswerIsLost(path: String, actsOnIt: Bool) async throws {
    let bench = try await Self.bench()
    let proxy = try InboxProxy(before: bench.new.url)
    let lost = Lost("/api/v1/" + path)
    proxy.harm { request in
      guard request.method != "GET", lost.isFirst(request.path) else { return nil }
      return actsOnIt ? .loseAnswer : .loseRequest
    }
    let report = try await bench.restore(through: proxy.server.url, Self.answers)
    #expect(report.stop == nil)
    #expect(report.problems.filter { $0.severity == .error }.isEmpty)
    #expect(report.items.allSatisfy { $0.failed == 0 })
    try await Self.expectWhole(bench)
    #expect(lost.count >= 1)
    let again = try await bench.restore(through: proxy.server.url, Self.answers)
    #expect(again.didNothing)
  }

  /// The run ends after a request whose answer nobody saw, as a kill would end it.
  @Test(arguments: writes.map(\.0).filter { $0 != "chat_import/" }, [true, false])
  func goesOnAfterARunThatEndedInBetween(path: String, actsOnIt: Bool) async throws {
    let bench = try await Self.bench()
    let proxy = try InboxProxy(before: bench.new.url)
    let lost = Lost("/api/v1/" + path)
    proxy.harm { request in
      if lost.count > 0 { return .answer(.status(401)) }
      guard request.method != "GET", lost.isFirst(request.path) else { return nil }
      return actsOnIt ? .loseAnswer : .loseRequest
    }
    let report = try await bench.restore(through: proxy.server.url, Self.answers)
    #expect(report.stop != nil)
    let rest = try await bench.restore(Self.answers)
    #expect(rest.stop == nil)
    try await Self.expectWhole(bench)
  }

  @Test(
    arguments: ["tags/", "saved_responses/", "webhooks/waba/", "chat_assignment/"], [400, 403])
  func listsWhatIsRefusedAndRestoresTheRest(path: String, status: Int) async throws {
    let bench = try await Self.bench()
    let proxy = try InboxProxy(before: bench.new.url)
    proxy.harm { request in
      request.method != "GET" && request.path.hasPrefix("/api/v1/" + path)
        ? .answer(.json(#"{"detail":"no"}"#, status: status)) : nil
    }
    let report = try await bench.restore(through: proxy.server.url, Self.answers)
    #expect(report.stop == nil)
    #expect(report.problems.contains { $0.code == "restore-refused" })
    #expect(report.items.contains { $0.failed > 0 })
    #expect(report.chats.map(\.state) == [.done])
  }

  @Test func leavesAChatWithItsPresentUser() async throws {
    let bench = try await Self.bench()
    _ = try await bench.restore(Self.answers)
    let client = try bench.client(bench.new.url, bench.new.token)
    try bench.new.seed.put(.users, #"{"id":9,"username":"somebody"}"#)
    _ = try await client.write(
      .updateChatAssignment, item: FullInbox.number,
      Array(#"{"wa_id":"\#(FullInbox.number)","assigned_to_user":9}"#.utf8))
    let report = try await bench.restore(Self.answers)
    #expect(report.losses.contains { $0.what == "assignments_kept" && $0.count == 1 })
    #expect(try await bench.rows(.chats)[0].contains(#""username":"somebody""#))
  }
}

/// Tells the first request below a path from all others.
private final class Lost: @unchecked Sendable {
  private let path: String
  private let lock = NSLock()
  private var seen = 0

  init(_ path: String) { self.path = path }

  var count: Int { lock.withLock { seen } }

  func isFirst(_ path: String) -> Bool {
    guard path.hasPrefix(self.path) else { return false }
    return lock.withLock {
      seen += 1
      return seen == 1
    }
  }
}
