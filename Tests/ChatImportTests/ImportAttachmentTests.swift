import TestServer
import Testing

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
}
