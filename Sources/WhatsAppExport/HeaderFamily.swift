/// The lines of a text that have headers of one shape, and what they show of it.
struct HeaderFamily {
  /// What headers of one shape have in common.
  struct Key: Hashable {
    let frame: HeaderReader.Frame
    let isTimeFirst: Bool
    let firstSeparator: UInt8
    let secondSeparator: UInt8
    let timeSeparator: UInt8

    init(_ sketch: HeaderSketch) {
      frame = sketch.frame
      isTimeFirst = sketch.isTimeFirst
      firstSeparator = sketch.firstDateGap.punctuation.first ?? 0
      secondSeparator = sketch.secondDateGap.punctuation.first ?? 0
      timeSeparator = sketch.timeGaps.first?.punctuation.first ?? 0
    }
  }

  let key: Key
  let firstLine: Int
  private(set) var sketches: [HeaderSketch]
  /// Whether a word that is both a day period and an era is the era: `24/07/5782 AM 20:41`, in the year of the world.
  private(set) var isEraFirst = false

  /// The families of a text's first part, those with the most lines first.
  static func collect(_ head: Span<UInt8>) -> [HeaderFamily] {
    var families: [Key: HeaderFamily] = [:]
    var found = 0
    TextWalk.overLines(of: head) { bytes, start, end, line in
      if var sketch = HeaderSketch(bytes, at: start, lineEnd: end) {
        if sketch.endsInInitial, let bare = sketch.bare { sketch = bare }
        let key = Key(sketch)
        families[key, default: HeaderFamily(key: key, firstLine: line, sketches: [])]
          .sketches.append(sketch)
        found += 1
      }
      return found < sampleLimit
    }
    return families.values.sorted {
      ($1.sketches.count, $0.firstLine) < ($0.sketches.count, $1.firstLine)
    }
  }

  /// As many headers show a shape; the proof of the order reads on.
  private static let sampleLimit = 2000

  /// The same lines if the colon that ends their headers is the author's: `13. 6. 2018. 21:25:15 A: x`.
  var bare: HeaderFamily? {
    let bare = sketches.compactMap(\.bare)
    return bare.first.map { HeaderFamily(key: Key($0), firstLine: firstLine, sketches: bare) }
  }

  /// The lines whose years are written with four digits and those where they are written with two, where there are both: each
  /// has its own order, since the text may be joined from those of two phones. Those with the most lines first.
  var parts: [HeaderFamily] {
    [true, false].map { hasLongYear in
      var part = self
      part.sketches.removeAll { $0.hasLongYear != hasLongYear }
      return part
    }.filter { !$0.sketches.isEmpty }.sorted { $0.sketches.count > $1.sketches.count }
  }

  /// Of a part's lines.
  var hasLongYear: Bool { sketches.first?.hasLongYear ?? false }

  /// Keeps the lines whose words are all known; those with others are no headers. Asks ICU for ever more locales while
  /// there are unknown words that come back.
  ///
  /// - Parameters:
  ///   - suspects: ICU names of the locales to ask first.
  ///   - given: the one that the user gave.
  mutating func keepKnownWords(
    _ words: inout HeaderWords, suspects: [String], given: String?
  ) {
    words.add(suspects)
    if let given { words.addLeapMonth(given) }
    let bare = { ICU.locales.filter { ICU.region(of: $0).isEmpty } }
    // Each next step is dearer: a locale is some 0.3 ms, its eras 2 ms.
    let steps: [(inout HeaderWords, [UInt32]) -> Void] = [
      { words, _ in words.addEras(suspects + ["en"]) },
      { $0.add(Self.locales(bare(), writing: $1)) },
      { $0.add(Self.locales(ICU.locales, writing: $1)) },
      { words, _ in words.addEras(bare()) },
    ]
    for step in steps {
      let unknown = sketches.filter { $0.read(by: words, isEraFirst: isEraFirst) == nil }
      // A single strange line among many is no reason to ask the whole world.
      if unknown.isEmpty || unknown.count == 1 && sketches.count >= 20 { break }
      step(&words, Self.letters(of: unknown))
    }
    tellErasFromPeriods(&words, suspects: suspects, bare: bare, given: given)
    let known = words
    sketches.removeAll { $0.read(by: known, isEraFirst: isEraFirst) == nil }
    let periods = periods(in: words)
    guard !periods.isEmpty, speaker(of: periods, words).suited < periods.count else { return }
    // Regions of one language can mean different hours by one word: `da manhã`.
    let spoken = Set(periods.flatMap(\.words))
    let languages = Set(
      words.tables.filter { table in
        !table.locale.isEmpty && spoken.allSatisfy { table.meanings[$0] != nil }
      }.map { ICU.language(of: $0.locale) })
    words.add(ICU.locales.filter { languages.contains(ICU.language(of: $0)) })
  }

  /// A day period with an hour over 12, beside another one, or beside a year that only the count from the creation
  /// reaches, is an era.
  private mutating func tellErasFromPeriods(
    _ words: inout HeaderWords, suspects: [String], bare: () -> [String], given: String?
  ) {
    let calendar = given.map(ICU.calendar) ?? "gregorian"
    isEraFirst =
      calendar != "gregorian" || contradictions(words) > 0
      || sketches.count { $0.date.contains { $0.digits == 4 && $0.value >= 5000 } } * 2
        > sketches.count
    guard isEraFirst else { return }
    words.addEras(suspects + ["en"])
    if contradictions(words) > 0 { words.addEras(bare()) }
  }

  /// How many lines have two day periods, or one and an hour that it cannot cover.
  private func contradictions(_ words: HeaderWords) -> Int {
    sketches.count { sketch in
      let periods = (sketch.read(by: words, isEraFirst: isEraFirst) ?? []).flatMap(\.words).count {
        if case .hours = $0.meaning { true } else { false }
      }
      return periods > 1 || periods == 1 && sketch.hour.value > 12
    }
  }

  /// The locale whose day periods suit the most lines; the first asked where several do. Nil when none suits any.
  func speaker(of words: HeaderWords) -> HeaderWords.Table? {
    speaker(of: periods(in: words), words).table
  }

  /// What some lines say of day periods, with the hour beside.
  private func periods(in words: HeaderWords) -> [(hour: Int, words: [String])] {
    sketches.prefix(500).compactMap { sketch in
      let said = (sketch.read(by: words, isEraFirst: isEraFirst) ?? []).flatMap(\.words).filter {
        if case .hours = $0.meaning { true } else { false }
      }
      return said.isEmpty
        ? nil : (sketch.hour.value, said.map { HeaderWords.letters(of: $0.letters).lowercased() })
    }
  }

  private func speaker(
    of periods: [(hour: Int, words: [String])], _ words: HeaderWords
  ) -> (table: HeaderWords.Table?, suited: Int) {
    var best: (table: HeaderWords.Table?, suited: Int) = (nil, 0)
    let said = Set(periods.flatMap(\.words))
    for table in words.tables where said.contains(where: { table.meanings[$0] != nil }) {
      let suited = periods.count { line in
        line.words.allSatisfy { word in
          guard case .hours(let hours) = table.meanings[word], line.hour <= 12 else { return false }
          let early = UInt32(line.hour % 12)
          return (hours >> early & 1) + (hours >> (early + 12) & 1) == 1
        }
      }
      if suited > best.suited { best = (table, suited) }
    }
    return best
  }

  /// The letters in which lines are told apart by their script; few are enough.
  private static func letters(of sketches: [HeaderSketch]) -> [UInt32] {
    let words = sketches.prefix(50).flatMap(\.gaps).flatMap(\.words)
    return Array(Set(words.flatMap(\.unicodeScalars).map(\.value)))
  }

  /// The locales that can have words of such letters. In Latin ones any can.
  private static func locales(_ all: [String], writing letters: [UInt32]) -> [String] {
    if letters.isEmpty || letters.contains(where: { ICU.writes($0, in: "en") }) { return all }
    return all.filter { locale in letters.contains { ICU.writes($0, in: locale) } }
  }

  /// Whether some first number of a date is no day.
  var beginsOver31: Bool { sketches.contains { ($0.date.first?.value ?? 0) > 31 } }

  /// What the text shows of its dates' zeros and years.
  var sample: DateShape.Sample {
    var sample = DateShape.Sample(
      firstSeparator: key.firstSeparator, secondSeparator: key.secondSeparator)
    for sketch in sketches { sample.add(Array(sketch.date)) }
    return sample
  }

  /// The digits beyond ASCII that the text uses; Latin ones if none.
  var digits: DigitSet {
    let own = sketches.compactMap(\.ownDigit)
    guard own.count * 2 >= sketches.count, let scalar = own.first else { return .latin }
    return DigitSet.all.first { $0.value(of: scalar) != nil } ?? .latin
  }
}
