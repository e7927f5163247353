import Foundation
import TestKit
import Testing

@testable import Files

@Suite struct FolderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func isMadeWithAllAboveForTheOwnerAlone() throws {
    let path = folder.file("a/b/c")
    try Folder.create(path)
    try Folder.create(path)
    #expect(Folder.isFolder(path))
    for level in ["a", "a/b", "a/b/c"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.file(level))
      #expect(attributes[.posixPermissions] as? Int == 0o700)
    }
  }

  @Test func cannotStandWhereAFileStands() throws {
    try folder.write("x", to: "a")
    #expect(throws: FilesError.cannotCreate(path: folder.file("a"), code: EEXIST)) {
      try Folder.create(folder.file("a"))
    }
    #expect(throws: FilesError.cannotCreate(path: folder.file("a"), code: EEXIST)) {
      try Folder.create(folder.file("a/b"))
    }
  }

  @Test func isToldFromALink() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link"), withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("dangling"), withDestinationPath: folder.file("no"))
    #expect(Folder.isFolder(folder.file("link")) && !Folder.isFolderItself(folder.file("link")))
    #expect(Folder.isFolderItself(folder.path))
    #expect(Folder.hasItem(folder.file("dangling")) && !Folder.hasItem(folder.file("no")))
    #expect(!Folder.isFolder(folder.file("dangling")))
  }

  @Test func losesAFileOrSaysWhyNot() throws {
    try folder.write("x", to: "a")
    try FileOperations.system.removeFile(folder.file("a"))
    try FileOperations.system.removeFile(folder.file("a"))
    #expect(try folder.names() == [])
    let plan = FaultPlan(failing: (.remove, 1, EPERM))
    #expect(throws: FilesError.cannotRemove(path: "a", code: EPERM)) {
      try plan.operations.removeFile("a")
    }
  }

  @Test func listsItsNamesInByteOrder() throws {
    for name in ["b", "a", "B", ".hidden", "ä"] { try folder.write("", to: name) }
    #expect(try Folder.names(in: folder.path) == [".hidden", "B", "a", "b", "ä"])
    #expect(throws: FilesError.cannotOpen(path: folder.file("no"), code: ENOENT)) {
      try Folder.names(in: folder.file("no"))
    }
  }
}

@Suite struct FileSourceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 5, 70_000])
  func givesAllBytes(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
    try Data(bytes).write(to: URL(fileURLWithPath: folder.file("a")))
    #expect(try FileSource.contents(of: folder.file("a"), limit: 70_000) == bytes)
    let source = try FileSource(folder.file("a"))
    #expect(source.size == Int64(size))
    var read: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = try buffer.withUnsafeMutableBytes(source.read), count > 0 {
      read += buffer[..<count]
    }
    #expect(read == bytes)
  }

  @Test func readsNoMoreThanAllowed() throws {
    try folder.write("12345", to: "a")
    #expect(throws: FilesError.cannotRead(path: folder.file("a"), code: EFBIG)) {
      try FileSource.contents(of: folder.file("a"), limit: 4)
    }
  }

  @Test func opensRegularFilesOnly() throws {
    #expect(throws: FilesError.cannotOpen(path: folder.path, code: EISDIR)) {
      _ = try FileSource(folder.path)
    }
    #expect(throws: FilesError.cannotOpen(path: folder.file("no"), code: ENOENT)) {
      _ = try FileSource(folder.file("no"))
    }
    #expect(mkfifo(folder.file("fifo"), 0o600) == 0)
    #expect(throws: FilesError.cannotOpen(path: folder.file("fifo"), code: EINVAL)) {
      _ = try FileSource(folder.file("fifo"))
    }
  }
}

@Suite struct FilePathTests {
  static let paths = [
    ("a", ".", "a"), ("/a", "/", "a"), ("b/a", "b", "a"), ("/c/b/a", "/c/b", "a"),
    ("é/ü.txt", "é", "ü.txt"),
  ]

  @Test(arguments: paths)
  func isCutAtTheLastSlash(path: String, folder: String, name: String) {
    #expect(FilePath.folder(of: path) == folder)
    #expect(FilePath.name(of: path) == name)
  }
}
