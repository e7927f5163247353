internal import Glibc

/// Pieces of lines that are the same in message after message, kept as they were written: neighbours share
/// their chat, their file and, in turns, their authors.
///
/// A piece is told by a tag and two fields of the record, whose bytes are compared, so that it holds for records of
/// any arena. A few are kept, the oldest makes room.
struct RecurringPieces: Sendable {
  typealias Arena = UnsafeBufferPointer<UInt8>

  /// What a piece is told by.
  struct Key: Sendable {
    /// Tells apart whatever beside the fields decides what is written, their lengths and absence included.
    let tag: UInt64
    let first: MessageRecord.Field
    let second: MessageRecord.Field
    /// The record's `pinNumber` where both fields are pinned: one number and place are one text. Else 0.
    let pinNumber: Int

    @inline(__always)
    init(
      _ tag: UInt64, _ first: MessageRecord.Field, _ second: MessageRecord.Field = .null,
      of record: borrowing MessageRecord
    ) {
      self.tag = tag
      self.first = first
      self.second = second
      let end = max(first.start &+ first.count, second.start &+ second.count)
      pinNumber = end <= record.pinnedCount ? record.pinNumber : 0
    }

    var count: Int { first.count + second.count }

    @inline(__always)
    func isSurely(_ other: Key) -> Bool {
      pinNumber == other.pinNumber && tag == other.tag && pinNumber != 0
        && first.start == other.first.start && second.start == other.second.start
        && first.count == other.first.count && second.count == other.second.count
    }
  }

  /// Where a piece lies in `slab`: the bytes of both fields, one after the other, then its text.
  private struct Piece {
    /// As it was met the last time.
    var key: Key
    var start: Int
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

  /// Writes the piece of this key; `make` writes it when it is not known.
  @inline(__always)
  mutating func write(
    _ key: Key, in arena: Arena, to output: inout ByteCursor, _ make: (inout ByteCursor) -> Void
  ) {
    if recent < pieces.count, pieces[recent].key.isSurely(key) {
      copy(recent, to: &output)
    } else {
      writeOther(key, in: arena, to: &output, make)
    }
  }

  private mutating func writeOther(
    _ key: Key, in arena: Arena, to output: inout ByteCursor, _ make: (inout ByteCursor) -> Void
  ) {
    for known in pieces.indices where pieces[known].key.isSurely(key) {
      recent = known
      return copy(known, to: &output)
    }
    for known in pieces.indices where fits(known, key, arena) {
      recent = known
      pieces[known].key = key
      return copy(known, to: &output)
    }
    guard key.count <= Self.longestKey else { return make(&output) }
    if pieces.count == Self.capacity {
      pieces.removeAll(keepingCapacity: true)
      slab.removeAll(keepingCapacity: true)
    }
    var piece = Piece(key: key, start: slab.count)
    slab.append(contentsOf: arena[key.first.range])
    slab.append(contentsOf: arena[key.second.range])
    slab.write(reserving: key.count * 6 + Self.fixedRoom, make)
    piece.textCount = slab.count - piece.start - key.count
    recent = pieces.count
    pieces.append(piece)
    copy(recent, to: &output)
  }

  @inline(__always)
  private func copy(_ place: Int, to output: inout ByteCursor) {
    let start = pieces[place].start + pieces[place].key.count
    let count = pieces[place].textCount
    slab.span.extracting(start..<start + count).withUnsafeBufferPointer { output.copy($0) }
  }

  private func fits(_ place: Int, _ key: Key, _ arena: Arena) -> Bool {
    let piece = pieces[place]
    guard piece.key.tag == key.tag, piece.key.count == key.count else { return false }
    let (first, second) = (key.first, key.second)
    return slab.span.extracting(droppingFirst: piece.start).withUnsafeBufferPointer { known in
      guard let known = known.baseAddress, let arena = arena.baseAddress else {
        return key.count == 0
      }
      return (first.count == 0 || memcmp(known, arena + first.start, first.count) == 0)
        && (second.count == 0
          || memcmp(known + first.count, arena + second.start, second.count) == 0)
    }
  }
}
