import ChatRecords
import Testing

@testable import WhatsAppExport

@Suite struct ChatReaderTests {
  // MARK: Lines

  @Test func accountsForEveryLine() throws {
    let text = "a stray line\n\n" + android(["A: one\n\nmore", "B: two"]) + "tail"
    let reading = try read(text)
    #expect(reading.messages == [Told("A", .text, "one\n\nmore"), Told("B", .text, "two\ntail")])
    var expected = LineAccounting()
    (expected.lines, expected.messages, expected.continuations, expected.unread) = (7, 2, 3, 2)
    #expect(reading.accounting == expected)
    #expect(reading.lines == [3, 6])
    #expect(reading.problems.filter { $0.code == "line-unread" }.map(\.line) == [1, 2])
  }

  @Test func listsSomeUnreadLinesAndCountsTheRest() throws {
    let text = String(repeating: "x\n", count: 250) + android(["A: 1"])
    let unread = try read(text).problems.filter { $0.code == "line-unread" }
    #expect(unread.count == 101)
    #expect(unread.last?.line == nil)
    #expect(
      unread.last?.message == "150 more of the kind “line-unread” are not listed; 250 in all")
  }

  @Test(arguments: ["\u{2028}", "\u{85}", "\u{B}", "\u{C}", "\r", "\0"])
  func keepsEveryOtherBreakAsText(_ sign: String) throws {
    let forged = "A: one\(sign)13/03/2022, 08:00 - B: forged"
    let reading = try read(android([forged, "B: two"]))
    #expect(
      reading.messages == [
        Told("A", .text, "one\(sign)13/03/2022, 08:00 - B: forged"), Told("B", .text, "two"),
      ])
  }

  @Test func readsMixedLineBreaksAndAByteOrderMark() throws {
    let text = "\u{FEFF}" + android(["A: one\r\nmore\n\r\nend", "A: two\r"])
    let reading = try read(text)
    #expect(
      reading.messages == [Told("A", .text, "one\nmore\n\nend"), Told("A", .text, "two")])
    #expect(reading.extents.first?.lowerBound == 0)
  }

  @Test func givesExtentsThatCutTheTextWithoutAGap() throws {
    let text = android(["A: Zürich\nmore", "changed something", "B: x"])
    let bytes = Array(text.utf8)
    let reading = try read("\u{FEFF}" + text)
    #expect(
      reading.extents.map(\.lowerBound) == [
        0, reading.extents[0].upperBound, reading.extents[1].upperBound,
      ])
    #expect(reading.extents.last?.upperBound == Int64(bytes.count))
    let bodies = zip(reading.bodyStarts, reading.extents).map { start, extent in
      String(decoding: bytes[Int(start)..<Int(extent.upperBound)], as: UTF8.self)
    }
    #expect(bodies == ["Zürich\nmore\n", "changed something\n", "x\n"])
  }

  @Test func skipsMarksBeforeTheHeader() throws {
    let reading = try read(ios(["A: one", "\u{200E}A: \u{200E}image omitted", "B: two"]))
    #expect(reading.messages.map(\.kind) == [.text, .image, .text])
    #expect(reading.accounting.continuations == 0)
  }

  @Test func readsADocumentThatWasLeftOutWithoutItsName() throws {
    let reading = try read(
      ios(["\u{200E}A: \u{200E}document omitted", "B: Plan.pdf \u{200E}document omitted"]))
    #expect(
      reading.messages == [
        Told("A", .document, nil, .omitted), Told("B", .document, "Plan.pdf", .omitted),
      ])
  }

  /// The words of the app recur behind a name like the second half of a name with a colon.
  @Test(arguments: [
    ("A", "A: \u{200E}<attached: 00000001-PHOTO.jpg>", MessageRecord.Kind.image),
    ("A", "A: \u{200E}Location: https://maps.google.com/?q=51.5,-0.1", .location),
    ("A", "A: Standort: https://maps.google.com/?q=51.5,-0.1", .location),
    ("A", "A: \u{200E}POLL:\r\nWhere to?\r\n\u{200E}OPTION: Sea (1 vote)", .poll),
    ("A: B", "A: B: hello there", .text),
  ])
  func takesTheAppsWordsForNoName(
    _ author: String, _ body: String, _ kind: MessageRecord.Kind
  ) throws {
    let reading = try read(
      ios(Array(repeating: body, count: 12) + ["C: hello", "\(author): one"]),
      media: ["00000001-PHOTO.jpg"])
    #expect(reading.authors.map(\.name) == [author, "C"])
    #expect(reading.messages.prefix(12).map(\.kind) == Array(repeating: kind, count: 12))
  }

  // MARK: Pasted text

  @Test func keepsCopiedLinesInTheMessage() throws {
    let text = android([
      "A: see:\n[09/04, 19:15] B: hi\n[1/16, 3:14 PM] C: yes\n[13/03/2022, 08:00:01] D: no",
      "B: ok",
    ])
    #expect(try read(text).messages.count == 2)
  }

  @Test func keepsALineOfAStrangerWithAnImpossibleTime() throws {
    let early = android([
      "A: one", "B: two\n01/02/2019, 10:00 - Carol: pasted\n01/02/2019, 10:01 - Dan: too",
      "A: three",
    ])
    let reading = try read(early)
    #expect(reading.messages.map(\.author) == ["A", "B", "A"])
    #expect(reading.problems.filter { $0.code == "line-doubtful" }.map(\.line) == [3, 4])
    let late = android(["A: one", "B: two\n01/02/2029, 10:00 - Carol: pasted", "A: three", "B: x"])
    #expect(try read(late).messages.map(\.author) == ["A", "B", "A", "B"])
  }

  @Test func takesAStrangerInGoodTimeForAPerson() throws {
    let text = android(["A: one", "B: two", "Carol: once only", "A: three"])
    #expect(try read(text).authors.map(\.name) == ["A", "B", "Carol"])
  }

  @Test func takesAKnownAuthorOutOfOrderForAMessage() throws {
    let text =
      android(["A: one", "B: two"]) + "01/02/2019, 10:00 - A: early\n" + android(["A: x", "B: y"])
    let reading = try read(text)
    #expect(reading.messages.count == 5)
    #expect(!reading.problems.contains { $0.code == "line-doubtful" })
  }

  @Test func readsARestampedNoticeBeforeOlderMessages() throws {
    let text =
      "20/03/2022, 10:00 - Messages and calls are end-to-end encrypted. Tap to learn more.\n"
      + "13/03/2022, 09:00 - Solo: only one\n"
    #expect(try read(text).messages.map(\.author) == [nil, "Solo"])
  }

  // MARK: Authors

  struct AuthorCase: Sendable, CustomTestStringConvertible {
    let name: String
    let lines: [String]
    var title = ""
    var me: [String] = []
    let authors: [String?]
    var testDescription: String { name }
  }

  static let authorCases = [
    AuthorCase(
      name: "a notice that puts a colon and letters behind the name",
      lines: [
        "Ann: hej", "Bo: hej", "Ann:s säkerhetskod har ändrats. Tryck för mer information.",
        "Ann:s nummer ändrades från +46 70 1740605 till +46 70 1740606", "Ann:så du kommer?",
      ], authors: ["Ann", "Bo", nil, nil, "Ann"]),
    AuthorCase(
      name: "the title decides", lines: ["Shop: Berlin: hello", "A: hi"], title: "Shop: Berlin",
      authors: ["Shop: Berlin", "A"]),
    AuthorCase(
      name: "a title whose colon the file system took decides",
      lines: ["Shop: Berlin: hello", "A: hi"], title: "Shop_ Berlin",
      authors: ["Shop: Berlin", "A"]),
    AuthorCase(
      name: "a short title decides against a longer beginning",
      lines: ["Shop: Berlin: a", "Shop: Berlin: b", "Shop: Berlin: c"], title: "Shop",
      authors: ["Shop", "Shop", "Shop"]),
    AuthorCase(
      name: "what recurs decides", lines: ["Shop: Berlin: a", "Shop: Berlin: b", "Shop: Berlin:"],
      authors: ["Shop: Berlin", "Shop: Berlin", "Shop: Berlin"]),
    AuthorCase(
      name: "what recurs now and then is text",
      lines: ["Bo: PS: a", "Bo: PS: b", "Bo: PS: c", "Bo: d", "Bo: e"],
      authors: ["Bo", "Bo", "Bo", "Bo", "Bo"]),
    AuthorCase(
      name: "the user's own name decides", lines: ["ACME: Support: hello", "A: hi: there"],
      me: ["ACME: Support"], authors: ["ACME: Support", "A"]),
    AuthorCase(
      name: "a subject with a colon is no author",
      lines: [
        "A: one", "Rosa created group \"Allotment: Club\"",
        "Ben changed the subject from \"A: B\" to \"C\"", "Ben: x",
      ], authors: ["A", nil, nil, "Ben"]),
    AuthorCase(
      name: "an author who tells of others is one", lines: ["Anna: Ben left", "Ben: Anna left"],
      authors: ["Anna", "Ben"]),
    AuthorCase(
      name: "marks around a number go",
      lines: [
        "\u{202A}+1\u{A0}202\u{2011}555\u{2011}0143\u{202C}: hi", "~\u{202F}Zoé: hi",
        "A - B [c] ~ 😀: x",
      ],
      authors: ["+1\u{A0}202\u{2011}555\u{2011}0143", "~\u{202F}Zoé", "A - B [c] ~ 😀"]),
    AuthorCase(
      name: "no author is longer than 200 bytes",
      lines: ["A: x", String(repeating: "word ", count: 60) + "end: more"], authors: ["A", nil]),
  ]

  @Test(arguments: authorCases)
  func tellsAuthors(_ example: AuthorCase) throws {
    let reading = try read(
      android(example.lines), title: example.title, people: People(me: example.me))
    #expect(reading.messages.map(\.author) == example.authors)
  }

  @Test func tellsWhoIsWho() throws {
    let text = android(["Anna: hi", "Shop: hello", "Anna: ok"])
    let people = People(me: ["Shop"], numbers: ["Anna": "447700900142"])
    let reading = try read(text, title: "Anna", people: people)
    #expect(
      reading.authors == [
        ChatAuthor(name: "Anna", number: "447700900142", role: .partner, messages: 2),
        ChatAuthor(name: "Shop", number: nil, role: .me, messages: 1),
      ])
    #expect(reading.directions == [.incoming, .outgoing, .incoming])
    #expect(reading.chat == "447700900142")
    let unsaid = try read(text, title: "Anna")
    #expect(unsaid.directions == [.unknown, .unknown, .unknown])
    #expect(unsaid.authors.map(\.role) == [.partner, .unknown])
    #expect(unsaid.chat == "Anna")
    let given = try read(text, title: "x", people: People(me: ["Shop"], partnerNumber: "4930"))
    #expect(given.chat == "4930")
    #expect(given.authors.first?.number == "4930")
  }

  @Test(arguments: [
    ("Anna", ["Anna: hi"], MessageRecord.Direction.incoming),
    ("", ["+1 202 555 0143: hi"], .incoming),
    ("x", ["Anna: hi"], .unknown),
    ("Anna", ["Anna: hi", "Bo: hello"], .unknown),
    ("x", ["Anna: hi", "Me: hello"], .incoming),
  ])
  func tellsTheOtherSideFromMeOnly(
    title: String, lines: [String], direction: MessageRecord.Direction
  ) throws {
    let reading = try read(android(lines), title: title, people: People(me: ["Me"]))
    #expect(reading.directions.first == direction)
  }

  @Test func takesTheNumberOutOfANameOrATitle() throws {
    let number = "\u{202A}+44\u{A0}7700\u{A0}900111\u{202C}"
    let reading = try read(android(["\(number): hi", "Shop: x"]), title: "+44 7700 900111")
    #expect(reading.chat == "447700900111")
    #expect(reading.authors.map(\.number) == ["447700900111", nil])
    #expect(reading.authors.map(\.role) == [.partner, .unknown])
  }

  @Test func namesAGroupByItsTitle() throws {
    let text = android(["A: 1", "B: 2", "C: 3"])
    let people = People(me: ["A"], numbers: ["Club": "1234567"])
    let reading = try read(text, title: "Club", people: people)
    #expect(reading.chat == "Club")
    #expect(reading.authors.map(\.role) == [.me, .unknown, .unknown])
  }

  // MARK: Identity

  @Test func givesTheSameIdsInEveryExportOfAChat() throws {
    let short = try read(
      ios([
        "A: x", "A: x",
        "\u{200E}B: \u{200E}Doc.pdf • \u{200E}2 pages \u{200E}<attached: 00000001-Doc.pdf>",
      ]),
      title: "A", media: ["00000001-Doc.pdf"])
    let long = try read(
      ios(["A: x", "A: x", "\u{200E}B: \u{200E}Doc.pdf • \u{200E}2 pages \u{200E}document omitted"]
      ), title: "A")
    #expect(short.ids == long.ids)
    #expect(Set(short.ids).count == 3)
    let android1 = try read(
      android(["A: bill 7.pdf (file attached)", "A: IMG-1.jpg (file attached)"]))
    let android2 = try read(android(["A: <Media omitted>\nbill 7.pdf", "A: <Media omitted>"]))
    #expect(android1.ids == android2.ids)
  }

  @Test func numbersEqualMessagesOfOneMinute() throws {
    let line = "13/03/2022, 08:00 - A: x\n"
    let ids = try read(String(repeating: line, count: 100)).ids
    #expect(Set(ids).count == 100)
    // The same hundred, seen by an export that begins with them all.
    let again = try read("13/03/2022, 07:00 - B: y\n" + String(repeating: line, count: 100)).ids
    #expect(Array(again.dropFirst()) == ids)
  }

  /// XXH3-64 of `T 1F 2022-03-13T08:00 1F A 1F x 1F 0`, by the xxhsum tool.
  @Test func hashesWhatTheFormatSays() throws {
    let ids = try read("13/03/2022, 08:00 - A: x\n13/03/2022, 08:01 - \n", title: "T").ids
    #expect(ids == ["wx:2db2d6a22294dec3", "wx:03b2cc7a34134dab"])
  }

  // MARK: Media

  @Test func findsFilesByNameAlone() throws {
    let nfd = "Stipe\u{30C}k.pdf"
    let text = android([
      "A: \u{200E}IMG-1.jpg (file attached)", "A: img-1.jpg (file attached)",
      "A: Stip\u{11B}k.pdf (file attached)", "A: a/b.pdf (file attached)",
      "A: IMG-1.jpg (file attached)",
    ])
    let reading = try read(text, media: ["IMG-1.jpg", "img-1.jpg", nfd, "b.pdf"])
    #expect(reading.messages.map(\.state) == [.present, .present, .present, .missing, .present])
    #expect(reading.problems.filter { $0.code == "media-missing" }.map(\.line) == [4])
    #expect(reading.problems.filter { $0.code == "media-unreferenced" }.count == 1)
  }

  /// What is borrowed is asked within the borrowing: `#expect` keeps parts of it for longer.
  private func shown(_ entry: borrowing ChatEntry) -> (attachment: ExportEntry?, size: Int64?) {
    (entry.attachment, entry.record.media?.size)
  }

  @Test func tellsTheEntryAndItsSize() throws {
    let reader = try makeReader(
      Array(android(["A: b.pdf (file attached)"]).utf8), media: ["a.pdf", "b.pdf"])
    #expect(try reader.next())
    let shown = shown(reader.entry)
    #expect(shown.attachment == ExportEntry(index: 1, name: "b.pdf", size: 101))
    #expect(shown.size == 101)
    #expect(try reader.next() == false)
    #expect(try reader.next() == false)
    #expect(reader.referenced.map(\.name) == ["b.pdf"])
    #expect(reader.unreferenced.map(\.name) == ["a.pdf"])
  }

  @Test func lendsEachMessageInTurn() throws {
    let bodies = ["A: one", "B: b.pdf (file attached)", "A: two"]
    let reader = try makeReader(Array(android(bodies).utf8), media: ["a.pdf", "b.pdf"])
    var texts: [String?] = []
    try reader.forEach { entry in texts.append(entry.record.string(entry.record.text)) }
    #expect(texts == ["one", nil, "two"])
    #expect(reader.accounting.messages == 3)
    #expect(reader.unreferenced.map(\.name) == ["a.pdf"])
  }

  /// Long texts are taken apart on a thread of its own, in batches of 512 messages at most.
  @Test func lendsTheSameMessagesWithAndWithoutAThread() throws {
    let text = (0..<2_000).map { number in
      let time = "\(pad(13 + number / 1_440))/03/2022, \(pad(number / 60 % 24)):\(pad(number % 60))"
      return number % 7 == 0
        ? "\(time) - B: IMG-\(number % 3).jpg (file attached)\n"
        : "\(time) - A: message \(number)\nmore\n"
    }
    let bytes = Array(text.joined().utf8)
    let make = {
      try makeReader(bytes, media: ["IMG-0.jpg", "IMG-9.jpg"], chunk: 1_000, headLimit: 500)
    }
    let one = try make()
    var ids: [String?] = []
    while try one.next() { ids.append(one.entry.record.string(one.entry.record.id)) }
    let other = try make()
    var lent: [String?] = []
    var texts: [String?] = []
    try other.forEach { entry in
      lent.append(entry.record.string(entry.record.id))
      texts.append(entry.record.string(entry.record.text))
    }
    #expect(lent == ids)
    #expect(Set(ids).count == 2_000)
    #expect(texts[1_999] == "message 1999\nmore")
    #expect(texts[7] == nil)
    #expect(other.accounting == one.accounting)
    #expect(other.accounting.continuations == 1_714)
    #expect(other.authors == one.authors)
    #expect(other.problems == one.problems)
    #expect(other.unreferenced.map(\.name) == ["IMG-9.jpg"])
  }

  /// Everything before the fault is given out, then the fault is told.
  @Test func lendsWhatCameBeforeAFault() throws {
    let bytes = Array(android((0..<400).map { "A: message \($0)" }).utf8)
    let reader = try makeReader(bytes, chunk: 100, headLimit: 300, failAfter: 5_000)
    var count = 0
    #expect(throws: ExportError.self) { try reader.forEach { _ in count += 1 } }
    #expect((100...250).contains(count))
  }

  @Test func passesOnWhatTheReceiverThrows() throws {
    let reader = try makeReader(Array(android(["A: one", "A: two"]).utf8))
    var count = 0
    #expect(throws: CancellationError.self) {
      try reader.forEach { _ in
        count += 1
        throw CancellationError()
      }
    }
    #expect(count == 1)
  }

  /// The thread that takes the text apart is waited for, wherever it is.
  @Test(arguments: [1, 600, 5_000])
  func endsItsThreadsWhenTheReceiverThrows(at number: Int) throws {
    let text = (0..<9_000).map { number in
      "\(pad(13 + number / 1_440))/03/2022, \(pad(number / 60 % 24)):\(pad(number % 60)) - A: \(number)\n"
    }
    let reader = try makeReader(Array(text.joined().utf8), chunk: 1_000, headLimit: 500)
    var count = 0
    #expect(throws: CancellationError.self) {
      try reader.forEach { _ in
        count += 1
        if count == number { throw CancellationError() }
      }
    }
    #expect(count == number)
  }

  /// A header of the future, which only what comes after it refutes, before lines longer than any window.
  @Test func looksBeyondADoubtfulHeaderInLinearTime() throws {
    let long = String(repeating: "x", count: 300_000)
    let text =
      android(["A: one", "B: two", "A: three"])
      + "14/03/2032, 08:00 - Z: pasted\n\(long)\n\(long)\n13/03/2022, 08:05 - B: end\n"
    let reader = try makeReader(Array(text.utf8), chunk: 64, headLimit: 90)
    var texts: [Int] = []
    let clock = ContinuousClock()
    let time = try clock.measure {
      try reader.forEach { entry in texts.append(entry.record.text.count) }
    }
    // `three`, a line of 29 bytes, both long ones, and three line breaks.
    let third: Int = 600_000 + 37
    #expect(texts == [3, 3, third, 3])
    #expect(time < .seconds(30))
  }

  @Test func readsLongMessagesBesideShortOnes() throws {
    let long = String(repeating: "word ", count: 200_000)
    let bodies = (0..<12).flatMap { number in ["A: \(number)", "B: \(long)\(number)"] }
    let reader = try makeReader(Array(android(bodies).utf8), chunk: 4_096, headLimit: 200)
    var counts: [Int] = []
    try reader.forEach { entry in counts.append(entry.record.text.count) }
    let expected: [Int] = (0..<12).flatMap { number in
      let digits = number < 10 ? 1 : 2
      return [digits, 1_000_000 + digits]
    }
    #expect(counts == expected)
  }

  // MARK: Times

  @Test func placesTimesInTheZone() throws {
    let text = "26/03/2022, 23:50 - A: x\n27/03/2022, 01:30 - A: gap\n27/03/2022, 02:30 - A: y\n"
    let options = ParseOptions(zone: .iana("Europe/London"), dateOrder: .dmy)
    let reader = try makeReader(Array(text.utf8), options: options)
    var offsets: [Int32?] = []
    while try reader.next() { offsets.append(reader.entry.record.utcOffsetMinutes) }
    #expect(offsets == [0, 0, 60])
    #expect(reader.problems.filter { $0.code == "time-skipped" }.map(\.line) == [2])
  }

  // MARK: Errors

  @Test func refusesAnEmptyText() {
    for text in ["", "\n \r\n", "\u{FEFF}"] {
      #expect(throws: ExportError.textEmpty(path: "chat.zip")) { try makeReader(Array(text.utf8)) }
    }
    let error = ExportError.textEmpty(path: "chat.zip")
    #expect(error.code == "text-empty")
    #expect(
      "\(error)"
        == "chat.zip: the chat text is empty; export the chat again and see that it has messages")
  }

  @Test(arguments: [0, 200, 5000])
  func passesOnAFailingSource(failAfter: Int) {
    let bytes = Array(android((0..<400).map { "A: message \($0)" }).utf8)
    #expect(throws: ExportError.self) {
      let reader = try makeReader(bytes, chunk: 100, headLimit: 300, failAfter: failAfter)
      while try reader.next() {}
    }
  }
}
