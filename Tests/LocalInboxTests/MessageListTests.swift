import Foundation
import Testing

@testable import LocalInbox

/// A message as a client sees it.
struct Seen: Equatable, CustomStringConvertible {
  var time: Int
  var fromUs: Bool
  var type: String
  var text: String?

  init(_ time: Int, _ fromUs: Bool, _ type: String, _ text: String?) {
    self.time = time
    self.fromUs = fromUs
    self.type = type
    self.text = text
  }

  init(_ message: [String: Any]) {
    let payload = message["waba_payload"] as? [String: Any] ?? [:]
    let written = payload["timestamp"]
    time = (written as? String).flatMap { Int($0) } ?? written as? Int ?? -1
    fromUs = message["from_us"] as? Bool ?? false
    type = payload["type"] as? String ?? ""
    let content = payload[type] as? [String: Any]
    text = content?["body"] as? String ?? content?["caption"] as? String
  }

  var description: String { "(\(time), \(fromUs), \(type), \(text ?? "nil"))" }
}

@Suite struct MessageListTests {
  let test: TestInbox
  init() throws { test = try TestInbox() }

  static let list = "/api/v1/messages/"
  /// 2022-03-10T11:00:00Z.
  static let eleven = 1_646_910_000

  @discardableResult
  func send(
    _ text: String, partner: (name: String, number: String) = ("Anna", "491700000001"),
    offset: Int = 0, media: [(String, String)] = [], language: String = "en-GB"
  ) throws -> RawClient.Answer {
    let answer = try test.post(
      "/api/v1/chat_import/",
      json: [
        "chat_text": text,
        "chat_participants": [["name": partner.name, "wa_id": partner.number]],
        "utc_offset_minutes": offset, "device_language_code": language,
        "media_files": media.map { ["filename": $0.0, "id": $0.1] },
      ] as [String: Any])
    #expect(answer.status == 201, "\(answer.text)")
    return answer
  }

  static func text(_ object: [String: Any]) -> String? {
    (try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// In the order of the text.
  func seen(_ query: String = "") throws -> [Seen] {
    try test.get(Self.list + query).results.map { Seen($0) }.reversed()
  }

  /// One message a minute from 11:00 on, `01` to the count; three of them in each minute where asked.
  func sendNumbered(_ count: Int, aMinute: Int = 1) throws {
    let lines = (0..<count).map { number in
      let minute = number / aMinute
      let time = String(format: "%02d:%02d", 11 + minute / 60, minute % 60)
      return "10/03/2022, \(time) - \(number % 2 == 0 ? "Anna" : "Me"): \(number + 1)"
    }
    try send(lines.joined(separator: "\n"))
  }

  @Test func givesBackWhatTheTextSaid() throws {
    try send(
      """
      10/03/2022, 11:00 - Messages and calls are end-to-end encrypted.
      10/03/2022, 11:00 - Anna: Hello
      10/03/2022, 11:00 - Me: two
      lines: with a colon

      and a gap
      10/03/2022, 11:01 - Anna: 100% _\\ "quoted" 😀 שלום <Media omitted>?
      10/03/2022, 11:02 - Me: <Media omitted>
      """, offset: 120)
    let start = Self.eleven - 7200
    #expect(
      try seen() == [
        Seen(start, false, "system", "Messages and calls are end-to-end encrypted."),
        Seen(start, false, "text", "Hello"),
        Seen(start, true, "text", "two\nlines: with a colon\n\nand a gap"),
        Seen(start + 60, false, "text", "100% _\\ \"quoted\" 😀 שלום <Media omitted>?"),
        Seen(start + 120, true, "text", "<Media omitted>"),
      ])
  }

  /// All of these are 2022-10-03, 14:05 or, with seconds, 14:05:09, two hours ahead of UTC.
  @Test(arguments: [
    ("en-US", "10/3/22, 2:05\u{202F}PM - Anna: a\n10/3/22, 2:05\u{202F}PM - Me: b", 0),
    ("en-GB", "03/10/2022, 14:05 - Anna: a\n03/10/2022, 14:05 - Me: b", 0),
    ("en_GB", "03/10/2022, 14:05 - Anna: a\n03/10/2022, 14:05 - Me: b", 0),
    ("de-DE", "[03.10.22, 14:05:09] Anna: a\r\n[03.10.22, 14:05:09] Me: b\r\n", 9),
    ("de", "03.10.22, 14:05 - Anna: a\n03.10.22, 14:05 - Me: b", 0),
    (
      "ar",
      "\u{200F}٣/١٠/٢٠٢٢، ٢:٠٥ م - Anna: a\n\u{200F}٣/١٠/٢٠٢٢، ٢:٠٥ م - Me: b",
      0
    ),
    ("es-CO", "3/10/2022, 2:05 p. m. - Anna: a\n3/10/2022, 2:05 p. m. - Me: b", 0),
    ("he-IL", "\u{FEFF}3.10.2022, 14:05 - Anna: a\n3.10.2022, 14:05 - Me: b", 0),
  ])
  func readsTheDatesOfTheLanguageThatIsNamed(
    _ language: String, _ text: String, _ seconds: Int
  ) throws {
    try send(text, offset: 120, language: language)
    let time = 1_664_805_900 - 7200 + seconds
    #expect(try seen() == [Seen(time, false, "text", "a"), Seen(time, true, "text", "b")])
  }

  @Test func keepsSecondsWhereTheTextHasThem() throws {
    try send(
      """
      [10/03/2022, 11:00:07] Anna: a
      [10/03/2022, 11:00:08] Me: b
      """)
    #expect(try seen().map(\.time) == [Self.eleven + 7, Self.eleven + 8])
  }

  @Test func takesWindowsLineBreaks() throws {
    try send("10/03/2022, 11:00 - Anna: a\r\nb\r\n10/03/2022, 11:01 - Me: <Media omitted>\r\n")
    #expect(try seen().map(\.text) == ["a\nb", "<Media omitted>"])
  }

  @Test func writesMessagesAsTheServerDoes() throws {
    try send("10/03/2022, 11:00 - Anna: in\n10/03/2022, 11:01 - Me: out")
    let results = try test.get(Self.list).results
    let out = results[0]
    let incoming = results[1]
    #expect(
      Set(out.keys) == [
        "id", "waba_payload", "waba_statuses", "contact", "from_us", "received", "sender",
        "customer_wa_id", "context", "tags",
      ])
    let outPayload = try #require(out["waba_payload"] as? [String: Any])
    #expect(Set(outPayload.keys) == ["id", "to", "timestamp", "type", "text"])
    #expect(outPayload["to"] as? String == "491700000001")
    #expect(outPayload["timestamp"] as? Int == Self.eleven + 60)
    let inPayload = try #require(incoming["waba_payload"] as? [String: Any])
    #expect(Set(inPayload.keys) == ["id", "from", "timestamp", "type", "text"])
    #expect(inPayload["from"] as? String == "491700000001")
    #expect(inPayload["timestamp"] as? String == String(Self.eleven))
    for message in results {
      #expect(message["customer_wa_id"] as? String == "491700000001")
      #expect(message["received"] as? Bool == true)
      #expect(message["sender"] is NSNull)
      let contact = message["contact"] as? [String: Any]
      #expect(contact?["wa_id"] as? String == "491700000001")
      #expect(contact?["initials"] as? String == "A")
      #expect(contact?["last_message_timestamp"] as? Int == Self.eleven + 60)
      let id = try #require(message["id"] as? String)
      #expect(UUID(uuidString: id) != nil)
      let alone = try test.get("\(Self.list)\(id)/")
      #expect(Self.text(alone.object) == Self.text(message))
    }
    #expect(results[0]["id"] as? String != results[1]["id"] as? String)
  }

  @Test func attachesMediaByTheirNames() throws {
    let image = try test.uploadedID(Array("image".utf8), type: "image/jpeg")
    let film = try test.uploadedID(Array("film".utf8), type: "video/mp4")
    let text = try test.uploadedID(Array("pdf".utf8), type: "application/pdf")
    try send(
      """
      10/03/2022, 11:00 - Anna: \u{200E}IMG-20220310-WA0001.jpg (file attached)
      A caption
      in two lines
      10/03/2022, 11:01 - Me: VID-20220310-WA0002.mp4 (file attached)
      10/03/2022, 11:02 - Anna: Übersicht.pdf (file attached)
      10/03/2022, 11:03 - Anna: IMG-20220310-WA0009.jpg (file attached)
      """,
      media: [
        ("IMG-20220310-WA0001.jpg", image), ("VID-20220310-WA0002.mp4", film),
        ("U\u{308}bersicht.pdf", text),
      ])
    #expect(
      try seen() == [
        Seen(Self.eleven, false, "image", "A caption\nin two lines"),
        Seen(Self.eleven + 60, true, "video", nil),
        Seen(Self.eleven + 120, false, "document", nil),
        Seen(Self.eleven + 180, false, "text", "IMG-20220310-WA0009.jpg (file attached)"),
      ])
    let message = try test.get(Self.list).results[3]
    let medium = (message["waba_payload"] as? [String: Any])?["image"] as? [String: Any]
    #expect(
      medium as? [String: String] == [
        "id": image, "mime_type": "image/jpeg",
        // SHA-256 of "image".
        "sha256": "6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d",
        "link": "\(test.url)/api/v1/media/\(image)/", "caption": "A caption\nin two lines",
        "filename": "IMG-20220310-WA0001.jpg",
      ])
  }

  @Test func doesNotLookWhetherAChatIsThereAlready() throws {
    let text = "10/03/2022, 11:00 - Anna: once\n10/03/2022, 11:01 - Me: more"
    try send(text)
    try send(text)
    #expect(try seen().map(\.text) == ["once", "once", "more", "more"])
    #expect(try test.get("/api/v1/chats/").object["count"] as? Int == 1)
  }

  @Test func answersWithTheChat() throws {
    let answer = try send("10/03/2022, 11:00 - Anna: a\n10/03/2022, 11:01 - Me: b")
    let chat = answer.object
    #expect(
      Set(chat.keys) == [
        "contact", "new_messages", "wa_id", "last_message", "assigned_to_user", "assigned_group",
        "tags",
      ])
    #expect(chat["wa_id"] as? String == "491700000001")
    #expect(chat["new_messages"] as? Int == 0)
    let last = try #require(chat["last_message"] as? [String: Any])
    #expect(Seen(last) == Seen(Self.eleven + 60, true, "text", "b"))
    #expect(try test.get("/api/v1/chats/491700000001/").text == answer.text)
    let person = try test.get("/api/v1/persons/491700000001/")
    let contact = try #require(chat["contact"] as? [String: Any])
    #expect(Self.text(person.object) == Self.text(contact))
    #expect(
      person.text == """
        {"wa_id":"491700000001","waba_payload":{"profile":{"name":"Anna"},\
        "wa_id":"491700000001"},"initials":"A","last_message_timestamp":1646910060,\
        "resolved":false}
        """)
  }

  @Test func keepsTheOrderOfOneSecond() throws {
    try sendNumbered(30, aMinute: 10)
    #expect(try seen().map(\.text) == (1...30).map { String($0) })
    // In pages, too, however small.
    for limit in [1, 3, 7] {
      var texts: [String?] = []
      for offset in stride(from: 0, to: 30, by: limit) {
        texts += try test.get("\(Self.list)?limit=\(limit)&offset=\(offset)").results.map {
          Seen($0).text
        }
      }
      #expect(texts.reversed() == (1...30).map { String($0) })
    }
  }

  @Test func aRestartKeepsMessages() throws {
    try sendNumbered(3)
    let path = "\(Self.list)?limit=2"
    let ids = try test.get(path).results.map { $0["id"] as? String }
    try test.restart()
    #expect(try test.get(path).results.map { $0["id"] as? String } == ids)
  }

  @Test func anotherInboxOnTheSameDataSeesAnImportAtOnce() throws {
    let other = try test.another()
    #expect(try test.get(Self.list, from: other).object["count"] as? Int == 0)
    try sendNumbered(3)
    let answer = try test.get(Self.list, from: other)
    #expect(answer.object["count"] as? Int == 3)
    let id = try #require(answer.results[0]["id"] as? String)
    #expect(try test.get("\(Self.list)\(id)/", from: other).status == 200)
  }

  @Test func oneSidedChatsAreImported() throws {
    try send("10/03/2022, 11:00 - Me: hello?\n10/03/2022, 11:05 - Me: anybody?")
    #expect(try seen().map(\.fromUs) == [true, true])
  }

  @Test func takesTheNumberOutOfTheText() throws {
    let answer = try test.post(
      "/api/v1/chat_import/",
      json: [
        "chat_text":
          "10/03/2022, 11:00 - +49 170 0000001: in\n10/03/2022, 11:01 - Me: out",
        "utc_offset_minutes": 0, "device_language_code": "en-GB", "media_files": [Any](),
      ] as [String: Any])
    #expect(answer.status == 201)
    #expect(answer.object["wa_id"] as? String == "491700000001")
    #expect(try seen().map(\.fromUs) == [false, true])
  }
}
