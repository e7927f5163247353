import Foundation
import SQLiteStore
import Testing

@testable import LocalInbox

@Suite struct LocalInboxTests {
  @Test(arguments: ["0.0.0.0", "192.168.1.1", "::", "example.com", "", "127.0.0.1.example.com"])
  func refusesAnAddressThatOtherMachinesReach(_ host: String) {
    let error = #expect(throws: LocalInboxError.self) {
      _ = try LocalInbox(dataDirectory: NSTemporaryDirectory() + "/never", host: host)
    }
    #expect(error == .notLoopback(host: host))
    #expect(
      error?.description
        == "\(host) is no loopback address: the local inbox answers this machine only; "
        + "use 127.0.0.1, ::1 or localhost")
    #expect(!FileManager.default.fileExists(atPath: NSTemporaryDirectory() + "/never"))
  }

  @Test(arguments: ["127.0.0.1", "localhost", "127.0.0.2", "::1"])
  func answersOnLoopback(_ host: String) throws {
    let test = try TestInbox()
    let inbox: LocalInbox
    do {
      inbox = try LocalInbox(dataDirectory: test.path, host: host)
    } catch LocalInboxError.cannotListen where host == "::1" {
      return  // A machine without IPv6.
    }
    #expect(try test.get("/api/v1/users/current/", from: inbox).status == 200)
  }

  @Test func tellsAPortThatIsTaken() throws {
    let test = try TestInbox()
    let port = try #require(UInt16(test.host.split(separator: ":")[1]))
    let error = #expect(throws: LocalInboxError.self) {
      _ = try LocalInbox(dataDirectory: test.path, port: port)
    }
    #expect(
      error == .cannotListen(address: "127.0.0.1:\(port)", reason: "Address already in use"))
    #expect(
      error?.description
        == "127.0.0.1:\(port) cannot be listened on (Address already in use); "
        + "choose another port, or 0 for any free one")
  }

  @Test func makesOneTokenForGood() throws {
    let test = try TestInbox()
    let token = test.inbox.token
    #expect(token.count == 40)
    #expect(token.allSatisfy { $0.isHexDigit })
    #expect(test.inbox.tokenFile == test.path + "/token")
    #expect(try String(contentsOfFile: test.inbox.tokenFile, encoding: .utf8) == token + "\n")
    #expect(try test.another().token == token)
    #expect(try TestInbox().inbox.token != token)
  }

  @Test func keepsEverythingForItsOwner() throws {
    let test = try TestInbox()
    _ = try test.upload([1, 2, 3])
    var all = [test.path]
    all += (FileManager.default.enumerator(atPath: test.path)?.allObjects as? [String] ?? [])
      .map { test.path + "/" + $0 }
    #expect(all.count > 6)
    for path in all {
      let facts = try FileManager.default.attributesOfItem(atPath: path)
      let wanted = facts[.type] as? FileAttributeType == .typeDirectory ? 0o700 : 0o600
      #expect(facts[.posixPermissions] as? Int == wanted, "\(path)")
    }
  }

  @Test func tellsATokenFileThatHoldsNone() throws {
    let test = try TestInbox()
    try Data("hello\n".utf8).write(to: URL(fileURLWithPath: test.inbox.tokenFile))
    let error = #expect(throws: LocalInboxError.self) { _ = try test.another() }
    #expect(error == .tokenUnreadable(path: test.path + "/token"))
    #expect(
      error?.description
        == "\(test.path)/token holds no token; remove the file, and the next start makes a new one")
  }

  @Test func tellsAStoreOfANewerFormat() throws {
    let test = try TestInbox()
    test.inbox.stop()
    let store = test.path + "/inbox.sqlite"
    try Database(path: store).execute("PRAGMA user_version=99")
    let error = #expect(throws: LocalInboxError.self) { _ = try test.another() }
    #expect(error == .store(path: store, .newerSchema(found: 99, known: 4)))
    #expect(error?.description.hasPrefix("\(store): the store has format 99") == true)
  }

  @Test func tellsADataDirectoryThatCannotBeMade() throws {
    let test = try TestInbox()
    let path = test.path + "/token/below"
    let error = #expect(throws: LocalInboxError.self) {
      _ = try LocalInbox(dataDirectory: path)
    }
    guard case .cannotPrepare(path, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.description.hasPrefix("\(path) cannot be prepared (") == true)
  }

  @Test func removesWhatAKilledRunLeftHalfReceived() throws {
    let test = try TestInbox()
    let left = test.path + "/incoming/left"
    try Data("half".utf8).write(to: URL(fileURLWithPath: left))
    // Somebody else receives at this moment.
    let (living, descriptor) = try DataDirectory(preparing: test.path).makeIncoming()
    try Data("half".utf8).write(to: URL(fileURLWithPath: left))
    defer { close(descriptor) }
    try test.restart()
    #expect(!FileManager.default.fileExists(atPath: left))
    #expect(FileManager.default.fileExists(atPath: living))
  }

  /// Not a task but a thread, and no pause in between: where other tests keep the tasks waiting, the patience of a stop
  /// would be over.
  @Test func stopsWithoutCuttingOffAnOpenRequest() throws {
    let test = try TestInbox()
    let body = Multipart.file(Array(repeating: 7, count: 100_000), name: "a", type: nil)
    let client = try RawClient(test.url)
    try client.send(
      "POST /api/v1/media/ HTTP/1.1\r\nHost: \(test.host)\r\n"
        + "Authorization: Token \(test.inbox.token)\r\nContent-Type: \(Multipart.contentType)\r\n"
        + "Content-Length: \(body.count)\r\nExpect: 100-continue\r\n\r\n")
    #expect(try client.receiveAny().status == 100)
    let inbox = test.inbox
    let stopped = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      inbox.stop()
      stopped.signal()
    }
    // New connections are refused from some moment on, and the open request is finished all the same.
    while (try? RawClient(test.url)) != nil { usleep(1_000) }
    try client.send(body)
    #expect(try client.receive().status == 201)
    stopped.wait()
    #expect(throws: RawClient.Failure.self) { _ = try RawClient(test.url) }
    inbox.stop()
  }

  @Test func twoInboxesShareOneDataDirectory() throws {
    let test = try TestInbox()
    let other = try test.another()
    #expect(other.url != test.url)
    let id = try test.uploadedID(Array("shared".utf8))
    #expect(try test.get("/api/v1/media/\(id)/", from: other).text == "shared")
  }

  @Test func aRestartKeepsMedia() throws {
    let test = try TestInbox()
    let id = try test.uploadedID(Array("kept".utf8))
    try test.restart()
    let answer = try test.get("/api/v1/media/\(id)/")
    #expect(answer.text == "kept")
    #expect(answer.header("Content-Type") == "image/jpeg")
  }
}
