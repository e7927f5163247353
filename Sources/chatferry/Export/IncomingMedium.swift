internal import Files
internal import InboxAPI
internal import Synchronization

/// A file as it comes in, kept for a moment, and no more of it than a limit: a server need not end what it sends.
final class IncomingMedium: Sendable {
  /// More came than the limit, in bytes.
  struct TooLarge: Error, CustomStringConvertible {
    let limit: Int64
    var description: String { "it is larger than \(limit) bytes" }
  }

  private let file: TemporaryFile
  private let limit: Int64
  private let state = Mutex((size: Int64(0), isTooLarge: false))

  init(in folder: String?, limit: Int64) throws(FilesError) {
    file = try TemporaryFile(in: folder)
    self.limit = limit
  }

  /// Why the transfer was ended; nil where it was not this that ended it.
  var excess: TooLarge? { state.withLock { $0.isTooLarge } ? TooLarge(limit: limit) : nil }

  /// In bytes, of what came.
  var size: Int64 { state.withLock { $0.size } }

  func restart() throws {
    try file.clear()
    state.withLock { $0 = (0, false) }
  }

  /// - Throws: `TooLarge`, `FilesError`.
  func take(_ bytes: UnsafeRawBufferPointer) throws {
    let fits = state.withLock {
      $0.size += Int64(bytes.count)
      $0.isTooLarge = $0.size > limit
      return !$0.isTooLarge
    }
    guard fits else { throw TooLarge(limit: limit) }
    try file.append(bytes)
  }

  /// As many of its first bytes as tell a page for people.
  func head() throws -> [UInt8] {
    var head = [UInt8](repeating: 0, count: WebPage.headSize)
    let count = try head.withUnsafeMutableBytes { bytes in
      try file.read(into: bytes, at: 0)
    }
    return Array(head.prefix(count))
  }

  /// All bytes from the first to the last.
  func source() -> any ByteSource { file.source() }
}
