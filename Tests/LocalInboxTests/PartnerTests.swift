import Foundation
import InboxSamples
import Testing

@testable import LocalInbox

/// The partner's side of the local platform, over its HTTP.
@Suite struct PartnerTests {
  private func send(
    _ inbox: TestInbox, _ method: String, _ path: String, _ body: [String: Any]? = nil,
    token: String? = nil
  ) throws -> RawClient.Answer {
    try inbox.send(
      method, path, try body.map { Array(try JSONSerialization.data(withJSONObject: $0)) },
      type: body == nil ? nil : "application/json",
      authorization: .some("Bearer \(token ?? inbox.inbox.token)"))
  }

  private func numbers(_ inbox: TestInbox) throws -> [[String: Any]] {
    let answer = try send(inbox, "GET", "/api/whatsapp/getWhatsApp")
    #expect(answer.status == 200)
    #expect(answer.object["status"] as? String == "OK")
    return answer.object["list"] as? [[String: Any]] ?? []
  }

  private static var order: [String: Any] {
    [
      "inbox_type": "whatsapp", "inbox_name": "Shop", "whatsapp_number": "447700900001",
      "account_id": 8, "server": "online",
    ]
  }

  @Test func listsTwoNumbersAtFirst() throws {
    let inbox = try TestInbox()
    let list = try numbers(inbox)
    #expect(list.map { $0["whatsapp"] as? String } == ["447700900001", "447700900002"])
    #expect(list.map { $0["coexistence"] as? Int } == [0, 1])
    #expect(list.map { $0["isOnline"] as? Int } == [0, 0])
    #expect(
      Set(list[0].keys) == [
        "create_time", "whatsapp", "apiKey", "display_name", "business_name", "isOnline",
        "onlineAccount", "onlineInbox", "coexistence", "conversationsThisMonth",
        "marketingThisMonth", "serviceThisMonth", "incomingThisMonth",
      ])
    try inbox.inbox.partnerSeed.put(
      "447700900003", displayName: "Third", businessName: "Ltd", created: 5, isCoexistence: true)
    #expect(try numbers(inbox).last?["display_name"] as? String == "Third")
  }

  @Test func connectsANumberAndReleasesItAgain() throws {
    let inbox = try TestInbox()
    let created = try send(inbox, "POST", "/api/online/createInbox", Self.order)
    #expect(created.status == 200)
    #expect(
      created.text
        == #"{"status":"OK","reason":1,"account_id":8,"inbox_id":1,"server":"online","whatsapp":"447700900001"}"#
    )
    let number = try numbers(inbox)[0]
    #expect(number["isOnline"] as? Int == 1)
    #expect(number["onlineAccount"] as? Int == 8)
    #expect(number["onlineInbox"] as? Int == 1)
    #expect(number["onlineServer"] as? String == "online")
    // The inbox knows its own number now.
    let accounts = try inbox.get("/api/v1/whatsapp_accounts/").results
    #expect(accounts.map { $0["phone_number"] as? String } == ["447700900001"])
    #expect(accounts.map { $0["this_instance"] as? Bool } == [true])
    #expect(
      try send(inbox, "POST", "/api/online/createInbox", Self.order).object["reason"] as? Int == 4)

    let deleted = try send(
      inbox, "DELETE", "/api/online/deleteInbox", ["accountID": 8, "inboxID": 1])
    #expect(
      deleted.text
        == #"{"status":"OK","reason":1,"accountID":8,"server":"online","inboxID":1,"whatsapp_number":"447700900001"}"#
    )
    #expect(try numbers(inbox)[0]["isOnline"] as? Int == 0)
    #expect(try inbox.get("/api/v1/whatsapp_accounts/").results.isEmpty)
    // The number of an inbox is never used again.
    let again = try send(inbox, "POST", "/api/online/createInbox", Self.order)
    #expect(again.object["inbox_id"] as? Int == 2)
  }

  @Test func erasesEverythingOfTheFirstInbox() throws {
    let inbox = try TestInbox()
    _ = try send(inbox, "POST", "/api/online/createInbox", Self.order)
    var second = Self.order
    second["whatsapp_number"] = "447700900002"
    second["import_history"] = 1
    _ = try send(inbox, "POST", "/api/online/createInbox", second)
    try FullInbox.fill(inbox.inbox)
    #expect(try !inbox.get("/api/v1/chats/").results.isEmpty)
    #expect(inbox.files().contains { $0.hasPrefix("media/") })
    _ = try send(
      inbox, "DELETE", "/api/online/deleteInbox",
      ["accountID": 8, "inboxID": 2, "server": "online"])
    #expect(try !inbox.get("/api/v1/chats/").results.isEmpty)
    _ = try send(
      inbox, "DELETE", "/api/online/deleteInbox",
      ["accountID": 8, "inboxID": 1, "server": "online"])
    for path in [
      "chats", "messages", "persons", "contacts", "tags", "saved_responses", "templates",
      "webhooks/waba", "errors/waba", "whatsapp_accounts", "chat_tagging_events",
      "chat_assignment_events", "message_tagging_events",
    ] {
      #expect(try inbox.get("/api/v1/\(path)/").results.isEmpty, "\(path)")
    }
    #expect(try inbox.get("/api/v1/users/").results.count == 1)
    #expect(try inbox.get("/api/v1/users/current/").status == 200)
    #expect(!inbox.files().contains { $0.hasPrefix("media/") })
    try inbox.restart()
    #expect(try inbox.get("/api/v1/chats/").results.isEmpty)
  }

  // MARK: Refusals

  @Test(arguments: [
    ("inbox_type", "sms", 2), ("inbox_name", "", 2),
    ("inbox_name", String(repeating: "x", count: 51), 2), ("whatsapp_number", "", 4),
    ("whatsapp_number", "+447700900001", 4), ("whatsapp_number", "447700900099", 4),
    ("account_id", "", 33), ("account_id", "12345678", 33), ("server", "other", 34),
    ("server", "", 34), ("reference", String(repeating: "x", count: 51), 2),
    ("import_history", "1", 2),
  ])
  func refusesToCreate(field: String, value: String, reason: Int) throws {
    let inbox = try TestInbox()
    var order = Self.order
    order[field] = value
    let answer = try send(inbox, "POST", "/api/online/createInbox", order)
    #expect(answer.status == 200)
    #expect(answer.text == #"{"status":"FAIL","reason":\#(reason)}"#)
    #expect(try numbers(inbox).allSatisfy { $0["isOnline"] as? Int == 0 })
  }

  @Test(arguments: [
    (["accountID": "x", "inboxID": "1"], 33), (["inboxID": "1"], 33),
    (["accountID": "9", "inboxID": "1"], 33), (["accountID": "8"], 47),
    (["accountID": "8", "inboxID": "2"], 47),
    (["accountID": "8", "inboxID": "1", "server": "other"], 34),
  ])
  func refusesToDelete(body: [String: String], reason: Int) throws {
    let inbox = try TestInbox()
    _ = try send(inbox, "POST", "/api/online/createInbox", Self.order)
    let answer = try send(inbox, "DELETE", "/api/online/deleteInbox", body)
    #expect(answer.text == #"{"status":"FAIL","reason":\#(reason)}"#)
    #expect(try numbers(inbox)[0]["isOnline"] as? Int == 1)
  }

  @Test func refusesAWrongTokenMethodOrBody() throws {
    let inbox = try TestInbox()
    let path = "/api/whatsapp/getWhatsApp"
    let wrong = try send(inbox, "GET", path, token: "nonsense")
    #expect(wrong.status == 200)
    #expect(wrong.text == #"{"status":"FAIL","reason":3}"#)
    #expect(try inbox.get(path).text == #"{"status":"FAIL","reason":3}"#)
    #expect(try send(inbox, "POST", path, [:]).text == #"{"status":"FAIL","reason":13}"#)
    #expect(
      try send(inbox, "POST", "/api/online/deleteInbox", [:]).text
        == #"{"status":"FAIL","reason":13}"#)
    let broken = try inbox.send(
      "POST", "/api/online/createInbox", Array("{\"inbox".utf8), type: "application/json",
      authorization: .some("Bearer \(inbox.inbox.token)"))
    #expect(broken.text == #"{"status":"FAIL","reason":2}"#)
  }
}
