import Files
import Testing

@testable import ChatRecords

@Suite struct RecordFilterTests {
  static let bounds: [(String, RecordFilter.Bound)] = [
    ("2022-03-10", .day(seconds: 1_646_870_400)),
    ("2022-03-10T11:00:00Z", .instant(seconds: 1_646_910_000, offsetMinutes: 0)),
    ("2022-03-10t11:00:00z", .instant(seconds: 1_646_910_000, offsetMinutes: 0)),
    ("2022-03-10 11:00:00+00:00", .instant(seconds: 1_646_910_000, offsetMinutes: 0)),
    ("2022-03-10T13:00:00+02:00", .instant(seconds: 1_646_910_000, offsetMinutes: 120)),
    ("2022-03-10T07:30:00-03:30", .instant(seconds: 1_646_910_000, offsetMinutes: -210)),
    ("2022-03-10T11:00:00.000Z", .instant(seconds: 1_646_910_000, offsetMinutes: 0)),
    ("2022-03-10T10:59:59.5Z", .instant(seconds: 1_646_910_000, offsetMinutes: 0)),
    ("2016-12-31T23:59:60Z", .instant(seconds: 1_483_228_800, offsetMinutes: 0)),
    ("1970-01-01", .day(seconds: 0)),
  ]

  @Test(arguments: bounds)
  func readsDatesAndPointsInTime(text: String, bound: RecordFilter.Bound) throws {
    #expect(try RecordFilter.Bound(parsing: text) == bound)
  }

  @Test(arguments: [
    "", "yesterday", "2022", "2022-3-10", "2022-02-29", "2022-03-10T11:00", "2022-03-10T11:00:00",
    "2022-03-10T24:00:00Z", "2022-03-10T11:60:00Z", "2022-03-10T11:00:61Z", "2022-03-10T11:00:00.Z",
    "2022-03-10T11:00:00+2", "2022-03-10T11:00:00+24:00", "2022-03-10T11:00:00+02:60",
    "2022-03-10T11:00:00Zx", "10.03.2022", "٢٠٢٢-٠٣-١٠", "2022-03-10T11:00:00 02:00",
  ])
  func refusesAnythingElse(text: String) {
    #expect(throws: RecordsError.notATime(text: text)) { try RecordFilter.Bound(parsing: text) }
  }

  private func allows(
    _ since: String?, _ until: String?, _ seconds: Int64, _ offset: Int32?
  ) throws -> Bool {
    let filter = RecordFilter(
      since: try since.map { text throws(RecordsError) in try .init(parsing: text) },
      until: try until.map { text throws(RecordsError) in try .init(parsing: text) })
    return filter.allows(Sample(seconds: seconds, offset: offset).record)
  }

  /// 2022-03-10T11:00 on the wall is 09:00 in UTC at +02:00.
  static let choices: [(String?, String?, Int32?, Bool)] = [
    (nil, nil, 120, true),
    ("2022-03-10T09:00:00Z", nil, 120, true),
    ("2022-03-10T09:00:01Z", nil, 120, false),
    ("2022-03-10T09:00:00.1Z", nil, 120, false),
    (nil, "2022-03-10T09:00:00Z", 120, false),
    (nil, "2022-03-10T09:00:00.1Z", 120, true),
    (nil, "2022-03-10T11:00:00+02:00", 120, false),
    ("2022-03-10T11:00:00+02:00", "2022-03-10T11:00:01+02:00", 120, true),
    ("2022-03-10", nil, 120, true),
    ("2022-03-11", nil, 120, false),
    (nil, "2022-03-10", 120, false),
    (nil, "2022-03-11", 120, true),
    // A date is in the record's own zone, however far that lies.
    ("2022-03-10", "2022-03-11", 1_439, true),
    ("2022-03-10", "2022-03-11", -1_439, true),
    ("2022-03-10", "2022-03-11", nil, true),
    // Without a zone the wall clocks are compared.
    ("2022-03-10T11:00:00+05:00", nil, nil, true),
    ("2022-03-10T11:00:01+05:00", nil, nil, false),
    (nil, "2022-03-10T11:00:00+05:00", nil, false),
  ]

  @Test(arguments: choices)
  func takesSinceInclusiveAndUntilExclusive(
    since: String?, until: String?, offset: Int32?, isAllowed: Bool
  ) throws {
    #expect(try allows(since, until, 1_646_910_000, offset) == isAllowed)
  }

  @Test func survivesTimesAtTheEndsOfTheWorld() throws {
    #expect(try !allows("1970-01-01T00:00:00Z", nil, .min, 60))
    #expect(try allows("1970-01-01T00:00:00Z", nil, .max, -60))
  }
}

@Suite struct RecordsErrorTests {
  static let texts: [(RecordsError, String)] = [
    (
      .notATime(text: "soon"),
      "\"soon\" is not a time; write a date such as 2022-03-10, or a point in time with its offset "
        + "such as 2022-03-10T11:00:00+02:00"
    ),
    (
      .folderTaken(path: "out", file: "media"),
      "out holds media, which is not from an export; choose another folder, or move that away"
    ),
    (
      .newerExport(path: "out", version: 2),
      "out holds an export of format 2, made by a later chatferry; choose another folder, or update "
        + "chatferry"
    ),
    (
      .file(.cannotOpen(path: "a", code: 2)),
      "cannot open a: No such file or directory; check the path"
    ),
  ]

  @Test(arguments: texts)
  func saysWhatWhereAndWhatToDo(error: RecordsError, text: String) {
    #expect(error.description == text)
  }
}
