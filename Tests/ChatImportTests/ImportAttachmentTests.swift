import TestServer
import Testing
import WhatsAppExport

@testable import ChatImport

@Suite struct ImportAttachmentTests {
  /// A file that is named in a thousand messages is one file.
  @Test func uploadsAFileOnceHoweverOftenItIsNamed() async throws {
    let inbox = try TestInbox()
    let lines = (0..<1_000).map { number in
      "10/03/2022, \(number / 60 < 10 ? "0" : "")\(number / 60):\(number % 60 < 10 ? "0" : "")\(number % 60) - "
        + "Anna Berg: IMG-20220310-WA0001.jpg (file attached)\n"
    }
    let export = try inbox.folder.export(
      "a", lines.joined(), files: ["IMG-20220310-WA0001.jpg": Array("picture".utf8)])
    let result = try #require(try await inbox.run([export]).imports.first)
    #expect(result.isVerified)
    #expect(result.media.uploaded == 1)
    #expect(inbox.proxy.count("POST", "/api/v1/media/") == 1)
    #expect(result.messages == 1_000)
  }

  /// Of two exports of one chat each lacks a file that the other has, and both lack the third.
  @Test func missesOnlyFilesThatNoExportHas() async throws {
    let inbox = try TestInbox()
    let names = (1...3).map { "IMG-20220310-WA000\($0).jpg" }
    let text = names.enumerated().map {
      "10/03/2022, 10:0\($0) - Anna Berg: \($1) (file attached)\n"
    }.joined()
    let exports = try [("a", 0), ("b", 1)].map { folder, held in
      try inbox.folder.export(
        folder, text + "10/03/2022, 11:00 - Anna Berg: done\n",
        files: [names[held]: Array("picture \(held)".utf8)])
    }
    let report = try await inbox.run(exports)
    #expect(report.imports.count == 1)
    let result = try #require(report.imports.first)
    #expect(result.media.uploaded == 2)
    let missing = result.problems.filter { $0.code == "media-missing" }
    #expect(missing.map(\.line) == [3])
    #expect(missing.allSatisfy { $0.message.contains(names[2]) })
  }
}
