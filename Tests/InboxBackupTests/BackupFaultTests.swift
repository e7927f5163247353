import Files
import Foundation
import Glibc
import TestKit
import TestServer
import Testing

@testable import InboxBackup

/// A run that is killed, or whose disk fails, at every step in turn.
@Suite(.serialized) struct BackupFaultTests {
  private static let a = "447700900101"

  private static func changed(_ bench: Bench) {
    bench.inbox.change {
      $0.chats[a]?.append(.init(id: "a13", time: 1_700_001_000))
      $0.chats[a]?[12].more = #","edited":true"#
      $0.lists["tags/"]?.append(#"{"id":8,"name":"new"}"#)
    }
  }

  /// Calls that change the disk; each of them is made to fail in turn. Of removals every fourth: most are of scratch.
  private static let calls: [FaultPlan.Call] = [.write, .sync, .rename, .syncFileSystem, .remove]

  private static func numbers(_ call: FaultPlan.Call, _ plan: FaultPlan) -> [Int] {
    Array(stride(from: 1, through: plan.count(of: call), by: call == .remove ? 4 : 1))
  }

  /// What only removes may fail unnoticed: it is done again.
  private static func mayGoUnnoticed(_ call: FaultPlan.Call) -> Bool { call == .remove }

  /// Once with everything behind it failing too, as after a kill, and once alone: then nothing else tells of it.
  @Test(arguments: calls, [true, false])
  func leavesTheLastGenerationAndGoesOn(call: FaultPlan.Call, isLast: Bool) async throws {
    var bench = try Bench()
    try await bench.backup()
    Self.changed(bench)
    let first = bench.home.file("first")
    try FileManager.default.copyItem(atPath: bench.path, toPath: first)
    let plan = FaultPlan()
    bench.operations = plan.operations
    try await bench.backup()
    #expect(plan.count(of: call) > 0)
    for number in Self.numbers(call, plan) {
      // Hundreds of runs: others want to go on between them.
      await Task.yield()
      try FileManager.default.removeItem(atPath: bench.path)
      try FileManager.default.copyItem(atPath: first, toPath: bench.path)
      bench.operations =
        FaultPlan(failing: (call, number, ENOSPC), isLast: isLast).operations
      let isDone = (try? await bench.backup()) != nil
      let place = Comment(rawValue: "\(call) \(number)")
      #expect(!isDone || Self.mayGoUnnoticed(call), place)
      #expect(try bench.verify().verdict == .intact, place)
      bench.operations = .system
      try await bench.backup()
      #expect(try await bench.ids(of: Self.a).count == 14, place)
      let after = try bench.verify()
      #expect(after.verdict == .intact, place)
      #expect(after.generation == 2, place)
      #expect(after.problems == [], place)
    }
  }

  /// The first run has no generation to fall back on, and must not pretend to have one.
  @Test(arguments: calls, [true, false])
  func beginsAgainWhereTheFirstRunEnded(call: FaultPlan.Call, isLast: Bool) async throws {
    var bench = try Bench()
    let plan = FaultPlan()
    bench.operations = plan.operations
    try await bench.backup()
    for number in Self.numbers(call, plan) {
      // Hundreds of runs: others want to go on between them.
      await Task.yield()
      try FileManager.default.removeItem(atPath: bench.path)
      bench.operations = FaultPlan(failing: (call, number, EIO), isLast: isLast).operations
      let isDone = (try? await bench.backup()) != nil
      let place = Comment(rawValue: "\(call) \(number)")
      #expect(!isDone || Self.mayGoUnnoticed(call), place)
      if !isDone, (try? bench.verify())?.verdict == .intact {
        // Only what came after the pointer failed.
        #expect(bench.files().contains("HEAD"), place)
      }
      bench.operations = .system
      try await bench.backup()
      let after = try bench.verify()
      #expect(after.verdict == .intact, place)
      #expect(after.problems == [], place)
      #expect(try await bench.ids(of: Self.a).count == 13, place)
    }
  }

  @Test func goesOnInsideAChat() async throws {
    let bench = try Bench()
    bench.inbox.change {
      $0.chats["447700900102"] = nil
      $0.onMessages = { number, state in
        if number == 4 { state.faults["messages/"] = .json("{}", status: 401) }
      }
    }
    await #expect(throws: (any Error).self) { try await bench.backup() }
    bench.inbox.change {
      $0.faults = [:]
      $0.onMessages = nil
    }
    let before = bench.inbox.targets("messages/").count
    try await bench.backup()
    let first = try #require(bench.inbox.targets("messages/").dropFirst(before).first)
    // The first pages are there already.
    #expect(first.contains("before_time=1700000"))
    #expect(try await bench.ids(of: Self.a) == (0..<13).map { "a\($0)" })
    #expect(try bench.verify().problems == [])
  }

  @Test func waitsForNobodyWhoHoldsTheLock() async throws {
    let bench = try Bench()
    try await bench.backup()
    let lock = try FileLock(folder: bench.path, .exclusive)
    await #expect(throws: FilesError.locked(path: bench.path)) { try await bench.backup() }
    withExtendedLifetime(lock) {}
  }

  @Test func buildsNothingOnADamagedGeneration() async throws {
    let bench = try Bench()
    try await bench.backup()
    let name = "generations/000001/messages/\(Self.a).jsonl"
    try FileManager.default.removeItem(atPath: bench.path + "/" + name)
    await #expect(throws: BackupError.damaged(path: name, reason: "it is missing")) {
      try await bench.backup()
    }
  }

  @Test func fetchesAMediumAgainThatIsNoLongerThere() async throws {
    let bench = try Bench()
    try await bench.backup()
    let name = try #require(bench.files().first { $0.hasPrefix("media/") })
    try FileManager.default.removeItem(atPath: bench.path + "/" + name)
    #expect(try bench.verify().problems.map(\.file) == [name])
    #expect(try await bench.backup().newMedia == 1)
    #expect(try bench.verify().verdict == .intact)
  }
}
