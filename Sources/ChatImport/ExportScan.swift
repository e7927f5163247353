internal import ChatRecords
internal import Files
internal import JSONText
internal import WhatsAppExport

/// What one reading of an export found; its messages are rows of the store.
struct ExportScan: Sendable {
  let source: Int
  let path: String
  let title: String
  let shape: ChatShape
  /// The languages of the app's words, as the reader found them.
  let languages: [String]
  let authors: [ChatAuthor]
  /// The partner's, as the reader found it.
  let partnerNumber: String?
  let hasGroupNotice: Bool
  let problems: [Problem]
  /// Rows of the store.
  let rows: Range<Int64>

  var isBad: Bool { problems.contains { $0.severity == .error } }

  /// Reads an export from its first to its last message.
  ///
  /// - Parameter first: sequence number of its first row.
  init(
    _ archive: ExportArchive, source: Int, first: Int64, options: ImportOptions,
    into store: PlanStore, progress: (any ImportProgress)?
  ) throws {
    let reader = try ChatReader(archive, options: options.parse, people: options.people)
    var scanner = RowScanner(
      text: ExtentReader(DecodedText(try archive.openChatText())), source: source, store: store)
    var seq = first
    var hasZone = true
    progress?.began(.reading, of: archive.path, totalBytes: archive.chatText.size, totalItems: 0)
    var told: Int64 = 0
    while try reader.next() {
      try store.insert(try scanner.row(of: reader.entry, seq: seq))
      if reader.entry.record.utcOffsetMinutes == nil { hasZone = false }
      seq += 1
      if seq & 0xFFF == 0 {
        try Task.checkCancellation()
        let read = reader.entry.extent.upperBound
        progress?.advanced(bytes: read - told, items: 0)
        told = read
      }
    }
    progress?.advanced(bytes: max(0, archive.chatText.size - told), items: 0)
    self.source = source
    path = archive.path
    title = archive.title
    shape = reader.shape
    languages = reader.languages
    authors = reader.authors
    partnerNumber = reader.partnerNumber
    hasGroupNotice = reader.hasGroupNotice
    rows = first..<seq
    problems = Self.problems(of: reader, archive, hasZone: hasZone, hasPeople: !authors.isEmpty)
  }

  /// What the reader and the archive say, and what an import cannot do without.
  private static func problems(
    of reader: ChatReader, _ archive: ExportArchive, hasZone: Bool, hasPeople: Bool
  ) -> [Problem] {
    var problems = archive.problems + reader.problems
    func add(_ code: String, _ message: String) {
      if !problems.contains(where: { $0.code == code }) {
        problems.append(Problem(code, .error, message))
      }
    }
    if reader.shape.dateOrderEvidence == .ambiguous {
      add(
        "date-order-ambiguous",
        "\(archive.path): no date tells whether day or month comes first; say --date-order or --locale"
      )
    }
    if !hasZone {
      add(
        "time-zone-missing",
        "\(archive.path): the times have no time zone; say --time-zone or --utc-offset")
    }
    if !hasPeople {
      add("text-empty", "\(archive.path): no message of a person is in the text; nothing to import")
    }
    return problems
  }
}

/// Makes rows of messages.
private struct RowScanner {
  let text: ExtentReader
  let source: Int
  let store: PlanStore
  private var canonical = CanonicalLine()
  private var bodyBytes: [UInt8] = []

  init(text: ExtentReader, source: Int, store: PlanStore) {
    self.text = text
    self.source = source
    self.store = store
  }

  mutating func row(of entry: borrowing ChatEntry, seq: Int64) throws -> PlanRow {
    var row = PlanRow()
    row.seq = seq
    row.source = source
    row.extent = entry.extent
    if case .export(_, let line) = entry.record.source { row.line = line }
    row.offsetMinutes = entry.record.utcOffsetMinutes ?? 0
    row.time = entry.record.localTime.seconds - Int64(row.offsetMinutes) * 60
    // A chat is only sent when everybody but me is the partner, so who is not me is the other side, though
    // the export alone does not tell.
    row.direction =
      entry.record.direction == .unknown ? .incoming : entry.record.direction
    row.kind = entry.record.kind
    row.hasSeconds = entry.record.localTime.hasSeconds
    row.id = Self.id(of: entry.record)
    row.isMedium = entry.record.media != nil
    row.text =
      entry.record.text.isNull
      ? ComparedText.empty
      : ComparedText.hash(
        entry.record.bytes.span.extracting(
          entry.record.text.start..<entry.record.text.start + entry.record.text.count))
    row.caption = row.text
    if row.kind == .document, entry.record.text.isNull, let media = entry.record.media,
      !media.name.isNull
    {
      row.caption = ComparedText.hash(entry.record.string(media.name))
    }
    if let attachment = entry.attachment, let media = entry.record.media, media.state == .present {
      row.file = try store.file(
        PlanFile(
          source: source, entry: attachment.index,
          name: entry.record.string(media.name) ?? attachment.name, size: attachment.size))
    }
    canonical.write(entry.record)
    let needsBody = entry.record.media != nil || entry.record.isEdited
    let line = canonical.bytes
    row.canonicalLength = Int64(JSONWriter.escapedLength(line.span))
    row.canonicalBody =
      needsBody
      ? ComparedText.hash(line.span.extracting(canonical.bodyStart..<line.count)) : row.text
    try measure(entry, needsBody: needsBody, &row)
    return row
  }

  /// Reads the message's bytes themselves.
  private mutating func measure(_ entry: borrowing ChatEntry, needsBody: Bool, _ row: inout PlanRow)
    throws
  {
    bodyBytes.removeAll(keepingCapacity: true)
    var last = UInt8(ascii: "\n")
    var at = entry.extent.lowerBound
    while at < entry.extent.upperBound {
      let length: Int? = try text.read(at..<entry.extent.upperBound) { piece in
        row.verbatimLength += Int64(JSONWriter.escapedLength(piece))
        last = piece[piece.count - 1]
        if needsBody {
          let head = Int(min(max(0, entry.bodyStart - at), Int64(piece.count)))
          piece.extracting(head..<piece.count).withUnsafeBufferPointer {
            bodyBytes.append(contentsOf: $0)
          }
        }
        return piece.count
      }
      guard let length else { break }
      at += Int64(length)
    }
    row.endsWithLineBreak = last == UInt8(ascii: "\n")
    row.body = needsBody ? ComparedText.hash(bodyBytes.span) : row.text
  }

  /// The 16 digits after `wx:`.
  private static func id(of record: borrowing MessageRecord) -> UInt64 {
    guard !record.id.isNull else { return 0 }
    var value: UInt64 = 0
    for byte in record.bytes[record.id.start..<record.id.start + record.id.count].suffix(16) {
      value = value << 4 | UInt64(Hexadecimal.value(of: byte) ?? 0)
    }
    return value
  }
}
