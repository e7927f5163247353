package import ChatRecords
internal import JSONText

/// Writes messages in the canonical shape: as an iPhone set to British English writes them, in UTC.
///
/// `[dd/mm/yyyy, HH:MM:SS] Name: body`, system lines without a name, `<attached: NAME>` after the caption.
package struct CanonicalLine {
  /// Of `device_language_code`.
  package static let languageCode = "en-GB"

  /// The line, line break included, as UTF-8; reused.
  package private(set) var bytes: [UInt8] = []
  /// Where the body begins.
  package private(set) var bodyStart = 0

  package init() {}

  /// - Parameter record: with a time zone; its time is written in UTC.
  package mutating func write(_ record: borrowing MessageRecord) {
    bytes.removeAll(keepingCapacity: true)
    writeTime(record.localTime.seconds - Int64(record.utcOffsetMinutes ?? 0) * 60)
    if record.direction != .system, !record.authorName.isNull {
      append(record, record.authorName)
      append(": ")
    }
    bodyStart = bytes.count
    if record.isOmittedWithoutKind {
      // Only Android leaves the kind open, and writes the caption below.
      append("<Media omitted>")
      if !record.text.isNull { append("\n") }
    }
    if !record.text.isNull { appendText(record) }
    if let marker = Self.marker(of: record) {
      if bytes.count > bodyStart { append(" ") }
      append(marker)
    } else if let media = record.media, media.state != .omitted, !media.name.isNull {
      if bytes.count > bodyStart { append(" ") }
      append("<attached: ")
      append(record, media.name)
      append(">")
    }
    if record.isEdited { append(" \u{200E}<This message was edited>") }
    append("\n")
  }

  /// What an iPhone writes for a file that was left out.
  private static func marker(of record: borrowing MessageRecord) -> StaticString? {
    guard let media = record.media, media.state == .omitted else { return nil }
    return switch record.kind {
    case .image: "\u{200E}image omitted"
    case .video: "\u{200E}video omitted"
    case .audio, .voice: "\u{200E}audio omitted"
    case .sticker: "\u{200E}sticker omitted"
    case .document: "\u{200E}document omitted"
    case .contact: "\u{200E}Contact card omitted"
    default: nil
    }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ record: borrowing MessageRecord, _ field: MessageRecord.Field) {
    bytes.append(contentsOf: record.bytes[field.start..<field.start + field.count])
  }

  /// The text; a later line that would be read as a header gets a word joiner before it, which shows nothing.
  private mutating func appendText(_ record: borrowing MessageRecord) {
    let text = record.bytes[record.text.start..<record.text.start + record.text.count]
    var isFirst = true
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !isFirst { append("\n") }
      if !isFirst, Self.looksLikeHeader(line) { append("\u{2060}") }
      bytes.append(contentsOf: line)
      isFirst = false
    }
  }

  /// Whether a later line of the text gets a word joiner before it.
  package static func guardsLine(of text: String) -> Bool {
    Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropFirst().contains { looksLikeHeader($0) }
  }

  /// Whether a line begins with `[` and a digit, or with a date of any shape that phones write in these digits, after marks
  /// and spaces of any kind.
  private static func looksLikeHeader(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line.drop { $0 <= 0x20 || $0 >= 0x80 }
    if rest.first == UInt8(ascii: "[") { return rest.dropFirst().first.map(isDigit) == true }
    for _ in 1...2 {
      guard dropNumber(&rest), let sign = rest.popFirst(), "./-".utf8.contains(sign) else {
        return false
      }
      rest = rest.drop { $0 == 0x20 }
    }
    return dropNumber(&rest)
  }

  /// Takes a number of up to four digits off the front; false where there is none.
  private static func dropNumber(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let digits = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(digits)
    return (1...4).contains(digits)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func writeTime(_ seconds: Int64) {
    let day = seconds.floorDivided(by: 86_400)
    let date = CivilDate(daysSince1970: day)
    let second = Int(seconds - day * 86_400)
    append("[")
    appendDigits(date.day, 2)
    append("/")
    appendDigits(date.month, 2)
    append("/")
    appendDigits(Int(date.year), 4)
    append(", ")
    appendDigits(second / 3600, 2)
    append(":")
    appendDigits(second / 60 % 60, 2)
    append(":")
    appendDigits(second % 60, 2)
    append("] ")
  }

  private mutating func appendDigits(_ value: Int, _ width: Int) {
    var divisor = width == 4 ? 1000 : 10
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
      divisor /= 10
    }
  }
}

extension MessageRecord {
  fileprivate var isOmittedWithoutKind: Bool {
    guard let media, media.state == .omitted else { return false }
    return switch kind {
    case .image, .video, .audio, .voice, .sticker, .document, .contact: false
    default: true
    }
  }
}

extension Int64 {
  /// Rounds towards minus infinity. The divisor is positive.
  func floorDivided(by divisor: Int64) -> Int64 {
    self / divisor - (self % divisor < 0 ? 1 : 0)
  }

  /// What is left of a division that rounds towards minus infinity. The divisor is positive.
  func modulo(_ divisor: Int64) -> Int64 { self - floorDivided(by: divisor) * divisor }
}
