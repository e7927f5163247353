import Foundation
import LocalInbox
import TestServer
import Testing
import WhatsAppExport

@testable import ChatImport

struct ImportRunTests {
  private let text = """
    10/03/2022, 11:00 - Messages and calls are end-to-end encrypted. Tap to learn more.
    10/03/2022, 11:00 - Anna Berg: Hello “Max”
    10/03/2022, 11:01 - Max Muster: Two lines,
    the second\twith a tab \\ and a backslash
    10/03/2022, 11:02 - Anna Berg: IMG-20220310-WA0001.jpg (file attached)
    From the lake
    31/03/2022, 09:00 - Anna Berg: late 🌷
    """

  @Test func importsAChatWithItsMedia() async throws {
    let inbox = try TestInbox()
    let export = try inbox.folder.export(
      "a", text, files: ["IMG-20220310-WA0001.jpg": Array("\u{1}picture".utf8)])
    let report = try await inbox.run([export])
    #expect(report.stop == nil)
    let result = try #require(report.imports.first)
    #expect(result.problems == [])
    #expect(result.state == .done)
    #expect(result.isVerified)
    #expect(result.chat == partner)
    #expect(result.messages == 5)
    #expect(
      result.media
        == {
          var media = ImportResult.Media(); media.uploaded = 1; media.bytes = 8; return media
        }())
    #expect(
      result.parts == [
        .init(utcOffsetMinutes: 60, messages: 4, state: .done),
        .init(utcOffsetMinutes: 120, messages: 1, state: .done),
      ])
    #expect(
      try await inbox.shown().filter { $0.type != "system" } == [
        Shown(time: utc("2022-03-10T10:00:00"), isFromUs: false, type: "text", text: "Hello “Max”"),
        Shown(
          time: utc("2022-03-10T10:01:00"), isFromUs: true, type: "text",
          text: "Two lines,\nthe second\twith a tab \\ and a backslash"),
        Shown(
          time: utc("2022-03-10T10:02:00"), isFromUs: false, type: "image", text: "From the lake",
          media: 8),
        Shown(time: utc("2022-03-31T07:00:00"), isFromUs: false, type: "text", text: "late 🌷"),
      ])
  }

  @Test func doesNothingTheSecondTime() async throws {
    let inbox = try TestInbox()
    let export = try inbox.folder.export(
      "a", text, files: ["IMG-20220310-WA0001.jpg": Array("picture".utf8)])
    _ = try await inbox.run([export])
    let before = try await inbox.shown()
    let posts = inbox.proxy.count("POST")
    let report = try await inbox.run([export])
    let result = try #require(report.imports.first)
    #expect(result.state == .skipped)
    #expect(result.isVerified)
    #expect(result.outcome == .allDone)
    #expect(result.parts.map(\.state) == [.done, .done])
    #expect(inbox.proxy.count("POST") == posts)
    #expect(try await inbox.shown() == before)
  }
}
