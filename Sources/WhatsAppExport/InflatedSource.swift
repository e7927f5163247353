internal import CISAL

/// Unpacks one deflated entry (RFC 1951) of a checked archive with ISA-L. Where the packed bytes lie is known from the
/// directory; the unpacked ones are counted and their checksum is taken. Used by one thread at a time.
///
/// A class, because ISA-L keeps pointers into its state.
@safe final class InflatedSource: EntrySource {
  private let file: InputFile
  private let entry: ZipEntry
  private let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
  /// Packed bytes that were read last; ISA-L takes them from here.
  private let packed = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
  /// Where the next packed bytes are read.
  private var position: Int64
  /// How many bytes the entry still has to give.
  private var remaining: Int64
  private var checksum: UInt32 = 0
  private var isAtEnd = false
  private var failure: ExportError?

  init(_ file: InputFile, _ entry: ZipEntry) {
    self.file = file
    self.entry = entry
    position = entry.dataEnd - entry.packedSize
    remaining = entry.size
    unsafe isal_inflate_init(state)
  }

  deinit {
    unsafe state.deallocate()
    unsafe packed.deallocate()
  }

  /// Unpacks the next bytes; 0 at the end. The end of the data, its length and its checksum are checked before the last
  /// bytes are given out.
  func take(into buffer: UnsafeMutableRawBufferPointer) throws(ExportError) -> Int {
    // After an error nothing more comes; a quiet end would look like a whole file.
    if let failure { throw failure }
    if unsafe isAtEnd || buffer.isEmpty { return 0 }
    do throws(ExportError) {
      let wanted = Int(min(Int64(buffer.count), remaining))
      let bytes = unsafe buffer.prefix(wanted).withMemoryRebound(to: UInt8.self) { unsafe $0 }
      guard try unsafe inflate(into: bytes) == wanted else { throw fault(.sizeDiffers) }
      unsafe checksum = crc32_gzip_refl(checksum, bytes.baseAddress, UInt64(wanted))
      remaining -= Int64(wanted)
      if remaining == 0 { try finish() }
      return wanted
    } catch {
      failure = error
      throw error
    }
  }

  /// Fills `target` and returns how much of it, which is less only where the stream ends.
  private func inflate(
    into target: UnsafeMutableBufferPointer<UInt8>
  ) throws(ExportError) -> Int {
    unsafe state.pointee.next_out = target.baseAddress
    unsafe state.pointee.avail_out = UInt32(target.count)
    while unsafe state.pointee.avail_out > 0 && !hasEnded {
      if unsafe state.pointee.avail_in == 0 { try readPacked() }
      let before = unsafe state.pointee.avail_out
      let isDry = unsafe state.pointee.avail_in == 0
      guard unsafe isal_inflate(state) >= ISAL_DECOMP_OK else { throw fault(.dataUnreadable) }
      // The packed bytes are used up and the stream would go on.
      if unsafe isDry && state.pointee.avail_out == before && !hasEnded {
        throw fault(.dataUnreadable)
      }
    }
    return unsafe target.count - Int(state.pointee.avail_out)
  }

  private var hasEnded: Bool { unsafe state.pointee.block_state == ISAL_BLOCK_FINISH }

  private func readPacked() throws(ExportError) {
    let count = unsafe Int(min(Int64(packed.count), entry.dataEnd - position))
    let part = unsafe UnsafeMutableRawBufferPointer(rebasing: packed[..<count])
    guard try unsafe file.read(at: position, into: part) == count else {
      throw .archiveChanged(path: file.path)
    }
    position += Int64(count)
    unsafe state.pointee.next_in = packed.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe state.pointee.avail_in = UInt32(count)
  }

  /// One byte more than was promised is a lie, and a stream that ends before the packed data do would hide something
  /// behind its own end.
  private func finish() throws(ExportError) {
    var extra: UInt8 = 0
    let beyond = try unsafe withUnsafeMutablePointer(to: &extra) {
      (byte) throws(ExportError) in
      try unsafe inflate(into: UnsafeMutableBufferPointer(start: byte, count: 1))
    }
    let unread = unsafe Int64(state.pointee.avail_in) + Int64(state.pointee.read_in_length / 8)
    guard beyond == 0, position - unread == entry.dataEnd else { throw fault(.sizeDiffers) }
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
