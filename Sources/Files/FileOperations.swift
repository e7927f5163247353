internal import CLinux
internal import Glibc

/// The system calls that make files, so that a test can let any one of them fail.
///
/// Each answers as the kernel does: a result, or a negative `errno`.
package struct FileOperations: Sendable {
  package var open: @Sendable (_ path: String, _ flags: Int32, _ mode: UInt32) -> Int32
  package var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
  package var sync: @Sendable (_ descriptor: Int32) -> Int32
  package var rename: @Sendable (_ from: String, _ to: String) -> Int32
  package var remove: @Sendable (_ path: String) -> Int32
  /// Makes everything durable that was written to the file system of the descriptor (`syncfs`).
  package var syncFileSystem: @Sendable (_ descriptor: Int32) -> Int32

  /// The real ones.
  package static let system = FileOperations(
    open: { path, flags, mode in
      let descriptor = Glibc.open(path, flags, mode_t(mode))
      return descriptor >= 0 ? descriptor : -errno
    },
    write: { descriptor, bytes in
      let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      return count >= 0 ? count : -Int(errno)
    },
    sync: { Glibc.fsync($0) == 0 ? 0 : -errno },
    rename: { Glibc.rename($0, $1) == 0 ? 0 : -errno },
    remove: { Glibc.unlink($0) == 0 ? 0 : -errno },
    syncFileSystem: { shim_syncfs($0) == 0 ? 0 : -errno })
}

extension FileOperations {
  /// Opens for ever-interrupted callers: `EINTR` is tried again.
  ///
  /// - Returns: a descriptor, or a negative `errno`.
  func openDescriptor(_ path: String, _ flags: Int32, _ mode: UInt32 = 0) -> Int32 {
    while true {
      let descriptor = open(path, flags | O_CLOEXEC, mode)
      if descriptor != -EINTR { return descriptor }
    }
  }

  /// Removes a file; one that is not there is as good as removed.
  ///
  /// - Throws: `cannotRemove`.
  package func removeFile(_ path: String) throws(FilesError) {
    let code = remove(path)
    guard code == 0 || code == -ENOENT else { throw .cannotRemove(path: path, code: -code) }
  }

  /// Writes all of `bytes`, however small the steps.
  ///
  /// - Returns: 0, or a negative `errno`.
  func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      let count = write(descriptor, rest)
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[min(count, rest.count)...])
      } else if count == 0 {
        return -EIO
      } else if count == -Int(EAGAIN) {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wanted, 1, -1)
      } else if count != -Int(EINTR) {
        return Int32(count)
      }
    }
    return 0
  }

  /// Makes the names in the folder of `path` durable.
  package func syncFolder(of path: String) throws(FilesError) {
    let folder = FilePath.folder(of: path)
    let descriptor = openDescriptor(folder, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { throw .cannotSync(path: folder, code: -descriptor) }
    defer { close(descriptor) }
    let code = sync(descriptor)
    guard code == 0 else { throw .cannotSync(path: folder, code: -code) }
  }

  /// Makes every file of the file system of `folder` durable at once: for thousands of files far cheaper than one
  /// after the other.
  ///
  /// - Throws: `cannotSync`.
  package func syncFileSystem(of folder: String) throws(FilesError) {
    let descriptor = openDescriptor(folder, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { throw .cannotSync(path: folder, code: -descriptor) }
    defer { close(descriptor) }
    let code = syncFileSystem(descriptor)
    guard code == 0 else { throw .cannotSync(path: folder, code: -code) }
  }
}
