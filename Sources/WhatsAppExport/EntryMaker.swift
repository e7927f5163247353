internal import ChatRecords

/// Makes entries, ids included, of what the parser noted.
struct EntryMaker: ~Copyable {
  /// Reused.
  var entry = ChatEntry()
  private let depth: MessageParser.Depth
  private var identity = MessageIdentity()
  private var batch = MessageBatch()
  private var place = 0

  init(_ depth: MessageParser.Depth) { self.depth = depth }

  /// Takes a batch in exchange for the one before.
  mutating func take(_ next: inout MessageBatch) {
    swap(&batch, &next)
    place = 0
    entry.record.exchange(&batch.arena)
    entry.record.chat = batch.chat
  }

  /// Makes the next entry of the batch; false at its end.
  @inline(__always)
  mutating func next() -> Bool {
    guard place < batch.notes.count else { return false }
    fill(place)
    place += 1
    return true
  }

  /// Lends all entries of a batch.
  mutating func forEach(
    in batch: inout MessageBatch, _ body: (inout ChatEntry) throws -> Void
  ) rethrows {
    take(&batch)
    while next() { try body(&entry) }
  }

  @inline(__always)
  private mutating func fill(_ place: Int) {
    let note = batch.notes[place]
    entry.record.clear()
    entry.record.localTime = note.time
    entry.record.utcOffsetMinutes = note.utcOffset
    entry.record.direction = note.direction
    entry.record.kind = note.kind
    entry.record.isEdited = note.isEdited
    entry.record.authorName = note.authorName
    entry.record.authorNumber = note.authorNumber
    entry.record.text = note.text
    entry.record.source = .export(file: batch.file, line: note.line)
    entry.extent = note.extent
    entry.bodyStart = note.bodyStart
    entry.author = note.author < 0 ? nil : Int(note.author)
    var title: MessageRecord.Field?
    if note.medium >= 0 {
      let medium = batch.media[Int(note.medium)]
      entry.record.media = medium.media
      entry.attachment = medium.entry
      title = medium.title
    } else if entry.attachment != nil {
      entry.attachment = nil
    }
    guard depth == .records else { return }
    identity.identify(&entry.record, key: note.key, title: title)
  }
}
