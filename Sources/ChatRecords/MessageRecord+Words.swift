/// The words of the record format.
extension MessageRecord.Direction {
  package var word: StaticString {
    switch self {
    case .incoming: "in"
    case .outgoing: "out"
    case .system: "system"
    case .unknown: "unknown"
    }
  }
}

extension MessageRecord.Kind {
  package var word: StaticString {
    switch self {
    case .text: "text"
    case .image: "image"
    case .video: "video"
    case .audio: "audio"
    case .voice: "voice"
    case .sticker: "sticker"
    case .document: "document"
    case .contact: "contact"
    case .location: "location"
    case .poll: "poll"
    case .call: "call"
    case .media: "media"
    case .deleted: "deleted"
    case .system: "system"
    case .template: "template"
    case .interactive: "interactive"
    case .reaction: "reaction"
    case .order: "order"
    case .unknown: "unknown"
    }
  }
}

extension MessageRecord.MediaState {
  package var word: StaticString {
    switch self {
    case .present: "present"
    case .missing: "missing"
    case .omitted: "omitted"
    }
  }
}

extension MessageRecord.Source {
  /// The value of `type`.
  package var word: StaticString {
    switch self {
    case .export: "whatsapp_export"
    case .getChat: "getchat"
    case .online: "online"
    }
  }
}

extension MessageRecord {
  /// Whether nothing is told beyond who wrote what and when.
  var isPlain: Bool {
    media == nil && !isEdited && !isForwarded && replyTo.isNull && status == nil && tags.isEmpty
  }

  /// Whether nothing is told beyond who wrote what and when, and no line of a file.
  var isBare: Bool {
    if case .export = source { return false }
    guard media == nil, !isEdited, !isForwarded, replyTo.isNull, tags.isEmpty else { return false }
    return status.map { $0.sent == nil && $0.delivered == nil && $0.read == nil } ?? true
  }

  /// Whether `author` is written: a system line has none, even where a name stands before it.
  var hasAuthor: Bool {
    direction != .system && kind != .system && !(authorName.isNull && authorNumber.isNull)
  }

  /// Whether `time` is known and can be written.
  var writableOffset: Int32? {
    guard let utcOffsetMinutes,
      ClockText.canWrite(localTime.seconds, offset: utcOffsetMinutes)
    else { return nil }
    return utcOffsetMinutes
  }

  /// A point in time as this record's wall clock shows it, in UTC where its offset is unknown; nil where there is
  /// no point or none that can be written.
  func wallReading(of instant: Int64?) -> (seconds: Int64, offset: Int32)? {
    guard let instant else { return nil }
    let offset = utcOffsetMinutes ?? 0
    let seconds = instant.addingReportingOverflow(Int64(offset) * 60).partialValue
    return ClockText.canWrite(seconds, offset: offset) ? (seconds, offset) : nil
  }
}

extension MessageRecord.Field {
  /// Where the field lies in the arena; empty for a null field.
  @inline(__always)
  var range: Range<Int> { isNull ? 0..<0 : start..<start + count }
}
