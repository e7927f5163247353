/// Which orders the shape of a family's dates leaves open: those that locales write so.
struct OrderHabit {
  /// The orders that the digits leave open.
  let possible: [DateOrder]
  private let sample: DateShape.Sample
  private let isPeriodBefore: Bool
  /// Whether an era stands before everything; nil where none is written.
  private let isEraFirst: Bool?
  private let givenRows: GivenRows

  /// The shapes of the locale that the user gave.
  private struct GivenRows {
    let locale: String?
    let key: HeaderFamily.Key

    /// Those with the text's separators, or all if none has them.
    func rows(in calendars: Set<String>) -> (rows: [DateShape.Row], areSuiting: Bool) {
      guard let locale else { return ([], false) }
      let all = calendars.flatMap { LocaleChoice.rows(of: locale, calendar: $0) }
      let suiting = all.filter {
        $0.firstSeparator == key.firstSeparator && $0.secondSeparator == key.secondSeparator
      }
      return suiting.isEmpty ? (all, false) : (suiting, true)
    }

    func hasYearFirst(in calendars: Set<String>) -> Bool {
      let (rows, areSuiting) = rows(in: calendars)
      return areSuiting && rows.contains { $0.order == .ymd }
    }
  }

  /// - Parameter given: ICU name of the locale that the user gave.
  init(_ family: HeaderFamily, _ speech: HeaderSpeech, given: String?) {
    sample = family.sample
    isPeriodBefore = speech.isPeriodBefore
    isEraFirst = speech.eraPlaces.isEmpty ? nil : speech.eraPlaces.contains { $0 <= 0 }
    givenRows = GivenRows(locale: given, key: family.key)
    let sample = sample
    var possible = DateShape.possibleOrders(sample)
    if isEraFirst == nil {
      // Years of one digit are those of an era.
      possible.removeAll { sample.isTooShortForYear($0 == .ymd ? 0 : 2) }
      let isWritten =
        sample.isLong[0] || isPeriodBefore || family.beginsOver31
        || givenRows.hasYearFirst(in: Self.asked(given))
        || DateShape.writtenOrders(sample, isPeriodBefore: false).contains(.ymd)
      if !isWritten { possible.removeAll { $0 == .ymd } }
    }
    self.possible = possible
  }

  private static func asked(_ given: String?) -> Set<String> {
    ["gregorian", given.map(ICU.calendar) ?? "gregorian"]
  }

  /// The orders that some locale writes so in one of the calendars.
  func written(in calendars: Set<String>) -> Set<DateOrder> {
    var written: Set<DateOrder> = []
    if let isEraFirst {
      for calendar in calendars {
        written.formUnion(
          DateShape.writtenOrders(sample, calendar: calendar, isEraFirst: isEraFirst))
      }
    } else {
      written = DateShape.writtenOrders(sample, isPeriodBefore: isPeriodBefore)
      // A year of two digits in front needs a reason.
      if givenRows.hasYearFirst(in: calendars) {
        written.insert(.ymd)
      } else if !sample.isLong[0] && !isPeriodBefore {
        written.remove(.ymd)
      }
    }
    return written.intersection(possible)
  }

  /// The orders of the given locale in these calendars: those that have the text's separators, if any has.
  func localeOrders(in calendars: Set<String>) -> Set<DateOrder> {
    Set(givenRows.rows(in: calendars).rows.map(\.order))
  }
}
