import ChatRecords
import Testing

@testable import WhatsAppExport

@Suite struct MediaNamesTests {
  @Test(arguments: [
    ("IMG-20220310-WA0001.jpg", MessageRecord.Kind.image), ("VID-20220310-WA0001.mp4", .video),
    ("PTT-20220310-WA0001.aac", .voice), ("AUD-20220310-WA0001.m4a", .audio),
    ("STK-20220310-WA0001.webp", .sticker), ("DOC-20220310-WA0001.jpg", .document),
    ("DOC-20250930-WA0000.", .document), ("IMG-20220310-WA0001.webp", .image),
    ("00000004-PHOTO-2022-03-13-08-01-05.jpg", .image),
    ("00000004-GIF-2022-03-13-08-01-05.mp4", .video),
    ("00000004-AUDIO-2022-03-13-08-01-05.opus", .voice),
    ("00000004-AUDIO-2022-03-13-08-01-05.m4a", .audio),
    ("00000004-STICKER-2022-03-13-08-01-05.webp", .sticker),
    ("2017-03-01-VIDEO-00000012.mp4", .video),
    ("00000007-Rechnung 88.pdf", .document), ("4f26aa0bfc.jpg", .image), ("Anna.vcf", .contact),
    ("noending", .document), ("", .document), ("-", .document), ("song.MP3", .audio),
  ])
  func tellsWhatAFileIs(name: String, kind: MessageRecord.Kind) {
    #expect(MediaNames.kind(of: name) == kind)
  }

  @Test(arguments: [
    ("report.pdf", true), ("Estimate 2022-117.PDF", true), ("look.at this", false), (".pdf", false),
    ("a\nb.pdf", false), ("caption", false),
  ])
  func tellsANameOfADocument(text: String, isName: Bool) {
    #expect(MediaNames.isDocumentName(text) == isName)
  }

  @Test(arguments: [
    ("+49 170 0000000", "491700000000" as String?),
    ("\u{202A}+1\u{A0}202\u{2011}555\u{2011}0143\u{202C}", "12025550143"),
    ("+44 (0) 20 7946 0000", "4402079460000"), ("Anna +49 170 0000000", nil), ("0170 0000000", nil),
    ("+", nil),
    ("+12", nil), ("+1234567890123456", nil),
  ])
  func readsNumbers(name: String, digits: String?) {
    #expect(PhoneText.digits(in: name) == digits)
  }

  // MARK: Names of the text and of the export

  static let composed = "Gr\u{FC}\u{DF}e.pdf"
  static let decomposed = "Gru\u{308}\u{DF}e.pdf"

  /// A name in the text, the files of the export, and the one that is meant.
  static let meant: [(name: String, files: [String], file: String?)] = [
    ("a.pdf", ["A.pdf", "a.pdf"], "a.pdf"), ("A.pdf", ["A.pdf", "a.pdf"], "A.pdf"),
    ("a.PDF", ["A.pdf", "a.pdf"], nil),
    (composed, [composed], composed), (composed, [decomposed], decomposed),
    (decomposed, [composed], composed), (decomposed, [composed, decomposed], decomposed),
    (composed, [decomposed, composed], composed),
    ("x.pdf", ["\u{200E}x.pdf"], "\u{200E}x.pdf"), ("\u{200E}x\u{200F}.pdf", ["x.pdf"], "x.pdf"),
    ("x.pdf", ["x.pdf ", " x.pdf"], "x.pdf "), ("a  b.pdf", ["a b.pdf", "a  b.pdf"], "a  b.pdf"),
    ("../x.pdf", ["x.pdf"], nil), ("x", ["x.pdf"], nil),
    ("😀 «1»: (a) [b] #%&'.pdf", ["😀 «1»: (a) [b] #%&'.pdf"], "😀 «1»: (a) [b] #%&'.pdf"),
  ]

  private func nameOfFile(in entry: borrowing ChatEntry) -> String? { entry.attachment?.name }

  @Test(arguments: meant.indices)
  func findsTheFileThatIsMeant(_ place: Int) throws {
    let (name, files, file) = Self.meant[place]
    for text in [android(["A: \(name) (file attached)"]), ios(["A: \u{200E}<attached: \(name)>"])] {
      let reader = try makeReader(Array(text.utf8), media: files)
      #expect(try reader.next())
      let shown = nameOfFile(in: reader.entry)
      #expect(shown.map { Array($0.utf8) } == file.map { Array($0.utf8) })
    }
  }

  @Test func tellsByNameWhatIsMissingAndWhatNobodyNames() throws {
    let bodies = [
      "A: gone.pdf (file attached)", "B: here.jpg (file attached)", "A: gone.pdf (file attached)",
    ]
    let reader = try makeReader(Array(android(bodies).utf8), media: ["here.jpg", "spare.jpg"])
    while try reader.next() {}
    let problems = reader.problems.filter { $0.code.hasPrefix("media-") }
    #expect(problems.map(\.code) == ["media-missing", "media-unreferenced"])
    #expect(problems.map(\.line) == [1, nil])
    #expect(problems[0].message.contains("“gone.pdf”"))
    #expect(problems[1].message.contains("“spare.jpg”"))
    #expect(reader.missingFiles == 1)
  }

  /// A file that every message names, one that none has, and many files: no lookup walks a list.
  @Test func readsManyNamesInLinearTime() throws {
    let files = (0..<20_000).map { "IMG-20220310-WA\($0).jpg" }
    var text = ""
    for place in 0..<200_000 {
      let name =
        place % 3 == 0
        ? "IMG-20220310-WA7.jpg" : place % 3 == 1 ? "gone.jpg" : files[place % 20_000]
      text += "13/03/2022, 08:00 - A: \(name) (file attached)\n"
    }
    let reader = try makeReader(Array(text.utf8), media: files)
    let clock = ContinuousClock()
    let time = try clock.measure { while try reader.next() {} }
    #expect(reader.accounting.messages == 200_000)
    #expect(reader.missingFiles == 1)
    #expect(reader.referenced.count + reader.unreferenced.count == 20_000)
    #expect(reader.problems.filter { $0.code == "media-missing" }.count == 1)
    #expect(time < .seconds(60), "\(time)")
  }
}
