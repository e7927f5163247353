import ChatRecords
import Testing

@testable import WhatsAppExport

@Suite struct ChatInspectionTests {
  func inspect(
    _ text: String, title: String = "Anna", media: [String] = [], people: People = People(),
    zone: ZoneChoice? = nil, archive: [Problem] = []
  ) throws -> ChatInspection {
    let options = ParseOptions(zone: zone, dateOrder: .dmy)
    let reader = try makeReader(
      Array(text.utf8), title: title, media: media, people: people, options: options)
    return try ChatInspection(
      reader, path: "chat.zip", archive: archive, options: options, people: people)
  }

  static let chat = android([
    "Messages and calls are end-to-end encrypted. Tap to learn more.", "Anna: hi",
    "Shop: IMG-1.jpg (file attached)", "Shop: IMG-2.jpg (file attached)",
    "Anna: IMG-1.jpg (file attached)\nagain", "Anna: <Media omitted>",
  ])

  @Test func tellsEverythingOfAChat() throws {
    let people = People(me: ["Shop"], partnerNumber: "447700900142")
    let report = try inspect(
      Self.chat, media: ["IMG-1.jpg", "extra.pdf"], people: people, zone: .offset(minutes: -90),
      archive: [Problem("archive-odd-name", .warning, "odd")])
    #expect(report.kind == .direct)
    #expect((report.messages, report.systemMessages) == (5, 1))
    #expect(report.accounting.messages == 6)
    #expect(report.accounting.continuations == 1)
    #expect(report.first == "2022-03-13T08:01:00-01:30")
    #expect(report.last == "2022-03-13T08:05:00-01:30")
    #expect(report.timeZone == "-01:30")
    #expect(report.media.referenced == 2)
    #expect((report.media.present, report.media.missing, report.media.omitted) == (1, 1, 1))
    #expect((report.media.unreferenced, report.media.bytes) == (1, 100))
    #expect(
      report.participants == [
        ChatAuthor(name: "Anna", number: "447700900142", role: .partner, messages: 3),
        ChatAuthor(name: "Shop", number: nil, role: .me, messages: 2),
      ])
    #expect(
      report.offsets == [
        .init(
          minutes: -90, from: "2022-03-13T08:00:00-01:30", to: "2022-03-13T08:05:00-01:30",
          messages: 6)
      ])
    #expect(
      report.problems.map(\.code) == ["archive-odd-name", "media-missing", "media-unreferenced"])
    #expect(report.isImportable)
  }

  @Test func warnsOfWhatAnImportStillNeeds() throws {
    let report = try inspect(Self.chat, media: ["IMG-1.jpg", "IMG-2.jpg"])
    #expect(
      report.problems.map(\.code) == ["time-zone-missing", "me-unknown", "partner-number-missing"])
    #expect(report.isImportable)
    #expect(report.first == "2022-03-13T08:01")
    #expect(report.offsets.isEmpty)
    let wrong = try inspect(Self.chat, people: People(me: ["Nobody"]))
    #expect(
      wrong.problems.first { $0.code == "me-unknown" }?.message
        == "nobody in the chat has the name that --me gives; for an import give it as the chat shows it"
    )
  }

  @Test func cutsTheTimeIntoRunsOfOneOffset() throws {
    let text =
      "26/03/2022, 23:50 - A: a\n27/03/2022, 00:59 - B: b\n27/03/2022, 02:00 - A: c\n30/10/2022, 03:00 - B: d\n"
    let report = try inspect(text, zone: .iana("Europe/London"))
    #expect(report.timeZone == "Europe/London")
    #expect(
      report.offsets == [
        .init(
          minutes: 0, from: "2022-03-26T23:50:00+00:00", to: "2022-03-27T00:59:00+00:00",
          messages: 2),
        .init(
          minutes: 60, from: "2022-03-27T02:00:00+01:00", to: "2022-03-27T02:00:00+01:00",
          messages: 1),
        .init(
          minutes: 0, from: "2022-10-30T03:00:00+00:00", to: "2022-10-30T03:00:00+00:00",
          messages: 1),
      ])
  }

  static let groups: [[String]] = [
    ["A: 1", "B: 2", "C: 3"],
    ["Rosa created group \"Club: One\"", "Rosa: hi"],
    ["You added Ben", "A: hi"],
    ["Ben wurde hinzugefügt", "A: hi"],
    ["A: hi", "+44 7700 900111 left"],
  ]

  @Test(arguments: groups)
  func tellsAGroup(lines: [String]) throws {
    let report = try inspect(android(lines), title: "Club")
    #expect(report.kind == .group)
    #expect(report.problems.filter { $0.severity == .error }.map(\.code) == ["group-chat"])
    #expect(!report.isImportable)
  }

  @Test func doesNotTakeAChatsNoticesForAGroups() throws {
    let lines = [
      "Messages and calls are end-to-end encrypted. Tap to learn more.",
      "Your security code with Anna changed. Tap to learn more.", "Anna: You added Ben",
      "Shop: Ben left",
    ]
    #expect(try inspect(android(lines)).kind == .direct)
    #expect(try inspect(ios(["Anna: \u{200E}Anna left", "Anna: x"])).kind == .group)
  }

  @Test func findsNothingToImportWithoutAPerson() throws {
    let report = try inspect(android(["You left"]))
    #expect(report.messages == 0)
    #expect(report.first == "2022-03-13T08:00")
    #expect(report.problems.contains { $0.code == "text-empty" && $0.severity == .error })
  }
}
