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

/// SHA-256 of what a download brings.
///
/// Unchecked: the transport's calls come one after the other, and the result is asked for after the last.
final class RunningHash: @unchecked Sendable {
  private var hash = SHA256()

  func restart() { _ = hash.finish() }
  func update(_ bytes: UnsafeRawBufferPointer) { hash.update(bytes) }
  func finish() -> SHA256.Digest { hash.finish() }
}
