/// What the words in a family's headers say: clock, eras, and which locale speaks.
struct HeaderSpeech {
  /// The words as `HeaderLayout` takes them.
  struct Words {
    var table: [(letters: String, meaning: HeaderLayout.Word.Meaning)] = []
    /// What to add to a year of an era to get the Gregorian year, where a calendar has several in our days; else nil.
    var eras: [Int?] = []
  }

  let isTwelveHours: Bool
  /// Whether a day period stands before the time, as where the year comes first.
  let isPeriodBefore: Bool
  /// For every word of an era those that it stands for.
  let eras: [[HeaderWords.Era]]
  /// In which gaps of the date they stand: 0 before its first number, 3 behind its last.
  let eraPlaces: Set<Int>
  /// The locale whose words the text uses, if AM and PM were not all.
  let locale: String?
  private let meanings: [String: [HeaderWords.Meaning]]

  init(_ family: HeaderFamily, words: HeaderWords) {
    var said: [String: [HeaderWords.Meaning]] = [:]
    var tables: Set<Int> = []
    var periodLines = 0
    var linesBefore = 0
    var places: Set<Int> = []
    func note(_ letters: String, _ meaning: HeaderWords.Meaning) {
      if !said[letters, default: []].contains(meaning) {
        said[letters, default: []].append(meaning)
      }
    }
    for sketch in family.sketches {
      var hasPeriod = false
      let dateStart = sketch.isTimeFirst ? sketch.numbers.count - 3 : 0
      for (gap, spoken) in sketch.read(by: words, isEraFirst: family.isEraFirst) ?? [] {
        for word in spoken {
          note(word.letters, word.meaning)
          tables.insert(word.table)
          switch word.meaning {
          case .hours:
            hasPeriod = true
            if gap == (sketch.isTimeFirst ? 0 : 3) { linesBefore += 1 }
          case .era: places.insert(gap - dateStart)
          case .literal, .leapMonth: break
          }
        }
      }
      if hasPeriod { periodLines += 1 }
    }
    isTwelveHours = periodLines * 2 >= family.sketches.count && periodLines > 0
    isPeriodBefore = linesBefore * 2 > periodLines
    eraPlaces = places
    var spoken = tables.sorted().map { words.tables[$0] }
    // One locale wrote the text: the one whose day periods suit all its hours.
    if periodLines > 0, let table = family.speaker(of: words) { spoken.insert(table, at: 0) }
    eras = said.sorted { $0.key < $1.key }.flatMap(\.value).compactMap {
      if case .era(let eras) = $0 { eras } else { nil }
    }
    locale = spoken.map(\.locale).first { !$0.isEmpty }
    // Its other words are read too, though the head does not happen to say them.
    let isWrapped = said.contains { letters, meanings in
      letters.hasPrefix("(") && meanings.contains { if case .era = $0 { true } else { false } }
    }
    var hours: [String: HeaderWords.Meaning] = [:]
    for table in spoken {
      for (key, meaning) in table.meanings {
        let spellings = [key] + [table.spellings[key]].compactMap { $0 }
        switch meaning {
        case .hours where periodLines > 0 && hours[key] == nil:
          hours[key] = meaning
          spellings.forEach { note($0, meaning) }
        case .era where !places.isEmpty:
          spellings.forEach { note(isWrapped ? "(\($0))" : $0, meaning) }
        default: break
        }
      }
    }
    for (letters, meanings) in said {
      guard let meaning = hours[letters.lowercased()] else { continue }
      said[letters] = meanings.map { if case .hours = $0 { meaning } else { $0 } }
    }
    for table in words.tables where table.locale.hasSuffix("@leap") {
      for (key, meaning) in table.meanings { note(table.spellings[key] ?? key, meaning) }
    }
    meanings = said
  }

  /// What a reader needs to know, eras of other calendars than `calendars` left out.
  func words(of calendars: Set<String>) -> Words {
    var words = Words()
    for (letters, meanings) in meanings.sorted(by: { $0.key < $1.key }) {
      for meaning in meanings {
        switch meaning {
        case .literal: words.table.append((letters, .literal))
        case .leapMonth: words.table.append((letters, .leapMonth))
        case .hours(let hours): words.table.append((letters, .hours(hours)))
        case .era(let eras):
          guard let era = eras.first(where: { calendars.contains($0.calendar) }) else { continue }
          words.table.append((letters, .era(words.eras.count)))
          words.eras.append(era.calendar == "japanese" ? era.gregorianOffset : nil)
        }
      }
    }
    return words
  }
}
