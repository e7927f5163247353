import ChatRecords
import Files
import Foundation
import Testing
import WhatsAppExport

@testable import ChatImport

/// The archives in `samples/`, all at once, into the local inbox.
struct SampleImportTests {
  private static let samples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("samples").path

  private static func archives() throws -> [ExportArchive] {
    try FileManager.default.contentsOfDirectory(atPath: samples)
      .filter { $0.hasSuffix(".zip") }.sorted()
      .map { try ExportArchive(opening: FoundExport(path: samples + "/" + $0, form: .zip)) }
  }

  private static func sampleOptions(_ chatText: ImportOptions.ChatText) -> ImportOptions {
    var options = ImportOptions()
    options.parse.zone = .iana("Europe/London")
    options.people = People(me: [
      "Atelier Lavande", "Café Linde", "Corner Books", "Floricultura Ipê", "Harbour Bikes",
      "Lakeside Rentals", "Panadería Aurora", "Pier Radio", "תיאטרון הנמל", "مكتبة النيل",
    ])
    options.chatText = chatText
    for (index, archive) in ((try? archives()) ?? []).enumerated() {
      options.people.numbers[archive.title] = "4479460000\(10 + index)"
    }
    return options
  }

  @Test(arguments: ImportOptions.ChatText.allCases)
  func arriveAsTheyAre(_ chatText: ImportOptions.ChatText) async throws {
    let inbox = try TestInbox()
    let report = try await inbox.run(try Self.archives(), Self.sampleOptions(chatText))
    #expect(report.stop == nil)
    // A pair is one chat; a group and an ambiguous one stay out.
    #expect(report.imports.count == (try Self.archives()).count - 1)
    let failed = report.imports.filter { $0.state == .failed }
    for result in failed {
      let codes = result.problems.filter { $0.severity == .error }.map(\.code)
      #expect(codes == ["group-chat"] || codes == ["date-order-ambiguous"], "\(result)")
    }
    #expect((1...2).contains(failed.count))
    for result in report.imports where result.state != .failed {
      #expect(result.state == .done)
      #expect(result.isVerified, "\(result)")
      let people = try await inbox.shown(result.chat).filter { $0.type != "system" }
      #expect(!people.isEmpty)
    }
    let again = try await inbox.run(try Self.archives(), Self.sampleOptions(chatText))
    #expect(again.imports.count { $0.state == .skipped } == report.imports.count - failed.count)
  }

  /// What the canonical text must keep of a message.
  struct Kept: Equatable {
    var time: Int64
    var direction: MessageRecord.Direction
    var author: String?
    var text: String?
    var state: MessageRecord.MediaState?
    var media: String?
    var isEdited: Bool

    init(_ record: borrowing MessageRecord) {
      time = record.localTime.seconds - Int64(record.utcOffsetMinutes ?? 0) * 60
      direction = record.direction
      author = record.string(record.authorName)
      text = record.string(record.text)
      state = record.media?.state
      media = record.string(record.media?.name ?? .null)
      isEdited = record.isEdited
    }
  }

  private func kept(_ reader: ChatReader) throws -> [Kept] {
    var all: [Kept] = []
    while try reader.next() {
      all.append(Kept(reader.entry.record))
    }
    return all
  }

  @Test func areReadBackEqualFromTheCanonicalText() throws {
    for archive in try Self.archives() {
      let options = Self.sampleOptions(.canonical)
      let reader = try ChatReader(archive, options: options.parse, people: options.people)
      var line = CanonicalLine()
      var text: [UInt8] = []
      while try reader.next() {
        line.write(reader.entry.record)
        text += line.bytes
      }
      let original = try kept(
        ChatReader(archive, options: options.parse, people: options.people))
      let copy = try kept(
        ChatReader(
          text: text, title: archive.title, mediaNames: archive.media.map(\.name),
          options: ParseOptions(locale: "en-GB", zone: .offset(minutes: 0)), people: options.people)
      )
      #expect(copy == original, "\(archive.title)")
    }
  }
}
