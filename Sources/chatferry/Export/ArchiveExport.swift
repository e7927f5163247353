internal import ChatRecords
internal import Files
internal import WhatsAppExport

/// What became of one export archive, or one chat of an inbox, in an export.
struct ExportedChat: Sendable {
  var path: String
  var chat: ChatSummary?
  var problems: [Problem] = []
  /// Why nothing was written of it.
  var failure: (code: String, message: String, status: ExitStatus)?
}

/// Writes the messages of one export archive.
struct ArchiveExport {
  /// Between two looks at the clock and the signals.
  private static let pace = 4096

  let request: ExportRequest
  let parse: ParseOptions
  let people: People
  let progress: ProgressDisplay

  /// Nil where no record of it is wanted.
  ///
  /// - Throws: `ExportError` and `CommandError` for this archive alone, everything else for the whole run.
  func write(
    _ archive: ExportArchive, to receiver: some RecordReceiver
  ) throws -> ExportedChat? {
    let reader = try ChatReader(archive, options: parse, people: people)
    if reader.shape.dateOrderEvidence == .ambiguous {
      throw CommandError.dateOrderAmbiguous(
        path: archive.path, reason: reader.shape.dateOrderReason)
    }
    guard request.wants([archive.title] + reader.authors.map(\.number) + [chatName(reader)]) else {
      return nil
    }
    let media = try examineMedia(of: archive, to: receiver)
    begin("reading", archive)
    receiver.beginChat(
      ChatSummary(
        chat: chatName(reader) ?? archive.title, title: archive.title, kind: .unknown))
    var count = 0
    while try reader.next() {
      count += 1
      if count % Self.pace == 0 { try pause(reader, &count) }
      guard request.filter.allows(reader.entry.record) else { continue }
      if let attachment = reader.entry.attachment, let facts = media[attachment.index] {
        var record = reader.entry.record
        record.describeMedia(facts)
        try receiver.append(record)
      } else {
        try receiver.append(reader.entry.record)
      }
    }
    progress.ended()
    return ExportedChat(
      path: archive.path, chat: try receiver.endChat(reader.authors.count > 2 ? .group : .direct),
      problems: archive.problems + reader.problems)
  }

  private func chatName(_ reader: ChatReader) -> String? {
    reader.entry.record.string(reader.entry.record.chat)
  }

  private func begin(_ phase: String, _ archive: ExportArchive) {
    progress.began(
      Meter(
        phase: phase, subject: FilePath.name(of: archive.path),
        totalBytes: archive.chatText.size, item: "message"))
  }

  private func pause(_ reader: ChatReader, _ count: inout Int) throws {
    try Interruption.shared.check()
    let position = reader.entry.extent.upperBound
    progress.reached(bytes: position, moreItems: Self.pace)
    count = 0
  }

  /// Reads every file that a wanted message shows, in the archive's order, for its size, hash and type.
  private func examineMedia(
    of archive: ExportArchive, to receiver: some RecordReceiver
  ) throws -> [Int: MediaFacts] {
    if archive.media.isEmpty { return [:] }
    let reader = try ChatReader(archive, options: parse, people: people)
    var wanted: Set<Int> = []
    while try reader.next() {
      guard let attachment = reader.entry.attachment else { continue }
      if request.filter.allows(reader.entry.record) { wanted.insert(attachment.index) }
    }
    try Interruption.shared.check()
    let entries = archive.media.filter { wanted.contains($0.index) }
    progress.began(
      Meter(
        phase: request.copiesMedia ? "copying media of" : "reading media of",
        subject: FilePath.name(of: archive.path),
        totalBytes: entries.reduce(0) { $0 + $1.size }, totalItems: entries.count, item: "file"))
    let media = try archive.makeMediaReader()
    var facts: [Int: MediaFacts] = [:]
    for entry in entries {
      facts[entry.index] = try receiver.add(
        WatchedSource(try media.open(entry), progress), named: entry.name)
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
