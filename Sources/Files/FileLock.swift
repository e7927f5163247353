internal import Glibc

/// A lock on a file or folder, which the kernel frees when the process ends, however it ends.
///
/// Held as long as the value lives. A lock's file stays: removing it would let two runs in.
package final class FileLock: Sendable {
  package enum Kind: Sendable {
    /// Nobody else may hold it.
    case exclusive
    /// Others may hold it too, but not exclusively. Works where the file can only be read.
    case shared
  }

  /// How long a command waits for another one before it gives up.
  package static let usualPatience = Duration.seconds(2)

  private let descriptor: Int32

  /// Takes the lock at once or not at all; makes the file (0600) where there is none.
  ///
  /// - Throws: `locked`, `cannotCreate`.
  package convenience init(_ path: String, _ kind: Kind) throws(FilesError) {
    let operations = FileOperations.system
    var descriptor = operations.openDescriptor(path, O_RDONLY | O_CREAT | O_NOFOLLOW, 0o600)
    if kind == .shared, descriptor == -EROFS || descriptor == -EACCES {
      descriptor = operations.openDescriptor(path, O_RDONLY | O_NOFOLLOW)
    }
    guard descriptor >= 0 else { throw .cannotCreate(path: path, code: -descriptor) }
    try self.init(path, kind, holding: descriptor)
  }

  /// Locks a folder itself, which has to be there; needs no right to write and leaves nothing in it.
  ///
  /// - Throws: `locked`, `cannotOpen`.
  package convenience init(folder: String, _ kind: Kind) throws(FilesError) {
    let descriptor = FileOperations.system.openDescriptor(folder, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { throw .cannotOpen(path: folder, code: -descriptor) }
    try self.init(folder, kind, holding: descriptor)
  }

  private init(_ path: String, _ kind: Kind, holding descriptor: Int32) throws(FilesError) {
    guard flock(descriptor, (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK ? .locked(path: path) : .cannotOpen(path: path, code: code)
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Takes the lock, trying for as long as `patience` lasts.
  ///
  /// - Throws: `locked` when it was held all the time, or when the task was cancelled meanwhile.
  package static func take(
    _ path: String, _ kind: Kind, patience: Duration = usualPatience
  ) async throws(FilesError) -> FileLock {
    try await take(patience) { () throws(FilesError) in try FileLock(path, kind) }
  }

  /// The same for a folder.
  package static func take(
    folder: String, _ kind: Kind, patience: Duration = usualPatience
  ) async throws(FilesError) -> FileLock {
    try await take(patience) { () throws(FilesError) in try FileLock(folder: folder, kind) }
  }

  private static func take(
    _ patience: Duration, _ attempt: () throws(FilesError) -> FileLock
  ) async throws(FilesError) -> FileLock {
    let deadline = ContinuousClock.now + patience
    while true {
      do throws(FilesError) {
        return try attempt()
      } catch {
        guard error.isLocked, ContinuousClock.now < deadline, !Task.isCancelled else { throw error }
      }
      try? await Task.sleep(for: .milliseconds(50))
    }
  }
}
