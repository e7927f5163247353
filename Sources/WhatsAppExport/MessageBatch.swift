internal import ChatRecords

/// Messages on their way from the parser to whoever makes records of them; reused.
struct MessageBatch: Sendable {
  /// What the parser found out about one message. Texts lie in the batch's arena.
  struct Note {
    var time: MessageRecord.WallTime
    /// Where header line and continuations lie in the text as UTF-8.
    var extent: Range<Int64>
    /// Where the body begins in the text as UTF-8.
    var bodyStart: Int64
    /// Of its header, counted from 1.
    var line: Int
    /// Minutes ahead of UTC.
    var utcOffset: Int32?
    /// In `MessageParser.table`; -1 for system lines.
    var author: Int32
    /// In `media`; -1 for none.
    var medium: Int32
    var direction: MessageRecord.Direction
    var kind: MessageRecord.Kind
    var isEdited: Bool
    var authorName: MessageRecord.Field
    var authorNumber: MessageRecord.Field
    var text: MessageRecord.Field
    /// Its `IdentityKey`.
    var key: MessageRecord.Field
  }

  struct Medium: Sendable {
    var media: MessageRecord.Media
    /// nil for a missing or omitted one.
    var entry: ExportEntry?
    /// What stands for the text in the id of a document without one.
    var title: MessageRecord.Field?
  }

  /// Enough for both sides to work on without waiting for each other at every message.
  private static let longest = 512
  private static let fullArena = 128 * 1024

  var arena = TextArena()
  var notes: [Note] = []
  var media: [Medium] = []
  var chat = MessageRecord.Field.null
  /// The text's name.
  var file = MessageRecord.Field.null

  /// Whether a message lies in it that is longer than a batch should be.
  var isHeavy: Bool { arena.count > 4 * Self.fullArena }

  var isFull: Bool {
    notes.count >= Self.longest || arena.count >= Self.fullArena && !notes.isEmpty
  }

  mutating func clear() {
    // The room that one very long message took is not kept.
    if arena.count > 4 * Self.fullArena { arena = TextArena() } else { arena.clear() }
    notes.removeAll(keepingCapacity: true)
    if !media.isEmpty { media.removeAll() }
  }
}
