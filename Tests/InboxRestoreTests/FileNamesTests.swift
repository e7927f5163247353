import ChatRecords
import Files
import Testing

@testable import InboxRestore

@Suite struct FileNamesTests {
  private static let one = SHA256.digest(of: Array("one".utf8).span)
  private static let two = SHA256.digest(of: Array("two".utf8).span)
  /// 2022-03-10T11:00:00Z
  private static let time: Int64 = 1_646_910_000

  @Test(
    arguments: [
      ("offer.pdf", MessageRecord.Kind.document, "application/pdf", "offer.pdf"),
      (nil, .image, "image/jpeg", "IMG-20220310-WA0001.jpg"),
      (nil, .video, "video/mp4", "VID-20220310-WA0001.mp4"),
      (nil, .audio, "audio/mpeg", "AUD-20220310-WA0001.mp3"),
      (nil, .voice, "audio/ogg; codecs=opus", "PTT-20220310-WA0001.opus"),
      (nil, .sticker, "image/webp", "STK-20220310-WA0001.webp"),
      (nil, .document, "application/x-unheard-of", "DOC-20220310-WA0001.bin"),
      (nil, .template, "image/png", "IMG-20220310-WA0001.png"),
      // A name that a reader would take for something else.
      ("scan", .image, "image/png", "IMG-20220310-WA0001.png"),
      ("a/b.pdf", .document, "application/pdf", "DOC-20220310-WA0001.pdf"),
      ("a>b.pdf", MessageRecord.Kind.document, "application/pdf", "DOC-20220310-WA0001.pdf"),
      ("\u{200E}a.pdf", .document, "application/pdf", "DOC-20220310-WA0001.pdf"),
    ] as [(String?, MessageRecord.Kind, String, String)])
  func givesAFileANameThatAReaderUnderstands(
    given: String?, kind: MessageRecord.Kind, type: String, name: String
  ) {
    var names = FileNames()
    #expect(
      names.name(for: Self.one, given: given, kind: kind, type: type, time: Self.time) == name)
  }

  @Test func givesEachContentOneNameAndEachNameOneContent() {
    var names = FileNames()
    func name(_ content: SHA256.Digest, _ given: String?) -> String {
      names.name(
        for: content, given: given, kind: given == nil ? .image : .document, type: "image/png",
        time: Self.time)
    }
    #expect(name(Self.one, "offer.pdf") == "offer.pdf")
    #expect(name(Self.two, "offer.pdf") == "offer (2).pdf")
    #expect(name(Self.one, "offer.pdf") == "offer.pdf")
    #expect(name(Self.two, "offer.pdf") == "offer (2).pdf")
    #expect(name(Self.one, nil) == "IMG-20220310-WA0001.png")
    #expect(name(Self.two, nil) == "IMG-20220310-WA0002.png")
    #expect(name(Self.one, nil) == "IMG-20220310-WA0001.png")
  }
}
