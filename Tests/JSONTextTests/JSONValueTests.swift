import Testing
import TestKit

@testable import JSONText

@Suite struct JSONValueTests {
  static func parse(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

  @Test(arguments: [
    "{}", "[]", "null", " true ", "false", "0", "-0", "\"\"", "[1,2]", "[[],{}]", "{\"\":0}",
    "{\"a\":1,\"a\":2}", "1E+2", "1.5e-3", "-1e400", "123456789012345678901234567890",
    "\"\\u0000\"", "\"\\ud800\"", "\"\\/\\b\\f\\n\\r\\t\\\\\\\"\"", "\t[\r\n1 ] ",
    "\"\u{7f}\u{2028}\"",
  ])
  func accepts(_ text: String) throws {
    let value = try Self.parse(text)
    #expect(String(decoding: value.raw, as: UTF8.self) == text.trimmed)
  }

  @Test(arguments: [
    ("", "the text is empty", 0),
    ("  ", "the text is empty", 0),
    ("[1,]", "no value here", 3),
    ("{\"a\":1,}", "a member's name is missing", 7),
    ("{a:1}", "a member's name is missing", 1),
    ("{\"a\" 1}", "a colon is missing", 5),
    ("[1 2]", "a comma or a closing bracket is missing", 3),
    ("[1}", "a comma or a closing bracket is missing", 2),
    ("[1", "a comma or a closing bracket is missing", 2),
    ("[", "the text ends too early", 1),
    ("]", "no value here", 0),
    ("[,1]", "no value here", 1),
    ("1 2", "text after the end of the value", 2),
    ("[]]", "text after the end of the value", 2),
    ("{}x", "text after the end of the value", 2),
    ("\"a\"b", "text after the end of the value", 3),
    ("NaN", "no value here", 0),
    ("nul", "no value here", 0),
    ("nulll", "no value here", 0),
    ("True", "no value here", 0),
    ("Infinity", "no value here", 0),
    ("01", "no value here", 0),
    ("-", "no value here", 0),
    ("+1", "no value here", 0),
    ("1.", "no value here", 0),
    (".5", "no value here", 0),
    ("1e", "no value here", 0),
    ("1e+", "no value here", 0),
    ("0x1", "no value here", 0),
    ("1a", "no value here", 0),
    ("'a'", "no value here", 0),
    ("// a\n1", "no value here", 0),
    ("\u{feff}{}", "no value here", 0),
    ("\"\\x\"", "an escape in a string is wrong", 0),
    ("\"\\u12g4\"", "an escape in a string is wrong", 0),
    ("\"\\u123\"", "an escape in a string is wrong", 0),
    ("[\"a", "a string is not closed", 0),
    ("\"a\\\"", "a string is not closed", 0),
    ("\"a\nb\"", "a string holds a control character", 0),
  ])
  func refuses(_ text: String, because reason: String, at byteOffset: Int) {
    #expect(throws: JSONError.invalid(reason: reason, byteOffset: byteOffset)) {
      try Self.parse(text)
    }
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xC0, 0xAF, 0x22],
      [0x22, 0xE2, 0x22],
      [0xFF, 0xFE, 0x5B, 0, 0x5D, 0], [0x5B, 0, 0x5D, 0],
    ] as [[UInt8]])
  func refusesWhatIsNotUTF8(_ bytes: [UInt8]) {
    #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
  }

  @Test func allowsSixtyFourContainersInsideEachOther() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try Self.parse(nested(64))
    #expect(
      throws: JSONError.invalid(reason: "too many containers inside each other", byteOffset: 64)
    ) { try Self.parse(nested(65)) }
    #expect(throws: JSONError.self) { try Self.parse(String(repeating: "[", count: 1_000_000)) }
    #expect(throws: JSONError.self) { try Self.parse(String(repeating: "{\"a\":", count: 99_999)) }
  }

  @Test func saysWhatIsWrongAndWhereAndWhatToDo() {
    #expect(
      JSONError.invalid(reason: "no value here", byteOffset: 3).description
        == "not valid JSON at byte 3: no value here; check that the server answers with JSON")
  }

  @Test func findsMembersAndItems() throws {
    let value = try Self.parse(
      #"{"a":{"b":[1,"two",[3],{"c":null}]},"a":9,"k\u0065y":true,"big":1e400,"é":-7}"#)
    #expect(value["a"]?["b"]?.array?.count == 4)
    #expect(value["a"]?["b"]?.array?[0].int == 1)
    #expect(value["a"]?["b"]?.array?[1].string == "two")
    #expect(value["a"]?["b"]?.array?[2].array?.first?.int == 3)
    #expect(value["a"]?["b"]?.array?[3]["c"]?.isNull == true)
    #expect(value["key"]?.bool == true)
    #expect(value["é"]?.int == -7)
    #expect(value["b"] == nil)
    #expect(value["c"] == nil)
    #expect(value["a"]?["b"]?["c"] == nil)
    #expect(value.members?.map(\.key) == ["a", "a", "key", "big", "é"])
    #expect(value.members?.last?.value.int == -7)
    #expect(value.array == nil)
    #expect(value["a"]?["b"]?.members == nil)
    #expect(value["big"]?.double == nil)
    #expect(value["big"].map { String(decoding: $0.raw, as: UTF8.self) } == "1e400")
  }

  @Test(arguments: [
    ("9223372036854775807", 9_223_372_036_854_775_807 as Int64?, 9223372036854775807.0),
    ("-9223372036854775808", -9_223_372_036_854_775_808, -9223372036854775808.0),
    ("9223372036854775808", nil, 9223372036854775808.0),
    ("1.0", nil, 1), ("1e3", nil, 1000), ("-0", 0, 0), ("\"1\"", nil, nil), ("true", nil, nil),
  ])
  func readsNumbers(_ text: String, int: Int64?, double: Double?) throws {
    let value = try Self.parse(text)
    #expect(value.int == int)
    #expect(value.double == double)
  }

  @Test(arguments: [
    (#""\u00e9\ud83d\ude00\"\\\/\b\f\n\r\t""#, "é😀\"\\/\u{8}\u{c}\n\r\t"),
    (#""a\ud83d""#, "a\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"),
    (#""\ude00\ud83d\u0041""#, "\u{FFFD}\u{FFFD}A"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\uD83D\n""#, "\u{FFFD}\n"), (#""\u0000""#, "\0"),
    (#""😀é""#, "😀é"), (#""\uabCD""#, "\u{ABCD}"),
  ])
  func unescapes(_ text: String, _ expected: String) throws {
    #expect(try Self.parse(text).string == expected)
  }

  @Test(arguments: 0..<64 as Range<UInt64>)
  func neverTrapsOnDamagedText(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let original = Array(#"{"a":[1,-2.5e3,"x\u00e9\n",{"b":null,"c":[true,false]}],"é":"😀"}"#.utf8)
    for _ in 0..<200 {
      var bytes = original
      for _ in 0..<Int(random.next() % 4) + 1 {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      bytes.removeLast(Int(random.next() % 8))
      guard let value = try? JSONValue(parsing: bytes) else { continue }
      Self.visit(value)
    }
  }

  static func visit(_ value: JSONValue) {
    _ = (value.string, value.int, value.double, value.bool, value.isNull, value.raw.count)
    value.members?.forEach { visit($0.value) }
    value.array?.forEach { visit($0) }
  }
}

extension String {
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
