internal import Glibc

/// A file that is whole or not there at all.
///
/// Bytes go to `NAME.partial` beside the target. `commit()` makes them durable and lets them take the
/// target's place; a file that is dropped without it leaves the target as it was and no trace of itself.
/// A partial file that a killed run left behind is replaced; one that a living run still writes is not.
/// Used by one thread at a time.
package final class OutputFile: ByteSink {
  /// Who may read the file.
  package enum Access: UInt32, Sendable {
    /// The owner alone.
    case owner = 0o600
    /// Everybody whom the umask leaves.
    case everyone = 0o644
  }

  /// What a finished file is like.
  package struct Receipt: Sendable, Equatable {
    /// In bytes.
    package let size: Int64
    package let sha256: SHA256.Digest
  }

  private enum State { case open, failed, committed }

  package let path: String
  /// Bytes taken so far.
  package private(set) var size: Int64 = 0

  private let partialPath: String
  private let descriptor: Int32
  private let operations: FileOperations
  private let bufferLimit: Int
  private var buffer: [UInt8] = []
  private var hash = SHA256()
  private var state = State.open

  /// Creates the partial file.
  ///
  /// - Throws: `cannotCreate`; `locked` when another process writes the same file now.
  package init(
    _ path: String, access: Access, bufferLimit: Int = 256 * 1024,
    operations: FileOperations = .system
  ) throws(FilesError) {
    self.path = path
    self.operations = operations
    self.bufferLimit = bufferLimit
    partialPath = path + ".partial"
    descriptor = try Self.createExclusively(partialPath, access, operations)
  }

  deinit {
    if state != .committed { _ = operations.remove(partialPath) }
    close(descriptor)
  }

  package func write(_ bytes: Span<UInt8>) throws(FilesError) {
    guard state == .open else { throw .cannotWrite(path: path, code: EIO) }
    size += Int64(bytes.count)
    if buffer.count + bytes.count > bufferLimit { try flush() }
    if bytes.count >= bufferLimit {
      try send(bytes)
    } else {
      if buffer.isEmpty { buffer.reserveCapacity(bufferLimit) }
      bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
    }
  }

  package func flush() throws(FilesError) {
    if buffer.isEmpty { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    try send(buffer.span)
  }

  /// What was taken so far; hands it all to the system first.
  ///
  /// For a name that depends on the content; the hash begins anew, so this is asked once.
  package func receipt() throws(FilesError) -> Receipt {
    try flush()
    return Receipt(size: size, sha256: hash.finish())
  }

  /// Puts the file into place: bytes to the disk, then the name, then the folder.
  ///
  /// - Throws: `cannotWrite`, `cannotSync`, `cannotReplace`. Whatever fails is not tried again: the kernel may
  ///   have thrown the bytes away.
  @discardableResult
  package func commit() throws(FilesError) -> Receipt {
    let receipt = try receipt()
    try commit(as: path)
    try operations.syncFolder(of: path)
    return receipt
  }

  /// Puts the file into place under another name of the same folder, and leaves it to the caller to sync the folder
  /// once for many files.
  ///
  /// - Throws: as `commit()`.
  package func commit(as path: String) throws(FilesError) {
    try place(as: path, isSynced: true)
  }

  /// As `commit(as:)`, but leaves the bytes to the caller too, who syncs the file system once for many files
  /// before anything names them. The place may be in another folder of the same file system.
  ///
  /// - Throws: `cannotWrite`, `cannotReplace`.
  package func commitUnsynced(as path: String) throws(FilesError) {
    try place(as: path, isSynced: false)
  }

  private func place(as path: String, isSynced: Bool) throws(FilesError) {
    precondition(state != .committed, "\(path) was committed before")
    try flush()
    guard state == .open else { throw .cannotWrite(path: path, code: EIO) }
    state = .failed
    if isSynced {
      let synced = operations.sync(descriptor)
      guard synced == 0 else { throw .cannotSync(path: path, code: -synced) }
    }
    let renamed = operations.rename(partialPath, path)
    guard renamed == 0 else { throw .cannotReplace(path: path, code: -renamed) }
    state = .committed
  }

  private func send(_ bytes: Span<UInt8>) throws(FilesError) {
    guard state == .open else { throw .cannotWrite(path: path, code: EIO) }
    let code = bytes.withUnsafeBytes { operations.writeAll($0, to: descriptor) }
    guard code == 0 else {
      state = .failed
      throw .cannotWrite(path: path, code: -code)
    }
    hash.update(bytes)
  }
}

extension OutputFile {
  /// A partial file is locked as long as it is written, so a stale one tells itself by its free lock.
  private static func createExclusively(
    _ path: String, _ access: Access, _ operations: FileOperations
  ) throws(FilesError) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    for _ in 0..<16 {
      let descriptor = operations.openDescriptor(path, flags, access.rawValue)
      if descriptor == -EEXIST {
        try removeStale(path, operations)
        continue
      }
      guard descriptor >= 0 else { throw .cannotCreate(path: path, code: -descriptor) }
      if !isHeldByAnother(descriptor), linkCount(descriptor) == 1 { return descriptor }
      // Another run took our new file for a stale one, in the moment before it was locked.
      close(descriptor)
    }
    throw .locked(path: path)
  }

  private static func removeStale(
    _ path: String, _ operations: FileOperations
  ) throws(FilesError) {
    let descriptor = operations.openDescriptor(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK)
    if descriptor == -ENOENT { return }
    guard descriptor >= 0 else { throw .cannotCreate(path: path, code: -descriptor) }
    defer { close(descriptor) }
    guard !isHeldByAnother(descriptor) else { throw .locked(path: path) }
    // The file of that name may be a new one by now, which is not ours to remove.
    guard linkCount(descriptor) == 1 else { return }
    let code = operations.remove(path)
    guard code == 0 || code == -ENOENT else { throw .cannotCreate(path: path, code: -code) }
  }

  /// Takes the lock. On a file system that has no locks nobody holds one.
  private static func isHeldByAnother(_ descriptor: Int32) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  private static func linkCount(_ descriptor: Int32) -> Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_nlink) : 0
  }
}
