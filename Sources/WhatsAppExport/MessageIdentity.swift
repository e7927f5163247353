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

  /// Title, time, author, text and ordinal of the message in hand, and room for longer ones.
  private var buffer: [UInt8] = []
  private let titleCount: Int
  /// The messages of the local time in hand, by the hash they have as the first of their kind: the first
  /// `neighbourCount` of these, and all of them in `crowd` where they are more.
  private var neighbours = InlineArray<32, UInt64>(repeating: 0)
  private var neighbourCount = 0
  private var crowd: [UInt64: Int] = [:]
  private var time = MessageRecord.WallTime(seconds: .min, hasSeconds: false)
  /// Where the time ends in `buffer`.
  private var timeCount = 0
  private var clock = ClockText()

  init(title: String) {
    buffer.append(contentsOf: title.utf8)
    buffer.append(0x1F)
    titleCount = buffer.count
    // For the time, and for texts of the usual length.
    reserve(titleCount + 512)
  }

  /// Stores the id in `record`, whose time, author and text are set.
  ///
  /// - Parameter text: what stands for the text; the record's own one, but for documents that one export
  ///   names as a file and another one as a title.
  mutating func identify(_ record: inout MessageRecord, text: MessageRecord.Field) {
    if record.localTime != time { begin(record.localTime) }
    guard text.count <= Self.longText else { return identifyLong(&record, text) }
    let first = hash(record, text, ordinal: 0)
    let ordinal = ordinal(first)
    Self.store(ordinal == 0 ? first : hash(record, text, ordinal: ordinal), in: &record)
  }

  private mutating func begin(_ time: MessageRecord.WallTime) {
    self.time = time
    neighbourCount = 0
    if !crowd.isEmpty { crowd.removeAll() }
    let count = clock.write(time)
    for at in 0..<19 { buffer[titleCount + at] = clock.text[at] }
    buffer[titleCount + count] = 0x1F
    timeCount = titleCount + count + 1
  }

  private mutating func reserve(_ count: Int) {
    guard buffer.count < count else { return }
    buffer.append(contentsOf: repeatElement(0, count: count - buffer.count))
  }

  private mutating func identifyLong(_ record: inout MessageRecord, _ text: MessageRecord.Field) {
    let first = longHash(record, text, ordinal: 0)
    let ordinal = ordinal(first)
    Self.store(ordinal == 0 ? first : longHash(record, text, ordinal: ordinal), in: &record)
  }

  /// The hash of title, time and author, the text and the ordinal.
  private mutating func longHash(
    _ record: borrowing MessageRecord, _ text: MessageRecord.Field, ordinal: Int
  ) -> UInt64 {
    let headCount = write(record, .init(start: 0, count: 0), ordinal: nil) - 1
    var hash = XXH3()
    hash.update(buffer.span.extracting(first: headCount))
    hash.update(record.bytes.span.extracting(text.start..<text.start + text.count))
    hash.update(Array("\u{1F}\(ordinal)".utf8).span)
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
    for place in 0..<neighbourCount where neighbours[place] == hash { count += 1 }
    if neighbourCount < 32 {
      neighbours[neighbourCount] = hash
      neighbourCount += 1
    } else {
      for place in 0..<neighbourCount { crowd[neighbours[place], default: 0] += 1 }
      crowd[hash, default: 0] += 1
    }
    return count
  }

  private mutating func hash(
    _ record: borrowing MessageRecord, _ text: MessageRecord.Field, ordinal: Int
  ) -> UInt64 {
    let count = write(record, text, ordinal: ordinal)
    return XXH3.hash(buffer.span.extracting(first: count))
  }

  /// Writes author, text and ordinal behind the time; gives where they end. This is the costly part of an id.
  private mutating func write(
    _ record: borrowing MessageRecord, _ text: MessageRecord.Field, ordinal: Int?
  ) -> Int {
    let author = record.authorName
    // Each field ends with a byte, a missing one is a byte, and an ordinal has 20 digits at most.
    reserve(timeCount + author.count + text.count + 24)
    return unsafe record.bytes.withUnsafeBufferPointer { arena in
      unsafe buffer.withUnsafeMutableBufferPointer { target in
        guard let start = target.baseAddress else { return 0 }
        var at = unsafe Self.put(author, of: arena, to: start + timeCount)
        unsafe at = Self.put(text, of: arena, to: at)
        switch ordinal {
        case nil: break
        case .some(0..<10 as Range<Int>):
          unsafe at.pointee = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: ordinal ?? 0)
          unsafe at += 1
        case .some(let ordinal):
          for digit in String(ordinal).utf8 {
            unsafe at.pointee = digit
            unsafe at += 1
          }
        }
        return unsafe at - start
      }
    }
  }

  /// Writes a field and its end; gives where that is.
  @inline(__always)
  private static func put(
    _ field: MessageRecord.Field, of arena: UnsafeBufferPointer<UInt8>,
    to target: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var count = field.count
    if field.isNull {
      unsafe target.pointee = 0
      count = 1
    } else if let from = arena.baseAddress {
      precondition(field.start + count <= arena.count)
      unsafe target.update(from: from + field.start, count: count)
    }
    unsafe target[count] = 0x1F
    return unsafe target + count + 1
  }

  /// `2022-03-10T11:00`, with `:05` where the source has seconds.
  static func append(_ time: MessageRecord.WallTime, to buffer: inout [UInt8]) {
    var text = ClockText()
    text.append(time, to: &buffer)
  }

  private static func store(_ hash: UInt64, in record: inout MessageRecord) {
    // `wx:` ends the first word; the digits of the two halves follow.
    let words: InlineArray<3, UInt64> = [
      UInt64(littleEndian: 0x3A78_7700_0000_0000),
      digits(of: UInt32(truncatingIfNeeded: hash >> 32)),
      digits(of: UInt32(truncatingIfNeeded: hash)),
    ]
    record.id = unsafe words.span.withUnsafeBytes { bytes in
      unsafe bytes.withMemoryRebound(to: UInt8.self) {
        unsafe record.store($0.span.extracting(5..<24))
      }
    }
  }

  /// Eight hexadecimal digits, the first one in the lowest byte.
  private static func digits(of half: UInt32) -> UInt64 {
    var spread = UInt64(half)
    spread = (spread | spread << 16) & 0x0000_FFFF_0000_FFFF
    spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FF
    spread = (spread | spread << 4) & 0x0F0F_0F0F_0F0F_0F0F
    let letters = ((spread &+ 0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101
    let text = spread &+ 0x3030_3030_3030_3030 &+ letters &* 0x27
    return UInt64(littleEndian: text.byteSwapped)
  }
}
