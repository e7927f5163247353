import Files
import Foundation
import Glibc
import TestKit
import Testing

@testable import InboxBackup

/// Further copies of a backup (`--copy`), which are read before the inbox goes.
@Suite(.timeLimit(.minutes(50))) struct BackupCopyTests {
  /// A copy of the backup beside it.
  private func copy(_ gate: DeletionBench, to path: String? = nil) throws -> String {
    let path = path ?? gate.bench.home.file("copy")
    try FileManager.default.copyItem(atPath: gate.bench.path, toPath: path)
    return path
  }

  @Test func readsFurtherCopiesAndSaysWhichDiskTheyAreOn() async throws {
    var gate = try await DeletionBench()
    let proof = try await gate.proof()
    gate.copies = [try copy(gate)]
    let result = try await gate.run { _ in .proof(proof) }
    #expect(result.state == .deleted)
    #expect(result.subject?.copies.map(\.path) == gate.copies)
    #expect(result.subject?.copies.map(\.isOnSameDisk) == [true])
    // A copy holds no log of its own.
    #expect(!FileManager.default.fileExists(atPath: gate.copies[0] + "/deletion.jsonl"))
  }

  /// Memory that is mounted as a disk is another one than the folder of temporary files.
  private static let otherDisk: String? = {
    var here = stat()
    var there = stat()
    guard stat(FileManager.default.temporaryDirectory.path, &here) == 0,
      stat("/dev/shm", &there) == 0, here.st_dev != there.st_dev
    else { return nil }
    return "/dev/shm"
  }()

  @Test(.enabled(if: otherDisk != nil))
  func knowsACopyOnAnotherDisk() async throws {
    var gate = try await DeletionBench()
    let folder = try #require(Self.otherDisk) + "/chatferry-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    gate.copies = [try copy(gate, to: folder)]
    let result = try await gate.run { _ in .none }
    #expect(result.subject?.copies.map(\.isOnSameDisk) == [false])
  }

  enum Harm: String, CaseIterable {
    case absent, itself, link, empty, older, flipped, missing, unreadable
  }

  @Test(arguments: Harm.allCases)
  func refusesACopyThatIsNone(_ harm: Harm) async throws {
    var gate = try await DeletionBench()
    let path = gate.bench.home.file("copy")
    let files = FileManager.default
    let chat = path + "/generations/000001/messages/447700900101.jsonl"
    switch harm {
    case .absent: break
    case .itself: gate.copies = [gate.bench.path + "/."]
    case .link: try files.createSymbolicLink(atPath: path, withDestinationPath: gate.bench.path)
    case .empty: try files.createDirectory(atPath: path, withIntermediateDirectories: false)
    case .older:
      _ = try copy(gate)
      gate.bench.inbox.change {
        $0.chats["447700900102"]?.append(.init(id: "late", time: 1_700_200_000))
      }
      try await gate.bench.backup()
    case .flipped:
      _ = try copy(gate)
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: chat)))
      bytes[7] ^= 1
      try Data(bytes).write(to: URL(fileURLWithPath: chat))
    case .missing:
      _ = try copy(gate)
      try files.removeItem(atPath: chat)
    case .unreadable:
      _ = try copy(gate)
      try files.removeItem(atPath: chat)
      try files.createDirectory(atPath: chat, withIntermediateDirectories: false)
    }
    if gate.copies.isEmpty { gate.copies = [path] }
    let proof = try await gate.proof()
    let error = await refusal(gate, .proof(proof))
    #expect(error?.code == "backup-copy-unusable")
    let words: [Harm: String] = [
      .absent: "there is no such folder", .itself: "it is the backup itself",
      .link: "it is the backup itself", .empty: "is no backup", .older: "another state",
      .flipped: "messages/447700900101.jsonl", .missing: "messages/447700900101.jsonl",
      .unreadable: "messages/447700900101.jsonl",
    ]
    #expect(error?.description.contains(words[harm] ?? "?") == true, "\(error as Any)")
    #expect(error?.description.contains("leave out that --copy") == true)
  }
}
