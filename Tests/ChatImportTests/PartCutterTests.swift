import Testing

@testable import ChatImport

struct PartCutterTests {
  /// A message in short: offset, length, and the file it shows.
  struct Short: Sendable {
    var offset: Int32 = 0
    var length: Int64 = 10
    var file: PartCutter.File?
    var hasLineBreak = true
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rows: [Short]
    var limits = PartCutter.Limits()
    /// Row numbers of each part.
    let parts: [[Range<Int64>]]
    var textLengths: [Int64]?
    var mediaLengths: [Int64]?
  }

  private static func file(_ row: Int64, _ name: String) -> PartCutter.File {
    PartCutter.File(row: row, name: name, length: 7)
  }

  static let cases = [
    Case(testDescription: "nothing", rows: [], parts: []),
    Case(testDescription: "one message", rows: [Short()], parts: [[0..<1]], textLengths: [10]),
    Case(
      testDescription: "an offset that changes and comes back",
      rows: [Short(offset: 60), Short(offset: 120), Short(offset: 120), Short(offset: 60)],
      parts: [[0..<1], [1..<3], [3..<4]]),
    Case(
      testDescription: "canonical text has one offset",
      rows: [Short(offset: 60), Short(offset: 120)], limits: .init(isCanonical: true),
      parts: [[0..<2]]),
    Case(
      testDescription: "exactly the limit", rows: [Short(), Short(), Short()],
      limits: .init(bytes: 25, overhead: 5), parts: [[0..<2], [2..<3]], textLengths: [20, 10]),
    Case(
      testDescription: "one byte less", rows: [Short(), Short(), Short()],
      limits: .init(bytes: 24, overhead: 5), parts: [[0..<1], [1..<2], [2..<3]]),
    Case(
      testDescription: "the digits of the offset count",
      rows: [Short(offset: -420), Short(offset: -420)],
      limits: .init(bytes: 27, overhead: 5), parts: [[0..<1], [1..<2]]),
    Case(
      testDescription: "files count, with commas between them",
      rows: [Short(file: file(1, "a")), Short(file: file(2, "b")), Short(file: file(1, "a"))],
      parts: [[0..<3]], mediaLengths: [15]),
    Case(
      testDescription: "a file does not fit any more",
      rows: [Short(), Short(file: file(1, "a"))], limits: .init(bytes: 26),
      parts: [[0..<1], [1..<2]]),
    Case(
      testDescription: "two files of one name",
      rows: [Short(file: file(1, "a")), Short(file: file(2, "a"))], parts: [[0..<1], [1..<2]]),
    Case(
      testDescription: "a text that ends without a line break is given one before the next",
      rows: [Short(hasLineBreak: false), Short(hasLineBreak: false)], parts: [[0..<2]],
      textLengths: [22]),
    Case(
      testDescription: "not at the start of a part",
      rows: [Short(offset: 60, hasLineBreak: false), Short(offset: 120)],
      parts: [[0..<1], [1..<2]],
      textLengths: [10, 10]),
  ]

  private func cut(_ rows: [Short], _ limits: PartCutter.Limits) throws -> [PartCutter.Part] {
    var cutter = PartCutter(limits: limits)
    var parts: [PartCutter.Part] = []
    for (seq, short) in rows.enumerated() {
      var row = PlanRow()
      row.seq = Int64(seq)
      row.line = seq + 100
      row.offsetMinutes = short.offset
      row.verbatimLength = short.length
      row.canonicalLength = short.length
      row.endsWithLineBreak = short.hasLineBreak
      if let part = try cutter.add(row, file: short.file) { parts.append(part) }
    }
    if let part = cutter.finish() { parts.append(part) }
    return parts
  }

  @Test(arguments: cases)
  func cuts(_ given: Case) throws {
    let parts = try cut(given.rows, given.limits)
    #expect(parts.map(\.rows) == given.parts)
    #expect(parts.map(\.messages) == given.parts.map(\.total))
    if let lengths = given.textLengths { #expect(parts.map(\.textLength) == lengths) }
    if let lengths = given.mediaLengths { #expect(parts.map(\.mediaLength) == lengths) }
  }

  @Test func namesTheMessageThatNoRequestHolds() {
    #expect(throws: PartCutter.TooLarge(seq: 1, line: 101, length: 35)) {
      try cut([Short(), Short(length: 30), Short()], .init(bytes: 34, overhead: 5))
    }
  }

  @Test func takesRangesFromRanges() {
    #expect([0..<10].subtracting([2..<4, 6..<7]) == [0..<2, 4..<6, 7..<10])
    #expect([0..<5, 8..<9].subtracting([0..<5]) == [8..<9])
    #expect([3..<5].subtracting([0..<10]) == [])
    #expect([Range<Int64>]().subtracting([0..<1]) == [])
    #expect([0..<2, 5..<7].union([2..<3, 6..<9]) == [0..<3, 5..<9])
    #expect([5..<6].union([]) == [5..<6])
    #expect([0..<2, 5..<9].total == 6)
  }
}
