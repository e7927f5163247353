import JSONText
import Synchronization
import TestServer
import Testing

@testable import InboxAPI

/// What the client takes from a server, and where it goes at its word.
@Suite(.timeLimit(.minutes(50))) struct GetChatClientTrustTests {
  @Test func followsAGETInsideItsOrigin() async throws {
    let server = try TestServer {
      $0.path == "/api/v1/users/current/"
        ? .status(301, [("Location", "/api/v1/users/current/2/")]) : .json(#"{"id":2}"#)
    }
    defer { server.stop() }
    #expect(try await client(server.url).currentUser()["id"]?.int == 2)
    #expect(server.requests.last?.header("Authorization") == "Token \(canary)")
  }

  @Test func neverGoesToAnotherOrigin() async throws {
    let other = try TestServer { _ in .json("{}") }
    defer { other.stop() }
    let targets = [
      other.url + "/x", "http://localhost:1/x", "https://127.0.0.1/x", "file:///etc/passwd",
      "//user@127.0.0.1:\(other.port)/",
    ]
    for target in targets {
      let server = try TestServer { _ in .status(302, [("Location", target)]) }
      defer { server.stop() }
      let error = await apiError { _ = try await client(server.url).currentUser() }
      #expect(error?.outcome == .refused)
      #expect(server.requests.count == 1)
    }
    #expect(other.connectionCount == 0)
  }

  @Test func doesNotGoRoundInCircles() async throws {
    let server = try TestServer { .status(302, [("Location", $0.target)]) }
    defer { server.stop() }
    let error = await apiError { _ = try await client(server.url).currentUser() }
    #expect(error?.outcome == .refused)
    #expect(server.requests.count == 6)
  }

  @Test func refusesAWebPageInPlaceOfJSON() async throws {
    let server = try TestServer {
      $0.path.hasSuffix("/login/")
        ? .answer(200, headers: [("Content-Type", "text/html")], body: Array("<html>".utf8))
        : .status(302, [("Location", "/login/")])
    }
    defer { server.stop() }
    let client = try client(server.url)
    let call = APIError.Call(
      operation: "retrieveCurrentUser", method: "GET", url: server.url + "/api/v1/users/current/")
    let error = await apiError { _ = try await client.currentUser() }
    #expect(
      error == .unexpectedAnswer(call, status: 200, reason: "a web page came in its place"))
    let media = await apiError { try await client.media(id: "1") { _ in } }
    #expect(media?.description.contains("a web page came in its place") == true)
  }

  @Test func refusesAnAnswerWithoutEnd() async throws {
    let server = try TestServer { _ in .answer(200, body: [UInt8](repeating: 0x20, count: 65 << 20))
    }
    defer { server.stop() }
    let error = await apiError { _ = try await client(server.url).currentUser() }
    #expect(error?.description.contains("it is longer than 64 MiB") == true)
    #expect(server.requests.count == 1)
  }

  @Test func readsAnAnswerThatIsCompressed() async throws {
    // gzip of {"id":5}
    let compressed: [UInt8] = [
      0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xab, 0x56, 0xca, 0x4c, 0x51, 0xb2, 0x32, 0xad, 5, 0,
      0xc1, 0x3d, 0x31, 0x20, 8, 0, 0, 0,
    ]
    let server = try TestServer { _ in
      .answer(200, headers: [("Content-Encoding", "gzip")], body: compressed)
    }
    defer { server.stop() }
    let user = try await client(server.url).currentUser()
    #expect(user["id"]?.int == 5)
  }

  @Test func receivesMediaAgainFromTheStart() async throws {
    let bytes = pseudorandomBytes(100_000)
    let count = Mutex(0)
    let server = try TestServer { _ in
      count.withLock {
        $0 += 1; return $0
      } % 2 == 1
        ? .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".utf8) + bytes[..<60_000])
        : .answer(200, body: bytes)
    }
    defer { server.stop() }
    let client = try client(server.url)
    let received = Mutex([UInt8]())
    try await client.media(
      id: "1", restart: { received.withLock { $0 = [] } },
      receive: { piece in received.withLock { $0.append(contentsOf: piece) } })
    #expect(received.withLock { $0 == bytes })
    // Who cannot start again gets the error.
    let error = await apiError { try await client.media(id: "1") { _ in } }
    #expect(error?.isTransient == true)
    #expect(server.requests.count == 3)
  }
}
