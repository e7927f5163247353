import InboxSamples
import Foundation
import Testing

@testable import LocalInbox

/// Lists of an inbox in which chats are tagged, assigned, blocked, unread and came by advertisements.
@Suite struct FilterTests {
  let test: TestInbox

  /// 1: everything of `FullInbox`; 2: an imported chat; 3: a chat with another advertisement, assigned to the owner.
  init() throws {
    test = try TestInbox()
    try FullInbox.fill(test.inbox)
    try FullInbox.importChat(into: test)
    try test.inbox.seed.put(
      .chats,
      #"{"wa_id":"447700900150","new_messages":0,"assigned_to_user":{"id":1},"tags":[{"id":6,"name":"Late 100%"}]}"#
    )
    for (time, source) in [(10, "43"), (20, "44")] {
      try test.inbox.seed.put(
        .messages,
        """
        {"id":"r\(time)","waba_payload":{"id":"wr\(time)","type":"text","timestamp":\(time),"text":{"body":"ad"},
        "referral":{"source_url":"https://shop.example.com/\(source)","source_id":"\(source)","source_type":"post"}},
        "from_us":false,"customer_wa_id":"447700900150"}
        """)
    }
  }

  @Test(arguments: [
    ("", "123 124 150"), ("chat_tag_id=5", "123"), ("chat_tag_id=6", "150"), ("chat_tag_id=9", ""),
    ("assigned_to_me=true", "150"), ("assigned_group=7", "123"), ("assigned_group=1", ""),
    ("unread=true", "123"), ("unread=false", "123 124 150"), ("blocked=true", "124"),
    ("reported=true", ""), ("search=gr%C3%B6%C3%9Fe", "123"), ("search=late%20100%25", "150"),
    ("search=ana", "123"), ("search=900124", "124"),
    ("message_has_referral=true", "123 150"), ("message_has_referral=false", "123 124 150"),
    ("message_referral_source_url=ads.EXAMPLE", "123"), ("message_referral_source_id=43", ""),
    ("message_referral_source_id=44", "150"), ("message_referral_source_type=ad", "123"),
    ("message_referral_headline=Sale", "123"), ("message_referral_body=Now", "123"),
    ("message_referral_media_type=image", "123"), ("message_referral_media_type=video", ""),
    ("messages_before_time=11", "150"), ("assigned_group=7&chat_tag_id=6", ""),
  ])
  func choosesChats(_ query: String, _ wanted: String) throws {
    let answer = try test.get("/api/v1/chats/?\(query)")
    let found = answer.results.compactMap { ($0["wa_id"] as? String)?.suffix(3) }.sorted()
    #expect(found.joined(separator: " ") == wanted)
    #expect(answer.object["count"] as? Int == found.count)
  }

  @Test(arguments: [
    ("chat_tag_id=5", 2), ("chat_tag_id=6", 2), ("chat_tag_id=7", 0), ("assigned_to_me=1", 2),
    ("assigned_group=7", 2), ("search=katze", 1), ("search=S%C3%9CSSE", 0), ("search=s%C3%BC", 1),
    ("search=gr%C3%B6%C3%9Fe", 1), ("search=late", 0), ("from_us=true&chat_tag_id=5", 1),
    ("wa_id=447700900123&before_time=1612372697", 1), ("wa_id=447700900199", 0),
  ])
  func choosesMessages(_ query: String, _ wanted: Int) throws {
    let answer = try test.get("/api/v1/messages/?\(query)")
    #expect(answer.results.count == wanted)
    #expect(answer.object["count"] as? Int == wanted)
  }

  @Test(arguments: [
    ("contacts/?search=ANA", 1), ("contacts/?search=7700%20900123", 1),
    ("contacts/?search=nobody", 0), ("whatsapp_accounts/?this_instance=true", 1),
    ("whatsapp_accounts/?this_instance=false", 0), ("persons/?search=ben", 1),
  ])
  func choosesOthers(_ path: String, _ wanted: Int) throws {
    let answer = try test.get("/api/v1/" + path)
    #expect(answer.results.count == wanted)
    #expect(answer.object["count"] as? Int == wanted)
  }

  @Test(arguments: [
    ("chats/?unread=x", "unread"), ("chats/?assigned_group=x", "assigned_group"),
    ("whatsapp_accounts/?this_instance=x", "this_instance"), ("chats/?blocked=2", "blocked"),
  ])
  func refusesWhatCannotBeAsked(_ path: String, _ field: String) throws {
    let answer = try test.get("/api/v1/" + path)
    #expect(answer.status == 400)
    #expect(answer.object[field] is [String])
  }

  @Test func findsBlockedContactsByNumber() throws {
    func count(_ query: String) throws -> Int? {
      (try test.get("/api/v1/contacts/blocked/" + query).object["contacts"] as? [Any])?.count
    }
    #expect(try count("") == 1)
    #expect(try count("?phone_number=\(FullInbox.other)") == 1)
    #expect(try count("?phone_number=\(FullInbox.number)") == 0)
  }

  @Test func resolvesContacts() throws {
    let answer = try test.get("/api/v1/contacts/\(FullInbox.number)/")
    #expect((answer.object["person"] as? [String: Any])?["initials"] as? String == "AM")
    #expect((answer.object["contact_provider_results"] as? [Any])?.count == 1)
    let other = try test.get("/api/v1/contacts/\(FullInbox.other)/")
    #expect((other.object["contact_provider_results"] as? [Any])?.isEmpty == true)
  }

  @Test func pagesContactsByTheServersOwnValue() throws {
    for _ in 0..<4 { try test.inbox.seed.put(.contacts, FullInbox.card) }
    let page = try test.get("/api/v1/contacts/?limit=2")
    #expect(page.object["next"] as? String == "\(test.url)/api/v1/contacts/?limit=2&pages=2")
    #expect(try test.get("/api/v1/contacts/?limit=2&pages=4").results.count == 1)
    #expect(try test.get("/api/v1/contacts/?limit=2&offset=4").results.count == 2)
  }
}
