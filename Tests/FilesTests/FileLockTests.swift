import Foundation
import TestKit
import Testing

@testable import Files

@Suite struct FileLockTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("lock")
  }

  @Test func isHeldByOneAlone() throws {
    let held = try FileLock(path, .exclusive)
    #expect(throws: FilesError.locked(path: path)) { _ = try FileLock(path, .exclusive) }
    #expect(throws: FilesError.locked(path: path)) { _ = try FileLock(path, .shared) }
    withExtendedLifetime(held) {}
  }

  @Test func isSharedByReaders() throws {
    let one = try FileLock(path, .shared)
    let two = try FileLock(path, .shared)
    #expect(throws: FilesError.locked(path: path)) { _ = try FileLock(path, .exclusive) }
    withExtendedLifetime((one, two)) {}
  }

  @Test func isFreeOnceDropped() throws {
    do { _ = try FileLock(path, .exclusive) }
    _ = try FileLock(path, .exclusive)
    #expect(try folder.names() == ["lock"])
  }

  @Test func isReadableByItsOwnerAlone() throws {
    _ = try FileLock(path, .exclusive)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func isWaitedForAWhile() async throws {
    let path = path
    var held: FileLock? = try FileLock(path, .exclusive)
    await #expect(throws: FilesError.locked(path: path)) {
      _ = try await FileLock.take(path, .exclusive, patience: .milliseconds(60))
    }
    withExtendedLifetime(held) {}
    async let taken = FileLock.take(path, .exclusive, patience: .seconds(60))
    held = nil
    _ = try await taken
  }

  @Test func namesThePlaceThatIsNotThere() {
    let path = folder.file("no/lock")
    #expect(throws: FilesError.cannotCreate(path: path, code: ENOENT)) {
      _ = try FileLock(path, .exclusive)
    }
  }
}
