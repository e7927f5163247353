internal import Glibc

/// Bytes that are kept for the length of a run: a file without a name, which the kernel removes however the run ends.
///
/// Holds nothing but a descriptor, so that bytes may come from another thread; who writes and who reads take turns.
package final class TemporaryFile: Sendable {
  private let descriptor: Int32
  private let folder: String

  /// - Parameter folder: a place with room for the bytes; nil for the system's own.
  package init(in folder: String?) throws(FilesError) {
    let given = folder ?? Self.systemFolder
    self.folder = given
    var template = Array((given + "/chatferry-XXXXXX").utf8CString)
    // The file is made for its owner alone.
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .cannotCreate(path: given, code: errno) }
    unlink(template)
  }

  deinit { close(descriptor) }

  /// Where the system wants things that are kept for a run.
  package static var systemFolder: String {
    let given = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return given.isEmpty ? "/tmp" : given
  }

  package func clear() throws(FilesError) {
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw .cannotWrite(path: folder, code: errno)
    }
  }

  package func append(_ bytes: UnsafeRawBufferPointer) throws(FilesError) {
    let sink = DescriptorSink(descriptor: descriptor, name: folder)
    try sink.write(bytes.bindMemory(to: UInt8.self).span)
  }

  /// In bytes.
  package var size: Int64 {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// Fills `buffer` from `position` on; the count is smaller only at the end.
  package func read(into buffer: UnsafeMutableRawBufferPointer, at position: Int64)
    throws(FilesError)
    -> Int
  {
    var count = 0
    while count < buffer.count, let start = buffer.baseAddress {
      let got = pread(descriptor, start + count, buffer.count - count, off_t(position) + count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .cannotRead(path: folder, code: errno) }
      if got == 0 { break }
      count += got
    }
    return count
  }

  /// All bytes from the first to the last.
  package func source() -> any ByteSource { Source(self) }

  private final class Source: ByteSource {
    private let file: TemporaryFile
    private var position: Int64 = 0

    init(_ file: TemporaryFile) { self.file = file }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
      let count = try file.read(into: buffer, at: position)
      position += Int64(count)
      return count
    }
  }
}
