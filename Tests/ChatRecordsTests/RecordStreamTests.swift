import Files
import TestKit
import Testing

@testable import ChatRecords

@Suite struct RecordStreamTests {
  /// What comes through the buffer is what the writers write, however often it is emptied.
  @Test(arguments: RecordFormat.allCases, [0, 1, 2_000])
  func writesEverythingToItsSink(format: RecordFormat, count: Int) throws {
    let folder = try TemporaryFolder()
    let file = try OutputFile(folder.file("a"), access: .owner)
    var stream = RecordStream(format, to: file, csv: CSVOptions())
    var jsonl = JSONLWriter()
    var csv = CSVWriter()
    for number in 0..<count {
      let record = Sample(seconds: Int64(number), text: String(repeating: "x", count: 100)).record
      try stream.append(record)
      jsonl.append(record)
      csv.append(record)
    }
    try stream.finish()
    try file.commit()
    let bytes = try FileSource.contents(of: folder.file("a"), limit: 1 << 20)
    #expect(bytes == (format == .jsonl ? jsonl.bytes : csv.bytes))
  }

  @Test func passesOnWhatItsSinkSays() throws {
    let plan = FaultPlan(failing: (.write, 1, 32))
    let sink = DescriptorSink(descriptor: 1, operations: plan.operations)
    var stream = RecordStream(.jsonl, to: sink, csv: CSVOptions())
    try stream.append(Sample().record)
    #expect(throws: FilesError.readerGone(name: "standard output")) { try stream.finish() }
  }
}

@Suite struct ChatSummaryTests {
  @Test func takesFirstAndLastByPointInTime() {
    var chat = ChatSummary(chat: "=1", title: "a,b", kind: .group)
    // 11:00+02:00 comes after 10:30+01:00 of the clock that was put forward.
    for (seconds, offset) in [(1_646_910_000, 120), (1_646_906_400, 0), (1_646_906_400, 120)] {
      chat.count(Sample(seconds: Int64(seconds), offset: Int32(offset)).record)
    }
    #expect(chat.messages == 3)
    let line = String(decoding: chat.encoded(as: .jsonl, CSVOptions()), as: UTF8.self)
    #expect(
      line.contains(#""first":"2022-03-10T10:00:00+02:00","last":"2022-03-10T10:00:00+00:00""#))
    let row = String(decoding: chat.encoded(as: .csv, CSVOptions()), as: UTF8.self)
    #expect(row.hasPrefix("'=1,\"a,b\",group,3,2022-03-10T10:00:00+02:00,"))
  }

  @Test func writesLocalTimesWithoutAZoneAndNullsWithoutMessages() {
    var chat = ChatSummary(chat: "Anna", title: "Anna", kind: .unknown)
    #expect(
      String(decoding: chat.encoded(as: .jsonl, CSVOptions()), as: UTF8.self)
        == #"{"chat":"Anna","title":"Anna","kind":"unknown","messages":0,"first":null,"last":null,"#
        + #""media":{"present":0,"missing":0,"omitted":0,"bytes":0}}"# + "\n")
    chat.count(Sample(offset: nil, edit: { $0.media = .init(state: .missing) }).record)
    chat.count(Sample(offset: nil, edit: { $0.media = .init(state: .omitted) }).record)
    let row = String(decoding: chat.encoded(as: .csv, CSVOptions()), as: UTF8.self)
    #expect(row == "Anna,Anna,unknown,2,2022-03-10T11:00,2022-03-10T11:00,0,1,1,0\r\n")
  }
}
