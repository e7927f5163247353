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

  /// All bytes of a file that may not be longer than `limit`.
  ///
  /// - Throws: `cannotOpen`, `cannotRead`; `cannotRead` with `EFBIG` past the limit.
  package static func contents(of path: String, limit: Int) throws(FilesError) -> [UInt8] {
    let source = try FileSource(path)
    guard source.size <= Int64(limit) else { throw .cannotRead(path: path, code: EFBIG) }
    var bytes: [UInt8] = []
    var failure: Int32 = 0
    while failure == 0 {
      // One byte more than promised, so that a growing file shows itself.
      let room = min(max(Int(source.size) - bytes.count, 0), limit - bytes.count) + 1
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let got = Glibc.read(source.descriptor, buffer.baseAddress, buffer.count)
        if got < 0, errno != EINTR { failure = errno }
        count = max(got, 0)
        if got == 0 { failure = -1 }
      }
      bytes += chunk
      if bytes.count > limit { throw .cannotRead(path: path, code: EFBIG) }
    }
    guard failure < 0 else { throw .cannotRead(path: path, code: failure) }
    return bytes
  }
}
