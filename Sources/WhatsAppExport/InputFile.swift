internal import Glibc

/// A regular file, opened once. Reading is by position and moves no shared cursor, so that any number of threads
/// may read at the same time.
final class InputFile: Sendable {
  /// For messages.
  let path: String
  /// In bytes, when it was opened.
  let size: Int64
  private let descriptor: Int32
  private let stamp: Stamp

  /// What changes when a file is written to, truncated or replaced.
  private struct Stamp: Equatable {
    let size, modified, modifiedNanoseconds, changed, changedNanoseconds: Int

    init(_ status: stat) {
      size = status.st_size
      modified = status.st_mtim.tv_sec
      modifiedNanoseconds = status.st_mtim.tv_nsec
      changed = status.st_ctim.tv_sec
      changedNanoseconds = status.st_ctim.tv_nsec
    }
  }

  /// Opens a file; `path` may be a symbolic link.
  ///
  /// - Throws: `noSuchInput`, `inputUnreadable`, `notARegularFile`.
  convenience init(at path: String) throws(ExportError) {
    // O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    try self.init(taking: descriptor, path: path)
  }

  /// Opens `name` in a folder without following a link.
  convenience init(_ name: String, in folder: borrowing FolderHandle) throws(ExportError) {
    let path = folder.path + "/" + name
    let descriptor = unsafe openat(
      folder.descriptor, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 || errno != ELOOP else {
      throw .notARegularFile(path: path)
    }
    try self.init(taking: descriptor, path: path)
  }

  private init(taking descriptor: Int32, path: String) throws(ExportError) {
    guard descriptor >= 0 else { throw .opening(path, errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .opening(path, code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notARegularFile(path: path)
    }
    self.path = path
    self.descriptor = descriptor
    self.size = Int64(status.st_size)
    self.stamp = Stamp(status)
  }

  deinit { close(descriptor) }

  /// Fills `buffer` from `offset`; fewer bytes than it holds only at the end of the file.
  func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws(ExportError) -> Int
  {
    var done = 0
    while done < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = unsafe pread(descriptor, rest.baseAddress, rest.count, Int(offset) + done)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw .readFailed(path: path, code: errno)
      }
      done += count
    }
    return done
  }

  /// Up to `count` bytes from `offset`.
  func bytes(at offset: Int64, count: Int) throws(ExportError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = try bytes.fill(from: self, at: offset)
    bytes.removeLast(count - got)
    return bytes
  }

  /// - Throws: `archiveChanged` when the file was written to since it was opened.
  func checkUnchanged() throws(ExportError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .readFailed(path: path, code: errno)
    }
    guard Stamp(status) == stamp else { throw .archiveChanged(path: path) }
  }
}

extension [UInt8] {
  /// Overwrites the elements with a file's bytes from `offset` and returns how many there were.
  mutating func fill(from file: InputFile, at offset: Int64) throws(ExportError) -> Int {
    var span = mutableSpan
    return try unsafe span.withUnsafeMutableBytes { (buffer) throws(ExportError) -> Int in
      try unsafe file.read(at: offset, into: buffer)
    }
  }
}

extension ExportError {
  /// The error for an `errno` that opening `path` left.
  static func opening(_ path: String, _ code: Int32) -> ExportError {
    switch code {
    case ENOENT, ENOTDIR: .noSuchInput(path: path)
    case ENXIO: .notARegularFile(path: path)  // A socket, or a device without a driver.
    case EACCES, EPERM, ELOOP, ENAMETOOLONG: .inputUnreadable(path: path, code: code)
    default: .readFailed(path: path, code: code)
    }
  }
}
