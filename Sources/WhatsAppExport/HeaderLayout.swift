/// The shape of a text's headers, compiled: what `HeaderReader` compares bytes with.
struct HeaderLayout: Sendable {
  /// A word that may stand in a header.
  struct Word: Sendable {
    enum Meaning: Sendable, Equatable {
      /// `klo`, `г.`, `h`: says nothing.
      case literal
      /// A day period: the hours of the day that it covers, a bit each.
      case hours(UInt32)
      /// Index into `eras`.
      case era(Int)
      /// The month beside it comes a second time in its year.
      case leapMonth
    }

    /// Where its letters lie in `spelling`.
    let range: Range<Int>
    let meaning: Meaning
  }

  let frame: HeaderReader.Frame
  let isTimeFirst: Bool
  /// The byte between the first two numbers of a date; 0 where only a blank or a word stands there.
  let firstSeparator: UInt8
  let secondSeparator: UInt8
  let timeSeparator: UInt8
  /// Whether a dash stands between date and time, as in Wolof.
  let hasJointDash: Bool
  /// The fewest digits of a minute.
  let minuteDigits: Int
  let mayHaveSeconds: Bool
  let needsSeconds: Bool
  let digits: DigitSet
  let hasOwnDigits: Bool
  /// Whether something other than a digit may begin a date or a time.
  let hasLead: Bool
  /// Longest first.
  let words: [Word]
  /// Letters of all words, A to Z as lower case.
  let spelling: [UInt8]
  /// What to add to a year of the era to get the Gregorian year; nil where the calendar itself tells.
  let eras: [Int?]
  /// A bit for every byte that a header may begin with.
  private let firstBytes: (UInt64, UInt64, UInt64, UInt64)

  /// - Parameter words: letters only, as `HeaderWords.letters(of:)` gives them.
  init(
    frame: HeaderReader.Frame, isTimeFirst: Bool, firstSeparator: UInt8, secondSeparator: UInt8,
    timeSeparator: UInt8, hasJointDash: Bool, minuteDigits: Int, mayHaveSeconds: Bool,
    needsSeconds: Bool,
    digits: DigitSet, hasLead: Bool, words: [(letters: String, meaning: Word.Meaning)],
    eras: [Int?]
  ) {
    self.frame = frame
    self.isTimeFirst = isTimeFirst
    self.firstSeparator = firstSeparator
    self.secondSeparator = secondSeparator
    self.timeSeparator = timeSeparator
    self.hasJointDash = hasJointDash
    self.minuteDigits = minuteDigits
    self.mayHaveSeconds = mayHaveSeconds
    self.needsSeconds = needsSeconds
    self.digits = digits
    hasOwnDigits = digits.name != "latn"
    self.hasLead = hasLead
    self.eras = eras
    var table: [Word] = []
    var spelling: [UInt8] = []
    // Of words that are alike the era is met first, beside the date.
    func isBefore(
      _ one: (letters: String, meaning: Word.Meaning),
      _ other: (letters: String, meaning: Word.Meaning)
    ) -> Bool {
      let (here, there) = (one.letters.utf8.count, other.letters.utf8.count)
      if here != there { return here > there }
      if case .era = other.meaning { return false }
      if case .era = one.meaning { return true }
      return false
    }
    for word in words.sorted(by: isBefore) {
      let start = spelling.count
      spelling += word.letters.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      table.append(Word(range: start..<spelling.count, meaning: word.meaning))
    }
    self.words = table
    self.spelling = spelling
    firstBytes = Self.firstBytes(
      frame: frame, digits: digits,
      leads: hasLead ? table.map { spelling[$0.range.lowerBound] } : [])
  }

  private static func firstBytes(
    frame: HeaderReader.Frame, digits: DigitSet, leads: [UInt8]
  ) -> (UInt64, UInt64, UInt64, UInt64) {
    // Marks of direction may stand before everything; these are their first bytes.
    var allowed: [UInt8] = [0xD8, 0xE2, 0xEF]
    if frame == .bracket {
      allowed.append(UInt8(ascii: "["))
    } else {
      allowed += Array(0x30...0x39)
      for scalar in digits.scalars.compactMap(Unicode.Scalar.init) {
        allowed.append(String(Character(scalar)).utf8.first ?? 0x30)
      }
      for lead in leads {
        allowed.append(lead)
        if lead &- 0x61 < 26 { allowed.append(lead & 0xDF) }
      }
    }
    var bits: [UInt64] = [0, 0, 0, 0]
    for byte in allowed { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
    return (bits[0], bits[1], bits[2], bits[3])
  }

  /// Whether a header may begin with that byte.
  @inline(__always)
  func mayBegin(with byte: UInt8) -> Bool {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: return firstBytes.0 & bit != 0
    case 1: return firstBytes.1 & bit != 0
    case 2: return firstBytes.2 & bit != 0
    default: return firstBytes.3 & bit != 0
    }
  }
}
