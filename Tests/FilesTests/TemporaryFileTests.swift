import Foundation
import TestKit
import Testing

@testable import Files

@Suite struct TemporaryFileTests {
  @Test func hasNoName() throws {
    let folder = try TemporaryFolder()
    let file = try TemporaryFile(in: folder.path)
    try Array("kept for a run".utf8).withUnsafeBytes { try file.append($0) }
    #expect(try folder.names() == [])
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 5) }
    #expect(String(decoding: bytes[..<count], as: UTF8.self) == "for a run")
    try file.clear()
    #expect(file.size == 0)
    #expect(throws: FilesError.cannotCreate(path: folder.file("no"), code: ENOENT)) {
      _ = try TemporaryFile(in: folder.file("no"))
    }
  }
}
