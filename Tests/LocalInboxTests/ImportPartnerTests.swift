import Testing

@testable import LocalInbox
@testable import WhatsAppExport

@Suite struct ImportPartnerTests {
  private static func author(_ name: String, _ number: String? = nil, messages: Int = 1)
    -> ChatAuthor
  { ChatAuthor(name: name, number: number, role: .unknown, messages: messages) }

  private static func partner(
    _ participants: [(String, String)], _ authors: [ChatAuthor], own: String? = nil
  ) throws -> ImportPartner {
    try ImportPartner(
      participants.map { ImportOrder.Participant(name: $0, waID: $1) }, authors: authors,
      ownNumber: own)
  }

  @Test func isTheAuthorOfTheParticipantsName() throws {
    let found = try Self.partner([("Anna", "49")], [Self.author("Me"), Self.author("Anna")])
    #expect(found.waID == "49")
    #expect(found.name == "Anna")
    #expect(found.author == 1)
  }

  @Test(arguments: [
    ("Zoë", "Zoe\u{308}"), ("Anna", "\u{200E}Anna\u{200E}"), ("Anna", " Anna "),
    ("\u{202A}+49 170\u{202C}", "+49 170"),
  ])
  func seesNamesAsPeopleDo(_ sent: String, _ written: String) throws {
    let found = try Self.partner([(sent, "49")], [Self.author("Me"), Self.author(written)])
    #expect(found.author == 1)
  }

  @Test func isTheAuthorOfTheParticipantsNumber() throws {
    let found = try Self.partner(
      [("Anna", "49170")], [Self.author("+49 170", "49170"), Self.author("Me")])
    #expect(found.author == 0)
  }

  @Test func mayHaveWrittenNothing() throws {
    #expect(try Self.partner([("Anna", "49")], [Self.author("Me")]).author == nil)
    #expect(try Self.partner([("Anna", "49")], []).author == nil)
  }

  @Test func isNotTheOneWhoWroteNothing() throws {
    let found = try Self.partner(
      [], [Self.author("X", messages: 0), Self.author("+1 5", "15"), Self.author("Me")])
    #expect(found.author == 1)
    #expect(found.waID == "15")
    #expect(found.name == "+1 5")
  }

  @Test func isTheOtherOneOfTwoParticipants() throws {
    let authors = [Self.author("Me"), Self.author("Anna")]
    let both = [("Me", "11"), ("Anna", "49")]
    #expect(try Self.partner(both, authors, own: "11").author == 1)
    #expect(try Self.partner(both.reversed(), authors, own: "11").author == 1)
    // Our name is known, so the other author is the partner, however it is written.
    let renamed = [Self.author("Me"), Self.author("Anna B.")]
    #expect(try Self.partner(both, renamed, own: "11").author == 1)
  }

  @Test func isTheNumberWhenOnlyWeAreNamed() throws {
    let authors = [Self.author("Me", "11"), Self.author("+49", "49")]
    #expect(try Self.partner([("Me", "11")], authors, own: "11").waID == "49")
  }

  @Test(
    arguments: [
      ([("Anna", "49")], [author("Ben"), author("Cleo")], nil, "chat_participants"),
      ([("Anna", "49")], [author("+1", "1")], nil, "chat_participants"),
      ([], [author("Ben"), author("Cleo")], nil, "chat_participants"),
      ([], [author("+1", "1"), author("+2", "2")], nil, "chat_participants"),
      ([("A", "1"), ("B", "2")], [author("A"), author("B")], nil, "chat_participants"),
      ([("A", "1"), ("B", "2")], [author("A"), author("B")], "3", "chat_participants"),
      ([("A", "1")], [author("A"), author("B"), author("C")], nil, "chat_text"),
    ] as [([(String, String)], [ChatAuthor], String?, String)])
  func isNeverGuessed(
    _ participants: [(String, String)], _ authors: [ChatAuthor], _ own: String?, _ field: String
  ) throws {
    let error = #expect(throws: FieldErrors.self) {
      _ = try Self.partner(participants, authors, own: own)
    }
    guard case .bytes(let bytes)? = error?.response.body else {
      Issue.record("no answer")
      return
    }
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("{\"\(field)\":["))
  }
}
