internal import Synchronization

/// The shapes of short dates that locales write, and the orders they stand for.
///
/// An order that no locale writes in the shape at hand is no candidate: this is what tells `03.04.22` from
/// `03/04/22`.
struct DateShape: Sendable {
  /// One locale's way: `d/MM/yy`.
  struct Row: Sendable {
    let order: DateOrder
    let firstSeparator: UInt8
    let secondSeparator: UInt8
    /// Letters of the fields as they stand: 1 unpadded, 2 padded; for years 2 is two digits, 1 all of them.
    let widths: [Int]

    /// Whether a locale that writes so puts the day period before the time.
    var isWithPeriodBefore = false
    /// Whether an era stands before everything; nil where none is written.
    let isEraFirst: Bool?

    /// Reads CLDR's pattern; nil where it is not of three numbers.
    init?(_ pattern: some StringProtocol) {
      var letters: [Character] = []
      var widths: [Int] = []
      var separators: [UInt8] = []
      var isQuoted = false
      var previous: Character?
      var isEraFirst: Bool?
      for character in pattern where !"\u{200F}\u{200E}\u{061C}".contains(character) {
        defer { previous = character }
        if character == "'" { isQuoted.toggle() }
        if character == "G", !isQuoted { isEraFirst = letters.isEmpty }
        guard !isQuoted, "dMyLr".contains(character) else {
          guard let byte = character.asciiValue, "/.-".utf8.contains(byte) else { continue }
          while separators.count < letters.count { separators.append(0) }
          if let last = separators.indices.last, separators[last] == 0 { separators[last] = byte }
          continue
        }
        if character == previous {
          widths[widths.count - 1] += 1
        } else {
          while separators.count < letters.count { separators.append(0) }
          letters.append(character == "L" ? "M" : character == "r" ? "y" : character)
          widths.append(1)
        }
      }
      guard letters.count == 3, let order = DateOrder(rawValue: String(letters).lowercased()),
        widths.allSatisfy({ $0 <= 2 })
      else { return nil }
      self.order = order
      self.widths = widths
      self.isEraFirst = isEraFirst
      firstSeparator = separators[0]
      secondSeparator = separators[1]
    }

    /// Where the year stands.
    var yearPosition: Int { order == .ymd ? 0 : 2 }
  }

  /// Every short date pattern of ICU 72 over all its locales, calendars with eras left out, marks dropped; a test holds
  /// it against ICU. A star: also written with the day period before the time; of `yy/M/d` that was seen on Android in
  /// Korean.
  static let rows: [Row] = """
    d-M-y* d-M-yy d.M.y d.M.yy d.M.yy. d.MM.y* d.MM.yy d/M/y* d/M/yy* d/MM/y d/MM/yy dd-MM-y* dd-MM-yy dd.MM.y \
    dd.MM.yy dd/MM/y dd/MM/yy* M/d/yy* MM/dd/yy y-MM-dd* y.MM.dd y/M/d* y/MM/dd* yy-MM-dd yy/M/d* yy/MM/dd \
    d._M._y d._M._y. d._M._yy. d._MM._yy dd._MM._y. dd/MM_y y._MM._dd.* yy._M._d.*
    """.split(separator: " ").compactMap { text in
      var row = Row(text.filter { $0 != "*" }.replacing("_", with: " "))
      row?.isWithPeriodBefore = text.hasSuffix("*")
      return row
    }

  /// The short dates of all locales in a calendar with eras, asked of ICU at the first text that shows an era.
  private static func rows(of calendar: String) -> [Row] {
    if let known = asked.withLock({ $0[calendar] }) { return known }
    let patterns = Set(
      ICU.locales.compactMap { ICU.pattern(.shortDate, of: "\($0)@calendar=\(calendar)") })
    let rows = patterns.compactMap { Row($0) }
    asked.withLock { $0[calendar] = rows }
    return rows
  }

  private static let asked = Mutex<[String: [Row]]>([:])

  /// What a text shows of its dates.
  struct Sample {
    var firstSeparator: UInt8
    var secondSeparator: UInt8
    /// Per field: seen with one digit; seen with a needless zero in front; seen with more than two digits.
    var isUnpadded = [false, false, false]
    var isPadded = [false, false, false]
    var isLong = [false, false, false]
    /// How many dates there are, and how many with one digit, per field.
    private var dates = 0
    private var single = [0, 0, 0]

    /// Whether a field has one digit too often for a year; a stray line does not count.
    func isTooShortForYear(_ field: Int) -> Bool { single[field] * 10 > dates }

    init(firstSeparator: UInt8, secondSeparator: UInt8) {
      self.firstSeparator = firstSeparator
      self.secondSeparator = secondSeparator
    }

    mutating func add(_ numbers: [HeaderReader.Number]) {
      dates += 1
      for (index, number) in numbers.prefix(3).enumerated() {
        if number.digits == 1 {
          isUnpadded[index] = true
          single[index] += 1
        }
        if number.digits == 2 && number.value < 10 { isPadded[index] = true }
        if number.digits > 2 { isLong[index] = true }
      }
    }
  }

  /// The orders that the digits of the year leave open, whatever locales write.
  static func possibleOrders(_ sample: Sample) -> [DateOrder] {
    if sample.isLong[0] { return [.ymd] }
    if sample.isLong[2] { return [.dmy, .mdy] }
    return [.dmy, .mdy, .ymd]
  }

  /// The orders that some locale writes in the shape of `sample`; if none writes quite so, those that differ in zeros or in
  /// the year's length; empty if no locale writes anything alike.
  ///
  /// - Parameter isPeriodBefore: whether the text puts day periods before its times.
  static func writtenOrders(_ sample: Sample, isPeriodBefore: Bool) -> Set<DateOrder> {
    let before = rows.filter { $0.isWithPeriodBefore && isSeparated($0, as: sample) }
    return orders(of: sample, among: isPeriodBefore && !before.isEmpty ? before : rows)
  }

  /// The same for a text that shows an era of a calendar.
  ///
  /// - Parameter isEraFirst: whether the era stands before everything.
  static func writtenOrders(
    _ sample: Sample, calendar: String, isEraFirst: Bool
  ) -> Set<DateOrder> {
    orders(of: sample, among: rows(of: calendar).filter { $0.isEraFirst == isEraFirst })
  }

  private static func isSeparated(_ row: Row, as sample: Sample) -> Bool {
    row.firstSeparator == sample.firstSeparator && row.secondSeparator == sample.secondSeparator
  }

  private static func orders(of sample: Sample, among rows: [Row]) -> Set<DateOrder> {
    let alike = rows.filter { isSeparated($0, as: sample) }
    let sameYear = alike.filter { row in
      row.widths[row.yearPosition] == 1 && row.isEraFirst == nil
        ? sample.isLong[row.yearPosition]
        : !sample.isLong.contains(true) || row.isEraFirst != nil && sample.isLong[row.yearPosition]
    }
    let same = sameYear.filter { row in
      (0..<3).allSatisfy { index in
        if index == row.yearPosition { return row.widths[index] == 1 || !sample.isUnpadded[index] }
        return row.widths[index] == 2 ? !sample.isUnpadded[index] : !sample.isPadded[index]
      }
    }
    for kept in [same, sameYear, alike] where !kept.isEmpty { return Set(kept.map(\.order)) }
    return []
  }
}
