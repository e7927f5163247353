import Testing

@testable import WhatsAppExport

struct ChatTextChoiceTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [(String, String)]
    /// The name of the chat text, or the code of an error.
    let chosen: String
  }

  private static let chat = ArchiveCase.chatText
  private static let notes = "milk\nbread\n"

  static let examples: [Example] = [
    .init(
      testDescription: "iPhone", files: [("a.jpg", ""), ("_chat.txt", chat)], chosen: "_chat.txt"),
    .init(
      testDescription: "iPhone, saved again", files: [("_chat 2.txt", chat), ("b.txt", chat)],
      chosen: "_chat 2.txt"),
    .init(
      testDescription: "iPhone with a document that is a chat",
      files: [("_chat.txt", chat), ("00000012-notes.txt", chat)], chosen: "_chat.txt"),
    .init(
      testDescription: "an empty text with the right name",
      files: [("_chat.txt", ""), ("notes.txt", notes)], chosen: "_chat.txt"),
    .init(
      testDescription: "Android with a text document",
      files: [("notes.txt", notes), ("WhatsApp Chat with Ana.txt", chat)],
      chosen: "WhatsApp Chat with Ana.txt"),
    .init(
      testDescription: "Android in Russian, text of an unknown shape",
      files: [("log.txt", chat), ("Чат WhatsApp с контактом Аня.txt", "??")],
      chosen: "Чат WhatsApp с контактом Аня.txt"),
    .init(
      testDescription: "Android, name in front, decomposed",
      files: [("Ana ile WhatsApp Sohbeti.txt", chat), ("z.txt", chat)],
      chosen: "Ana ile WhatsApp Sohbeti.txt"),
    .init(
      testDescription: "any name, by its lines",
      files: [("contract.txt", notes), ("ana.TXT", chat)], chosen: "ana.TXT"),
    .init(
      testDescription: "a chat that was sent as a document",
      files: [
        (
          "WhatsApp Chat with Ana.txt",
          "01/02/2023, 10:00 - Ana: WhatsApp Chat with Ben.txt (file attached)\n"
        ),
        ("WhatsApp Chat with Ben.txt", chat),
      ], chosen: "WhatsApp Chat with Ana.txt"),
    .init(
      testDescription: "a chat and a named text that is none",
      files: [("WhatsApp Chat with Ana.txt", notes), ("_chat.txt", chat)], chosen: "_chat.txt"),
    .init(
      testDescription: "a chat and another one deeper",
      files: [("_chat.txt", chat), ("docs/_chat.txt", chat)], chosen: "chat-text-ambiguous"),
    .init(
      testDescription: "a chat and notes of its name deeper",
      files: [("_chat.txt", chat), ("docs/_chat.txt", notes)], chosen: "_chat.txt"),
    .init(
      testDescription: "a Mac's shadow of the text",
      files: [("c/_chat.txt", chat), ("__MACOSX/c/_chat.txt", "x"), ("c/._chat.txt", chat)],
      chosen: "_chat.txt"),
    .init(
      testDescription: "two chats",
      files: [("WhatsApp Chat with Ana.txt", chat), ("WhatsApp Chat with Ben.txt", chat)],
      chosen: "chat-text-ambiguous"),
    .init(
      testDescription: "two plain chats", files: [("_chat.txt", chat), ("_chat 2.txt", chat)],
      chosen: "chat-text-ambiguous"),
    .init(
      testDescription: "two folders", files: [("a/_chat.txt", chat), ("b/_chat.txt", chat)],
      chosen: "chat-text-ambiguous"),
    .init(
      testDescription: "two chats of any name", files: [("a.txt", chat), ("b.txt", chat)],
      chosen: "chat-text-ambiguous"),
    .init(
      testDescription: "two that name each other",
      files: [("a.txt", chat + "see b.txt"), ("b.txt", chat + "see a.txt")],
      chosen: "chat-text-ambiguous"),
    .init(
      testDescription: "two named texts of unknown shape",
      files: [("_chat.txt", "?"), ("_chat 2.txt", "?")], chosen: "chat-text-ambiguous"),
    .init(
      testDescription: "documents only", files: [("notes.txt", notes), ("a.jpg", "")],
      chosen: "chat-text-missing"),
    .init(testDescription: "photos only", files: [("a.jpg", "")], chosen: "chat-text-missing"),
  ]

  @Test(arguments: examples)
  func choosesFromArchives(_ example: Example) throws {
    let folder = try ScratchFolder()
    for method: UInt16 in [0, 8] {
      let entries = example.files.map { name, text in
        ZipBuilder.Entry(name, text) { $0.method = method }
      }
      let path = try folder.write("export.zip", ZipBuilder(entries).bytes())
      #expect(chosen(FoundExport(path: path, form: .zip)) == example.chosen)
    }
  }

  private func chosen(_ found: FoundExport) -> String {
    do {
      return try ExportArchive(opening: found).chatText.name
    } catch {
      return error.code
    }
  }

  @Test func namesTheTextsBetweenWhichItCannotChoose() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "e.zip",
      ZipBuilder([.init("a.txt", Self.chat), .init("b.txt", Self.chat), .init("c.txt", Self.notes)])
        .bytes())
    #expect(throws: ExportError.chatTextAmbiguous(path: path, names: ["a.txt", "b.txt"])) {
      try ExportArchive(opening: FoundExport(path: path, form: .zip))
    }
  }

  /// A name that is cut by the edge between two pieces is found as well.
  @Test(arguments: [0, 1, 9, 17])
  func findsANameAcrossPieces(_ shift: Int) throws {
    let folder = try ScratchFolder()
    let filler = String(repeating: "x", count: (1 << 18) - Self.chat.utf8.count - shift)
    let path = try folder.write(
      "e.zip",
      ZipBuilder([
        .init("a.txt", Self.chat + filler + " long name.txt (file attached)"),
        .init("long name.txt", Self.chat),
      ])
      .bytes())
    #expect(chosen(FoundExport(path: path, form: .zip)) == "a.txt")
  }
}
