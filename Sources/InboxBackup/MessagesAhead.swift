internal import Files
internal import InboxAPI
internal import JSONText

/// Messages of a chat, the oldest first, read and put together by a thread of its own while others use those before.
///
/// Memory: what `MessageMerge` needs, and a few batches of 256 KiB, or of one message that is longer.
package final class MessagesAhead {
  /// Enough that neither side waits for the other at every turn.
  private static let batchesAhead = 3

  private let ahead: WorkAhead<Merging>

  init(_ merge: MessageMerge) { ahead = WorkAhead(Merging(merge), depth: Self.batchesAhead) }

  /// The next messages, at least one; nil at the end.
  package func next() throws -> [ListedMessage]? { try ahead.take()?.messages }
}

private struct MessageBatch: Sendable {
  var messages: [ListedMessage] = []
  /// Of their JSON.
  var bytes = 0
}

private final class Merging: PieceMaker {
  private static let longest = 256
  private static let fullBytes = 256 << 10

  private var merge: MessageMerge

  init(_ merge: MessageMerge) { self.merge = merge }

  static func blank() -> MessageBatch { MessageBatch() }

  static func isHeavy(_ batch: MessageBatch) -> Bool { batch.bytes > 4 * fullBytes }

  func next(into batch: inout MessageBatch) throws -> Bool {
    batch.messages.reserveCapacity(Self.longest)
    while batch.messages.count < Self.longest, batch.bytes < Self.fullBytes,
      let listed = try merge.next()
    {
      batch.bytes += listed.message.json.raw.count
      batch.messages.append(listed)
    }
    return !batch.messages.isEmpty
  }
}
