import Foundation
import Testing

@testable import WhatsAppExport

struct ExportFinderTests {
  private static let zip = ZipBuilder([ArchiveCase.chat]).bytes()
  private static let document = ZipBuilder([.init("slides.xml")]).bytes()

  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Names with content; a text that is only `chat` stands for one.
    let files: [String: [UInt8]]
    /// What is found: `zip a.zip`, in order.
    let found: [String]
  }

  private static let chat = Array(ArchiveCase.chatText.utf8)
  private static let notes = Array("milk\nbread\n".utf8)
  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static let sent = Array("10/03/2022, 12:00 - Ana: ben.txt (file attached)\n".utf8)

  static let examples: [Example] = [
    .init(
      testDescription: "an unzipped iPhone export",
      files: ["_chat.txt": chat, "photo.jpg": [1], "notes.txt": notes], found: ["folder ."]),
    .init(
      testDescription: "an unzipped Android export with an archive as document",
      files: ["WhatsApp Chat with Ana.txt": chat, "work.zip": document], found: ["folder ."]),
    .init(
      testDescription: "an unzipped export with a broken archive as document",
      files: ["_chat.txt": chat, "work.zip": [1]], found: ["folder ."]),
    .init(
      testDescription: "a text of any name, and a document",
      files: ["ana.txt": chat, "contract.txt": notes], found: ["folder ."]),
    .init(
      testDescription: "archives of any name, broken ones too",
      files: ["b.zip": zip, "a.ZIP": [1, 2], "readme.md": notes],
      found: ["zip a.ZIP", "zip b.zip"]),
    .init(
      testDescription: "archives beside a chat text",
      files: ["_chat.txt": chat, "WhatsApp Chat - Ben (1).zip": document, "x.zip": zip],
      found: ["folder .", "zip WhatsApp Chat - Ben (1).zip", "zip x.zip"]),
    .init(
      testDescription: "several texts",
      files: [
        "WhatsApp Chat with Ana.txt": chat, "Чат WhatsApp с Ben.txt": chat, "notes.txt": notes,
      ], found: ["text WhatsApp Chat with Ana.txt", "text Чат WhatsApp с Ben.txt"]),
    .init(
      testDescription: "several texts of any name",
      files: ["b.txt": chat, "a.txt": chat], found: ["text a.txt", "text b.txt"]),
    .init(
      testDescription: "a text of any name beside those with a chat's name, and beside archives",
      files: ["WhatsApp Chat with Ana.txt": chat, "ben.txt": chat, "c.zip": zip],
      found: ["folder .", "text ben.txt", "zip c.zip"]),
    .init(
      testDescription: "an unzipped export, and another chat's text beside it",
      files: ["WhatsApp Chat with Ana.txt": chat, "ben.txt": chat, "photo.jpg": [1]],
      found: ["folder .", "text ben.txt"]),
    .init(
      testDescription: "an unzipped export with another chat's text that was sent",
      files: ["WhatsApp Chat with Ana.txt": chat + sent, "ben.txt": chat], found: ["folder ."]),
    .init(
      testDescription:
        "a text whose name is a part of a sent one's, and one that is only spoken of",
      files: [
        "WhatsApp Chat with Ana.txt": chat + sent
          + Array("10/03/2022, 12:01 - Ana: see en.txt and cat.txt\n".utf8), "en.txt": chat,
        "cat.txt": chat,
      ], found: ["folder .", "text cat.txt", "text en.txt"]),
    .init(
      testDescription:
        "a sent text whose name is spelled otherwise on the disk, in a chat in UTF-16",
      files: [
        "WhatsApp Chat with Ana.txt": utf16(
          ArchiveCase.chatText + "10/03/2022, 12:00 - Ana: f\u{FC}r.txt (file attached)\n"),
        "fu\u{308}r.txt": chat,
      ], found: ["folder ."]),
    .init(
      testDescription: "a chat's text with a chat's name that was sent in another chat",
      files: [
        "WhatsApp Chat with Ana.txt": chat
          + Array("10/03/2022, 12:00 - Ana: WhatsApp Chat with Lea.txt (file attached)\n".utf8),
        "WhatsApp Chat with Lea.txt": chat,
      ], found: ["folder ."]),
    .init(
      testDescription: "a text beside an unzipped export",
      files: [
        "WhatsApp Chat with Ana.txt": chat, "Ben/WhatsApp Chat with Ben.txt": chat,
        "Ben/photo.jpg": [1],
      ], found: ["folder .", "folder Ben"]),
    .init(
      testDescription: "a sent text in a folder of the export",
      files: ["_chat.txt": chat, "photo.jpg": [1], "docs/log.txt": chat], found: ["folder ."]),
    .init(
      testDescription: "folders that are exports, and others",
      files: [
        "Ana/_chat.txt": chat, "Ana/a.jpg": [1], "Ben/ben.txt": chat, "other/notes.txt": notes,
        "c.zip": zip, "__MACOSX/_chat.txt": chat, ".hidden/_chat.txt": chat, "._c.zip": [1],
      ], found: ["folder Ana", "folder Ben", "zip c.zip"]),
    .init(
      testDescription: "a folder in the folder",
      files: ["WhatsApp Chat - Ana/_chat.txt": chat], found: ["folder WhatsApp Chat - Ana"]),
    .init(
      testDescription: "exports however deep, and an archive that was sent",
      files: [
        "2022/jan/a.zip": zip, "2022/WhatsApp Chat - Ben/_chat.txt": chat,
        "2022/WhatsApp Chat - Ben/sent/work.zip": document, "2022/notes/plan.txt": notes,
        "2023/x/y/z/_chat.txt": chat, "c.zip": zip, "2022/.trash/b.zip": zip,
      ],
      found: [
        "folder 2022/WhatsApp Chat - Ben", "zip 2022/jan/a.zip", "folder 2023/x/y/z", "zip c.zip",
      ]),
    .init(
      testDescription: "media in a folder of their own",
      files: ["_chat.txt": chat, "media/a.jpg": [1]], found: ["folder ."]),
  ]

  @Test(arguments: examples)
  func findsInFolders(_ example: Example) throws {
    let folder = try ScratchFolder()
    for (name, bytes) in example.files { try folder.write(name, bytes) }
    for path in [folder.path, folder.path + "/"] {
      let found = try findExports(at: path).map { export in
        let name =
          export.path == folder.path ? "." : String(export.path.dropFirst(folder.path.count + 1))
        return "\(export.form) \(name)"
      }
      #expect(found == example.found)
    }
  }

  @Test(arguments: [
    ("a.zip", zip, FoundExport.Form.zip), ("renamed.bin", zip, .zip), ("a.zip", chat, .zip),
    ("a.txt", chat, .text), ("a.TXT", notes, .text), ("empty.txt", [], .text),
    ("chat", chat, .text),
  ])
  func tellsAFileByItsBytesAndItsName(_ name: String, _ bytes: [UInt8], _ form: FoundExport.Form)
    throws
  {
    let folder = try ScratchFolder()
    let path = try folder.write(name, bytes)
    #expect(try findExports(at: path) == [FoundExport(path: path, form: form)])
  }

  @Test func saysWhatIsNoExport() throws {
    let folder = try ScratchFolder()
    let photo = try folder.write("photo.jpg", [0xFF, 0xD8])
    let missing = folder.path + "/missing.zip"
    let fifo = folder.path + "/fifo.txt"
    #expect(mkfifo(fifo, 0o600) == 0)
    #expect(throws: ExportError.notAZip(path: photo)) { try findExports(at: photo) }
    #expect(throws: ExportError.noSuchInput(path: missing)) { try findExports(at: missing) }
    #expect(throws: ExportError.noSuchInput(path: photo + "/x")) {
      try findExports(at: photo + "/x")
    }
    #expect(throws: ExportError.notARegularFile(path: fifo)) { try findExports(at: fifo) }
    #expect(throws: ExportError.notARegularFile(path: "/dev/null")) {
      try findExports(at: "/dev/null")
    }
    #expect(try findExports(at: folder.path) == [FoundExport(path: fifo, form: .unusable)])
    #expect(unlink(fifo) == 0)
    #expect(throws: ExportError.chatTextMissing(path: folder.path)) {
      try findExports(at: folder.path)
    }
  }

  @Test func takesALinkThatTheUserGave() throws {
    let folder = try ScratchFolder()
    try folder.write("a.zip", Self.zip)
    try folder.link("link.zip", to: "a.zip")
    let path = folder.path + "/link.zip"
    #expect(try findExports(at: path) == [FoundExport(path: path, form: .zip)])
    // In a folder, a link is not followed, and not passed over in silence.
    let inFolder = try findExports(at: folder.path)
    #expect(
      inFolder == [
        FoundExport(path: folder.path + "/a.zip", form: .zip),
        FoundExport(path: path, form: .unusable),
      ])
    #expect(throws: ExportError.notARegularFile(path: path)) {
      try ExportArchive(opening: inFolder[1])
    }
  }

  @Test func saysOfLinksWhereNothingElseIs() throws {
    let folder = try ScratchFolder()
    try folder.write("a.zip", Self.zip)
    try folder.write("b/notes.md", Self.notes)
    try folder.link("b/link.zip", to: "../a.zip")
    #expect(try findExports(at: folder.path + "/b").map(\.form) == [.unusable])
    #expect(try findExports(at: folder.path).map(\.form) == [.zip, .unusable])
  }

  /// One that cannot be read is listed, and keeps nobody from reading the others.
  @Test func readsTheOthersBesideATextThatCannotBeOpened() throws {
    let folder = try ScratchFolder()
    try folder.write("a.zip", Self.zip)
    try folder.write("ben.txt", Self.chat)
    let chat = try folder.write("WhatsApp Chat with Ana.txt", Self.chat)
    #expect(chmod(chat, 0) == 0)
    let found = try findExports(at: folder.path)
    #expect(found.contains(FoundExport(path: folder.path + "/a.zip", form: .zip)))
    #expect(found.contains(FoundExport(path: folder.path, form: .folder)))
  }

  /// Such names cannot be opened; nobody is to look for the file elsewhere.
  @Test func saysThatANameIsNotUTF8() throws {
    let folder = try ScratchFolder()
    try folder.write("a.zip", Self.zip)
    let name = Array(folder.path.utf8) + [0x2F, 0x62, 0xE9, 0x2E, 0x74, 0x78, 0x74, 0]
    let file = name.withUnsafeBufferPointer {
      $0.withMemoryRebound(to: CChar.self) { creat($0.baseAddress!, 0o600) }
    }
    #expect(file >= 0)
    close(file)
    let path = folder.path + "/b\u{FFFD}.txt"
    #expect(try findExports(at: folder.path).last == FoundExport(path: path, form: .unusable))
    for error in [ExportError.notARegularFile(path: path), .noSuchInput(path: path)] {
      #expect("\(error)".contains("not UTF-8"))
    }
  }
}
