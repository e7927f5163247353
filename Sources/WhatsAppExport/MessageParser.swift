internal import ChatRecords

/// Takes a text apart into messages: cuts them, tells authors and what each message is. A value, so that the way of
/// a message through it needs no checks at run time.
struct MessageParser: ~Copyable {
  /// What is asked of the parser.
  enum Depth {
    /// Everything that a record says.
    case records
    /// All but texts and names, which takes less time: what is counted, and what was noticed.
    case facts
  }

  /// Where the names of a writer lie in a batch.
  private struct NameFields {
    /// Which batch, by number; 0 for none yet.
    var batch = 0
    var name = MessageRecord.Field.null
    var number = MessageRecord.Field.null
  }

  private(set) var cutter: MessageCutter
  private(set) var table: AuthorTable
  private(set) var files: MediaNames
  var list = ProblemList()
  var clock: ZoneClock?
  private(set) var hasGroupNotice = false

  private let window: TextWindow
  /// Whether it is known who is me; until then nobody is the other side.
  private var tellsSides: Bool
  private var bodies: BodyReader
  private let depth: Depth
  private let chat: String
  private let textName: String
  private var names: [NameFields] = []
  private var batchNumber = 0
  private var key: IdentityKey
  private var scratch: [UInt8] = []
  /// What ended the reading early; told after the messages before it.
  private var failure: (any Error)?
  private var hasEnded = false

  init(
    _ window: TextWindow, _ reader: HeaderReader, _ survey: HeadSurvey, _ files: MediaNames,
    platform: ChatShape.Platform, textName: String, depth: Depth = .records
  ) {
    self.window = window
    cutter = MessageCutter(reader)
    self.files = files
    table = survey.table
    tellsSides = survey.tellsSides
    bodies = BodyReader(platform: platform)
    self.depth = depth
    chat = survey.chat
    key = IdentityKey(title: survey.table.given.title)
    self.textName = textName
  }

  /// Fills the next batch; false when no message is left.
  mutating func next(into batch: inout MessageBatch) throws -> Bool {
    batch.clear()
    batchNumber += 1
    batch.chat = batch.arena.store(chat)
    batch.file = batch.arena.store(textName)
    let window = window
    while !hasEnded && !batch.isFull {
      let isWhole = window.hasEnded
      window.withBytes { parse($0, isWhole: isWhole, at: window.offset, into: &batch) }
      if batch.isFull { break }
      if isWhole {
        hasEnded = true
      } else {
        do {
          try window.advance(by: cutter.forget())
        } catch {
          failure = error
          hasEnded = true
        }
      }
    }
    if !batch.notes.isEmpty { return true }
    if let failure { throw failure }
    return false
  }

  /// Takes apart what lies whole in the window, until the batch is full.
  private mutating func parse(
    _ bytes: Span<UInt8>, isWhole: Bool, at offset: Int64, into batch: inout MessageBatch
  ) {
    while cutter.next(bytes, isWhole: isWhole, table) {
      note(bytes, at: offset, in: &batch)
      if batch.isFull { return }
    }
  }

  // MARK: One message

  @inline(__always)
  private mutating func note(
    _ bytes: Span<UInt8>, at offset: Int64, in batch: inout MessageBatch
  ) {
    let cut = cutter.cut
    let header = cut.header
    let split = table.split(bytes, from: header.bodyStart, to: header.end)
    let from = split?.textStart ?? header.bodyStart
    let extent = BodyReader.Extent(
      from: from, firstLineEnd: header.end, to: cut.textEnd, hasAngle: cut.hasAngle,
      isFirst: cutter.accounting.messages == 1)
    let body =
      split == nil
      ? bodies.notice(bytes, extent) : bodies.read(bytes, extent, media: files)
    var note = MessageBatch.Note(
      time: header.time, extent: offset + Int64(header.start)..<offset + Int64(cut.end),
      bodyStart: offset + Int64(from), line: header.line, utcOffset: nil, author: -1, medium: -1,
      direction: .system, kind: body.kind, isEdited: body.isEdited, authorName: .null,
      authorNumber: .null, text: .null, key: .null)
    if clock != nil { note.utcOffset = utcOffset(of: header) }
    if let split, !body.isSystem {
      take(split.spelling, &note, in: &batch)
      cutter.lastWritten = header.time.seconds
    } else if !hasGroupNotice {
      hasGroupNotice = bodies.isGroupNotice()
    }
    if body.hasUnknownWords { reportUnknownWords(body, line: header.line) }
    if depth == .records {
      store(body.words, bytes, hasCRLF: cut.hasCRLF, &note, in: &batch)
    }
    if let media = body.media { take(media, body, bytes, &note, in: &batch) }
    batch.notes.append(note)
  }

  private mutating func reportUnknownWords(_ body: MessageBody, line: Int) {
    list.add(
      "marker-unknown", line: line,
      """
      looks like words of the app that chatferry does not know; kept as \
      \(body.isSystem ? "a line of the app" : "text")
      """)
  }

  /// Minutes ahead of UTC at the message's time.
  private mutating func utcOffset(of header: HeaderLine) -> Int32? {
    guard let (minutes, placement) = clock?.offset(at: header.time.seconds) else { return nil }
    switch placement {
    case .plain: break
    case .repeated:
      list.add(
        "time-repeated", line: header.line,
        "local time occurs twice, when clocks go back; placed by the order of the file")
    case .skipped:
      list.add(
        "time-skipped", line: header.line,
        "local time never occurred, clocks went ahead; placed with the offset before; check the time zone"
      )
    }
    return minutes
  }

  @inline(__always)
  private mutating func take(
    _ spelling: Int, _ note: inout MessageBatch.Note, in batch: inout MessageBatch
  ) {
    let writer = table.writer(of: spelling) ?? enter(spelling)
    table.countMessage(of: writer)
    note.author = Int32(writer)
    note.direction = !tellsSides ? .unknown : table.writers[writer].isMe ? .outgoing : .incoming
    guard depth == .records else { return }
    if names[writer].batch != batchNumber { keepNames(of: writer, in: &batch) }
    note.authorName = names[writer].name
    note.authorNumber = names[writer].number
  }

  private mutating func enter(_ spelling: Int) -> Int {
    let writer = table.enter(spelling)
    if table.writers[writer].isMe { tellsSides = true }
    if names.count <= writer { names.append(NameFields()) }
    return writer
  }

  private mutating func keepNames(of writer: Int, in batch: inout MessageBatch) {
    let author = table.writers[writer]
    names[writer] = NameFields(
      batch: batchNumber, name: batch.arena.store(author.name),
      number: author.number.map { batch.arena.store($0) } ?? .null)
  }

  /// Stores the text, within the key of the message's id.
  @inline(__always)
  private mutating func store(
    _ words: MessageBody.Words, _ bytes: Span<UInt8>, hasCRLF: Bool,
    _ note: inout MessageBatch.Note, in batch: inout MessageBatch
  ) {
    switch words {
    case .none:
      let null = IdentityKey.null
      store(null.span, &note, in: &batch)
      note.text = .null
    case .built:
      let words = bodies.words
      store(words.span, &note, in: &batch)
    case .verbatim(let from, let to) where hasCRLF:
      scratch.removeAll(keepingCapacity: true)
      TextFold.appendLines(bytes, from: from, to: to, to: &scratch)
      let words = scratch
      store(words.span, &note, in: &batch)
    case .verbatim(let from, let to):
      store(bytes.extracting(from..<to), &note, in: &batch)
    }
  }

  @inline(__always)
  private mutating func store(
    _ text: Span<UInt8>, _ note: inout MessageBatch.Note, in batch: inout MessageBatch
  ) {
    (note.key, note.text) = key.write(
      note.time, author: note.authorName, text: text, to: &batch.arena)
  }

  private mutating func take(
    _ media: MessageBody.Media, _ body: MessageBody, _ bytes: Span<UInt8>,
    _ note: inout MessageBatch.Note, in batch: inout MessageBatch
  ) {
    var medium = MessageBatch.Medium(media: MessageRecord.Media(state: .omitted))
    if case .named(let from, let to) = media {
      let name = MediaNames.withoutMarks(bytes, from: from, to: to)
      medium.media.name = batch.arena.store(name)
      if let place = files.find(bytes, from: from, to: to) {
        files.use(place)
        medium.media.state = .present
        medium.media.size = files.entries[place].size
        medium.entry = files.entries[place]
      } else {
        medium.media.state = .missing
        if files.miss(name) { reportMissing(name, line: note.line) }
      }
      if note.text.isNull, body.kind == .document {
        let title = MediaNames.title(medium.media.name, in: batch.arena.bytes.span)
        if !title.isNull { medium.title = title }
      }
    }
    note.medium = Int32(batch.media.count)
    batch.media.append(medium)
  }

  private mutating func reportMissing(_ name: String, line: Int) {
    list.add(
      "media-missing", line: line,
      "file “\(name.escapedForPeople)” is named, but is not in the export; export the chat again with media"
    )
  }

  // MARK: The end

  /// Lists what is only known at the end; called once.
  mutating func finish(replacements: Int) {
    for line in cutter.unreadLines {
      list.add(
        "line-unread", line: line,
        "stands before the first message and is not part of any")
    }
    list.count("line-unread", more: cutter.accounting.unread - cutter.unreadLines.count)
    if let line = cutter.oddYearLine {
      list.add(
        "date-shape-mixed", line: line,
        """
        writes the year with another number of digits than the lines that show the order of day and month, and is read in \
        their order. Where exports of two phones were joined here, give each alone
        """)
    }
    for line in cutter.doubtfulLines {
      list.add(
        "line-doubtful", line: line,
        """
        looks like the start of a message, but its author writes nowhere else and its time does not fit; \
        read as text of the message before
        """)
    }
    list.count("line-doubtful", more: cutter.doubtfulCount - cutter.doubtfulLines.count)
    for line in cutter.otherHeaders.lines {
      list.add(
        "line-other-header", line: line,
        """
        begins like a message of another phone or setting; read as text of the message before. Where two exports \
        were joined here, give each alone
        """)
    }
    list.count(
      "line-other-header", more: cutter.otherHeaders.count - cutter.otherHeaders.lines.count)
    if replacements > 0 {
      list.add(
        "text-invalid-utf8",
        (replacements == 1
          ? "a place in the text is not valid UTF-8 and"
          : "\(replacements) places in the text are not valid UTF-8; each") + " is read as U+FFFD")
    }
    for file in files.unused {
      list.add(
        "media-unreferenced",
        "file “\(file.name.escapedForPeople)” is in the export, but no line names it")
    }
  }
}
