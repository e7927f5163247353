import Synchronization
import TestServer
import Testing
import WhatsAppExport

@testable import ChatImport

/// What is sent once more after nothing of it arrived.
struct ImportResendTests {
  private struct Killed: Error {}

  private func export(_ inbox: TestInbox) throws -> ExportArchive {
    let lines = (0..<20).map { "14/02/2022, 09:\(10 + $0) - Anna Berg: message \($0)\n" }
    return try inbox.folder.export("a", lines.joined())
  }

  /// Loses the first import; what becomes of the later ones is for `later` to say.
  private func loseTheFirst(
    _ inbox: TestInbox, then later: @escaping @Sendable (Request) -> InboxProxy.Harm?
  ) {
    let count = Mutex(0)
    inbox.proxy.harm { request in
      guard request.path == "/api/v1/chat_import/" else { return nil }
      let number = count.withLock {
        $0 += 1
        return $0
      }
      return number == 1 ? .loseRequest : later(request)
    }
  }

  /// The first run may be killed right after the loss: then the next one sends again.
  private func run(_ inbox: TestInbox, killed: Bool) async throws -> ImportReport {
    if killed {
      _ = try await inbox.run([try export(inbox)]) { if $0 == .partLost { throw Killed() } }
    }
    return try await inbox.run([try export(inbox)])
  }

  @Test(arguments: [true, false])
  func isHalvedWhenItIsTooLarge(killed: Bool) async throws {
    let inbox = try TestInbox()
    loseTheFirst(inbox) { $0.body.count > 700 ? .answer(.json("{}", status: 413)) : nil }
    let report = try await run(inbox, killed: killed)
    #expect(report.stop == nil)
    let result = try #require(report.imports.first)
    #expect(result.state == .done)
    #expect(result.isVerified)
    #expect(result.parts.map(\.messages).reduce(0, +) == 20)
    #expect(result.parts.count > 1)
    #expect(result.parts.allSatisfy { $0.state == .done })
    #expect(try await inbox.shown().map(\.text) == (0..<20).map { "message \($0)" })
    #expect(try await inbox.run([try export(inbox)]).imports.first?.state == .skipped)
  }

  @Test(arguments: [true, false])
  func isReportedWhenItIsRefused(killed: Bool) async throws {
    let inbox = try TestInbox()
    loseTheFirst(inbox) { _ in .answer(.json("{\"chat_text\":[\"odd\"]}", status: 400)) }
    let report = try await run(inbox, killed: killed)
    #expect(report.stop == nil)
    let result = try #require(report.imports.first)
    #expect(result.state == .failed)
    #expect(result.outcome == .needsAttention)
    #expect(result.parts.map(\.state) == [.failed])
    #expect(result.problems.map(\.code) == ["import-refused"])
    #expect(inbox.proxy.count("POST", "/api/v1/chat_import/") == 2)
    inbox.proxy.harm { _ in nil }
    #expect(try await inbox.run([try export(inbox)]).imports.first?.isVerified == true)
    #expect(try await inbox.shown().count == 20)
  }

  @Test(arguments: [true, false])
  func isNotSentAThirdTime(killed: Bool) async throws {
    let inbox = try TestInbox()
    loseTheFirst(inbox) { _ in .loseRequest }
    let result = try #require(try await run(inbox, killed: killed).imports.first)
    #expect(result.state == .failed)
    #expect(result.parts.map(\.state) == [.unknown])
    #expect(result.problems.map(\.code) == ["import-partial"])
    #expect(inbox.clock.slept == [30, 90, 30, 90])
    #expect(inbox.proxy.count("POST", "/api/v1/chat_import/") == 2)
  }

  @Test(arguments: [true, false])
  func isAdoptedWhenTheSecondAnswerIsLost(killed: Bool) async throws {
    let inbox = try TestInbox()
    loseTheFirst(inbox) { _ in .loseAnswer }
    let result = try #require(try await run(inbox, killed: killed).imports.first)
    #expect(result.isVerified)
    #expect(result.parts.map(\.state) == [.adopted])
    #expect(inbox.proxy.count("POST", "/api/v1/chat_import/") == 2)
    #expect(try await inbox.shown().count == 20)
  }

  // MARK: Lines of the app

  /// Its second part, in summer, is a line of the app alone.
  private func exportWithNotice(_ inbox: TestInbox) throws -> ExportArchive {
    try inbox.folder.export(
      "a",
      """
      10/03/2022, 11:00 - Anna Berg: one
      30/06/2022, 09:00 - Messages and calls are end-to-end encrypted. Tap to learn more.
      24/12/2022, 18:00 - Anna Berg: three

      """)
  }

  /// Does harm to the second import.
  private func harmTheSecond(_ inbox: TestInbox, _ harm: InboxProxy.Harm) {
    let count = Mutex(0)
    inbox.proxy.harm { request in
      guard request.path == "/api/v1/chat_import/" else { return nil }
      let number = count.withLock {
        $0 += 1
        return $0
      }
      return number == 2 ? harm : nil
    }
  }

  @Test(arguments: [true, false])
  func isAPartOfLinesOfTheAppAloneToo(isAnswerLost: Bool) async throws {
    let inbox = try TestInbox()
    harmTheSecond(inbox, isAnswerLost ? .loseAnswer : .loseRequest)
    let result = try #require(
      try await inbox.run([try exportWithNotice(inbox)]).imports.first)
    #expect(result.isVerified)
    #expect(result.parts.map(\.messages) == [1, 1, 1])
    #expect(result.parts.map(\.state) == [.done, isAnswerLost ? .adopted : .done, .done])
    #expect(inbox.clock.slept == (isAnswerLost ? [] : [30, 90]))
    #expect(inbox.proxy.count("POST", "/api/v1/chat_import/") == (isAnswerLost ? 3 : 4))
    #expect(try await inbox.shown().map(\.type) == ["text", "system", "text"])
  }

  @Test(arguments: [ImportStep.partDone, .partIntended, .partLost])
  func losesNoLineOfTheAppWhereverItIsStopped(at step: ImportStep) async throws {
    let inbox = try TestInbox()
    harmTheSecond(inbox, .loseRequest)
    let count = Mutex(0)
    let last = step == .partIntended ? 2 : 1
    _ = try await inbox.run([try exportWithNotice(inbox)]) { reached in
      guard reached == step else { return }
      let number = count.withLock {
        $0 += 1
        return $0
      }
      if number == last { throw Killed() }
    }
    inbox.proxy.harm { _ in nil }
    let result = try #require(
      try await inbox.run([try exportWithNotice(inbox)]).imports.first)
    #expect(result.isVerified)
    #expect(try await inbox.shown().map(\.type) == ["text", "system", "text"])
    #expect(try await inbox.run([try exportWithNotice(inbox)]).imports.first?.state == .skipped)
  }
}
