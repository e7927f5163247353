package import ChatRecords
internal import JSONText

/// Records made of an inbox's messages, on their way to whoever writes them; reused.
package struct RecordBatch: Sendable {
  /// Enough for both sides to work on without waiting for each other at every message.
  private static let longest = 256
  private static let fullBytes = 256 << 10
  /// Of a record's texts; the room that longer ones took is not kept.
  private static let keptRoom = 4 << 10

  /// A record, and what else is known of its message.
  ///
  /// Unchecked: a batch, with all that is in it, is in the hands of one thread at a time.
  package final class Item: @unchecked Sendable {
    // Unchecked: nobody who is lent the record can come by the item.
    @exclusivity(unchecked) package var record = MessageRecord()
    /// nil where it names no file.
    package fileprivate(set) var message: InboxMessage?
    /// Whether the inbox lists it no longer.
    package fileprivate(set) var isGone = false
  }

  private var room: [Item] = []
  private var count = 0
  private var bytes = 0
  /// Messages without a time, of which no record is made.
  package private(set) var timeless = 0

  package init() {}

  /// In the order of the messages.
  package var items: ArraySlice<Item> { room[..<count] }
  /// How many messages were read.
  package var messages: Int { count + timeless }

  package var isFull: Bool { messages >= Self.longest || bytes >= Self.fullBytes }
  /// Whether a message lies in it that is longer than a batch should be.
  package var isHeavy: Bool { bytes > 4 * Self.fullBytes }

  package mutating func clear() {
    for item in items {
      item.message = nil
      if item.record.bytes.count > Self.keptRoom { item.record = MessageRecord() }
    }
    (count, bytes, timeless) = (0, 0, 0)
  }

  package mutating func append(
    _ message: InboxMessage, isGone: Bool = false, by maker: RecordMaker
  ) {
    if count == room.count { room.append(Item()) }
    let item = room[count]
    bytes += message.json.raw.count
    guard maker.fill(&item.record, with: message) else {
      timeless += 1
      return
    }
    item.isGone = isGone
    item.message = item.record.media == nil ? nil : message
    count += 1
  }
}

/// How records are made of the messages of one chat. Used by one thread at a time.
package struct RecordMaker {
  private let chat: String
  private let keepsRaw: Bool
  private let offsetMinutes: (Int64) -> Int32

  /// - Parameters: as of `InboxMessage.fill`.
  package init(chat: String, keepsRaw: Bool, offsetMinutes: @escaping (Int64) -> Int32) {
    self.chat = chat
    self.keepsRaw = keepsRaw
    self.offsetMinutes = offsetMinutes
  }

  fileprivate func fill(_ record: inout MessageRecord, with message: InboxMessage) -> Bool {
    message.fill(&record, chat: chat, keepsRaw: keepsRaw, offsetMinutes: offsetMinutes)
  }
}
