import Testing

@testable import InboxRestore

@Suite struct ChatNamesTests {
  @Test(arguments: [
    ("Ana María", "Ana María", "Inbox"), (nil, "+447700900123", "Inbox"),
    ("", "+447700900123", "Inbox"), ("\u{200E} \n", "+447700900123", "Inbox"),
    ("Anna: the baker", "Anna the baker", "Inbox"), ("Anna:", "Anna", "Inbox"),
    ("~ Ben", "Ben", "Inbox"), ("a\nb\u{2028}c", "a b c", "Inbox"),
    ("10:30 club", "10:30 club", "Inbox"), ("inbox", "inbox", "This inbox"),
  ])
  func writesTheChatUnderTwoNamesThatCannotBeMistaken(
    name: String?, partner: String, ours: String
  ) {
    let names = ChatNames(partner: name, number: "447700900123")
    #expect(names.partner == partner)
    #expect(names.ours == ours)
  }
}
