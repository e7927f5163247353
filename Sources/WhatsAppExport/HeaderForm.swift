/// A family of headers, understood but for the order of its dates.
struct HeaderForm {
  let family: HeaderFamily
  let layout: HeaderLayout
  let isTwelveHours: Bool
  /// Whether a day period stands before the time, as where the year comes first.
  let isPeriodBefore: Bool
  /// The ways to read the dates that digits and words leave possible.
  let candidates: [DateReading]
  /// The orders among them that some locale writes so.
  let written: Set<DateOrder>
  /// The orders of the given locale in these calendars: those that have the text's separators, if any has.
  let localeOrders: Set<DateOrder>
  /// The locale whose words the text uses, if AM and PM were not all.
  private let wordLocale: String?

  /// - Parameter given: ICU name of the locale that the user gave.
  init(_ family: HeaderFamily, words: HeaderWords, given: String?) {
    self.family = family
    let speech = HeaderSpeech(family, words: words)
    isTwelveHours = speech.isTwelveHours
    isPeriodBefore = speech.isPeriodBefore
    wordLocale = speech.locale
    let habit = OrderHabit(family, speech, given: given)
    let choice = CalendarChoice(eras: speech.eras, given: given)
    candidates = habit.possible.flatMap { order in
      let years = family.sketches.map { sketch in
        sketch.date[sketch.date.startIndex + (order == .ymd ? 0 : 2)]
      }
      return choice.calendars(of: years).map { DateReading(order: order, calendar: $0) }
    }
    let calendars = Set(candidates.map(\.calendar.name))
    layout = Self.layout(family, speech.words(of: calendars))
    written = habit.written(in: calendars)
    localeOrders = habit.localeOrders(in: calendars)
  }

  func reader(_ reading: DateReading) -> HeaderReader {
    HeaderReader(layout: layout, reading: reading)
  }

  private static func layout(
    _ family: HeaderFamily, _ speech: HeaderSpeech.Words
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
      digits: family.digits, hasLead: sketches.contains { !$0.lead.isEmpty },
      words: speech.table, eras: speech.eras)
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
