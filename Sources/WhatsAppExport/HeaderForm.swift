/// A family of headers, understood but for the order of its dates.
struct HeaderForm {
  let family: HeaderFamily
  let layout: HeaderLayout
  let isTwelveHours: Bool
  /// Whether a day period stands before the time, as where the year comes first.
  let isPeriodBefore: Bool
  let hasEra: Bool
  /// The orders that the digits leave possible, with the calendar that the year then is of.
  let candidates: [(order: DateOrder, calendar: CalendarReading)]
  /// The orders among them that some locale writes so.
  let written: Set<DateOrder>
  /// The locale whose words the text uses, if AM and PM were not all.
  private let wordLocale: String?

  /// - Parameter given: ICU name of the locale that the user gave.
  init(_ family: HeaderFamily, words: HeaderWords, given: String?) {
    self.family = family
    var said: [String: HeaderWords.Meaning] = [:]
    var tables: Set<Int> = []
    var periodLines = 0
    var linesBefore = 0
    var eraAt: [Int] = []
    for sketch in family.sketches {
      var hasPeriod = false
      let dateStart = sketch.isTimeFirst ? sketch.numbers.count - 3 : 0
      for (gap, spoken) in sketch.read(by: words) ?? [] {
        for word in spoken {
          said[word.letters] = word.meaning
          tables.insert(word.table)
          switch word.meaning {
          case .hours:
            hasPeriod = true
            if gap == (sketch.isTimeFirst ? 0 : 3) { linesBefore += 1 }
          case .era: eraAt.append(gap - dateStart)
          case .literal: break
          }
        }
      }
      if hasPeriod { periodLines += 1 }
    }
    isTwelveHours = periodLines * 2 >= family.sketches.count && periodLines > 0
    isPeriodBefore = linesBefore * 2 > periodLines
    hasEra = !eraAt.isEmpty
    var spoken = tables.sorted().map { words.tables[$0] }
    if periodLines > 0 {
      // One locale wrote the text: the one whose day periods suit all its hours. Its other words are read too, though
      // the head does not happen to say them.
      if let table = family.speaker(of: words) { spoken.insert(table, at: 0) }
      var isKnown: Set<String> = []
      for table in spoken {
        for (letters, meaning) in table.meanings where isKnown.insert(letters).inserted {
          if case .hours = meaning { said[letters] = meaning }
        }
      }
    }
    var eras: [(calendar: String, offset: Int?)] = []
    let table: [(letters: String, meaning: HeaderLayout.Word.Meaning)] = said.sorted {
      $0.key < $1.key
    }.map { letters, meaning in
      switch meaning {
      case .literal: return (letters, .literal)
      case .hours(let hours): return (letters, .hours(hours))
      case .era(let calendar, let offset):
        eras.append((calendar, offset))
        return (letters, .era(eras.count - 1))
      }
    }
    wordLocale = spoken.map(\.locale).first { !$0.isEmpty }
    layout = Self.layout(family, words: table, eras: eras.map(\.offset))
    let sample = family.sample
    let yearFirst = eraAt.contains { $0 <= 0 }
    let possible = DateShape.possibleOrders(sample).filter {
      eraAt.isEmpty || ($0 == .ymd) == yearFirst
    }
    candidates = possible.map { order in
      (
        order,
        Self.calendar(
          family, yearPosition: order == .ymd ? 0 : 2, era: eras.first?.calendar, given: given)
      )
    }
    // Calendars with eras have patterns of their own in CLDR; with an era nothing is ruled out by form.
    var written =
      hasEra ? Set(possible) : DateShape.writtenOrders(sample, isPeriodBefore: isPeriodBefore)
    if !sample.isLong[0] && !isPeriodBefore && !hasEra
      && given.flatMap(LocaleChoice.order) != .ymd
    {
      written.remove(.ymd)
    }
    if let given = given.flatMap(LocaleChoice.row), given.order == .ymd,
      given.firstSeparator == family.key.firstSeparator
    {
      written.insert(.ymd)
    }
    self.written = written.intersection(possible)
  }

  func reader(order: DateOrder) -> HeaderReader {
    let calendar = candidates.first { $0.order == order }?.calendar ?? .gregorian
    return HeaderReader(layout: layout, order: order, calendar: calendar)
  }

  private static func layout(
    _ family: HeaderFamily, words: [(letters: String, meaning: HeaderLayout.Word.Meaning)],
    eras: [Int?]
  ) -> HeaderLayout {
    let sketches = family.sketches
    let withSeconds = sketches.count(where: \.hasSeconds)
    // iOS always writes seconds; a bracket without is quoted from elsewhere. So is an odd one among ten.
    let needsSeconds =
      family.key.frame == .bracket ? withSeconds > 0 : withSeconds * 10 > sketches.count * 9
    return HeaderLayout(
      frame: family.key.frame, isTimeFirst: family.key.isTimeFirst,
      firstSeparator: family.key.firstSeparator, secondSeparator: family.key.secondSeparator,
      timeSeparator: family.key.timeSeparator,
      hasJointDash: sketches.contains { $0.joint.punctuation == [0x2D] },
      minuteDigits: sketches.contains { $0.minute.digits == 1 } ? 1 : 2,
      mayHaveSeconds: withSeconds * 10 > sketches.count, needsSeconds: needsSeconds,
      digits: family.digits, hasLead: sketches.contains { !$0.lead.isEmpty }, words: words,
      eras: eras)
  }

  /// The calendar that the years are of: by an era's word, by what the user said, and by the years themselves, since
  /// chats are of 2009 and later.
  private static func calendar(
    _ family: HeaderFamily, yearPosition: Int, era: String?, given: String?
  ) -> CalendarReading {
    if let era, let calendar = CalendarReading(named: era) { return calendar }
    let years = family.sketches.map { $0.date[$0.date.startIndex + yearPosition] }.sorted {
      $0.value < $1.value
    }
    guard let middle = years.dropFirst(years.count / 2).first else { return .gregorian }
    let wanted = given.map(ICU.calendar) ?? "gregorian"
    for name in [wanted, "gregorian", "buddhist", "persian", "islamic-umalqura", "roc", "hebrew"] {
      guard let calendar = CalendarReading(named: name) else { continue }
      if name == "gregorian" && middle.digits == 2 && (52...99).contains(middle.value) { continue }
      if name == "persian" && name != wanted && middle.value >= 1430 { continue }
      if let day = calendar.day(
        year: middle.value, digits: middle.digits, month: 6, day: 1),
        (CalendarReading.firstDay..<CalendarReading.lastDay).contains(day)
      {
        return calendar
      }
    }
    return .gregorian
  }

  /// A locale for the shape: what was given, else what the words of the text tell, else what its dates do.
  func suggestedLocale(
    given: String?, languages: [String], order: DateOrder
  ) -> (String?, ChatShape.LocaleEvidence) {
    if let given {
      let canonical = ICU.locale(fromTag: given.replacing("_", with: "-"))
      return (canonical.flatMap(ICU.tag(fromLocale:)) ?? given, .given)
    }
    for language in languages {
      guard let locale = ICU.locale(fromTag: language.replacing("_", with: "-")),
        ICU.hasLanguage(ICU.language(of: locale))
      else { continue }
      return (LocaleChoice.tag(ofLanguage: language, with: order) ?? language, .text)
    }
    let byDigits = ["arab": "ar", "arabext": "fa", "beng": "bn", "mymr": "my"]
    if let language = byDigits[layout.digits.name] { return (language, .dates) }
    if let wordLocale, !wordLocale.contains("@"), let tag = ICU.tag(fromLocale: wordLocale) {
      return (tag, .dates)
    }
    return family.key.isTimeFirst ? ("vi", .dates) : (nil, .none)
  }
}
