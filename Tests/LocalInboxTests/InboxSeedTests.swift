import InboxSamples
import Foundation
import JSONText
import TestKit
import Testing

@testable import LocalInbox

@Suite struct InboxSeedTests {
  let test: TestInbox
  init() throws { test = try TestInbox() }

  static let number = FullInbox.number

  private func messages(_ query: String = "") throws -> [[String: Any]] {
    try test.get("/api/v1/messages/" + query).results
  }

  private func value(_ path: String) throws -> JSONValue {
    let answer = try test.get("/api/v1/" + path)
    #expect(answer.status == 200, "\(path): \(answer.text)")
    return try JSONValue(parsing: answer.body)
  }

  static let wholes: [(String, String, Set<String>)] = [
    ("messages/\(FullInbox.messageID)/", FullInbox.incoming, ["tags", "chat_tags"]),
    ("messages/e6a310b5-b184-4381-bb83-60ee2d0cff13/", FullInbox.outgoing, []),
    ("persons/\(FullInbox.number)/", FullInbox.person, []),
    (
      "chats/\(FullInbox.number)/", FullInbox.chat,
      ["contact", "last_message", "assigned_to_user", "assigned_group", "tags"]
    ),
    ("users/2/", FullInbox.user, []), ("tags/5/", FullInbox.tag, []),
  ]

  /// Every member of what was put in has its value back, to the letter; but for those that the inbox keeps itself.
  @Test(arguments: wholes)
  func givesBackEveryMember(_ path: String, _ object: String, _ kept: Set<String>) throws {
    try FullInbox.fill(test.inbox)
    let found = try value(path)
    let wanted = try #require(try JSONValue(parsing: Array(object.utf8)).members)
    for (name, value) in wanted where !kept.contains(name) {
      #expect(found[name].map { Array($0.raw) } == Array(value.raw), "\(name)")
    }
    #expect(Set(found.members?.map(\.key) ?? []) == Set(wanted.map(\.key)))
    #expect(found.members?.count == wanted.count)
  }

  @Test(arguments: [
    "groups/7/", "saved_responses/4/", "webhooks/waba/9/", "errors/waba/1/",
    "settings/business/profile/", "settings/profile/about/",
  ])
  func givesBackWholeThings(_ path: String) throws {
    try FullInbox.fill(test.inbox)
    let texts = FullInbox.objects.map(\.1)
    #expect(texts.contains(try test.get("/api/v1/" + path).text))
  }

  @Test(arguments: [
    "templates/", "whatsapp_accounts/", "contacts/", "chat_tagging_events/",
    "message_tagging_events/", "chat_assignment_events/",
  ])
  func givesBackTheOnlyOne(_ path: String) throws {
    try FullInbox.fill(test.inbox)
    let only = try #require(try value(path)["results"]?.array?.first)
    let wanted = FullInbox.objects.map { $0.1.replacingOccurrences(of: "\n", with: "") }
    let found = String(decoding: only.raw, as: UTF8.self).replacingOccurrences(of: "\n", with: "")
    #expect(wanted.contains(found))
  }

  @Test func keepsTagsOfChatsAndMessages() throws {
    try FullInbox.fill(test.inbox)
    let chat = try value("chats/\(Self.number)/")
    let tag = #"{"id":5,"name":"Größe","web_inbox_color":"teal","x_new":null,"tagging_id":21}"#
    #expect(chat["tags"].map { String(decoding: $0.raw, as: UTF8.self) } == "[\(tag)]")
    #expect(
      try test.get("/api/v1/chat_tagging/21/").text
        == #"{"id":21,"tag":5,"chat":"447700900123","extra":null}"#)
    #expect(
      try test.get("/api/v1/message_tagging/31/").text
        == #"{"id":31,"tag":5,"message":"gBGG1","extra":null}"#)
    let message = try value("messages/\(FullInbox.messageID)/")
    #expect(message["tags"]?.array?.first?["tagging_id"]?.int == 31)
    #expect(message["chat_tags"]?.array?.first?["tagging_id"]?.int == 21)
    // Put in again with other tags, it has those alone.
    try test.inbox.seed.put(
      .messages,
      FullInbox.outgoing.replacingOccurrences(
        of: "\"tags\":[]", with: #""tags":[{"id":6,"name":"new"}]"#))
    let other = try value("messages/e6a310b5-b184-4381-bb83-60ee2d0cff13/")
    #expect(other["tags"]?.array?.map { $0["name"]?.string } == ["new"])
    #expect(try value("tags/6/")["name"]?.string == "new")
  }

  /// A message of an older server has no tags, and gets none.
  @Test func addsNothingThatWasNotThere() throws {
    let bare = """
      {"waba_payload":{"id":"w1","type":"text","timestamp":"100","text":{"body":"x"}},"from_us":false,\
      "customer_wa_id":"447700900150"}
      """
    try test.inbox.seed.put(.messages, bare)
    #expect(
      try test.get("/api/v1/messages/").text
        == #"{"count":1,"next":null,"previous":null,"results":[\#(bare)]}"#)
    #expect(
      try value("chats/447700900150/")["last_message"]?["waba_payload"]?["id"]?.string == "w1")
  }

  /// Escapes, numbers and blanks that a JSON library would write in another way.
  @Test func keepsValuesToTheLetter() throws {
    let odd = """
      {"waba_payload":{"id":"w\\u0031","type":"text","timestamp":1e2,"text":{"body":"\\ud83d \\/ \\u00e4"},\
      "n":[1.50,-0.0,1E400,12345678901234567890123],"o": { "b" : null }},"from_us":true,\
      "customer_wa_id":"447700900150","a":{},"a":[ ]}
      """
    try test.inbox.seed.put(.messages, odd)
    #expect(
      try test.get("/api/v1/messages/").text
        == #"{"count":1,"next":null,"previous":null,"results":[\#(odd)]}"#)
    #expect(try test.inbox.seed.remove(.messages, "w1"))
  }

  @Test func aPersonWithoutAChatIsNoChat() throws {
    try FullInbox.fill(test.inbox)
    #expect(try test.get("/api/v1/chats/").object["count"] as? Int == 1)
    #expect(try test.get("/api/v1/persons/").object["count"] as? Int == 2)
    #expect(try test.get("/api/v1/chats/\(FullInbox.other)/").status == 404)
    #expect(try test.get("/api/v1/chat_assignment/\(FullInbox.other)/").status == 404)
    try FullInbox.importChat(into: test)
    #expect(try test.get("/api/v1/chats/\(FullInbox.other)/").status == 200)
  }

  @Test func editsAMessage() throws {
    try FullInbox.fill(test.inbox)
    let later = FullInbox.outgoing
      .replacingOccurrences(of: "\"read\":null", with: "\"read\":1612372777")
      .replacingOccurrences(of: "\"timestamp\":1612372697", with: "\"timestamp\":1612372000")
    try test.inbox.seed.put(.messages, later)
    let all = try messages()
    try #require(all.count == 2)
    #expect(all.map { $0["id"] as? String }[1] == "e6a310b5-b184-4381-bb83-60ee2d0cff13")
    #expect((all[1]["waba_statuses"] as? [String: Any])?["read"] as? Int == 1_612_372_777)
    #expect(try test.get("/api/v1/messages/?before_time=1612372571").object["count"] as? Int == 1)
    #expect(try value("persons/\(Self.number)/")["last_message_timestamp"]?.int == 1_612_372_571)
  }

  @Test func editsAnImportedMessage() throws {
    try FullInbox.importChat(into: test)
    let old = try #require(try messages()[2]["id"] as? String)
    try test.inbox.seed.put(
      .messages,
      """
      {"id":"\(old)","waba_payload":{"id":"wamid.\(old)","from":"\(FullInbox.other)","timestamp":"1646910000",
      "type":"text","text":{"body":"Hello!"}},"from_us":false,"customer_wa_id":"\(FullInbox.other)","edited":true}
      """)
    #expect(try messages().count == 3)
    #expect(try value("messages/\(old)/")["edited"]?.bool == true)
    #expect(try messages("?search=hello!").count == 1)
    #expect(try test.get("/api/v1/messages/").object["count"] as? Int == 3)
  }

  @Test func removesMessages() throws {
    try FullInbox.fill(test.inbox)
    try FullInbox.importChat(into: test)
    let imported = try #require(try messages().first?["id"] as? String)
    let seed = test.inbox.seed
    #expect(try seed.remove(.messages, imported))
    #expect(try !seed.remove(.messages, imported))
    #expect(try seed.remove(.messages, "gBGG2"))
    #expect(
      try value("persons/\(Self.number)/")["last_message_timestamp"]?.int == 1_612_372_571)
    #expect(try messages().count == 3)
    #expect(try test.get("/api/v1/messages/").object["count"] as? Int == 3)
    #expect(
      try test.get("/api/v1/messages/?wa_id=\(FullInbox.other)").object["count"] as? Int == 2)
    #expect(try test.get("/api/v1/messages/\(imported)/").status == 404)
    #expect(try test.get("/api/v1/message_tagging/31/").status == 200)
    #expect(try seed.remove(.messages, FullInbox.messageID))
    #expect(try test.get("/api/v1/message_tagging/31/").status == 404)
    #expect(try value("chats/\(Self.number)/")["last_message"]?.isNull == true)
  }

  @Test(arguments: [
    (InboxSeed.Kind.chats, FullInbox.number, "chats/\(FullInbox.number)/"),
    (.persons, FullInbox.other, "persons/\(FullInbox.other)/"), (.users, "2", "users/2/"),
    (.groups, "7", "groups/7/"), (.tags, "5", "tags/5/"), (.webhooks, "9", "webhooks/waba/9/"),
    (.savedResponses, "4", "saved_responses/4/"), (.wabaErrors, "1", "errors/waba/1/"),
    (.chatTaggings, "21", "chat_tagging/21/"), (.messageTaggings, "31", "message_tagging/31/"),
  ])
  func removesThings(_ kind: InboxSeed.Kind, _ key: String, _ path: String) throws {
    try FullInbox.fill(test.inbox)
    #expect(try test.get("/api/v1/" + path).status == 200)
    #expect(try test.inbox.seed.remove(kind, key))
    #expect(try test.get("/api/v1/" + path).status == 404)
    #expect(try !test.inbox.seed.remove(kind, key))
    for path in ["chats/", "messages/", "persons/", "chat_tagging/", "message_tagging/"] {
      let answer = try test.get("/api/v1/" + path)
      #expect(answer.object["count"] as? Int == answer.results.count, "\(path)")
    }
  }

  @Test(arguments: [
    (InboxSeed.Kind.templates, "hi", "templates/"),
    (.whatsAppAccounts, "447700900001", "whatsapp_accounts/"), (.contacts, "1", "contacts/"),
    (.chatTaggingEvents, FullInbox.number, "chat_tagging_events/"),
    (.messageTaggingEvents, FullInbox.number, "message_tagging_events/"),
    (.chatAssignmentEvents, FullInbox.number, "chat_assignment_events/"),
  ])
  func emptiesLists(_ kind: InboxSeed.Kind, _ key: String, _ path: String) throws {
    try FullInbox.fill(test.inbox)
    #expect(try test.inbox.seed.remove(kind, key))
    #expect(try test.get("/api/v1/" + path).text == EmptyInboxTests.emptyPage)
  }

  @Test func takesAwaySettings() throws {
    try FullInbox.fill(test.inbox)
    let photo = try test.get("/api/v1/settings/profile/photo/")
    #expect(photo.body == [0xFF, 0xD8, 0xFF])
    #expect(photo.header("Content-Type") == "image/jpeg")
    try test.inbox.seed.removeProfilePhoto()
    #expect(try test.get("/api/v1/settings/profile/photo/").status == 404)
    #expect(try test.inbox.seed.remove(.profileAbout, ""))
    #expect(
      try value("settings/profile/about/")["settings"]?["profile"]?["about"]?["text"]?.isNull
        == true)
    #expect(try test.inbox.seed.remove(.businessProfile, ""))
    #expect(try value("settings/business/profile/")["address"]?.isNull == true)
    #expect(try test.inbox.seed.remove(.blockedContacts, FullInbox.other))
    #expect(try value("contacts/blocked/")["contacts"]?.array?.isEmpty == true)
  }

  @Test func changesMedia() throws {
    let seed = test.inbox.seed
    let id = try seed.putMedia(Array("one".utf8), type: "text/plain")
    #expect(try test.get("/api/v1/media/\(id)/").text == "one")
    #expect(try seed.putMedia(Array("two".utf8), type: "text/css", id: id) == id)
    let answer = try test.get("/api/v1/media/\(id)/")
    #expect(answer.text == "two")
    #expect(answer.header("Content-Type") == "text/css")
    #expect(try seed.removeMedia(id))
    #expect(try !seed.removeMedia(id))
    #expect(try test.get("/api/v1/media/\(id)/").status == 404)
    _ = try seed.putMedia(Array("three".utf8), type: "text/css", id: id)
    #expect(try test.get("/api/v1/media/\(id)/").text == "three")
    let error = #expect(throws: InboxSeed.Refusal.self) {
      try seed.putMedia([], type: "a/b", id: "x")
    }
    #expect(
      error?.description
        == "media, object 1: its id is no UUID; nothing was put in, correct the object")
  }

  @Test(arguments: [
    (InboxSeed.Kind.messages, "[]x", 0, "not valid JSON at byte 2"),
    (.messages, "[1]", 0, "it is a int"),
    (
      .messages, #"[\#(FullInbox.outgoing),{"waba_payload":{"timestamp":1}}]"#, 1,
      "customer_wa_id is no text"
    ),
    (
      .messages, #"{"customer_wa_id":"1","waba_payload":{}}"#, 0,
      "waba_payload.timestamp is no number"
    ),
    (.persons, #"{"wa_id":1}"#, 0, "wa_id is no text"),
    (.tags, #"{"name":"a"}"#, 0, "id is no whole number"),
    (.templates, #"{}"#, 0, "name is no text"),
    (.chats, #"{"wa_id":"1","tags":[{"name":"a"}]}"#, 0, "a tag has no id"),
    (.chats, #"{"wa_id":"1","assigned_group":{}}"#, 0, "an assignee has no id"),
    (.chatTaggings, #"{"tag":1,"chat":"1"}"#, 0, "tag names no tag that is there"),
    (.chatTaggingEvents, #"{"chat":"1"}"#, 0, "timestamp is no number"),
    (
      .messageTaggingEvents, #"{"timestamp":1,"message":"1"}"#, 0,
      "it names no chat or message that is there"
    ),
  ])
  func refusesWhatIsNoSuchObject(
    _ kind: InboxSeed.Kind, _ json: String, _ index: Int, _ reason: String
  ) throws {
    let error = #expect(throws: InboxSeed.Refusal.self) { try test.inbox.seed.put(kind, json) }
    #expect(error?.kind == kind.rawValue)
    #expect(error?.index == index)
    #expect(error?.reason.hasPrefix(reason) == true, "\(error?.reason ?? "")")
    // All or nothing.
    #expect(try test.get("/api/v1/messages/").text == EmptyInboxTests.emptyPage)
    #expect(try test.get("/api/v1/persons/").text == EmptyInboxTests.emptyPage)
  }

  @Test func countsByTimeAreRightAfterManyChanges() throws {
    var random = SplitMix64(state: 7)
    let seed = test.inbox.seed
    var times: [String: Int] = [:]
    for round in 0..<6 {
      let batch = (0..<40).map { _ -> String in
        let id = "m\(random.next() % 120)"
        // Across several spans of 65536 seconds, and before 1970.
        let time = Int(random.next() % 400_000) - 150_000
        times[id] = time
        return """
          {"id":"\(id)","waba_payload":{"id":"w\(id)","type":"text","timestamp":\(time)},\
          "from_us":true,"customer_wa_id":"447700900150"}
          """
      }
      try seed.put(.messages, "[" + batch.joined(separator: ",") + "]")
      for id in times.keys.sorted().prefix(round * 2) {
        #expect(try seed.remove(.messages, id))
        times[id] = nil
      }
    }
    for _ in 0..<40 {
      let since = Int(random.next() % 500_000) - 200_000
      let before = Int(random.next() % 500_000) - 200_000
      for (query, wanted) in [
        ("since_time=\(since)", times.values.count { $0 >= since }),
        ("before_time=\(before)", times.values.count { $0 < before }),
        (
          "since_time=\(since)&before_time=\(before)",
          times.values.count { $0 >= since && $0 < before }
        ),
        ("wa_id=447700900150&since_time=\(since)", times.values.count { $0 >= since }),
        ("wa_id=447700900151&since_time=\(since)", 0), ("", times.count),
      ] {
        let answer = try test.get("/api/v1/messages/?limit=1000&\(query)")
        #expect(answer.object["count"] as? Int == wanted, "\(query)")
        #expect(answer.results.count == wanted, "\(query)")
      }
    }
  }
}
