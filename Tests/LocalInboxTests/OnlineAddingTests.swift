import Foundation
import InboxSamples
import Testing

@testable import LocalInbox

/// Add Conversation on the local platform, over its HTTP.
@Suite struct OnlineAddingTests {
  private func add(
    _ inbox: TestInbox, _ body: [String: Any], account: Int = 8
  ) throws -> RawClient.Answer {
    try inbox.send(
      "POST", "/api/v1/accounts/\(account)/conversations",
      Array(try JSONSerialization.data(withJSONObject: body)), type: "application/json",
      authorization: .some(nil), headers: ["api_access_token: \(inbox.inbox.token)"])
  }

  private func account() throws -> TestInbox {
    let inbox = try TestInbox()
    try FullAccount.fill(inbox.inbox)
    return inbox
  }

  @Test func opensAConversationWithEveryField() throws {
    let inbox = try account()
    let answer = try add(
      inbox,
      [
        "inbox_id": "12", "contact_id": "21", "status": "pending", "assignee_id": "1",
        "team_id": "3", "custom_attributes": ["a": "b"], "additional_attributes": ["c": "d"],
      ])
    #expect(answer.status == 200)
    let row = answer.object
    #expect(
      Set(row.keys) == [
        "meta", "id", "account_id", "additional_attributes", "can_reply", "custom_attributes",
        "inbox_id", "muted", "status", "created_at",
      ])
    #expect(row["status"] as? String == "pending")
    #expect(row["inbox_id"] as? Int == 12)
    #expect(row["custom_attributes"] as? [String: String] == ["a": "b"])
    #expect(row["additional_attributes"] as? [String: String] == ["c": "d"])
    let meta = row["meta"] as? [String: Any]
    #expect((meta?["sender"] as? [String: Any])?["name"] as? String == "Anna Berg")
    #expect((meta?["assignee"] as? [String: Any])?["name"] as? String == "Noa Levi")
    #expect((meta?["team"] as? [String: Any])?["name"] as? String == "workshop")
    // A number that is known is the contact's; another makes one.
    let known = try add(inbox, ["inbox_id": 12, "source_id": FullAccount.anna]).object
    let sender = (known["meta"] as? [String: Any])?["sender"] as? [String: Any]
    #expect(sender?["id"] as? Int == 21)
    let other = try add(inbox, ["inbox_id": 12, "source_id": "447700900155"]).object
    let made = (other["meta"] as? [String: Any])?["sender"] as? [String: Any]
    #expect(made?["phone_number"] as? String == "+447700900155")
    #expect((other["id"] as? Int ?? 0) > (known["id"] as? Int ?? 0))
    #expect(other["status"] as? String == "open")
  }

  @Test func refusesWhatIsNotThere() throws {
    let inbox = try account()
    let rows: [([String: Any], Int)] = [
      (["inbox_id": 99, "source_id": "1"], 404), (["source_id": "1"], 404),
      (["inbox_id": 12], 404), (["inbox_id": 12, "contact_id": 999], 404),
      (["inbox_id": 12, "source_id": "1", "assignee_id": 99], 404),
      (["inbox_id": 12, "source_id": "1", "team_id": 99], 404),
      (["inbox_id": 12, "source_id": "1", "status": "shut"], 422),
      (["inbox_id": 12, "source_id": "1", "custom_attributes": "x"], 422),
    ]
    for (body, status) in rows {
      let answer = try add(inbox, body)
      #expect(answer.status == status, "\(body)")
      #expect(answer.object["error"] is String, "\(body)")
    }
    #expect(try add(inbox, ["inbox_id": 12, "source_id": "1"], account: 77).status == 404)
  }
}
