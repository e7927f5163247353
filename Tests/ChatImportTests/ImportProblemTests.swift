import Foundation
import InboxAPI
import JSONText
import Synchronization
import TestServer
import Testing
import WhatsAppExport

@testable import ChatImport

/// What is not sent, and what is said of it.
struct ImportProblemTests {
  private let text = "14/02/2022, 09:00 - Anna Berg: one\n14/02/2022, 09:01 - Max Muster: two\n"

  @Test func refusesAGroup() async throws {
    let inbox = try TestInbox()
    let group = try inbox.folder.export(
      "g", title: "Allotment", text + "14/02/2022, 09:01 - Ben Carl: three\n")
    let good = try inbox.folder.export("a", text)
    let report = try await inbox.run([group, good])
    #expect(report.imports.map(\.state) == [.failed, .done])
    #expect(report.imports[0].problems.map(\.code) == ["group-chat"])
    #expect(report.imports[0].outcome == .badInput)
    #expect(inbox.proxy.count("POST") == 1)
  }

  @Test func findsAllProblemsAtOnce() async throws {
    let inbox = try TestInbox()
    let export = try inbox.folder.export(
      "a", "1/2/22, 09:00 - Anna Berg: one\n1/2/22, 09:01 - Max: two\n")
    let report = try await inbox.run(
      [export],
      options {
        $0.parse.zone = nil
        $0.parse.locale = nil
        $0.people = People()
      })
    #expect(report.stop == nil)
    let result = try #require(report.imports.first)
    #expect(result.state == .failed)
    let codes = Set(result.problems.filter { $0.severity == .error }.map(\.code))
    #expect(codes.isSuperset(of: ["time-zone-missing", "me-unknown", "partner-number-missing"]))
    #expect(inbox.proxy.server.requests.isEmpty)
  }

  @Test func saysWhatCannotBeRead() async throws {
    let inbox = try TestInbox()
    let report = try await inbox.run([
      try inbox.folder.export("a", "no chat at all\n"), try inbox.folder.export("b", text),
    ])
    #expect(report.imports.map(\.state) == [.failed, .done])
    #expect(report.imports[0].problems.map(\.code) == ["header-unknown"])
  }

  @Test func takesTheNumberFromWhereItIs() async throws {
    struct Case {
      let title: String
      let author: String
      let people: People
      let number: String?
    }
    let cases = [
      Case(
        title: "+49 170 0000005", author: "Anna", people: People(me: [me]), number: "491700000005"),
      Case(
        title: "Anna", author: "\u{202A}+49 170 0000006\u{202C}", people: People(me: [me]),
        number: "491700000006"),
      Case(
        title: "Anna", author: "Anna", people: People(me: [me], numbers: ["Anna": "49170000007"]),
        number: "49170000007"),
      Case(
        title: "Anna B", author: "Anna",
        people: People(me: [me], numbers: ["Anna B": "49170000008"]), number: "49170000008"),
      Case(
        title: "+49 170 0000005", author: "Anna",
        people: People(me: [me], partnerNumber: "49170000009"), number: "49170000009"),
      Case(title: "Anna", author: "Anna", people: People(me: [me]), number: nil),
    ]
    for (index, given) in cases.enumerated() {
      let inbox = try TestInbox()
      let export = try inbox.folder.export(
        "a\(index)", title: given.title, text.replacing("Anna Berg", with: given.author))
      let result = try #require(
        try await inbox.run([export], options { $0.people = given.people }).imports.first)
      if let number = given.number {
        #expect(result.chat == number)
        #expect(result.isVerified)
      } else {
        #expect(result.problems.map(\.code) == ["partner-number-missing"])
        #expect(result.chat == given.title)
      }
    }
  }

  @Test func importsAChatInWhichOneSideAloneWrote() async throws {
    let inbox = try TestInbox()
    let export = try inbox.folder.export("a", "14/02/2022, 09:01 - Max Muster: two\n")
    let result = try #require(try await inbox.run([export]).imports.first)
    #expect(result.isVerified, "\(result)")
    #expect(try await inbox.shown().map(\.isFromUs) == [true])
  }

  @Test func sendsNothingInADryRun() async throws {
    let inbox = try TestInbox()
    let export = try inbox.folder.export(
      "a", text + "14/07/2022, 09:01 - Anna Berg: IMG-20220310-WA0001.jpg (file attached)\n",
      files: ["IMG-20220310-WA0001.jpg": [1, 2, 3]])
    let dry = options { $0.isDryRun = true }
    let report = try await inbox.run([export], dry)
    let result = try #require(report.imports.first)
    #expect(result.state == .planned)
    #expect(result.outcome == .allDone)
    #expect(
      result.parts == [
        .init(utcOffsetMinutes: 60, messages: 2, state: .planned),
        .init(utcOffsetMinutes: 120, messages: 1, state: .planned),
      ])
    #expect(inbox.proxy.server.connectionCount == 0)
    #expect(!FileManager.default.fileExists(atPath: inbox.folder.path + "/state"))
    let offline = ImportRun(
      [export], client: nil, inboxKey: "x", stateDirectory: inbox.folder.path + "/state",
      options: dry)
    #expect(await offline.run().imports == report.imports)
    let online = ImportRun(
      [export], client: nil, inboxKey: "x", stateDirectory: inbox.folder.path + "/state",
      options: options())
    #expect(await online.run().stop == .noServer)
  }

  @Test func keepsPrivateWhatItWritesDown() async throws {
    let inbox = try TestInbox()
    _ = try await inbox.run([
      try inbox.folder.export(
        "a",
        text.replacing("one", with: "Wolpertinger")
          + "14/07/2022, 09:01 - Anna Berg: Kuckucksuhr.jpg (file attached)\n",
        files: ["Kuckucksuhr.jpg": [1, 2, 3]])
    ])
    let state = inbox.folder.path + "/state"
    let files = FileManager.default.enumerator(atPath: state)?.allObjects as? [String] ?? []
    #expect(files.contains { $0.hasSuffix("journal.sqlite") })
    for file in files {
      let path = "\(state)/\(file)"
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(file)")
      if isFolder { continue }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      for word in ["Wolpertinger", "Kuckucksuhr", "Anna", partner] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(file)")
      }
    }
  }

  // MARK: Servers that read otherwise

  /// Changes every message that the inbox lists.
  private func distort(_ inbox: TestInbox, _ change: @escaping @Sendable (String) -> String) {
    inbox.proxy.harm { $0.path == "/api/v1/messages/" ? .change(change) : nil }
  }

  @Test func namesAServerThatSwapsDaysAndMonths() async throws {
    let inbox = try TestInbox()
    let right = utc("2022-04-05T07:00:00")
    let wrong = utc("2022-05-04T07:00:00")
    distort(inbox) { $0.replacing("\(right)", with: "\(wrong)") }
    let export = try inbox.folder.export("a", "05/04/2022, 09:00 - Anna Berg: one\n")
    let result = try #require(try await inbox.run([export]).imports.first)
    #expect(result.state == .done)
    #expect(!result.isVerified)
    #expect(result.outcome == .needsAttention)
    #expect(result.problems.map(\.code) == ["dates-swapped"])
    #expect(result.problems.first?.line == 1)
    #expect(inbox.clock.slept.reduce(0, +) == 60)
    // It stays said, and nothing is sent again.
    let second = try #require(try await inbox.run([export]).imports.first)
    #expect(second.state == .skipped)
    #expect(!second.isVerified)
    #expect(second.problems.map(\.code) == ["dates-swapped"])
    #expect(inbox.proxy.count("POST", "/api/v1/chat_import/") == 1)
  }

  @Test func namesTheFirstMessageThatTheServerChanged() async throws {
    let inbox = try TestInbox()
    distort(inbox) { $0.replacing("\"two\"", with: "\"zwo\"") }
    let result = try #require(
      try await inbox.run([try inbox.folder.export("a", text)]).imports.first)
    #expect(!result.isVerified)
    let problem = try #require(result.problems.first)
    #expect(problem.code == "read-back-differs")
    #expect(problem.line == 2)
    #expect(problem.message.contains("1 of 2 messages"))
  }

  /// As where a proxy sent the import to the server a second time.
  @Test func namesTheFirstMessageThatTheInboxHasTwice() async throws {
    let inbox = try TestInbox()
    distort(inbox) { answer in
      guard let end = answer.range(of: "\r\n\r\n")?.upperBound,
        var list = try? JSONSerialization.jsonObject(with: Data(answer[end...].utf8))
          as? [String: Any], let items = list["results"] as? [[String: Any]]
      else { return answer }
      list["results"] =
        items + items.filter { "\($0)".contains("two") }.map { $0.merging(["id": "again"]) { $1 } }
      let page = (try? JSONSerialization.data(withJSONObject: list)) ?? Data()
      return
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(page.count)\r\n\r\n"
        + String(decoding: page, as: UTF8.self)
    }
    let result = try #require(
      try await inbox.run([try inbox.folder.export("a", text)]).imports.first)
    #expect(result.state == .done)
    #expect(!result.isVerified)
    #expect(result.outcome == .needsAttention)
    #expect(result.problems.map(\.code) == ["read-back-doubled"])
    #expect(result.problems.first?.line == 2)
    #expect(
      result.problems.first?.message.contains("1 messages are in the inbox more often") == true)
  }

  @Test func waitsForAServerThatShowsMessagesLate() async throws {
    let inbox = try TestInbox()
    let clock = inbox.clock
    inbox.proxy.harm { request in
      request.path == "/api/v1/messages/" && clock.now < 1_700_000_020
        ? .answer(.json("{\"count\":0,\"results\":[]}")) : nil
    }
    let result = try #require(
      try await inbox.run([try inbox.folder.export("a", text)]).imports.first)
    #expect(result.isVerified)
    #expect(clock.slept == [1, 2, 4, 8, 15])
  }

  @Test func takesADocumentForItselfWhateverTitleTheServerGivesIt() async throws {
    let inbox = try TestInbox()
    inbox.proxy.harm { request in
      request.path == "/api/v1/messages/"
        ? .change { $0.replacing("Offer 7.pdf\"", with: "Offer 7 2p.\"") } : nil
    }
    let text =
      "[14.02.22, 09:00:00] Max Muster: two\n\u{200E}[14.02.22, 09:00:00] Anna Berg: Offer 7.pdf • \u{200E}2 pages "
      + "\u{200E}<attached: 00000007-Offer 7.pdf>\n"
    let export = try inbox.folder.export(
      "a", text, files: ["00000007-Offer 7.pdf": Array("%PDF-1.4\n".utf8)])
    let result = try #require(try await inbox.run([export]).imports.first)
    #expect(result.isVerified, "\(result)")
    #expect(inbox.clock.slept.isEmpty)
  }

  @Test func importsAnewWhatWasRemoved() async throws {
    let inbox = try TestInbox()
    let export = try inbox.folder.export("a", text)
    _ = try await inbox.run([export])
    let fresh = try TestInbox()
    let run = ImportRun(
      [export], client: try fresh.client(), inboxKey: "test",
      stateDirectory: inbox.folder.path + "/state", options: options(), clock: inbox.clock.clock)
    let result = try #require(await run.run().imports.first)
    #expect(result.state == .done)
    #expect(result.isVerified)
    #expect(try await fresh.shown().count == 2)
  }

  @Test func stopsAtARefusedPartAndSaysWhy() async throws {
    let inbox = try TestInbox()
    inbox.proxy.harm { request in
      request.path == "/api/v1/chat_import/"
        ? .answer(.json("{\"device_language_code\":[\"Unknown.\"]}", status: 400)) : nil
    }
    let report = try await inbox.run([try inbox.folder.export("a", text)])
    let result = try #require(report.imports.first)
    #expect(report.stop == nil)
    #expect(result.state == .failed)
    #expect(result.parts.map(\.state) == [.failed])
    #expect(!result.isVerified)
    // Its text did leave this machine: it is no input of which nothing was sent.
    #expect(result.outcome == .needsAttention)
    #expect(result.problems.map(\.code) == ["import-refused"])
    #expect(result.problems.first?.message.contains("device_language_code") == true)
  }

  @Test func goesOnWithTheOthersWhenOneExportIsSpoiled() async throws {
    let inbox = try TestInbox()
    let name = "IMG-20220310-WA0001.jpg"
    let spoiled = try inbox.folder.export(
      "a", text + "15/02/2022, 09:01 - Anna Berg: \(name) (file attached)\n",
      files: [name: Array("picture".utf8)])
    try FileManager.default.removeItem(atPath: "\(inbox.folder.path)/a/\(name)")
    let good = try inbox.folder.export(
      "b", title: "Ben Carl", text.replacing("Anna Berg", with: "Ben Carl"))
    let report = try await inbox.run([spoiled, good])
    #expect(report.stop == nil)
    #expect(report.imports.map(\.state) == [.failed, .done])
    #expect(report.imports.first?.problems.map(\.code) == ["no-such-input"])
    #expect(report.imports.map(\.outcome) == [.badInput, .allDone])
    #expect(inbox.proxy.count("POST") == 1)
  }

  @Test func listsWhatARunThatWasStoppedDidAndLeft() async throws {
    let inbox = try TestInbox()
    let answers = Mutex(0)
    inbox.proxy.harm { request in
      guard request.path == "/api/v1/chat_import/" else { return nil }
      return answers.withLock {
        $0 += 1
        return $0 == 2 ? .answer(.json("{}", status: 401)) : nil
      }
    }
    let longer =
      text + "14/07/2022, 09:00 - Anna Berg: three\n14/12/2022, 09:00 - Anna Berg: four\n"
    let report = try await inbox.run([try inbox.folder.export("a", longer)])
    let result = try #require(report.imports.first)
    #expect(report.stop != nil)
    #expect(result.state == .failed)
    #expect(result.parts.map(\.state) == [.done, .planned, .planned])
    #expect(result.parts.map(\.messages) == [2, 1, 1])
  }

  @Test func countsTheUploadsOfARunThatWasStopped() async throws {
    let inbox = try TestInbox()
    let uploads = Mutex(0)
    inbox.proxy.harm { request in
      guard request.path == "/api/v1/media/" else { return nil }
      return uploads.withLock {
        $0 += 1
        return $0 == 2 ? .answer(.json("{}", status: 401)) : nil
      }
    }
    let lines = (1...3).map {
      "15/02/2022, 09:01 - Anna Berg: IMG-20220310-WA000\($0).jpg (file attached)\n"
    }
    let files = (1...3).map { ("IMG-20220310-WA000\($0).jpg", Array("picture \($0)".utf8)) }
    let export = try inbox.folder.export(
      "a", text + lines.joined(), files: Dictionary(uniqueKeysWithValues: files))
    let result = try #require(
      try await inbox.run([export], options { $0.jobs = 1 }).imports.first)
    #expect(result.media.uploaded == 1)
    #expect(result.media.bytes == 9)
  }

  @Test func asksForOldUploadsBeforeItReliesOnThem() async throws {
    let inbox = try TestInbox()
    let files = ["IMG-20220310-WA0001.jpg": Array("picture".utf8)]
    let line = "15/02/2022, 09:01 - Anna Berg: IMG-20220310-WA0001.jpg (file attached)\n"
    _ = try await inbox.run([try inbox.folder.export("a", text + line, files: files)])
    inbox.clock.pass(25 * 3600)
    let longer = text + line + line.replacing("15/02", with: "16/02")
    let result = try #require(
      try await inbox.run([try inbox.folder.export("b", longer, files: files)]).imports.first)
    #expect(result.media.reused == 1)
    #expect(result.media.uploaded == 0)
    #expect(inbox.proxy.count("GET", "/api/v1/media/") == 1)
    inbox.clock.pass(25 * 3600)
    inbox.proxy.harm { request in
      request.method == "GET" && request.path.hasPrefix("/api/v1/media/")
        ? .answer(.json("{}", status: 404)) : nil
    }
    let longest = longer + line.replacing("15/02", with: "17/02")
    let again = try #require(
      try await inbox.run([try inbox.folder.export("c", longest, files: files)]).imports.first)
    #expect(again.media.uploaded == 1)
    #expect(again.isVerified)
    #expect(try await inbox.shown().compactMap(\.media) == [7, 7, 7])
    // More than was uploaded is not the file, and need not be read to its end.
    inbox.clock.pass(25 * 3600)
    inbox.proxy.harm { request in
      request.method == "GET" && request.path.hasPrefix("/api/v1/media/")
        ? .answer(
          .flood(Array("HTTP/1.1 200 OK\r\n\r\npicture".utf8), piece: Array("picture".utf8)))
        : nil
    }
    let last = longest + line.replacing("15/02", with: "18/02")
    let instead = try #require(
      try await inbox.run([try inbox.folder.export("d", last, files: files)]).imports.first)
    #expect(instead.media.uploaded == 1)
    #expect(instead.isVerified)
  }

  @Test func tellsDatesThatCanBeSwapped() {
    var row = PlanRow()
    row.time = utc("2022-04-05T23:30:00")
    #expect(row.timeWithDatesSwapped == utc("2022-05-04T23:30:00"))
    row.offsetMinutes = 60
    #expect(row.timeWithDatesSwapped == utc("2022-06-03T23:30:00"))
    row.time = utc("2022-04-13T10:00:00")
    #expect(row.timeWithDatesSwapped == nil)
    row.time = utc("2022-04-04T10:00:00")
    #expect(row.timeWithDatesSwapped == nil)
  }
}
