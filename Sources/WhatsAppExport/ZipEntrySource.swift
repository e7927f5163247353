internal import CISAL

/// The bytes of one entry of a checked archive, read from where the directory's scan found them. They are counted and
/// their checksum is taken. Used by one thread at a time.
final class ZipEntrySource: EntrySource {
  private let file: InputFile
  private let entry: ZipEntry
  /// Nil for stored data, and for an empty file that some packers call deflated.
  private let inflater: Inflater?
  /// How many bytes are still to be given.
  private var remaining: Int64
  private var checksum: UInt32 = 0
  private var isAtEnd = false
  private var failure: ExportError?

  /// As many bytes at a time, at most; ISA-L counts in 32 bits.
  private static let most: Int64 = 1 << 30

  init(_ file: InputFile, _ entry: ZipEntry) {
    self.file = file
    self.entry = entry
    remaining = entry.size
    inflater =
      entry.method == ZipEntry.deflated && (entry.packedSize > 0 || entry.size > 0)
      ? Inflater(file, entry.dataEnd - entry.packedSize..<entry.dataEnd) : nil
  }

  /// Reads the next bytes; 0 at the end. The end of the data, its length and its checksum are checked before the last
  /// bytes are given out.
  func take(into buffer: UnsafeMutableRawBufferPointer) throws(ExportError) -> Int {
    // After an error nothing more comes; a quiet end would look like a whole file.
    if let failure { throw failure }
    if unsafe isAtEnd || buffer.isEmpty { return 0 }
    do throws(ExportError) {
      let count = Int(min(Int64(buffer.count), remaining, Self.most))
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
      guard try unsafe fill(part) == count else { throw fault(.sizeDiffers) }
      unsafe checksum = crc32_gzip_refl(
        checksum, part.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(count))
      remaining -= Int64(count)
      if remaining == 0 { try finish() }
      return count
    } catch {
      failure = error
      throw error
    }
  }

  /// Fills `target` as far as there are data.
  private func fill(_ target: UnsafeMutableRawBufferPointer) throws(ExportError) -> Int {
    guard let inflater else {
      return try unsafe file.read(at: entry.dataEnd - remaining, into: target)
    }
    guard let count = try unsafe inflater.inflate(into: target) else {
      throw fault(.dataUnreadable)
    }
    return count
  }

  private func finish() throws(ExportError) {
    if let inflater {
      // One byte more than was promised is a lie.
      let beyond = try unsafe withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) {
        (byte) throws(ExportError) in try unsafe fill(byte)
      }
      guard beyond == 0, inflater.isAtEnd else { throw fault(.sizeDiffers) }
    }
    guard checksum == entry.checksum else { throw fault(.checksumWrong) }
    isAtEnd = true
    try file.checkUnchanged()
  }

  /// The error for `fault`, or for a file that was changed meanwhile.
  private func fault(_ fault: ZipFault) -> ExportError {
    do throws(ExportError) { try file.checkUnchanged() } catch { return error }
    return .archiveDamaged(path: file.path, entry: entry.name, fault: fault)
  }
}
