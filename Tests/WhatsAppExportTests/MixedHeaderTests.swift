import ChatRecords
import Testing

@testable import WhatsAppExport

/// Headers of two shapes in one text.
struct MixedHeaderTests {
  static func told(_ text: String) throws -> (lines: [Int], reading: Reading) {
    let reading = try read(text)
    return (reading.problems.filter { $0.code == "line-other-header" }.compactMap(\.line), reading)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let lines: [Int]
    let messages: Int
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "an iPhone's export behind one of Android",
      text: """
        13/03/2022, 10:00 - Ana: one
        13/03/2022, 10:01 - Ben: two
        14/03/2022, 10:01 - Ben: three
        [15/03/2022, 10:00:00] Ana: four
        [15/03/2022, 10:00:05] Ben: five
        """, lines: [4, 5], messages: 3),
    Case(
      name: "a region with other separators",
      text: """
        13/03/2022, 10:00 - Ana: one
        13/03/2022, 10:01 - Ben: two
        13.03.2022, 10:02 - Ana: three
        """, lines: [3], messages: 2),
    Case(
      name: "the clock of twelve hours and that of twenty-four",
      text: """
        13/03/2022, 9:00 pm - Ana: one
        13/03/2022, 9:01 pm - Ben: two
        13/03/2022, 21:02 - Ana: three
        14/03/2022, 09:02 - Ana: four
        """, lines: [], messages: 4),
    Case(
      name: "copied messages have no year and are text",
      text: """
        13/03/2022, 10:00 - Ana: look
        [09/04, 19:15] Ben: x
        [1/16, 3:14 PM] Ben: y
        3 eggs, 2 onions - and salt
        13/03/2022, 10:01 - Ben: two
        """, lines: [], messages: 2),
  ])
  func areToldOf(_ test: Case) throws {
    let (lines, reading) = try Self.told(test.text)
    #expect(lines == test.lines)
    #expect(reading.messages.count == test.messages)
    #expect(Set(reading.authors.map(\.name)).isSubset(of: ["Ana", "Ben"]))
    #expect(
      reading.accounting.lines == reading.accounting.messages + reading.accounting.continuations)
  }

  struct Joined: Sendable, CustomTestStringConvertible {
    let name: String
    let lines: [String]
    /// Of all messages; nil where it stays open.
    let days: [String]?
    var testDescription: String { name }
  }

  /// Two phones write the year with two and with four digits: each part has its own order.
  @Test(arguments: [
    Joined(
      name: "the month first, then the day",
      lines: ["6/13/23, 9:01 AM", "6/14/23, 9:02 AM", "01/07/2023, 11:00", "02/07/2023, 11:00"],
      days: ["2023-06-13", "2023-06-14", "2023-07-01", "2023-07-02"]),
    Joined(
      name: "the day first, then the month",
      lines: [
        "01/06/2023, 11:00", "02/06/2023, 11:00", "13/06/2023, 11:00", "7/1/23, 9:01 AM",
        "7/20/23, 9:01 AM",
      ],
      days: ["2023-06-01", "2023-06-02", "2023-06-13", "2023-07-01", "2023-07-20"]),
    Joined(
      name: "the same order in both",
      lines: ["13/06/23, 11:00", "14/06/23, 11:00", "01/07/2023, 11:00"],
      days: ["2023-06-13", "2023-06-14", "2023-07-01"]),
    Joined(
      name: "a part that shows no order",
      lines: ["01/06/2023, 11:00", "13/06/2023, 11:00", "1/7/23, 9:01 AM", "2/7/23, 9:02 AM"],
      days: nil),
  ])
  func ofTwoPhonesEachHasItsOrder(_ test: Joined) throws {
    let reading = try read(
      test.lines.map { "\($0) - Ana: x\n" }.joined(), options: ParseOptions())
    let isOpen = reading.problems.contains { $0.code == "date-order-ambiguous" }
    #expect(isOpen == (test.days == nil))
    if let days = test.days {
      #expect(
        reading.times.map { CalendarReading.text(ofDay: Int($0.seconds / 86_400)) } == days)
    }
  }

  /// The first part of a text is all that the orders are learned from.
  @Test func ofTwoPhonesTheSecondIsToldOfWhereItComesLate() throws {
    let lines = (0..<40_000).map { "6/\(13 + $0 / 5_000)/23, 10:00 - Ana: twenty or so letters\n" }
    let early = try read(lines.joined(), options: ParseOptions())
    #expect(!early.problems.contains { $0.code == "date-shape-mixed" })
    let late = try read(
      lines.joined() + "07/01/2023, 10:00 - Ana: x\n", options: ParseOptions())
    #expect(late.problems.filter { $0.code == "date-shape-mixed" }.map(\.line) == [40_001])
  }

  @Test func ofManyTheFirstHundredAreNamed() throws {
    let text =
      "13/03/2022, 10:00 - Ana: one\n13/03/2022, 10:00 - Ana: two\n"
      + "13/03/2022, 10:00 - Ben: look\n13/03/2022, 10:00 - Ana: three\n"
      + String(repeating: "x\n[13/03/2022, 10:00:00] Ana: y\n", count: 120)
    let reading = try read(
      text + String(repeating: "13/03/2022, 10:00 - Ana: z\n", count: 200))
    let told = reading.problems.filter { $0.code == "line-other-header" }
    #expect(told.first?.line == 6)
    #expect(told.compactMap(\.line).count == 100)
  }
}
