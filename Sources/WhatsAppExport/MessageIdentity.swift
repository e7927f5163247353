internal import ChatRecords
internal import Files

/// What the id of a message is made of, side by side: chat title, local time as the record has it, author's name, text,
/// and in decimal digits how many equal messages stood before this one among its neighbours of the same local time. Each
/// is UTF-8 and followed by 0x1F but for the last; one that is null is the one byte 0x00 (`docs/formats/record.md`).
struct IdentityKey {
  /// What stands for a text that is not there.
  static let null: [UInt8] = [0]

  private let title: [UInt8]
  private var clock = ClockText()

  init(title: String) { self.title = title.utf8 + [0x1F] }

  /// Writes the key of the first message of its kind; gives where it lies, and the text in it.
  ///
  /// - Parameters:
  ///   - author: lies in the arena; null for nobody.
  ///   - text: or `null`.
  @inline(__always)
  mutating func write(
    _ time: MessageRecord.WallTime, author: MessageRecord.Field, text: Span<UInt8>,
    to arena: inout TextArena
  ) -> (key: MessageRecord.Field, text: MessageRecord.Field) {
    let start = arena.count
    let textStart =
      start + title.count + ClockText.count(of: time) + (author.isNull ? 1 : author.count) + 2
    unsafe arena.write(reserving: textStart - start + text.count + 2) { output, stored in
      unsafe title.withUnsafeBufferPointer { unsafe output.copy($0) }
      clock.write(time, to: &output)
      output.byte(0x1F)
      if author.isNull {
        output.byte(0)
      } else {
        unsafe output.copy(
          UnsafeBufferPointer(rebasing: stored[author.start..<author.start + author.count]))
      }
      output.byte(0x1F)
      unsafe text.withUnsafeBufferPointer { unsafe output.copy($0) }
      output.byte(0x1F)
      output.byte(UInt8(ascii: "0"))
    }
    return (
      MessageRecord.Field(start: start, count: arena.count - start),
      MessageRecord.Field(start: textStart, count: text.count)
    )
  }
}

/// Gives messages ids that are the same in every export of one chat: XXH3-64 over an `IdentityKey`.
struct MessageIdentity {
  private static let most = 32

  /// The messages of the local time in hand, by the hash they have as the first of their kind: the first
  /// `neighbourCount` of these, and all of them in `crowd` where they are more.
  private var neighbours = InlineArray<32, UInt64>(repeating: 0)
  private var neighbourCount = 0
  private var crowd: [UInt64: Int] = [:]
  private var time = MessageRecord.WallTime(seconds: .min, hasSeconds: false)

  /// Stores the id in `record`, whose time is set.
  ///
  /// - Parameters:
  ///   - key: lies in the record's arena.
  ///   - title: stands for the text where there is none: of documents that one export names as a file and another one as
  ///     a title.
  @inline(__always)
  mutating func identify(
    _ record: inout MessageRecord, key: MessageRecord.Field, title: MessageRecord.Field?
  ) {
    if record.localTime != time {
      time = record.localTime
      neighbourCount = 0
      if !crowd.isEmpty { crowd.removeAll() }
    }
    var hash =
      title == nil
      ? XXH3.hash(record.bytes.span.extracting(key.start..<key.start + key.count))
      : Self.hash(record, key, title, ordinal: 0)
    let ordinal = ordinal(hash)
    if ordinal > 0 { hash = Self.hash(record, key, title, ordinal: ordinal) }
    Self.store(hash, in: &record)
  }

  /// How many messages with this hash came before at the same local time.
  @inline(__always)
  private mutating func ordinal(_ hash: UInt64) -> Int {
    guard crowd.isEmpty, neighbourCount < Self.most else { return ordinalInCrowd(hash) }
    var count = 0
    for place in 0..<neighbourCount where neighbours[place] == hash { count += 1 }
    neighbours[neighbourCount] = hash
    neighbourCount += 1
    return count
  }

  private mutating func ordinalInCrowd(_ hash: UInt64) -> Int {
    if crowd.isEmpty {
      for place in 0..<neighbourCount { crowd[neighbours[place], default: 0] += 1 }
    }
    let count = crowd[hash, default: 0]
    crowd[hash] = count + 1
    return count
  }

  /// The hash of a key with another text or ordinal than it was written with.
  private static func hash(
    _ record: borrowing MessageRecord, _ key: MessageRecord.Field, _ title: MessageRecord.Field?,
    ordinal: Int
  ) -> UInt64 {
    let bytes = record.bytes.span
    // The ordinal; with a title also the byte for no text and the one after it.
    let end = key.start + key.count - (title == nil ? 1 : 3)
    var hash = XXH3()
    hash.update(bytes.extracting(key.start..<end))
    if let title {
      hash.update(bytes.extracting(title.start..<title.start + title.count))
      hash.update(Array("\u{1F}".utf8).span)
    }
    hash.update(Array("\(ordinal)".utf8).span)
    return hash.finish()
  }

  @inline(__always)
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
  @inline(__always)
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
