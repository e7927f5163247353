import ChatRecords
import JSONText
import TestServer
import Testing

@testable import InboxAPI

@Suite struct InboxMessageTests {
  static func message(_ text: String) throws -> InboxMessage {
    InboxMessage(try JSONValue(parsing: Array(text.utf8)))
  }

  /// Shaped after the vendor's sample of listMessages; invented people.
  static let incoming = """
    {"id":"6f0e","waba_payload":{"id":"wamid.1","from":"4915112345678","timestamp":"1646910000","type":"image",\
    "image":{"id":"aa-bb","mime_type":"image/jpeg","caption":"Look\\n\\ud83d\\ude00","link":"http://x/",\
    "sha256":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},"context":{"id":"wamid.0","forwarded":true}},\
    "waba_statuses":{"sent":null,"delivered":1646910001,"read":"1646910002"},"contact":{"wa_id":"4915112345678",\
    "waba_payload":{"profile":{"name":"Mia"}}},"from_us":false,"received":true,"sender":null,\
    "customer_wa_id":"4915112345678","context":{"id":"5d5d"},"tags":[{"id":1,"name":"vip"},{"id":2,"name":"x"}]}
    """

  @Test func becomesARecord() throws {
    var record = MessageRecord()
    let message = try Self.message(Self.incoming)
    #expect(message.fill(&record, chat: "unused") { _ in 60 })
    #expect(record.string(record.chat) == "4915112345678")
    #expect(record.string(record.id) == "6f0e")
    #expect(record.localTime == .init(seconds: 1_646_913_600, hasSeconds: true))
    #expect(record.utcOffsetMinutes == 60)
    #expect(record.direction == .incoming)
    #expect(record.string(record.authorName) == "Mia")
    #expect(record.string(record.authorNumber) == "4915112345678")
    #expect(record.kind == .image)
    #expect(record.string(record.text) == "Look\n😀")
    let shown = record.media
    let media = try #require(shown)
    #expect(media.state == .present)
    #expect(record.string(media.name) == nil)
    #expect(record.string(media.mimeType) == "image/jpeg")
    #expect(
      record.string(media.sha256)
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(record.isForwarded && !record.isEdited)
    #expect(record.string(record.replyTo) == "5d5d")
    #expect(record.status?.sent == nil)
    #expect(record.status?.delivered == 1_646_910_001)
    #expect(record.status?.read == 1_646_910_002)
    #expect(record.tags.map { record.string($0) } == ["vip", "x"])
    guard case .getChat(let raw) = record.source else {
      Issue.record("another source")
      return
    }
    #expect(record.string(raw) == Self.incoming)
    #expect(message.media?.id == "aa-bb")
  }

  @Test(
    arguments: [
      (#"{"waba_payload":{"type":"text","text":{"body":"hi"}}}"#, "hi", MessageRecord.Kind.text),
      (#"{"waba_payload":{"type":"text","text":{"body":""}}}"#, "", .text),
      // Line breaks are LF; a CR alone is none.
      (
        #"{"waba_payload":{"type":"text","text":{"body":"\r\na\r\nb\rc\r"}}}"#, "\na\nb\rc\r", .text
      ),
      (#"{"waba_payload":{"type":"text","text":{"body":"\r\n"}}}"#, "\n", .text),
      (
        #"{"waba_payload":{"type":"document","document":{"id":1,"filename":"a.pdf"}}}"#, nil,
        .document
      ),
      (#"{"waba_payload":{"type":"reaction","reaction":{"emoji":"👍"}}}"#, "👍", .reaction),
      (#"{"waba_payload":{"type":"button","button":{"text":"Yes"}}}"#, "Yes", .interactive),
      (
        #"{"waba_payload":{"type":"interactive","interactive":{"list_reply":{"title":"B"},"body":{"text":"x"}}}}"#,
        "B", .interactive
      ),
      (
        #"{"waba_payload":{"type":"location","location":{"latitude":1,"name":"Home"}}}"#, "Home",
        .location
      ),
      (
        #"{"waba_payload":{"type":"contacts","contacts":[{"name":{"formatted_name":"Zoë"}}]}}"#,
        "Zoë", .contact
      ),
      (#"{"waba_payload":{"type":"system","system":{"body":"changed"}}}"#, "changed", .system),
      (#"{"waba_payload":{"type":"template","template":{"name":"t"}}}"#, "t", .template),
      (#"{"waba_payload":{"type":"order","order":{"text":"2 x"}}}"#, "2 x", .order),
      (#"{"waba_payload":{"type":"media","media":{"id":"m","caption":"c"}}}"#, "c", .media),
      (#"{"waba_payload":{"type":"odd","odd":{"body":"b"}}}"#, "b", .unknown),
      (#"{"waba_payload":{"type":"voice","voice":{}}}"#, nil, .voice),
      (#"{"waba_payload":{"type":"hologram"}}"#, nil, .unknown),
      (#"{"waba_payload":{"type":7}}"#, nil, .unknown),
      (#"{"waba_payload":null}"#, nil, .unknown), ("{}", nil, .unknown), ("[]", nil, .unknown),
      (#""text""#, nil, .unknown),
    ] as [(String, String?, MessageRecord.Kind)])
  func readsEverySortOfMessage(_ json: String, text: String?, kind: MessageRecord.Kind) throws {
    var record = MessageRecord()
    let message = try Self.message(json)
    #expect(!message.fill(&record, chat: "49") { _ in 0 })
    #expect(record.string(record.text) == text)
    #expect(record.kind == kind)
    #expect(record.string(record.chat) == "49")
  }

  @Test(arguments: [
    (#"{"from_us":true}"#, MessageRecord.Direction.outgoing), (#"{"from_us":false}"#, .incoming),
    (#"{"from_us":true,"waba_payload":{"type":"system"}}"#, .system), ("{}", .unknown),
    (#"{"customer_wa_id":"49","waba_payload":{"from":"49"}}"#, .incoming),
    (#"{"customer_wa_id":"49","waba_payload":{"to":"49"}}"#, .outgoing),
    (#"{"customer_wa_id":"49","waba_payload":{"to":"50"}}"#, .unknown),
    (#"{"from_us":"yes"}"#, .unknown),
  ])
  func tellsWhoWrote(_ json: String, _ expected: MessageRecord.Direction) throws {
    #expect(try Self.message(json).direction == expected)
  }

  @Test(
    arguments: [
      (#"{"sender":{"first_name":"A","last_name":"B","username":"ab"},"from_us":true}"#, "A B"),
      (#"{"sender":{"first_name":"","username":"ab"},"from_us":true}"#, "ab"),
      (#"{"sender":null,"from_us":true}"#, nil),
      (#"{"contact":{"waba_payload":{"profile":{"name":"Mia"}}},"from_us":true}"#, nil),
    ] as [(String, String?)])
  func namesTheUser(_ json: String, _ expected: String?) throws {
    let message = try Self.message(json)
    #expect(message.authorName == expected)
    #expect(message.authorNumber == nil)
  }

  @Test(
    arguments: [
      ("1646910000", 1_646_910_000 as Int64?), ("\"1646910000\"", 1_646_910_000), ("1.5e3", 1500),
      ("0", 0), ("-1", -1), ("99999999999999999999", nil), ("999999999999", nil), ("\"soon\"", nil),
      ("null", nil), ("true", nil), ("\"\"", nil),
    ] as [(String, Int64?)])
  func readsTimesOfAnyType(_ json: String, _ expected: Int64?) throws {
    #expect(try Self.message("{\"waba_payload\":{\"timestamp\":\(json)}}").time == expected)
  }

  @Test(arguments: [
    (#"{"id":"a","waba_payload":{"id":"w"}}"#, "a"), (#"{"id":17}"#, "17"),
    (#"{"waba_payload":{"id":"w"}}"#, "w"), (#"{"id":"","waba_payload":{"id":"w"}}"#, "w"),
    (#"{"y":1,"x":[1, 2]}"#, #"{"x":[1,2],"y":1}"#),
  ])
  func hasAKeyInAnyCase(_ json: String, _ expected: String) throws {
    #expect(try Self.message(json).key == expected)
  }

  @Test(
    arguments: [
      (
        "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" as String?
      ),
      (
        "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      ),
      ("", nil), ("x", nil), ("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuF!=", nil),
      ("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", nil),
    ] as [(String, String?)])
  func readsHashes(_ text: String, _ expected: String?) {
    #expect(hexadecimalSHA256(text) == expected)
  }
}

@Suite(.timeLimit(.minutes(50))) struct ImportProfileTests {
  static let schema = """
    {"openapi":"3.0.3","paths":{"/api/v1/chats/":{},"/api/v1/chat_import/":{"post":{"requestBody":{"content":{
    "application/json":{"schema":{"$ref":"#/components/schemas/ChatImport"}}}}}}},
    "components":{"schemas":{"ChatImport":{"allOf":[{"$ref":"#/components/schemas/Inner"}]},
    "Inner":{"properties":{"chat_text":{"type":"string"},
    "chat_participants":{"type":"array","items":{"$ref":"#/components/schemas/P"}},
    "media_files":{"type":"array","items":{"type":"object","properties":{"name":{},MEDIA}}}}},
    "P":{"properties":{"display_name":{},"phone_number":{},"is_me":{}}}}}}
    """

  @Test func learnsTheNamesFromTheSchema() async throws {
    for (media, reference, isURL) in [
      (#""media_id":{},"file":{}"#, "media_id", false), (#""file":{}"#, "file", true),
    ] {
      let server = try TestServer {
        $0.path == "/api/schema/"
          ? .status(404) : .json(Self.schema.replacing("MEDIA", with: media))
      }
      defer { server.stop() }
      let profile = try #require(try await client(server.url).learnImportProfile())
      #expect(profile.participantName == "display_name")
      #expect(profile.participantNumber == "phone_number")
      #expect(profile.mediaName == "name")
      #expect(profile.mediaReference == reference)
      #expect(profile.mediaReferenceIsURL == isURL)
      #expect(
        server.requests.map(\.target) == ["/api/schema/?format=json", "/api/?format=openapi"])
    }
  }

  @Test(arguments: [
    "{}", "[]", "<html>", schema.replacing("MEDIA", with: #""blob":{}"#),
    schema.replacing("phone_number", with: "x"), schema.replacing("chat_import", with: "other"),
    schema.replacing("#/components/schemas/Inner", with: "#/components/schemas/ChatImport"),
  ])
  func learnsNothingFromASchemaThatLeavesNamesOpen(_ text: String) async throws {
    let server = try TestServer { _ in .json(text) }
    defer { server.stop() }
    #expect(try await client(server.url).learnImportProfile() == nil)
  }

  @Test func readsPresets() {
    #expect(ImportProfile("default") == ImportProfile())
    #expect(ImportProfile("media_id=uuid")?.mediaReference == "uuid")
    #expect(ImportProfile.grammar.contains("participant_number=KEY"))
  }
}
