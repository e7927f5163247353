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
}
