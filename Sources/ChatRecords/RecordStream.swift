package import Files

/// The shapes in which records are written.
package enum RecordFormat: String, Sendable, CaseIterable {
  case jsonl, csv
}

/// Writes records in one format into one sink, through a buffer of 256 KiB.
package struct RecordStream {
  private static let bufferLimit = 256 * 1024

  private let format: RecordFormat
  private let sink: any ByteSink
  private var jsonl = JSONLWriter()
  private var csv: CSVWriter

  package init(_ format: RecordFormat, to sink: any ByteSink, csv options: CSVOptions) {
    self.format = format
    self.sink = sink
    csv = CSVWriter(options)
  }

  package mutating func append(_ record: borrowing MessageRecord) throws(FilesError) {
    switch format {
    case .jsonl:
      jsonl.append(record)
      if jsonl.bytes.count >= Self.bufferLimit { try sink.drain(&jsonl.bytes) }
    case .csv:
      csv.append(record)
      if csv.bytes.count >= Self.bufferLimit { try sink.drain(&csv.bytes) }
    }
  }

  /// Hands everything to the system; called once after the last record, and without any record too.
  package mutating func finish() throws(FilesError) {
    switch format {
    case .jsonl: try sink.drain(&jsonl.bytes)
    case .csv: try sink.drain(&csv.bytes)
    }
    try sink.flush()
  }
}
