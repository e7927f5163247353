internal import Glibc

/// Reads a regular file from its first byte to its last.
package final class FileSource: ByteSource {
  package let path: String
  /// In bytes, when it was opened.
  package let size: Int64
  private let descriptor: Int32

  /// - Throws: `cannotOpen`; with `EINVAL` for what is not a regular file.
  package init(_ path: String) throws(FilesError) {
    self.path = path
    // Without O_NONBLOCK a FIFO would hold us until somebody writes to it.
    descriptor = FileOperations.system.openDescriptor(path, O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, code: -descriptor) }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
      let code = isKnown ? (status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL) : errno
      close(descriptor)
      throw .cannotOpen(path: path, code: code)
    }
    size = Int64(status.st_size)
  }

  deinit { close(descriptor) }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw FilesError.cannotRead(path: path, code: errno) }
    }
  }

  /// The first `count` bytes of a file, or all of a shorter one.
  ///
  /// - Throws: `cannotOpen`, `cannotRead`.
  package static func beginning(of path: String, count: Int) throws(FilesError) -> [UInt8] {
    try FileSource(path).bytes(atMost: count)
  }

  private func bytes(atMost count: Int) throws(FilesError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
      while read < count {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + read }, count - read)
        if got == 0 { return }
        if got > 0 {
          read += got
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    guard failure == 0 else { throw .cannotRead(path: path, code: failure) }
    return bytes
  }

  /// Exactly `count` bytes from `start` on.
  ///
  /// - Throws: `cannotOpen`; `cannotRead`, with `ENODATA` where the file is shorter.
  package static func bytes(
    of path: String, from start: Int64, count: Int
  ) throws(FilesError) -> [UInt8] {
    try FileSource(path).bytes(from: start, count: count)
  }

  /// Exactly `count` bytes from `start` on, with `head` before and `tail` behind them. Wherever `read` has come to does not
  /// matter and does not change.
  ///
  /// - Throws: `cannotRead`, with `ENODATA` where the file is shorter.
  package func bytes(
    from start: Int64, count: Int, behind head: [UInt8] = [], before tail: [UInt8] = []
  ) throws(FilesError) -> [UInt8] {
    var failure: Int32 = 0
    let size = head.count + count + tail.count
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      _ = buffer[..<head.count].update(fromContentsOf: head)
      var read = 0
      while read < count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + head.count + read }, count - read,
          off_t(start) + off_t(read))
        if got > 0 {
          read += got
        } else if got == 0 || errno != EINTR {
          failure = got == 0 ? ENODATA : errno
          return
        }
      }
      _ = buffer[(head.count + count)...].update(fromContentsOf: tail)
      filled = size
    }
    guard failure == 0 else { throw .cannotRead(path: path, code: failure) }
    return bytes
  }

  /// All bytes of a file that may not be longer than `limit`.
  ///
  /// - Throws: `cannotOpen`, `cannotRead`; `cannotRead` with `EFBIG` past the limit.
  package static func contents(of path: String, limit: Int) throws(FilesError) -> [UInt8] {
    let bytes = try beginning(of: path, count: limit + 1)
    guard bytes.count <= limit else { throw .cannotRead(path: path, code: EFBIG) }
    return bytes
  }
}
