import Files
import Foundation
import InboxAPI
import Synchronization
import TestServer
import Testing
import WhatsAppExport

@testable import ChatImport

/// Imports that are cut off and taken up again.
struct ImportFaultTests {
  private struct Killed: Error {}

  /// Three parts: before, in and after a summer; two files, one of them twice under two names.
  private static let text = """
    10/03/2022, 11:00 - Anna Berg: one
    10/03/2022, 11:00 - Anna Berg: one
    10/03/2022, 11:02 - Anna Berg: IMG-20220310-WA0001.jpg (file attached)
    10/03/2022, 11:03 - Max Muster: IMG-20220310-WA0002.jpg (file attached)
    30/06/2022, 09:00 - Anna Berg: two
    30/06/2022, 09:01 - Max Muster: IMG-20220630-WA0003.jpg (file attached)
    24/12/2022, 18:00 - Anna Berg: three

    """
  private static let files = [
    "IMG-20220310-WA0001.jpg": Array("picture".utf8),
    "IMG-20220310-WA0002.jpg": Array("another picture".utf8),
    "IMG-20220630-WA0003.jpg": Array("picture".utf8),
  ]

  private func export(_ inbox: TestInbox, _ name: String = "a") throws -> ExportArchive {
    try inbox.folder.export(name, Self.text, files: Self.files)
  }

  @Test func endsTheSameWhereverItIsStopped() async throws {
    let whole = try TestInbox()
    let count = Mutex(0)
    _ = try await whole.run([try export(whole)]) { _ in count.withLock { $0 += 1 } }
    let expected = try await whole.shown()
    #expect(expected.count == 7)
    #expect(expected.compactMap(\.media) == [7, 15, 7])
    let steps = count.withLock { $0 }
    // One of the plan, one intent and two files of two steps each, three parts of three, the end.
    #expect(steps == 1 + 1 + 4 + 9 + 1)
    for stop in 1...steps {
      let inbox = try TestInbox()
      let reached = Mutex(0)
      let killed = try await inbox.run([try export(inbox)]) { _ in
        let now = reached.withLock { count in
          count += 1
          return count
        }
        if now == stop { throw Killed() }
      }
      #expect(killed.stop != nil, "step \(stop)")
      let second = try await inbox.run([try export(inbox)])
      #expect(second.stop == nil, "step \(stop)")
      let result = try #require(second.imports.first)
      #expect(result.isVerified, "step \(stop): \(result)")
      #expect(result.parts.map(\.messages) == [4, 2, 1], "step \(stop)")
      #expect(try await inbox.shown() == expected, "step \(stop)")
      let posts = inbox.proxy.count("POST", "/api/v1/chat_import/")
      #expect(posts == 3, "step \(stop)")
      // A file may go twice when its answer was not written down; no message shows the first one.
      let uploads = inbox.proxy.count("POST", "/api/v1/media/")
      #expect((2...3).contains(uploads), "step \(stop)")
      let isSaid = result.problems.contains { $0.code == "media-perhaps-doubled" }
      #expect(isSaid || uploads == 2, "step \(stop)")
      // Between the note that files are about to go and the last answer.
      #expect(!isSaid || (2...6).contains(stop), "step \(stop)")
      let third = try await inbox.run([try export(inbox)])
      #expect(third.imports.first?.state == .skipped, "step \(stop)")
      #expect(inbox.proxy.count("POST", "/api/v1/chat_import/") == posts, "step \(stop)")
    }
  }

  /// Of uploads that a server refused as a whole, or asked to wait with, nothing arrived.
  @Test(arguments: [Reaction.status(403), .status(429, [("Retry-After", "3600")])])
  func fearsNoDoublesOfUploadsThatWereNotTaken(_ answer: Reaction) async throws {
    let inbox = try TestInbox()
    inbox.proxy.harm { $0.path == "/api/v1/media/" ? .answer(answer) : nil }
    #expect(try await inbox.run([try export(inbox)]).stop != nil)
    inbox.proxy.harm { _ in nil }
    let result = try #require(try await inbox.run([try export(inbox)]).imports.first)
    #expect(result.isVerified)
    #expect(result.problems.isEmpty, "\(result.problems)")
  }

  /// What an earlier run lost the answer of may be there, whatever a run in between is told.
  @Test func doesNotForgetAnUploadWhoseAnswerAnEarlierRunLost() async throws {
    let inbox = try TestInbox()
    inbox.proxy.harm { $0.path == "/api/v1/media/" ? .loseAnswer : nil }
    #expect(try await inbox.run([try export(inbox)]).stop != nil)
    inbox.proxy.harm { $0.path == "/api/v1/media/" ? .answer(.status(403)) : nil }
    #expect(try await inbox.run([try export(inbox)]).stop != nil)
    inbox.proxy.harm { _ in nil }
    let result = try #require(try await inbox.run([try export(inbox)]).imports.first)
    #expect(result.isVerified)
    #expect(result.problems.map(\.code) == ["media-perhaps-doubled"])
  }

  /// Harms requests to a path by their number, from 1 on.
  private func harm(
    _ path: String, of inbox: TestInbox, _ harm: @escaping @Sendable (Int) -> InboxProxy.Harm?
  ) {
    let seen = Mutex(0)
    inbox.proxy.harm { request in
      guard request.path == path else { return nil }
      return harm(
        seen.withLock { count in
          count += 1
          return count
        })
    }
  }

  /// A first try without an answer, and a second one that is refused: the file may be there all the same.
  @Test func doesNotForgetAnUploadWhoseFirstTryWasLost() async throws {
    let inbox = try TestInbox()
    harm("/api/v1/media/", of: inbox) { $0 == 1 ? .loseAnswer : .answer(.status(403)) }
    #expect(try await inbox.run([try export(inbox)]).stop != nil)
    inbox.proxy.harm { _ in nil }
    let result = try #require(try await inbox.run([try export(inbox)]).imports.first)
    #expect(result.isVerified)
    #expect(result.problems.map(\.code) == ["media-perhaps-doubled"])
  }

  /// The server took the file, and took it again since its first answer was lost.
  @Test func tellsOfUploadsThatWereMadeAgainInOneRun() async throws {
    let inbox = try TestInbox()
    harm("/api/v1/media/", of: inbox) { $0 == 1 ? .loseAnswer : nil }
    let result = try #require(try await inbox.run([try export(inbox)]).imports.first)
    #expect(result.isVerified)
    #expect(result.problems.map(\.code) == ["media-perhaps-doubled"])
    #expect(result.problems.allSatisfy { $0.message.contains(": 1 file(s)") })
  }

  /// Those whose turn never came are no doubles either.
  @Test func fearsNoDoublesOfFilesBehindOneThatWasNotTaken() async throws {
    let inbox = try TestInbox()
    let names = (10..<40).map { "IMG-20220310-WA00\($0).jpg" }
    let text = names.map { "10/03/2022, 11:00 - Anna Berg: \($0) (file attached)\n" }.joined()
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0, Array($0.utf8)) })
    let export = try inbox.folder.export("a", text, files: files)
    inbox.proxy.harm { $0.path == "/api/v1/media/" ? .answer(.status(403)) : nil }
    #expect(try await inbox.run([export]).stop != nil)
    inbox.proxy.harm { _ in nil }
    let result = try #require(try await inbox.run([export]).imports.first)
    #expect(result.isVerified)
    #expect(result.problems.isEmpty, "\(result.problems)")
  }

  private func isImport(_ request: Request) -> Bool {
    request.path == "/api/v1/chat_import/"
  }

  @Test func adoptsAnImportWhoseAnswerWasLost() async throws {
    let inbox = try TestInbox()
    harm("/api/v1/chat_import/", of: inbox) { $0 == 2 ? .loseAnswer : nil }
    let report = try await inbox.run([try export(inbox)])
    let result = try #require(report.imports.first)
    #expect(report.stop == nil)
    #expect(result.state == .done)
    #expect(result.isVerified)
    #expect(result.parts.map(\.state) == [.done, .adopted, .done])
    #expect(inbox.proxy.count("POST", "/api/v1/chat_import/") == 3)
    #expect(try await inbox.shown().count == 7)
    #expect(inbox.clock.slept == [])
  }

  @Test func sendsOnceMoreWhatNeverArrived() async throws {
    let inbox = try TestInbox()
    harm("/api/v1/chat_import/", of: inbox) { $0 == 2 ? .loseRequest : nil }
    let report = try await inbox.run([try export(inbox)])
    let result = try #require(report.imports.first)
    #expect(result.parts.map(\.state) == [.done, .done, .done])
    #expect(result.isVerified)
    #expect(inbox.clock.slept == [30, 90])
    #expect(inbox.proxy.count("POST", "/api/v1/chat_import/") == 4)
    #expect(try await inbox.shown().count == 7)
  }

  @Test func givesUpAfterTheSecondLossAndGoesOnInALaterRun() async throws {
    let inbox = try TestInbox()
    inbox.proxy.harm { $0.path == "/api/v1/chat_import/" ? .loseRequest : nil }
    let first = try await inbox.run([try export(inbox)])
    let result = try #require(first.imports.first)
    #expect(first.stop == nil)
    #expect(result.state == .failed)
    #expect(result.outcome == .needsAttention)
    #expect(result.parts.map(\.state) == [.unknown, .planned, .planned])
    #expect(result.problems.map(\.code) == ["import-partial"])
    #expect(inbox.clock.slept == [30, 90, 30, 90])
    #expect(inbox.proxy.count("POST", "/api/v1/chat_import/") == 2)
    inbox.proxy.harm { _ in nil }
    let second = try await inbox.run([try export(inbox)])
    #expect(second.imports.first?.state == .done)
    #expect(second.imports.first?.isVerified == true)
    // The times are those of the journal: nothing is waited for again.
    #expect(inbox.clock.slept == [30, 90, 30, 90])
    #expect(try await inbox.shown().count == 7)
  }

  @Test func goesOnFromTheJournalledTimesAfterAKill() async throws {
    let inbox = try TestInbox()
    inbox.proxy.harm { $0.path == "/api/v1/chat_import/" ? .loseRequest : nil }
    _ = try await inbox.run([try export(inbox)]) { if $0 == .partLost { throw Killed() } }
    inbox.proxy.harm { _ in nil }
    inbox.clock.pass(50)
    let second = try await inbox.run([try export(inbox)])
    #expect(inbox.clock.slept == [70])
    #expect(second.imports.first?.isVerified == true)
    #expect(try await inbox.shown().count == 7)
  }

  /// The rows of a chat lie elsewhere when other chats are imported with it: neither may another chat's text be
  /// sent in its place, nor a lost part be believed without a look.
  @Test(arguments: [true, false])
  func takesUpAPartWhateverElseIsImportedWithIt(_ isFirstAlone: Bool) async throws {
    let inbox = try TestInbox()
    let other = try inbox.folder.export(
      "0", title: "Olga Roth",
      """
      11/03/2022, 10:00 - Olga Roth: hers
      11/03/2022, 10:01 - Max Muster: mine
      12/03/2022, 10:00 - Olga Roth: hers again

      """)
    let both = options {
      $0.people = People(
        me: [me], numbers: ["Anna Berg": partner, "Olga Roth": "49170000002"])
    }
    let exports = [other, try export(inbox)]
    inbox.proxy.harm { request in
      request.path == "/api/v1/chat_import/"
        && String(decoding: request.body, as: UTF8.self).contains("Anna Berg: one")
        ? .loseRequest : nil
    }
    _ = try await inbox.run(isFirstAlone ? [exports[1]] : exports, both) {
      if $0 == .partLost { throw Killed() }
    }
    inbox.proxy.harm { _ in nil }
    let second = try await inbox.run(isFirstAlone ? exports : [exports[1]], both)
    #expect(second.stop == nil)
    #expect(inbox.clock.slept.reduce(0, +) >= 120)
    #expect(second.imports.allSatisfy { $0.isVerified })
    #expect(
      try await inbox.shown().map(\.text)
        == ["one", "one", nil, nil, "two", nil, "three"])
    #expect(
      try await inbox.shown("49170000002").map(\.text) == ["hers", "mine", "hers again"])
  }

  @Test func leavesAlonePartOfAnImport() async throws {
    let inbox = try TestInbox()
    // Somebody else's hand: the first message alone comes in while the answer is lost.
    let other = try inbox.folder.export("other", "10/03/2022, 11:00 - Anna Berg: one\n")
    inbox.proxy.harm { $0.path == "/api/v1/chat_import/" ? .loseRequest : nil }
    _ = try await inbox.run([try export(inbox)]) { if $0 == .partLost { throw Killed() } }
    inbox.proxy.harm { _ in nil }
    let hand = ImportRun(
      [other], client: try inbox.client(), inboxKey: "another key",
      stateDirectory: inbox.folder.path + "/state", options: options(), clock: inbox.clock.clock)
    #expect(await hand.run().imports.first?.state == .done)
    let report = try await inbox.run([try export(inbox)])
    let result = try #require(report.imports.first)
    #expect(result.state == .failed)
    #expect(result.parts.map(\.state) == [.unknown])
    let problem = try #require(result.problems.first)
    #expect(problem.code == "import-partial")
    #expect(problem.message.contains("1 of its 4 messages"))
    #expect(try await inbox.shown().count == 1)
  }

  @Test func waitsOutALostPartOfAnotherPlan() async throws {
    let inbox = try TestInbox()
    inbox.proxy.harm { $0.path == "/api/v1/chat_import/" ? .loseAnswer : nil }
    _ = try await inbox.run([try export(inbox)]) { if $0 == .partLost { throw Killed() } }
    inbox.proxy.harm { _ in nil }
    let longer = try inbox.folder.export(
      "b", Self.text + "25/12/2022, 18:00 - Anna Berg: four\n", files: Self.files)
    let report = try await inbox.run([longer])
    let result = try #require(report.imports.first)
    #expect(inbox.clock.slept == [120])
    #expect(result.isVerified, "\(result)")
    #expect(result.parts.map(\.messages) == [2, 2])
    #expect(try await inbox.shown().count == 8)
  }

  @Test(arguments: [true, false])
  func waitsAsLongAsABusyServerAsksAndThenLooks(_ hasActed: Bool) async throws {
    let inbox = try TestInbox()
    let imports = Mutex(0)
    inbox.proxy.harm { request in
      guard request.path == "/api/v1/chat_import/",
        imports.withLock({
          $0 += 1
          return $0 == 1
        })
      else { return nil }
      let busy = Reaction.status(503, [("Retry-After", "7")], "busy")
      return hasActed ? .act(busy) : .answer(busy)
    }
    let report = try await inbox.run([try export(inbox)])
    #expect(report.stop == nil)
    let result = try #require(report.imports.first)
    #expect(result.isVerified)
    #expect(result.parts.first?.state == (hasActed ? .adopted : .done))
    #expect(inbox.clock.slept.first == 7)
    #expect(inbox.clock.slept.reduce(0, +) == (hasActed ? 7 : 120))
    #expect(try await inbox.shown().count == 7)
  }

  @Test func stopsWhenTheServerThrottlesForLongAndCanBeTakenUp() async throws {
    let inbox = try TestInbox()
    inbox.proxy.harm { request in
      request.path == "/api/v1/chat_import/"
        ? .answer(.status(503, [("Retry-After", "9000")], "busy")) : nil
    }
    let report = try await inbox.run([try export(inbox)])
    guard case .server(let error)? = report.stop else {
      Issue.record("no stop")
      return
    }
    #expect(error.exit == .throttled)
    #expect(inbox.proxy.count("POST", "/api/v1/chat_import/") == 1)
    inbox.proxy.harm { _ in nil }
    inbox.clock.pass(500)
    #expect(try await inbox.run([try export(inbox)]).imports.first?.isVerified == true)
    #expect(try await inbox.shown().count == 7)
  }

  @Test func stopsWhenTheTokenIsRefused() async throws {
    let inbox = try TestInbox()
    inbox.proxy.harm { _ in .answer(.json("{\"detail\":\"Invalid token.\"}", status: 401)) }
    let report = try await inbox.run([try export(inbox)])
    guard case .server(let error)? = report.stop else {
      Issue.record("no stop")
      return
    }
    #expect(error.exit == .refused)
    #expect(report.imports.isEmpty)
    #expect(inbox.proxy.count("POST") == 0)
  }

  @Test func isInterruptedAtASafePoint() async throws {
    let inbox = try TestInbox()
    let export = try export(inbox)
    let gate = Mutex<Task<ImportReport, any Error>?>(nil)
    let task = Task {
      try await inbox.run([export]) { step in
        if step == .partDone { gate.withLock { $0?.cancel() } }
      }
    }
    gate.withLock { $0 = task }
    let report = try await task.value
    #expect(report.stop == .interrupted)
    #expect(try await inbox.run([export]).imports.first?.isVerified == true)
    #expect(try await inbox.shown().count == 7)
  }

  @Test func waitsForTheAnswerOfWhatIsUnderWayWhenItIsInterrupted() async throws {
    let inbox = try TestInbox()
    let export = try export(inbox)
    let gate = Mutex<Task<ImportReport, any Error>?>(nil)
    inbox.proxy.harm { request in
      if request.path == "/api/v1/chat_import/" { gate.withLock { $0?.cancel() } }
      return nil
    }
    // Not before the task is known to the closure above.
    let (started, start) = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      for await _ in started { break }
      return try await inbox.run([export])
    }
    gate.withLock { $0 = task }
    start.yield()
    let report = try await task.value
    #expect(report.stop == .interrupted)
    #expect(report.imports.first?.parts.map(\.state) == [.done, .planned, .planned])
    #expect(inbox.proxy.count("POST", "/api/v1/chat_import/") == 1)
    #expect(try await inbox.run([export]).imports.first?.isVerified == true)
    #expect(inbox.proxy.count("POST", "/api/v1/chat_import/") == 3)
  }

  @Test func leavesOutAFileThatTheServerRefuses() async throws {
    let inbox = try TestInbox()
    inbox.proxy.harm { request in
      request.path == "/api/v1/media/" && request.form?.first?.fileName?.contains("0002") == true
        ? .answer(.json("{\"file_encoded\":[\"too odd\"]}", status: 400)) : nil
    }
    let result = try #require(try await inbox.run([try export(inbox)]).imports.first)
    #expect(result.state == .done)
    #expect(result.outcome == .needsAttention)
    #expect(result.media.failed == 1)
    #expect(result.media.uploaded == 1)
    #expect(result.media.reused == 1)
    #expect(result.problems.map(\.code) == ["media-refused"])
    #expect(result.isVerified)
    #expect(try await inbox.shown().compactMap(\.media) == [7, 7])
  }

  @Test func refusesASecondRunOfTheSameChatMeanwhile() async throws {
    let inbox = try TestInbox()
    let folder = ImportJournal.folder(for: "test", below: inbox.folder.path + "/state")
    try Folder.create(folder)
    let key = try ImportJournal(folder: folder).key(ofChat: partner)
    let path = "\(folder)/chat-\(key.prefix(32)).lock"
    let lock = try FileLock(path, .exclusive)
    let report = try await inbox.run([try export(inbox)])
    #expect(report.stop == .locked(path: path))
    #expect(inbox.proxy.count("POST") == 0)
    withExtendedLifetime(lock) {}
  }
}
