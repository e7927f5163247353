import Testing
import TestKit

@testable import JSONText

@Suite struct JSONWriterTests {
  @Test func writesEveryKindOfValue() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("a")
    writer.beginArray()
    writer.number(0)
    writer.number(.min)
    writer.number(.max)
    writer.number(-7)
    writer.bool(true)
    writer.bool(false)
    writer.null()
    writer.beginObject()
    writer.endObject()
    writer.beginArray()
    writer.endArray()
    writer.string("x\"y")
    writer.endArray()
    writer.key("k\n" as String)
    writer.stringOrNull(nil)
    writer.key("z")
    writer.stringOrNull("é")
    writer.key("raw")
    writer.raw(Array("{\"a\": 1}".utf8).span)
    writer.key("u")
    writer.string(utf8: Array("\\".utf8).span)
    writer.endObject()
    writer.bytes.append(UInt8(ascii: "\n"))
    writer.beginArray()
    writer.endArray()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        {"a":[0,-9223372036854775808,9223372036854775807,-7,true,false,null,{},[],"x\\"y"],\
        "k\\n":null,"z":"é","raw":{"a": 1},"u":"\\\\"}
        []
        """)
  }

  @Test(arguments: [
    ("", ""), ("plain é😀\u{2028}\u{7f}", "plain é😀\u{2028}\u{7f}"), ("\n", "\\n"),
    ("\"\\/", "\\\"\\\\/"), ("\u{8}\u{c}\r\t", "\\b\\f\\r\\t"),
    ("\0\u{1}\u{b}\u{1f}", "\\u0000\\u0001\\u000b\\u001f"),
  ])
  func escapes(_ text: String, _ expected: String) {
    #expect(Self.escape(Array(text.utf8)) == Array(expected.utf8))
  }

  /// Every byte at every place of a text that is longer than any step of the search.
  @Test func escapesEveryByteAtEveryPlace() {
    for length in [1, 7, 8, 9, 31, 32, 33, 72] {
      for place in 0..<length {
        for byte in 0..<UInt8(0x80) {
          var text = [UInt8](repeating: 0x21, count: length)
          text[place] = byte
          let inside: [UInt8] =
            switch byte {
            case 0x08: [0x5C, 0x62]
            case 0x09: [0x5C, 0x74]
            case 0x0A: [0x5C, 0x6E]
            case 0x0C: [0x5C, 0x66]
            case 0x0D: [0x5C, 0x72]
            case 0x22, 0x5C: [0x5C, byte]
            case 0..<0x10: Array("\\u000".utf8) + Array(String(byte, radix: 16).utf8)
            case 0..<0x20: Array("\\u00".utf8) + Array(String(byte, radix: 16).utf8)
            default: [byte]
            }
          let expected = text[..<place] + inside + text[(place + 1)...]
          if Self.escape(text) != Array(expected) {
            Issue.record("byte \(byte) at \(place) of \(length)")
          }
        }
      }
    }
  }

  @Test(arguments: 0..<64 as Range<UInt64>)
  func comesBackFromTheReader(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    var text = ""
    for _ in 0..<Int.random(in: 0..<200, using: &random) {
      let limit: UInt32 = [0x30, 0x80, 0x800, 0x110000].randomElement(using: &random) ?? 0
      text.unicodeScalars.append(
        Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) ?? "\u{2028}")
    }
    var writer = JSONWriter()
    writer.string(text)
    #expect(try JSONValue(parsing: writer.bytes).string == text)
    #expect(Self.escape(Array(text.utf8)).count == writer.bytes.count - 2)
  }

  /// Escapes twice: the second time behind other bytes, and counted.
  static func escape(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [1]
    JSONWriter.escape(text.span, into: &bytes)
    #expect(JSONWriter.escapedLength(text.span) == bytes.count - 1)
    return Array(bytes.dropFirst())
  }

  /// Every length up to three vectors, with a byte that must be escaped at every place of it.
  @Test(arguments: [0x00, 0x1F, 0x22, 0x5C] as [UInt8])
  func findsEscapesAtEveryPlace(byte: UInt8) {
    for length in 0...49 {
      let plain: [UInt8] = (0..<length).map { place in
        let value = UInt8(0x23 + place * 37 % 0xDD)
        return value == 0x5C ? 0x7F : value
      }
      var target = [UInt8](repeating: 1, count: length)
      #expect(copy(plain, to: &target))
      #expect(target == plain)
      for place in 0..<length {
        var text = plain
        text[place] = byte
        #expect(!copy(text, to: &target))
        text.withUnsafeBufferPointer {
          #expect(JSONWriter.nextEscape(in: $0, from: 0) == place)
          #expect(JSONWriter.nextEscape(in: $0, from: place + 1) == length)
        }
      }
    }
  }

  private func copy(_ text: [UInt8], to target: inout [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      target.withUnsafeMutableBufferPointer { target in
        guard let base = target.baseAddress else { return true }
        return JSONWriter.copyPlain(text, to: base)
      }
    }
  }
}
