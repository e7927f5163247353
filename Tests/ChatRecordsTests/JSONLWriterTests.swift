import JSONText
import TestKit
import Testing

@testable import ChatRecords

@Suite struct JSONLWriterTests {
  private func line(_ sample: Sample) -> String {
    var writer = JSONLWriter()
    writer.append(sample.record)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func writesATextMessage() {
    #expect(
      line(Sample(number: "972501234567"))
        == #"{"chat":"972501234567","id":"wx:0123456789abcdef","time":"2022-03-10T11:00:00+02:00","#
        + #""local_time":"2022-03-10T11:00","direction":"in","#
        + #""author":{"name":"Anna","wa_id":"972501234567"},"kind":"text","text":"Hello","#
        + #""media":null,"edited":false,"forwarded":false,"reply_to":null,"status":null,"tags":[],"#
        + #""source":{"type":"whatsapp_export","file":"_chat.txt","line":7}}"# + "\n")
  }

  @Test func writesAPhotoWithoutAKnownZone() {
    var sample = Sample(
      hasSeconds: true, offset: nil, direction: .outgoing, kind: .image, text: nil)
    sample.edit = Sample.media()
    let hash = String(repeating: "ab", count: 32)
    #expect(
      line(sample)
        == #"{"chat":"972501234567","id":"wx:0123456789abcdef","time":null,"#
        + #""local_time":"2022-03-10T11:00:00","direction":"out","#
        + #""author":{"name":"Anna","wa_id":null},"kind":"image","text":null,"#
        + #""media":{"name":"IMG-1.jpg","state":"present","mime_type":"image/jpeg","size":68,"#
        + "\"sha256\":\"\(hash)\","
        + #""path":"media/abababababababab.jpg"},"edited":false,"forwarded":false,"reply_to":null,"#
        + #""status":null,"tags":[],"#
        + #""source":{"type":"whatsapp_export","file":"_chat.txt","line":7}}"# + "\n")
  }

  @Test func writesALiveMessageWithEverything() {
    let sample = Sample(
      chat: "1", id: "abc", offset: 0, direction: .unknown, author: nil, number: "1",
      kind: .template, text: "",
      edit: { record in
        record.isEdited = true
        record.isForwarded = true
        record.replyTo = record.store("xyz")
        record.status = .init()
        record.status?.sent = 1_646_910_001
        record.status?.read = 1_646_996_400
        record.tags = [record.store("new"), record.store("a\"b")]
        record.source = .getChat(
          raw: record.store("{\n \"big\":123456789012345678901.50,\r\n\"s\":\"\\n\"}"))
      })
    #expect(
      line(sample)
        == #"{"chat":"1","id":"abc","time":"2022-03-10T11:00:00+00:00","#
        + #""local_time":"2022-03-10T11:00","direction":"unknown","#
        + #""author":{"name":null,"wa_id":"1"},"kind":"template","text":"","media":null,"#
        + #""edited":true,"forwarded":true,"reply_to":"xyz","#
        + #""status":{"sent":"2022-03-10T11:00:01+00:00","delivered":null,"#
        + #""read":"2022-03-11T11:00:00+00:00"},"tags":["new","a\"b"],"#
        + #""source":{"type":"getchat","raw":{  "big":123456789012345678901.50,  "s":"\n"}}}"#
        + "\n")
  }

  @Test func writesMissingAndOmittedMedia() {
    let rest = #""mime_type":null,"size":null,"sha256":null,"path":null},"edited""#
    for (state, word) in [(MessageRecord.MediaState.missing, "missing"), (.omitted, "omitted")] {
      let text = line(Sample(kind: .media, text: nil, edit: { $0.media = .init(state: state) }))
      #expect(text.contains(#""media":{"name":null,"state":"\#(word)",\#(rest)"#))
    }
  }

  /// The name that newer iOS prints before a system line is no author.
  @Test func givesSystemLinesNoAuthor() {
    for sample in [
      Sample(direction: .system, kind: .system), Sample(direction: .system, kind: .call),
    ] {
      #expect(line(sample).contains(#""direction":"system","author":null,"#))
    }
  }

  static let words: [(MessageRecord.Kind, String)] = [
    (.text, "text"), (.image, "image"), (.video, "video"), (.audio, "audio"), (.voice, "voice"),
    (.sticker, "sticker"), (.document, "document"), (.contact, "contact"),
    (.location, "location"), (.poll, "poll"), (.call, "call"), (.media, "media"),
    (.deleted, "deleted"), (.system, "system"), (.template, "template"),
    (.interactive, "interactive"), (.reaction, "reaction"), (.order, "order"),
    (.unknown, "unknown"),
  ]

  @Test func callsEveryKindByItsWord() {
    #expect(Self.words.map(\.0) == MessageRecord.Kind.allCases)
    for (kind, word) in Self.words {
      #expect(line(Sample(kind: kind)).contains("\"kind\":\"\(word)\","))
    }
  }

  static let sources: [(String, @Sendable (MessageRecord.Field) -> MessageRecord.Source)] = [
    ("getchat", { .getChat(raw: $0) }), ("online", { .online(raw: $0) }),
  ]

  @Test func splicesTheServersOwnObject() {
    for (word, source) in Self.sources {
      let text = line(Sample(edit: { $0.source = source($0.store("{\"é\":1e400}")) }))
      #expect(text.hasSuffix("\"source\":{\"type\":\"\(word)\",\"raw\":{\"é\":1e400}}}\n"))
      #expect(
        line(Sample(edit: { $0.source = source(.null) })).hasSuffix("\"raw\":null}}\n"))
    }
  }

  static let escapes = [
    ("a\nb", #"a\nb"#), ("\"\\/", #"\"\\/"#), ("\t\r\u{8}\u{c}", #"\t\r\b\f"#),
    ("\u{0}\u{1b}\u{1f}\u{7f}", "\\u0000\\u001b\\u001f\u{7f}"),
    ("=1+1 שלום 🙂 \u{2028}\u{9b}", "=1+1 שלום 🙂 \u{2028}\u{9b}"),
    (String(repeating: "x", count: 31) + "\n", String(repeating: "x", count: 31) + #"\n"#),
    (String(repeating: "\u{1}", count: 5_000), String(repeating: #"\u0001"#, count: 5_000)),
  ]

  @Test(arguments: escapes)
  func escapesWhatJSONAsksFor(text: String, escaped: String) {
    #expect(line(Sample(text: text)).contains("\"text\":\"\(escaped)\",\"media\""))
  }

  struct TimeCase: Sendable, CustomTestStringConvertible {
    let seconds: Int64
    let offset: Int32?
    let time: String
    let local: String
    var testDescription: String { "\(seconds) at \(offset.map(String.init) ?? "-")" }
  }

  static let times = [
    // The two sides of the change to summer time in London.
    TimeCase(
      seconds: 1_648_342_740, offset: 0, time: "\"2022-03-27T00:59:00+00:00\"",
      local: "2022-03-27T00:59"),
    TimeCase(
      seconds: 1_648_346_400, offset: 60, time: "\"2022-03-27T02:00:00+01:00\"",
      local: "2022-03-27T02:00"),
    TimeCase(
      seconds: 0, offset: 0, time: "\"1970-01-01T00:00:00+00:00\"", local: "1970-01-01T00:00"),
    TimeCase(
      seconds: -1, offset: -210, time: "\"1969-12-31T23:59:59-03:30\"", local: "1969-12-31T23:59"),
    TimeCase(
      seconds: 951_782_400, offset: 345, time: "\"2000-02-29T00:00:00+05:45\"",
      local: "2000-02-29T00:00"),
    TimeCase(seconds: 951_782_400, offset: nil, time: "null", local: "2000-02-29T00:00"),
    TimeCase(
      seconds: 253_402_300_799, offset: 0, time: "\"9999-12-31T23:59:59+00:00\"",
      local: "9999-12-31T23:59"),
    // What four digits of a year cannot say.
    TimeCase(seconds: 253_402_300_800, offset: 0, time: "null", local: "9999-12-31T23:59"),
    TimeCase(seconds: .max, offset: 0, time: "null", local: "9999-12-31T23:59"),
    TimeCase(seconds: .min, offset: 0, time: "null", local: "0000-01-01T00:00"),
    TimeCase(seconds: 0, offset: 1_440, time: "null", local: "1970-01-01T00:00"),
  ]

  @Test(arguments: times)
  func writesTimes(_ example: TimeCase) {
    let text = line(Sample(seconds: example.seconds, offset: example.offset))
    #expect(text.contains("\"time\":\(example.time),\"local_time\":\"\(example.local)\","))
  }

  @Test func writesNoStatusThatCannotBeWritten() {
    let text = line(
      Sample(
        offset: 60,
        edit: {
          $0.status = .init()
          $0.status?.sent = .max
          $0.status?.delivered = 253_402_300_799
          $0.status?.read = 1_646_906_400
        }))
    #expect(
      text.contains(#""status":{"sent":null,"delivered":null,"read":"2022-03-10T11:00:00+01:00"}"#))
  }

  /// Many records through one writer: the remembered day must not leak into another.
  @Test(arguments: 0..<16 as Range<UInt64>)
  func writesTheSameWithAndWithoutAPast(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var writer = JSONLWriter()
    var expected = ""
    for _ in 0..<50 {
      let sample = Sample(
        seconds: Int64.random(in: -100_000...100_000, using: &random),
        hasSeconds: Bool.random(using: &random),
        offset: Int32.random(in: -1_439...1_439, using: &random))
      writer.append(sample.record)
      expected += line(sample)
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  /// What is known by its place must be forgotten with the arena that it lies in.
  @Test func tellsNamesOfOneLengthAtOnePlaceApart() {
    var record = MessageRecord()
    var writer = JSONLWriter()
    for name in ["Anna", "Beth", "Anna", "Cora"] {
      var arena = TextArena()
      let field = arena.store(name)
      record.exchange(&arena)
      record.clear()
      record.chat = field
      record.authorName = field
      record.direction = .incoming
      record.source = .export(file: field, line: 1)
      writer.append(record)
    }
    let lines = String(decoding: writer.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.map { $0.split(separator: "\"")[3] } == ["Anna", "Beth", "Anna", "Cora"])
    #expect(lines.allSatisfy { $0.contains("\"name\":\"\($0.split(separator: "\"")[3])\"") })
    #expect(lines.allSatisfy { $0.contains("\"file\":\"\($0.split(separator: "\"")[3])\"") })
  }

  @Test func writesLineNumbersInAnyOrder() {
    let numbers = [5, 9, 10, 7, 99, 100, 101, 199, 200, 1_999_999, 2_000_000, 0, 12, 3]
    var writer = JSONLWriter()
    for number in numbers {
      writer.append(
        Sample(edit: { $0.source = .export(file: $0.store("f"), line: number) }).record)
    }
    let lines = String(decoding: writer.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.map { $0.suffix(12).split(separator: ":").last } == numbers.map { "\($0)}}" })
  }

  /// A parser that knows nothing of the writer gets every text back.
  @Test(arguments: 0..<64 as Range<UInt64>)
  func isReadBackByAParser(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let sample = Sample(
      chat: random.text(), id: random.text(), author: random.text(), number: random.text(),
      text: random.text(),
      edit: { [other = random.text()] record in
        let field = record.store(other)
        record.tags = [field]
        record.replyTo = field
        record.media = .init(state: .present)
        record.media?.name = field
      })
    var writer = JSONLWriter()
    writer.append(sample.record)
    #expect(writer.bytes.count(where: { $0 == 10 }) == 1)
    let object = try JSONValue(parsing: writer.bytes)
    #expect(object["chat"]?.string == sample.chat)
    #expect(object["id"]?.string == sample.id)
    #expect(object["author"]?["name"]?.string == sample.author)
    #expect(object["author"]?["wa_id"]?.string == sample.number)
    #expect(object["text"]?.string == sample.text)
    #expect(object["tags"]?.array?.first?.string == object["reply_to"]?.string)
    #expect(object["media"]?["name"]?.string == object["reply_to"]?.string)
    #expect(
      object.members?.map(\.key) == [
        "chat", "id", "time", "local_time", "direction", "author", "kind", "text", "media",
        "edited", "forwarded", "reply_to", "status", "tags", "source",
      ])
  }
}

extension SplitMix64 {
  /// Letters, marks, controls and everything that some format holds for special.
  mutating func text() -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "é", "ש", "\u{1F642}", "\"", "\\", "\n", "\r", "\t", "\0", "\u{1b}", "\u{7f}", ",", ";",
      "=",
      "+", "-", "@", "＝", "'", " ", "\u{2028}", "\u{200E}", "\u{FEFF}", "/", "<", "{", "}",
    ]
    let count = Int.random(in: 0...40, using: &self)
    var text = String.UnicodeScalarView()
    for _ in 0..<count {
      text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &self)])
    }
    return String(text)
  }
}
