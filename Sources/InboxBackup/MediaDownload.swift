internal import Files
internal import InboxAPI
internal import Synchronization

/// A file as it comes in: bytes arrive on the transport's thread, the rest is the backup's.
///
/// `@unchecked`: the file is only reached with the mutex held.
final class MediaDownload: @unchecked Sendable {
  private let path: String
  private let limit: Int64
  private let operations: FileOperations
  private let lock = Mutex(())
  private var file: OutputFile
  private(set) var isTooLarge = false
  private var head: [UInt8] = []

  /// - Parameter limit: in bytes; more ends the transfer.
  init(_ path: String, limit: Int64, operations: FileOperations) throws(FilesError) {
    self.path = path
    self.limit = limit
    self.operations = operations
    file = try OutputFile(path, access: .owner, operations: operations)
  }

  /// Begins anew. The name changes, since the file before it goes only when it is let go.
  func restart() throws {
    try lock.withLock { _ in
      generation += 1
      head = []
      file = try OutputFile("\(path)-\(generation)", access: .owner, operations: operations)
    }
  }

  private var generation = 0

  func take(_ bytes: UnsafeRawBufferPointer) throws {
    try lock.withLock { _ in
      guard file.size + Int64(bytes.count) <= limit else {
        isTooLarge = true
        throw FilesError.cannotWrite(path: "a file of more than \(limit) bytes", code: 27)
      }
      head += bytes.prefix(WebPage.headSize - head.count)
      try file.write(bytes.bindMemory(to: UInt8.self).span)
    }
  }

  /// Whether the bytes begin as a page for people does: what servers give for a file that they have lost.
  var isWebPage: Bool {
    WebPage.begins(with: lock.withLock { _ in head })
  }

  func finish() throws -> OutputFile.Receipt {
    try lock.withLock { _ in try file.receipt() }
  }

  /// Puts the file into place; the file system is synced later.
  func place(as path: String) throws {
    try lock.withLock { _ in try file.commitUnsynced(as: path) }
  }
}
