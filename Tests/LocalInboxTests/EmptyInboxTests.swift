import InboxSamples
import Foundation
import Testing

@testable import LocalInbox

/// What an inbox answers in which nobody has put anything yet.
@Suite struct EmptyInboxTests {
  let test: TestInbox
  init() throws { test = try TestInbox() }

  static let emptyPage = #"{"count":0,"next":null,"previous":null,"results":[]}"#

  @Test(arguments: [
    "chats/", "messages/", "persons/", "contacts/", "tags/", "chat_tagging/", "message_tagging/",
    "chat_tagging_events/", "message_tagging_events/", "chat_assignment_events/",
    "saved_responses/", "templates/", "webhooks/waba/", "whatsapp_accounts/", "errors/waba/",
  ])
  func hasEmptyLists(_ path: String) throws {
    let answer = try test.get("/api/v1/" + path)
    #expect(answer.status == 200)
    #expect(answer.text == Self.emptyPage)
  }

  @Test(arguments: [
    (
      "groups/", 200,
      #"{"count":1,"next":null,"previous":null,"results":[{"id":1,"name":"App integration"}]}"#
    ),
    ("groups/1/", 200, #"{"id":1,"name":"App integration"}"#),
    ("contacts/blocked/", 200, #"{"contacts":[],"pagination":{"count":0,"limit":100,"offset":0}}"#),
    ("contacts/447700900123/", 200, #"{"person":null,"contact_provider_results":[]}"#),
    (
      "settings/business/profile/", 200,
      #"{"address":null,"description":null,"email":null,"messaging_product":"whatsapp","vertical":null,"websites":[]}"#
    ),
    ("settings/profile/about/", 200, #"{"settings":{"profile":{"about":{"text":null}}}}"#),
    ("settings/profile/photo/", 404, #"{"detail":"Not found."}"#),
    ("settings/refresh/status/", 200, #"{"currently_refreshing":false}"#),
    ("templates/refresh/status/", 200, #"{"currently_refreshing":false}"#),
    ("chat_assignment/447700900123/", 404, #"{"detail":"Not found."}"#),
    ("users/2/", 404, #"{"detail":"Not found."}"#),
    ("users/x/", 404, #"{"detail":"Not found."}"#),
    ("tags/1/", 404, #"{"detail":"Not found."}"#),
    ("chat_tagging/1/", 404, #"{"detail":"Not found."}"#),
    ("message_tagging/x/", 404, #"{"detail":"Not found."}"#),
    ("webhooks/waba/1/", 404, #"{"detail":"Not found."}"#),
    ("errors/waba/1/", 404, #"{"detail":"Not found."}"#),
    ("saved_responses/1/", 404, #"{"detail":"Not found."}"#),
  ])
  func hasEmptyThings(_ path: String, _ status: Int, _ body: String) throws {
    let answer = try test.get("/api/v1/" + path)
    #expect(answer.status == status)
    #expect(answer.text == body)
  }

  @Test func linksBeginAsAsked() throws {
    var settings = LocalInbox.Settings()
    settings.linkOrigin = "http://127.0.0.1"
    let test = try TestInbox(settings)
    #expect(
      try test.get("/api/v1/users/1/").object["url"] as? String
        == "http://127.0.0.1/api/v1/users/1/")
    let id = try test.uploadedID([1])
    try FullInbox.importChat(into: test, media: [("IMG-20220310-WA0001.jpg", id)])
    #expect(
      try test.get("/api/v1/messages/?limit=1").text.contains(
        #""link":"http://127.0.0.1/api/v1/media/\#(id)/""#))
    #expect(
      try test.get("/api/v1/messages/?limit=1").object["next"] as? String
        == "http://127.0.0.1/api/v1/messages/?limit=1&offset=1")
  }

  @Test func namesItsOwnNumber() throws {
    var settings = LocalInbox.Settings()
    settings.ownNumber = "447700900001"
    let test = try TestInbox(settings)
    let path = "/api/v1/whatsapp_accounts/"
    let wanted = #"[{"phone_number":"447700900001","this_instance":true}]"#
    #expect(try test.get(path).text.hasSuffix("\"results\":\(wanted)}"))
    #expect(try test.get(path + "?this_instance=true").results.count == 1)
    #expect(try test.get(path + "?this_instance=false").results.isEmpty)
  }
}
