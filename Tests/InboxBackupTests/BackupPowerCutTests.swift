import Files
import Foundation
import TestKit
import Testing

@testable import InboxBackup

/// The power goes at every call that changes the disk, and with it whatever no sync had made durable.
@Suite(.serialized, .timeLimit(.minutes(50))) struct BackupPowerCutTests {
  private static let a = "447700900101"

  @Test(arguments: [true, false])
  func keepsTheLastGeneration(undoesRenames: Bool) async throws {
    var bench = try Bench()
    try await bench.backup()
    bench.inbox.change {
      $0.chats[Self.a]?.append(.init(id: "a13", time: 1_700_001_000))
      $0.media["med-2"] = Array("another image".utf8)
      $0.chats[Self.a]?.append(
        .init(
          id: "a14", time: 1_700_001_001,
          payload: #""type":"image","image":{"id":"med-2","mime_type":"image/png"}"#))
    }
    let first = bench.home.file("first")
    try FileManager.default.copyItem(atPath: bench.path, toPath: first)
    let whole = PowerCut()
    bench.operations = whole.operations
    try await bench.backup()
    #expect(whole.calls > 20)
    for number in 1...whole.calls {
      try FileManager.default.removeItem(atPath: bench.path)
      try FileManager.default.copyItem(atPath: first, toPath: bench.path)
      let cut = PowerCut(at: number)
      bench.operations = cut.operations
      _ = try? await bench.backup()
      cut.lose(undoesRenames: undoesRenames)
      let place = Comment(rawValue: "call \(number) of \(whole.calls)")
      let left = try bench.verify()
      #expect(left.verdict == .intact, place)
      bench.operations = .system
      try await bench.backup()
      let after = try bench.verify()
      #expect(after.verdict == .intact, place)
      #expect(after.generation == 2, place)
      #expect(after.problems == [], place)
      #expect(try await bench.ids(of: Self.a).suffix(2) == ["a13", "a14"], place)
    }
  }
}
