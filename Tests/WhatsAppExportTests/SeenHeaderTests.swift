import Testing

@testable import WhatsAppExport

/// Every shape of header that was seen in exports, one line of each read on its own.
struct SeenHeaderTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let line: String
    let platform: ChatShape.Platform
    /// nil: nothing but the user can tell.
    let order: DateOrder?
    let time: String
    var body = "A: x"
    var testDescription: String { line }

    init(
      _ line: String, _ platform: ChatShape.Platform, _ order: DateOrder?, _ time: String,
      body: String = "A: x"
    ) {
      (self.line, self.platform, self.order, self.time) = (line, platform, order, time)
      self.body = body
    }
  }

  static let rows: [Row] = [
    Row("[3/27/22, 21:41:35] A: x", .ios, .mdy, "2022-03-27T21:41:35"),
    Row("[07/12/17, 11:45:07 AM] A: x", .ios, nil, "2017-12-07T11:45:07"),
    Row("[17/05/21, 9:15:42 PM] A: x", .ios, .dmy, "2021-05-17T21:15:42"),
    Row("[13/11/2025, 12:25:55\u{202F}PM] A: x", .ios, .dmy, "2025-11-13T12:25:55"),
    Row("[31/12/2019, 2:14:40 a.m.] A: x", .ios, .dmy, "2019-12-31T02:14:40"),
    Row("[05.08.23, 5:52:02\u{202F}PM] A: x", .ios, .dmy, "2023-08-05T17:52:02"),
    Row("[19.04.17, 20:43:09] A: x", .ios, .dmy, "2017-04-19T20:43:09"),
    Row("[07.03.26, 21:22:39] A: x", .ios, .dmy, "2026-03-07T21:22:39"),
    Row("[17.9.2019, 16:37:47] A: x", .ios, .dmy, "2019-09-17T16:37:47"),
    Row("[3/27/22 21:41:55] A: x", .ios, .mdy, "2022-03-27T21:41:55"),
    Row("[29/9/20 10:13:49] A: x", .ios, .dmy, "2020-09-29T10:13:49"),
    Row("[27-11-18 18:43:20] A: x", .ios, .dmy, "2018-11-27T18:43:20"),
    Row("[5.05.2017 18:01:12] A: x", .ios, .dmy, "2017-05-05T18:01:12"),
    Row("[3/27/22 21.41.55] A: x", .ios, .mdy, "2022-03-27T21:41:55"),
    Row("[1/12/23 2:05:44] A: x", .ios, nil, "2023-12-01T02:05:44"),
    Row("[14:56:01, 3/18/22] A: x", .ios, .mdy, "2022-03-18T14:56:01"),
    Row("[3/18/2565 BE, 14:56:01] A: x", .ios, .mdy, "2022-03-18T14:56:01"),
    Row("[3/18/R4, 14:56:01] A: x", .ios, .mdy, "2022-03-18T14:56:01"),
    Row(
      "\u{200F}[٢٧\u{200F}/٣\u{200F}/٢٠٢٢، ٩:٤١:٥٥\u{A0}م] A: x", .ios, .dmy,
      "2022-03-27T21:41:55"),
    Row(
      "\u{200F}[\u{200F}27\u{200F}/3\u{200F}/2022، 21:41:55] A: x", .ios, .dmy,
      "2022-03-27T21:41:55"),
    Row("[2026/7/9 02:28:09] A: x", .ios, .ymd, "2026-07-09T02:28:09"),
    Row("[2018/06/13, 21:25:15] A: x", .ios, .ymd, "2018-06-13T21:25:15"),
    Row("2016-06-27, 8:04:08 AM: A: x", .ios, .ymd, "2016-06-27T08:04:08"),
    Row("3/24/14, 1:59:59 PM: A: x", .ios, .mdy, "2014-03-24T13:59:59"),
    Row("24/3/14, 13:59:59: A: x", .ios, .dmy, "2014-03-24T13:59:59"),
    Row("09/12/2012 17:03:48: A: x", .ios, .dmy, "2012-12-09T17:03:48"),
    Row("13.06.18 21.25.15: A: x", .ios, .dmy, "2018-06-13T21:25:15"),
    Row("13. 6. 2018. 21:25:15 A: x", .ios, .dmy, "2018-06-13T21:25:15"),
    Row("13. 6. 2018. 21:25:15: A: x", .ios, .dmy, "2018-06-13T21:25:15"),
    Row("9/19/26, 9:52\u{202F}AM - A: x", .android, .mdy, "2026-09-19T09:52"),
    Row("9/19/26, 09:52 - A: x", .android, .mdy, "2026-09-19T09:52"),
    Row("19/09/2026, 09:52 - A: x", .android, .dmy, "2026-09-19T09:52"),
    Row("19/09/26, 9:52\u{202F}am - A: x", .android, .dmy, "2026-09-19T09:52"),
    Row("09/10/2023, 11:11\u{202F}am - A: x", .android, .dmy, "2023-10-09T11:11"),
    Row("03.08.21, 12:30 - A: x", .android, .dmy, "2021-08-03T12:30"),
    Row("23.03.2022, 13:31 - A: x", .android, .dmy, "2022-03-23T13:31"),
    Row("12.02.19, 14:22 - A: x", .android, .dmy, "2019-02-12T14:22"),
    Row("23.03.22 13:31 - A: x", .android, .dmy, "2022-03-23T13:31"),
    Row("23-03-2022 13:31 - A: x", .android, .dmy, "2022-03-23T13:31"),
    Row("18/12/19 15:57 - A: x", .android, .dmy, "2019-12-18T15:57"),
    Row("28/3/2025, 9:29 p. m. - A: x", .android, .dmy, "2025-03-28T21:29"),
    Row("28/3/2025, 9:29\u{202F}p.\u{A0}m. - A: x", .android, .dmy, "2025-03-28T21:29"),
    Row("20/6/2017 8:28 p.\u{A0}m. - A: x", .android, .dmy, "2017-06-20T20:28"),
    Row("30/08/25 18.00 - A: x", .android, .dmy, "2025-08-30T18:00"),
    Row("13/06/2018 à 21:25 - A: x", .android, .dmy, "2018-06-13T21:25"),
    Row("13/06/2018 às 21:25 - A: x", .android, .dmy, "2018-06-13T21:25"),
    Row("[6/13/18 at 9:25:07 PM] A: x", .ios, .mdy, "2018-06-13T21:25:07"),
    Row("13.06.18 um 21:25 - A: x", .android, .dmy, "2018-06-13T21:25"),
    Row("13.6.2018 klo 21.25 - A: x", .android, .dmy, "2018-06-13T21:25"),
    Row("13-06-2018 21.25 - A: x", .android, .dmy, "2018-06-13T21:25"),
    Row("۲۰۲۱/۵/۳۰، ۱۸:۴۴ - A: x", .android, .ymd, "2021-05-30T18:44"),
    Row("1/5/2025، 09:17 - A: x", .android, .dmy, "2025-05-01T09:17"),
    Row("24/8/21 PM 1:28 - A: x", .android, nil, "2021-08-24T13:28"),
    Row("10.3.2023, 10:49 - A: x", .android, .dmy, "2023-03-10T10:49"),
    Row("5/6/19, 3.06 PM - A: x", .android, nil, "2019-06-05T15:06"),
    Row("6/10/20, 10:22 am - A: x", .android, nil, "2020-10-06T10:22"),
    Row("5/16/19, 3:06 PM \u{2013} A: x", .android, .mdy, "2019-05-16T15:06"),
    // What current locale data write where the table of sightings has no line.
    Row("[2023-01-05 14 h 30 min 15 s] A: x", .ios, .ymd, "2023-01-05T14:30:15"),
    Row("2023-01-05 14 h 30 - A: x", .android, .ymd, "2023-01-05T14:30"),
    Row("2023. 01. 05. 14:30 - A: x", .android, .ymd, "2023-01-05T14:30"),
    Row("5.01.23 г., 14:30 - A: x", .android, .dmy, "2023-01-05T14:30"),
    Row("2023/1/5\u{2009}下午2:30 - A: x", .android, .ymd, "2023-01-05T14:30"),
    Row("14:30 13/1/23 - A: x", .android, .dmy, "2023-01-13T14:30"),
    Row("23. 1. 5. PM 2:30 - A: x", .android, .ymd, "2023-01-05T14:30"),
  ]

  @Test(arguments: rows)
  func readsOneLineOnItsOwn(_ row: Row) throws {
    let bench = try GrammarBench(row.line + "\n")
    let shape = bench.grammar.shape
    #expect(shape.platform == row.platform)
    if let order = row.order {
      #expect(shape.dateOrder == order)
      #expect(shape.dateOrderEvidence == .proved, "\(shape.dateOrderReason)")
    } else {
      #expect(shape.dateOrderEvidence == .ambiguous, "\(shape.dateOrderReason)")
      #expect(bench.grammar.problems.map(\.code) == ["date-order-ambiguous"])
      #expect(bench.grammar.ambiguity?.readings.count == 2)
    }
    #expect(bench.headers.map(\.time) == [row.time])
    #expect(bench.headers.map(\.body) == [row.body])
  }

  @Test(arguments: [
    "[09/04, 19:15] A: x", "[1/16, 3:14 PM] A: x", "01.04.2015 - 16:00:27; ME: x", "hello",
    "see you 3/4/22, 10:30 - bring: cake", "[3/27/22, 21:61:35] A: x", "[13/27/22, 21:41:35] A: x",
    "[3/27/22, 21:41:35]A: x", "2022", "", "[", "\u{200E}",
  ])
  func refusesWhatIsNoHeader(_ line: String) {
    #expect(throws: ExportError.self) { try GrammarBench(line + "\n") }
  }

  @Test func aPastedCopyIsNoHeader() throws {
    let bench = try GrammarBench(
      """
      [27/03/22, 21:41:35] A: look
      [09/04, 19:15] A: x
      [1/16, 3:14 PM] A: x
      [27/03/22, 21:41] B: y
      27/03/22, 21:42 - B: y
      [28/03/22, 21:42:35] B: z
      """)
    #expect(bench.headers.map(\.body) == ["A: look", "B: z"])
  }

  @Test func anUnknownShapeShowsTheFirstLinesWithoutTheirWords() {
    let error = #expect(throws: ExportError.self) {
      try GrammarBench("Dear Bob, 12 o'clock\n\nYours")
    }
    #expect(
      error
        == .headerUnknown(outlines: [
          LineOutline(line: 1, outline: "aaaa aaa, 00 a'aaaaa"),
          LineOutline(line: 3, outline: "aaaaa"),
        ]))
    #expect(error?.headerWords?.code == "header-unknown")
    #expect(
      error?.headerWords?.description == """
        no line begins with a date and a time as phones write them (letters as a, digits as 0: line 1: \
        “aaaa aaa, 00 a'aaaaa”, line 3: “aaaaa”); check that this is the text of a WhatsApp chat export, and give \
        --locale for an unusual phone language
        """)
  }
}
