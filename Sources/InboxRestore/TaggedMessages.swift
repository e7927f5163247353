internal import ChatImport
internal import ChatRecords
internal import InboxAPI
internal import JSONText

/// The messages of one chat that have tags, with what finds them again after they were imported.
struct TaggedMessages {
  struct Item: Equatable {
    /// POSIX seconds.
    let time: Int64
    let direction: MessageRecord.Direction
    /// `ComparedText` of the words, and of the line as it was sent.
    let texts: [UInt64]
    /// Which one it is among messages that are equal in all of this, the oldest first; counts from 0.
    let ordinal: Int
    let tags: [SourceTag]
  }

  private struct Likeness: Hashable {
    let direction: MessageRecord.Direction
    let text: UInt64
  }

  private(set) var items: [Item] = []
  private var second: Int64?
  private var counts: [Likeness: Int] = [:]

  mutating func add(
    _ message: InboxMessage, direction: MessageRecord.Direction, words: String?,
    body: ArraySlice<UInt8>
  ) {
    guard let time = message.time else { return }
    if second != time {
      second = time
      counts.removeAll(keepingCapacity: true)
    }
    let text = ComparedText.hash(words)
    let likeness = Likeness(direction: direction, text: text)
    let ordinal = counts[likeness, default: 0]
    counts[likeness] = ordinal + 1
    let tags = (message.json["tags"]?.array ?? []).compactMap { SourceTag($0) }
    guard !tags.isEmpty else { return }
    items.append(
      Item(
        time: time, direction: direction, texts: [text, ComparedText.hash(Array(body).span)],
        ordinal: ordinal, tags: tags))
  }
}

/// A tag on a chat or a message of the backup.
struct SourceTag: Equatable {
  let id: Int64
  let name: String
  /// As the server wrote it, JSON.
  let color: [UInt8]
  /// Of the tagging; nil where the server does not say.
  let taggingID: Int64?

  init?(_ row: JSONValue) {
    guard let id = row["id"]?.int, let name = row["name"]?.string else { return nil }
    self.id = id
    self.name = name
    color = row["web_inbox_color"].map { Array($0.raw) } ?? Array("null".utf8)
    taggingID = row["tagging_id"]?.int
  }
}
