package import LocalInbox

/// An inbox with something of everything, put in as another server wrote it.
package enum FullInbox {
  package static let number = "447700900123"
  package static let other = "447700900124"
  package static let messageID = "8e04bff7-9a07-486b-90a4-09c2e5d85e69"

  package static let user = """
    {"url":"http://stack.example.com/api/v1/users/2/","id":2,"username":"konrad","first_name":"Konrad",
    "last_name":"Tester","email":"konrad@example.com","profile":{"role":"admin","is_available":true,
    "large_avatar":null,"avatar":null},"groups":[{"id":7,"name":"Sales"}],"permissions":{"can_use_tags":true,
    "can_read_chats":"group","can_write_to_chats":"user"},"x_new":[1]}
    """
  package static let person = """
    {"wa_id":"\(number)","waba_payload":{"profile":{"name":"Ana María"},"wa_id":"\(number)"},"initials":"AM",
    "last_message_timestamp":1612372697,"resolved":true,"x_new":{"a":1.50}}
    """
  package static let tag = #"{"id":5,"name":"Größe","web_inbox_color":"teal","x_new":null}"#

  package static let incoming = """
    {"id":"\(messageID)","waba_payload":{"id":"gBGG1","from":"\(number)","timestamp":"1612372571",
    "type":"image","image":{"id":"e4b60f1d-1847-4233-8a88-58e123123123","mime_type":"image/jpeg",
    "sha256":"00","link":"http://stack.example.com/api/v1/media/e4b60f1d-1847-4233-8a88-58e123123123",
    "caption":"Süße Katze"},"referral":{"source_url":"https://ads.example.com/42","source_id":"42",
    "source_type":"ad","headline":"Sale","body":"Now","media_type":"image"}},
    "waba_statuses":{"sent":null,"delivered":null,"read":null},"contact":\(person),"from_us":false,
    "received":false,"sender":null,"customer_wa_id":"\(number)","context":null,
    "tags":[{"id":5,"name":"Größe","web_inbox_color":"teal","tagging_id":31}],"chat_tags":[],
    "is_failed":false,"reactions":[],"forwarded":true,"x_big":123456789012345678901234567890}
    """
  package static let outgoing = """
    {"id":"e6a310b5-b184-4381-bb83-60ee2d0cff13","waba_payload":{"id":"gBGG2","to":"\(number)",
    "timestamp":1612372697,"type":"hologram","hologram":{"depth":3}},
    "waba_statuses":{"sent":1612372698,"delivered":1612372699,"read":null},"contact":\(person),
    "from_us":true,"received":true,"sender":\(user),"customer_wa_id":"\(number)","context":null,"tags":[]}
    """
  package static let chat = """
    {"contact":\(person),"new_messages":3,"wa_id":"\(number)","last_message":null,
    "assigned_to_user":\(user),"assigned_group":{"id":7,"name":"Sales"},
    "tags":[{"id":5,"name":"Größe","web_inbox_color":"teal","tagging_id":21}],"x_new":"y"}
    """
  package static let card = """
    {"name":"Ana María","initials":"AM","phone_numbers":[{"phone_number":"+44 7700 900123",
    "description":"mobile"}],"email_addresses":["ana@example.com"],"urls":[],"avatar":null,
    "large_avatar":null,"contact_provider":{"type":"google","name":"Google","id":"1"}}
    """

  package static let objects: [(InboxSeed.Kind, String)] = [
    (.groups, #"{"id":7,"name":"Sales"}"#), (.users, user), (.tags, tag), (.chats, chat),
    (.messages, "[\(incoming),\(outgoing)]"),
    (
      .persons,
      #"{"wa_id":"\#(other)","waba_payload":{"profile":{"name":"Ben"},"wa_id":"\#(other)"},"initials":"B"}"#
    ),
    (.savedResponses, #"{"id":4,"text":"Good morning!","created_by":2,"timestamp":1612372000}"#),
    (
      .templates,
      #"{"name":"hi","category":"UTILITY","language":"en_US","components":[{"type":"BODY"}],"namespace":"n","rejected_reason":"NONE","status":"approved"}"#
    ),
    (
      .webhooks,
      #"{"id":9,"user":{"id":2,"username":"konrad","url":"u"},"url":"https://hook.example.com/?auth=s","on_incoming_message":true,"on_outgoing_message":false,"on_assigned":false,"headers":{"Authorization":"Token abc"}}"#
    ),
    (
      .wabaErrors,
      #"{"waba_payload":{"code":470},"timestamp":1612372000,"waba_id":"gBGG2","getchat_id":"x"}"#
    ),
    (.whatsAppAccounts, #"{"phone_number":"447700900001","this_instance":true,"x_new":1}"#),
    (.contacts, card), (.blockedContacts, #"{"wa_id":"\#(other)","messaging_product":"whatsapp"}"#),
    (.chatTaggingEvents, event("chat", number)), (.messageTaggingEvents, event("message", "gBGG1")),
    (
      .chatAssignmentEvents,
      #"{"timestamp":1612372100,"wa_id":"\#(number)","assigned_to_user_set":\#(user),"assigned_to_user_was_cleared":false,"assigned_group_set":null,"assigned_group_was_cleared":true,"done_by":null}"#
    ),
    (
      .businessProfile,
      #"{"address":"1 High St","description":null,"email":"a@example.com","messaging_product":"whatsapp","vertical":"Other","websites":["https://example.com"],"about":"Hi"}"#
    ),
    (.profileAbout, #"{"settings":{"profile":{"about":{"text":"Hi"}}}}"#),
  ]

  package static func event(_ member: String, _ name: String, time: Int = 1_612_372_100) -> String {
    """
    {"timestamp":\(time),"action":"added","tag":\(tag),"\(member)":"\(name)","extra":{"n":1},
    "done_by":\(user)}
    """
  }

  package static func fill(_ inbox: LocalInbox) throws {
    for (kind, json) in objects { try inbox.seed.put(kind, json) }
    try inbox.seed.putProfilePhoto([0xFF, 0xD8, 0xFF], type: "image/jpeg")
    _ = try inbox.seed.putMedia(
      Array("cat".utf8), type: "image/jpeg", id: "e4b60f1d-1847-4233-8a88-58e123123123")
  }
}
