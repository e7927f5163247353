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
  /// The messages of the local time in hand, by the hash they have as the first of their kind.
  private var neighbours: [UInt64] = []
  private var crowd: [UInt64: Int] = [:]
  private var time = MessageRecord.WallTime(seconds: .min, hasSeconds: false)
  /// Where the time ends in `buffer`.
  private var timeCount = 0
  private var clock = ClockText()

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
      buffer.removeLast(buffer.count - titleCount)
      clock.append(time, to: &buffer)
      buffer.append(0x1F)
      timeCount = buffer.count
    } else {
      buffer.removeLast(buffer.count - timeCount)
    }
    if text.count <= Self.longText {
      append(record, text)
      let fieldsCount = buffer.count - 1
      let first = XXH3.hash(buffer.span)
      let ordinal = ordinal(first)
      guard ordinal > 0 else { return Self.store(first, in: &record) }
      buffer.removeLast(buffer.count - fieldsCount)
      Self.append(ordinal, to: &buffer)
      Self.store(XXH3.hash(buffer.span), in: &record)
    } else {
      append(record, MessageRecord.Field(start: 0, count: 0))
      buffer.removeLast(2)
      let first = longHash(record, text, ordinal: 0)
      let ordinal = ordinal(first)
      Self.store(ordinal == 0 ? first : longHash(record, text, ordinal: ordinal), in: &record)
    }
  }

  /// The hash of `buffer`, the text and the ordinal.
  private func longHash(
    _ record: borrowing MessageRecord, _ text: MessageRecord.Field, ordinal: Int
  ) -> UInt64 {
    var hash = XXH3()
    hash.update(buffer.span)
    hash.update(record.bytes.span.extracting(text.start..<text.start + text.count))
    var tail: [UInt8] = [0x1F]
    Self.append(ordinal, to: &tail)
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

  /// Appends author and text of a message that is the first of its kind, in one step: this is the costly
  /// part of an id.
  private mutating func append(
    _ record: borrowing MessageRecord, _ text: MessageRecord.Field
  ) {
    let fields = (record.authorName, text)
    let room = fields.0.count + fields.1.count + 5
    unsafe record.bytes.withUnsafeBufferPointer { arena in
      buffer.append(addingCapacity: room) { output in
        unsafe output.withUnsafeMutableBufferPointer { target, count in
          func put(_ field: MessageRecord.Field) {
            if field.isNull {
              unsafe target[count] = 0
              count += 1
            } else {
              _ = unsafe UnsafeMutableBufferPointer(rebasing: target[count...])
                .update(fromContentsOf: arena[field.start..<field.start + field.count])
              count += field.count
            }
            unsafe target[count] = 0x1F
            count += 1
          }
          put(fields.0)
          put(fields.1)
          unsafe target[count] = UInt8(ascii: "0")
          count += 1
        }
      }
    }
  }

  private static func append(_ number: Int, to buffer: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &buffer) }
    buffer.append(48 + UInt8(truncatingIfNeeded: number % 10))
  }

  /// `2022-03-10T11:00`, with `:05` where the source has seconds.
  static func append(_ time: MessageRecord.WallTime, to buffer: inout [UInt8]) {
    var text = ClockText()
    text.append(time, to: &buffer)
  }

  private static func store(_ hash: UInt64, in record: inout MessageRecord) {
    var text = InlineArray<19, UInt8>(repeating: UInt8(ascii: "w"))
    text[1] = UInt8(ascii: "x")
    text[2] = UInt8(ascii: ":")
    var rest = hash
    var place = 18
    while place >= 3 {
      let digit = UInt8(truncatingIfNeeded: rest) & 15
      text[place] = digit < 10 ? 48 + digit : 87 + digit
      rest >>= 4
      place -= 1
    }
    record.id = record.store(text.span)
  }
}
