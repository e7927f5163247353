internal import Glibc

/// Pieces of lines that are the same in message after message, kept as they were written: neighbours share
/// their chat, their file and, in turns, their authors.
///
/// A piece is told by a tag and two fields of the record, whose bytes are compared, so that it holds for records of
/// any arena. A few are kept, the oldest makes room.
struct RecurringPieces: Sendable {
  typealias Arena = UnsafeBufferPointer<UInt8>

  /// Where a piece lies in `slab`: the bytes of both fields, one after the other, then its text.
  private struct Piece {
    var tag: UInt64 = 0
    var start = 0
    var keyCount = 0
    var textCount = 0
  }

  private static let capacity = 8
  /// Longer keys are written anew each time.
  private static let longestKey = 256

  private var pieces: [Piece] = []
  private var recent = 0
  private var slab: [UInt8] = []

  /// The most bytes that a piece can take beyond what its fields need.
  static let fixedRoom = 256

  /// Writes the piece of this tag and these fields; `make` writes it when it is not known.
  ///
  /// - Parameter tag: must tell apart whatever beside the fields decides what `make` writes, their lengths and
  ///   absence included.
  @inline(__always)
  mutating func write(
    tag: UInt64, _ first: MessageRecord.Field, _ second: MessageRecord.Field, in arena: Arena,
    to output: inout ByteCursor, _ make: (inout ByteCursor) -> Void
  ) {
    if recent < pieces.count, fits(recent, tag, first, second, arena) {
      copy(recent, to: &output)
    } else {
      writeOther(tag: tag, first, second, in: arena, to: &output, make)
    }
  }

  private mutating func writeOther(
    tag: UInt64, _ first: MessageRecord.Field, _ second: MessageRecord.Field, in arena: Arena,
    to output: inout ByteCursor, _ make: (inout ByteCursor) -> Void
  ) {
    for known in pieces.indices where fits(known, tag, first, second, arena) {
      recent = known
      return copy(known, to: &output)
    }
    guard first.count + second.count <= Self.longestKey else { return make(&output) }
    if pieces.count == Self.capacity {
      pieces.removeAll(keepingCapacity: true)
      slab.removeAll(keepingCapacity: true)
    }
    var piece = Piece(tag: tag, start: slab.count, keyCount: first.count + second.count)
    slab.append(contentsOf: arena[first.range])
    slab.append(contentsOf: arena[second.range])
    slab.write(reserving: piece.keyCount * 6 + Self.fixedRoom, make)
    piece.textCount = slab.count - piece.start - piece.keyCount
    recent = pieces.count
    pieces.append(piece)
    copy(recent, to: &output)
  }

  @inline(__always)
  private func copy(_ place: Int, to output: inout ByteCursor) {
    let piece = pieces[place]
    slab.span.extracting(droppingFirst: piece.start + piece.keyCount)
      .extracting(first: piece.textCount).withUnsafeBufferPointer { output.copy($0) }
  }

  @inline(__always)
  private func fits(
    _ place: Int, _ tag: UInt64, _ first: MessageRecord.Field, _ second: MessageRecord.Field,
    _ arena: Arena
  ) -> Bool {
    let piece = pieces[place]
    guard piece.tag == tag, piece.keyCount == first.count + second.count else { return false }
    return slab.span.extracting(droppingFirst: piece.start).withUnsafeBufferPointer { key in
      guard let key = key.baseAddress, let arena = arena.baseAddress else {
        return piece.keyCount == 0
      }
      return (first.count == 0 || memcmp(key, arena + first.start, first.count) == 0)
        && (second.count == 0
          || memcmp(key + first.count, arena + second.start, second.count) == 0)
    }
  }
}
