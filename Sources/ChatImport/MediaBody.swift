internal import Files
internal import InboxAPI
internal import WhatsAppExport

/// The bytes of one file, streamed out of its archive.
final class MediaBody: RequestBody {
  let length: Int64
  private let file: PlanFile
  private let archive: ExportArchive
  private let advance: @Sendable (Int) -> Void

  init(
    _ upload: ImportRun.Upload, of archive: ExportArchive,
    advance: @escaping @Sendable (Int) -> Void
  ) {
    length = upload.key.size
    file = upload.file
    self.archive = archive
    self.advance = advance
  }

  func open() throws -> any ByteSource {
    CountedSource(try archive.openMedia(file), advance: advance)
  }
}

/// Tells how many bytes went through.
private final class CountedSource: ByteSource {
  private let source: any ByteSource
  private let advance: @Sendable (Int) -> Void

  init(_ source: any ByteSource, advance: @escaping @Sendable (Int) -> Void) {
    self.source = source
    self.advance = advance
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source.read(into: buffer)
    if count > 0 { advance(count) }
    return count
  }
}

/// SHA-256 of what a download brings, which ends where it brings more than was uploaded: a server need not end it.
///
/// Unchecked: the transport's calls come one after the other, and the result is asked for after the last.
final class RunningHash: @unchecked Sendable {
  /// More came than the expected size.
  struct TooLong: Error, CustomStringConvertible {
    var description: String { "it is longer than what was uploaded" }
  }

  private let size: Int64
  private var hash = SHA256()
  private var count: Int64 = 0

  /// - Parameter size: of what was uploaded, in bytes.
  init(size: Int64) { self.size = size }

  var isTooLong: Bool { count > size }

  func restart() {
    _ = hash.finish()
    count = 0
  }

  /// - Throws: `TooLong`.
  func update(_ bytes: UnsafeRawBufferPointer) throws {
    count += Int64(bytes.count)
    if isTooLong { throw TooLong() }
    hash.update(bytes)
  }

  func finish() -> SHA256.Digest { hash.finish() }
}
