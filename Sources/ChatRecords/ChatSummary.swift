internal import JSONText

/// One row of `chats.jsonl` and `chats.csv`: a chat and what was written of it.
package struct ChatSummary: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable { case direct, group, unknown }

  /// What became of the files that messages name.
  package struct Media: Sendable, Equatable {
    package var present = 0
    package var missing = 0
    package var omitted = 0
    /// Of the present files, each message's counted.
    package var bytes: Int64 = 0

    package init() {}
  }

  /// A time with what is known of its zone.
  struct Moment: Sendable, Equatable {
    let localTime: MessageRecord.WallTime
    let offset: Int32?

    /// Order among the messages of a chat; exact where the zone is known.
    var order: Int64 { localTime.seconds &- Int64(offset ?? 0) &* 60 }
  }

  /// As in the records of this chat.
  package let chat: String
  package let title: String
  package internal(set) var kind: Kind
  package private(set) var messages = 0
  package private(set) var media = Media()
  private(set) var first: Moment?
  private(set) var last: Moment?

  /// The time of the first message, as in `chats.jsonl`; nil without messages.
  package var firstTime: String? { first?.text }
  /// The time of the last message.
  package var lastTime: String? { last?.text }

  package init(chat: String, title: String, kind: Kind) {
    self.chat = chat
    self.title = title
    self.kind = kind
  }

  /// Counts a record that was written.
  package mutating func count(_ record: borrowing MessageRecord) {
    messages += 1
    let moment = Moment(localTime: record.localTime, offset: record.writableOffset)
    if let last, moment.order < last.order {
      if let first, moment.order < first.order { self.first = moment }
    } else {
      last = moment
      if first == nil { first = moment }
    }
    guard let item = record.media else { return }
    switch item.state {
    case .present:
      media.present += 1
      media.bytes += item.size ?? 0
    case .missing: media.missing += 1
    case .omitted: media.omitted += 1
    }
  }

  /// The chat's line or row.
  func encoded(as format: RecordFormat, _ options: CSVOptions) -> [UInt8] {
    switch format {
    case .jsonl: line
    case .csv: row(options)
    }
  }

  private var line: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("chat")
    json.string(chat)
    json.key("title")
    json.string(title)
    json.key("kind")
    json.string(kind.rawValue)
    json.key("messages")
    json.number(Int64(messages))
    json.key("first")
    json.stringOrNull(first?.text)
    json.key("last")
    json.stringOrNull(last?.text)
    json.key("media")
    media.write(to: &json)
    json.endObject()
    json.bytes.append(UInt8(ascii: "\n"))
    return json.bytes
  }

  /// The header row of `chats.csv`, after the byte order mark if any.
  static func csvHead(_ options: CSVOptions) -> [UInt8] {
    let mark = options.hasByteOrderMark ? "\u{FEFF}" : ""
    let columns =
      "chat,title,kind,messages,first,last,media_present,media_missing,media_omitted,media_bytes"
    return Array("\(mark)\(columns)\r\n".utf8)
  }

  private func row(_ options: CSVOptions) -> [UInt8] {
    var bytes: [UInt8] = []
    let cells = [
      chat, title, kind.rawValue, "\(messages)", first?.text ?? "", last?.text ?? "",
      "\(media.present)", "\(media.missing)", "\(media.omitted)", "\(media.bytes)",
    ]
    for (position, cell) in cells.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      CSVText.append(cell, guardingFormulas: options.guardsFormulas, to: &bytes)
    }
    bytes += "\r\n".utf8
    return bytes
  }
}

extension ChatSummary.Media {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("present")
    json.number(Int64(present))
    json.key("missing")
    json.number(Int64(missing))
    json.key("omitted")
    json.number(Int64(omitted))
    json.key("bytes")
    json.number(bytes)
    json.endObject()
  }
}

extension ChatSummary.Moment {
  /// As `time` where the zone is known, else as `local_time`.
  var text: String {
    var bytes: [UInt8] = []
    var times = ClockText()
    bytes.write(reserving: 25) { output in
      if let offset {
        times.write(localTime.seconds, offset: offset, to: &output)
      } else {
        times.write(localTime, to: &output)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
