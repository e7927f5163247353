internal import ChatRecords
internal import Glibc

/// The last header of a text as it was written, all but its minute and its second. The next one mostly repeats the
/// rest, and then only two or four digits of it are read.
///
/// Takes nothing for a header that `HeaderReader.scan` would read otherwise: that goes from left to right, and in the
/// frames that are kept, it looks at nothing behind the blank with which a header ends.
struct RecentHeader {
  private var head = Piece()
  /// Between minute and second.
  private var middle = Piece()
  private var tail = Piece()
  private var hasSeconds = false
  /// Its time without minute and second, counted in seconds from 1970-01-01.
  private var hour: Int64 = 0

  /// - Parameters:
  ///   - line: from its first byte to where the text begins.
  ///   - time: what `clock` and the date mean.
  mutating func keep(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ clock: HeaderReader.Clock,
    _ time: MessageRecord.WallTime
  ) {
    head.count = 0
    guard bytes[line.upperBound - 1] == 0x20, clock.minute.digits == 2, clock.second.value < 60,
      !clock.hasSeconds || clock.second.digits == 2
    else { return }
    let end = clock.hasSeconds ? clock.secondPlace.upperBound : clock.minutePlace.upperBound
    guard tail.keep(bytes.extracting(end..<line.upperBound)) else { return }
    if clock.hasSeconds {
      let between = clock.minutePlace.upperBound..<clock.secondPlace.lowerBound
      guard middle.keep(bytes.extracting(between)) else { return }
    }
    hasSeconds = clock.hasSeconds
    hour = time.seconds - Int64(clock.minute.value * 60 + clock.second.value)
    head.keep(bytes.extracting(line.lowerBound..<clock.minutePlace.lowerBound))
  }

  /// The header that begins at `start`, if it is written like the last one but for minute and second.
  @inline(__always)
  func match(
    _ bytes: Span<UInt8>, at start: Int, lineEnd: Int, _ reader: HeaderReader
  ) -> HeaderReader.Match? {
    guard head.count > 0, head.stands(in: bytes, at: start, end: lineEnd) else { return nil }
    var at = start + head.count
    guard let minute = Self.pair(bytes, &at, lineEnd, reader) else { return nil }
    var seconds = hour + Int64(minute * 60)
    if hasSeconds {
      guard middle.stands(in: bytes, at: at, end: lineEnd) else { return nil }
      at += middle.count
      guard let second = Self.pair(bytes, &at, lineEnd, reader) else { return nil }
      seconds += Int64(second)
    }
    guard tail.stands(in: bytes, at: at, end: lineEnd) else { return nil }
    return HeaderReader.Match(
      bodyStart: at + tail.count,
      time: MessageRecord.WallTime(seconds: seconds, hasSeconds: hasSeconds))
  }

  /// Two digits of a number below 60.
  @inline(__always)
  private static func pair(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ reader: HeaderReader
  ) -> Int? {
    guard let tens = reader.digit(bytes, at: at, end: end), tens.value < 6,
      let ones = reader.digit(bytes, at: at + tens.length, end: end)
    else { return nil }
    at += tens.length + ones.length
    return tens.value * 10 + ones.value
  }

  /// Some bytes of a line.
  private struct Piece {
    /// Longer ones, with many marks of direction, are not kept.
    private static let limit = 48

    private var text = InlineArray<48, UInt8>(repeating: 0)
    /// Its first and its last eight bytes, where it has 8 to 16: all of it.
    private var ends = (first: UInt64(0), last: UInt64(0))
    var count = 0

    /// False, and then nothing is kept, where it is too long.
    @discardableResult
    mutating func keep(_ bytes: Span<UInt8>) -> Bool {
      guard bytes.count <= Self.limit else { return false }
      for at in 0..<bytes.count { text[at] = bytes[at] }
      count = bytes.count
      if (8...16).contains(count) {
        ends = (bytes.word(at: 0), bytes.word(at: count - 8))
      }
      return true
    }

    @inline(__always)
    func stands(in bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
      guard start + count <= end else { return false }
      if count < 8 {
        for at in 0..<count where bytes[start + at] != text[at] { return false }
        return true
      }
      if count <= 16 {
        return bytes.word(at: start) == ends.first
          && bytes.word(at: start + count - 8) == ends.last
      }
      return unsafe bytes.extracting(start..<start + count).withUnsafeBytes { written in
        unsafe text.span.withUnsafeBytes { known in
          guard let written = written.baseAddress, let known = known.baseAddress else {
            return false
          }
          return unsafe memcmp(written, known, count) == 0
        }
      }
    }
  }
}
