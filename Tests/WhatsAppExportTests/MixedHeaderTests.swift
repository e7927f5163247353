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
