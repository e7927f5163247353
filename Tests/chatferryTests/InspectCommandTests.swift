import JSONText
import TestKit
import Testing

@Suite struct InspectCommandTests {
  @Test func printsOneObjectWithTheContractsKeysInTheirOrder() throws {
    let chatferry = try Chatferry()
    let run = try chatferry.run(
      "inspect", chatferry.chat(), "--json", "--me", "Harbour Bikes", "--time-zone",
      "Europe/London",
      "--partner", "+44 7700 900142")
    #expect(run.status == 0)
    let export = try #require(try run.json()["exports"]?.array?.first)
    #expect(
      export.members?.map(\.key) == [
        "path", "title", "platform", "chat_kind", "locale", "locale_evidence", "date_order",
        "date_order_evidence", "calendar", "digits", "hour_cycle", "time_zone", "utc_offsets",
        "accounting", "participants", "messages", "system_messages", "first", "last", "media",
        "importable", "problems",
      ])
    #expect(export["title"]?.string == "Anna Berg")
    #expect(export["date_order"]?.string == "dmy")
    #expect(export["first"]?.string == "2022-03-10T11:00:00+00:00")
    #expect(export["accounting"]?["lines"]?.int == 4)
    #expect(export["accounting"]?["continuations"]?.int == 1)
    #expect(export["utc_offsets"]?.array?.first?["messages"]?.int == 3)
    #expect(export["participants"]?.array?[0]["wa_id"]?.string == "447700900142")
    #expect(export["participants"]?.array?[1]["role"]?.string == "me")
    #expect(export["importable"]?.bool == true)
    #expect(export["problems"]?.array?.isEmpty == true)
  }

  @Test func keepsTheKeysForAnInputThatCannotBeRead() throws {
    let chatferry = try Chatferry()
    let good = try chatferry.run("inspect", chatferry.chat(), "--json")
    try chatferry.home.write("no chat", to: "x.zip")
    let bad = try chatferry.run("inspect", chatferry.home.file("x.zip"), "--json")
    #expect(bad.status == 65)
    let export = try #require(try bad.json()["exports"]?.array?.first)
    let keys = try #require(try good.json()["exports"]?.array?.first?.members?.map(\.key))
    #expect(export.members?.map(\.key) == keys)
    #expect(export["importable"]?.bool == false)
    #expect(export["problems"]?.array?.first?["code"]?.string == "not-a-zip")
  }

  @Test func shiftsItsStatusWithTheInputs() throws {
    let chatferry = try Chatferry()
    try chatferry.home.write("no chat", to: "x.zip")
    let good = try chatferry.chat()
    let bad = chatferry.home.file("x.zip")
    #expect(try chatferry.run("inspect", good).status == 0)
    #expect(try chatferry.run("inspect", bad).status == 65)
    #expect(try chatferry.run("inspect", "/nowhere").status == 66)
    #expect(try chatferry.run("inspect", good, bad).status == 1)
    #expect(try chatferry.run("inspect", "/nowhere", bad).status == 65)
  }

  @Test(arguments: [
    (["--time-zone", "Europe/Londn"], "give Europe/London, if that is meant (zone-unknown)"),
    (
      ["--time-zone", "UTC", "--utc-offset", "+00:00"], "--time-zone and --utc-offset exclude each"
    ),
    (["--utc-offset", "2"], "“2” will not do, --utc-offset; give hours and minutes like +02:00"),
    (["--locale", "not a tag"], "(locale-unknown)"),
    (["--date-order", "ydm"], "“ydm” will not do, --date-order; give dmy, mdy, ymd"),
    (["--partner", "12"], "(partner-number-impossible)"),
    (["--verbose", "--quiet"], "--verbose and --quiet exclude each other"),
    (["--progress", "fast"], "--progress; give auto, plain, none"),
    (["--color", "no"], "--color; give auto, always, never"),
    (["--log-format", "xml"], "--log-format; give text, json"),
  ])
  func refusesValues(options: [String], words: String) throws {
    let chatferry = try Chatferry()
    let run = try chatferry.run(["inspect", try chatferry.chat(), "--json"] + options)
    #expect(run.status == 64)
    #expect(run.output.isEmpty, "nothing is printed after a usage error")
    #expect(run.error.contains(words))
  }

  @Test func refusesOneNumberForSeveralChats() throws {
    let chatferry = try Chatferry()
    let other = try chatferry.chat("WhatsApp Chat with Bo.txt", Chatferry.chatText)
    let run = try chatferry.run(
      "inspect", chatferry.chat(), other, "--partner", "+44 7700 900142")
    #expect(run.status == 64)
    #expect(run.error.contains("one partner's number for 2 chats"))
  }

  @Test func namesTheLineOfAnUnreadableContactList() throws {
    let chatferry = try Chatferry()
    try chatferry.home.write("BEGIN:VCARD\nVERSION:3.0\nnonsense\nEND:VCARD\n", to: "c.vcf")
    let run = try chatferry.run(
      "inspect", chatferry.chat(), "--contacts", chatferry.home.file("c.vcf"))
    #expect(run.status == 65)
    #expect(run.error.contains("c.vcf:3: the contact list cannot be read"))
    #expect(run.error.contains("(contacts-unreadable)"))
    let machine = try chatferry.run(
      "inspect", chatferry.chat(), "--json", "--contacts", chatferry.home.file("c.vcf"))
    #expect(machine.status == 65)
    let export = try #require(try machine.json()["exports"]?.array?.first)
    #expect(export["importable"]?.bool == false)
    #expect(export["problems"]?.array?.first?["code"]?.string == "contacts-unreadable")
  }

  @Test func takesSettingsFromTheEnvironmentUnlessAnOptionSaysOtherwise() throws {
    var chatferry = try Chatferry()
    chatferry.environment = [
      "CHATFERRY_UTC_OFFSET": "+05:00", "CHATFERRY_ME": "Nobody\nHarbour Bikes",
    ]
    let chat = try chatferry.chat()
    let run = try chatferry.run("inspect", chat, "--json")
    let export = try #require(try run.json()["exports"]?.array?.first)
    #expect(export["time_zone"]?.string == "+05:00")
    #expect(export["participants"]?.array?[1]["role"]?.string == "me")
    // An option beats both variables that speak of zones.
    let other = try chatferry.run("inspect", chat, "--json", "--time-zone", "Europe/London")
    #expect(try other.json()["exports"]?.array?.first?["time_zone"]?.string == "Europe/London")
    chatferry.environment["CHATFERRY_UTC_OFFSET"] = "five"
    let wrong = try chatferry.run("inspect", chat)
    #expect(wrong.status == 64)
    #expect(wrong.error.contains("“five” will not do, CHATFERRY_UTC_OFFSET"))
  }

  /// A name that would clear the screen and turn the text around.
  @Test func letsNothingFromAnExportSteerTheTerminal() throws {
    let chatferry = try Chatferry()
    let chat = try chatferry.chat(
      "evil \u{1b}[2J.txt",
      "10/03/2022, 11:00 - \u{1b}]0;x\u{7}An\u{202e}na: Hi\n13/03/2022, 11:00 - Bo: \u{9b}31m\n")
    for arguments in [
      ["inspect", chat, "--color", "never"], ["inspect", chat + "\u{1b}[1m"],
      ["export", chat, "--to", chatferry.home.file("out\u{1b}[3m")], ["inspect", "--\u{1b}[4m"],
    ] {
      let run = try chatferry.run(arguments)
      for text in [run.output, run.error] {
        #expect(
          !text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 || $0.value == 0x202E },
          "\(arguments)")
      }
    }
  }

  @Test func colorsOnlyWhereThatIsAsked() throws {
    var chatferry = try Chatferry()
    let chat = try chatferry.chat()
    #expect(try !chatferry.run("inspect", chat).output.contains("\u{1b}"))
    #expect(try chatferry.run("inspect", chat, "--color", "always").output.contains("\u{1b}[1m"))
    chatferry.environment["NO_COLOR"] = "1"
    #expect(try !chatferry.run("inspect", chat).output.contains("\u{1b}"))
  }
}
