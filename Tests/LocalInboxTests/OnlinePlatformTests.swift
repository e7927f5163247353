import Foundation
import InboxSamples
import Testing

@testable import LocalInbox

/// The local inbox as an online platform.
@Suite struct OnlinePlatformTests {
  static let root = "/api/v1/accounts/8/"

  static func platform() throws -> TestInbox {
    let test = try TestInbox()
    try FullAccount.fill(test.inbox)
    return test
  }

  static func get(_ test: TestInbox, _ target: String) throws -> RawClient.Answer {
    try test.send(
      "GET", target, authorization: .some(nil), headers: ["api_access_token: \(test.inbox.token)"])
  }

  static func ids(_ answer: RawClient.Answer, _ path: String...) -> [Int] {
    var value = answer.json
    for name in path { value = (value as? [String: Any])?[name] }
    return (value as? [[String: Any]])?.compactMap { $0["id"] as? Int } ?? []
  }

  @Test(arguments: [
    (["api_access_token: wrong"], 401), ([], 401), (["Authorization: Token x"], 401),
    (["Authorization: Bearer wrong"], 401),
  ])
  func answersNobodyWithoutTheToken(headers: [String], status: Int) throws {
    let test = try Self.platform()
    for path in ["/api/v1/profile", Self.root + "conversations", Self.root + "webhooks"] {
      let answer = try test.send("GET", path, authorization: .some(nil), headers: headers)
      #expect(answer.status == status)
      #expect(answer.object["error"] is String)
    }
    let bearer = try test.send(
      "GET", "/api/v1/profile", authorization: .some("Bearer \(test.inbox.token)"))
    #expect(bearer.status == 200)
  }

  @Test(arguments: [
    ("", [102]), ("?status=resolved", [101]), ("?status=pending", [103]), ("?status=snoozed", []),
    ("?status=all&inbox_id=12", [103, 102, 101]), ("?status=all&inbox_id=13", [104]),
    ("?status=all&page=2", []),
  ])
  func listsConversationsByStatusAndInbox(query: String, wanted: [Int]) throws {
    let test = try Self.platform()
    let suffix = query.isEmpty ? "?inbox_id=12" : query
    let answer = try Self.get(test, Self.root + "conversations" + suffix)
    #expect(Self.ids(answer, "data", "payload") == wanted)
  }

  /// By time, cut by id, as the platform's code does it.
  @Test func cutsMessagesAsThePlatformDoes() throws {
    let test = try Self.platform()
    func ids(_ query: String) throws -> [Int] {
      Self.ids(try Self.get(test, Self.root + "conversations/101/messages" + query), "payload")
    }
    // The newest 20 by time; 1000 was dated back.
    #expect(try ids("") == Array(stride(from: 120, through: 300, by: 10)) + [1001])
    #expect(try ids("?before=100") == Array(stride(from: 10, to: 100, by: 10)))
    #expect(try ids("?after=290") == [1000, 300, 1001])
    #expect(try ids("?after=290&before=1001") == [1000, 290, 300])
    #expect(try ids("?after=291&before=300") == [])
  }

  @Test func showsContactsInPagesAndTheirLabels() throws {
    let test = try Self.platform()
    let first = try Self.get(test, Self.root + "contacts")
    #expect(Self.ids(first, "payload") == Array(21...35))
    #expect((first.object["meta"] as? [String: Any])?["count"] as? Int == 20)
    #expect(!first.text.contains("\"labels\""))
    #expect(
      Self.ids(try Self.get(test, Self.root + "contacts?page=2"), "payload") == Array(36...40))
    let labels = try Self.get(test, Self.root + "contacts/21/labels")
    #expect(labels.object["payload"] as? [String] == ["vip"])
  }

  @Test(arguments: [
    "accounts/9", "accounts/9/conversations", "accounts/8/conversations/999/messages",
    "accounts/8/contacts/999/labels", "accounts/x/agents",
  ])
  func hasNothingThatWasNotPutIn(path: String) throws {
    let answer = try Self.get(try Self.platform(), "/api/v1/" + path)
    #expect(answer.status == 404)
    #expect(answer.object["error"] as? String == "Resource could not be found")
  }

  @Test func leadsFromTheAddressOfAFileToItsBytes() throws {
    let test = try Self.platform()
    let answer = try Self.get(test, Self.root + "conversations/102/messages?before=1003")
    let message = try #require((answer.object["payload"] as? [[String: Any]])?.first)
    let files = try #require(message["attachments"] as? [[String: Any]])
    let link = try #require(files[1]["data_url"] as? String)
    #expect(link.hasPrefix(test.url + "/rails/active_storage/blobs/redirect/"))
    let redirect = try test.send(
      "GET", String(link.dropFirst(test.url.count)), authorization: .some(nil))
    #expect(redirect.status == 302)
    let target = try #require(redirect.header("Location"))
    let file = try test.send("GET", target, authorization: .some(nil))
    #expect(file.status == 200)
    #expect(file.text == "an offer")
  }

  @Test(arguments: [
    (OnlineKind.agents, #"{"name":"x"}"#, "its id is no whole number"),
    (.messages, #"{"id":1}"#, "its conversation_id is no whole number"),
  ])
  func refusesWhatIsNoSuchObject(kind: OnlineKind, json: String, reason: String) throws {
    let test = try TestInbox()
    let refusal = #expect(throws: InboxSeed.Refusal.self) {
      try test.inbox.onlineSeed.put(kind, account: 8, json)
    }
    #expect(refusal?.reason == reason)
  }
}
