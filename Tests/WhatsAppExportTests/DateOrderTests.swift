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
      evidence: .locale, reason: "the given locale writes the year first"),
    Case(
      name: "a year in front that nothing speaks for", dates: ["22/04/05"], order: .dmy,
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
    Code(line: "27/05/22, 10:00 - A: x", code: nil),
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
