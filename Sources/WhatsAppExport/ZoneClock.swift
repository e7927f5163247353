internal import CICU

/// Turns wall clock times into points in time, message after message in file order.
///
/// The rules are those of the IANA time zone database as ICU carries it. ICU is asked once for each stretch of one
/// offset; in between an answer costs two comparisons. Used by one thread at a time.
struct ZoneClock {
  enum Placement: Sendable { case plain, repeated, skipped }

  /// A time during which the zone keeps one offset, in UTC seconds: from `start` up to before `end`.
  struct Stretch {
    var start: Int64
    var end: Int64
    var offset: Int64
  }

  /// Which pass through a repeated hour the file has reached.
  private struct Repetition {
    /// The change that repeats the hour, UTC.
    var change: Int64
    var isSecondPass: Bool
  }

  /// Nil for a fixed offset.
  private let rules: ZoneRules?
  /// Wall times from `plainFrom` up to before `plainTo` occur once, with `plainOffset`.
  private var plainFrom: Int64
  private var plainTo: Int64
  private var plainMinutes: Int32
  private var repetition: Repetition?
  private var previousWall = Int64.min

  /// - Throws: `zoneUnknown` for a name that the time zone database does not have, `offsetOutOfRange`.
  init(_ choice: ZoneChoice) throws(ExportError) {
    switch choice {
    case .offset(let minutes):
      guard (-18 * 60...18 * 60).contains(minutes) else {
        throw .offsetOutOfRange(minutes: minutes)
      }
      rules = nil
      (plainFrom, plainTo, plainMinutes) = (.min, .max, Int32(minutes))
    case .iana(let name):
      guard ZoneNames.all.contains(name), let rules = ZoneRules(name) else {
        throw .zoneUnknown(name: name, suggestion: ZoneNames.nearest(to: name))
      }
      self.rules = rules
      (plainFrom, plainTo, plainMinutes) = (0, 0, 0)
    }
  }

  /// Minutes ahead of UTC at `wall` (seconds since 1970-01-01T00:00:00 of the same clock).
  ///
  /// A time that occurs twice is placed by file order: the first pass through the hour has the offset before the
  /// change, and once the wall clock goes back within that hour, or has come from beyond it, the offset after it. A time that
  /// never occurs has the offset before the change.
  mutating func offset(at wall: Int64) -> (minutes: Int32, placement: Placement) {
    if wall >= plainFrom && wall < plainTo {
      previousWall = wall
      return (plainMinutes, .plain)
    }
    let answer = searchOffset(at: wall)
    previousWall = wall
    return answer
  }

  private mutating func searchOffset(at wall: Int64) -> (minutes: Int32, placement: Placement) {
    guard let rules else { return (plainMinutes, .plain) }
    // The stretch whose wall times hold `wall` is the one at `wall` read as UTC, or a neighbour of it.
    var here = rules.stretch(at: wall)
    if wall - here.offset < here.start { here = rules.stretch(at: here.start - 1) }
    if wall - here.offset >= here.end { here = rules.stretch(at: here.end) }
    let before = here.start == .min ? here : rules.stretch(at: here.start - 1)
    let after = here.end == .max ? here : rules.stretch(at: here.end)
    if wall - here.offset < here.start {
      // Both neighbours refuse it: the clock jumped over it.
      return (Self.minutes(before.offset), .skipped)
    }
    if here.start != .min && wall - before.offset < here.start {
      return place(wall, change: here.start, first: before.offset, second: here.offset)
    }
    if here.end != .max && wall - after.offset >= here.end {
      return place(wall, change: here.end, first: here.offset, second: after.offset)
    }
    plainFrom = here.start == .min ? .min : here.start + max(here.offset, before.offset)
    plainTo = here.end == .max ? .max : here.end + min(here.offset, after.offset)
    plainMinutes = Self.minutes(here.offset)
    return (plainMinutes, .plain)
  }

  private mutating func place(
    _ wall: Int64, change: Int64, first: Int64, second: Int64
  ) -> (minutes: Int32, placement: Placement) {
    if repetition?.change != change {
      let isFromBeyond = previousWall >= change + first && previousWall < change + first + 86_400
      repetition = Repetition(change: change, isSecondPass: isFromBeyond)
    } else if wall < previousWall {
      repetition?.isSecondPass = true
    }
    let isSecondPass = repetition?.isSecondPass ?? false
    return (Self.minutes(isSecondPass ? second : first), .repeated)
  }

  static func minutes(_ seconds: Int64) -> Int32 {
    Int32(clamping: (seconds >= 0 ? seconds + 30 : seconds - 30) / 60)
  }

  /// Owns ICU's view of one zone. A class because ICU's handle has one address; never shared between threads.
  @safe final class ZoneRules {
    private let handle: OpaquePointer

    init?(_ name: String) {
      guard let handle = unsafe cicu_zone_open(name) else { return nil }
      unsafe self.handle = unsafe handle
    }

    deinit { unsafe cicu_zone_close(handle) }

    func stretch(at utc: Int64) -> Stretch {
      var stretch = Stretch(start: .min, end: .max, offset: 0)
      var offset: Int32 = 0
      guard unsafe cicu_zone_stretch(handle, utc, &stretch.start, &stretch.end, &offset) else {
        return Stretch(start: .min, end: .max, offset: 0)
      }
      stretch.offset = Int64(offset)
      return stretch
    }
  }
}

/// The names of the time zone database.
enum ZoneNames {
  /// Names that ICU alone takes and that mean different things to different people.
  private static let foreign: Set<String> = [
    "ACT", "AET", "AGT", "ART", "AST", "BET", "BST", "CAT", "CNT", "CST", "CTT", "EAT", "ECT",
    "IET",
    "IST", "JST", "MIT", "NET", "NST", "PLT", "PNT", "PRT", "PST", "SST", "VST", "Etc/Unknown",
  ]

  static let all = Set(ICU.zoneNames).subtracting(foreign)

  /// The name that was probably meant: the same in another case, the same city, or a slip of the pen.
  static func nearest(to name: String) -> String? {
    let wanted = name.lowercased().replacing(" ", with: "_")
    let sorted = all.sorted()
    if let same = sorted.first(where: { $0.lowercased() == wanted }) { return same }
    let city = wanted.split(separator: "/").last.map(String.init) ?? wanted
    if let same = sorted.first(where: { $0.lowercased().hasSuffix("/" + city) }) { return same }
    // Among so short names nearly every one is near.
    guard wanted.utf8.count > 4 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in sorted where abs(candidate.utf8.count - wanted.utf8.count) <= 2 {
      let distance = slips(Array(wanted.utf8), Array(candidate.lowercased().utf8))
      if distance <= 2 && distance < (best?.distance ?? 3) { best = (distance, candidate) }
    }
    return best?.name
  }

  /// How many bytes to change, add or drop to make one of the other.
  private static func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let kept = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(kept, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
