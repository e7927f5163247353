internal import ChatRecords
internal import Files
internal import WhatsAppExport

/// An export that was read, but not understood well enough to write its messages.
struct BadExport: Error, Equatable {
  let input: BadInput
}

/// An export that broke off when a part of it was written already: the run is over, and a folder stays as it was.
struct SpoiledRun: Error, CustomStringConvertible {
  let error: ExportError

  var description: String { "\(error) (\(error.code))" }
}

/// An export that is ready to be written.
struct PreparedExport {
  let archive: ExportArchive
  let reader: ChatReader
  /// The media entries that wanted messages show, in the archive's order.
  let media: [ExportEntry]
}

/// Writes the messages of one export archive.
struct ArchiveExport {
  /// Between two looks at the clock and the signals.
  private static let pace = 4096

  let request: ExportRequest
  let parse: ParseOptions
  let people: People
  /// With others, an export that turns out to be damaged must not spoil theirs: it is read once before.
  let isOneOfMany: Bool
  let progress: ProgressDisplay

  /// Learns the export; nil where no record of it is wanted.
  ///
  /// - Throws: `ExportError`, `BadExport` for this archive alone, everything else for the whole run.
  func prepare(_ archive: ExportArchive) throws -> PreparedExport? {
    let reader = try ChatReader(archive, options: parse, people: people)
    if reader.shape.dateOrderEvidence == .ambiguous {
      throw BadExport(
        input: BadInput(
          archive.path, "date-order-ambiguous",
          "the dates can be read in two ways: \(reader.shape.dateOrderReason); say which with --date-order"
        ))
    }
    guard request.wants([archive.title, reader.chat]) else {
      return nil
    }
    try verify(archive)
    guard !archive.media.isEmpty || isOneOfMany else {
      return PreparedExport(archive: archive, reader: reader, media: [])
    }
    begin("reading", archive)
    var wanted: Set<Int> = []
    var count = 0
    try reader.forEach { entry in
      count += 1
      if count == Self.pace {
        try pause(at: entry.extent.upperBound)
        count = 0
      }
      guard let attachment = entry.attachment else { return }
      if request.filter.allows(entry.record) { wanted.insert(attachment.index) }
    }
    progress.reached(bytes: .max, moreItems: count)
    progress.ended()
    return PreparedExport(
      archive: archive, reader: try ChatReader(archive, options: parse, people: people),
      media: archive.media.filter { wanted.contains($0.index) })
  }

  /// Reads all files to their ends, also those that no message names: a damaged archive gives nothing.
  private func verify(_ archive: ExportArchive) throws {
    if archive.verifiableBytes > 0 {
      progress.began(
        Meter(
          phase: "checking", subject: FilePath.name(of: archive.path),
          totalBytes: archive.verifiableBytes))
    }
    try archive.verifyMedia { progress.advanced(bytes: Int64($0)) }
    progress.ended()
    try Interruption.shared.check()
  }

  /// - Throws: `ExportError` where media changed meanwhile; afterwards everything is for the whole run.
  func write(
    _ prepared: PreparedExport, to receiver: some RecordReceiver
  ) throws -> ExportedChat {
    let archive = prepared.archive
    let reader = prepared.reader
    let media = try examine(prepared.media, of: archive, to: receiver)
    begin("writing", archive)
    receiver.beginChat(
      ChatSummary(chat: reader.chat, title: archive.title, kind: .unknown))
    do {
      try copy(reader, media, to: receiver)
    } catch let error as ExportError {
      throw SpoiledRun(error: error)
    }
    progress.ended()
    let isGroup = reader.hasGroupNotice || reader.authors.count > 2
    var problems = archive.problems + reader.problems
    if reader.lacksMe {
      problems.append(
        Problem(
          "me-unknown", .warning,
          "nobody in the chat has the name that was said; give --me as the chat shows it"))
    }
    if parse.zone == nil, request.filter.hasInstant {
      problems.append(
        Problem(
          "time-zone-missing", .warning,
          "the times have no zone, so --since and --until were compared with the clock as it is written; "
            + "give --time-zone or --utc-offset"))
    }
    return ExportedChat(
      path: archive.path, chat: try receiver.endChat(isGroup ? .group : .direct),
      problems: problems)
  }

  private func copy(
    _ reader: ChatReader, _ media: [Int: MediaFacts], to receiver: some RecordReceiver
  ) throws {
    let isFiltered = request.filter != RecordFilter()
    let hasMedia = !media.isEmpty
    var count = 0
    try reader.forEach { entry in
      count += 1
      if count == Self.pace {
        try pause(at: entry.extent.upperBound)
        count = 0
      }
      if isFiltered, !request.filter.allows(entry.record) { return }
      if hasMedia, let attachment = entry.attachment, let facts = media[attachment.index] {
        entry.record.describeMedia(facts)
      }
      try receiver.append(entry.record)
    }
    progress.reached(bytes: .max, moreItems: count)
  }

  private func begin(_ phase: String, _ archive: ExportArchive) {
    progress.began(
      Meter(
        phase: phase, subject: FilePath.name(of: archive.path),
        totalBytes: archive.chatText.size, item: "message"))
  }

  private func pause(at position: Int64) throws {
    try Interruption.shared.check()
    progress.reached(bytes: position, moreItems: Self.pace)
  }

  /// Reads media files for their size, hash and type, and copies them where that is asked.
  private func examine(
    _ entries: [ExportEntry], of archive: ExportArchive, to receiver: some RecordReceiver
  ) throws -> [Int: MediaFacts] {
    if entries.isEmpty { return [:] }
    progress.began(
      Meter(
        phase: request.copiesMedia ? "copying media of" : "reading media of",
        subject: FilePath.name(of: archive.path),
        totalBytes: entries.reduce(0) { $0 + $1.size }, totalItems: entries.count, item: "file"))
    var facts: [Int: MediaFacts] = [:]
    for entry in entries {
      facts[entry.index] = try receiver.add(
        WatchedSource(try archive.openMedia(entry), progress), named: entry.name)
      progress.advanced(items: 1)
    }
    progress.ended()
    return facts
  }
}

/// Bytes on their way, counted for the progress display; stops when the run was asked to.
private final class WatchedSource: ByteSource {
  private let source: any ByteSource
  private let progress: ProgressDisplay

  init(_ source: any ByteSource, _ progress: ProgressDisplay) {
    self.source = source
    self.progress = progress
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try Interruption.shared.check()
    let count = try source.read(into: buffer)
    progress.advanced(bytes: Int64(count))
    return count
  }
}
