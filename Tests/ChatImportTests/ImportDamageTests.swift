import Foundation
import TestServer
import Testing
import WhatsAppExport

@testable import ChatImport

/// Archives whose files are not what their checksums say.
struct ImportDamageTests {
  private let name = "IMG-20220310-WA0001.jpg"
  private let stray = "IMG-20220310-WA0002.jpg"

  private func archive(_ inbox: TestInbox, spoiling spoiled: String?) throws -> ExportArchive {
    try inbox.folder.archive(
      "a.zip",
      [
        "WhatsApp Chat with Anna Berg.txt":
          "14/02/2022, 09:00 - Anna Berg: \(name) (file attached)\n14/02/2022, 09:01 - Max Muster: two\n",
        name: "a picture", stray: "a picture that no message names",
      ], spoiling: spoiled)
  }

  @Test(arguments: [true, false], ["IMG-20220310-WA0001.jpg", "IMG-20220310-WA0002.jpg"])
  func sendsNothingOfOneWithADamagedFile(isDryRun: Bool, spoiled: String) async throws {
    let inbox = try TestInbox()
    let good = try inbox.folder.export(
      "b", title: "Ben Carl", "14/02/2022, 09:00 - Ben Carl: one\n")
    let report = try await inbox.run(
      [try archive(inbox, spoiling: spoiled), good], options { $0.isDryRun = isDryRun })
    #expect(report.stop == nil)
    #expect(report.imports.map(\.state) == [.failed, isDryRun ? .planned : .done])
    #expect(report.imports[0].problems.map(\.code) == ["archive-damaged"])
    #expect(report.imports.map(\.outcome) == [.badInput, .allDone])
    #expect(inbox.proxy.count("POST") == (isDryRun ? 0 : 1))
  }

  /// What changed while the server was waited for is not begun to be sent, and no answer to it is missed.
  @Test func beginsNoImportOfAnArchiveThatChangedMeanwhile() async throws {
    let inbox = try TestInbox()
    let archive = try archive(inbox, spoiling: nil)
    let path = archive.path
    inbox.proxy.harm { request in
      guard request.path == "/api/v1/chat_import/" else { return nil }
      #expect(utimes(path, nil) == 0)
      return .answer(.status(429, [("Retry-After", "0")]))
    }
    let report = try await inbox.run([archive])
    let stop = try #require(report.stop)
    #expect("\(stop)".contains("could not be read"))
    #expect(inbox.proxy.count("POST", "/api/v1/chat_import/") == 1)
    #expect(report.imports.first?.parts.map(\.state).contains(.unknown) == false)
    inbox.proxy.harm { _ in nil }
    #expect(
      try await inbox.run([try self.archive(inbox, spoiling: nil)]).imports.first?.isVerified
        == true)
    #expect(try await inbox.shown().map(\.media) == [9, nil])
  }

  @Test func importsOneThatIsWhole() async throws {
    let inbox = try TestInbox()
    let report = try await inbox.run([try archive(inbox, spoiling: nil)])
    #expect(report.imports.first?.isVerified == true)
    #expect(try await inbox.shown().map(\.media) == [9, nil])
  }
}
