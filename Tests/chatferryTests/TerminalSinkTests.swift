import Files
import Foundation
import TestKit
import Testing

@testable import chatferry

/// Records on a terminal, where they must not steer it, and in a pipe, where they are data.
@Suite(.timeLimit(.minutes(50))) struct TerminalSinkTests {
  private final class Collected: ByteSink {
    var bytes: [UInt8] = []
    func write(_ bytes: Span<UInt8>) throws(FilesError) {
      bytes.withUnsafeBufferPointer { self.bytes.append(contentsOf: $0) }
    }
    func flush() throws(FilesError) {}
  }

  /// However the bytes come: no character is cut.
  @Test(arguments: [1, 2, 3, 5, 64])
  func makesVisibleWhatSteers(chunk: Int) throws {
    let text =
      "a\u{1B}]0;x\u{7}b\r\n\u{9B}31m,שלום 😀 \u{202E}gpj\u{2066}\n\r\rend\r\n\u{2028}é\u{7F}"
    let collected = Collected()
    let sink = TerminalSink(collected)
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      try sink.write(Array(bytes[start..<min(start + chunk, bytes.count)]).span)
    }
    try sink.flush()
    #expect(
      String(decoding: collected.bytes, as: UTF8.self)
        == "a\\u{1b}]0;x\\u{7}b\r\n\\u{9b}31m,שלום 😀 \\u{202e}gpj\\u{2066}\n\\u{d}\\u{d}end\r\n"
        + "\\u{2028}é\\u{7f}")
  }

  private static let hostile =
    "10/03/2022, 11:00 - Anna: \u{202E}gpj\u{1B}[2J\u{9B}31m\u{7} hi\n13/03/2022, 11:00 - Bo: x\n"

  @Test(arguments: ["csv", "jsonl"])
  func letsNoRecordSteerATerminal(format: String) throws {
    let chatferry = try Chatferry()
    let words = [
      Chatferry.program.path, "export", try chatferry.chat("chat.txt", Self.hostile), "--to", "-",
      "--format", format, "--progress", "none",
    ]
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    let running = try RunningChatferry(
      URL(fileURLWithPath: "/usr/bin/script"), ["-qec", line, "/dev/null"], chatferry.merged)
    running.give("")
    let run = try running.outcome()
    #expect(run.status == 0)
    #expect(run.output.contains("\\u{202e}"))
    for value: UInt32 in [0x1B, 0x9B, 0x07, 0x202E] {
      #expect(!run.output.unicodeScalars.contains { $0.value == value }, "\(value)")
    }
    let piped = try chatferry.run(Array(words.dropFirst()))
    #expect(piped.output.contains("\u{202E}gpj"))
  }

  /// Names in a chat lose marks of direction when they are read; elsewhere the sign that turns a line is shown.
  @Test func showsWhoeverForgesASender() throws {
    let chatferry = try Chatferry()
    let chat = try chatferry.chat(
      "ch\u{202E}at.txt",
      "10/03/2022, 11:00 - An\u{202E}na\u{2066}: hi\n13/03/2022, 11:00 - Bo: x\n")
    let run = try chatferry.run("inspect", chat)
    #expect(run.output.contains("ch\\u{202e}at"))
    #expect(run.output.contains("Anna"))
    let directions: [ClosedRange<UInt32>] = [0x202A...0x202E, 0x2066...0x2069]
    #expect(
      !(run.output + run.error).unicodeScalars.contains { scalar in
        directions.contains { $0.contains(scalar.value) }
      })
  }
}
