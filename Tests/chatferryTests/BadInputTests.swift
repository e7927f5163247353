import Foundation
import JSONText
import TestKit
import Testing

/// What the commands make of inputs of which some are bad.
@Suite struct BadInputTests {
  private static let who = [
    "--me", "Harbour Bikes", "--time-zone", "UTC", "--partner", "+44 7700 900142",
  ]
  private static let chatName = "WhatsApp Chat with Anna Berg.txt"
  private static let photo = "IMG-20220310-WA0001.jpg"
  private static let strayPhoto = "IMG-20220310-WA0002.jpg"

  /// An archive with a photo that a message names and one that no message names.
  private func archive(
    _ chatferry: Chatferry, _ name: String = "WhatsApp Chat with Anna Berg.zip",
    spoiling spoiled: String? = nil
  ) throws -> String {
    let zip = StoredZip([
      Self.chatName: Chatferry.chatText
        + "14/03/2022, 09:14 - Anna Berg: \(Self.photo) (file attached)\n",
      Self.photo: "a photo", Self.strayPhoto: "a photo of nobody",
    ])
    try chatferry.home.write(zip.bytes(spoiling: spoiled), to: name)
    return chatferry.home.file(name)
  }

  @Test(arguments: [photo, strayPhoto])
  func refuseAnArchiveWithADamagedFileBeforeAnythingIsWrittenOrSent(_ spoiled: String) throws {
    let chatferry = try Chatferry()
    let path = try archive(chatferry, spoiling: spoiled)
    let out = chatferry.home.file("out")
    let into = ["--inbox", "local"] + Self.who
    for arguments in [
      ["inspect", path, "--json"], ["import", path, "--dry-run", "--json"] + into,
      ["import", path, "--json"] + into, ["export", path, "--json", "--to", out],
      ["export", path, "--json", "--media", "none", "--to", out],
    ] {
      let run = try chatferry.run(arguments)
      #expect(run.status == 65, "\(arguments)")
      #expect(run.error.contains("(archive-damaged)"), "\(arguments)")
      let result = try run.json()
      let items = result["exports"] ?? result["imports"] ?? result["chats"]
      #expect(items?.array?.count == 1)
      #expect(
        items?.array?.first?["problems"]?.array?.map { $0["code"]?.string } == ["archive-damaged"],
        "\(arguments)")
    }
    #expect(!FileManager.default.fileExists(atPath: out))
    #expect(try chatferry.run("export", path, "--to", "-").output.isEmpty)
    #expect(try chatferry.run("export", "--inbox", "local", "--to", "-").output.isEmpty)
  }

  @Test func takeTheSameArchiveWhenItIsWhole() throws {
    let chatferry = try Chatferry()
    let path = try archive(chatferry)
    let into = ["--inbox", "local"] + Self.who
    for arguments in [
      ["inspect", path], ["import", path, "--dry-run"] + into, ["import", path] + into,
      ["export", path, "--to", chatferry.home.file("out")],
    ] {
      #expect(try chatferry.run(arguments).status == 0, "\(arguments)")
    }
    #expect(
      try chatferry.run("export", "--inbox", "local", "--to", "-").output.split(separator: "\n")
        .count == 4)
  }

  @Test func areListedInTheirPlaceAmongTheGoodOnes() throws {
    let chatferry = try Chatferry()
    try chatferry.home.write("no chat", to: "1.zip")
    let good = try archive(chatferry, "2.zip")
    let damaged = try archive(chatferry, "3.zip", spoiling: Self.photo)
    let other = try chatferry.chat(
      "4.txt", Chatferry.chatText.replacing("Anna Berg", with: "Bo Dahl"))
    let paths = [chatferry.home.file("1.zip"), good, damaged, "/nowhere", other]
    let numbers = "name,phone\nAnna Berg,+44 7700 900142\nBo Dahl,+44 7700 900143\n"
    try chatferry.home.write(numbers, to: "people.csv")
    let options = [
      "--me", "Harbour Bikes", "--time-zone", "UTC", "--contacts",
      chatferry.home.file("people.csv"), "--json",
    ]
    for (command, key) in [
      (["inspect"], "exports"), (["import", "--inbox", "local", "--dry-run"], "imports"),
      (["export", "--to", chatferry.home.file("out")], "chats"),
    ] {
      let run = try chatferry.run(command + paths + options)
      #expect(run.status == 1)
      let listed = try run.json()[key]?.array?.map { $0["path"]?.string }
      #expect(listed == paths, "\(command)")
    }
  }

  @Test func mayHoldTheChatThatIsAskedFor() throws {
    let chatferry = try Chatferry()
    let damaged = try archive(chatferry, spoiling: Self.photo)
    try chatferry.home.write("no chat", to: "x.zip")
    let unreadable = chatferry.home.file("x.zip")
    let good = try chatferry.chat(
      "WhatsApp Chat with Bo.txt", Chatferry.chatText.replacing("Anna Berg", with: "Bo"))
    func export(_ paths: String..., chat: String) throws -> Chatferry.Outcome {
      try chatferry.run(["export"] + paths + ["--to", "-", "--chat", chat])
    }
    // Its title tells that it is the one that failed, and that was said.
    let named = try export(good, damaged, chat: "Anna Berg")
    #expect(named.status == 1)
    #expect(named.error.contains("(archive-damaged)"))
    #expect(!named.error.contains("(chat-not-found)"))
    // Nobody knows what an unreadable archive holds.
    let unknown = try export(good, unreadable, chat: "Anna Berg")
    #expect(unknown.status == 1)
    #expect(
      unknown.error.contains(
        "Anna Berg: no chat that could be read has this number or title; "
          + "it may be in an input that failed (chat-not-found)"))
    // Nothing was read: that is all there is to say.
    let alone = try export(unreadable, chat: "Anna Berg")
    #expect(alone.status == 65)
    #expect(!alone.error.contains("(chat-not-found)"))
    let found = try export(good, unreadable, chat: "Bo")
    #expect(found.status == 1)
    #expect(!found.error.contains("(chat-not-found)"))
    #expect(found.output.split(separator: "\n").count == 3)
  }
}
