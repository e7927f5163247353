import Foundation
import InboxAPI
import JSONText
import LocalInbox
import TestServer
import Testing
import WhatsAppExport

@testable import ChatImport

/// What goes out: parts, cuts, the canonical text, joined exports.
struct ImportTextTests {
  /// A createChatImport as the server got it.
  struct Sent {
    let length: Int
    let text: String
    let offset: Int64
    let language: String
    let participants: [(name: String, number: String)]
    let files: [String]
  }

  private func sent(_ inbox: TestInbox) throws -> [Sent] {
    try inbox.proxy.server.requests.filter { $0.path == "/api/v1/chat_import/" }.map { request in
      let body = try JSONValue(parsing: request.body)
      return Sent(
        length: request.body.count, text: body["chat_text"]?.string ?? "",
        offset: body["utc_offset_minutes"]?.int ?? -1,
        language: body["device_language_code"]?.string ?? "",
        participants: (body["chat_participants"]?.array ?? []).map {
          ($0["name"]?.string ?? "", $0["wa_id"]?.string ?? "")
        },
        files: (body["media_files"]?.array ?? []).map { $0["filename"]?.string ?? "" })
    }
  }

  @Test func sendsWhatThePhoneWrote() async throws {
    let inbox = try TestInbox()
    let head = "14/02/2022, 09:00 - Anna Berg: “a” \\ \u{1}\tb\r\nzwei\r\n"
    let tail = "15/02/2022, 10:00 - Max Muster: no break at the end"
    let export = try inbox.folder.export("a", "\u{FEFF}" + head + tail)
    let result = try #require(try await inbox.run([export]).imports.first)
    #expect(result.isVerified, "\(result)")
    let sent = try #require(try sent(inbox).first)
    #expect(sent.text == head + tail)
    #expect(sent.offset == 60)
    #expect(sent.language == "en-GB")
    #expect(sent.participants.map(\.name) == ["Anna Berg"])
    #expect(sent.participants.map(\.number) == [partner])
  }

  @Test(arguments: [
    ("14/02/2022, 09:00 - ", "14/07/2022, 09:00 - ", "en-GB"),
    ("2/14/22, 9:00 AM - ", "7/14/22, 9:00 PM - ", "en-US"),
    ("2022-02-14, 09:00 - ", "2022-07-14, 09:00 - ", "en-ZA"),
    ("[14.02.22, 09:00:00] ", "[14.07.22, 09:00:00] ", "en-GB"),
    ("[2/14/22, 9:00:00\u{202F}AM] ", "[7/14/22, 9:00:00\u{202F}PM] ", "en-US"),
  ])
  func sendsAChatWithoutWordsOfTheAppAsThePhoneWroteIt(
    _ first: String, _ second: String, _ code: String
  ) async throws {
    let inbox = try TestInbox()
    let lines = ["\(first)Anna Berg: Hi\nyou\n", "\(second)Max Muster: Hello\n"]
    let path = inbox.folder.path + "/chat.txt"
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path))
    let export = try ExportArchive(opening: FoundExport(path: path, form: .text))
    let result = try #require(
      try await inbox.run([export], options { $0.parse.locale = nil }).imports.first)
    let sent = try sent(inbox)
    #expect(sent.map(\.text) == lines)
    #expect(sent.map(\.offset) == [60, 120])
    #expect(sent.map(\.language) == [code, code])
    #expect(result.isVerified, "\(result)")
  }

  @Test(arguments: ImportOptions.ChatText.allCases)
  func namesThePartnerAsTheTextDoes(_ chatText: ImportOptions.ChatText) async throws {
    let inbox = try TestInbox()
    let number = "+49\u{A0}170\u{A0}000001"
    let text =
      "14/02/2022, 09:00 - \u{202A}\(number)\u{202C}: Hi\n14/02/2022, 09:01 - Max Muster: Hello\n"
    let export = try inbox.folder.export("a", title: number, text)
    let result = try #require(
      try await inbox.run([export], options { $0.chatText = chatText }).imports.first)
    let sent = try #require(try sent(inbox).first)
    let name = chatText == .verbatim ? "\u{202A}\(number)\u{202C}" : number
    #expect(sent.participants.map { Array($0.name.utf8) } == [Array(name.utf8)])
    #expect(Data(sent.text.utf8).range(of: Data("\(name): Hi".utf8)) != nil)
    #expect(result.isVerified, "\(result)")
    #expect(try await inbox.shown().map(\.isFromUs) == [false, true])
  }

  @Test func cutsAtBothChangesOfTheClockInLondon() async throws {
    let inbox = try TestInbox()
    let lines = [
      "26/03/2022, 23:59 - Anna Berg: winter\n", "27/03/2022, 00:59 - Anna Berg: still winter\n",
      "27/03/2022, 02:00 - Max Muster: summer\n", "30/10/2022, 00:30 - Anna Berg: still summer\n",
      "30/10/2022, 01:59 - Max Muster: twice, first\n",
      "30/10/2022, 01:01 - Anna Berg: twice, second\n",
      "30/10/2022, 02:00 - Anna Berg: winter again\n",
    ]
    let export = try inbox.folder.export("a", lines.joined())
    let result = try #require(
      try await inbox.run([export], options { $0.parse.zone = .iana("Europe/London") }).imports
        .first)
    let sent = try sent(inbox)
    #expect(sent.map(\.offset) == [0, 60, 0])
    #expect(
      sent.map(\.text) == [
        lines[0...1].joined(), lines[2...4].joined(), lines[5...6].joined(),
      ])
    #expect(result.isVerified)
    #expect(
      try await inbox.shown().map(\.time) == [
        utc("2022-03-26T23:59:00"), utc("2022-03-27T00:59:00"), utc("2022-03-27T01:00:00"),
        utc("2022-10-29T23:30:00"), utc("2022-10-30T00:59:00"), utc("2022-10-30T01:01:00"),
        utc("2022-10-30T02:00:00"),
      ])
  }

  @Test func rewritesAChatOfMoreThanTwentyOffsets() async throws {
    let inbox = try TestInbox()
    let text = (2010...2020).map { year in
      "14/02/\(year), 12:00 - Anna Berg: winter\n14/07/\(year), 12:00 - Max Muster: summer\n"
    }.joined()
    let result = try #require(
      try await inbox.run([try inbox.folder.export("a", text)]).imports.first)
    let sent = try sent(inbox)
    #expect(sent.count == 1, "\(result)")
    let first = try #require(sent.first)
    #expect(first.offset == 0)
    #expect(
      first.text.hasPrefix(
        "[14/02/2010, 11:00:00] Anna Berg: winter\n[14/07/2010, 10:00:00] Max Muster: summer\n"))
    #expect(result.parts == [.init(utcOffsetMinutes: 0, messages: 22, state: .done)])
    #expect(result.isVerified)
  }

  @Test func writesTheCanonicalShape() async throws {
    let inbox = try TestInbox()
    let text = """
      3/10/22, 11:00\u{202F}PM - Messages and calls are end-to-end encrypted. Tap to learn more.
      3/10/22, 11:00\u{202F}PM - Anna Berg: Hello
      [1/2/2020, 10:00:00] Anna Berg: quoted
      3/10/22, 11:01\u{202F}PM - Anna Berg: IMG-20220310-WA0001.jpg (file attached)
      From the lake
      3/10/22, 11:02\u{202F}PM - Max Muster: <Media omitted>
      3/10/22, 11:03\u{202F}PM - Max Muster: IMG-20220310-WA0009.jpg (file attached)

      """
    let export = try inbox.folder.export(
      "a", text, files: ["IMG-20220310-WA0001.jpg": Array("picture".utf8)])
    let result = try #require(
      try await inbox.run(
        [export],
        options {
          $0.chatText = .canonical
          $0.parse.locale = "en-US"
        }
      ).imports.first)
    let sent = try #require(try sent(inbox).first)
    #expect(
      sent.text == """
        [10/03/2022, 22:00:00] Messages and calls are end-to-end encrypted. Tap to learn more.
        [10/03/2022, 22:00:00] Anna Berg: Hello
        \u{2060}[1/2/2020, 10:00:00] Anna Berg: quoted
        [10/03/2022, 22:01:00] Anna Berg: From the lake <attached: IMG-20220310-WA0001.jpg>
        [10/03/2022, 22:02:00] Max Muster: <Media omitted>
        [10/03/2022, 22:03:00] Max Muster: <attached: IMG-20220310-WA0009.jpg>

        """)
    #expect(sent.language == "en-GB")
    #expect(sent.files == ["IMG-20220310-WA0001.jpg"])
    #expect(result.isVerified, "\(result)")
    let shown = try await inbox.shown()
    #expect(shown.count { $0.media == 7 && $0.text == "From the lake" } == 1)
  }

  // MARK: Size

  private let long = (0..<20).map { number in
    "14/02/2022, 09:\(10 + number) - Anna Berg: message number \(number) with \"quotes\"\n"
  }

  @Test func keepsEveryRequestWithinTheLimit() async throws {
    let inbox = try TestInbox()
    let export = try inbox.folder.export("a", long.joined())
    let dry = try await inbox.run(
      [export],
      options {
        $0.maxImportBytes = 400
        $0.isDryRun = true
      })
    let report = try await inbox.run([export], options { $0.maxImportBytes = 400 })
    let result = try #require(report.imports.first)
    #expect(dry.imports.first?.parts.map(\.messages) == result.parts.map(\.messages))
    let sent = try sent(inbox)
    #expect(sent.map(\.text).joined() == long.joined())
    #expect(sent.allSatisfy { $0.length <= 400 })
    // As full as can be: no request has room for the next one's first message.
    for (one, next) in zip(sent, sent.dropFirst()) {
      let first = next.text.prefix { $0 != "\n" } + "\n"
      let escaped = first.utf8.count + first.count { $0 == "\"" || $0 == "\n" }
      #expect(one.length + escaped > 400)
    }
    #expect(result.isVerified)
    #expect(result.parts.map(\.messages).reduce(0, +) == 20)
  }

  @Test func halvesWhatTheServerCallsTooLarge() async throws {
    var settings = LocalInbox.Settings()
    settings.importLimitInBytes = 600
    let inbox = try TestInbox(settings)
    let export = try inbox.folder.export("a", long.joined())
    let result = try #require(try await inbox.run([export]).imports.first)
    #expect(result.state == .done)
    #expect(result.isVerified)
    #expect(result.parts.map(\.messages) == [5, 5, 5, 5])
    #expect(try await inbox.shown().count == 20)
    let posts = inbox.proxy.count("POST", "/api/v1/chat_import/")
    #expect((6...7).contains(posts))
    // What was learned is kept: another chat is cut before it is sent, but for a part just below.
    let other = try inbox.folder.export(
      "b", title: "Ben Carl", long.joined().replacing("Anna Berg", with: "Ben Carl"))
    let second = try await inbox.run([other], options { $0.people.partnerNumber = "49170000002" })
    #expect(second.imports.first?.isVerified == true)
    #expect((4...5).contains(inbox.proxy.count("POST", "/api/v1/chat_import/") - posts))
  }

  @Test func triesLargerPartsAgainADayAfterARefusal() async throws {
    let inbox = try TestInbox()
    inbox.proxy.harm {
      $0.path == "/api/v1/chat_import/" && $0.body.count > 600
        ? .answer(.json("{}", status: 413)) : nil
    }
    func parts(of name: String, _ number: String) async throws -> Int? {
      let export = try inbox.folder.export(
        name, title: name, long.joined().replacing("Anna Berg", with: name))
      return try await inbox.run([export], options { $0.people.partnerNumber = number })
        .imports.first?.parts.count
    }
    #expect(try await parts(of: "Anna", "49170000001") == 4)
    inbox.proxy.harm { _ in nil }
    inbox.clock.pass(3600)
    #expect(try await parts(of: "Bella", "49170000002") == 4)
    inbox.clock.pass(24 * 3600)
    #expect(try await parts(of: "Clara", "49170000003") == 1)
  }

  @Test func sendsNothingOfAChatWithAMessageThatNoRequestHolds() async throws {
    let inbox = try TestInbox()
    let text =
      long.joined() + "15/02/2022, 09:00 - Anna Berg: \(String(repeating: "x", count: 500))\n"
    let result = try #require(
      try await inbox.run(
        [try inbox.folder.export("a", text)], options { $0.maxImportBytes = 400 }
      ).imports.first)
    #expect(result.state == .failed)
    #expect(result.outcome == .badInput)
    #expect(result.problems.map(\.code) == ["import-too-large"])
    #expect(result.problems.first?.line == 21)
    #expect(inbox.proxy.count("POST") == 0)
  }

  @Test func leavesOutTheOneMessageThatTheServerCallsTooLarge() async throws {
    var settings = LocalInbox.Settings()
    settings.importLimitInBytes = 400
    let inbox = try TestInbox(settings)
    let text =
      "14/02/2022, 09:00 - Anna Berg: short\n14/02/2022, 09:01 - Anna Berg: "
      + String(repeating: "x", count: 500) + "\n14/02/2022, 09:02 - Anna Berg: short too\n"
    let result = try #require(
      try await inbox.run([try inbox.folder.export("a", text)]).imports.first)
    #expect(result.state == .failed)
    #expect(result.outcome == .needsAttention)
    #expect(result.parts.map(\.state) == [.done, .failed, .done])
    #expect(result.problems.map(\.code) == ["import-too-large"])
    #expect(result.problems.first?.line == 2)
    #expect(try await inbox.shown().map(\.text) == ["short", "short too"])
  }

  // MARK: Several exports

  private let early = """
    10/03/2022, 11:00 - Anna Berg: one
    10/03/2022, 11:00 - Anna Berg: one
    10/03/2022, 11:02 - Anna Berg: <Media omitted>

    """
  private let late = """
    10/03/2022, 11:02 - Anna Berg: IMG-20220310-WA0001.jpg (file attached)
    10/03/2022, 11:02 - Max Muster: two
    11/03/2022, 11:00 - Anna Berg: three

    """

  @Test(arguments: [false, true])
  func joinsExportsOfOneChat(isReversed: Bool) async throws {
    let inbox = try TestInbox()
    let files = ["IMG-20220310-WA0001.jpg": Array("picture".utf8)]
    let exports = [
      try inbox.folder.export("a", early), try inbox.folder.export("b", late, files: files),
    ]
    let report = try await inbox.run(isReversed ? exports.reversed() : exports)
    #expect(report.imports.count == 1)
    let result = try #require(report.imports.first)
    #expect(result.messages == 5)
    #expect(result.isVerified, "\(result)")
    #expect(result.path == inbox.folder.path + (isReversed ? "/b" : "/a"))
    let sent = try sent(inbox)
    #expect(sent.count == 1)
    #expect(
      sent.first?.text == """
        10/03/2022, 11:00 - Anna Berg: one
        10/03/2022, 11:00 - Anna Berg: one
        10/03/2022, 11:02 - Anna Berg: IMG-20220310-WA0001.jpg (file attached)
        10/03/2022, 11:02 - Max Muster: two
        11/03/2022, 11:00 - Anna Berg: three

        """)
    #expect(try await inbox.shown().map(\.media) == [nil, nil, 7, nil, nil])
    let again = try await inbox.run(isReversed ? exports : exports.reversed())
    #expect(again.imports.map(\.state) == [.skipped])
  }

  /// One export without its files, one with those of `files`: what is left missing is named by the line of the first.
  @Test(arguments: [
    ([] as [Int], [1, 3]), ([1], [3]), ([2], [1]), ([1, 2], []),
  ])
  func missesOnlyFilesThatNoJoinedExportHas(files: [Int], missing: [Int]) async throws {
    let inbox = try TestInbox()
    let text = """
      10/03/2022, 11:00 - Anna Berg: IMG-20220310-WA0001.jpg (file attached)
      10/03/2022, 11:01 - Max Muster: one
      10/03/2022, 11:02 - Anna Berg: IMG-20220310-WA0002.jpg (file attached)

      """
    let there = files.map { ("IMG-20220310-WA000\($0).jpg", Array("picture \($0)".utf8)) }
    let report = try await inbox.run([
      try inbox.folder.export("a", text),
      try inbox.folder.export("b", text, files: Dictionary(uniqueKeysWithValues: there)),
    ])
    #expect(report.imports.count == 1)
    let result = try #require(report.imports.first)
    #expect(result.problems.filter { $0.code == "media-missing" }.map(\.line) == missing)
    #expect(try await inbox.shown().filter { $0.media != nil }.count == files.count)
  }

  @Test func keepsChatsApartThatShareOnlyTheTitle() async throws {
    let inbox = try TestInbox()
    let report = try await inbox.run([
      try inbox.folder.export("a", "10/03/2022, 11:00 - Anna Berg: one\n"),
      try inbox.folder.export("b", "11/03/2022, 11:00 - Anna Berg: two\n"),
    ])
    #expect(report.imports.map(\.state) == [.done, .done])
    #expect(report.imports.map(\.isVerified) == [true, true])
    #expect(try await inbox.shown().map(\.text) == ["one", "two"])
  }

  @Test func sendsOnlyWhatIsNotThereYet() async throws {
    let inbox = try TestInbox()
    _ = try await inbox.run([try inbox.folder.export("a", early)])
    let result = try #require(
      try await inbox.run([
        try inbox.folder.export(
          "b",
          early.replacing("<Media omitted>", with: "IMG-20220310-WA0001.jpg (file attached)")
            + "12/03/2022, 11:00 - Anna Berg: new\n",
          files: ["IMG-20220310-WA0001.jpg": Array("picture".utf8)])
      ]).imports.first)
    #expect(result.parts.map(\.messages) == [1])
    let last = try #require(try sent(inbox).last)
    #expect(last.text == "12/03/2022, 11:00 - Anna Berg: new\n")
    #expect(result.state == .done)
    #expect(result.problems.map(\.code) == ["media-not-attached"])
    #expect(result.problems.map(\.line) == [3])
    #expect(result.outcome == .needsAttention)
    #expect(inbox.proxy.count("POST", "/api/v1/media/") == 0)
  }

  /// A server keeps what an export without files says of them as text, in the phone's language of that day.
  @Test(arguments: [
    ("<Multimedia omitido>", "IMG-20220310-WA0001.jpg (file attached)"),
    ("<Medien ausgeschlossen>\nDer See", "IMG-20220310-WA0001.jpg (Datei angehängt)\nDer See"),
    ("<Media omitted>\nReport.pdf", "Report.pdf (file attached)"),
    ("IMG-20220310-WA0001.jpg (archivo adjunto)", "IMG-20220310-WA0001.jpg (file attached)"),
  ])
  func sendsNoFileThatIsThereAsWords(words: String, file: String) async throws {
    let inbox = try TestInbox()
    let frame = (
      before: "10/03/2022, 11:00 - Anna Berg: one\n10/03/2022, 11:02 - Anna Berg: ",
      after: "\n10/03/2022, 11:02 - Max Muster: two\n"
    )
    _ = try await inbox.run([try inbox.folder.export("a", frame.before + words + frame.after)])
    #expect(try await inbox.shown().count == 3)
    let name = String(file.prefix { $0 != " " })
    let result = try #require(
      try await inbox.run([
        try inbox.folder.export(
          "b", frame.before + file + frame.after, files: [name: Array("picture".utf8)])
      ]).imports.first)
    #expect(result.state == .skipped)
    #expect(result.isVerified)
    #expect(result.problems.map(\.code) == ["media-not-attached"])
    #expect(result.outcome == .needsAttention)
    #expect(try await inbox.shown().count == 3)
  }

  /// Android writes no seconds, iPhones do: the same chat of two phones, one after the other or both at once.
  @Test(arguments: [[0, 1], [1, 0]], [false, true])
  func sendsNothingTwiceOfAChatOfTwoPhones(order: [Int], isOneRun: Bool) async throws {
    let inbox = try TestInbox()
    let exports = [
      try inbox.folder.export(
        "android",
        """
        13/02/2022, 10:00 - Anna Berg: ok
        13/02/2022, 10:00 - Anna Berg: ok
        13/02/2022, 10:01 - Max Muster: later
        line two
        13/02/2022, 10:59 - Anna Berg: last

        """),
      try inbox.folder.export(
        "ios",
        """
        [13/02/2022, 10:00:05] Anna Berg: ok
        [13/02/2022, 10:00:41] Anna Berg: ok
        [13/02/2022, 10:01:12] Max Muster: later
        line two
        [13/02/2022, 10:59:59] Anna Berg: last
        [13/02/2022, 11:00:00] Anna Berg: new

        """),
    ]
    let runs = isOneRun ? [order.map { exports[$0] }] : order.map { [exports[$0]] }
    for run in runs {
      let report = try await inbox.run(run)
      #expect(report.imports.allSatisfy { $0.isVerified && $0.problems.isEmpty }, "\(report)")
    }
    let shown = try await inbox.shown().map(\.text)
    #expect(
      shown.sorted { ($0 ?? "") < ($1 ?? "") } == ["last", "later\nline two", "new", "ok", "ok"])
    for run in runs {
      #expect(try await inbox.run(run).imports.allSatisfy { $0.state == .skipped })
    }
  }

  /// A message of a whole minute among many that have seconds is that message, and no other one.
  @Test func takesNoOtherMessageOfTheMinuteForOneWithSeconds() async throws {
    let inbox = try TestInbox()
    let some = (1...20).map { "[13/02/2022, 09:\(9 + $0):17] Anna Berg: ok\n" }.joined()
    _ = try await inbox.run([
      try inbox.folder.export("a", some + "[13/02/2022, 10:00:00] Anna Berg: ok\n")
    ])
    _ = try await inbox.run([
      try inbox.folder.export("b", some + "[13/02/2022, 10:00:05] Anna Berg: ok\n")
    ])
    #expect(try await inbox.shown().count == 22)
  }

  /// Files of one minute, each there as its own words: none takes another one's.
  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func tellsFilesOfOneMinuteApartByTheirWords(order: [Int]) async throws {
    let inbox = try TestInbox()
    let files = [
      ("<Media omitted>\nReport.pdf", "Report.pdf (file attached)"),
      ("<Media omitted>\nHoliday", "IMG-20220310-WA0001.jpg (file attached)\nHoliday"),
      ("<Media omitted>", "IMG-20220310-WA0002.jpg (file attached)"),
    ]
    func text(_ line: ((String, String)) -> String) -> String {
      order.map { "10/03/2022, 11:02 - Anna Berg: \(line(files[$0]))\n" }.joined()
        + "10/03/2022, 11:03 - Max Muster: two\n"
    }
    _ = try await inbox.run([try inbox.folder.export("a", text(\.0))])
    let names = ["Report.pdf", "IMG-20220310-WA0001.jpg", "IMG-20220310-WA0002.jpg"]
    let result = try #require(
      try await inbox.run([
        try inbox.folder.export(
          "b", text(\.1),
          files: Dictionary(uniqueKeysWithValues: names.map { ($0, Array($0.utf8)) }))
      ]).imports.first)
    #expect(result.state == .skipped)
    #expect(result.isVerified)
    #expect(result.problems.map(\.code) == ["media-not-attached"])
    #expect(try await inbox.shown().count == 4)
  }

  @Test func sendsNoWordsForAFileThatIsThere() async throws {
    let inbox = try TestInbox()
    let files = [
      "Report.pdf": Array("report".utf8), "IMG-20220310-WA0001.jpg": Array("picture".utf8),
    ]
    let text = """
      10/03/2022, 11:00 - Anna Berg: IMG-20220310-WA0001.jpg (file attached)
      10/03/2022, 11:02 - Anna Berg: Report.pdf (file attached)
      10/03/2022, 11:04 - Anna Berg: three

      """
    _ = try await inbox.run([try inbox.folder.export("a", text, files: files)])
    let without =
      text
      .replacing("IMG-20220310-WA0001.jpg (file attached)", with: "<Media omitted>")
      .replacing("Report.pdf (file attached)", with: "<Media omitted>\nReport.pdf")
    let result = try #require(
      try await inbox.run([try inbox.folder.export("b", without)]).imports.first)
    #expect(result.state == .skipped)
    #expect(result.isVerified)
    #expect(result.problems.isEmpty, "\(result.problems)")
    #expect(try await inbox.shown().count == 3)
  }

  @Test func saysThatAFileIsNotAttachedToWhatIsThere() async throws {
    let inbox = try TestInbox()
    let text = "10/03/2022, 11:02 - Anna Berg: IMG-20220310-WA0001.jpg (file attached)\nThe lake\n"
    _ = try await inbox.run([try inbox.folder.export("a", text)])
    let result = try #require(
      try await inbox.run([
        try inbox.folder.export(
          "b", text, files: ["IMG-20220310-WA0001.jpg": Array("picture".utf8)])
      ]).imports.first)
    #expect(result.state == .skipped)
    #expect(result.problems.map(\.code) == ["media-not-attached"])
    #expect(result.problems.first?.line == 1)
    #expect(result.outcome == .needsAttention)
    #expect(inbox.proxy.count("POST", "/api/v1/media/") == 0)
  }
}
