internal import Files
package import InboxAPI

/// Records of a chat, the oldest first: its messages are read and put together, and their records made, by a thread of its own
/// while others use those before.
///
/// Memory: what `MessageMerge` needs, and up to 18 batches of 256 KiB, or of one message that is longer.
package final class RecordsAhead {
  /// Enough that a good part of a chat is made while the one before it is written.
  private static let batchesAhead = 16

  private let ahead: WorkAhead<Making>

  init(_ merge: MessageMerge, by maker: RecordMaker) {
    ahead = WorkAhead(Making(merge, maker), depth: Self.batchesAhead)
  }

  /// The next records, to be given back after use; nil at the end.
  package func next() throws -> RecordBatch? { try ahead.take() }

  package func give(back batch: RecordBatch) { ahead.give(back: batch) }
}

private final class Making: PieceMaker {
  private var merge: MessageMerge
  private let maker: RecordMaker

  init(_ merge: MessageMerge, _ maker: RecordMaker) {
    self.merge = merge
    self.maker = maker
  }

  static func blank() -> RecordBatch { RecordBatch() }

  static func isHeavy(_ batch: RecordBatch) -> Bool { batch.isHeavy }

  func next(into batch: inout RecordBatch) throws -> Bool {
    batch.clear()
    while !batch.isFull, let listed = try merge.next() {
      batch.append(listed.message, isGone: listed.isGone, by: maker)
    }
    return batch.messages > 0
  }
}
