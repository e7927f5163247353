/// Writes message records as JSON Lines: one object a line, keys in the order of the record format.
///
/// Nothing is allocated per record once `bytes` has grown to its size; who drains it keeps the capacity.
package struct JSONLWriter: Sendable {
  /// What was written since it was last drained.
  package var bytes: [UInt8] = []
  private var times = ClockText()
  private var pieces = Line.Pieces()

  package init() {}

  /// Appends one line.
  package mutating func append(_ record: borrowing MessageRecord) {
    let limit = Line.room(for: record)
    record.bytes.withUnsafeBufferPointer { arena in
      bytes.write(reserving: limit) { output in
        Line.write(record, arena, &times, &pieces, to: &output)
      }
    }
  }

  /// The parts of a line.
  private enum Line {
    typealias Arena = UnsafeBufferPointer<UInt8>
    typealias Field = MessageRecord.Field

    /// What lines have in common with others.
    struct Pieces: Sendable {
      var chat = RecurringPieces()
      var people = RecurringPieces()
      var source = RecurringPieces()
      var line = GrowingNumber()
    }

    /// More than all keys, words, times and numbers of a line take together.
    static let fixedRoom = 2_048

    /// The most bytes that `write` can need.
    static func room(for record: borrowing MessageRecord) -> Int {
      if record.isPlain, case .export(let file, _) = record.source {
        let count =
          record.chat.count &+ record.id.count &+ record.authorName.count
          &+ record.authorNumber.count &+ record.text.count &+ file.count
        if count < 4_096 { return fixedRoom &+ count &* 6 }
      }
      return roomCounted(for: record)
    }

    private static func roomCounted(for record: borrowing MessageRecord) -> Int {
      let arena = record.bytes.span
      func room(_ field: Field) -> Int {
        ByteCursor.escapeRoom(for: arena.extracting(field.range))
      }
      var sum = fixedRoom
      sum += room(record.chat) + room(record.id) + room(record.authorName)
      sum += room(record.authorNumber) + room(record.text) + room(record.replyTo)
      if let media = record.media {
        sum += room(media.name) + room(media.mimeType) + room(media.sha256) + room(media.path)
      }
      for tag in record.tags { sum += room(tag) + 3 }
      switch record.source {
      case .export(let file, _): sum += room(file)
      case .getChat(let raw), .online(let raw): sum += raw.range.count
      }
      return sum
    }

    @inline(__always)
    static func write(
      _ record: borrowing MessageRecord, _ arena: Arena, _ times: inout ClockText,
      _ pieces: inout Pieces, to output: inout ByteCursor
    ) {
      let chat = record.chat
      pieces.chat.write(.init(chat.tag, chat, of: record), in: arena, to: &output) { output in
        output.literal("{\"chat\":")
        required(chat, in: arena, to: &output)
        output.literal(",\"id\":\"")
      }
      output.escaped(UnsafeBufferPointer(rebasing: arena[record.id.range]))
      if let offset = record.writableOffset {
        output.literal("\",\"time\":\"")
        times.write(record.localTime.seconds, offset: offset, to: &output)
        output.literal("\",\"local_time\":\"")
      } else {
        output.literal("\",\"time\":null,\"local_time\":\"")
      }
      times.write(record.localTime, to: &output)
      writePeople(record, arena, &pieces.people, to: &output)
      optional(record.text, in: arena, to: &output)
      if record.isPlain, case .export(let file, let line) = record.source {
        // What nearly every line of an export ends with, in one piece.
        pieces.source.write(.init(file.tag, file, of: record), in: arena, to: &output) { output in
          output.literal(
            """
            ,"media":null,"edited":false,"forwarded":false,"reply_to":null,"status":null,"tags":[],\
            "source":{"type":"whatsapp_export","file":
            """)
          required(file, in: arena, to: &output)
          output.literal(",\"line\":")
        }
        pieces.line.write(line, to: &output)
        return output.literal("}}\n")
      }
      writeRest(record, arena, &times, to: &output)
    }

    /// From the time's end to the text.
    @inline(__always)
    private static func writePeople(
      _ record: borrowing MessageRecord, _ arena: Arena, _ pieces: inout RecurringPieces,
      to output: inout ByteCursor
    ) {
      let (direction, kind) = (record.direction, record.kind)
      let author: (name: Field, number: Field)? =
        record.hasAuthor ? (record.authorName, record.authorNumber) : nil
      let (name, number) = author ?? (.null, .null)
      let tag =
        name.tag | number.tag << 24 | UInt64(direction.rawValue) << 48
        | UInt64(kind.rawValue) << 56
      pieces.write(.init(tag, name, number, of: record), in: arena, to: &output) { output in
        output.literal("\",\"direction\":\"")
        output.literal(direction.word)
        if author != nil {
          output.literal("\",\"author\":{\"name\":")
          optional(name, in: arena, to: &output)
          output.literal(",\"wa_id\":")
          optional(number, in: arena, to: &output)
          output.literal("},\"kind\":\"")
        } else {
          output.literal("\",\"author\":null,\"kind\":\"")
        }
        output.literal(kind.word)
        output.literal("\",\"text\":")
      }
    }

    private static func writeRest(
      _ record: borrowing MessageRecord, _ arena: Arena, _ times: inout ClockText,
      to output: inout ByteCursor
    ) {
      if let media = record.media {
        write(media, arena, to: &output)
      } else {
        output.literal(",\"media\":null")
      }
      output.literal(record.isEdited ? ",\"edited\":true" : ",\"edited\":false")
      output.literal(record.isForwarded ? ",\"forwarded\":true" : ",\"forwarded\":false")
      output.literal(",\"reply_to\":")
      optional(record.replyTo, in: arena, to: &output)
      if let status = record.status {
        write(status, of: record, &times, to: &output)
      } else {
        output.literal(",\"status\":null")
      }
      output.literal(",\"tags\":[")
      for position in record.tags.indices {
        if position > 0 { output.byte(UInt8(ascii: ",")) }
        required(record.tags[position], in: arena, to: &output)
      }
      output.literal("],\"source\":{\"type\":\"")
      write(record.source, arena, to: &output)
      output.literal("}}\n")
    }

    private static func write(
      _ media: MessageRecord.Media, _ arena: Arena, to output: inout ByteCursor
    ) {
      output.literal(",\"media\":{\"name\":")
      optional(media.name, in: arena, to: &output)
      output.literal(",\"state\":\"")
      output.literal(media.state.word)
      output.literal("\",\"mime_type\":")
      optional(media.mimeType, in: arena, to: &output)
      output.literal(",\"size\":")
      if let size = media.size { output.decimal(size) } else { output.literal("null") }
      output.literal(",\"sha256\":")
      optional(media.sha256, in: arena, to: &output)
      output.literal(",\"path\":")
      optional(media.path, in: arena, to: &output)
      output.byte(UInt8(ascii: "}"))
    }

    private static func write(
      _ status: MessageRecord.Status, of record: borrowing MessageRecord, _ times: inout ClockText,
      to output: inout ByteCursor
    ) {
      output.literal(",\"status\":{\"sent\":")
      instant(status.sent, of: record, &times, to: &output)
      output.literal(",\"delivered\":")
      instant(status.delivered, of: record, &times, to: &output)
      output.literal(",\"read\":")
      instant(status.read, of: record, &times, to: &output)
      output.byte(UInt8(ascii: "}"))
    }

    private static func instant(
      _ instant: Int64?, of record: borrowing MessageRecord, _ times: inout ClockText,
      to output: inout ByteCursor
    ) {
      guard let (seconds, offset) = record.wallReading(of: instant) else {
        return output.literal("null")
      }
      output.byte(UInt8(ascii: "\""))
      times.write(seconds, offset: offset, to: &output)
      output.byte(UInt8(ascii: "\""))
    }

    @inline(__always)
    private static func write(
      _ source: MessageRecord.Source, _ arena: Arena, to output: inout ByteCursor
    ) {
      output.literal(source.word)
      switch source {
      case .export(let file, let line):
        output.literal("\",\"file\":")
        required(file, in: arena, to: &output)
        output.literal(",\"line\":")
        output.decimal(Int64(line))
      case .getChat(let raw), .online(let raw):
        output.literal("\",\"raw\":")
        if raw.isNull { return output.literal("null") }
        // JSON has line breaks between its tokens only, where a space says the same.
        for byte in arena[raw.range] { output.byte(byte == 10 || byte == 13 ? 32 : byte) }
      }
    }

    /// A text that is never null in the format.
    @inline(__always)
    private static func required(_ field: Field, in arena: Arena, to output: inout ByteCursor) {
      output.byte(UInt8(ascii: "\""))
      output.escaped(UnsafeBufferPointer(rebasing: arena[field.range]))
      output.byte(UInt8(ascii: "\""))
    }

    @inline(__always)
    private static func optional(_ field: Field, in arena: Arena, to output: inout ByteCursor) {
      if field.isNull {
        output.literal("null")
      } else {
        required(field, in: arena, to: &output)
      }
    }
  }
}

extension MessageRecord.Field {
  /// Length and absence of a field, in 24 bits; longer fields than these can say share a tag and are told apart by
  /// their bytes.
  fileprivate var tag: UInt64 {
    isNull ? 0 : UInt64(truncatingIfNeeded: count &+ 1) & 0xFF_FFFF
  }
}
