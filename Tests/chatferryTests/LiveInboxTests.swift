import Files
import JSONText
import TestServer
import Testing

@testable import InboxAPI
@testable import chatferry

/// Files of a live inbox, as an export takes them.
@MainActor @Suite(.timeLimit(.minutes(50))) struct LiveInboxTests {
  private nonisolated static let limit: Int64 = 300_000

  private func file(_ reaction: Reaction) async throws -> InboxFile {
    let server = try TestServer { _ in reaction }
    defer { server.stop() }
    let client = try GetChatClient(
      url: server.url, token: Secret("t"), settings: ClientSettings())
    guard case .parsed(let arguments) = try Arguments.read(["export", "--to", "-"]) else {
      throw Chatferry.Complaint(text: "no command was found")
    }
    var choices = Console.Choices()
    choices.progress = .none
    let inbox = LiveInbox(
      client, origin: "x", try ExportRequest(arguments), ProgressDisplay(Console(choices)),
      mediumLimit: Self.limit)
    return try await inbox.file(
      InboxMessage.Media(type: "image", json: JSONValue(parsing: Array(#"{"id":"5"}"#.utf8))))
  }

  /// A byte more than the limit, and no end at all.
  @Test(arguments: [
    Reaction.answer(200, body: [UInt8](repeating: 0x78, count: Int(limit) + 1)),
    .flood(Array("HTTP/1.1 200 OK\r\n\r\n".utf8), piece: [UInt8](repeating: 0x78, count: 65_536)),
  ])
  func takesNoFileWithoutEnd(_ reaction: Reaction) async throws {
    guard case .lost(let reason) = try await file(reaction) else {
      Issue.record("it was taken")
      return
    }
    #expect(reason == "it is larger than 300000 bytes")
  }

  @Test func takesAFileOfTheLargestSize() async throws {
    let body = (0..<Int(Self.limit)).map { UInt8(truncatingIfNeeded: $0 / 7) }
    guard case .bytes(let source, nil) = try await file(.answer(200, body: body)) else {
      Issue.record("it was not taken")
      return
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 100_000)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    #expect(bytes == body)
  }
}
