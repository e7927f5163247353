import Testing

@testable import WhatsAppExport

struct PrintedTextTests {
  @Test(arguments: [
    ("<Media omitted>", ""),
    ("<Multimedia omitido>\nEl lago", "El lago"),
    ("<Medien ausgeschlossen>\r\nDer See\r\nim Mai", "Der See\nim Mai"),
    ("\u{200E}image omitted", ""),
    ("The lake \u{200E}image omitted", "The lake"),
    ("Report.pdf • \u{200E}2 pages \u{200E}document omitted", "Report.pdf"),
    ("IMG-20220310-WA0001.jpg (file attached)\nThe lake", "The lake"),
    ("The lake \u{200E}<attached: 00000012-PHOTO-2022-03-10-11-02-00.jpg>", "The lake"),
  ])
  func takesOffTheWordsForAFile(text: String, caption: String) {
    #expect(PrintedText.caption(of: Array(text.utf8)) == Array(caption.utf8))
  }

  @Test(arguments: [
    "", "hello", "<Media>", "I see <Media omitted> all the time", "one\n<Media omitted>", "null",
    "<This message was edited>", "\u{200E}<This message was edited>",
    "This message was deleted", "Location: https://maps.google.com/?q=1.5,2",
  ])
  func leavesWhatPeopleWrote(text: String) {
    #expect(PrintedText.caption(of: Array(text.utf8)) == nil)
  }
}
