import Foundation
import TestKit
import Testing

@testable import InboxBackup

@Suite struct LinesTests {
  /// Lines of every length around the block of 256 KiB, and empty ones.
  @Test(arguments: [[], [""], ["a"], ["", "", "b"], ["long"], ["long", "x", "long", ""]])
  func readsForwardsAndBackwards(names: [String]) throws {
    let folder = try TemporaryFolder()
    for extra in [0, 1, -1] {
      let lines = names.map {
        $0 == "long" ? String(repeating: "y", count: (256 << 10) - 2 + extra) : $0
      }
      for ending in ["\n", ""] where !(ending.isEmpty && lines.last?.isEmpty ?? true) {
        try folder.write(lines.joined(separator: "\n") + (lines.isEmpty ? "" : ending), to: "l")
        let forwards = try JSONLines(folder.file("l"))
        var read: [String] = []
        while let line = try forwards.next() { read.append(String(decoding: line, as: UTF8.self)) }
        #expect(read == lines)
        #expect(forwards.isTorn == (ending.isEmpty && !lines.isEmpty))
        let backwards = try BackwardLines(folder.file("l"))
        read = []
        while let line = try backwards.next() { read.append(String(decoding: line, as: UTF8.self)) }
        #expect(read == lines.reversed())
      }
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
