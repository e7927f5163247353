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
    /// The eras that it stands for; several where calendars share the word.
    case era([Era])
    /// The month before it comes a second time.
    case leapMonth
  }

  /// An era of a calendar; `gregorianOffset` as in `CalendarReading`.
  struct Era: Equatable, Sendable {
    let calendar: String
    let gregorianOffset: Int?
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
    /// The same letters as ICU writes them, where these are not lower case.
    var spellings: [String: String] = [:]

    init(locale: String, meanings: [String: Meaning], spellings: [String: String] = [:]) {
      self.locale = locale
      self.meanings = meanings
      self.spellings = spellings
    }

    /// The table of words as ICU writes them; the first meaning of one stays.
    init(locale: String, words: [(letters: String, meaning: Meaning)]) {
      var meanings: [String: Meaning] = [:]
      var spellings: [String: String] = [:]
      for (letters, meaning) in words {
        let key = letters.lowercased()
        guard meanings[key] == nil else { continue }
        meanings[key] = meaning
        if letters != key { spellings[key] = letters }
      }
      self.init(locale: locale, meanings: meanings, spellings: spellings)
    }
  }

  /// In the order in which they were asked; the first that knows a word is right.
  private(set) var tables: [Table] = []
  /// Which tables know a word, in their order.
  private var knowers: [String: [Int]] = [:]

  /// What needs no locale: AM and PM, which CLDR's root has, letters seen in real exports, and the words that older
  /// phones put between date and time in French, Portuguese, English and German (CLDR's joiners of long dates). Those of
  /// all locales would not do: the `sa` of Cebuano is the morning in Vietnamese.
  private static let common = Table(
    locale: "",
    meanings: [
      "am": .hours(morning), "pm": .hours(afternoon),
      "klo": .literal, "г": .literal, "h": .literal, "min": .literal, "s": .literal,
      "à": .literal, "às": .literal, "at": .literal, "um": .literal,
    ])

  /// Letters that say nothing between the numbers of a time, and may say an era beside a date: `H` is Heisei.
  private static let clockWords: Set<String> = ["h", "min", "s"]

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

  /// The letters of a word as they are compared: without blanks, marks, dots, quotes and the parentheses around it.
  static func letters(of text: some StringProtocol) -> String {
    let bytes = Array(text.utf8).filter { !HeaderSketch.isParenthesis($0) }
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

  /// What stands before or around a word.
  struct Place {
    /// Whether an era can stand there.
    let isBesideDate: Bool
    /// Whether a word that is both a day period and an era (`AM`, Anno Mundi) is the era.
    let isEraFirst: Bool
  }

  /// The meaning of letters, and the locale that told it.
  private func meaning(of letters: String, at place: Place) -> (meaning: Meaning, table: Int)? {
    let key = letters.lowercased()
    var found: (meaning: Meaning, table: Int)?
    var eras: (all: [Era], table: Int)?
    for index in knowers[key] ?? [] {
      guard let meaning = tables[index].meanings[key] else { continue }
      if case .era(let more) = meaning {
        // One word can be different eras in two languages: all of them are candidates.
        eras = (
          (eras?.all ?? []) + more.filter { eras?.all.contains($0) != true }, eras?.table ?? index
        )
        continue
      }
      if meaning == .literal, place.isBesideDate, Self.clockWords.contains(key) { continue }
      if found == nil { found = (meaning, index) }
    }
    guard let eras, place.isBesideDate, place.isEraFirst || found == nil else { return found }
    return (.era(eras.all), eras.table)
  }

  /// Reads a run of words, two or more of which may be one (`p. m.`); nil where one stays unknown.
  func read(_ words: [String], at place: Place) -> [Reading]? {
    if words.isEmpty { return [] }
    for count in stride(from: words.count, through: 1, by: -1) {
      let letters = words.prefix(count).joined()
      guard let known = meaning(of: Self.letters(of: letters), at: place) else { continue }
      // Of two words that are alike the era stands beside the date.
      var next = place
      if case .era = known.meaning { next = Place(isBesideDate: false, isEraFirst: false) }
      if let rest = read(Array(words.dropFirst(count)), at: next) {
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

  /// Day periods, by language, that phones write by other versions of CLDR than ours: ICU 78 abbreviates the Persian ones,
  /// ICU 72 does not.
  private static let otherPeriods: [String: [(letters: String, meaning: Meaning)]] = [
    "fa": [("قظ", .hours(morning)), ("بظ", .hours(afternoon))]
  ]

  private static let hoursOfDay: [Int64] = (0..<24).map { $0 * 3600 }

  private static func table(of locale: String) -> Table {
    var words: [(letters: String, meaning: Meaning)] = []
    // AM and PM are the same all day; the flexible periods only fill in what these do not name.
    for patterns in [periodPatterns, flexiblePatterns] {
      let written = ICU.format(hoursOfDay, by: patterns, in: locale).map { letters(of: $0) }
      var hours: [String: UInt32] = [:]
      for (index, word) in written.enumerated() where !word.isEmpty {
        hours[word.lowercased(), default: 0] |= 1 << UInt32(index % 24)
      }
      words += written.filter { !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 0x30 >= 10 } }.map {
        ($0, .hours(hours[$0.lowercased()] ?? 0))
      }
    }
    words += otherPeriods[ICU.language(of: locale)] ?? []
    // A locale's own calendar can have patterns of its own.
    var names = [locale]
    if ICU.calendar(of: locale) != "gregorian" { names.append(locale + "@calendar=gregorian") }
    words += names.flatMap(ICU.headerPatterns).flatMap { literals(in: $0) }.map { ($0, .literal) }
    return Table(locale: locale, words: words)
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
      if !word.isEmpty { words.append(letters(of: word)) }
      word = ""
    }
    if !word.isEmpty { words.append(letters(of: word)) }
    return words
  }

  /// 2022-07-01 and 2010-07-01: the two eras of the Japanese calendar that exports can be of.
  private static let eraSamples = [19174, 14791]
  private static let eraPatterns = ["G", "GGGG", "GGGGG"]

  /// Every era of a calendar that chats can be of; none of those that write none.
  private static let eras: [(calendar: String, day: Int, era: Era)] = {
    var eras: [(calendar: String, day: Int, era: Era)] = []
    for calendar in ICU.calendars where CalendarReading.cyclic[calendar] == nil {
      var known: Set<Int> = []
      for day in eraSamples {
        guard let there = ICU.year(in: calendar, onDay: day), known.insert(there.era).inserted,
          let here = ICU.year(in: "gregorian", onDay: day)
        else { continue }
        let isAlike = CalendarReading.gregorianLike.contains(calendar)
        let offset = isAlike ? here.extended - there.year : nil
        eras.append((calendar, day, Era(calendar: calendar, gregorianOffset: offset)))
      }
    }
    return eras
  }()

  /// Asks ICU for the names of eras in more locales: dear, so only for a word in a date that nothing else explains.
  mutating func addEras(_ locales: some Sequence<String>) {
    var known = Set(tables.map(\.locale))
    for locale in locales where known.insert(locale + "@eras").inserted {
      let name = locale + "@eras"
      add(Self.cached(name) { Self.eraTable(of: locale) })
    }
  }

  private static func eraTable(of locale: String) -> Table {
    let bare = locale.split(separator: "@").first.map(String.init) ?? locale
    var meanings: [String: [Era]] = [:]
    var names: [String: [Substring]] = [:]
    var spellings: [String] = []
    for (calendar, day, era) in eras {
      // The kinds of the Islamic calendar differ in their months alone.
      let namesake = calendar.hasPrefix("islamic") ? "islamic" : calendar
      let key = "\(namesake) \(day)"
      let written =
        names[key]
        ?? ICU.format(
          [Int64(day) * 86_400], by: eraPatterns, in: "\(bare)@calendar=\(namesake);numbers=latn")
      names[key] = written
      let words = written.map { letters(of: $0) }.filter {
        $0.utf8.first.map { $0 &- 0x30 >= 10 } ?? false
      }
      spellings += words
      for word in Set(words.map { $0.lowercased() }) { meanings[word, default: []].append(era) }
    }
    return Table(
      locale: locale + "@eras",
      words: spellings.map { ($0, .era(meanings[$0.lowercased()] ?? [])) })
  }

  /// Asks ICU how a locale marks the second of two months of one number.
  ///
  /// - Parameter locale: with the calendar, `zh@calendar=chinese`.
  mutating func addLeapMonth(_ locale: String) {
    let name = locale + "@leap"
    guard CalendarReading.cyclic[ICU.calendar(of: locale)] != nil,
      !tables.contains(where: { $0.locale == name })
    else { return }
    // 2023-04-01: a leap month of both calendars.
    let written = ICU.format([19448 * 86_400], by: ["M", "MM"], in: locale)
    let words = written.map { word in Self.letters(of: String(word.filter { !$0.isNumber })) }
    add(Table(locale: name, words: words.filter { !$0.isEmpty }.map { ($0, .leapMonth) }))
  }
}
