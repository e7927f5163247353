internal import Files
internal import Glibc

/// Bytes on their way in, in a file that vanishes unless it is kept. For one thread.
final class IncomingFile {
  let path: String
  private(set) var size: Int64 = 0
  private let descriptor: Int32
  private var hash = SHA256()

  init(in directory: DataDirectory) throws(FilesError) {
    (path, descriptor) = try directory.makeIncoming()
  }

  /// A file that was renamed is no longer there to be removed.
  deinit {
    unlink(path)
    close(descriptor)
  }

  func write(_ bytes: Span<UInt8>) throws(FilesError) {
    try bytes.withUnsafeBytes { bytes throws(FilesError) in try write(bytes) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(FilesError) {
    hash.update(bytes)
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .cannotWrite(path: path, code: count == 0 ? EIO : errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    size += Int64(bytes.count)
  }

  /// Puts the bytes on the disk; their digest.
  func finish() throws(FilesError) -> SHA256.Digest {
    guard fdatasync(descriptor) == 0 else { throw .cannotSync(path: path, code: errno) }
    return hash.finish()
  }

  /// All bytes from the first one, for bodies whose size was limited.
  func contents() throws(FilesError) -> [UInt8] {
    var done = 0
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      while done < buffer.count {
        let got = pread(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, done)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          failure = got == 0 ? EIO : errno
          break
        }
        done += got
      }
      count = done
    }
    guard failure == 0 else { throw .cannotRead(path: path, code: failure) }
    return bytes
  }
}
