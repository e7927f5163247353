import Testing

@testable import WhatsAppExport

/// What decides the order of day, month and year.
struct DateOrderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// Dates, one line each; or whole lines where they hold more.
    let dates: [String]
    var given: DateOrder?
    var locale: String?
    let order: DateOrder
    let evidence: ChatShape.OrderEvidence
    let reason: String
    var problems: [String] = []
    var testDescription: String { name }

    var text: String {
      dates.map { $0.contains(":") ? $0 + "\n" : "\($0), 10:00 - A: x\n" }.joined()
    }
  }

  static let cases: [Case] = [
    Case(
      name: "a first number over 12", dates: ["05/04/22", "06/04/22", "27/04/22"], order: .dmy,
      evidence: .proved, reason: "27 in line 3 cannot be a month"),
    Case(
      name: "a second number over 12", dates: ["5/4/22", "5/27/22"], order: .mdy,
      evidence: .proved, reason: "27 in line 2 cannot be a month"),
    Case(
      name: "four digits in front", dates: ["2022-04-05"], order: .ymd, evidence: .proved,
      reason: "the year comes first"),
    Case(
      name: "four digits at the end", dates: ["05/04/2022"], order: .dmy, evidence: .proved,
      reason: "phones write dates of this shape in no other order"),
    Case(
      name: "dots", dates: ["05.04.22"], order: .dmy, evidence: .proved,
      reason: "phones write dates of this shape in no other order"),
    Case(
      name: "dates that run forward only in an order that no phone writes",
      dates: ["03/04/2024", "03/04/2024", "04/03/2024", "04/03/2024"], order: .dmy,
      evidence: .ambiguous, reason: "nothing in the text tells day and month apart",
      problems: ["date-order-ambiguous"]),
    Case(
      name: "the user's word where dates run forward only in an order that no phone writes",
      dates: ["03/04/2024", "03/04/2024", "04/03/2024", "04/03/2024"], given: .mdy, order: .mdy,
      evidence: .given, reason: "--date-order says so"),
    Case(
      name: "dates that run back in one order",
      dates: ["11/03/22", "12/03/22", "01/04/22", "02/04/22"], order: .dmy, evidence: .proved,
      reason: "dates would run backwards once in any other order"),
    Case(
      name: "dates that run back in the other order",
      dates: ["03/11/22", "03/12/22", "04/01/22", "04/12/22", "05/01/22", "05/02/22"],
      order: .mdy, evidence: .proved, reason: "dates would run backwards 2 times in any other order"
    ),
    Case(
      name: "dates that run forward in both", dates: ["01/03/22", "02/03/22", "03/03/22"],
      order: .dmy, evidence: .ambiguous, reason: "nothing in the text tells day and month apart",
      problems: ["date-order-ambiguous"]),
    Case(
      name: "a late notice at the beginning proves nothing",
      dates: ["05/03/22", "01/04/22", "02/04/22"], order: .dmy, evidence: .ambiguous,
      reason: "nothing in the text tells day and month apart", problems: ["date-order-ambiguous"]),
    Case(
      name: "an attachment of Android",
      dates: ["05/04/22, 10:00 - A: IMG-20220504-WA0001.jpg (file attached)"], order: .mdy,
      evidence: .proved, reason: "the attachment named in line 1 carries its date"),
    Case(
      name: "an attachment of iOS",
      dates: [
        "[05/04/22, 11:00:00] A: look", "<attached: 00000012-PHOTO-2022-04-05-11-00-00.jpg>",
      ], order: .dmy, evidence: .proved, reason: "the attachment named in line 2 carries its date"),
    Case(
      name: "an old picture proves nothing",
      dates: ["05/04/22, 10:00 - A: IMG-20210101-WA0001.jpg (file attached)"], order: .dmy,
      evidence: .ambiguous, reason: "nothing in the text tells day and month apart",
      problems: ["date-order-ambiguous"]),
    Case(
      name: "an attachment that came days later",
      dates: ["05/04/22, 10:00 - A: IMG-20220506-WA0001.jpg (file attached)"], order: .mdy,
      evidence: .proved, reason: "the attachment named in line 1 carries its date"),
    Case(
      name: "one old picture among many that fits by chance",
      dates: (1...9).map { "05/04/22, 10:0\($0) - A: IMG-2021010\($0)-WA0001.jpg (file attached)" }
        + ["05/04/22, 11:00 - A: IMG-20220504-WA0001.jpg (file attached)"],
      order: .dmy, evidence: .ambiguous, reason: "nothing in the text tells day and month apart",
      problems: ["date-order-ambiguous"]),
    Case(
      name: "days close together",
      dates: ["01/03/22", "02/03/22", "05/03/22", "06/03/22", "09/03/22", "10/03/22"], order: .dmy,
      evidence: .proved,
      reason: "in any other order each date would be four weeks or more after the one before"),
    Case(
      name: "days close together, with the month first",
      dates: ["3/01/22", "3/02/22", "3/05/22", "3/06/22", "3/09/22", "3/10/22"].map {
        $0.replacing("/0", with: "/")
      }, order: .mdy, evidence: .proved,
      reason: "in any other order each date would be four weeks or more after the one before"),
    Case(
      name: "a reminder of every month, which may be days in a row",
      dates: (1...9).map { "01/0\($0)/22" }, order: .dmy, evidence: .ambiguous,
      reason: "nothing in the text tells day and month apart", problems: ["date-order-ambiguous"]),
    Case(
      name: "talk on days in a row",
      dates: (1...9).flatMap { day in Array(repeating: "0\(day)/03/22", count: 6) }, order: .dmy,
      evidence: .proved,
      reason: "in any other order each date would be four weeks or more after the one before"),
    Case(
      name: "two messages a day apart prove nothing", dates: ["03/05/22", "04/05/22"], order: .dmy,
      evidence: .ambiguous, reason: "nothing in the text tells day and month apart",
      problems: ["date-order-ambiguous"]),
    Case(
      name: "a language in another region, as iPhones write it", dates: ["5/4/22"], locale: "de-US",
      order: .mdy, evidence: .locale, reason: "the given locale writes the month first"),
    Case(
      name: "a language in another region, as Android phones write it", dates: ["05.04.22"],
      locale: "de-US", order: .dmy, evidence: .proved,
      reason: "phones write dates of this shape in no other order"),
    Case(
      name: "a language and a region that disagree", dates: ["5/4/22"], locale: "vi-US",
      order: .dmy, evidence: .ambiguous, reason: "nothing in the text tells day and month apart",
      problems: ["date-order-ambiguous"]),
    Case(
      name: "equal days in every order", dates: ["04/04/22", "05/05/22"], order: .dmy,
      evidence: .proved, reason: "every date is the same day in either order"),
    Case(
      name: "the user's word", dates: ["05/04/22"], given: .mdy, locale: "en-GB", order: .mdy,
      evidence: .given, reason: "--date-order says so"),
    Case(
      name: "the user's word against the habits of locales", dates: ["05/04/2022"], given: .mdy,
      order: .mdy, evidence: .given, reason: "--date-order says so"),
    Case(
      name: "the user's word against the text", dates: ["27/04/22"], given: .mdy, order: .dmy,
      evidence: .proved, reason: "27 in line 1 cannot be a month",
      problems: ["date-order-contradicted"]),
    Case(
      name: "the locale", dates: ["05/04/22"], locale: "en-US", order: .mdy, evidence: .locale,
      reason: "the given locale writes the month first"),
    Case(
      name: "the locale against the text", dates: ["27/04/22"], locale: "en-US", order: .dmy,
      evidence: .proved, reason: "27 in line 1 cannot be a month",
      problems: ["locale-contradicted"]),
    Case(
      name: "a year in front that a locale writes", dates: ["22/04/05"], locale: "ak", order: .ymd,
      evidence: .proved, reason: "22 in line 1 cannot be a month"),
    Case(
      name: "a year in front that a locale writes, in years that may be either",
      dates: ["12/04/11"], locale: "ak", order: .ymd, evidence: .locale,
      reason: "the given locale writes the year first"),
    Case(
      name: "a year in front that nothing speaks for", dates: ["22/04/15"], order: .dmy,
      evidence: .proved, reason: "22 in line 1 cannot be a month"),
    Case(
      name: "a year in front, since no chat is of 2005", dates: ["22/04/05"], order: .ymd,
      evidence: .proved, reason: "22 in line 1 cannot be a month"),
    Case(
      name: "a year in front over 31", dates: ["32/04/05"], order: .ymd, evidence: .proved,
      reason: "32 in line 1 cannot be a day"),
    Case(
      name: "a year in front, by the run of the dates",
      dates: ["22/03/11", "22/03/12", "22/04/21", "22/05/30", "22/06/02"], order: .ymd,
      evidence: .proved, reason: "22 in line 1 cannot be a month"),
  ]

  @Test(arguments: cases)
  func isDecidedByTheStrongestEvidence(_ test: Case) throws {
    let bench = try GrammarBench(test.text, locale: test.locale, order: test.given)
    let shape = bench.grammar.shape
    #expect(shape.dateOrder == test.order)
    #expect(shape.dateOrderEvidence == test.evidence)
    #expect(shape.dateOrderReason == test.reason)
    #expect(bench.grammar.problems.map(\.code) == test.problems)
  }

  /// The languages of the markers are no evidence, whatever they are.
  @Test(arguments: ["en", "de", "pt-BR", "ko"])
  func markersNeverTellTheOrder(language: String) throws {
    let bench = try GrammarBench("05/04/22, 10:00 - A: x\n", languages: [language])
    #expect(bench.grammar.shape.dateOrderEvidence == .ambiguous)
  }

  @Test func anOpenOrderShowsBothReadingsOfOneLine() throws {
    let bench = try GrammarBench("04/04/22, 10:00 - A: x\nmore\n05/04/22, 10:00 - A: y\n")
    #expect(
      bench.grammar.ambiguity
        == .init(
          line: 3,
          readings: [
            .init(order: .dmy, date: "2022-04-05"), .init(order: .mdy, date: "2022-05-04"),
          ]))
    #expect(
      bench.grammar.problems == [
        Problem(
          "date-order-ambiguous", .error, line: 3,
          "the date in line 3 can be 2022-04-05 (dmy) or 2022-05-04 (mdy) and nothing in the text tells which; "
            + "give --date-order, or --locale of the phone")
      ])
  }

  /// The head leaves the order open; the proof stands far below it, behind a line longer than the reading buffer.
  @Test func searchesTheWholeTextForProof() throws {
    var text = String(repeating: "05/04/22, 10:00 - A: x\n", count: 2000)
    text += String(repeating: "long ", count: 100_000) + "27/04/22, 10:00 - A: x\n"
    text += String(repeating: "06/04/22, 10:00 - A: x\n", count: 2000)
    text += "4/27/22, 10:00 - A: x\n"
    let bench = try GrammarBench(text, headLines: 100)
    #expect(bench.grammar.shape.dateOrder == .mdy)
    #expect(bench.grammar.shape.dateOrderReason == "27 in line 4002 cannot be a month")
  }

  struct Dated: Sendable, CustomTestStringConvertible {
    let line: String
    var locale: String?
    /// nil: refused, or left open.
    let time: String?
    var calendar = "gregorian"
    var testDescription: String { "\(line) \(locale ?? "")" }
  }

  /// Dates worked out by hand or taken from almanacs.
  @Test(arguments: [
    Dated(line: "4/30/H31, 23:59 - A: x", time: "2019-04-30T23:59", calendar: "japanese"),
    Dated(line: "4/30/31 H, 23:59 - A: x", time: "2019-04-30T23:59", calendar: "japanese"),
    Dated(line: "5/13/R1, 00:00 - A: x", time: "2019-05-13T00:00", calendar: "japanese"),
    Dated(line: "平成31/4/30 23:59 - A: x", time: "2019-04-30T23:59", calendar: "japanese"),
    // Danish and Greek write Japanese years without their era.
    Dated(line: "30/4/31 23.59 - A: x", locale: "da-u-ca-japanese", time: nil),
    Dated(line: "1/5/1 23.59 - A: x", time: nil),
    Dated(line: "31/12/2565 BE, 23:59 - A: x", time: "2022-12-31T23:59", calendar: "buddhist"),
    Dated(line: "[13/1/66 14:30:15] A: x", time: "2023-01-13T14:30:15", calendar: "buddhist"),
    Dated(line: "民國112/1/13 14:30 - A: x", time: "2023-01-13T14:30", calendar: "roc"),
    Dated(line: "1402/01/01, 14:30 - A: x", time: "2023-03-21T14:30", calendar: "persian"),
    Dated(line: "1399/12/30, 14:30 - A: x", time: "2021-03-20T14:30", calendar: "persian"),
    Dated(line: "1400/12/30, 14:30 - A: x", time: nil),
    // 1 Ramadan 1444, by the calendar of Umm al-Qura.
    Dated(
      line: "1/9/1444 AH, 14:30 - A: x", locale: "ar-SA-u-ca-islamic-umalqura",
      time: "2023-03-23T14:30", calendar: "islamic-umalqura"),
    Dated(line: "1/9/1444 AH, 14:30 - A: x", time: nil),
    // Rosh Hashanah, and Purim of a leap year: the 14th of the seventh month, Adar II.
    Dated(
      line: "24/07/5782 AM 20:41 - A: x", locale: "fr-u-ca-hebrew", time: "2022-03-27T20:41",
      calendar: "hebrew"),
    Dated(line: "14/07/5784 AM 20:41 - A: x", time: "2024-03-24T20:41", calendar: "hebrew"),
    Dated(line: "14/06/5783 AM 20:41 - A: x", time: "2023-03-07T20:41", calendar: "hebrew"),
    Dated(line: "18/07/1738 ERA1 20:41 - A: x", time: "2022-03-27T20:41", calendar: "coptic"),
    // New year of 2023, and the first of the leap month behind the second.
    Dated(
      line: "2023-01-01 20:41 - A: x", locale: "zh-u-ca-chinese", time: "2023-01-22T20:41",
      calendar: "chinese"),
    Dated(
      line: "2023-02bis-01 20:41 - A: x", locale: "fr-u-ca-chinese", time: "2023-03-22T20:41",
      calendar: "chinese"),
    Dated(line: "2024-02bis-01 20:41 - A: x", locale: "fr-u-ca-chinese", time: nil),
    Dated(line: "2023-02bis-01 20:41 - A: x", time: nil),
    Dated(line: "24 Adar II 5782, 8:41 pm - A: x", locale: "en-u-ca-hebrew", time: nil),
  ])
  func knowsCalendars(_ test: Dated) throws {
    let bench = try? GrammarBench(test.line + "\n", locale: test.locale)
    guard let time = test.time else {
      #expect(bench.map { $0.headers.isEmpty || $0.grammar.ambiguity != nil } ?? true)
      return
    }
    #expect(bench?.headers.map(\.time) == [time])
    #expect(bench?.grammar.shape.calendar == test.calendar)
    #expect(bench?.grammar.ambiguity == nil)
  }

  @Test func anOpenCalendarShowsBothReadings() throws {
    let bench = try GrammarBench("13/9/1444 AH, 14:30 - A: x\n")
    #expect(bench.grammar.problems.map(\.code) == ["date-order-ambiguous"])
    #expect(bench.grammar.problems.map(\.severity) == [.error])
    #expect(bench.grammar.shape.dateOrderEvidence == .ambiguous)
    #expect(
      bench.grammar.problems.first?.message.contains("--locale with the phone's calendar") == true)
    #expect(Set(bench.grammar.ambiguity?.readings.map(\.date) ?? []).count == 2)
  }

  struct Code: Sendable {
    let line: String
    var languages: [String] = []
    var given: String?
    let code: String?
    var locale: String?
  }

  @Test(arguments: [
    Code(line: "5/27/22, 10:00 - A: x", languages: ["en"], code: "en-US", locale: "en-US"),
    Code(line: "27/05/22, 10:00 - A: x", languages: ["en"], code: "en-GB", locale: "en-GB"),
    Code(line: "27.05.22, 10:00 - A: x", languages: ["de"], code: "de-DE", locale: "de-DE"),
    Code(line: "27/05/2022 10:00 - A: x", languages: ["pt-BR"], code: "pt-BR", locale: "pt-BR"),
    Code(line: "5/27/22, 10:00 - A: x", languages: ["de"], code: nil, locale: "de"),
    Code(line: "5/27/22, 10:00 - A: x", languages: ["de", "en"], code: "en-US", locale: "de"),
    Code(
      line: "27/05/22, 10:00 - A: x", languages: ["en"], given: "de-AT-u-ca-gregory",
      code: "de-AT", locale: "de-AT-u-ca-gregorian"),
    Code(
      line: "27/05/22, 10:00 - A: x", languages: ["en"], given: "en-US", code: "en-GB",
      locale: "en-US"),
    Code(line: "27/05/22, 10:00 - A: x", code: "en-GB"),
    Code(line: "27/05/22, 9:41 PM - A: x", code: "en-GB"),
    Code(line: "5/27/22, 9:41 p.m. - A: x", code: "en-US"),
    Code(line: "2022-05-27, 10:00 - A: x", code: "en-ZA"),
    Code(line: "27.05.22, 10:00 - A: x", code: "en-GB"),
    Code(line: "5/27/22, 10:00 - A: x", given: "en-GB", code: "en-US", locale: "en-GB"),
    Code(line: "5/27/22, 10:00 - A: x", given: "de", code: nil, locale: "de"),
    Code(line: "[3/18/2565 BE, 14:56:01] A: x", languages: ["en"], code: nil, locale: "en-US"),
    Code(line: "٢٧/٣/٢٠٢٢، ٩:٤١ م - A: x", code: "ar-EG", locale: "ar"),
  ])
  func namesALanguageThatHoldsUnderTheOrder(_ test: Code) throws {
    let bench = try GrammarBench(
      test.line + "\n", locale: test.given, languages: test.languages)
    let shape = bench.grammar.shape
    #expect(
      shape.deviceLanguageCode(languages: test.languages, given: test.given) == test.code)
    if test.given == nil || test.given == "en-US" { #expect(shape.locale == test.locale) }
    #expect(
      shape.localeEvidence
        == (test.given != nil
          ? .given : !test.languages.isEmpty ? .text : test.locale != nil ? .dates : .none))
  }

  @Test(arguments: ["xx-YY", "english", "", "de-AT.UTF-8", "en-XQ", "12", "de-", "qqq"])
  func refusesUnknownLocales(tag: String) {
    let error = #expect(throws: ExportError.localeUnknown(name: tag)) {
      try GrammarBench("27/05/22, 10:00 - A: x\n", locale: tag)
    }
    #expect(
      error?.headerWords?.description
        == "locale “\(tag)” is unknown; give a BCP 47 tag such as en-GB, pt-BR or ar-EG")
  }

  @Test(arguments: ["de-AT", "en_GB", "zh-Hant-TW", "es-419", "ckb", "th-TH-u-ca-buddhist-nu-thai"])
  func takesEveryKnownLocale(tag: String) throws {
    _ = try LocaleChoice.resolve(tag)
  }
}
