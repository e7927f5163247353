import InboxSamples
import Foundation
import Glibc
import Testing

@testable import LocalInbox

/// What callers may write, and what Django REST Framework says to the rest.
@Suite struct WritingTests {
  let test: TestInbox
  init() throws {
    test = try TestInbox()
    try FullInbox.importChat(into: test)
  }

  static let number = FullInbox.other

  @discardableResult
  private func send(_ method: String, _ path: String, _ body: String? = nil) throws
    -> RawClient.Answer
  {
    try test.send(
      method, "/api/v1/" + path, body.map { Array($0.utf8) }, type: "application/json")
  }

  private func text(_ path: String) throws -> String { try test.get("/api/v1/" + path).text }

  /// WhatsApp's ids, newest first.
  private func wabaIDs() throws -> [String] {
    try test.get("/api/v1/messages/").results.compactMap {
      ($0["waba_payload"] as? [String: Any])?["id"] as? String
    }
  }

  // MARK: lists

  @Test func tagsAreMadeChangedAndDeleted() throws {
    let made = try send("POST", "tags/", #"{"name":"VIP \"1\"","web_inbox_color":"red","other":1}"#)
    #expect(made.status == 201)
    #expect(made.text == #"{"id":1,"name":"VIP \"1\"","web_inbox_color":"red"}"#)
    #expect(try send("POST", "tags/", #"{"name":"b"}"#).object["id"] as? Int == 2)
    #expect(try text("tags/1/") == made.text)
    #expect(
      try send("PATCH", "tags/1/", #"{"name":"c"}"#).text
        == #"{"id":1,"web_inbox_color":"red","name":"c"}"#)
    #expect(
      try send("PUT", "tags/1/", #"{"name":"d"}"#).text
        == #"{"id":1,"name":"d","web_inbox_color":null}"#)
    #expect(try text("tags/?limit=1").contains(#""count":2"#))
    #expect(try test.get("/api/v1/tags/?limit=1&offset=1").results.first?["id"] as? Int == 2)
    let gone = try send("DELETE", "tags/2/")
    #expect(gone.status == 204)
    #expect(gone.body.isEmpty)
    #expect(try send("DELETE", "tags/2/").status == 404)
    // A number is never given away again.
    #expect(try send("POST", "tags/", #"{"name":"e"}"#).object["id"] as? Int == 3)
    try test.restart()
    #expect(try text("tags/1/") == #"{"id":1,"name":"d","web_inbox_color":null}"#)
  }

  @Test func savedResponsesAreMadeFoundAndDeleted() throws {
    // The clock of the inbox, which ticks less often than others.
    let before = time(nil)
    let made = try send("POST", "saved_responses/", #"{"text":"Guten Morgen, ÄRGER"}"#)
    #expect(made.status == 201)
    #expect(made.object["created_by"] as? String == "local")
    #expect(try #require(made.object["timestamp"] as? Int) >= before)
    try send("POST", "saved_responses/", #"{"text":"two"}"#)
    for (query, wanted) in [("", 2), ("?text=%C3%A4rger", 1), ("?text=none", 0), ("?text=TWO", 1)] {
      let answer = try test.get("/api/v1/saved_responses/" + query)
      #expect(answer.object["count"] as? Int == wanted)
      #expect(answer.results.count == wanted)
    }
    #expect(try send("DELETE", "saved_responses/1/").status == 204)
    #expect(try test.get("/api/v1/saved_responses/").object["count"] as? Int == 1)
  }

  @Test func webhooksAreKeptWithTheirHeaders() throws {
    let made = try send(
      "POST", "webhooks/waba/",
      #"{"url":"https://hook.example.com/?auth=x","on_assigned":"true","headers":{"Authorization":"Token 1"}}"#
    )
    #expect(made.status == 201)
    #expect(
      made.text == """
        {"id":1,"user":{"id":1,"username":"local","url":"\(test.url)/api/v1/users/1/"},\
        "url":"https://hook.example.com/?auth=x","on_incoming_message":false,\
        "on_outgoing_message":false,"on_assigned":true,"headers":{"Authorization":"Token 1"}}
        """)
    #expect(try text("webhooks/waba/1/") == made.text)
    let put = try send("PUT", "webhooks/waba/1/", #"{"url":"https://b.example.com"}"#)
    #expect(put.object["on_assigned"] as? Bool == false)
    #expect((put.object["headers"] as? [String: Any])?.isEmpty == true)
    #expect(try send("DELETE", "webhooks/waba/1/").status == 204)
  }

  @Test(arguments: [
    ("POST", "tags/", "{}", #"{"name":["This field is required."]}"#),
    ("POST", "tags/", #"{"name":null}"#, #"{"name":["This field may not be null."]}"#),
    ("POST", "tags/", #"{"name":"  "}"#, #"{"name":["This field may not be blank."]}"#),
    ("POST", "tags/", #"{"name":[]}"#, #"{"name":["Not a valid string."]}"#),
    (
      "POST", "tags/",
      #"{"name":"\#(String(repeating: "ä", count: 1001))","web_inbox_color":1}"#,
      #"{"name":["Ensure this field has no more than 1000 characters."],"web_inbox_color":["Not a valid string."]}"#
    ),
    (
      "POST", "tags/", "[]",
      #"{"non_field_errors":["Invalid data. Expected a dictionary, but got list."]}"#
    ),
    ("POST", "saved_responses/", "{}", #"{"text":["This field is required."]}"#),
    ("POST", "webhooks/waba/", "{}", #"{"url":["This field is required."]}"#),
    ("POST", "webhooks/waba/", #"{"url":"ftp://a"}"#, #"{"url":["Enter a valid URL."]}"#),
    ("POST", "webhooks/waba/", #"{"url":"https:///a"}"#, #"{"url":["Enter a valid URL."]}"#),
    ("POST", "webhooks/waba/", #"{"url":"https://a b"}"#, #"{"url":["Enter a valid URL."]}"#),
    (
      "POST", "webhooks/waba/", #"{"url":"https://a","on_assigned":"x","headers":"y"}"#,
      #"{"on_assigned":["Must be a valid boolean."],"headers":["Expected a dictionary of items but got type \"str\"."]}"#
    ),
    (
      "POST", "chat_tagging/", "{}",
      #"{"tag":["This field is required."],"chat":["This field is required."]}"#
    ),
    (
      "POST", "chat_tagging/", #"{"tag":"x","chat":"447700900199"}"#,
      #"{"tag":["A valid integer is required."],"chat":["Invalid pk \"447700900199\" - object does not exist."]}"#
    ),
    (
      "POST", "chat_tagging/", #"{"tag":77,"chat":"447700900124","extra":[]}"#,
      #"{"tag":["Invalid pk \"77\" - object does not exist."],"extra":["Value must be an object."]}"#
    ),
    (
      "POST", "message_tagging/", #"{"tag":null,"message":"nothing"}"#,
      #"{"tag":["This field may not be null."],"message":["Invalid pk \"nothing\" - object does not exist."]}"#
    ),
    (
      "PUT", "chat_assignment/447700900124/", "{}", #"{"wa_id":["This field is required."]}"#
    ),
    (
      "PATCH", "chat_assignment/447700900124/",
      #"{"wa_id":"+44","assigned_to_user":9,"assigned_group":"x"}"#,
      #"{"wa_id":["This value does not match the required pattern."],"assigned_to_user":["Invalid pk \"9\" - object does not exist."],"assigned_group":["A valid integer is required."]}"#
    ),
    (
      "PATCH", "chat_assignment/447700900124/", #"{"wa_id":"44"}"#,
      #"{"wa_id":["This is not the chat that the path names."]}"#
    ),
    (
      "PATCH", "chat_assignment/447700900124/",
      #"{"wa_id":"\#(String(repeating: "4", count: 101))"}"#,
      #"{"wa_id":["Ensure this field has no more than 100 characters."]}"#
    ),
  ])
  func saysWhatIsWrong(_ method: String, _ path: String, _ body: String, _ wanted: String) throws {
    let answer = try send(method, path, body)
    #expect(answer.status == 400)
    #expect(answer.text == wanted)
    for path in [
      "tags/", "chat_tagging/", "webhooks/waba/", "saved_responses/", "chat_assignment_events/",
    ] {
      #expect(try text(path) == EmptyInboxTests.emptyPage)
    }
  }

  @Test func takesFormsToo() throws {
    let form = try test.send(
      "POST", "/api/v1/webhooks/waba/", Array("url=https%3A%2F%2Fa.example.com&on_assigned=1".utf8),
      type: "application/x-www-form-urlencoded")
    #expect(form.status == 201)
    #expect(form.object["on_assigned"] as? Bool == true)
    let parts =
      Multipart.part("form-data; name=\"name\"", nil, Array("Größe".utf8)) + Multipart.end
    let multipart = try test.send("POST", "/api/v1/tags/", parts, type: Multipart.contentType)
    #expect(multipart.object["name"] as? String == "Größe")
    let tagging = try test.send(
      "POST", "/api/v1/chat_tagging/", Array("tag=1&chat=\(Self.number)".utf8),
      type: "application/x-www-form-urlencoded")
    #expect(tagging.status == 201)
    #expect(
      try test.send("POST", "/api/v1/tags/", Array("x".utf8), type: "text/plain").status == 415)
    #expect(
      try test.send("POST", "/api/v1/tags/", []).text == #"{"name":["This field is required."]}"#)
    let long = [UInt8](repeating: 32, count: 1_100_000)
    #expect(try test.send("POST", "/api/v1/tags/", long, type: "application/json").status == 413)
    #expect(try send("POST", "tags/", "{").text.hasPrefix(#"{"detail":"JSON parse error - "#))
  }

  @Test(arguments: [
    ("POST", "tags/"), ("DELETE", "tags/1/"), ("POST", "chat_tagging/"),
    ("PATCH", "chat_assignment/447700900124/"), ("POST", "webhooks/waba/"),
  ])
  func nobodyWritesWithoutAToken(_ method: String, _ path: String) throws {
    try test.inbox.seed.put(
      .tags, FullInbox.tag.replacingOccurrences(of: "\"id\":5", with: "\"id\":1"))
    let answer = try test.send(
      method, "/api/v1/" + path, Array("{}".utf8), type: "application/json",
      authorization: .some(nil))
    #expect(answer.status == 403)
    #expect(try test.get("/api/v1/tags/1/").status == 200)
  }

  @Test(arguments: [
    ("PUT", "tags/", "GET, POST, HEAD"), ("POST", "tags/1/", "GET, PUT, PATCH, DELETE, HEAD"),
    ("POST", "templates/", "GET, HEAD"), ("DELETE", "users/1/", "GET, HEAD"),
    ("PATCH", "saved_responses/1/", "GET, DELETE, HEAD"),
    ("POST", "chat_assignment/1/", "GET, PUT, PATCH, HEAD"),
    ("POST", "chat_tagging_events/", "GET, HEAD"),
  ])
  func namesTheMethodsThatItKnows(_ method: String, _ path: String, _ allowed: String) throws {
    let answer = try send(method, path, "{}")
    #expect(answer.status == 405)
    #expect(answer.header("Allow") == allowed)
  }

  // MARK: taggings

  @Test func aPairIsTaggedOnce() throws {
    try send("POST", "tags/", #"{"name":"a","web_inbox_color":"red"}"#)
    let body = #"{"tag":1,"chat":"\#(Self.number)","extra":{"by":"bot","n":1.0}}"#
    let made = try send("POST", "chat_tagging/", body)
    #expect(made.status == 201)
    #expect(
      made.text == #"{"id":1,"tag":1,"chat":"\#(Self.number)","extra":{"by":"bot","n":1.0}}"#)
    #expect(try text("chat_tagging/1/") == made.text)
    let again = try send("POST", "chat_tagging/", body)
    #expect(again.status == 400)
    #expect(
      again.text == #"{"non_field_errors":["The fields tag, chat must make a unique set."]}"#)
    #expect(
      try text("chats/\(Self.number)/").contains(
        #""tags":[{"id":1,"name":"a","web_inbox_color":"red","tagging_id":1}]"#))
    #expect(try send("DELETE", "chat_tagging/1/").status == 204)
    #expect(try text("chats/\(Self.number)/").hasSuffix(#""tags":[]}"#))
    // After that it can be made again.
    #expect(try send("POST", "chat_tagging/", body).object["id"] as? Int == 2)

    let events = try test.get("/api/v1/chat_tagging_events/").results
    #expect(events.map { $0["action"] as? String } == ["added", "removed", "added"])
    for event in events {
      #expect(Set(event.keys) == ["timestamp", "action", "tag", "chat", "extra", "done_by"])
      #expect(event["chat"] as? String == Self.number)
      #expect((event["tag"] as? [String: Any])?["name"] as? String == "a")
      #expect((event["extra"] as? [String: Any])?["by"] as? String == "bot")
      #expect((event["done_by"] as? [String: Any])?["username"] as? String == "local")
    }
  }

  @Test func whoTagsAMessageTagsItsChat() throws {
    try send("POST", "tags/", #"{"name":"a"}"#)
    let ids = try wabaIDs()
    for id in ids.prefix(2) {
      let made = try send("POST", "message_tagging/", #"{"tag":1,"message":"\#(id)"}"#)
      #expect(made.object["message"] as? String == id)
      #expect(made.object["extra"] is NSNull)
    }
    #expect(
      try send("POST", "message_tagging/", #"{"tag":1,"message":"\#(ids[0])"}"#).status == 400)
    #expect(try test.get("/api/v1/chat_tagging/").object["count"] as? Int == 1)
    let messages = try test.get("/api/v1/messages/").results
    #expect(messages.map { ($0["tags"] as? [Any])?.count } == [1, 1, 0])
    #expect(
      try test.get("/api/v1/message_tagging_events/?message_id=\(ids[0])").results.count == 1)
    #expect(try test.get("/api/v1/message_tagging_events/").results.count == 2)
    #expect(try test.get("/api/v1/chat_tagging_events/").results.count == 1)
    // The chat's tag stays when the message's goes.
    #expect(try send("DELETE", "message_tagging/1/").status == 204)
    #expect(try test.get("/api/v1/chat_tagging/").object["count"] as? Int == 1)
  }

  @Test func aDeletedTagIsTakenOffEverything() throws {
    try send("POST", "tags/", #"{"name":"a"}"#)
    try send("POST", "message_tagging/", #"{"tag":1,"message":"\#(wabaIDs()[0])"}"#)
    #expect(try send("DELETE", "tags/1/").status == 204)
    for path in ["chat_tagging/", "message_tagging/", "tags/"] {
      #expect(try text(path) == EmptyInboxTests.emptyPage)
    }
    for path in ["chat_tagging_events/", "message_tagging_events/"] {
      let events = try test.get("/api/v1/" + path).results
      #expect(events.map { $0["action"] as? String } == ["removed", "added"])
    }
  }

  // MARK: assignments

  @Test func chatsAreAssigned() throws {
    try test.inbox.seed.put(.users, FullInbox.user)
    let path = "chat_assignment/\(Self.number)/"
    let free = #"{"wa_id":"\#(Self.number)","assigned_to_user":null,"assigned_group":null}"#
    let full = #"{"wa_id":"\#(Self.number)","assigned_to_user":2,"assigned_group":1}"#
    #expect(try text(path) == free)
    #expect(try send("PUT", path, full).text == full)
    #expect(try text(path) == full)
    let chat = try test.get("/api/v1/chats/\(Self.number)/").object
    #expect((chat["assigned_to_user"] as? [String: Any])?["username"] as? String == "konrad")
    #expect((chat["assigned_group"] as? [String: Any])?["name"] as? String == "App integration")
    // Nothing changes: no event.
    #expect(try send("PATCH", path, #"{"assigned_group":1}"#).text == full)
    // What a PATCH leaves out stays; the vendor's guide clears the group by 0.
    #expect(
      try send("PATCH", path, #"{"wa_id":"\#(Self.number)","assigned_group":0}"#).text
        == #"{"wa_id":"\#(Self.number)","assigned_to_user":2,"assigned_group":null}"#)
    #expect(try send("PUT", path, #"{"wa_id":"\#(Self.number)"}"#).text == free)

    let events = try test.get("/api/v1/chat_assignment_events/?wa_id=\(Self.number)").results
    func facts(_ event: [String: Any]) -> [String?] {
      let user = event["assigned_to_user_set"] as? [String: Any]
      let group = event["assigned_group_set"] as? [String: Any]
      return [
        user?["username"] as? String, "\(event["assigned_to_user_was_cleared"] as? Bool ?? false)",
        group?["name"] as? String, "\(event["assigned_group_was_cleared"] as? Bool ?? false)",
      ]
    }
    #expect(
      events.map(facts) == [
        [nil, "true", nil, "false"], [nil, "false", nil, "true"],
        ["konrad", "false", "App integration", "false"],
      ])
    #expect(
      events.allSatisfy { ($0["done_by"] as? [String: Any])?["username"] as? String == "local" })
    #expect(try send("PATCH", "chat_assignment/447700900199/", "{}").status == 404)
  }
}
