import Files
import Foundation
import Testing

@testable import WhatsAppExport

struct FolderExportTests {
  private func opened(_ path: String, _ form: FoundExport.Form = .folder) throws -> ExportArchive {
    try ExportArchive(opening: FoundExport(path: path, form: form))
  }

  @Test func readsAnUnzippedExport() throws {
    let folder = try ScratchFolder()
    try folder.write("WhatsApp Chat - Ana/_chat.txt", ArchiveCase.chatText)
    try folder.write("WhatsApp Chat - Ana/b.jpg", "photo")
    try folder.write("WhatsApp Chat - Ana/a.jpg", "")
    try folder.write("WhatsApp Chat - Ana/Media/c.jpg", "deeper")
    try folder.write("WhatsApp Chat - Ana/Media/WhatsApp Images/d.jpg", "deepest")
    // Another export.
    try folder.write("WhatsApp Chat - Ana/Ben/_chat.txt", ArchiveCase.chatText)
    try folder.write("WhatsApp Chat - Ana/Ben/b.jpg", "of Ben")
    try folder.write("WhatsApp Chat - Ana/.DS_Store", "dust")
    try folder.write("WhatsApp Chat - Ana/._b.jpg", "dust")
    try folder.write("WhatsApp Chat - Ana/__MACOSX/._b.jpg", "dust")
    let archive = try opened(folder.path + "/WhatsApp Chat - Ana")
    #expect(archive.title == "Ana")
    #expect(archive.chatText.name == "_chat.txt")
    #expect(archive.media.map(\.name) == ["d.jpg", "c.jpg", "a.jpg", "b.jpg"])
    let contents = try archive.media.map { try archive.openMedia($0).readAll() }
    #expect(contents == [Array("deepest".utf8), Array("deeper".utf8), [], Array("photo".utf8)])
    #expect(try archive.openChatText().readAll(by: 3) == Array(ArchiveCase.chatText.utf8))
    try archive.verifyMedia()
    #expect(archive.problems.isEmpty)
  }

  @Test func followsNoLinks() throws {
    let folder = try ScratchFolder()
    try folder.write("in/_chat.txt", ArchiveCase.chatText)
    try folder.link("in/photo.jpg", to: "/etc/passwd")
    try folder.link("in/more", to: "/etc")
    #expect(mkfifo(folder.path + "/in/pipe", 0o600) == 0)
    let archive = try opened(folder.path + "/in")
    #expect(archive.media.isEmpty)
    #expect(archive.problems.map(\.code) == Array(repeating: "archive-special-file", count: 3))
    #expect(
      archive.problems.map { $0.message.prefix(12) } == [
        "“more”: is a", "“photo.jpg”:", "“pipe”: is a",
      ])
  }

  @Test func opensNoFileThatBecameALink() throws {
    let folder = try ScratchFolder()
    try folder.write("in/_chat.txt", ArchiveCase.chatText)
    let photo = try folder.write("in/photo.jpg", "photo")
    let archive = try opened(folder.path + "/in")
    try FileManager.default.removeItem(atPath: photo)
    try folder.link("in/photo.jpg", to: "/etc/passwd")
    #expect(throws: ExportError.notARegularFile(path: photo)) { try archive.verifyMedia() }
    try FileManager.default.removeItem(atPath: photo)
    #expect(throws: ExportError.noSuchInput(path: photo)) { try archive.verifyMedia() }
    try folder.write("in/photo.jpg", "another photo")
    #expect(throws: ExportError.archiveChanged(path: photo)) { try archive.verifyMedia() }
  }

  @Test func noticesThatAFileGrowsWhileItIsRead() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("chat.txt", ArchiveCase.chatText)
    let source = try opened(path, .text).openChatText()
    var few = [UInt8](repeating: 0, count: 5)
    #expect(try few.withUnsafeMutableBytes { try source.read(into: $0) } == 5)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: [10])
    #expect(throws: ExportError.archiveChanged(path: path)) { try source.readAll() }
  }

  @Test(arguments: [("chat", ArchiveCase.chatText), ("a.txt", "what is this?"), ("a.txt", "")])
  func takesABareTextAsItIs(_ name: String, _ text: String) throws {
    let folder = try ScratchFolder()
    let archive = try opened(folder.write(name, text), .text)
    #expect(archive.chatText.name == name)
    #expect(try archive.openChatText().readAll() == Array(text.utf8))
  }

  @Test func namesTheFolderThatADotStandsFor() throws {
    let folder = try ScratchFolder()
    try folder.write("WhatsApp Chat - Ana/_chat.txt", ArchiveCase.chatText)
    #expect(try opened(folder.path + "/WhatsApp Chat - Ana/.").title == "Ana")
  }

  @Test func givesABareTextNoMedia() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("WhatsApp Chat with Ana.txt", ArchiveCase.chatText)
    try folder.write("photo.jpg", "photo")
    let archive = try opened(path, .text)
    #expect(archive.title == "Ana")
    #expect(archive.media.isEmpty)
    #expect(try archive.openChatText().readAll() == Array(ArchiveCase.chatText.utf8))
    try archive.verifyMedia()
  }
}
