import Foundation
import JSONText
import TestKit
import TestServer
import Testing

/// `backup` and `verify`, as a user runs them.
@Suite struct BackupCommandTests {
  private static func server() throws -> TestServer {
    try TestServer { request in
      switch request.path {
      case "/api/v1/users/current/": .json("{}")
      case "/api/v1/chats/": .json(#"[{"wa_id":"447700900142","new_messages":0}]"#)
      case "/api/v1/messages/":
        request.query("offset") == "0"
          ? .json(
            #"{"count":1,"results":[{"id":"1","waba_payload":{"type":"text","timestamp":"5"}}]}"#)
          : .json(#"{"count":1,"results":[]}"#)
      default: .json("{}", status: 404)
      }
    }
  }

  @Test func copiesAnInboxAndChecksTheCopy() throws {
    var chatferry = try Chatferry()
    chatferry.environment["CHATFERRY_TOKEN"] = "canary-token"
    let server = try Self.server()
    let folder = chatferry.home.file("b")
    let backup = try chatferry.run(
      "backup", "--inbox", server.url, "--to", folder, "--json")
    #expect(backup.status == 0)
    #expect(try backup.json()["messages"]?.int == 1)
    #expect(try backup.json()["state"]?.string == "done")
    let live = try chatferry.run("verify", folder, "--inbox", server.url, "--json")
    #expect(live.status == 0)
    #expect(
      try live.json().members?.map(\.key) == [
        "verdict", "because", "checked", "generation", "proof", "messages", "media", "bytes",
        "problems",
      ])
    #expect(try live.json()["verdict"]?.string == "safe-to-delete")
    try FileManager.default.removeItem(
      atPath: folder + "/generations/000001/messages/447700900142.jsonl")
    let damaged = try chatferry.run("verify", folder)
    #expect(damaged.status == 1)
    #expect(damaged.output.hasPrefix("damaged: "))
    #expect(damaged.error.contains("generations/000001/messages/447700900142.jsonl is missing"))
    for run in [backup, live, damaged] { #expect(!run.error.contains("canary-token")) }
  }

  @Test(arguments: [
    (["verify", "nothing"], Int32(66), "nothing: there is no such folder; check the path"),
    (["verify", "."], 65, "is no backup"), (["verify", "/dev/null"], 65, "it is no folder"),
    (["verify", ".", "--quick", "--inbox", "local"], 64, "exclude each other"),
    (["verify"], 64, "DIR"), (["backup", "--inbox", "local"], 64, "--to is missing"),
    (["backup", "--to", "b"], 64, "--inbox is missing"),
    (["verify", ".", "--token-file", "x"], 64, "says nothing without --inbox"),
  ])
  func saysWhatIsWrong(words: [String], status: Int32, reason: String) throws {
    let run = try Chatferry().run(words)
    #expect(run.status == status)
    #expect(run.error.contains(reason))
  }

  @Test func printsTheKeysOfAVerdictWhereThereIsNone() throws {
    let run = try Chatferry().run("verify", ".", "--json")
    #expect(run.status == 65)
    #expect(
      try run.json().members?.map(\.key) == [
        "verdict", "because", "checked", "generation", "proof", "messages", "media", "bytes",
        "problems",
      ])
    #expect(try run.json()["verdict"]?.isNull == true)
    #expect(try run.json()["problems"]?.array?.first?["code"]?.string == "not-a-backup")
  }

  /// A pointer that is lost beside an unfinished run is a damage, and not the first backup to be made anew.
  @Test func keepsItsHandsOffABackupThatLostItsPointer() throws {
    let chatferry = try Chatferry()
    let server = try Self.server()
    let folder = chatferry.home.file("b")
    let files = FileManager.default
    var environment = chatferry
    environment.environment["CHATFERRY_TOKEN"] = "t"
    #expect(try environment.run("backup", "--inbox", server.url, "--to", folder).status == 0)
    try files.createDirectory(atPath: folder + "/work", withIntermediateDirectories: true)
    try files.createDirectory(
      atPath: folder + "/generations/000002", withIntermediateDirectories: true)
    try files.removeItem(atPath: folder + "/HEAD")
    let verify = try environment.run("verify", folder, "--json")
    #expect(verify.status == 1)
    #expect(try verify.json()["problems"]?.array?.first?["file"]?.string == "HEAD")
    let again = try environment.run("backup", "--inbox", server.url, "--to", folder, "--json")
    #expect(again.status == 65)
    #expect(try again.json()["problems"]?.array?.first?["code"]?.string == "backup-file-damaged")
    #expect(files.fileExists(atPath: folder + "/generations/000001/messages/447700900142.jsonl"))
  }

  @Test func copiesTheLocalInbox() throws {
    let chatferry = try Chatferry()
    _ = try chatferry.run(
      "import", try chatferry.chat(), "--inbox", "local", "--me", "Harbour Bikes", "--partner",
      "+44 7700 900142", "--time-zone", "UTC")
    let folder = chatferry.home.file("b")
    let first = try chatferry.run("backup", "--inbox", "local", "--to", folder, "--json")
    #expect(first.status == 0)
    #expect(try first.json()["messages"]?.int == 3)
    let live = try chatferry.run("verify", folder, "--inbox", "local", "--json")
    #expect(try live.json()["verdict"]?.string == "safe-to-delete")
    // The local inbox answers from another port every time.
    let second = try chatferry.run("backup", "--inbox", "local", "--to", folder, "--json")
    #expect(try second.json()["changed_messages"]?.int == 0)
  }
}
