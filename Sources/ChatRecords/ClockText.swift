/// Writes times as RFC 3339 does, and remembers the day: neighbours mostly share it.
package struct ClockText: Sendable {
  private static let secondsOfDay: Int64 = 86_400
  /// 0000-01-01 and the last second of 9999-12-31: what four digits of a year can say.
  static let writable: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

  private var day = Int64.min
  /// What `text` says; nil for nothing yet.
  private var seconds: Int64?
  /// `2022-03-10T11:00:00+02:00`, of which the date is that of `day`.
  private var text: InlineArray<25, UInt8> = .init(repeating: UInt8(ascii: "-"))

  package init() {}

  /// How many bytes a reading takes.
  @inline(__always)
  package static func count(of time: MessageRecord.WallTime) -> Int { time.hasSeconds ? 19 : 16 }

  /// `2022-03-10T11:00`, or with seconds where the reading has them.
  @inline(__always)
  package mutating func write(_ time: MessageRecord.WallTime, to output: inout ByteCursor) {
    fill(time.seconds)
    write(Self.count(of: time), to: &output)
  }

  /// `2022-03-10T11:00:00+02:00`.
  ///
  /// - Parameters:
  ///   - seconds: the wall clock's reading, in seconds since its own 1970.
  ///   - offset: minutes ahead of UTC, less than a day.
  @inline(__always)
  mutating func write(_ seconds: Int64, offset: Int32, to output: inout ByteCursor) {
    fill(seconds)
    let minutes = Int(offset.magnitude)
    text[19] = UInt8(ascii: offset < 0 ? "-" : "+")
    setPair(20, minutes / 60)
    text[22] = UInt8(ascii: ":")
    setPair(23, minutes % 60)
    write(25, to: &output)
  }

  /// Whether RFC 3339 can write this.
  static func canWrite(_ seconds: Int64, offset: Int32) -> Bool {
    writable.contains(seconds) && offset.magnitude < 1_440
  }

  @inline(__always)
  private mutating func fill(_ unbounded: Int64) {
    if unbounded == seconds { return }
    seconds = unbounded
    let bounded = min(max(unbounded, Self.writable.lowerBound), Self.writable.upperBound)
    var newDay = bounded / Self.secondsOfDay
    var rest = Int(bounded % Self.secondsOfDay)
    if rest < 0 {
      rest += Int(Self.secondsOfDay)
      newDay -= 1
    }
    if newDay != day { setDay(newDay) }
    setPair(11, rest / 3_600)
    text[13] = UInt8(ascii: ":")
    setPair(14, rest / 60 % 60)
    text[16] = UInt8(ascii: ":")
    setPair(17, rest % 60)
  }

  private mutating func setDay(_ newDay: Int64) {
    day = newDay
    let date = CivilDate(daysSince1970: newDay)
    setPair(0, Int(date.year) / 100)
    setPair(2, Int(date.year) % 100)
    text[4] = UInt8(ascii: "-")
    setPair(5, date.month)
    text[7] = UInt8(ascii: "-")
    setPair(8, date.day)
    text[10] = UInt8(ascii: "T")
  }

  @inline(__always)
  private mutating func setPair(_ at: Int, _ value: Int) {
    text[at] = UInt8(truncatingIfNeeded: value / 10 &+ 48)
    text[at + 1] = UInt8(truncatingIfNeeded: value % 10 &+ 48)
  }

  @inline(__always)
  private func write(_ count: Int, to output: inout ByteCursor) {
    text.span.extracting(first: count).withUnsafeBufferPointer { output.copy($0) }
  }
}
