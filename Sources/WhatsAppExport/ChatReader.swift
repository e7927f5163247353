internal import ChatRecords
internal import Files
internal import Glibc

/// Reads the messages of one export as a stream, in file order, in bounded memory.
///
/// What it knows of the whole text before the first message is given out comes from the head of the text:
/// the header grammar, the authors with a `: ` in their names, whether it is a chat of two. A big text is
/// decoded on a thread of its own. Used by one thread at a time.
package final class ChatReader {
  /// How much is looked at before the first message is given out, in bytes.
  static let headLimit = 4 << 20

  /// The archive that is read; nil for a text in memory.
  package let archive: ExportArchive?
  package let title: String
  package let shape: ChatShape
  /// What the message records say in `chat`: the partner's number where known, else the title.
  package let chat: String
  /// The partner's number, digits only; nil for a group and where nothing tells it.
  package let partnerNumber: String?
  /// The message that `next()` read; reused.
  package private(set) var entry = ChatEntry()

  /// For messages to people.
  private let path: String
  private let text: DecodedText
  private var cutter: MessageCutter
  private var table: AuthorTable
  private var bodies: BodyReader
  private var files: MediaNames
  private var identity: MessageIdentity
  private var clock: ZoneClock?
  private var list = ProblemList()
  private var scratch: [UInt8] = []
  private var hasFinished = false
  private let textName: MessageRecord.Field

  /// Whether a line of the app was read that only groups have.
  package private(set) var hasGroupNotice = false

  /// Where a text comes from.
  struct Source {
    let archive: ExportArchive?
    let title: String
    /// For messages to people.
    let path: String
    /// The name of the text, for the records.
    let textName: String
    let media: [ExportEntry]
    let open: () throws(ExportError) -> any ByteSource
  }

  /// Learns the header grammar: from the first part of the text, and from all of it when that leaves the
  /// date order open.
  ///
  /// - Throws: what opening the text throws, `textEmpty`, `headerUnknown`, `localeUnknown`, `zoneUnknown`.
  package convenience init(_ archive: ExportArchive, options: ParseOptions, people: People)
    throws(ExportError)
  {
    let source = Source(
      archive: archive, title: archive.title, path: archive.path, textName: archive.chatText.name,
      media: archive.media, open: { () throws(ExportError) in try archive.openChatText() })
    try self.init(source, options: options, people: people)
  }

  /// Reads a chat text that is in memory, as an inbox gets it.
  ///
  /// - Parameters:
  ///   - title: the chat's title, empty when unknown.
  ///   - mediaNames: the files that the text may name; their place is their `ExportEntry.index`, their
  ///     size is given as 0.
  package convenience init(
    text: [UInt8], title: String, mediaNames: [String], options: ParseOptions, people: People
  ) throws(ExportError) {
    let media = mediaNames.enumerated().map { ExportEntry(index: $0, name: $1, size: 0) }
    let source = Source(
      archive: nil, title: title, path: title, textName: "_chat.txt", media: media,
      open: { () throws(ExportError) in ArraySource(text) })
    try self.init(source, options: options, people: people)
  }

  init(
    _ source: Source, options: ParseOptions, people: People, headLimit: Int = ChatReader.headLimit
  ) throws(ExportError) {
    archive = source.archive
    title = source.title
    path = source.path
    let text = DecodedText(try source.open())
    self.text = text
    var head: [UInt8] = []
    var isWhole = false
    do {
      while head.count < headLimit && !isWhole {
        isWhole = try !text.next { head.append(copying: $0) }
      }
    } catch {
      throw ExportError(error, reading: source.path)
    }
    guard head.contains(where: { $0 > 0x20 }) else { throw .textEmpty(path: source.path) }

    var lead = head
    if !isWhole, let last = head.lastIndex(of: 0x0A) { lead.removeLast(head.count - last - 1) }
    let languages = HeadLanguages.find(in: lead.span)
    let grammar = try HeaderGrammar.learn(
      head: lead.span, isWhole: isWhole, languages: languages, options: options,
      rest: { () throws(ExportError) in DecodedText(try source.open()) })
    shape = grammar.shape
    clock = nil
    if let zone = options.zone { clock = try ZoneClock(zone) }

    files = MediaNames(source.media)
    bodies = BodyReader(platform: grammar.shape.platform)
    for problem in grammar.problems { list.add(problem) }
    let given = GivenNames(title: source.title, people: people)
    let survey = HeadSurvey(lead, grammar, given, files)
    table = survey.table
    chat = survey.chat
    partnerNumber = survey.partnerNumber
    identity = MessageIdentity(title: source.title)
    if isWhole {
      cutter = MessageCutter(TextWindow(head: head, nil), grammar.reader)
    } else {
      let ahead = ReadAhead(text)
      cutter = MessageCutter(
        TextWindow(head: head) { body in try ahead.next(body) }, grammar.reader)
    }
    entry.record.chat = entry.record.store(survey.chat)
    textName = entry.record.store(source.textName)
    entry.record.source = .export(file: textName, line: 0)
    entry.record.pin()
  }

  /// Reads the next message into `entry`; false at the end.
  package func next() throws(ExportError) -> Bool {
    let cut: MessageCut?
    do {
      cut = try cutter.next(table)
    } catch {
      throw ExportError(error, reading: path)
    }
    guard let cut else {
      finish()
      return false
    }
    let bytes = cutter.window.bytes
    fill(bytes.span, cut, at: cutter.window.offset)
    return true
  }

  /// How the lines read so far were used; of the whole text once `next()` said false.
  package var accounting: LineAccounting { cutter.accounting }

  /// Who wrote so far, in order of their first message.
  package var authors: [ChatAuthor] {
    table.writers.map { writer in
      ChatAuthor(
        name: writer.name, number: writer.number,
        role: writer.isMe ? .me : writer.isPartner ? .partner : .unknown, messages: writer.messages)
    }
  }

  /// What was noticed so far; complete once `next()` said false.
  package var problems: [Problem] { list.all }

  /// The files that no message has named; complete once `next()` said false.
  package var unreferenced: [ExportEntry] { files.unused }

  /// Adds what only the file itself tells to the media of the message in hand.
  ///
  /// - Parameter path: relative to the export's folder; nil when the file was not copied.
  package func describeMedia(mimeType: String?, sha256: String?, path: String?) {
    guard var media = entry.record.media else { return }
    if let mimeType { media.mimeType = entry.record.store(mimeType) }
    if let sha256 { media.sha256 = entry.record.store(sha256) }
    if let path { media.path = entry.record.store(path) }
    entry.record.media = media
  }

  // MARK: One message

  private func fill(_ bytes: Span<UInt8>, _ cut: MessageCut, at offset: Int64) {
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
      from: from, firstLineEnd: header.end, to: cut.textEnd, hasAngle: cut.hasAngle)
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
    take(body.words, bytes, hasCRLF: cut.hasCRLF)
    var identityText = entry.record.text
    if let media = body.media {
      take(media, bytes, line: header.line)
      if identityText.isNull, body.kind == .document, let name = entry.record.media?.name {
        identityText = MediaNames.title(name, in: entry.record)
      }
    }
    identity.identify(&entry.record, text: identityText)
  }

  /// Gives the record its offset from UTC.
  private func place(_ header: HeaderLine) {
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
        "local time never occurred, clocks went ahead; placed with the offset before; check the time zone")
    }
  }

  private func take(_ spelling: Int) {
    let writer: Int
    if let known = table.writer(of: spelling) {
      writer = known
    } else {
      writer = table.enter(spelling)
      keep(writer)
    }
    table.countMessage(of: writer)
    entry.author = writer
    let author = table.writers[writer]
    entry.record.authorName = author.nameField
    entry.record.authorNumber = author.numberField
    entry.record.direction =
      !table.given.knowsMe ? .unknown : author.isMe ? .outgoing : .incoming
  }

  /// Stores a new author's name where it stays. The record holds nothing of the message yet.
  private func keep(_ writer: Int) {
    let author = table.writers[writer]
    guard author.nameField.isNull else { return }
    let name = entry.record.store(author.name)
    let number = author.number.map { entry.record.store($0) } ?? .null
    entry.record.pin()
    table.keep(name, number, of: writer)
  }

  private func take(_ words: MessageBody.Words, _ bytes: Span<UInt8>, hasCRLF: Bool) {
    switch words {
    case .none: break
    case .built: entry.record.text = entry.record.store(bodies.words.span)
    case .verbatim(let from, let to) where hasCRLF:
      scratch.removeAll(keepingCapacity: true)
      TextFold.appendLines(bytes, from: from, to: to, to: &scratch)
      entry.record.text = entry.record.store(scratch.span)
    case .verbatim(let from, let to):
      entry.record.text = entry.record.store(bytes.extracting(from..<to))
    }
  }

  private func take(_ media: MessageBody.Media, _ bytes: Span<UInt8>, line: Int) {
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
      files.miss(name)
      list.add(
        "media-missing", line: line,
        "file “\(name.escapedForPeople)” is named, but is not in the export; export the chat again with media")
    }
    entry.record.media = record
  }

  // MARK: The end

  private func finish() {
    guard !hasFinished else { return }
    hasFinished = true
    for line in cutter.unreadLines {
      list.add("line-unread", line: line,
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
    if text.replacements > 0 {
      list.add(
        "text-invalid-utf8",
        "\(text.replacements) places in the text are not valid UTF-8; each is read as U+FFFD")
    }
    for file in files.unused {
      list.add("media-unreferenced", "file “\(file.name.escapedForPeople)” is in the export, but no line names it")
    }
  }

  /// How many different files the text names that are not there.
  package var missingFiles: Int { files.missing }
  /// The files that messages name, in archive order.
  package var referenced: [ExportEntry] { files.used }
}
