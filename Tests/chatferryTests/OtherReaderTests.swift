import Foundation
import JSONText
import TestKit
import Testing

private let hasPython = ["/usr/bin/python3", "/usr/local/bin/python3"].contains {
  FileManager.default.isExecutableFile(atPath: $0)
}

/// What is written, read by programs that know nothing of chatferry: Python's own readers of CSV and JSON.
@Suite(.timeLimit(.minutes(50)), .enabled(if: hasPython)) struct OtherReaderTests {
  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let running = try RunningChatferry(
      URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-c", program] + arguments,
      ProcessInfo.processInfo.environment)
    running.give("")
    let outcome = try running.outcome()
    guard outcome.status == 0 else { throw Chatferry.Complaint(text: outcome.error) }
    return outcome.output
  }

  /// Texts that readers stumble over, then random ones. A message of the text cannot hold a line break of the phone's
  /// own, and what stands at its end is trimmed, so each is fenced.
  private static func texts(_ seed: UInt64) -> [String] {
    var random = SplitMix64(state: seed)
    let given = [
      "\"", "\"\"", ",", "a,\"b\",c", "'", ";", "=1+1", "+1", "-1", "@x", "\t=1", "＝1", "\r",
      "a\rb",
      "\0", "a\0b", "\u{2028}", "\u{85}", "\u{B}\u{C}", "\u{FEFF}", "\u{FFFD}", "\\", "\\n",
      "\\ud800",
      "😀", "e\u{301}", "\u{10FFFF}", "\u{FFFF}", "\u{1F}\u{7F}\u{9B}", "NaN", "1e400", "null",
      "two\nlines", "two\n\"lines\"\n,", "]]>", "</script>",
    ]
    let signs: [Unicode.Scalar] = [
      "\"", ",", "\r", "\n", "\0", "=", "\\", "é", "😀", "\u{2028}", "a",
    ]
    let invented = (0..<40).map { _ in
      String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 1..<20, using: &random)).map { _ in
            signs[Int.random(in: 0..<signs.count, using: &random)]
          }))
    }
    return (given + invented).map { "<\($0)>" }
  }

  /// Exports a chat of these texts and returns the folder.
  private static func export(
    _ texts: [String], _ chatferry: Chatferry, _ options: [String]
  ) throws -> String {
    let lines = texts.enumerated().map { number, text in
      "13/03/2022, \(number / 60 < 10 ? "0" : "")\(number / 60):\(number % 60 < 10 ? "0" : "")\(number % 60) - "
        + "\(number % 2 == 0 ? "Anna \"A\", Berg" : "Bo"): \(text)\n"
    }
    let chat = try chatferry.chat("chat.txt", lines.joined())
    let out = chatferry.home.file("out")
    let run = try chatferry.run(["export", chat, "--to", out] + options)
    #expect(run.status == 0, "\(run.error)")
    return out
  }

  /// Every text as hexadecimal digits of its UTF-8, one a line: nothing can get lost on the way back.
  private static let readCSV = """
    import csv, sys
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    assert all(len(row) == 25 for row in rows), [len(row) for row in rows]
    place = rows[0].index("text")
    for row in rows[1:]:
        print(row[place].encode("utf-8").hex())
    """

  private static let readJSON = """
    import json, sys
    def refuse(word):
        raise ValueError(word)
    with open(sys.argv[1], "rb") as file:
        for line in file.read().split(b"\\n")[:-1]:
            row = json.loads(line.decode("utf-8", "strict"), parse_constant=refuse)
            again = json.loads(json.dumps(row))
            assert again == row
            print((row["text"] or "").encode("utf-8").hex())
    """

  private static func hex(_ texts: [String]) -> [String] {
    texts.map { text in text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
  }

  private static func lines(_ output: String) -> [String] {
    output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func givesBackEveryText(seed: UInt64) throws {
    let texts = Self.texts(seed)
    let chatferry = try Chatferry()
    let out = try Self.export(texts, chatferry, ["--raw-csv"])
    let expected = Self.hex(texts.map { $0.replacing("\r\n", with: "\n") })
    #expect(Self.lines(try Self.run(Self.readJSON, [out + "/messages.jsonl"])) == expected)
    // The reader of Python's csv before 3.11 knows no NUL; those texts are left to the test of the writer.
    let csv = try? Self.run(Self.readCSV, [out + "/messages.csv"])
    if let csv { #expect(Self.lines(csv) == expected) }
  }

  @Test func givesBackEveryTextWithoutNULAsCSV() throws {
    let texts = Self.texts(7).filter { !$0.utf8.contains(0) }
    let chatferry = try Chatferry()
    let out = try Self.export(texts, chatferry, ["--raw-csv"])
    let expected = Self.hex(texts.map { $0.replacing("\r\n", with: "\n") })
    #expect(Self.lines(try Self.run(Self.readCSV, [out + "/messages.csv"])) == expected)
  }

  /// What commands print about a chat is JSON for another reader too, whatever the chat holds.
  @Test func printsResultsThatAnotherReaderTakes() throws {
    let chatferry = try Chatferry()
    let chat = try chatferry.chat(
      "ch\"at\u{202E}\u{1B}.txt",
      "13/03/2022, 08:00 - \u{1B}\"A\\\u{2028}: x\n14/03/2022, 08:00 - B: y\n")
    for words in [["inspect", chat, "--json"], ["inspect", chat + "x", "--json"]] {
      let run = try chatferry.run(words)
      try chatferry.home.write(run.output, to: "result")
      let program = """
        import json, sys
        def refuse(word):
            raise ValueError(word)
        print(json.dumps(json.loads(open(sys.argv[1], encoding="utf-8").read(), parse_constant=refuse)))
        """
      let again = try Self.run(program, [chatferry.home.file("result")])
      #expect(try JSONValue(parsing: Array(again.utf8))["exports"] != nil)
    }
  }
}
