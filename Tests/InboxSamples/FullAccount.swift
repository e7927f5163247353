package import LocalInbox

/// An account of an online platform with something of everything, put in as another server wrote it.
package enum FullAccount {
  package static let account: Int64 = 8
  package static let inbox: Int64 = 12
  package static let anna = "447700900142"

  /// Words that stand in secrets and must never leave the server.
  package static let canary = "CANARY"

  static let lists: [(OnlineKind, Int64, String)] = [
    (.accounts, 0, #"{"id":8,"name":"Harbour Bikes","locale":"en","cache_keys":{"label":"1"}}"#),
    (
      .inboxes, 0,
      """
      [{"id":12,"name":"Shop","channel_type":"Channel::Whatsapp","phone_number":"+447700900100",
      "provider_config":{"api_key":"CANARY-1","webhook_verify_token":"CANARY-2","phone_number_id":"5"}},
      {"id":13,"name":"Web","channel_type":"Channel::Api","hmac_token":"CANARY-3"}]
      """
    ),
    (
      .agents, 0,
      #"[{"id":1,"name":"Noa Levi","role":"administrator","availability_status":"online"}]"#
    ),
    (.inboxMembers, 12, #"{"id":1,"name":"Noa Levi"}"#),
    (
      .agentBots, 0,
      #"{"id":4,"name":"Greeter","outgoing_url":"https://bot.example/hook?token=CANARY-4"}"#
    ),
    (.teams, 0, #"[{"id":3,"name":"workshop","account_id":8}]"#),
    (.teamMembers, 3, #"{"id":1,"name":"Noa Levi"}"#),
    (.labels, 0, #"[{"id":1,"title":"vip","color":"red"}]"#),
    (.cannedResponses, 0, #"[{"id":2,"short_code":"hi","content":"Hello! token: hello"}]"#),
    (
      .attributes, 0,
      """
      [{"id":1,"attribute_key":"bike","attribute_model":"contact_attribute"},
      {"id":2,"attribute_key":"frame","attribute_model":"conversation_attribute"}]
      """
    ),
    (.webhooks, 0, #"[{"id":5,"url":"https://h.example/x?auth=CANARY-5","subscriptions":[]}]"#),
    (.automationRules, 0, #"[{"id":6,"name":"tag","event_name":"message_created"}]"#),
    (.filters, 0, #"[{"id":7,"name":"mine","filter_type":"conversation","query":{}}]"#),
  ]

  /// 20: the platform shows 15 on a page.
  static var contacts: String {
    let others = (23...40).map { #"{"id":\#($0),"name":"Contact \#($0)","phone_number":null}"# }
    let own = [
      #"{"id":21,"name":"Anna Berg","phone_number":"+\#(anna)","labels":["vip"],"custom_attributes":{"bike":"cargo"}}"#,
      #"{"id":22,"name":"Bo","phone_number":null,"email":"bo@example.com"}"#,
    ]
    return "[\((own + others).joined(separator: ","))]"
  }

  static var conversations: String {
    func row(_ id: Int, _ status: String, _ contact: String, inbox: Int = 12) -> String {
      """
      {"id":\(id),"account_id":8,"inbox_id":\(inbox),"status":"\(status)","created_at":1700000000,
      "labels":["vip"],"custom_attributes":{"frame":"steel"},"unread_count":0,"can_reply":false,
      "meta":{"sender":\(contact),"channel":"Channel::Whatsapp"}}
      """
    }
    let annaRow = #"{"id":21,"name":"Anna Berg","phone_number":"+\#(anna)","type":"contact"}"#
    let boRow = #"{"id":22,"name":"Bo","phone_number":null,"type":"contact"}"#
    let rows = [
      row(101, "resolved", annaRow), row(102, "open", annaRow), row(103, "pending", boRow),
      row(104, "open", annaRow, inbox: 13),
    ]
    return "[\(rows.joined(separator: ","))]"
  }

  /// - Parameters:
  ///   - photo: the address of an image.
  ///   - offer: the address of a document.
  static func messages(photo: String, offer: String) -> String {
    let annaSender =
      #""sender":{"id":21,"name":"Anna Berg","phone_number":"+\#(anna)","type":"contact"}"#
    let noaSender = #""sender":{"id":1,"name":"Noa Levi","available_name":"Noa","type":"user"}"#
    func message(_ id: Int, _ conversation: Int, _ time: Int, _ members: String) -> String {
      #"{"id":\#(id),"conversation_id":\#(conversation),"inbox_id":12,"created_at":\#(time),"private":false,\#(members)}"#
    }
    let first = (1...30).map {
      message(
        $0 * 10, 101, 1_700_000_000 + $0 * 60,
        #""message_type":0,"content":"Message \#($0)","content_type":"text",\#(annaSender)"#)
    }
    let rest = [
      // Brought in later, and older than all others.
      message(
        1_000, 101, 1_600_000_000,
        #""message_type":1,"content":"From the archive","content_type":"text","status":"read",\#(noaSender)"#
      ),
      message(
        1_001, 101, 1_700_009_000,
        #""message_type":2,"content":"Conversation was resolved","content_type":"text""#),
      message(
        1_002, 102, 1_700_010_000,
        #""message_type":0,"content":"Look","content_type":"text",\#(annaSender),"attachments":["#
          + #"{"id":501,"message_id":1002,"file_type":"image","extension":null,"file_size":9,"data_url":"\#(photo)"},"#
          + #"{"id":502,"message_id":1002,"file_type":"file","file_size":8,"data_url":"\#(offer)"}]"#
      ),
      message(
        1_003, 102, 1_700_010_060,
        #""message_type":1,"content":"We do","content_type":"text","content_attributes":{"in_reply_to":1002},\#(noaSender)"#
      ),
      message(
        1_004, 102, 1_700_010_120,
        #""message_type":3,"content":"Rate us: https://r.example/?token=words","content_type":"input_csat""#
      ),
      message(
        1_005, 103, 1_700_010_200,
        #""message_type":0,"content":"Hello","content_type":"text","x_new":[1.50]"#),
      message(
        1_006, 103, 1_700_010_260,
        #""message_type":1,"content":null,"attachments":[{"id":503,"file_type":"location","coordinates_lat":51.5,"fallback_title":"Workshop"}],\#(noaSender)"#
      ),
    ]
    return "[\((first + rest).joined(separator: ","))]"
  }

  package static func fill(_ inbox: LocalInbox) throws {
    for (kind, parent, json) in lists {
      try inbox.onlineSeed.put(kind, account: account, of: parent, json)
    }
    try inbox.onlineSeed.put(.contacts, account: account, contacts)
    try inbox.onlineSeed.put(.conversations, account: account, conversations)
    let photo = try inbox.onlineSeed.putFile(
      Array("the photo".utf8), type: "image/png", name: "photo.png")
    let offer = try inbox.onlineSeed.putFile(
      Array("an offer".utf8), type: "application/pdf", name: "Angebot März.pdf")
    try inbox.onlineSeed.put(
      .messages, account: account, messages(photo: photo, offer: offer))
  }
}
