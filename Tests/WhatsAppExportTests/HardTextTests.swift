import ChatRecords
import Foundation
import Testing

@testable import WhatsAppExport

/// Texts that other readers trip over.
@Suite struct HardTextTests {
  // MARK: Pasted chats

  struct Paste: Sendable, CustomTestStringConvertible {
    let name: String
    let lines: [String]
    /// The lines, from 1, that are told of.
    var doubtful: [Int] = []
    var testDescription: String { name }
  }

  /// Between two messages of 08:01 and 08:02 on 13/03/2022, in the shape of either phone.
  static let pastes: [(Paste, isAndroid: Bool)] = [
    (
      Paste(
        name: "a line copied from the app",
        lines: ["[13/03, 08:00] Carol: hi", "[3/13, 8:00 AM] Dan: x"]),
      true
    ),
    (
      Paste(
        name: "an iPhone's export in an Android's", lines: ["[13/03/2022, 08:00:01] Carol: hi"]),
      true
    ),
    (
      Paste(name: "an Android's export in an iPhone's", lines: ["13/03/2022, 08:00 - Carol: hi"]),
      false
    ),
    (Paste(name: "another date order", lines: ["2022-03-13, 08:00 - Carol: hi"]), true),
    (
      Paste(
        name: "a marked header of another shape", lines: ["\u{200E}2022-03-13 08:00 - Carol: hi"]),
      true
    ),
    (
      Paste(
        name: "the file's own shape, by strangers, out of order",
        lines: ["01/02/2019, 10:00 - Carol: hi", "and more of it", "01/02/2019, 10:01 - Dan: bye"],
        doubtful: [3, 5]), true
    ),
    (
      Paste(
        name: "an iPhone's own shape, by strangers, out of order",
        lines: [
          "[01/02/2019, 10:00:00] Carol: hi",
          "\u{200E}[01/02/2019, 10:01:00] Dan: \u{200E}<attached: x.jpg>",
        ],
        doubtful: [3, 4]), false
    ),
    (
      Paste(
        name: "the file's own shape, by a stranger, of the future",
        lines: ["01/02/2031, 10:00 - Carol: hi"], doubtful: [3]), true
    ),
    (Paste(name: "a header without an author's end", lines: ["[13/03/2022, 08:00:01]"]), true),
  ]

  @Test(arguments: pastes.indices)
  func keepsWhatSomebodyPasted(_ place: Int) throws {
    let (paste, isAndroid) = Self.pastes[place]
    let end = isAndroid ? "\n" : "\r\n"
    let bodies = ["A: one", "B: see" + paste.lines.map { end + $0 }.joined(), "A: two", "B: three"]
    let reading = try read(isAndroid ? android(bodies) : ios(bodies), media: ["x.jpg"])
    #expect(reading.messages.map(\.author) == ["A", "B", "A", "B"], "\(paste.name)")
    #expect(reading.accounting.continuations == paste.lines.count)
    #expect(reading.problems.filter { $0.code == "line-doubtful" }.map(\.line) == paste.doubtful)
    if !paste.lines.contains(where: { $0.contains("<attached") }) {
      #expect(reading.messages[1].text == (["see"] + paste.lines).joined(separator: "\n"))
    }
  }

  // MARK: Authors

  @Test(arguments: [
    "ACME - Berlin", "ACME – Berlin", "a @ b", "[A] {b}", "~ Zoé", "~\u{202F}Zoé", "~\u{A0}Zoé",
    "‫אבי‬", "\"Quoted\"", "12:30", "3/27/22, 21:41", "👩‍👩‍👧‍👦", "Z\u{310}\u{311}\u{312}a",
    "Value added Services", "Ben left", "null",
  ])
  func readsTheAuthor(_ name: String) throws {
    let plain = String(name.unicodeScalars.filter { !TextFold.isDirectionMark($0.value) })
    for text in [android, ios] {
      let reading = try read(text(["\(name): one", "B: two", "\(name):", "\(name): x: y"]))
      #expect(reading.messages.map(\.author) == [plain, "B", plain, plain])
      #expect(reading.messages.map(\.text) == ["one", "two", "", "x: y"])
    }
  }

  @Test func readsNumbersWithMarksAsOneAuthor() throws {
    let spellings = [
      "\u{202A}+44\u{A0}7700\u{A0}900111\u{202C}",
      "\u{200E}\u{202A}+44\u{A0}7700\u{A0}900111\u{202C}",
    ]
    let reading = try read(android(spellings.map { "\($0): hi" } + ["B: x"]))
    #expect(reading.authors.map(\.name) == ["+44\u{A0}7700\u{A0}900111", "B"])
    #expect(reading.authors.map(\.number) == ["447700900111", nil])
    #expect(reading.authors.first?.messages == 2)
  }

  @Test func keepsARenamedContactAsTwo() throws {
    let reading = try read(android(["Anna: one", "B: x", "Anna Berg: two"]))
    #expect(reading.authors.map(\.name) == ["Anna", "B", "Anna Berg"])
  }

  @Test func readsNamesOfManyBytes() throws {
    let family = String(repeating: "👩‍👩‍👧‍👦", count: 25)
    let flood = "Z" + String(repeating: "\u{310}", count: 600)
    for name in [family, flood] {
      #expect(name.utf8.count > 600)
      let reading = try read(android(["\(name): one", "B: x", "\(name): two"]))
      #expect(reading.messages.map(\.author) == [name, "B", name])
    }
    let sentence = String(repeating: "a long line ", count: 30) + "ends so: here"
    #expect(try read(android(["A: x", sentence])).messages.map(\.author) == ["A", nil])
  }

  @Test func readsABusinessWhoseNameSoundsLikeANotice() throws {
    let lines = ["Value added Services: hello", "A: hi", "Value added Services: bye"]
    #expect(
      try read(android(lines)).messages.map(\.author)
        == ["Value added Services", "A", "Value added Services"])
    let subject = "Ben changed the subject to \"Trip: day 1\""
    #expect(
      try read(android(["Ben: x", subject, subject, subject])).messages.map(\.author)
        == ["Ben", nil, nil, nil])
  }

  @Test func readsAKnownAuthorWithoutASpace() throws {
    let reading = try read(android(["Anna: one", "B: x", "Anna:two", "Carl left:now"]))
    #expect(reading.messages.map(\.author) == ["Anna", "B", "Anna", nil])
    #expect(reading.messages[2].text == "two")
  }

  // MARK: Texts

  @Test(arguments: [
    "", "null", "😀", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "e\u{301}\u{301}\u{301}", "\u{202E}txt.exe",
    "a\u{2028}b\u{85}c\u{B}d\u{C}e",
    "\u{0}", "\u{FEFF}x", " two spaces ", "tab\t", "\u{FFFD}", "*bold* _it_ ~no~ `x`", "= 1 + 1",
  ])
  func keepsTheText(_ body: String) throws {
    for text in [android, ios] {
      let reading = try read(text(["A: one", "B: \(body)", "A: two"]))
      #expect(reading.messages.map(\.text) == ["one", body, "two"])
      #expect(reading.messages.map(\.kind) == [.text, .text, .text])
    }
  }

  @Test func keepsAFloodOfCombiningMarks() throws {
    let flood = "e" + String(repeating: "\u{301}", count: 200_000)
    let reading = try read(android(["A: \(flood)", "B: two"]))
    #expect(reading.messages.map(\.text) == [flood, "two"])
  }

  @Test func readsLineBreaksOfBothKinds() throws {
    let text =
      "13/03/2022, 08:00 - A: one\r\nmore\nend\r\n13/03/2022, 08:01 - B: two\n\n13/03/2022, 08:02 - A: x\r"
    let reading = try read(text)
    #expect(reading.messages.map(\.text) == ["one\nmore\nend", "two\n", "x\r"])
    #expect(reading.accounting.continuations == 3)
  }

  @Test func keepsTheCountOfLinesThatAreNoUTF8() throws {
    var bytes = Array(android(["A: one", "B: two", "A: three"]).utf8)
    let places = bytes.indices.filter { bytes[$0] == UInt8(ascii: "o") }
    for place in places { bytes[place] = 0xFF }
    let reading = try read(makeReader(bytes))
    #expect(reading.messages.map(\.text) == ["\u{FFFD}ne", "tw\u{FFFD}", "three"])
    #expect(reading.accounting.messages == 3)
    #expect(
      reading.problems.filter { $0.code == "text-invalid-utf8" }.map(\.message)
        == ["2 places in the text are not valid UTF-8; each is read as U+FFFD"])
  }

  @Test(arguments: [true, false], [true, false])
  func readsUTF16(isBigEndian: Bool, hasMark: Bool) throws {
    let text =
      (hasMark ? "\u{FEFF}" : "") + ios(["A: Zürich 😀", "B: \(BodyReaderTests.mark)image omitted"])
    let bytes = text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
    let reading = try read(makeReader(bytes))
    #expect(reading.messages == [Told("A", .text, "Zürich 😀"), Told("B", .image, nil, .omitted)])
  }

  /// A line of 64 MiB: whole, and in time that grows with its length alone.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["CHATFERRY_SLOW_TESTS"] == "1"))
  func readsALineOf64MiB() throws {
    let long = String(repeating: "0123456789abcdef", count: 1 << 22)
    let reading = try read(android(["A: one", "B: \(long)", "A: two"]))
    #expect(reading.messages.map { $0.text?.utf8.count } == [3, 1 << 26, 3])
  }

  // MARK: Languages

  @Test func readsMixedLanguagesInOneFile() throws {
    let reading = try read(
      android([
        "A: <Medien ausgeschlossen>", "B: <Multimedia omitido>", "A: <Video note omitted>",
        "B: IMG-20220310-WA0001.jpg (archivo adjunto)", "A: Diese Nachricht wurde gelöscht",
        "B: ok <This message was edited>", "Carl hat die Gruppe verlassen", "Ben left",
      ]))
    #expect(
      reading.messages == [
        Told("A", .media, nil, .omitted), Told("B", .media, nil, .omitted),
        Told("A", .video, nil, .omitted),
        Told("B", .image, nil, media: "IMG-20220310-WA0001.jpg", .missing),
        Told("A", .deleted, "Diese Nachricht wurde gelöscht"),
        Told("B", .text, "ok", isEdited: true),
        Told(nil, .system, "Carl hat die Gruppe verlassen"), Told(nil, .system, "Ben left"),
      ])
  }
}
