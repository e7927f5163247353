package import Files
internal import Glibc

/// Reads the lines of a JSONL file, the last one first: files hold the newest message first, records begin with the
/// oldest.
///
/// Memory: the longest line, and a block of 256 KiB.
package final class BackwardLines {
  private static let blockSize: Int64 = 256 << 10

  private let path: String
  private let descriptor: Int32
  /// What is still to be read lies before here.
  private var position: Int64
  private var buffer: [UInt8] = []

  /// - Throws: `cannotOpen`.
  package init(_ path: String) throws(FilesError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .cannotOpen(path: path, code: code)
    }
    position = Int64(status.st_size)
  }

  deinit { close(descriptor) }

  /// The line before the one given last; nil before the first.
  package func next() throws(FilesError) -> [UInt8]? {
    if buffer.isEmpty, position == 0 { return nil }
    // The line's own end.
    while buffer.isEmpty { try fill() }
    if buffer.last == UInt8(ascii: "\n") { buffer.removeLast() }
    var searched = buffer.count
    while true {
      if let end = lastLineEnd(before: searched) {
        let line = Array(buffer[(end + 1)...])
        buffer.removeSubrange((end + 1)...)
        return line
      }
      if position == 0 {
        defer { buffer = [] }
        return buffer
      }
      searched = try fill()
    }
  }

  private func lastLineEnd(before limit: Int) -> Int? {
    buffer.withUnsafeBufferPointer { bytes in
      var at = limit - 1
      while at >= 0, bytes[at] != UInt8(ascii: "\n") { at -= 1 }
      return at >= 0 ? at : nil
    }
  }

  /// Puts a block before the buffer, and says how long that is.
  @discardableResult
  private func fill() throws(FilesError) -> Int {
    let count = Int(min(Self.blockSize, position))
    var block = [UInt8](repeating: 0, count: count)
    var read = 0
    while read < count {
      let got = block.withUnsafeMutableBytes {
        pread(
          descriptor, $0.baseAddress.map { $0 + read }, count - read,
          off_t(position) - off_t(count) + off_t(read))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw .cannotRead(path: path, code: got < 0 ? errno : EIO) }
      read += got
    }
    position -= Int64(count)
    block.append(contentsOf: buffer)
    buffer = block
    return count
  }
}
