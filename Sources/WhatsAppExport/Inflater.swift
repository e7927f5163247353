internal import CISAL

/// Unpacks the deflated data (RFC 1951) of one archive entry with ISA-L.
///
/// A class, because its state is too large to be moved about. Used by one thread at a time.
@safe final class Inflater {
  private let file: InputFile
  private let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
  /// Packed bytes that were read last; ISA-L takes them from here.
  private let packed = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
  /// Where the next packed bytes are read.
  private var position: Int64
  private let end: Int64
  /// After a fault ISA-L's counts say nothing any more.
  private var hasFailed = false

  /// - Parameter place: where the packed data lie.
  init(_ file: InputFile, _ place: Range<Int64>) {
    self.file = file
    position = place.lowerBound
    end = place.upperBound
    unsafe isal_inflate_init(state)
  }

  deinit {
    unsafe state.deallocate()
    unsafe packed.deallocate()
  }

  /// Unpacks until `target` is full or the stream ends, and returns how many bytes that were; nil for data that cannot be
  /// unpacked or that end before the stream does.
  func inflate(into target: UnsafeMutableRawBufferPointer) throws(ExportError) -> Int? {
    if hasFailed { return nil }
    unsafe state.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe state.pointee.avail_out = UInt32(target.count)
    while unsafe state.pointee.avail_out > 0 && !hasEnded {
      if unsafe state.pointee.avail_in == 0 { try readPacked() }
      let before = unsafe state.pointee.avail_out
      let isDry = unsafe state.pointee.avail_in == 0
      let status = unsafe isal_inflate(state)
      hasFailed =
        unsafe status < ISAL_DECOMP_OK || isDry && state.pointee.avail_out == before && !hasEnded
      if hasFailed { return nil }
    }
    return unsafe target.count - Int(state.pointee.avail_out)
  }

  /// Whether the stream ended exactly where the packed data do: behind an earlier end something could hide.
  var isAtEnd: Bool {
    let unread = unsafe Int64(state.pointee.avail_in) + Int64(state.pointee.read_in_length / 8)
    return hasEnded && position - unread == end
  }

  private var hasEnded: Bool { unsafe state.pointee.block_state == ISAL_BLOCK_FINISH }

  private func readPacked() throws(ExportError) {
    let count = unsafe Int(min(Int64(packed.count), end - position))
    let part = unsafe UnsafeMutableRawBufferPointer(rebasing: packed[..<count])
    guard try unsafe file.read(at: position, into: part) == count else {
      throw .archiveChanged(path: file.path)
    }
    position += Int64(count)
    unsafe state.pointee.next_in = packed.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe state.pointee.avail_in = UInt32(count)
  }
}
