internal import ChatRecords
internal import Files

/// Gives messages ids that are the same in every export of one chat.
///
/// XXH3-64 over five fields, each as UTF-8 and followed by 0x1F but for the last: chat title, local time as the
/// record has it, author's name, text, and in decimal digits how many equal messages stood before this
/// one among its neighbours of the same local time. A field that is null is the one byte 0x00
/// (`docs/formats/record.md`).
struct MessageIdentity {
  /// Longer texts are hashed piece by piece, not copied.
  private static let longText = 1 << 16

  private var buffer: [UInt8] = []
  private let titleCount: Int
  /// The messages of the local time in hand, by their hash without the ordinal.
  private var neighbours: [UInt64] = []
  private var crowd: [UInt64: Int] = [:]
  private var time = MessageRecord.WallTime(seconds: .min, hasSeconds: false)
  private var timeText: [UInt8] = []

  init(title: String) {
    buffer.append(contentsOf: title.utf8)
    buffer.append(0x1F)
    titleCount = buffer.count
  }

  /// Stores the id in `record`, whose time, author and text are set.
  ///
  /// - Parameter text: what stands for the text; the record's own one, but for documents that one export
  ///   names as a file and another one as a title.
  mutating func identify(_ record: inout MessageRecord, text: MessageRecord.Field) {
    if record.localTime != time {
      time = record.localTime
      neighbours.removeAll(keepingCapacity: true)
      if !crowd.isEmpty { crowd.removeAll() }
      timeText.removeAll(keepingCapacity: true)
      Self.append(time, to: &timeText)
      timeText.append(0x1F)
    }
    buffer.removeLast(buffer.count - titleCount)
    buffer.append(contentsOf: timeText)
    Self.append(record.authorName, of: record, to: &buffer)
    buffer.append(0x1F)
    let hash: UInt64
    if text.count > Self.longText {
      hash = longHash(record, text, ordinal: nil)
    } else {
      Self.append(text, of: record, to: &buffer)
      buffer.append(0x1F)
      hash = XXH3.hash(buffer.span)
    }
    let ordinal = ordinal(hash)
    if text.count > Self.longText {
      Self.store(longHash(record, text, ordinal: ordinal), in: &record)
    } else {
      Self.append(ordinal, to: &buffer)
      Self.store(XXH3.hash(buffer.span), in: &record)
    }
  }

  /// The hash of `buffer`, the text and the ordinal.
  private func longHash(
    _ record: MessageRecord, _ text: MessageRecord.Field, ordinal: Int?
  ) -> UInt64 {
    var hash = XXH3()
    hash.update(buffer.span)
    hash.update(record.bytes.span.extracting(text.start..<text.start + text.count))
    var tail: [UInt8] = [0x1F]
    if let ordinal { Self.append(ordinal, to: &tail) }
    hash.update(tail.span)
    return hash.finish()
  }

  /// How many messages with this hash came before at the same local time.
  private mutating func ordinal(_ hash: UInt64) -> Int {
    if !crowd.isEmpty {
      let count = crowd[hash, default: 0]
      crowd[hash] = count + 1
      return count
    }
    var count = 0
    for known in neighbours where known == hash { count += 1 }
    neighbours.append(hash)
    if neighbours.count > 32 {
      for known in neighbours { crowd[known, default: 0] += 1 }
    }
    return count
  }

  private static func append(
    _ field: MessageRecord.Field, of record: borrowing MessageRecord, to buffer: inout [UInt8]
  ) {
    if field.isNull {
      buffer.append(0)
    } else {
      buffer.append(
        copying: record.bytes.span.extracting(field.start..<field.start + field.count))
    }
  }

  private static func append(_ number: Int, to buffer: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &buffer) }
    buffer.append(48 + UInt8(truncatingIfNeeded: number % 10))
  }

  /// `2022-03-10T11:00`, with `:05` where the source has seconds.
  static func append(_ time: MessageRecord.WallTime, to buffer: inout [UInt8]) {
    var days = time.seconds / 86400
    var second = time.seconds % 86400
    if second < 0 {
      second += 86400
      days -= 1
    }
    // Days since 0000-03-01, in eras of 400 years (proleptic Gregorian calendar).
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let day = shifted - era * 146_097
    let year = (day - day / 1460 + day / 36524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    append(Int(year + era * 400 + (civilMonth <= 2 ? 1 : 0)), digits: 4, to: &buffer)
    buffer.append(UInt8(ascii: "-"))
    append(Int(civilMonth), digits: 2, to: &buffer)
    buffer.append(UInt8(ascii: "-"))
    append(Int(dayOfYear - (153 * month + 2) / 5 + 1), digits: 2, to: &buffer)
    buffer.append(UInt8(ascii: "T"))
    append(Int(second / 3600), digits: 2, to: &buffer)
    buffer.append(UInt8(ascii: ":"))
    append(Int(second / 60 % 60), digits: 2, to: &buffer)
    guard time.hasSeconds else { return }
    buffer.append(UInt8(ascii: ":"))
    append(Int(second % 60), digits: 2, to: &buffer)
  }

  private static func append(_ number: Int, digits: Int, to buffer: inout [UInt8]) {
    var power = 1
    for _ in 1..<digits { power *= 10 }
    var rest = max(0, number)
    while power > 0 {
      buffer.append(48 + UInt8(truncatingIfNeeded: rest / power % 10))
      rest %= power
      power /= 10
    }
  }

  private static func store(_ hash: UInt64, in record: inout MessageRecord) {
    let start = record.bytes.count
    record.bytes.append(contentsOf: [UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: ":")])
    var shift: UInt64 = 64
    while shift > 0 {
      shift -= 4
      let digit = UInt8(truncatingIfNeeded: hash >> shift) & 15
      record.bytes.append(digit < 10 ? 48 + digit : 87 + digit)
    }
    record.id = MessageRecord.Field(start: start, count: 19)
  }
}
