internal import ChatRecords
internal import Files

/// Where an export's chats, records and media go. The order of calls is `ExportFolder`'s.
protocol RecordReceiver: AnyObject {
  func beginChat(_ chat: ChatSummary)
  func append(_ record: borrowing MessageRecord) throws(RecordsError)
  /// - Parameter kind: where only the messages told it.
  func endChat(_ kind: ChatSummary.Kind?) throws(RecordsError) -> ChatSummary
  func add(_ source: any ByteSource, named name: String) throws -> MediaFacts
}

extension ExportFolder: RecordReceiver {}

/// `--to -`: one format on standard output, nothing else.
final class StandardOutput: RecordReceiver {
  // Unchecked: only `append` and `finish` touch these, and neither calls anybody who could.
  @exclusivity(unchecked) private var stream: RecordStream
  private var examiner: MediaExaminer?
  @exclusivity(unchecked) private var chat: ChatSummary?

  init(_ format: RecordFormat, _ csv: CSVOptions) {
    let output = FileDescriptor.output
    stream = RecordStream(
      format, to: output.isTerminal ? TerminalSink(output.sink) : output.sink, csv: csv)
  }

  func beginChat(_ chat: ChatSummary) { self.chat = chat }

  func append(_ record: borrowing MessageRecord) throws(RecordsError) {
    chat?.count(record)
    do throws(FilesError) {
      try stream.append(record)
    } catch {
      throw .file(error)
    }
  }

  func endChat(_ kind: ChatSummary.Kind?) throws(RecordsError) -> ChatSummary {
    guard let chat else { preconditionFailure("no chat was begun") }
    self.chat = nil
    return chat
  }

  /// Reads the file for what a record says of it; there is nowhere to copy it to.
  func add(_ source: any ByteSource, named name: String) throws -> MediaFacts {
    let examiner = try self.examiner ?? MediaExaminer()
    self.examiner = examiner
    return try examiner.examine(source)
  }

  func finish() throws(FilesError) { try stream.finish() }
}
