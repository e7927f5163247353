import ChatRecords
import JSONText
import Testing

@testable import InboxAPI

@Suite struct OnlineMessageTests {
  static func message(
    _ members: String, _ numbering: MessageNumbering = .fromZero
  ) throws -> InboxMessage {
    let text = #"{"id":7,"created_at":1700000000\#(members.isEmpty ? "" : ",")\#(members)}"#
    return InboxMessage(try JSONValue(parsing: Array(text.utf8)), .online(numbering))
  }

  static let contact =
    #""sender":{"id":3,"name":"Anna Berg","phone_number":"+447700900142","type":"contact"}"#
  static let agent = #""sender":{"id":1,"name":"Noa Levi","available_name":"Noa","type":"user"}"#

  @Test(arguments: [
    (#""message_type":0"#, MessageNumbering.fromZero, MessageRecord.Direction.incoming),
    (#""message_type":1"#, .fromZero, .outgoing),
    (#""message_type":2"#, .fromZero, .system),
    (#""message_type":3"#, .fromZero, .outgoing),
    (#""message_type":1"#, .fromOne, .incoming),
    (#""message_type":2"#, .fromOne, .outgoing),
    (#""message_type":3"#, .fromOne, .system),
    (#""message_type":4"#, .fromOne, .outgoing),
    (#""message_type":9"#, .fromZero, .unknown), ("", .fromZero, .unknown),
    (#""message_type":"incoming""#, .fromOne, .incoming),
    (#""message_type":"activity""#, .fromZero, .system),
    // Who sent it counts for more than the number.
    (#""message_type":1,\#(contact)"#, .fromZero, .incoming),
    (#""message_type":0,\#(agent)"#, .fromZero, .outgoing),
    (#""message_type":1,"sender_type":"Contact""#, .fromZero, .incoming),
    (#""message_type":0,"sender":{"id":1,"type":"agent_bot"}"#, .fromZero, .outgoing),
    (#""message_type":5,"sender":{"id":1,"phone_number":null}"#, .fromZero, .incoming),
    (#""message_type":5,"sender":{"id":1,"available_name":"Noa"}"#, .fromZero, .outgoing),
    (#""message_type":2,\#(agent)"#, .fromZero, .system),
  ])
  func tellsTheDirection(
    members: String, numbering: MessageNumbering, direction: MessageRecord.Direction
  ) throws {
    #expect(try Self.message(members, numbering).direction == direction)
  }

  @Test(arguments: [
    (#""message_type":0"#, MessageNumbering.fromZero), (#""message_type":4"#, .fromOne),
    (#""message_type":1,\#(contact)"#, .fromOne), (#""message_type":1,\#(agent)"#, .fromZero),
    (#""message_type":2,\#(agent)"#, .fromOne), (#""message_type":2,\#(contact)"#, nil),
    (#""message_type":1"#, nil), (#""message_type":3,\#(agent)"#, nil), ("", nil),
  ])
  func learnsFromWhereTheServerCounts(members: String, numbering: MessageNumbering?) throws {
    let json = try Self.message(members).json
    #expect(MessageNumbering(provedBy: OnlineMessage(json)) == numbering)
  }

  @Test(arguments: [
    (#""content_type":"text""#, MessageRecord.Kind.text), ("", .text),
    (#""content_type":"input_select""#, .interactive), (#""content_type":"cards""#, .interactive),
    (#""content_type":"form""#, .interactive), (#""content_type":"sticker""#, .sticker),
    (#""content_type":"hologram""#, .unknown), (#""message_type":2"#, .system),
    (#""message_type":3"#, .template),
    (#""message_type":1,"additional_attributes":{"template_params":{"name":"hi"}}"#, .template),
    (#""content_attributes":{"deleted":true}"#, .deleted),
    (#""attachments":[{"id":1,"file_type":"image"}]"#, .image),
    (#""attachments":[{"id":1,"file_type":"audio"}]"#, .audio),
    (#""attachments":[{"id":1,"file_type":"video"}]"#, .video),
    (#""attachments":[{"id":1,"file_type":"file"}]"#, .document),
    (#""attachments":[{"id":1,"file_type":"location"}]"#, .location),
    (#""attachments":[{"id":1,"file_type":"contact"}]"#, .contact),
    (#""attachments":[{"id":1,"file_type":"fallback"}]"#, .text),
    (#""attachments":[{"id":1,"file_type":"story_mention"}]"#, .media),
  ])
  func tellsTheKind(members: String, kind: MessageRecord.Kind) throws {
    #expect(try Self.message(members).kind == kind)
  }

  @Test(arguments: [
    (#"{"created_at":1700000000}"#, Int64(1_700_000_000) as Int64?),
    (#"{"created_at":"1700000000"}"#, 1_700_000_000),
    (#"{"created_at":"2023-11-14T22:13:20Z"}"#, 1_700_000_000),
    (#"{"created_at":"2023-11-14T22:13:20.999Z"}"#, 1_700_000_000),
    (#"{"created_at":"2023-11-15T00:13:20+02:00"}"#, 1_700_000_000),
    (#"{"created_at":"2023-11-14T18:43:20.1-03:30"}"#, 1_700_000_000),
    (#"{"created_at":null,"created_at_exact":"2023-11-14T22:13:20.123Z"}"#, 1_700_000_000),
    (#"{"created_at":"2023-11-14"}"#, nil), (#"{"created_at":"2023-13-14T22:13:20Z"}"#, nil),
    (#"{"created_at":"2023-11-14T22:13:20"}"#, nil),
    (#"{"created_at":"2023-11-14T22:13:20+0200"}"#, nil),
    (#"{"created_at":99999999999999}"#, nil), ("{}", nil),
  ])
  func readsTheTime(text: String, time: Int64?) throws {
    #expect(InboxMessage(try JSONValue(parsing: Array(text.utf8)), .online(.fromZero)).time == time)
  }

  @Test func namesFilesButNotWhatIsNone() throws {
    let message = try Self.message(
      #""attachments":[{"id":1,"file_type":"location","data_url":"https://maps.example/x"},"#
        + #"{"id":21,"file_type":"file","data_url":"https://o.example/rails/x/Angebot%20M%C3%A4rz.pdf?a=1"},"#
        + #"{"id":22,"file_type":"image","data_url":"https://o.example/rails/y/photo.jpg"}]"#)
    #expect(message.allMedia.map(\.id) == ["21", "22"])
    #expect(message.allMedia.map(\.name) == ["Angebot März.pdf", "photo.jpg"])
    #expect(message.media?.type == "file")
  }

  @Test func fillsARecord() throws {
    let message = try Self.message(
      #""message_type":0,"content":"Hello","content_attributes":{"in_reply_to":5},\#(Self.contact)"#
    )
    var record = MessageRecord()
    #expect(message.fill(&record, chat: "447700900142", offsetMinutes: { _ in 60 }))
    #expect(record.string(record.chat) == "447700900142")
    #expect(record.string(record.id) == "7")
    #expect(record.direction == .incoming)
    #expect(record.string(record.authorName) == "Anna Berg")
    #expect(record.string(record.authorNumber) == "447700900142")
    #expect(record.string(record.text) == "Hello")
    #expect(record.string(record.replyTo) == "5")
    guard case .online(let raw) = record.source else { return #expect(Bool(false)) }
    #expect(record.string(raw) == String(decoding: message.json.raw, as: UTF8.self))
  }

  @Test(arguments: [
    (
      #"{"id":12,"meta":{"sender":{"name":"Anna","phone_number":"+447700900142"}}}"#, "12",
      "447700900142" as String?, "Anna" as String?
    ),
    (
      #"{"id":13,"meta":{"sender":{"name":"Bo","phone_number":null,"identifier":"447700900143@s.whatsapp.net"}}}"#,
      "13", "447700900143", "Bo"
    ),
    (
      #"{"id":14,"meta":{"sender":{"email":"c@example.com","identifier":"x"}}}"#, "14", nil,
      "c@example.com"
    ),
    (#"{"id":"15"}"#, "15", nil, nil),
  ])
  func readsTheRowOfAConversation(
    text: String, number: String, partner: String?, name: String?
  ) throws {
    let row = ChatRow(try JSONValue(parsing: Array(text.utf8)), .online)
    #expect(row.number == number)
    #expect(row.partner == partner)
    #expect(row.name == name)
  }
}
