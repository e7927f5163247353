internal import Files
internal import Glibc

/// Reads the messages of one export as a stream, in file order, in bounded memory.
///
/// What it knows of the whole text before the first message is given out comes from the head of the text:
/// the header grammar, the authors with a `: ` in their names, whether it is a chat of two. A big text is
/// decoded on a thread of its own. Used by one thread at a time.
package final class ChatReader {
  /// How much is looked at before the first message is given out, in bytes.
  static let headLimit = 1 << 20
  /// How many pieces of `DecodedText.bufferSize` bytes may be unpacked before they are asked for.
  private static let piecesAhead = 32
  private static let batchesAhead = 8

  /// The archive that is read; nil for a text in memory.
  package let archive: ExportArchive?
  package let title: String
  package let shape: ChatShape
  /// What the message records say in `chat`: the partner's number where known, else the title.
  package let chat: String
  /// The partner's number, digits only; nil for a group and where nothing tells it.
  package let partnerNumber: String?
  /// The languages of the app's own words in the first part of the text, most frequent first, then those of the
  /// name that told the chat's title. As the marker table names them.
  package let languages: [String]
  private let path: String
  private let text: DecodedText
  private let parsing: Parsing
  /// Whether the text goes on after its head, so that threads are worth their while.
  private let isLong: Bool
  private var maker: EntryMaker
  private var batch = MessageBatch()
  private var hasFinished = false
  /// Whether messages were lost with the thread that took them apart.
  private var isSpent = false

  /// The parser, as a thread takes it along.
  private final class Parsing: PieceMaker {
    var parser: MessageParser

    init(_ parser: consuming MessageParser) { self.parser = parser }

    static func blank() -> MessageBatch { MessageBatch() }
    static func isHeavy(_ batch: MessageBatch) -> Bool { batch.isHeavy }
    func next(into batch: inout MessageBatch) throws -> Bool { try parser.next(into: &batch) }
  }

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
  package convenience init(
    _ archive: ExportArchive, options: ParseOptions, people: People
  ) throws(ExportError) {
    try self.init(archive, options: options, people: people, depth: .records)
  }

  /// - Parameter depth: with `.facts` records have no texts, names and ids.
  convenience init(
    _ archive: ExportArchive, options: ParseOptions, people: People, depth: MessageParser.Depth
  ) throws(ExportError) {
    let source = Source(
      archive: archive, title: archive.title, path: archive.path, textName: archive.chatText.name,
      media: archive.media, open: { () throws(ExportError) in try archive.openChatText() })
    try self.init(source, options: options, people: people, depth: depth)
  }

  /// Compiles the marker table beside the caller, which would be a good part of reading a small export.
  package static func prepare() {
    Task.detached { _ = MarkerIndex.shared }
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
    _ source: Source, options: ParseOptions, people: People, depth: MessageParser.Depth = .records,
    headLimit: Int = ChatReader.headLimit
  ) throws(ExportError) {
    archive = source.archive
    title = source.title
    path = source.path
    let text = DecodedText(try source.open())
    self.text = text
    var head: [UInt8] = []
    var isAll = false
    do {
      while head.count <= headLimit && !isAll {
        isAll = try !text.next { head.append(copying: $0) }
      }
    } catch {
      throw ExportError(error, reading: source.path)
    }
    guard head.contains(where: { $0 > 0x20 }) else { throw .textEmpty(path: source.path) }
    // The rest is unpacked while the head is looked at.
    let ahead = isAll ? nil : WorkAhead(text, depth: Self.piecesAhead)
    // What is learned must not depend on how much came with one read.
    let lead = Self.lines(of: head, limit: headLimit)
    let spoken = HeadLanguages.find(in: lead.span)
    languages = spoken + (source.archive?.titleLanguages ?? []).filter { !spoken.contains($0) }
    let grammar = try HeaderGrammar.learn(
      head: lead.span, isWhole: lead.count == head.count && isAll, languages: spoken,
      options: options, rest: { () throws(ExportError) in DecodedText(try source.open()) })
    shape = grammar.shape
    let clock: ZoneClock? = if let zone = options.zone { try ZoneClock(zone) } else { nil }
    let files = MediaNames(source.media)
    let given = GivenNames(title: source.title, people: people)
    let survey = HeadSurvey(lead, grammar, given, files)
    chat = survey.chat
    partnerNumber = survey.partnerNumber
    let window = TextWindow(
      head: head,
      ahead.map { ahead in
        { body in
          guard let piece = try ahead.take() else { return false }
          body(piece.bytes.span.extracting(first: piece.count))
          ahead.give(back: piece)
          return true
        }
      })
    var parser = MessageParser(
      window, grammar.reader, survey, files, platform: grammar.shape.platform,
      textName: source.textName, depth: depth)
    parser.clock = clock
    for problem in grammar.problems { parser.list.add(problem) }
    parsing = Parsing(parser)
    isLong = !isAll
    maker = EntryMaker(depth)
  }

  /// The whole lines within the first `limit` bytes; of a longer first line its whole characters.
  private static func lines(of head: [UInt8], limit: Int) -> [UInt8] {
    guard head.count > limit else { return head }
    if let last = head[..<limit].lastIndex(of: 0x0A) { return Array(head[...last]) }
    var end = limit
    while end > 0 && head[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(head[..<end])
  }

  /// Reads the next message into `entry`; false at the end. What else the reader tells may be ahead by some messages.
  package func next() throws(ExportError) -> Bool {
    precondition(!isSpent, "the receiver of `forEach` threw; read the export anew")
    if maker.next() { return true }
    do {
      guard try parsing.next(into: &batch) else {
        finish()
        return false
      }
    } catch {
      throw ExportError(error, reading: path)
    }
    maker.take(&batch)
    return maker.next()
  }

  /// Reads all messages that are left and lends each to `body`; quicker than `next()` where there are millions: the
  /// text is taken apart on a thread of its own.
  ///
  /// - Parameter body: must not ask the reader for anything. Once it threw, the reader gives no further message.
  /// - Throws: what `next()` and `body` throw.
  package func forEach(_ body: (inout ChatEntry) throws -> Void) throws {
    guard isLong else {
      while try next() { try body(&maker.entry) }
      return
    }
    precondition(!isSpent, "the receiver of `forEach` threw; read the export anew")
    while maker.next() { try body(&maker.entry) }
    isSpent = true
    let ahead = WorkAhead(parsing, depth: Self.batchesAhead)
    while var batch = try take(from: ahead) {
      try maker.forEach(in: &batch, body)
      ahead.give(back: batch)
    }
    isSpent = false
    finish()
  }

  private func take(from ahead: WorkAhead<Parsing>) throws(ExportError) -> MessageBatch? {
    do {
      return try ahead.take()
    } catch {
      throw ExportError(error, reading: path)
    }
  }

  private func finish() {
    guard !hasFinished else { return }
    hasFinished = true
    parsing.parser.finish(replacements: text.replacements)
  }

  /// The message that `next()` read; reused.
  package var entry: ChatEntry { _read { yield maker.entry } }

  /// Whether a line of the app was read that only groups have.
  package var hasGroupNotice: Bool { parsing.parser.hasGroupNotice }

  /// How the lines read so far were used; of the whole text once `next()` said false.
  package var accounting: LineAccounting { parsing.parser.cutter.accounting }

  /// Who wrote so far, in order of their first message.
  package var authors: [ChatAuthor] {
    parsing.parser.table.writers.map { writer in
      ChatAuthor(
        name: writer.name, spelling: writer.spelling, number: writer.number,
        role: writer.isMe ? .me : writer.isPartner ? .partner : .unknown, messages: writer.messages)
    }
  }

  /// Whether a name was given as mine and nobody who wrote so far has it, though one of them should: directions are
  /// unknown. False where nobody writes but the other side.
  package var lacksMe: Bool {
    let table = parsing.parser.table
    return table.given.knowsMe && !table.writers.isEmpty
      && !table.writers.contains { $0.isMe } && !table.given.isOnlyPartner(table.writers)
  }

  /// What was noticed so far; complete once `next()` said false.
  package var problems: [Problem] { parsing.parser.list.all }

  /// The files that no message has named; complete once `next()` said false.
  package var unreferenced: [ExportEntry] { parsing.parser.files.unused }

  /// How many different files the text names that are not there.
  package var missingFiles: Int { parsing.parser.files.missing }
  /// The files that messages name, in archive order.
  package var referenced: [ExportEntry] { parsing.parser.files.used }
}
