internal import Glibc

/// A file that grows over several runs and is whole only when its owner says so.
///
/// A run that goes on with it keeps exactly the bytes that an earlier one promised, and removes what came after.
/// Used by one thread at a time.
package final class AppendFile: ByteSink {
  package let path: String
  /// Bytes in it, those not yet handed to the system included.
  package private(set) var size: Int64

  private let descriptor: Int32
  private let operations: FileOperations
  private let bufferLimit: Int
  private var buffer: [UInt8] = []
  private var hash = SHA256()
  private var isBroken = false

  /// Opens the file (0600), keeps its first `size` bytes and removes the rest.
  ///
  /// - Throws: `cannotCreate`; `cannotRead` when it is shorter than `size`.
  package init(
    _ path: String, keeping size: Int64, bufferLimit: Int = 128 * 1024,
    operations: FileOperations = .system
  ) throws(FilesError) {
    self.path = path
    self.size = size
    self.operations = operations
    self.bufferLimit = bufferLimit
    descriptor = operations.openDescriptor(
      path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | (size == 0 ? O_TRUNC : 0), 0o600)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, code: -descriptor) }
    if size > 0 { try keep(size) }
  }

  deinit { close(descriptor) }

  private func keep(_ size: Int64) throws(FilesError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, Int64(status.st_size) >= size else {
      throw .cannotRead(path: path, code: ENODATA)
    }
    guard ftruncate(descriptor, off_t(size)) == 0 else {
      throw .cannotWrite(path: path, code: errno)
    }
    var block = [UInt8](repeating: 0, count: bufferLimit)
    var at: Int64 = 0
    while at < size {
      let count = pread(descriptor, &block, block.count, off_t(at))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .cannotRead(path: path, code: count < 0 ? errno : EIO) }
      hash.update(block.span.extracting(0..<count))
      at += Int64(count)
    }
  }

  package func write(_ bytes: Span<UInt8>) throws(FilesError) {
    bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
    size += Int64(bytes.count)
    if buffer.count >= bufferLimit { try flush() }
  }

  package func flush() throws(FilesError) {
    guard !isBroken else { throw .cannotWrite(path: path, code: EIO) }
    if buffer.isEmpty { return }
    let code = buffer.withUnsafeBytes { operations.writeAll($0, to: descriptor) }
    guard code == 0 else {
      isBroken = true
      throw .cannotWrite(path: path, code: -code)
    }
    hash.update(buffer.span)
    buffer.removeAll(keepingCapacity: true)
  }

  /// What the file is, when nothing more is to come; asked once.
  package func receipt() throws(FilesError) -> OutputFile.Receipt {
    try flush()
    return OutputFile.Receipt(size: size, sha256: hash.finish())
  }
}
