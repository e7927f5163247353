internal import ChatRecords

/// The state of one reading: a value, so that the way of a message through it needs no checks at run time.
struct ChatReading: ~Copyable {
  /// Reused.
  var entry = ChatEntry()
  var cutter: MessageCutter
  var table: AuthorTable
  var files: MediaNames
  var list = ProblemList()
  var clock: ZoneClock?
  var hasGroupNotice = false

  /// Whether it is known who is me; until then nobody is the other side.
  private var tellsSides: Bool
  private var bodies: BodyReader
  /// nil where nobody asks for ids.
  private var identity: MessageIdentity?
  private var scratch: [UInt8] = []
  private var hasFinished = false
  private let textName: MessageRecord.Field

  init(
    _ cutter: MessageCutter, _ survey: HeadSurvey, _ files: MediaNames,
    platform: ChatShape.Platform, textName: String, givesIDs: Bool
  ) {
    self.cutter = cutter
    self.files = files
    table = survey.table
    tellsSides = survey.tellsSides
    bodies = BodyReader(platform: platform)
    identity = givesIDs ? MessageIdentity(title: survey.table.given.title) : nil
    entry.record.chat = entry.record.store(survey.chat)
    self.textName = entry.record.store(textName)
    entry.record.source = .export(file: self.textName, line: 0)
    entry.record.pin()
  }

  /// Reads the next message into `entry`; false at the end.
  mutating func next() throws -> Bool {
    guard let cut = try cutter.next(table) else { return false }
    let bytes = cutter.window.bytes
    fill(bytes.span, cut, at: cutter.window.offset)
    return true
  }

  mutating func forEach(path: String, _ body: (inout ChatEntry) throws -> Void) throws {
    while true {
      do {
        guard try next() else { return }
      } catch {
        throw ExportError(error, reading: path)
      }
      try body(&entry)
    }
  }

  // MARK: One message

  private mutating func fill(_ bytes: Span<UInt8>, _ cut: MessageCut, at offset: Int64) {
    let header = cut.header
    entry.record.clear()
    entry.record.localTime = header.time
    entry.record.source = .export(file: textName, line: header.line)
    entry.extent = offset + Int64(header.start)..<offset + Int64(cut.end)
    entry.author = nil
    entry.attachment = nil
    place(header)

    let split = table.split(bytes, from: header.bodyStart, to: header.end)
    let from = split?.textStart ?? header.bodyStart
    entry.bodyStart = offset + Int64(from)
    let extent = BodyReader.Extent(
      from: from, firstLineEnd: header.end, to: cut.textEnd, hasAngle: cut.hasAngle,
      isFirst: cutter.accounting.messages == 1)
    let body =
      split == nil
      ? bodies.notice(bytes, extent) : bodies.read(bytes, extent, media: files)
    entry.record.kind = body.kind
    entry.record.isEdited = body.isEdited
    if let split, !body.isSystem {
      take(split.spelling)
      cutter.lastWritten = header.time.seconds
    } else {
      entry.record.direction = .system
      if !hasGroupNotice { hasGroupNotice = bodies.isGroupNotice() }
    }
    if body.hasUnknownWords {
      list.add(
        "marker-unknown", line: header.line,
        """
        looks like words of the app that chatferry does not know; kept as \
        \(body.isSystem ? "a line of the app" : "text")
        """)
    }
    take(body.words, bytes, hasCRLF: cut.hasCRLF)
    var identityText = entry.record.text
    if let media = body.media {
      take(media, bytes, line: header.line)
      if identityText.isNull, body.kind == .document, let name = entry.record.media?.name {
        identityText = MediaNames.title(name, in: entry.record)
      }
    }
    identity?.identify(&entry.record, text: identityText)
  }

  /// Gives the record its offset from UTC.
  private mutating func place(_ header: HeaderLine) {
    guard let (minutes, placement) = clock?.offset(at: header.time.seconds) else { return }
    entry.record.utcOffsetMinutes = minutes
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
  }

  private mutating func take(_ spelling: Int) {
    let writer: Int
    if let known = table.writer(of: spelling) {
      writer = known
    } else {
      writer = table.enter(spelling)
      keep(writer)
      if table.writers[writer].isMe { tellsSides = true }
    }
    table.countMessage(of: writer)
    entry.author = writer
    entry.record.authorName = table.writers[writer].nameField
    entry.record.authorNumber = table.writers[writer].numberField
    entry.record.direction =
      !tellsSides ? .unknown : table.writers[writer].isMe ? .outgoing : .incoming
  }

  /// Stores a new author's name where it stays. The record holds nothing of the message yet.
  private mutating func keep(_ writer: Int) {
    let author = table.writers[writer]
    guard author.nameField.isNull else { return }
    let name = entry.record.store(author.name)
    let number = author.number.map { entry.record.store($0) } ?? .null
    entry.record.pin()
    table.keep(name, number, of: writer)
  }

  private mutating func take(_ words: MessageBody.Words, _ bytes: Span<UInt8>, hasCRLF: Bool) {
    let field: MessageRecord.Field
    switch words {
    case .none: return
    case .built: field = Self.store(bodies.words, in: &entry.record)
    case .verbatim(let from, let to) where hasCRLF:
      scratch.removeAll(keepingCapacity: true)
      TextFold.appendLines(bytes, from: from, to: to, to: &scratch)
      field = Self.store(scratch, in: &entry.record)
    case .verbatim(let from, let to):
      field = entry.record.store(bytes.extracting(from..<to))
    }
    entry.record.text = field
  }

  private static func store(
    _ words: [UInt8], in record: inout MessageRecord
  ) -> MessageRecord.Field {
    record.store(words.span)
  }

  private mutating func take(_ media: MessageBody.Media, _ bytes: Span<UInt8>, line: Int) {
    guard case .named(let from, let to) = media else {
      entry.record.media = MessageRecord.Media(state: .omitted)
      return
    }
    let place = files.find(bytes, from: from, to: to)
    var record = MessageRecord.Media(state: place == nil ? .missing : .present)
    let name = MediaNames.withoutMarks(bytes, from: from, to: to)
    record.name = entry.record.store(name)
    if let place {
      files.use(place)
      record.size = files.entries[place].size
      entry.attachment = files.entries[place]
    } else {
      guard files.miss(name) else {
        entry.record.media = record
        return
      }
      list.add(
        "media-missing", line: line,
        "file “\(name.escapedForPeople)” is named, but is not in the export; export the chat again with media"
      )
    }
    entry.record.media = record
  }

  // MARK: The end

  mutating func finish(replacements: Int) {
    guard !hasFinished else { return }
    hasFinished = true
    for line in cutter.unreadLines {
      list.add(
        "line-unread", line: line,
        "stands before the first message and is not part of any")
    }
    list.count("line-unread", more: cutter.accounting.unread - cutter.unreadLines.count)
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
        "\(replacements) places in the text are not valid UTF-8; each is read as U+FFFD")
    }
    for file in files.unused {
      list.add(
        "media-unreferenced",
        "file “\(file.name.escapedForPeople)” is in the export, but no line names it")
    }
  }
}
