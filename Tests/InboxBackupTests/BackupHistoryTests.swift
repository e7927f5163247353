import Files
import Foundation
import InboxAPI
import TestKit
import TestServer
import Testing

@testable import InboxBackup

/// What a backup's past cannot be turned into: by a clock, by files that change places, by links, by a server that fails
/// without end.
@Suite struct BackupHistoryTests {
  private static let a = "447700900101"
  private static let b = "447700900102"

  private static func add(_ id: String, _ bench: Bench) {
    bench.inbox.change { $0.chats[a]?.append(.init(id: id, time: 1_700_001_000)) }
  }

  /// Generations are counted, not dated.
  @Test func numbersGenerationsWhateverTheClockSays() async throws {
    let bench = try Bench()
    let times: [Int64] = [1_800_000_000, 1_799_996_400, 0, 1_834_560_000]
    for (number, now) in times.enumerated() {
      if number > 0 { Self.add("late\(number)", bench) }
      let result = try await BackupRun(
        client: bench.client, inboxKey: InboxKey("https://inbox.example"), folder: bench.path,
        options: bench.options, operations: bench.operations, now: { now }
      ).run()
      #expect(result.generation == number + 1)
      let report = try bench.verify()
      #expect(report.verdict == .intact)
      #expect(report.generation == number + 1)
    }
    #expect(try await bench.ids(of: Self.a).suffix(3) == ["late1", "late2", "late3"])
    #expect(try await bench.verifyLive().verdict == .safeToDelete)
  }

  private static func exchange(_ one: String, _ other: String, _ bench: Bench) throws {
    let files = FileManager.default
    try files.moveItem(atPath: bench.path + "/" + one, toPath: bench.home.file("aside"))
    try files.moveItem(atPath: bench.path + "/" + other, toPath: bench.path + "/" + one)
    try files.moveItem(atPath: bench.home.file("aside"), toPath: bench.path + "/" + other)
  }

  @Test func findsFilesThatChangedPlaces() async throws {
    let bench = try Bench()
    try await bench.backup()
    Self.add("late", bench)
    try await bench.backup()
    let pairs = [
      (
        "generations/000001/messages/\(Self.a).jsonl", "generations/000001/messages/\(Self.b).jsonl"
      ),
      (
        "generations/000001/messages/\(Self.a).jsonl", "generations/000002/messages/\(Self.a).jsonl"
      ),
      ("generations/000001/manifest.json", "generations/000002/manifest.json"),
    ]
    for (one, other) in pairs {
      try Self.exchange(one, other, bench)
      let report = try bench.verify()
      #expect(report.verdict == .damaged, "\(one)")
      #expect(report.problems.compactMap(\.file).contains(other), "\(one)")
      try Self.exchange(one, other, bench)
    }
    #expect(try bench.verify().verdict == .intact)
  }

  /// An older pointer is a whole backup of an older day. It is said that files lie behind it, and it proves nothing of
  /// the inbox as it is now.
  @Test func tellsAPointerThatWasRolledBack() async throws {
    let bench = try Bench()
    try await bench.backup()
    let old = try await bench.verifyLive().proof
    let head = try bench.text("HEAD")
    Self.add("late", bench)
    try await bench.backup()
    let new = try await bench.verifyLive().proof
    try bench.home.write(head, to: "backup/HEAD")
    let report = try bench.verify()
    #expect(report.generation == 1)
    #expect(report.problems.map(\.file) == ["generations/000002"])
    let live = try await bench.verifyLive()
    #expect(live.verdict == .notSafe)
    #expect(live.proof == nil)
    #expect(old != new && new != nil)
  }

  @Test(arguments: ["generations", "media", "work"])
  func writesThroughNoLink(name: String) async throws {
    let bench = try Bench()
    try await bench.backup()
    try FileManager.default.createDirectory(
      atPath: bench.home.file("elsewhere"), withIntermediateDirectories: true)
    try? FileManager.default.removeItem(atPath: bench.path + "/" + name)
    try FileManager.default.createSymbolicLink(
      atPath: bench.path + "/" + name, withDestinationPath: bench.home.file("elsewhere"))
    Self.add("late", bench)
    await #expect {
      try await bench.backup(full: true)
    } throws: { error in
      guard case BackupError.damaged(name, _) = error else { return false }
      return true
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.home.file("elsewhere")) == [])
  }

  /// Links in the place of files are replaced, and what they lead to is not touched.
  @Test(arguments: ["HEAD.partial", "work/progress.sqlite"])
  func followsNoLinkInPlaceOfAFile(name: String) async throws {
    let bench = try Bench()
    try await bench.backup()
    try bench.home.write("precious", to: "precious")
    let path = bench.path + "/" + name
    try FileManager.default.createDirectory(
      atPath: bench.path + "/work", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: bench.home.file("precious"))
    Self.add("late", bench)
    _ = try? await bench.backup()
    #expect(try bench.home.text("precious") == "precious")
    try? FileManager.default.removeItem(atPath: path)
    try await bench.backup()
    #expect(try await bench.ids(of: Self.a).last == "late")
    #expect(try bench.verify().verdict == .intact)
  }

  /// A server that cannot give one file cannot give it; one that gives none of 20 is broken, and the run ends.
  @Test func endsWhereTheServerGivesNoFileAtAll() async throws {
    let bench = try Bench()
    bench.inbox.change { state in
      state.chats[Self.b] = (0..<60).map { number in
        state.faults["media/med-\(number)/"] = .status(500)
        return .init(
          id: "b\(number)", time: 1_700_100_000 + Int64(number),
          payload: #""type":"image","image":{"id":"med-\#(number)","mime_type":"image/png"}"#)
      }
    }
    await #expect {
      try await bench.backup()
    } throws: { error in
      guard case APIError.serverFailed = error else { return false }
      return true
    }
    let asked = Set(bench.inbox.server.requests.map(\.path).filter { $0.contains("/media/") })
    #expect((20...22).contains(asked.count))
    #expect(!bench.files().contains("HEAD"))
    bench.inbox.change { state in
      state.faults = [:]
      for number in 0..<60 { state.media["med-\(number)"] = Array("file \(number)".utf8) }
    }
    #expect(try await bench.backup().media == 60)
    #expect(try bench.verify().problems == [])
  }
}
