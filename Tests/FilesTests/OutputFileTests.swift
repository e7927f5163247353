import Foundation
import TestKit
import Testing

@testable import Files

@Suite struct OutputFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func takesItsPlaceOnlyWhenCommitted() throws {
    try folder.write("old", to: "a.txt")
    let file = try OutputFile(folder.file("a.txt"), access: .everyone)
    try file.write(Array("new".utf8).span)
    try file.flush()
    #expect(try folder.text("a.txt") == "old")
    #expect(try folder.names() == ["a.txt", "a.txt.partial"])
    let receipt = try file.commit()
    #expect(try folder.text("a.txt") == "new")
    #expect(try folder.names() == ["a.txt"])
    #expect(receipt.size == 3)
    // printf new | sha256sum
    #expect(
      receipt.sha256.hex == "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437")
  }

  @Test func leavesNoTraceWhenDropped() throws {
    do {
      let file = try OutputFile(folder.file("a.txt"), access: .owner)
      try file.write(Array("half".utf8).span)
    }
    #expect(try folder.names() == [])
  }

  @Test(arguments: [(OutputFile.Access.owner, 0o600), (.everyone, 0o644)])
  func isReadableByThoseAsked(access: OutputFile.Access, mode: Int) throws {
    let file = try OutputFile(folder.file("a"), access: access)
    try file.commit()
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("a"))
    let mask = try currentMask()
    #expect(attributes[.posixPermissions] as? Int == mode & ~mask)
  }

  @Test func replacesThePartialFileOfADeadRun() throws {
    try folder.write("left behind, and longer than what comes", to: "a.txt.partial")
    let file = try OutputFile(folder.file("a.txt"), access: .everyone)
    try file.write(Array("new".utf8).span)
    try file.commit()
    #expect(try folder.text("a.txt") == "new")
    #expect(try folder.names() == ["a.txt"])
  }

  @Test func leavesThePartialFileOfALivingRunAlone() throws {
    let path = folder.file("a.txt")
    let first = try OutputFile(path, access: .everyone)
    try first.write(Array("first".utf8).span)
    #expect(throws: FilesError.locked(path: path + ".partial")) {
      _ = try OutputFile(path, access: .everyone)
    }
    try first.commit()
    #expect(try folder.text("a.txt") == "first")
  }

  @Test func refusesAPlantedLink() throws {
    try folder.write("precious", to: "precious")
    let path = folder.file("a.txt")
    try FileManager.default.createSymbolicLink(
      atPath: path + ".partial", withDestinationPath: folder.file("precious"))
    #expect(throws: FilesError.cannotCreate(path: path + ".partial", code: ELOOP)) {
      _ = try OutputFile(path, access: .everyone)
    }
    #expect(try folder.text("precious") == "precious")
  }

  @Test func namesThePlaceThatIsNotThere() throws {
    let path = folder.file("no/such/a.txt")
    #expect(throws: FilesError.cannotCreate(path: path + ".partial", code: ENOENT)) {
      _ = try OutputFile(path, access: .everyone)
    }
  }

  /// Every way in which the buffer can be met, and the sum of it.
  @Test(arguments: [1, 3, 7, 8, 64, 1000])
  func writesAllBytesAtEveryChunking(chunk: Int) throws {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let file = try OutputFile(folder.file("a"), access: .owner, bufferLimit: 8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      try file.write(Array(bytes[start..<min(start + chunk, bytes.count)]).span)
    }
    #expect(file.size == 1000)
    let receipt = try file.commit()
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: folder.file("a")))) == bytes)
    #expect(receipt.sha256 == SHA256.digest(of: bytes.span))
  }

  @Test(arguments: [1, 3, 100])
  func goesOnAfterShortWrites(writeLimit: Int) throws {
    let plan = FaultPlan(writeLimit: writeLimit)
    let file = try OutputFile(folder.file("a"), access: .owner, operations: plan.operations)
    try file.write(Array("a longer text than one step".utf8).span)
    try file.commit()
    #expect(try folder.text("a") == "a longer text than one step")
  }

  @Test(arguments: [FaultPlan.Call.open, .write])
  func goesOnAfterAnInterruption(call: FaultPlan.Call) throws {
    let plan = FaultPlan(failing: (call, 1, EINTR))
    let file = try OutputFile(folder.file("a"), access: .owner, operations: plan.operations)
    try file.write(Array("whole".utf8).span)
    try file.commit()
    #expect(try folder.text("a") == "whole")
  }

  struct Step: Sendable, CustomTestStringConvertible {
    let call: FaultPlan.Call
    let number: Int
    let error: @Sendable (_ path: String, _ code: Int32) -> FilesError
    /// The folder's name could not be synced: the new file stands there all the same.
    var isTooLate = false
    var testDescription: String { "\(call) \(number)" }
  }

  static let steps = [
    Step(call: .open, number: 1) { .cannotCreate(path: $0 + ".partial", code: $1) },
    Step(call: .write, number: 1) { .cannotWrite(path: $0, code: $1) },
    Step(call: .write, number: 2) { .cannotWrite(path: $0, code: $1) },
    Step(call: .write, number: 3) { .cannotWrite(path: $0, code: $1) },
    Step(call: .sync, number: 1) { .cannotSync(path: $0, code: $1) },
    Step(call: .rename, number: 1) { .cannotReplace(path: $0, code: $1) },
    Step(
      call: .open, number: 2,
      error: { .cannotSync(path: FilePath.folder(of: $0), code: $1) }, isTooLate: true),
    Step(
      call: .sync, number: 2,
      error: { .cannotSync(path: FilePath.folder(of: $0), code: $1) }, isTooLate: true),
  ]

  @Test(arguments: steps, [EIO, ENOSPC, EDQUOT, EROFS, EMFILE])
  func keepsTheOldFileWhicheverStepFails(step: Step, code: Int32) throws {
    try folder.write("old", to: "a")
    let plan = FaultPlan(failing: (step.call, step.number, code))
    let path = folder.file("a")
    #expect(throws: step.error(path, code)) {
      let file = try OutputFile(
        path, access: .owner, bufferLimit: 4, operations: plan.operations)
      for text in ["one ", "two ", "three"] { try file.write(Array(text.utf8).span) }
      try file.commit()
    }
    #expect(plan.count(of: step.call) == step.number)
    #expect(try folder.names() == ["a"])
    #expect(try folder.text("a") == (step.isTooLate ? "one two three" : "old"))
  }

  @Test func isFinishedAfterAnError() throws {
    let plan = FaultPlan(failing: (.write, 1, ENOSPC))
    let path = folder.file("a")
    let file = try OutputFile(path, access: .owner, bufferLimit: 1, operations: plan.operations)
    #expect(throws: FilesError.cannotWrite(path: path, code: ENOSPC)) {
      try file.write(Array("x".utf8).span)
    }
    #expect(throws: FilesError.cannotWrite(path: path, code: EIO)) {
      try file.write(Array("x".utf8).span)
    }
    #expect(throws: FilesError.cannotWrite(path: path, code: EIO)) { try file.commit() }
  }

  /// As the kernel tells it; asking `umask` would change it for tests that run beside this one.
  private func currentMask() throws -> Int {
    let lines = try String(contentsOfFile: "/proc/self/status", encoding: .utf8).split(
      separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("Umask:") })
    return try #require(Int(line.split(separator: "\t")[1], radix: 8))
  }
}
