import Foundation
import Testing

/// What every archive of samples/ gives, compared with files that were written by hand.
///
/// `UPDATE_GOLDEN=1` writes the files anew, for reading the difference; the run fails all the same.
@Suite(.timeLimit(.minutes(50))) struct SampleExportTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    /// Name of the golden file, without its ending.
    let golden: String
    /// Name of the archive, without its ending.
    let archive: String
    let me: String
    let zone: String
    var more: [String] = []

    var testDescription: String { golden }
  }

  static let anna = Sample(
    golden: "android-en-GB", archive: "WhatsApp Chat with Anna Berg", me: "Harbour Bikes",
    zone: "Europe/London")

  static let samples = [
    anna,
    Sample(
      golden: "ios-de-DE", archive: "WhatsApp Chat - Jonas Weber", me: "Café Linde",
      zone: "Europe/Berlin"),
    Sample(
      golden: "android-en-US-h12", archive: "WhatsApp Chat with +1 202-555-0143",
      me: "Lakeside Rentals", zone: "America/New_York"),
    Sample(
      golden: "ios-he-IL", archive: "WhatsApp Chat - נועה לוי", me: "תיאטרון הנמל",
      zone: "Asia/Jerusalem"),
    Sample(
      golden: "android-ar", archive: "دردشة واتساب مع ليلى حسن", me: "مكتبة النيل",
      zone: "Africa/Cairo"),
    Sample(
      golden: "android-es-CO", archive: "Chat de WhatsApp con Valentina Ruiz",
      me: "Panadería Aurora", zone: "America/Bogota"),
    Sample(
      golden: "android-london-dst", archive: "WhatsApp Chat with Oliver Shaw", me: "Pier Radio",
      zone: "Europe/London"),
    Sample(
      golden: "android-fr-with-media", archive: "Discussion WhatsApp avec Sophie Martin",
      me: "Atelier Lavande", zone: "Europe/Paris"),
    Sample(
      golden: "android-fr-without-media", archive: "Discussion WhatsApp avec Sophie Martin (1)",
      me: "Atelier Lavande", zone: "Europe/Paris"),
    Sample(
      golden: "android-pt-BR-missing-media", archive: "Conversa do WhatsApp com Rafael Lima",
      me: "Floricultura Ipê", zone: "America/Sao_Paulo"),
    Sample(
      golden: "android-group", archive: "WhatsApp Chat with Allotment Club", me: "Ben Carter",
      zone: "Europe/London"),
    Sample(
      golden: "android-ambiguous-as-dmy", archive: "WhatsApp Chat with Priya Nair",
      me: "Corner Books", zone: "Europe/London", more: ["--date-order", "dmy"]),
  ]

  static let samplesFolder = Chatferry.projectFolder.appendingPathComponent("samples")
  static let goldenFolder = Chatferry.projectFolder
    .appendingPathComponent("Tests/chatferryTests/Golden")

  @Test(arguments: samples)
  func givesTheRecordsThatWereWrittenByHand(_ sample: Sample) throws {
    try Self.check(sample, as: "jsonl")
  }

  @Test func givesTheCSVThatWasWrittenByHand() throws {
    try Self.check(Self.anna, as: "csv")
  }

  @Test func coversEveryArchive() throws {
    let archives = try FileManager.default.contentsOfDirectory(atPath: Self.samplesFolder.path)
      .filter { $0.hasSuffix(".zip") }
    #expect(Set(archives) == Set(Self.samples.map { $0.archive + ".zip" }))
  }

  private static func check(_ sample: Sample, as format: String) throws {
    var chatferry = try Chatferry()
    chatferry.environment["CHATFERRY_DEFAULT_REGION"] = "GB"
    let run = try chatferry.run(
      [
        "export", samplesFolder.appendingPathComponent(sample.archive + ".zip").path, "--me",
        sample.me, "--contacts", samplesFolder.appendingPathComponent("contacts.vcf").path,
        "--time-zone", sample.zone, "--to", "-", "--format", format,
      ] + sample.more)
    #expect(run.status == 0, "\(run.error)")
    let file = goldenFolder.appendingPathComponent("\(sample.golden).\(format)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(run.output.utf8).write(to: file)
      Issue.record("\(file.lastPathComponent) was written anew; read the difference")
      return
    }
    let golden = [UInt8](try Data(contentsOf: file))
    // Line by line first, which shows where the difference is.
    let lines = Self.lines(of: Array(run.output.utf8))
    for (number, (ours, expected)) in zip(lines, Self.lines(of: golden)).enumerated() {
      #expect(ours == expected, "\(file.lastPathComponent), line \(number + 1)")
    }
    #expect(Array(run.output.utf8) == golden, "\(file.lastPathComponent), every byte")
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}
