import TestKit
import Testing

@testable import WhatsAppExport

/// What must hold whatever the bytes are.
@Suite struct ChatReaderPropertyTests {
  static let mark = "\u{200E}"

  static let texts: [String] = [
    android(["A: one", "B: two", "A: three", "B: four"])
      + android([
        "A: Zürich 😀\nmore\n\nend", "B: IMG-1.jpg (file attached)\ncaption", "A:",
        "A: <Media omitted>",
        "B: x\n01/02/2019, 10:00 - Stranger: pasted", "B: bye <This message was edited>",
        "Ben left",
      ]),
    ios(["A: one", "B: two", "A: three", "B: four"])
      + ios([
        "\(mark)A: \(mark)<attached: 00000001-PHOTO-1.jpg>\r\nline", "B: \r\n\r\n",
        "A: \(mark)Ben left",
        "\(mark)B: text \(mark)<attached: x.pdf>", "A: ends",
      ]) + "no line break at the end",
  ]

  /// Every chunk size, with a head that ends long before the text does.
  @Test(arguments: [0, 1], [1, 2, 3, 7, 64, 4096])
  func readsTheSameAtEveryChunkSize(text: Int, chunk: Int) throws {
    let bytes = Array(Self.texts[text].utf8)
    let whole = try read(makeReader(bytes, media: ["IMG-1.jpg"], headLimit: 120))
    let pieces = try read(
      makeReader(bytes, media: ["IMG-1.jpg"], chunk: chunk, headLimit: 120))
    #expect(whole == pieces)
    #expect(whole.messages.count > 8)
  }

  @Test(arguments: 0..<24)
  func neverTrapsOnRandomBytesAndCountsEveryLine(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let pieces: [[UInt8]] =
      [
        "13/03/2022, 08:00 - ", "[13/03/2022, 08:00:05] ", "A: ", "B: ", "\n", "\r\n", "\r", "<",
        ">", "(",
        "\u{200E}", "\u{202A}", "<attached: ", "file attached)", " • ", "image omitted", "POLL:",
        "OPTION: ",
        "https://foursquare.com/v/", "location: ", ": ", "\u{FF1A}", "This message was edited>",
        "\0", "é", "😀",
        "Messages and calls are end-to-end", "07/01/2019, 08:00 - Z: ", "14/03/2032, 08:00 - Z: ",
      ].map { Array($0.utf8) } + [
        [0xE2], [0xE2, 0x80], [0xF0, 0x9F], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80],
      ]
    var bytes = Array(android(["A: one", "B: two"]).utf8)
    if seed % 2 == 1 { bytes = Array(ios(["A: one", "B: two"]).utf8) }
    for _ in 0..<400 {
      if Int.random(in: 0..<8, using: &random) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      } else {
        bytes += pieces.randomElement(using: &random) ?? []
      }
    }
    let reading = try read(makeReader(bytes))
    let accounting = reading.accounting
    #expect(
      accounting.lines == accounting.messages + accounting.continuations + accounting.unread)
    #expect(accounting.messages == reading.messages.count)
    let feeds = bytes.count { $0 == 0x0A } + (bytes.last == 0x0A ? 0 : 1)
    #expect(accounting.lines == feeds)
    for (extent, next) in zip(reading.extents, reading.extents.dropFirst()) {
      #expect(extent.upperBound == next.lowerBound)
    }
    let half = bytes.count / 2
    let twice = try [Int.max, 5].map { chunk in
      try read(makeReader(bytes, chunk: chunk, headLimit: half))
    }
    #expect(twice[0] == twice[1])
  }

  // MARK: Arbitrary bytes

  static let fragments: [[UInt8]] =
    [
      "13/03/2022, 08:00 - ", "[13/03/2022, 08:00:05] ", "3/13/22, 8:00\u{202F}AM - ",
      "13.03.22, 08:00 - ",
      "2022/03/13 8:00 - ", "[13/3/2565 08:00:05] ", "22/3/13 PM 1:28 - ", "[08:00:05, 13/3/22] ",
      "\u{200F}[٢٧\u{200F}/٣\u{200F}/٢٠٢٢، ٩:٤١:٥٥\u{A0}م] ", "14/03/2032, 08:00 - Z: ", "A: ",
      "B:", "\n",
      "\r\n", "\r", "\u{2028}", "\u{FEFF}", "\u{200E}", "[", "]", ":", " - ", "/", ",", "0", "31",
      "<attached: a.jpg>", "added", "\" ", "image omitted", "\0",
    ].map { Array($0.utf8) } + [
      [0xFF, 0xFE], [0xFE, 0xFF], [0xE2, 0x80], [0xFF], [0xED, 0xA0, 0x80],
    ]

  /// How bytes come about: any at all, few different ones, pieces of headers, a chat with some bytes changed.
  static func bytes(_ recipe: Int, _ random: inout SplitMix64) -> [UInt8] {
    var bytes: [UInt8] = []
    switch recipe {
    case 0:
      for _ in 0..<Int.random(in: 1...3000, using: &random) {
        bytes.append(.random(in: 0...255, using: &random))
      }
    case 1:
      let few = Array("\n\r01:/, -[]A\u{200E}".utf8)
      for _ in 0..<Int.random(in: 1...3000, using: &random) {
        bytes.append(few.randomElement(using: &random) ?? 0)
      }
    case 2:
      for _ in 0..<Int.random(in: 1...400, using: &random) {
        bytes += fragments.randomElement(using: &random) ?? []
      }
    default:
      bytes = Array(texts[Int.random(in: 0...1, using: &random)].utf8)
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = .random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: fragments.randomElement(using: &random) ?? [], at: place)
        }
      }
    }
    return bytes
  }

  /// By itself any such bytes are read or refused in words; between two chats they are always read.
  @Test(arguments: 0..<8, 0..<4)
  func accountsForEveryLineOfAnyBytes(seed: UInt64, recipe: Int) throws {
    var random = SplitMix64(state: seed &* 4 &+ UInt64(recipe))
    let bytes = Self.bytes(recipe, &random)
    do {
      try Self.check(bytes)
    } catch let error as ExportError {
      #expect(!"\(error)".isEmpty)
    }
    let chat = Array(
      (seed % 2 == 0 ? android(["A: one", "B: two"]) : ios(["A: one", "B: two"])).utf8)
    // UTF-16 is told by the first bytes.
    try Self.check(Array("x\n".utf8) + bytes + [0x0A] + chat + bytes)
    try Self.check(chat + bytes + [0x0A] + chat)
  }

  static func check(_ bytes: [UInt8]) throws {
    var text: [UInt8] = []
    let decoded = DecodedText(ArraySource(bytes))
    while try decoded.next({ text.append(copying: $0) }) {}
    let reading = try read(makeReader(bytes))
    let lines = reading.accounting
    #expect(lines.lines == lines.messages + lines.continuations + lines.unread)
    #expect(lines.messages == reading.messages.count)
    #expect(lines.lines == text.count { $0 == 0x0A } + (text.last == 0x0A ? 0 : 1))
    for (extent, next) in zip(reading.extents, reading.extents.dropFirst()) {
      #expect(extent.upperBound == next.lowerBound)
    }
    #expect(reading.extents.last.map { $0.upperBound == Int64(text.count) } ?? true)
  }

  @Test(arguments: ["<a: b> \u{200E}<", "word ", ": ", "\u{200E}", "e\u{301}\u{301}"])
  func readsALongLineInLinearTime(piece: String) throws {
    let long = String(repeating: piece, count: 2_000_000 / piece.utf8.count) + "."
    let text = android(["A: one", "B: \(long)", "A: three"])
    let clock = ContinuousClock()
    var reading = Reading()
    let time = try clock.measure { reading = try read(text) }
    #expect(reading.messages.map(\.author) == ["A", "B", "A"])
    #expect(reading.messages[1].text?.utf8.count == long.utf8.count)
    #expect(time < .seconds(60), "\(time)")
  }
}
