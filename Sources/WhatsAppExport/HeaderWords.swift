internal import Synchronization

/// The words that locales write into dates and times: day periods, eras, and letters that say nothing.
///
/// Comes from ICU for a locale at a time, and is asked of ever more locales only until the words of a text are known.
struct HeaderWords {
  /// What a word means.
  enum Meaning: Equatable, Sendable {
    case literal
    /// The hours of the day that a day period covers, a bit each.
    case hours(UInt32)
    /// An era of a calendar; `gregorianOffset` as in `CalendarReading`.
    case era(calendar: String, gregorianOffset: Int?)
  }

  /// A word of a text, understood.
  struct Reading {
    let letters: String
    let meaning: Meaning
    /// Which of `tables` knew it.
    let table: Int
  }

  static let morning: UInt32 = 0x000FFF
  static let afternoon: UInt32 = 0xFFF000

  /// Lower-case letters to meaning, of one locale.
  struct Table: Sendable {
    let locale: String
    let meanings: [String: Meaning]
  }

  /// In the order in which they were asked; the first that knows a word is right.
  private(set) var tables: [Table] = []
  /// Which tables know a word, in their order.
  private var knowers: [String: [Int]] = [:]

  /// What needs no locale: AM and PM, which CLDR's root has, and letters seen in real exports.
  private static let common = Table(
    locale: "",
    meanings: [
      "am": .hours(morning), "pm": .hours(afternoon),
      "klo": .literal, "г": .literal, "h": .literal, "min": .literal, "s": .literal,
    ])

  init() { add(Self.common) }

  private mutating func add(_ table: Table) {
    for word in table.meanings.keys { knowers[word, default: []].append(tables.count) }
    tables.append(table)
  }

  /// Asks ICU for the words of more locales; those known already are skipped.
  mutating func add(_ locales: some Sequence<String>) {
    var known = Set(tables.map(\.locale))
    for locale in locales where known.insert(locale).inserted {
      add(Self.cached(locale) { Self.table(of: locale) })
    }
  }

  /// The letters of a word as they are compared: lower case, without blanks, marks, dots and quotes.
  static func letters(of text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let silent = HeaderBytes.silentLength(bytes.span, at: at, end: bytes.count)
      if silent > 0 {
        at += silent
      } else {
        kept.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The meaning of letters, and the locale that told it.
  private func meaning(
    of letters: String, isBesideDate: Bool
  ) -> (meaning: Meaning, table: Int)? {
    let key = letters.lowercased()
    for index in knowers[key] ?? [] {
      guard let meaning = tables[index].meanings[key] else { continue }
      if case .era = meaning, !isBesideDate { continue }
      return (meaning, index)
    }
    return nil
  }

  /// Reads a run of words, two or more of which may be one (`p. m.`); nil where one stays unknown.
  ///
  /// - Parameter isBesideDate: whether an era can stand there.
  func read(
    _ words: [String], isBesideDate: Bool
  ) -> [Reading]? {
    if words.isEmpty { return [] }
    for count in stride(from: words.count, through: 1, by: -1) {
      let letters = words.prefix(count).joined()
      if let known = meaning(of: letters, isBesideDate: isBesideDate),
        let rest = read(Array(words.dropFirst(count)), isBesideDate: isBesideDate)
      {
        return [Reading(letters: letters, meaning: known.meaning, table: known.table)] + rest
      }
    }
    return nil
  }

  // MARK: From ICU

  /// What ICU said before, for the next text of the same run.
  private static let cache = Mutex<[String: Table]>([:])

  private static func cached(_ locale: String, _ make: () -> Table) -> Table {
    if let table = cache.withLock({ $0[locale] }) { return table }
    let table = make()
    cache.withLock { $0[locale] = table }
    return table
  }

  private static let periodPatterns = ["a", "aaaa", "aaaaa", "b", "bbbb", "bbbbb"]
  private static let flexiblePatterns = ["B", "BBBB", "BBBBB"]

  private static func table(of locale: String) -> Table {
    var meanings: [String: Meaning] = [:]
    // Some phones put the word of long dates into short ones: “05/01/2023 à 14:30”.
    let joiner = literals(in: ICU.joiner(of: locale) ?? "")
    if joiner.count == 1 { meanings[joiner[0]] = .literal }
    // A locale's own calendar can have patterns of its own.
    var names = [locale]
    if ICU.calendar(of: locale) != "gregorian" { names.append(locale + "@calendar=gregorian") }
    for word in names.flatMap(ICU.headerPatterns).flatMap({ literals(in: $0) }) {
      meanings[word] = .literal
    }
    // AM and PM are the same all day; the flexible periods only fill in what these do not name.
    for patterns in [flexiblePatterns, periodPatterns] {
      let written = ICU.formatHours(by: patterns, in: locale)
      var hours: [String: UInt32] = [:]
      for (index, word) in written.enumerated() {
        let key = letters(of: word).lowercased()
        if !key.isEmpty { hours[key, default: 0] |= 1 << UInt32(index % 24) }
      }
      for (word, mask) in hours where word.utf8.allSatisfy({ $0 &- 0x30 >= 10 }) {
        meanings[word] = .hours(mask)
      }
    }
    return Table(locale: locale, meanings: meanings)
  }

  /// The words of a pattern that are no fields: `klo`, `г.`, `h`, `시`.
  static func literals(in pattern: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for scalar in pattern.unicodeScalars {
      let isLetter =
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      if scalar == "'" {
        isQuoted.toggle()
      } else if isLetter && (isQuoted || scalar.value > 0x7F) {
        word.unicodeScalars.append(scalar)
        continue
      } else if scalar.value == 0x0F0B {
        // The Tibetan mark between syllables is part of the word.
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty { words.append(letters(of: word).lowercased()) }
      word = ""
    }
    if !word.isEmpty { words.append(letters(of: word).lowercased()) }
    return words
  }

  /// Calendars that phones offer, with the Gregorian one for `AD`.
  static let calendars = [
    "gregorian", "buddhist", "japanese", "roc", "persian", "islamic", "islamic-umalqura", "hebrew",
    "coptic", "ethiopic", "indian",
  ]

  /// 2022-07-01 and 2010-07-01: the two eras of the Japanese calendar that exports can be of.
  private static let eraSamples: [Int64] = [19174, 14791]

  /// Asks ICU for the names of eras in more locales: dear, so only for a word in a date that nothing else explains.
  mutating func addEras(_ locales: some Sequence<String>) {
    var known = Set(tables.map(\.locale))
    for locale in locales where known.insert(locale + "@eras").inserted {
      let name = locale + "@eras"
      add(Self.cached(name) { Table(locale: name, meanings: Self.eras(of: locale)) })
    }
  }

  private static func eras(of locale: String) -> [String: Meaning] {
    var meanings: [String: Meaning] = [:]
    for calendar in calendars {
      for day in eraSamples {
        let offset: Int?
        if CalendarReading.gregorianLike.contains(calendar),
          let here = ICU.year(in: "gregorian", onDay: Int(day)),
          let there = ICU.year(in: calendar, onDay: Int(day))
        {
          offset = here.extended - there.year
        } else {
          offset = nil
        }
        for pattern in ["G", "GGGG", "GGGGG"] {
          let name = ICU.format(day * 86_400, by: pattern, in: "\(locale)@calendar=\(calendar)")
          let key = letters(of: name ?? "").lowercased()
          let isWord = !key.isEmpty && key.utf8.allSatisfy { $0 &- 0x30 >= 10 }
          if isWord && meanings[key] == nil {
            meanings[key] = .era(calendar: calendar, gregorianOffset: offset)
          }
        }
      }
    }
    return meanings
  }
}
