import TestKit
import Testing

@testable import JSONText

/// What is picked out of values by themselves, and of values on lines of their own.
@Suite struct JSONPiecesTests {
  // MARK: Lines

  @Test(arguments: [
    ("", []), ("1", ["1"]), ("1\n", ["1"]),
    (
      "{\"a\":[1,2]}\n \"\\n\" \r\nnull\n",
      [
        "{\"a\":[1,2]}", "\"\\n\"", "null",
      ]
    ),
    ("{}\n[]\n\"\"\n0", ["{}", "[]", "\"\"", "0"]),
  ])
  func readsAValueOnEachLine(_ text: String, _ values: [String]) throws {
    let read = try JSONLineReader(JSONPicks([])).pieces(of: Array(text.utf8))
    #expect(read.map { String(decoding: $0.whole.raw, as: UTF8.self) } == values)
  }

  @Test(arguments: [
    ("{}\n\n{}", "the text is empty", 0), ("\n", "the text is empty", 0),
    ("{}{}\n", "text after the end of the value", 2),
    ("1 2\n3", "text after the end of the value", 2),
    ("[1,\n2]", "the text ends too early", 3),
    ("{}\n[1\n", "a comma or a closing bracket is missing", 2),
    ("\"a\n\"", "a string is not closed", 0),
    ("{}\n\"\\x\"\n", "an escape in a string is wrong", 0),
  ])
  func refusesLines(_ text: String, because reason: String, at byteOffset: Int) {
    #expect(throws: JSONError.invalid(reason: reason, byteOffset: byteOffset)) {
      try JSONLineReader(JSONPicks([])).pieces(of: Array(text.utf8))
    }
  }

  /// Whatever stands in the lines: all of them together are read as each by itself, or refused as the first bad one.
  @Test(arguments: 0..<200)
  func readsLinesLikeValues(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let pieces = [
      "{}", "[]", "1", "\"a\"", "\"\\u00e9\"", "\n", "\n", "\n", ",", " ", "{\"a\":", "}", "[", "]",
      "\"", "\\",
      "nul", "é", "\u{1}",
    ]
    let text = (0..<(1 + Int(random.next() % 9))).map { _ in
      // Mostly whole lines.
      random.next() % 3 == 0 ? pieces[Int(random.next() % UInt64(pieces.count))] : "{\"a\":[1]}\n"
    }.joined()
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    let expected = Result { () throws(JSONError) in
      var values: [[UInt8]] = []
      for line in lines { values.append(Array(try JSONValue(parsing: line).raw)) }
      return values
    }
    let found = Result { () throws(JSONError) in
      try JSONLineReader(JSONPicks([])).pieces(of: Array(text.utf8)).map { Array($0.whole.raw) }
    }
    #expect(found == expected)
  }

  // MARK: Shapes

  /// Lines that are alike but for some bytes: whatever the reader remembers of those before, each gives what it gives by itself,
  /// or is refused.
  @Test(arguments: 0..<400)
  func readsLinesOfKnownShapesLikeValues(seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    func some(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let shapes = [
      #"{"id":"a1","waba_payload":{"body":"b","n":[1,2]},"x":null}"#,
      #"{"id":"a\n1","waba_payload":{"body":"\u00e9 \"\" and more than sixteen bytes","n":[]},"x":-1.5e3}"#,
      #"{"id":"a1","waba_payload":{"body":{"deep":true},"n":[1,2]},"x":{"id":{}}}"#,
      #"{"id":"a1","waba_payload":{"body":{"deep":[7]},"id":2},"":"é","x":"x","id":0}"#,
      #" {"x":[{"id":1},"s"], "id":false}"#, "7", #""s""#, "[]", "{}", #"[{"id":1}]"#,
    ].map { Array($0.utf8) }
    let bytes = Array(#"0159-+.eE"\/bnu{}[]:, atrufls"#.utf8) + [1, 0xC3, 0xA9, 0x0A, 0x0D, 0x80]
    let reader = JSONLineReader(Self.picks)
    for _ in 0..<6 {
      var lines: [[UInt8]] = []
      for _ in 0..<(1 + some(5)) {
        var line = shapes[some(shapes.count)]
        for _ in 0..<some(3) {
          let place = some(line.count)
          switch some(4) {
          case 0: line[place] = bytes[some(bytes.count)]
          case 1: line.insert(bytes[some(bytes.count)], at: place)
          case 2 where line.count > 1: line.remove(at: place)
          default: break
          }
        }
        lines += line.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
      }
      if lines.last?.isEmpty == true { lines.append(Array("{}".utf8)) }
      let expected = Result { () throws(JSONError) in
        var rows: [[String]] = []
        for line in lines {
          rows.append(Self.words(JSONPieces(try JSONValue(parsing: line), Self.picks)))
        }
        return rows
      }
      let text = Array(lines.joined(separator: [0x0A])) + (some(2) == 0 ? [0x0A] : [])
      let found = Result { () throws(JSONError) in try reader.pieces(of: text).map(Self.words) }
      #expect(found == expected)
    }
  }

  /// More shapes than are remembered.
  @Test func readsLinesOfManyShapes() throws {
    let reader = JSONLineReader(Self.picks)
    for round in 0..<3 {
      for number in 0..<200 {
        let lines = (0..<40).map {
          "{\"n\(number)x\($0)\":[],\"id\":\"i\($0)\",\"y\($0 % 7)\":0,\"x\":\(round)}"
        }
        let pieces = try reader.pieces(of: Array(lines.joined(separator: "\n").utf8))
        #expect(pieces.map { $0[1]?.string } == (0..<40).map { "i\($0)" })
        #expect(pieces.allSatisfy { $0[4]?.int == Int64(round) })
      }
    }
  }

  // MARK: Picks

  /// Each value in the order of `Pick`, the whole one first; a dash for one that is not there.
  private static func words(_ pieces: JSONPieces) -> [String] {
    (0...6).map { pick in
      pieces[pick].map { String(decoding: $0.raw, as: UTF8.self) } ?? "-"
    }
  }

  private enum Pick: Int { case whole, id, payload, empty, x, body, deep }

  private static let picks = JSONPicks([
    (0, "id"), (0, "waba_payload"), (0, ""), (0, "x"), (2, "body"), (5, "deep"),
  ])

  /// Each value in the order of `Pick`; a dash for one that is not there.
  @Test(arguments: [
    (
      #"{"id":1,"waba_payload":{"body":{"deep":[2, {}]},"id":3},"":null,"x":"a"}"#,
      [
        #"1"#, #"{"body":{"deep":[2, {}]},"id":3}"#, "null", #""a""#, #"{"deep":[2, {}]}"#,
        "[2, {}]",
      ]
    ),
    // Of equal names the first counts, and nothing of the others.
    (
      #"{"waba_payload":{"other":1},"id":1,"waba_payload":{"body":2},"id":2}"#,
      ["1", #"{"other":1}"#, "-", "-", "-", "-"]
    ),
    (
      #"{"waba_payload":[{"body":1}],"\u0078":"é","body":1}"#,
      ["-", #"[{"body":1}]"#, "-", #""é""#, "-", "-"]
    ),
    (#"{"waba_payload":null}"#, ["-", "null", "-", "-", "-", "-"]),
    (#"{"waba_payload":{"body":"b"}}"#, ["-", #"{"body":"b"}"#, "-", "-", #""b""#, "-"]),
    (#"{"ide":1,"i":2,"wabapayload_":{}}"#, ["-", "-", "-", "-", "-", "-"]),
    ("[1]", ["-", "-", "-", "-", "-", "-"]), (#""id""#, ["-", "-", "-", "-", "-", "-"]),
  ])
  func picksValuesOut(_ text: String, _ expected: [String]) throws {
    func words(_ pieces: JSONPieces) -> [String] { Array(Self.words(pieces).dropFirst()) }
    let value = try JSONValueTests.parse(text)
    #expect(words(JSONPieces(value, Self.picks)) == expected)
    // As the second of three lines, without nodes.
    let lines = try JSONLineReader(Self.picks).pieces(of: Array("{\"id\":9}\n\(text)\n[]".utf8))
    #expect(lines.count == 3)
    #expect(words(lines[1]) == expected)
    #expect(lines[1].has(1) == (expected[0] != "-"))
    #expect(!lines[1].isTakenApart)
    // And of a value inside another.
    let inner = try JSONValueTests.parse("[0,\(text)]").array?[1]
    #expect(inner.map { words(JSONPieces($0, Self.picks)) } == expected)
  }

  @Test func saysWhatPicksAre() throws {
    let text = #"{"id":null,"waba_payload":{"body":true},"":"text","x":"te\u0078t"}"#
    let value = try JSONValueTests.parse(text)
    let line = try #require(try JSONLineReader(Self.picks).pieces(of: Array(text.utf8)).first)
    for pieces in [line, JSONPieces(value, Self.picks)] {
      #expect(pieces.nonNull(1) == nil && pieces.has(1) && pieces.nonNull(6) == nil)
      #expect(pieces.nonNull(3)?.string == "text")
      #expect((0...6).map { pieces.bool($0) } == [nil, nil, nil, nil, nil, true, nil])
      #expect((0...6).filter { pieces.isText($0, "text") } == [3, 4])
      #expect(!pieces.isText(3, "texts") && !pieces.isText(3, "tent"))
    }
  }

  /// What was picked out of lines says the same as what was taken apart.
  @Test func readsInsideWhatWasPicked() throws {
    let text = #"{"id":[1,"a\n",{"b":true}],"x":{"c":"d","c":"e"}}"#
    let pieces = try #require(try JSONLineReader(Self.picks).pieces(of: Array(text.utf8)).first)
    let items = try #require(pieces[1]?.array)
    #expect(items[0].int == 1)
    #expect(items[1].string == "a\n")
    #expect(items[2]["b"]?.bool == true)
    #expect(pieces[4]?["c"]?.string == "d")
    #expect(pieces[4]?.members?.map(\.key) == ["c", "c"])
    #expect(pieces[4]?.takenApart["c"]?.string == "d")
    #expect(pieces.whole["x"]?["c"]?.string == "d")
    #expect(pieces[1]?.isEmptyContainer == false)
    #expect(try JSONValueTests.parse("[ \n]").isEmptyContainer)
    #expect(try JSONValueTests.parse("{}").isEmptyContainer)
    #expect(try !JSONValueTests.parse("0").isEmptyContainer)
  }

  /// Against the standard library's own reading.
  @Test(arguments: [
    "0", "-0", "7", "-7", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
    "-9223372036854775809", "99999999999999999999999999", "1.0", "1e3", "\"12\"", "\"+12\"",
    "\"-12\"",
    "\"\"", "\"-\"", "\"+\"", "\"1a\"", "\"\\u0031\"", "true",
  ])
  func readsIntegers(_ text: String) throws {
    let value = try JSONValueTests.parse(text)
    let isNumber = !text.hasPrefix("\"") && text != "true"
    #expect(value.int == (isNumber ? Int64(text) : nil))
    #expect(value.intInText == value.string.flatMap { Int64($0) })
  }

  @Test func comparesTexts() throws {
    let value = try JSONValueTests.parse(#"["text","te\u0078t","texts","",1]"#).array ?? []
    #expect(value.map { $0.isText("text") } == [true, true, false, false, false])
    #expect(value[0].isText(of: value[1]))
    #expect(!value[0].isText(of: value[2]))
    #expect(!value[4].isText(of: value[4]))
  }
}
