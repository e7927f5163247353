import Foundation
import Testing

@testable import LocalInbox

/// What is wrong with an import, and what the answer says of it.
struct ImportFault: Sendable, CustomTestStringConvertible {
  let name: String
  /// JSON of the members that replace those of a good import; `nil` leaves one out.
  let changes: [(String, String?)]
  let answer: String

  init(_ name: String, _ changes: [(String, String?)], _ answer: String) {
    self.name = name
    self.changes = changes
    self.answer = answer
  }

  var testDescription: String { name }

  var body: String {
    var members: [(String, String?)] = [
      ("chat_text", #""10/03/2022, 11:00 - Anna: Hello""#),
      ("chat_participants", #"[{"name":"Anna","wa_id":"491700000001"}]"#),
      ("utc_offset_minutes", "60"), ("device_language_code", #""en-GB""#), ("media_files", "[]"),
    ]
    for change in changes {
      members.removeAll { $0.0 == change.0 }
      members.append(change)
    }
    let pairs = members.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }
    return "{\(pairs.joined(separator: ","))}"
  }
}

@Suite struct ImportValidationTests {
  private static let required = "This field is required."
  private static let noUUID = "00000000-0000-4000-8000-000000000001"

  static let faults: [ImportFault] = [
    ImportFault(
      "nothing",
      [
        ("chat_text", nil), ("chat_participants", nil), ("utc_offset_minutes", nil),
        ("device_language_code", nil), ("media_files", nil),
      ],
      """
      {"chat_text":["\(required)"],"utc_offset_minutes":["\(required)"],\
      "device_language_code":["\(required)"],"media_files":["\(required)"]}
      """),
    ImportFault(
      "text null", [("chat_text", "null")], #"{"chat_text":["This field may not be null."]}"#),
    ImportFault(
      "text blank", [("chat_text", #"" \n ""#)], #"{"chat_text":["This field may not be blank."]}"#),
    ImportFault("text list", [("chat_text", "[]")], #"{"chat_text":["Not a valid string."]}"#),
    ImportFault("text bool", [("chat_text", "true")], #"{"chat_text":["Not a valid string."]}"#),
    ImportFault(
      "offset text", [("utc_offset_minutes", #""x""#)],
      #"{"utc_offset_minutes":["A valid integer is required."]}"#),
    ImportFault(
      "offset half", [("utc_offset_minutes", "60.5")],
      #"{"utc_offset_minutes":["A valid integer is required."]}"#),
    ImportFault(
      "offset null", [("utc_offset_minutes", "null")],
      #"{"utc_offset_minutes":["This field may not be null."]}"#),
    ImportFault(
      "offset large", [("utc_offset_minutes", "1081")],
      #"{"utc_offset_minutes":["Ensure this value is less than or equal to 1080."]}"#),
    ImportFault(
      "offset small", [("utc_offset_minutes", "-1081")],
      #"{"utc_offset_minutes":["Ensure this value is greater than or equal to -1080."]}"#),
    ImportFault(
      "language words", [("device_language_code", #""English (UK)""#)],
      #"{"device_language_code":["\"English (UK)\" is not a valid language code."]}"#),
    ImportFault(
      "language extension", [("device_language_code", #""en-GB-u-ca-buddhist""#)],
      #"{"device_language_code":["\"en-GB-u-ca-buddhist\" is not a valid language code."]}"#),
    ImportFault(
      "participants object", [("chat_participants", "{}")],
      #"{"chat_participants":["Expected a list of items but got type \"dict\"."]}"#),
    ImportFault(
      "participants null", [("chat_participants", "null")],
      #"{"chat_participants":["This field may not be null."]}"#),
    ImportFault(
      "participant empty", [("chat_participants", #"[{"name":"Anna","wa_id":"49"},{}]"#)],
      #"{"chat_participants":[{},{"name":["\#(required)"],"wa_id":["\#(required)"]}]}"#),
    ImportFault(
      "participant text", [("chat_participants", #"["Anna"]"#)],
      """
      {"chat_participants":[{"non_field_errors":\
      ["Invalid data. Expected a dictionary, but got str."]}]}
      """),
    ImportFault(
      "number with plus", [("chat_participants", #"[{"name":"Anna","wa_id":"+4917"}]"#)],
      #"{"chat_participants":[{"wa_id":["This value does not match the required pattern."]}]}"#),
    ImportFault(
      "number long", [("chat_participants", #"[{"name":"Anna","wa_id":"123456789012345678901"}]"#)],
      #"{"chat_participants":[{"wa_id":["Ensure this field has no more than 20 characters."]}]}"#),
    ImportFault(
      "three participants",
      [("chat_participants", #"[{"name":"A","wa_id":"1"},{"name":"B","wa_id":"2"},{}]"#)],
      #"{"chat_participants":["Ensure this field has no more than 2 elements."]}"#),
    ImportFault(
      "media empty", [("media_files", "[{}]")],
      #"{"media_files":[{"filename":["\#(required)"],"id":["\#(required)"]}]}"#),
    ImportFault(
      "media no uuid", [("media_files", #"[{"filename":"a.jpg","id":"5"}]"#)],
      #"{"media_files":[{"id":["Must be a valid UUID."]}]}"#),
    ImportFault(
      "media unknown", [("media_files", #"[{"filename":"a.jpg","id":"\#(noUUID)"}]"#)],
      #"{"media_files":[{"id":["Invalid pk \"\#(noUUID)\" - object does not exist."]}]}"#),
    ImportFault(
      "two faults at once", [("utc_offset_minutes", nil), ("media_files", "5")],
      """
      {"utc_offset_minutes":["\(required)"],\
      "media_files":["Expected a list of items but got type \\"int\\"."]}
      """),
    ImportFault(
      "unknown language", [("device_language_code", #""qq-ZZ""#)],
      #"{"device_language_code":["This language is not known (locale-unknown)."]}"#),
    ImportFault(
      "no chat", [("chat_text", #""Dear diary,\nnothing happened today.""#)],
      """
      {"chat_text":["No line begins like a message of an exported chat (header-unknown)."]}
      """),
    ImportFault(
      "a group by its notices",
      [
        (
          "chat_text",
          #""10/03/2022, 11:00 - Ben created group \"Us\"\n10/03/2022, 11:01 - Anna: b""#
        )
      ],
      """
      {"chat_text":["This is a group chat; only chats of two are imported (group-chat)."]}
      """),
    ImportFault(
      "a group",
      [
        (
          "chat_text",
          #""10/03/2022, 11:00 - Anna: a\n10/03/2022, 11:01 - Ben: b\n10/03/2022, 11:02 - Cleo: c""#
        )
      ],
      """
      {"chat_text":["This is a group chat: 3 people write in it (group-chat)."]}
      """),
    ImportFault(
      "nobody of that name",
      [("chat_text", #""10/03/2022, 11:00 - Ben: a\n10/03/2022, 11:01 - Cleo: b""#)],
      """
      {"chat_participants":["Nobody in the chat text writes under a participant's name; \
      send it exactly as it stands there."]}
      """),
    ImportFault(
      "no number", [("chat_participants", "[]")],
      """
      {"chat_participants":["The chat text does not show the chat partner's number; \
      send name and number of the partner."]}
      """),
    ImportFault(
      "two and no number of our own",
      [("chat_participants", #"[{"name":"Anna","wa_id":"1"},{"name":"Ben","wa_id":"2"}]"#)],
      """
      {"chat_participants":["None of the two has this inbox's own number; \
      send the chat partner alone."]}
      """),
  ]

  @Test(arguments: faults)
  func saysWhatIsWrong(_ fault: ImportFault) throws {
    let test = try TestInbox()
    let answer = try test.send(
      "POST", "/api/v1/chat_import/", Array(fault.body.utf8), type: "application/json")
    #expect(answer.status == 400)
    #expect(answer.text == fault.answer)
    #expect(try test.get("/api/v1/chats/").object["count"] as? Int == 0)
  }

  @Test(arguments: [
    ("[]", "{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got list.\"]}"),
    ("\"x\"", "{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got str.\"]}"),
    ("null", "{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got NoneType.\"]}"),
  ])
  func takesAnObjectOnly(_ body: String, _ wanted: String) throws {
    let test = try TestInbox()
    let answer = try test.send(
      "POST", "/api/v1/chat_import/", Array(body.utf8), type: "application/json")
    #expect(answer.status == 400)
    #expect(answer.text == wanted)
  }

  @Test func takesJSONOnly() throws {
    let test = try TestInbox()
    let path = "/api/v1/chat_import/"
    let broken = try test.send("POST", path, Array("{\"a\":".utf8), type: "application/json")
    #expect(broken.status == 400)
    #expect((broken.object["detail"] as? String)?.hasPrefix("JSON parse error - ") == true)
    let other = try test.send("POST", path, Array("a=b".utf8), type: "text/plain")
    #expect(other.status == 415)
    #expect(other.text == #"{"detail":"Unsupported media type \"text/plain\" in request."}"#)
  }

  @Test(arguments: [
    ("\"60\"", 60), ("60.0", 60), ("-420", -420), ("0", 0), ("840", 840),
  ])
  func takesEveryWayToWriteAnOffset(_ offset: String, _ minutes: Int) throws {
    let test = try TestInbox()
    let good = ImportFault("", [("utc_offset_minutes", offset)], "")
    let answer = try test.send(
      "POST", "/api/v1/chat_import/", Array(good.body.utf8), type: "application/json")
    #expect(answer.status == 201, "\(answer.text)")
    let message = try test.get("/api/v1/messages/").results[0]
    let payload = message["waba_payload"] as? [String: Any]
    // 2022-03-10T11:00:00Z is 1646910000.
    #expect(payload?["timestamp"] as? String == String(1_646_910_000 - minutes * 60))
  }

  @Test(arguments: [
    ("en", true), ("en-GB", true), ("en_US", true), ("zh-Hant-TW", true), ("es-419", true),
    ("he-IL", true), ("fil", true), ("e", false), ("en-", false), ("en-GBR1", false),
    ("en-GB-x", false), ("", false), ("engl", false), ("e\u{301}n", false),
  ])
  func knowsLanguageCodes(_ code: String, _ isOne: Bool) {
    #expect(ImportOrder.isLanguage(code) == isOne)
  }

  @Test(arguments: [false, true])
  func refusesAnImportOverTheLimit(isChunked: Bool) throws {
    var settings = LocalInbox.Settings()
    settings.importLimitInBytes = 400_000
    let test = try TestInbox(settings)
    let text = #""10/03/2022, 11:00 - Anna: \#(String(repeating: "x", count: 400_000))""#
    let body = Array(ImportFault("", [("chat_text", text)], "").body.utf8)
    let client = try RawClient(test.url)
    let head =
      "POST /api/v1/chat_import/ HTTP/1.1\r\nHost: \(test.host)\r\n"
      + "Authorization: Token \(test.inbox.token)\r\nContent-Type: application/json\r\n"
    if isChunked {
      try client.send(head + "Transfer-Encoding: chunked\r\n\r\n")
      try client.send(Array("\(String(body.count, radix: 16))\r\n".utf8) + body)
      try client.send("\r\n0\r\n\r\n")
    } else {
      try client.send(Array((head + "Content-Length: \(body.count)\r\n\r\n").utf8) + body)
    }
    let answer = try client.receive()
    #expect(answer.status == 413)
    #expect(
      answer.text
        == #"{"reason":"An import may be 400000 bytes long. Cut the chat into parts between messages."}"#
    )
    #expect(!test.files().contains { $0.hasPrefix("incoming/") })
  }

  @Test func saysNoToALargeImportBeforeItIsSent() throws {
    let test = try TestInbox()
    let client = try RawClient(test.url)
    try client.send(
      "POST /api/v1/chat_import/ HTTP/1.1\r\nHost: \(test.host)\r\n"
        + "Authorization: Token \(test.inbox.token)\r\nContent-Type: application/json\r\n"
        + "Content-Length: 17000000\r\nExpect: 100-continue\r\n\r\n")
    #expect(try client.receiveAny().status == 413)
  }

  @Test func takesAnImportUpToTheLimitByWayOfTheDisk() throws {
    let fault = ImportFault(
      "",
      [("chat_text", #""10/03/2022, 11:00 - Anna: \#(String(repeating: "x", count: 600_000))""#)],
      "")
    let body = Array(fault.body.utf8)
    var settings = LocalInbox.Settings()
    settings.importLimitInBytes = body.count
    let test = try TestInbox(settings)
    let answer = try test.send("POST", "/api/v1/chat_import/", body, type: "application/json")
    #expect(answer.status == 201)
    #expect(!test.files().contains { $0.hasPrefix("incoming/") })
  }
}
