internal import ChatRecords

/// Everything that one pass over an export tells, without changing anything: what `inspect` reports.
package struct ChatInspection: Sendable, Equatable {
  package enum ChatKind: String, Sendable { case direct, group }

  /// Consecutive messages, in file order, of one offset from UTC.
  package struct OffsetRun: Sendable, Equatable {
    package let minutes: Int
    /// The first and the last message's time, RFC 3339.
    package let from: String
    package let to: String
    package let messages: Int
  }

  /// Files and what the text says of them. `referenced = present + missing`.
  package struct Media: Sendable, Equatable {
    /// Different files that messages name.
    package var referenced: Int { present + missing }
    package internal(set) var present = 0
    package internal(set) var missing = 0
    /// Messages whose file the phone left out of the export.
    package internal(set) var omitted = 0
    /// Files in the export that no message names.
    package internal(set) var unreferenced = 0
    /// The size of the present files.
    package internal(set) var bytes: Int64 = 0
  }

  /// As the user gave it.
  package let path: String
  package let title: String
  package let shape: ChatShape
  package internal(set) var kind = ChatKind.direct
  /// The zone that was asked for, an IANA name or `+02:00`; nil for none.
  package let timeZone: String?
  /// Empty when no zone is known.
  package internal(set) var offsets: [OffsetRun] = []
  package internal(set) var accounting = LineAccounting()
  package internal(set) var participants: [ChatAuthor] = []
  /// What people wrote; `accounting.messages` counts the app's own lines too.
  package internal(set) var messages = 0
  package internal(set) var systemMessages = 0
  /// The times of the earliest and the latest message: RFC 3339 when a zone is known, else wall clock. Nil for a chat
  /// without messages.
  package internal(set) var first: String?
  package internal(set) var last: String?
  package internal(set) var media = Media()
  /// In the order found: the archive's, the text's, the import's.
  package internal(set) var problems: [Problem] = []

  /// Whether nothing is in the way of an import but what its options can still supply.
  package var isImportable: Bool { !problems.contains { $0.severity == .error } }

  /// Messages between two calls of `watch`.
  private static let pace = 4096

  /// Reads all of an export.
  ///
  /// - Parameter watch: told now and then how far the text was read, in bytes of UTF-8, and how many more messages.
  /// - Throws: what opening and reading it throws.
  package init(
    _ archive: ExportArchive, options: ParseOptions, people: People,
    watch: (_ position: Int64, _ moreMessages: Int) -> Void = { _, _ in }
  ) throws(ExportError) {
    let reader = try ChatReader(archive, options: options, people: people, depth: .facts)
    try self.init(
      reader, path: archive.path, archive: archive.problems, options: options, people: people,
      watch: watch)
  }

  /// - Parameter reader: nothing was read with it yet.
  init(
    _ reader: ChatReader, path: String, archive: [Problem], options: ParseOptions, people: People,
    watch: (_ position: Int64, _ moreMessages: Int) -> Void = { _, _ in }
  ) throws(ExportError) {
    self.path = path
    title = reader.title
    shape = reader.shape
    timeZone = options.zone.map(Self.name)
    var runs = OffsetRuns()
    var span = TimeSpan()
    var noticeSpan = TimeSpan()
    var count = 0
    do {
      try reader.forEach { entry in
        add(entry.record, &runs, &span, &noticeSpan)
        count += 1
        if count == Self.pace {
          watch(entry.extent.upperBound, count)
          count = 0
        }
      }
    } catch {
      throw ExportError(error, reading: path)
    }
    offsets = runs.finished()
    if messages == 0 { span = noticeSpan }
    first = span.first
    last = span.last
    accounting = reader.accounting
    participants = reader.authors
    kind = reader.hasGroupNotice || participants.count > 2 ? .group : .direct
    media.present = reader.referenced.count
    media.missing = reader.missingFiles
    media.unreferenced = reader.unreferenced.count
    media.bytes = reader.referenced.reduce(0) { $0 &+ $1.size }
    problems = archive + reader.problems
    addImportProblems(reader, options, people)
  }

  private static func name(_ zone: ZoneChoice) -> String {
    switch zone {
    case .iana(let name): name
    case .offset(let minutes): TimeText.offset(minutes)
    }
  }

  private mutating func add(
    _ record: borrowing MessageRecord, _ runs: inout OffsetRuns, _ span: inout TimeSpan,
    _ noticeSpan: inout TimeSpan
  ) {
    if record.direction == .system {
      systemMessages += 1
      noticeSpan.add(record)
    } else {
      messages += 1
      span.add(record)
    }
    if case .omitted? = record.media?.state { media.omitted += 1 }
    runs.add(record)
  }

  /// What an import would stumble over. Zone, partner and me can still be given then: warnings.
  private mutating func addImportProblems(
    _ reader: ChatReader, _ options: ParseOptions, _ people: People
  ) {
    if messages == 0 {
      problems.append(
        Problem("text-empty", .error, "no message of a person is in the text; nothing to import"))
    }
    if options.zone == nil {
      problems.append(
        Problem(
          "time-zone-missing", .warning,
          "times are of an unknown time zone; for an import give --time-zone or --utc-offset"))
    }
    guard kind == .direct else {
      problems.append(
        Problem(
          "group-chat", .error,
          "is a group; inboxes take chats of two people only, but `export` reads it"))
      return
    }
    if !participants.contains(where: { $0.role == .me }) {
      let words =
        people.me.isEmpty
        ? "who of the participants is the phone's owner is not said; for an import give --me"
        : "nobody in the chat has the name that --me gives; for an import give it as the chat shows it"
      problems.append(Problem("me-unknown", .warning, words))
    }
    if reader.partnerNumber == nil {
      problems.append(
        Problem(
          "partner-number-missing", .warning,
          "the partner's number is not known; for an import give --partner or --contacts"))
    }
  }
}
