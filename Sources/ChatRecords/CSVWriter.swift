/// How CSV is written.
package struct CSVOptions: Sendable, Equatable {
  /// Begin with a byte order mark, by which Excel knows UTF-8.
  package var hasByteOrderMark: Bool
  /// Put `'` before what a spreadsheet would run as a formula.
  package var guardsFormulas: Bool

  package init(hasByteOrderMark: Bool = false, guardsFormulas: Bool = true) {
    self.hasByteOrderMark = hasByteOrderMark
    self.guardsFormulas = guardsFormulas
  }
}

/// Writes message records as CSV (RFC 4180): a header row, CRLF after every row, null as an empty cell.
///
/// Nothing is allocated per record once `bytes` has grown to its size; who drains it keeps the capacity.
package struct CSVWriter: Sendable {
  static let header =
    "chat,id,time,local_time,direction,author_name,author_wa_id,kind,text,media_name,media_state,"
    + "media_mime_type,media_size,media_sha256,media_path,edited,forwarded,reply_to,status_sent,"
    + "status_delivered,status_read,tags,source_type,source_file,source_line\r\n"

  /// What was written since it was last drained; the header row stands in it from the start.
  package var bytes: [UInt8] = []
  private let options: CSVOptions
  private var times = ClockText()

  package init(_ options: CSVOptions = CSVOptions()) {
    self.options = options
    if options.hasByteOrderMark { bytes += "\u{FEFF}".utf8 }
    bytes += Self.header.utf8
  }

  /// Appends one row.
  package mutating func append(_ record: borrowing MessageRecord) {
    let tags = record.tags.isEmpty ? [] : Self.joined(record.tags, in: record.bytes)
    let row = Row(isGuarding: options.guardsFormulas, tags: tags)
    record.bytes.withUnsafeBufferPointer { arena in
      bytes.write(reserving: row.room(for: record)) { output in
        row.write(record, arena, &times, to: &output)
      }
    }
  }

  /// All tags in one text, `;` between them.
  private static func joined(_ tags: [MessageRecord.Field], in arena: [UInt8]) -> [UInt8] {
    Array(tags.map { arena[$0.range] }.joined(separator: [UInt8(ascii: ";")]))
  }

  /// The parts of a row.
  private struct Row {
    typealias Arena = UnsafeBufferPointer<UInt8>
    typealias Field = MessageRecord.Field

    let isGuarding: Bool
    let tags: [UInt8]

    /// The most bytes that `write` can need; 1,024 are more than all commas, words, times and numbers.
    func room(for record: borrowing MessageRecord) -> Int {
      var sum = record.chat.range.count + record.id.range.count + record.text.range.count
      sum += record.authorName.range.count + record.authorNumber.range.count
      sum += record.replyTo.range.count + tags.count
      if let media = record.media {
        sum += media.name.range.count + media.mimeType.range.count
        sum += media.sha256.range.count + media.path.range.count
      }
      if case .export(let file, _) = record.source { sum += file.range.count }
      return 1_024 + CSVText.room(for: sum)
    }

    @inline(__always)
    func write(
      _ record: borrowing MessageRecord, _ arena: Arena, _ times: inout ClockText,
      to output: inout ByteCursor
    ) {
      cell(record.chat, in: arena, to: &output)
      cell(record.id, in: arena, to: &output)
      if let offset = record.writableOffset {
        times.write(record.localTime.seconds, offset: offset, to: &output)
      }
      output.byte(comma)
      times.write(record.localTime, to: &output)
      output.byte(comma)
      output.literal(record.direction.word)
      output.byte(comma)
      let hasAuthor = record.hasAuthor
      cell(hasAuthor ? record.authorName : .null, in: arena, to: &output)
      cell(hasAuthor ? record.authorNumber : .null, in: arena, to: &output)
      output.literal(record.kind.word)
      output.byte(comma)
      cell(record.text, in: arena, to: &output)
      if record.isBare {
        // What nearly every row of an inbox ends with, in one piece.
        output.literal(",,,,,,false,false,,,,,,")
        output.literal(record.source.word)
        return output.literal(",,\r\n")
      }
      write(record.media, arena, to: &output)
      output.literal(record.isEdited ? "true," : "false,")
      output.literal(record.isForwarded ? "true," : "false,")
      cell(record.replyTo, in: arena, to: &output)
      instant(record.status?.sent, of: record, &times, to: &output)
      instant(record.status?.delivered, of: record, &times, to: &output)
      instant(record.status?.read, of: record, &times, to: &output)
      tags.withUnsafeBufferPointer {
        CSVText.write($0, guardingFormulas: isGuarding, to: &output)
      }
      output.byte(comma)
      output.literal(record.source.word)
      output.byte(comma)
      if case .export(let file, let line) = record.source {
        cell(file, in: arena, to: &output)
        output.decimal(Int64(line))
      } else {
        output.byte(comma)
      }
      output.literal("\r\n")
    }

    private let comma = UInt8(ascii: ",")

    private func write(
      _ media: MessageRecord.Media?, _ arena: Arena, to output: inout ByteCursor
    ) {
      guard let media else { return output.literal(",,,,,,") }
      cell(media.name, in: arena, to: &output)
      output.literal(media.state.word)
      output.byte(comma)
      cell(media.mimeType, in: arena, to: &output)
      if let size = media.size { output.decimal(size) }
      output.byte(comma)
      cell(media.sha256, in: arena, to: &output)
      cell(media.path, in: arena, to: &output)
    }

    private func instant(
      _ instant: Int64?, of record: borrowing MessageRecord, _ times: inout ClockText,
      to output: inout ByteCursor
    ) {
      if let (seconds, offset) = record.wallReading(of: instant) {
        times.write(seconds, offset: offset, to: &output)
      }
      output.byte(comma)
    }

    @inline(__always)
    private func cell(_ field: Field, in arena: Arena, to output: inout ByteCursor) {
      if field.count > 0 {
        let text = UnsafeBufferPointer(rebasing: arena[field.range])
        CSVText.write(text, guardingFormulas: isGuarding, to: &output)
      }
      output.byte(comma)
    }
  }
}
