import ChatRecords
import Testing

@testable import WhatsAppExport

@Suite struct DecodedTextTests {
  struct TextCase: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let text: String
    var replacements = 0
    var testDescription: String { name }
  }

  static func utf16(_ text: String, high: Int, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let (top, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return high == 0 ? [top, low] : [low, top]
    }
  }

  static let line = "13/03/2022, 08:00 - Anna: Zürich 😀 שלום\n"

  static let cases = [
    TextCase(name: "empty", bytes: [], text: ""),
    TextCase(name: "plain", bytes: Array(line.utf8), text: line),
    TextCase(name: "byte order mark", bytes: [0xEF, 0xBB, 0xBF] + line.utf8, text: line),
    TextCase(name: "byte order mark alone", bytes: [0xEF, 0xBB, 0xBF], text: ""),
    TextCase(name: "UTF-16 LE, marked", bytes: utf16(line, high: 1, mark: true), text: line),
    TextCase(name: "UTF-16 BE, marked", bytes: utf16(line, high: 0, mark: true), text: line),
    TextCase(name: "UTF-16 LE, bare", bytes: utf16(line, high: 1, mark: false), text: line),
    TextCase(name: "UTF-16 BE, bare", bytes: utf16(line, high: 0, mark: false), text: line),
    TextCase(
      name: "UTF-16 with lone surrogates and half a unit",
      bytes: utf16("ab", high: 1, mark: true) + [0x3D, 0xD8, 0x63, 0x00, 0x00, 0xDE, 0x64],
      text: "ab\u{FFFD}c\u{FFFD}\u{FFFD}", replacements: 3),
    TextCase(name: "NUL is text", bytes: Array("a\0b\0\0".utf8), text: "a\0b\0\0"),
    // Table 3-8 of the Unicode Standard 16: one U+FFFD for each maximal subpart.
    TextCase(
      name: "non-shortest forms", bytes: [0xC0, 0xAF, 0xE0, 0x80, 0xBF, 0xF0, 0x81, 0x82, 0x41],
      text: String(repeating: "\u{FFFD}", count: 8) + "A", replacements: 8),
    TextCase(
      name: "surrogates", bytes: [0xED, 0xA0, 0x80, 0xED, 0xBF, 0xBF, 0xED, 0xAF, 0x41],
      text: String(repeating: "\u{FFFD}", count: 8) + "A", replacements: 8),
    TextCase(
      name: "truncated sequences",
      bytes: [0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41],
      text: String(repeating: "\u{FFFD}", count: 4) + "A", replacements: 4),
    TextCase(
      name: "cut at the end", bytes: [0x41, 0xF0, 0x9F, 0x98], text: "A\u{FFFD}", replacements: 1),
  ]

  @Test(arguments: cases, [1, 2, 3, 7, 64])
  func decodes(_ example: TextCase, chunk: Int) throws {
    let text = DecodedText(ChunkedSource(example.bytes, chunk: chunk))
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try text.read(into: $0) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    #expect(String(decoding: bytes, as: UTF8.self) == example.text)
    #expect(bytes == Array(example.text.utf8))
    #expect(text.replacements == example.replacements)
  }

  @Test func reportsWhatItReplaced() throws {
    var bytes = Array(android(["A: one", "A: t"]).utf8)
    bytes.insert(contentsOf: [0xFF, 0xC3], at: bytes.count - 1)
    let reading = try read(makeReader(bytes))
    #expect(reading.messages.last?.text == "t\u{FFFD}\u{FFFD}")
    #expect(
      reading.problems.filter { $0.code == "text-invalid-utf8" }.map(\.message)
        == ["2 places in the text are not valid UTF-8; each is read as U+FFFD"])
  }

  @Test func readsAChatInUTF16() throws {
    let text = android(["A: Zürich", "B: שלום"])
    let reading = try read(makeReader(Self.utf16(text, high: 1, mark: true)))
    #expect(reading.messages == [Told("A", .text, "Zürich"), Told("B", .text, "שלום")])
    #expect(reading.extents.last?.upperBound == Int64(text.utf8.count))
  }
}
