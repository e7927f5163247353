import Foundation
import Synchronization
import Testing

@testable import LocalInbox

/// An inbox in a process of its own that is killed while it takes uploads and imports.
@Suite struct CrashTests {
  private static let messages = 400

  private static var order: [UInt8] {
    let lines = (0..<messages).map { "10/03/2022, 11:00 - Anna: \($0)" }
    let json: [String: Any] = [
      "chat_text": lines.joined(separator: "\n"),
      "chat_participants": [["name": "Anna", "wa_id": "49"]],
      "utc_offset_minutes": 0, "device_language_code": "en-GB", "media_files": [Any](),
    ]
    return (try? Array(JSONSerialization.data(withJSONObject: json))) ?? []
  }

  private static func request(_ path: String, _ type: String, _ body: [UInt8], _ inbox: LocalInbox)
    -> [UInt8]
  {
    Array(
      """
      POST \(path) HTTP/1.1\r
      Host: localhost\r
      Authorization: Token \(inbox.token)\r
      Content-Type: \(type)\r
      Content-Length: \(body.count)\r
      \r

      """.utf8) + body
  }

  /// Works on the inbox from several threads, says what was promised, and dies after so many promises.
  private static func workAndDie(in path: String, after promises: Int) throws {
    let inbox = try LocalInbox(dataDirectory: path)
    let count = Atomic<Int>(0)
    let ledger = open(path + ".promised", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      guard let client = try? RawClient(inbox.url) else { return }
      for round in 0..<10_000 {
        let isImport = worker == 0
        let bytes =
          [UInt8]("content \(worker) \(round)".utf8) + [UInt8](repeating: 5, count: 50_000)
        let request =
          isImport
          ? Self.request("/api/v1/chat_import/", "application/json", order, inbox)
          : Self.request(
            "/api/v1/media/", Multipart.contentType,
            Multipart.file(bytes, name: "a", type: "image/png"), inbox)
        guard (try? client.send(request)) != nil, let answer = try? client.receive(),
          answer.status == 201
        else { return }
        let id = answer.object["id"] as? String ?? "import"
        let line = Array("\(id) content \(worker) \(round)\n".utf8)
        _ = line.withUnsafeBytes { write(ledger, $0.baseAddress, $0.count) }
        if count.add(1, ordering: .relaxed).newValue >= promises { kill(getpid(), SIGKILL) }
      }
    }
  }

  @Test(arguments: [1, 5, 12, 30])
  func keepsEveryPromiseThroughAKill(after promises: Int) async throws {
    let path = NSTemporaryDirectory() + "/crash-\(UUID().uuidString)"
    defer {
      for suffix in ["", ".promised"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, promises = promises as Int] in
      try CrashTests.workAndDie(in: path, after: promises)
    }
    let inbox = try LocalInbox(dataDirectory: path)
    defer { inbox.stop() }
    func get(_ target: String) throws -> RawClient.Answer {
      let client = try RawClient(inbox.url)
      try client.send(
        "GET \(target) HTTP/1.1\r\nHost: localhost\r\nAuthorization: Token \(inbox.token)\r\n\r\n")
      return try client.receive()
    }
    let promised = try String(contentsOfFile: path + ".promised", encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
    #expect(promised.count >= promises)
    for entry in promised where entry[0] != "import" {
      let answer = try get("/api/v1/media/\(entry[0])/")
      #expect(answer.body.count == entry[1].utf8.count + 50_000)
      #expect(answer.text.hasPrefix(entry[1]))
    }
    // Whole imports only: those that were promised, and perhaps the one that was under way.
    let count = try #require(try get("/api/v1/messages/?limit=1").object["count"] as? Int)
    let imports = promised.filter { $0[0] == "import" }.count
    #expect(count % Self.messages == 0)
    #expect((imports...imports + 1).contains(count / Self.messages))
    #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/incoming") == [])
  }
}
