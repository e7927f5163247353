import Foundation
import JSONText
import TestKit
import Testing

@testable import InboxBackup

@Suite struct LinesTests {
  /// Lines of every length around the block of 16 KiB, and empty ones.
  @Test(arguments: [
    [], [""], ["a"], ["", "", "b"], ["long"], ["long", "x", "long", ""], ["x", "twice", "y"],
    ["twice", "long", "long"],
  ])
  func readsBlocksOfWholeLines(names: [String]) throws {
    let folder = try TemporaryFolder()
    for extra in [0, 1, -1, -2] {
      let lines = Self.lines(names, extra)
      for ending in ["\n", ""] where !(ending.isEmpty && lines.last?.isEmpty ?? true) {
        let text = lines.joined(separator: "\n") + (lines.isEmpty ? "" : ending)
        try folder.write(text, to: "l")
        let forwards = try LineBlocks(folder.file("l"))
        var read: [[UInt8]] = []
        while let block = try forwards.next() { read.append(block) }
        #expect(read.joined().elementsEqual(text.utf8))
        #expect(read.dropLast().allSatisfy { $0.last == UInt8(ascii: "\n") })
        #expect(forwards.isTorn == (ending.isEmpty && !lines.isEmpty))
        let backwards = try LineBlocks(folder.file("l"), .backwards)
        read = []
        while let block = try backwards.next() { read.append(block) }
        #expect(read.reversed().joined().elementsEqual(text.utf8))
        #expect(read.dropFirst().allSatisfy { $0.last == UInt8(ascii: "\n") })
        var seen: [String] = []
        var starts: [Int64] = []
        try LineBlocks(folder.file("l")).forEachLine { line, start in
          seen.append(String(decoding: line, as: UTF8.self))
          starts.append(start)
        }
        #expect(seen == lines)
        #expect(
          starts
            == lines.indices.map { at in lines[..<at].reduce(0) { $0 + Int64($1.utf8.count) + 1 } })
      }
    }
  }

  private static func lines(_ names: [String], _ extra: Int) -> [String] {
    names.map { name in
      switch name {
      case "long": String(repeating: "y", count: (16 << 10) - 2 + extra)
      case "twice": String(repeating: "z", count: (32 << 10) - 2 + extra)
      default: name
      }
    }
  }

  @Test func readsValuesForwardsAndBackwards() throws {
    let folder = try TemporaryFolder()
    let values = (0..<5_000).map { "{\"id\":\($0),\"text\":\"a\\n\($0)\"}" }
    for ending in ["\n", ""] {
      try folder.write(values.joined(separator: "\n") + ending, to: "l")
      let lines = try JSONLines(folder.file("l"))
      var read: [String] = []
      while let value = try lines.next() {
        read.append(String(decoding: value.raw, as: UTF8.self))
      }
      #expect(read == values)
      for direction in [LineBlocks.Direction.forwards, .backwards] {
        let lines = try PickedLines(folder.file("l"), JSONPicks([(0, "text")]), direction)
        read = []
        while let pieces = try lines.next() {
          #expect(pieces[1]?.string?.hasPrefix("a\n") == true)
          read.append(String(decoding: pieces.whole.raw, as: UTF8.self))
        }
        #expect(read == (direction == .forwards ? values : values.reversed()))
      }
    }
  }

  @Test(arguments: [
    ("{}\n{\n", "a member's name is missing", 1), ("{}\n\n{}\n", "the text is empty", 0),
    ("{}\n{}{}\n", "text after the end of the value", 2),
    ("{}\n[1,\n2]\n", "the text ends too early", 3),
  ])
  func refusesALineThatIsNoValue(text: String, reason: String, byteOffset: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "l")
    #expect(throws: JSONError.invalid(reason: reason, byteOffset: byteOffset)) {
      let lines = try JSONLines(folder.file("l"))
      while try lines.next() != nil {}
    }
    #expect(throws: JSONError.invalid(reason: reason, byteOffset: byteOffset)) {
      let lines = try PickedLines(folder.file("l"), JSONPicks([]))
      while try lines.next() != nil {}
    }
  }

  @Test func sortsAFileThatTheServerGaveOutOfOrder() throws {
    let folder = try TemporaryFolder()
    let rows = [("a", 5), ("b", 9), ("c", -1), ("d", 9), ("e", 7)].map { id, time in
      #"{"id":"\#(id)","waba_payload":{"type":"text"\#(time < 0 ? "" : ",\"timestamp\":\(time)")}}"#
        + "\n"
    }
    try folder.write(rows.joined(), to: "m.jsonl")
    _ = try MessageSorter.sort(BackupFolder(folder.path), "m.jsonl", .getChat)
    #expect(try folder.text("m.jsonl") == [1, 3, 4, 0, 2].map { rows[$0] }.joined())
  }
}

@Suite struct BackupErrorTests {
  @Test(arguments: [
    (
      BackupError.notABackup(path: "d", reason: "it holds no generation"),
      "d is no backup: it holds no generation; give the folder that `chatferry backup --to` wrote"
    ),
    (
      .folderTaken(path: "d"), "d holds files that are no backup; give an empty or a new folder"
    ),
    (
      .otherInbox(path: "d", server: "https://x"),
      "d is the backup of another inbox, https://x; give each inbox a folder of its own"
    ),
    (
      .ofOnlineInbox(path: "d"),
      "d is the backup of an online inbox, whose chats cannot be put into a get.chat inbox; `chatferry export` writes its messages"
    ),
    (
      .newerFormat(path: "d", found: 2, known: 1),
      "d has format 2, and this chatferry knows formats up to 1; use the newer chatferry that wrote it"
    ),
    (
      .damaged(path: "HEAD", reason: "it is missing"),
      "HEAD is damaged: it is missing; run `chatferry verify` to see what else is, and restore it from a copy"
    ),
  ])
  func saysWhatWhereAndWhatToDo(error: BackupError, words: String) {
    #expect("\(error)" == words)
  }
}
