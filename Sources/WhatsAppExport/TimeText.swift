internal import ChatRecords

/// Times as text for people and reports.
enum TimeText {
  /// `2022-03-10T11:00:05`, without seconds where the source has none.
  static func local(_ time: MessageRecord.WallTime) -> String {
    var bytes: [UInt8] = []
    var clock = ClockText()
    bytes.write(reserving: ClockText.count(of: time)) { clock.write(time, to: &$0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// RFC 3339, seconds always: `2022-03-10T11:00:00+02:00`.
  static func time(_ time: MessageRecord.WallTime, offset minutes: Int) -> String {
    local(MessageRecord.WallTime(seconds: time.seconds, hasSeconds: true)) + offset(minutes)
  }

  /// `+02:00`.
  static func offset(_ minutes: Int) -> String {
    let size = abs(minutes)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (minutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60)
  }
}

/// The earliest and the latest of some messages.
struct TimeSpan {
  private var earliest: Moment?
  private var latest: Moment?

  private struct Moment {
    let time: MessageRecord.WallTime
    let offset: Int?
    /// Seconds since 1970, UTC where the offset is known.
    var point: Int64 { time.seconds - Int64(offset ?? 0) * 60 }
    var text: String {
      offset.map { TimeText.time(time, offset: $0) } ?? TimeText.local(time)
    }
  }

  mutating func add(_ record: borrowing MessageRecord) {
    let moment = Moment(time: record.localTime, offset: record.utcOffsetMinutes.map { Int($0) })
    if earliest.map({ moment.point < $0.point }) ?? true { earliest = moment }
    if latest.map({ moment.point > $0.point }) ?? true { latest = moment }
  }

  var first: String? { earliest?.text }
  var last: String? { latest?.text }
}

/// Cuts messages, in file order, into runs of one offset from UTC.
struct OffsetRuns {
  private var done: [ChatInspection.OffsetRun] = []
  private var open:
    (minutes: Int, from: MessageRecord.WallTime, to: MessageRecord.WallTime, count: Int)?

  mutating func add(_ record: borrowing MessageRecord) {
    guard let offset = record.utcOffsetMinutes else { return }
    let minutes = Int(offset)
    if open?.minutes == minutes {
      open?.to = record.localTime
      open?.count += 1
    } else {
      close()
      open = (minutes, record.localTime, record.localTime, 1)
    }
  }

  private mutating func close() {
    guard let run = open else { return }
    done.append(
      ChatInspection.OffsetRun(
        minutes: run.minutes, from: TimeText.time(run.from, offset: run.minutes),
        to: TimeText.time(run.to, offset: run.minutes), messages: run.count))
    open = nil
  }

  /// All runs.
  consuming func finished() -> [ChatInspection.OffsetRun] {
    close()
    return done
  }
}
