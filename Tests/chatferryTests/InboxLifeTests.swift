import Foundation
import JSONText
import LocalInbox
import TestKit
import Testing

/// The whole life of an inbox on the local platform, by commands alone: created, filled, backed up, proved, deleted.
@Suite struct InboxLifeTests {
  @Test func createsFillsBacksUpProvesAndDeletes() throws {
    let chatferry = try Chatferry()
    func free() throws -> [String?] {
      let run = try chatferry.run("numbers", "--partner", "local", "--free", "--json")
      #expect(run.status == 0)
      return try run.json()["numbers"]?.array?.map { $0["number"]?.string } ?? []
    }
    #expect(try free() == ["447700900001", "447700900002"])

    // A number gets an inbox, and only once.
    let creating = [
      "inbox", "create", "--partner", "local", "--name", "Harbour Bikes", "--number",
      "+44 7700 900001", "--account", "8", "--server", "online",
    ]
    #expect(try chatferry.run(creating + ["--import-history"]).status == 65)
    #expect(try chatferry.run(creating + ["--dry-run"]).status == 0)
    #expect(try free().count == 2)
    let created = try chatferry.run(creating)
    #expect(created.status == 0)
    #expect(created.output.contains("[inbox.local]\naccount = 8\ninbox_id = 1\n"))
    #expect(try free() == ["447700900002"])
    let twice = try chatferry.run(creating)
    #expect(twice.status == 65)
    #expect(twice.error.contains("inbox 1 of account 8 on server online"))

    // It is filled.
    let imported = try chatferry.run(
      "import", try chatferry.chat(), "--inbox", "local", "--me", "Harbour Bikes", "--partner",
      "+44 7700 900142", "--time-zone", "UTC")
    #expect(imported.status == 0)

    // It cannot go before it is backed up.
    let folder = chatferry.home.file("b")
    let deleting = [
      "inbox", "delete", "--partner", "local", "--account", "8", "--inbox-id", "1", "--backup",
      folder, "--inbox", "local",
    ]
    #expect(try chatferry.run(deleting + ["--dry-run"]).status == 66)
    #expect(try chatferry.run("backup", "--inbox", "local", "--to", folder).status == 0)
    let verified = try chatferry.run("verify", folder, "--inbox", "local", "--json")
    #expect(try verified.json()["verdict"]?.string == "safe-to-delete")
    let proof = try #require(try verified.json()["proof"]?.string)

    // Nor with what came in since.
    let more = try chatferry.chat(
      "WhatsApp Chat with Ben Carter.txt", "15/03/2022, 09:00 - Ben Carter: One more thing\n")
    #expect(
      try chatferry.run(
        "import", more, "--inbox", "local", "--me", "Harbour Bikes", "--partner",
        "+44 7700 900143", "--time-zone", "UTC"
      ).status == 0)
    let early = try chatferry.run(deleting + ["--confirm", proof])
    #expect(early.status == 65)
    #expect(early.error.contains("are not in the backup"))
    #expect(try chatferry.run("backup", "--inbox", "local", "--to", folder).status == 0)
    let old = try chatferry.run(deleting + ["--confirm", proof])
    #expect(old.status == 65)
    #expect(old.error.contains("the proof is of another state"))
    #expect(try free() == ["447700900002"])

    // Proved again, it goes, and the backup stays whole.
    let again = try chatferry.run("verify", folder, "--inbox", "local", "--json")
    let newProof = try #require(try again.json()["proof"]?.string)
    let deleted = try chatferry.run(deleting + ["--confirm", newProof, "--json"])
    #expect(deleted.status == 0)
    #expect(try deleted.json()["state"]?.string == "deleted")
    #expect(try deleted.json()["loses"]?["messages"]?.int == 4)
    #expect(try free() == ["447700900001", "447700900002"])
    let left = try chatferry.run("export", "--inbox", "local", "--to", "-")
    #expect(left.status == 0)
    #expect(left.output.isEmpty)
    #expect(try chatferry.run("verify", folder).status == 0)
    let kept = try chatferry.run("export", folder, "--to", "-")
    #expect(kept.output.split(separator: "\n").count == 4)
    let repeated = try chatferry.run(deleting + ["--confirm", newProof, "--json"])
    #expect(repeated.status == 0)
    #expect(try repeated.json()["state"]?.string == "gone")
  }

  /// The same by the platform's own side, where conversations are.
  @Test func proofsAndDeletesAnInboxOfTheOnlinePlatform() throws {
    let chatferry = try Chatferry()
    #expect(
      try chatferry.run(
        "inbox", "create", "--partner", "local", "--name", "Desk", "--number", "447700900002",
        "--account", "8", "--server", "online"
      ).status == 0)
    try chatferry.configure("[inbox.local]\nkind = \"online\"\naccount = 8\ninbox_id = 1\n")
    func add(_ number: String) throws -> Int32 {
      try chatferry.run("conversation", "add", "--inbox", "local", "--source-id", number).status
    }
    #expect(try add("447700900142") == 0)
    let inbox = try LocalInbox(dataDirectory: chatferry.home.file("data/chatferry/local"))
    try inbox.onlineSeed.put(
      .messages, account: 8,
      #"{"id":5,"conversation_id":1,"created_at":1700000000,"message_type":0,"content":"Hello","sender":{"id":1,"type":"contact"}}"#
    )
    inbox.stop()
    let folder = chatferry.home.file("b")
    #expect(try chatferry.run("backup", "--inbox", "local", "--to", folder).status == 0)
    let verified = try chatferry.run("verify", folder, "--inbox", "local", "--json")
    let proof = try #require(try verified.json()["proof"]?.string)
    func delete(_ id: String, _ proof: String) throws -> Chatferry.Outcome {
      try chatferry.run(
        "inbox", "delete", "--partner", "local", "--account", "8", "--inbox-id", id, "--backup",
        folder, "--inbox", "local", "--confirm", proof, "--json")
    }
    // A conversation that was opened since is missed, and so is an inbox that is not the listed one.
    #expect(try add("447700900143") == 0)
    let early = try delete("1", proof)
    #expect(early.status == 65)
    #expect(early.error.contains("are not in the backup"))
    #expect(try delete("2", proof).status == 65)
    #expect(
      try chatferry.run(
        "inbox", "create", "--partner", "local", "--name", "Other", "--number", "447700900001",
        "--account", "8", "--server", "online"
      ).status == 0)
    let other = try delete("2", proof)
    #expect(other.status == 65)
    #expect(!other.output.contains(#""state":"deleted""#))

    #expect(try chatferry.run("backup", "--inbox", "local", "--to", folder).status == 0)
    let again = try chatferry.run("verify", folder, "--inbox", "local", "--json")
    let newProof = try #require(try again.json()["proof"]?.string, "\(again.output)")
    let elsewhere = try delete("2", newProof)
    #expect(elsewhere.status == 65)
    #expect(elsewhere.error.contains("backup-other-inbox"))
    let deleted = try delete("1", newProof)
    #expect(deleted.status == 0, "\(deleted.error)")
    // It is called as it was created; what is the account's stays.
    #expect(try deleted.json()["name"]?.string == "Desk")
    #expect(
      try deleted.json()["loses"]?["kinds"].map { String(decoding: $0.raw, as: UTF8.self) }
        == #"{"contact_labels":2,"contacts":2}"#)
    #expect(
      deleted.error.contains("of the account, the backup also holds account: 1, inboxes: 2\n"),
      "\(deleted.error)")
    #expect(try deleted.json()["loses"]?["chats"]?.int == 2)
    #expect(try deleted.json()["loses"]?["messages"]?.int == 1)
    let numbers = try chatferry.run("numbers", "--partner", "local", "--json").json()["numbers"]
    #expect(numbers?.array?.map { $0["inbox_id"]?.int } == [2, nil])
  }
}
