import Files
import Foundation
import Glibc
import TestKit
import Testing

@testable import InboxBackup

@Suite struct BackupVerifierTests {
  /// Two generations, so that there is a chain.
  private static func bench() async throws -> Bench {
    let bench = try Bench()
    try await bench.backup()
    bench.inbox.change {
      $0.chats["447700900101"]?.append(.init(id: "a13", time: 1_700_001_000))
      $0.chats["447700900101"]?[12].more = #","edited":true"#
    }
    try await bench.backup()
    return bench
  }

  private static func flip(_ path: String, at index: Int, _ mask: UInt8) throws {
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.seek(toOffset: UInt64(index))
    let byte = try #require(try handle.read(upToCount: 1)?.first)
    try handle.seek(toOffset: UInt64(index))
    try handle.write(contentsOf: Data([byte ^ mask]))
    try handle.close()
  }

  /// Every byte of the pointer; of other files the first, the last, and some between.
  @Test func namesAFileOfWhichAnyByteIsAnother() async throws {
    let bench = try await Self.bench()
    for file in bench.files() {
      let path = bench.path + "/" + file
      let size = try #require(
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
      let places =
        file == "HEAD" ? Array(0..<size) : Array(Set([0, size / 3, size / 2, size - 1]))
      for index in places where size > 0 {
        for mask: UInt8 in file == "HEAD" ? [0x01, 0x20] : [0x01] {
          try Self.flip(path, at: index, mask)
          let report = try bench.verify()
          let place = Comment(rawValue: "\(file) byte \(index)")
          #expect(report.verdict == .damaged, place)
          #expect(report.problems.map(\.file) == [file], place)
          try Self.flip(path, at: index, mask)
        }
      }
    }
    #expect(try bench.verify().verdict == .intact)
  }

  @Test func namesAFileThatIsMissingOrShorter() async throws {
    let bench = try await Self.bench()
    for file in bench.files() {
      let path = bench.path + "/" + file
      try FileManager.default.moveItem(atPath: path, toPath: bench.home.file("aside"))
      for isQuick in [false, true] {
        let report = try bench.verify(quick: isQuick)
        #expect(report.verdict == .damaged, "\(file)")
        #expect(report.problems.map(\.file).contains(file), "\(file)")
      }
      try FileManager.default.moveItem(atPath: bench.home.file("aside"), toPath: path)
      let size = try #require(
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
      guard size > 0 else { continue }
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      try #require(truncate(path, size - 1) == 0)
      #expect(try bench.verify(quick: true).problems.map(\.file).contains(file), "\(file)")
      try whole.write(to: URL(fileURLWithPath: path))
    }
  }

  @Test func saysWhatItLookedAt() async throws {
    let bench = try await Self.bench()
    #expect(
      try bench.verify().checked.map(\.rawValue) == [
        "present", "size", "hash", "parse", "reference",
      ])
    #expect(try bench.verify(quick: true).checked.map(\.rawValue) == ["present", "size"])
    #expect(try bench.verify().generation == 2)
    #expect(try bench.verify().messages == 18)
    #expect(try bench.verify().proof == nil)
  }

  @Test func warnsOfFilesThatNoGenerationNames() async throws {
    let bench = try await Self.bench()
    try bench.home.write("x", to: "backup/notes.txt")
    try FileManager.default.createDirectory(
      atPath: bench.path + "/generations/000003/messages", withIntermediateDirectories: true)
    try bench.home.write("{}\n", to: "backup/generations/000003/messages/1.jsonl")
    let report = try bench.verify()
    #expect(report.verdict == .intact)
    #expect(report.problems.map(\.file) == ["generations/000003", "notes.txt"])
    #expect(report.problems.allSatisfy { $0.severity == .warning })
  }

  @Test func worksInAFolderThatCanOnlyBeRead() async throws {
    let bench = try await Self.bench()
    chmod(bench.path, 0o500)
    defer { chmod(bench.path, 0o700) }
    #expect(try bench.verify().verdict == .intact)
    #expect(try await bench.ids(of: "447700900102").count == 4)
  }

  @Test func refusesWhatIsNoBackupAndWhatIsNewer() async throws {
    let bench = try Bench()
    #expect(throws: BackupError.self) { try bench.verify() }
    try FileManager.default.createDirectory(atPath: bench.path, withIntermediateDirectories: true)
    #expect(
      throws: BackupError.notABackup(path: bench.path, reason: "it holds no generation")
    ) { try bench.verify() }
    let lines = "chatferry backup 2\nwhatever\n"
    let digest = SHA256.digest(of: Array(lines.utf8).span).hex
    try bench.home.write(lines + "sha256 \(digest)\n", to: "backup/HEAD")
    #expect(throws: BackupError.newerFormat(path: bench.path, found: 2, known: 1)) {
      try bench.verify()
    }
    await #expect(throws: BackupError.newerFormat(path: bench.path, found: 2, known: 1)) {
      try await bench.backup()
    }
  }
}

@Suite struct LiveComparisonTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let words: String
    let reason: String
    let apply: @Sendable (inout FakeInbox.State) -> Void
    var testDescription: String { words }
  }

  @Test(arguments: [
    Change(words: "added", reason: "messages: 1 are not in the backup") {
      $0.chats["447700900101"]?.insert(.init(id: "x", time: 1_600_000_000), at: 0)
    },
    Change(words: "changed", reason: "messages: 1 have changed since") {
      $0.chats["447700900101"]?[3].payload = #""type":"text","text":{"body":"other"}"#
    },
    Change(words: "removed", reason: "messages: 1 are no longer in the inbox") {
      $0.chats["447700900101"]?.remove(at: 3)
    },
    Change(words: "tag", reason: "tags: 1 are not in the backup") {
      $0.lists["tags/"]?.append(#"{"id":9,"name":"late"}"#)
    },
    Change(words: "webhook", reason: "webhooks: 1 have changed since") {
      $0.lists["webhooks/waba/"] = [#"{"id":3,"url":"https://h.example/y","headers":{}}"#]
    },
  ])
  func seesOneMessageOrRow(change: Change) async throws {
    let bench = try Bench()
    try await bench.backup()
    let safe = try await bench.verifyLive()
    #expect(safe.verdict == .safeToDelete)
    bench.inbox.change(change.apply)
    let report = try await bench.verifyLive()
    #expect(report.verdict == .notSafe)
    #expect(report.because == [change.reason])
    #expect(report.proof == nil)
    try await bench.backup(full: true)
    let again = try await bench.verifyLive()
    #expect(again.verdict == .safeToDelete)
    #expect(again.proof != safe.proof)
  }

  @Test func givesTheSameProofForTheSameState() async throws {
    let bench = try Bench()
    try await bench.backup()
    let first = try await bench.verifyLive()
    let second = try await bench.verifyLive()
    #expect(first.proof?.count == 64)
    #expect(first.proof == second.proof)
    #expect(first.checked.last == .remote)
  }

  @Test func seesAMessageThatComesBetweenTheListings() async throws {
    let bench = try Bench()
    try await bench.backup()
    let requests = bench.inbox.targets("messages/").count
    bench.inbox.change {
      $0.onMessages = { number, state in
        // Both chats take some ten requests in each listing.
        if number == requests + 9 {
          state.chats["447700900101"]?.append(.init(id: "late", time: 1_700_500_000))
        }
      }
    }
    #expect(try await bench.verifyLive().verdict == .notSafe)
  }
}
