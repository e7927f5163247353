import Foundation
import TestKit
import Testing

@testable import Files

/// A file that several runs write: what an earlier one promised is kept, and what it did not is cut off.
@Suite struct AppendFileTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("lines")
  }

  private func append(
    _ text: String, keeping size: Int64, _ operations: FileOperations = .system
  ) throws -> OutputFile.Receipt {
    let file = try AppendFile(path, keeping: size, bufferLimit: 4, operations: operations)
    try file.write(Array(text.utf8).span)
    return try file.receipt()
  }

  /// A kill may leave any part of a line.
  @Test(arguments: 0...6)
  func cutsOffWhatWasNotPromised(torn: Int) throws {
    try folder.write("one\n" + "two\nxx".prefix(torn), to: "lines")
    let receipt = try append("three\n", keeping: 4)
    #expect(try folder.text("lines") == "one\nthree\n")
    #expect(receipt.size == 10)
    #expect(receipt.sha256 == SHA256.digest(of: Array("one\nthree\n".utf8).span))
  }

  @Test func saysWhenLessIsThereThanWasPromised() throws {
    try folder.write("one", to: "lines")
    #expect(throws: FilesError.cannotRead(path: path, code: ENODATA)) {
      _ = try AppendFile(path, keeping: 4)
    }
    #expect(try folder.text("lines") == "one")
  }

  @Test func followsNoLink() throws {
    try folder.write("precious", to: "other")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: folder.file("other"))
    #expect(throws: FilesError.cannotCreate(path: path, code: ELOOP)) {
      _ = try AppendFile(path, keeping: 0)
    }
    #expect(try folder.text("other") == "precious")
  }

  @Test(arguments: [1, 2, 100])
  func goesOnAfterShortWrites(writeLimit: Int) throws {
    let plan = FaultPlan(writeLimit: writeLimit)
    _ = try append("a line that is longer than the buffer\n", keeping: 0, plan.operations)
    #expect(try folder.text("lines") == "a line that is longer than the buffer\n")
  }

  /// Whatever was written of a piece that failed is not built upon.
  @Test(arguments: [EIO, ENOSPC, EDQUOT, EROFS])
  func isFinishedAfterAnError(code: Int32) throws {
    let plan = FaultPlan(failing: (.write, 1, code), writeLimit: 2)
    let file = try AppendFile(path, keeping: 0, bufferLimit: 4, operations: plan.operations)
    #expect(throws: FilesError.cannotWrite(path: path, code: code)) {
      try file.write(Array("twelve bytes".utf8).span)
    }
    #expect(throws: FilesError.cannotWrite(path: path, code: EIO)) { _ = try file.receipt() }
  }

  @Test func goesOnAfterAnInterruption() throws {
    for call in [FaultPlan.Call.open, .write] {
      let plan = FaultPlan(failing: (call, 1, EINTR))
      _ = try append("whole\n", keeping: 0, plan.operations)
      #expect(try folder.text("lines") == "whole\n")
    }
  }

  @Test func isForItsOwnerAlone() throws {
    _ = try append("x", keeping: 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}
