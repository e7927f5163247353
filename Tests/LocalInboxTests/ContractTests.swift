import InboxSamples
import Foundation
import Testing

@testable import LocalInbox

/// Every answer against the API's description.
@Suite struct ContractTests {
  let contract: Contract
  init() throws { contract = try Contract() }

  /// Operations of the description, and the paths that show them in a full inbox.
  static let reads: [(operation: String, paths: [String])] = [
    ("chats/", ["chats/"]), ("chats/{wa_id}/", ["chats/\(FullInbox.number)/"]),
    ("messages/", ["messages/"]), ("messages/{id}/", ["messages/\(FullInbox.messageID)/"]),
    ("persons/", ["persons/"]),
    ("persons/{wa_id}/", ["persons/\(FullInbox.number)/", "persons/\(FullInbox.other)/"]),
    ("contacts/", ["contacts/"]), ("contacts/blocked/", ["contacts/blocked/"]),
    (
      "contacts/{wa_id}/",
      ["contacts/\(FullInbox.number)/", "contacts/447700900199/"]
    ),
    ("media/{id}/", ["media/e4b60f1d-1847-4233-8a88-58e123123123/"]),
    ("tags/", ["tags/"]), ("chat_tagging/{id}/", ["chat_tagging/21/"]),
    ("message_tagging/{id}/", ["message_tagging/31/"]),
    ("chat_tagging_events/", ["chat_tagging_events/"]),
    ("message_tagging_events/", ["message_tagging_events/"]),
    ("chat_assignment/{wa_id}/", ["chat_assignment/\(FullInbox.number)/"]),
    ("chat_assignment_events/", ["chat_assignment_events/"]),
    ("saved_responses/", ["saved_responses/"]), ("templates/", ["templates/"]),
    ("templates/refresh/status/", ["templates/refresh/status/"]),
    ("settings/business/profile/", ["settings/business/profile/"]),
    ("settings/profile/about/", ["settings/profile/about/"]),
    ("settings/profile/photo/", ["settings/profile/photo/"]),
    ("settings/refresh/status/", ["settings/refresh/status/"]), ("users/", ["users/"]),
    ("users/current/", ["users/current/"]), ("users/{id}/", ["users/1/", "users/2/"]),
    ("groups/", ["groups/"]), ("groups/{id}/", ["groups/1/", "groups/7/"]),
    ("webhooks/waba/", ["webhooks/waba/"]), ("webhooks/waba/{id}/", ["webhooks/waba/9/"]),
    ("status/health/", ["status/health/"]), ("errors/waba/", ["errors/waba/"]),
    ("errors/waba/{id}/", ["errors/waba/1/"]), ("whatsapp_accounts/", ["whatsapp_accounts/"]),
  ]

  @Test func everyAnswerToAFullInboxIsAsDescribed() throws {
    let test = try TestInbox()
    try FullInbox.fill(test.inbox)
    for (operation, paths) in Self.reads {
      for path in paths {
        let answer = try test.get("/api/v1/" + path)
        #expect(answer.status == 200, "\(path)")
        #expect(
          contract.faults(of: answer, to: "GET /api/v1/" + operation) == [], "\(path)")
        if answer.object["count"] != nil { #expect(!answer.results.isEmpty, "\(path)") }
      }
    }
  }

  @Test func everyAnswerAboutAnImportIsAsDescribed() throws {
    let test = try TestInbox()
    let image = try test.uploadedID(Array("image".utf8))
    try FullInbox.importChat(into: test, media: [("IMG-20220310-WA0001.jpg", image)])
    for (operation, path) in [
      ("chats/", "chats/"), ("chats/{wa_id}/", "chats/\(FullInbox.other)/"),
      ("messages/", "messages/"), ("persons/", "persons/"),
      ("contacts/{wa_id}/", "contacts/\(FullInbox.other)/"),
    ] {
      let answer = try test.get("/api/v1/" + path)
      #expect(contract.faults(of: answer, to: "GET /api/v1/" + operation) == [], "\(path)")
    }
  }

  @Test func everyAnswerToAWriterIsAsDescribed() throws {
    let test = try TestInbox()
    try FullInbox.importChat(into: test)
    let message = try #require(
      (test.get("/api/v1/messages/").results.first?["waba_payload"] as? [String: Any])?["id"]
        as? String)
    for (method, operation, path, body) in [
      ("POST", "tags/", "tags/", #"{"name":"a","web_inbox_color":null}"#),
      ("POST", "chat_tagging/", "chat_tagging/", #"{"tag":1,"chat":"\#(FullInbox.other)"}"#),
      ("POST", "message_tagging/", "message_tagging/", #"{"tag":1,"message":"\#(message)"}"#),
      (
        "PUT", "chat_assignment/{wa_id}/", "chat_assignment/\(FullInbox.other)/",
        #"{"wa_id":"\#(FullInbox.other)","assigned_to_user":1,"assigned_group":1}"#
      ),
      (
        "PATCH", "chat_assignment/{wa_id}/", "chat_assignment/\(FullInbox.other)/",
        #"{"assigned_to_user":null}"#
      ),
      ("POST", "saved_responses/", "saved_responses/", #"{"text":"a"}"#),
      ("POST", "webhooks/waba/", "webhooks/waba/", #"{"url":"https://hook.example.com"}"#),
      ("PUT", "webhooks/waba/{id}/", "webhooks/waba/1/", #"{"url":"https://hook.example.com"}"#),
      ("DELETE", "chat_tagging/{id}/", "chat_tagging/1/", ""),
      ("DELETE", "message_tagging/{id}/", "message_tagging/1/", ""),
      ("DELETE", "tags/{id}/", "tags/1/", ""),
      ("DELETE", "saved_responses/{id}/", "saved_responses/1/", ""),
      ("DELETE", "webhooks/waba/{id}/", "webhooks/waba/1/", ""),
    ] {
      let answer = try test.send(
        method, "/api/v1/" + path, body.isEmpty ? nil : Array(body.utf8), type: "application/json")
      #expect((200...204).contains(answer.status), "\(method) \(path): \(answer.text)")
      #expect(contract.faults(of: answer, to: "\(method) /api/v1/\(operation)") == [], "\(path)")
    }
    // What they left behind.
    for operation in [
      "chat_tagging_events/", "message_tagging_events/", "chat_assignment_events/", "chats/",
    ] {
      let answer = try test.get("/api/v1/" + operation)
      #expect(!answer.results.isEmpty)
      #expect(contract.faults(of: answer, to: "GET /api/v1/" + operation) == [], "\(operation)")
    }
  }

  /// So that no path is added without its check. Items of lists that the description leaves out are named here.
  @Test func everyPathIsDescribed() {
    let undescribed: Set = [
      "chat_tagging", "message_tagging", "tags/{}", "saved_responses/{}",
    ]
    let described = Set(Self.reads.map { Self.withoutNames($0.operation) })
    for route in Route.table where route.handler(of: "GET") != nil {
      let path = route.words.joined(separator: "/")
      #expect(described.contains(path) != undescribed.contains(path), "\(path)")
    }
    #expect(Self.reads.allSatisfy { contract.names.contains("GET /api/v1/" + $0.operation) })
  }

  @Test func aFaultIsSeen() throws {
    func faults(_ body: String) -> [String] {
      let answer = RawClient.Answer(status: 200, headers: [], body: Array(body.utf8))
      return contract.faults(of: answer, to: "GET /api/v1/tags/")
    }
    #expect(faults(#"{"count":0,"results":[]}"#) == [])
    #expect(faults(#"{"count":true,"results":[]}"#) == ["$.count: no integer"])
    #expect(faults(#"{"results":[]}"#) == ["$.count: missing"])
    #expect(faults(#"{"count":0,"results":[],"more":1}"#) == ["$.more: not described"])
    #expect(
      faults(#"{"count":0,"results":[{"id":1,"name":null}]}"#) == ["$.results[0].name: no string"])
  }

  private static func withoutNames(_ operation: String) -> String {
    operation.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : String($0) }
      .joined(separator: "/")
  }
}

extension FullInbox {
  /// One incoming message, one outgoing, one image, through the API.
  static func importChat(into test: TestInbox, media: [(String, String)] = []) throws {
    let answer = try test.post(
      "/api/v1/chat_import/",
      json: [
        "chat_text": """
        10/03/2022, 11:00 - Ben: Hello
        10/03/2022, 11:01 - Me: Hi
        10/03/2022, 11:02 - Ben: IMG-20220310-WA0001.jpg (file attached)
        """,
        "chat_participants": [["name": "Ben", "wa_id": other]],
        "utc_offset_minutes": 0, "device_language_code": "en-GB",
        "media_files": media.map { ["filename": $0.0, "id": $0.1] },
      ] as [String: Any])
    #expect(answer.status == 201, "\(answer.text)")
  }
}
