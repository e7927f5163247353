import Foundation
import SQLiteStore
import Testing

@testable import LocalInbox

/// A data directory of the first format, with a chat in it, is taken over whole.
@Suite struct MigrationTests {
  private func makeOldInbox(at path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let database = try Database(path: path + "/inbox.sqlite")
    try database.execute(InboxStore.schema[0])
    try database.execute("PRAGMA user_version=1")
    try database.execute(
      """
      INSERT INTO media VALUES('e4b60f1d-1847-4233-8a88-58e123123123', 'ab', 2, 'image/png');
      INSERT INTO chat VALUES(1, '447700900123', 'Ana', 'ana\n447700900123', 200000, 4);
      INSERT INTO message(chat, time, from_us, type, text) VALUES(1, -70000, 0, 'text', 'old');
      INSERT INTO message(chat, time, from_us, type, text) VALUES(1, 10, 1, 'text', 'one');
      INSERT INTO message(chat, time, from_us, type, text) VALUES(1, 65536, 0, 'text', 'two');
      INSERT INTO message(chat, time, from_us, type, media, file_name)
        VALUES(1, 200000, 0, 'image', 'e4b60f1d-1847-4233-8a88-58e123123123', 'a.png');
      """)
  }

  @Test func takesOverADirectoryOfTheFirstFormat() throws {
    let path = NSTemporaryDirectory() + "/inbox-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try makeOldInbox(at: path)
    let inbox = try LocalInbox(dataDirectory: path)
    defer { inbox.stop() }
    let test = try TestInbox()
    func count(_ query: String) throws -> Int? {
      try test.get("/api/v1/messages/" + query, from: inbox).object["count"] as? Int
    }
    #expect(try count("") == 4)
    #expect(try count("?wa_id=447700900123") == 4)
    #expect(try count("?before_time=0") == 1)
    #expect(try count("?since_time=10&before_time=65537") == 2)
    #expect(try count("?since_time=11") == 2)
    let messages = try test.get("/api/v1/messages/", from: inbox).results
    #expect(messages.map { Seen($0).text } == [nil, "two", "one", "old"])
    #expect((messages[0]["tags"] as? [Any])?.isEmpty == true)
    let chat = try test.get("/api/v1/chats/447700900123/", from: inbox)
    #expect(chat.object["new_messages"] as? Int == 0)
    #expect(try test.get("/api/v1/groups/1/", from: inbox).status == 200)
    #expect(try Database(path: path + "/inbox.sqlite").schemaVersion() == InboxStore.schema.count)
    let check = try Database(path: path + "/inbox.sqlite").prepare("PRAGMA foreign_key_check")
    #expect(try !check.step())
  }
}
