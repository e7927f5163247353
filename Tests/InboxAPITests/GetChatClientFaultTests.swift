import JSONText
import Synchronization
import TestServer
import TestKit
import Testing

@testable import InboxAPI

/// What happens when servers and networks misbehave: how often a request is carried out, and what is
/// said of it.
@Suite(.timeLimit(.minutes(50))) struct GetChatClientFaultTests {
  static let media = MediaUpload(
    fileName: "a.jpg", contentType: "image/jpeg", body: BytesBody(pseudorandomBytes(300_000)))

  // MARK: What must not be repeated

  @Test(arguments: [
    Reaction.close, .reset, .raw(Array("HTTP/1.1 20".utf8)), .status(500), .status(503),
  ])
  func importsOnceWhateverBecomesOfTheAnswer(_ reaction: Reaction) async throws {
    let server = try TestServer { $0.method == "GET" ? .json("{}") : reaction }
    defer { server.stop() }
    let client = try client(server.url)
    // A kept connection is what libcurl would send again on.
    _ = try await client.currentUser()
    let error = await apiError { _ = try await client.createChatImport(importRequest()) }
    #expect(error?.outcome == .unknown)
    #expect(error?.isTransient == true)
    #expect(server.requests.filter { $0.method == "POST" }.count == 1)
    #expect(server.requests.last?.numberOnConnection == 1)
  }

  @Test(arguments: [
    (
      "truncated",
      Reaction.raw(Array("HTTP/1.1 201 Created\r\nContent-Length: 90\r\n\r\n{\"wa_id\":".utf8))
    ),
    (
      "chunked, cut off",
      .raw(Array("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"wa_".utf8))
    ),
    (
      "a login page",
      .answer(
        200, headers: [("Content-Type", "text/html; charset=utf-8")],
        body: Array("<html>log in</html>".utf8))
    ),
    ("not JSON", .answer(201, body: Array("OK".utf8))),
    ("a list", .json("[]", status: 201)),
    ("empty", .status(204)),
  ])
  func doesNotTakeADamagedAnswerForSuccess(_ name: String, _ reaction: Reaction) async throws {
    let server = try TestServer { _ in reaction }
    defer { server.stop() }
    let error = await apiError {
      _ = try await client(server.url).createChatImport(importRequest())
    }
    #expect(error?.outcome == .unknown)
    #expect(server.requests.count == 1)
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func neverFollowsARedirectOfAPOST(status: Int) async throws {
    let server = try TestServer { _ in .status(status, [("Location", "/api/v1/chat_import/2/")]) }
    defer { server.stop() }
    let client = try client(server.url)
    let imported = await apiError { _ = try await client.createChatImport(importRequest()) }
    let uploaded = await apiError { _ = try await client.createMedia(Self.media) }
    for error in [imported, uploaded] {
      #expect(error?.outcome == .refused)
      #expect(error?.description.contains("it leads elsewhere") == true)
    }
    #expect(server.requests.map(\.path) == ["/api/v1/chat_import/", "/api/v1/media/"])
  }

  @Test func importsAgainAfter429() async throws {
    let count = Mutex(0)
    let clock = FakeClock()
    let server = try TestServer { _ in
      count.withLock {
        $0 += 1; return $0
      } < 3 ? .status(429, [("Retry-After", "7")]) : .json("{}")
    }
    defer { server.stop() }
    _ = try await client(server.url, clock: clock).createChatImport(importRequest())
    #expect(server.requests.count == 3)
    #expect(Set(server.requests.map(\.connection)).count == 3)
    #expect(clock.sleeps.reduce(.zero, +) >= .seconds(14))
    #expect(clock.sleeps.reduce(.zero, +) <= .seconds(15.4))
  }

  @Test func importsAgainWhereNothingWasSent() async throws {
    let server = try TestServer { _ in .json("{}") }
    let url = server.url
    server.stop()
    let clock = FakeClock()
    let error = await apiError {
      _ = try await client(url, clock: clock).createChatImport(importRequest())
    }
    let call = APIError.Call(
      operation: "createChatImport", method: "POST", url: url + "/api/v1/chat_import/")
    #expect(
      error == .unreachable(call, reason: "Couldn't connect to server", isPermanent: false))
    #expect(clock.sleeps.count == 2)
  }

  @Test(arguments: [404, 405])
  func saysWhenImportingIsNotOffered(status: Int) async throws {
    let server = try TestServer { _ in .json(#"{"detail":"Not found."}"#, status: status) }
    defer { server.stop() }
    let error = await apiError {
      _ = try await client(server.url).createChatImport(importRequest())
    }
    let call = APIError.Call(
      operation: "createChatImport", method: "POST", url: server.url + "/api/v1/chat_import/")
    #expect(error == .notAvailable(call, status: status, details: "Not found."))
    #expect(server.requests.count == 1)
  }

  @Test func tellsThatABodyIsTooLargeBeforeItIsRead() async throws {
    let server = try TestServer(
      early: { _ in .answerAndClose(413, body: []) }, { _ in .json("{}") })
    defer { server.stop() }
    let request = importRequest(pseudorandomBytes(3_000_000).map { $0 % 26 + 97 })
    let error = await apiError { _ = try await client(server.url).createChatImport(request) }
    #expect(error?.isPayloadTooLarge == true)
    #expect(error?.outcome == .refused)
    #expect(server.requests.isEmpty)
  }

  @Test func neverLetsTheServerHaveABodyOfAnotherLength() async throws {
    let server = try TestServer { _ in .json(#"{"id":"1"}"#) }
    defer { server.stop() }
    let client = try client(server.url)
    for announced in [299_999, 300_001] as [Int64] {
      let body = BytesBody(pseudorandomBytes(300_000), announcing: announced)
      var request = importRequest()
      request.escapedText = body
      let sending = request
      let imported = await apiError { _ = try await client.createChatImport(sending) }
      let uploaded = await apiError {
        _ = try await client.createMedia(
          MediaUpload(fileName: "a", contentType: "image/jpeg", body: body))
      }
      for case .bodyUnreadable(_, let reason, _)? in [imported, uploaded] {
        #expect(reason.contains("the \(announced) bytes that it announced"))
      }
      #expect(imported?.exit == .inputOutput && uploaded?.exit == .inputOutput)
      #expect(imported?.isTransient == false && uploaded?.isTransient == false)
    }
    let broken = await apiError {
      _ = try await client.createMedia(
        MediaUpload(fileName: "a", contentType: "image/jpeg", body: BrokenBody()))
    }
    #expect(broken?.description.contains("could not be read: entry damaged") == true)
    #expect(server.requests.isEmpty)
  }

  // MARK: What may be repeated

  @Test(arguments: [Reaction.close, .reset, .status(500), .status(502), .status(503), .status(408)])
  func uploadsAndReadsAgainUpToThreeTimes(_ reaction: Reaction) async throws {
    let count = Mutex(0)
    let server = try TestServer { _ in
      let number = count.withLock {
        $0 += 1; return $0
      }
      return number % 3 != 0 ? reaction : .json(#"{"id":"1"}"#)
    }
    defer { server.stop() }
    let clock = FakeClock()
    let client = try client(server.url, clock: clock)
    #expect(try await client.createMedia(Self.media).id == "1")
    #expect(try await client.currentUser()["id"]?.string == "1")
    #expect(server.requests.count == 6)
    #expect(clock.sleeps.count <= 4)
    #expect(
      server.requests.prefix(3).allSatisfy {
        $0.body == server.requests[0].body || $0.form?.first?.body.count == 300_000
      })
  }

  @Test func givesUpAfterThreeTries() async throws {
    let server = try TestServer { _ in .json(#"{"detail":"boom"}"#, status: 500) }
    defer { server.stop() }
    let error = await apiError { _ = try await client(server.url).currentUser() }
    let call = APIError.Call(
      operation: "retrieveCurrentUser", method: "GET", url: server.url + "/api/v1/users/current/")
    #expect(error == .serverFailed(call, status: 500, details: "boom"))
    #expect(server.requests.count == 3)
  }

  /// Three requests are tried three times; the first try of the fourth is the tenth failure, and its second, half a minute
  /// later, one probe. From then on there is one probe for each request, and no request without half a minute before it.
  @Test(arguments: [Reaction.status(500), .reset])
  func leavesAServerAloneThatFailsAgainAndAgain(_ reaction: Reaction) async throws {
    let isWell = Mutex(false)
    let server = try TestServer { _ in isWell.withLock { $0 } ? .json("{}") : reaction }
    defer { server.stop() }
    let clock = FakeClock()
    let client = try client(server.url, clock: clock)
    for _ in 0..<20 { _ = await apiError { _ = try await client.currentUser() } }
    #expect(server.requests.count == 3 * 3 + 2 + 16)
    #expect(clock.now.offset >= .seconds(30) * 17)
    #expect(clock.now.offset < .seconds(30) * 17 + .seconds(12))
    isWell.withLock { $0 = true }
    for _ in 0..<20 { _ = try await client.currentUser() }
    #expect(clock.now.offset < .seconds(30) * 18 + .seconds(12))
  }

  /// Every second request fails: ten retries at once, and no more than ten in two minutes.
  @Test func triesAgainNoMoreThanAShareOfTheRequestsAllows() async throws {
    let count = Mutex(0)
    let server = try TestServer { _ in
      count.withLock {
        $0 += 1; return $0
      } % 2 == 1 ? .status(500) : .json("{}")
    }
    defer { server.stop() }
    let clock = FakeClock()
    let client = try client(server.url, clock: clock)
    for _ in 0..<10 { _ = try await client.currentUser() }
    #expect(clock.now.offset < .seconds(11))
    _ = try await client.currentUser()
    #expect(clock.now.offset >= .seconds(120) && clock.now.offset < .seconds(123))
    for _ in 0..<9 { _ = try await client.currentUser() }
    #expect(clock.now.offset < .seconds(135))
    #expect(server.requests.count == 40)
  }

  @Test func sendsMediaAgainOverADeadConnection() async throws {
    let server = try TestServer {
      $0.connection == 1 && $0.numberOnConnection == 2 ? .close : .json(#"{"id":"1"}"#)
    }
    defer { server.stop() }
    let client = try client(server.url)
    _ = try await client.currentUser()
    #expect(try await client.createMedia(Self.media).id == "1")
    #expect(server.requests.map(\.connection) == [1, 1, 2])
    #expect(server.requests.last?.form?.first?.body == pseudorandomBytes(300_000))
  }

  @Test(arguments: [
    ("{}", "it holds no id"), (#"{"id":""}"#, "it holds no id"),
    (#"{"id":null}"#, "it holds no id"),
    ("[]", "it is no JSON object"),
  ])
  func doesNotTakeAnUploadWithoutIDForSuccess(_ body: String, because reason: String) async throws {
    let server = try TestServer { _ in .json(body, status: 201) }
    defer { server.stop() }
    let error = await apiError { _ = try await client(server.url).createMedia(Self.media) }
    let call = APIError.Call(
      operation: "createMediaFile", method: "POST", url: server.url + "/api/v1/media/")
    #expect(error == .unexpectedAnswer(call, status: 201, reason: reason))
    #expect(server.requests.count == 1)
  }

  @Test func uploadsAgainWhereTheAnswerIsDamaged() async throws {
    let server = try TestServer { _ in .json("{", status: 201) }
    defer { server.stop() }
    let error = await apiError { _ = try await client(server.url).createMedia(Self.media) }
    #expect(error?.isTransient == true)
    #expect(error?.outcome == .unknown)
    #expect(server.requests.count == 3)
  }

  // MARK: Waiting

  @Test(
    arguments: [408, 429, 500, 502, 503, 504, 520], [("120", 120.0), ("1", 1.0), ("0", 0.0)])
  func waitsAsLongAsItIsAsked(status: Int, wait: (text: String, seconds: Double)) async throws {
    let count = Mutex(0)
    let clock = FakeClock()
    let server = try TestServer { _ in
      count.withLock {
        $0 += 1; return $0
      } < 3
        ? .status(status, [("Retry-After", wait.text)]) : .json(#"{"id":"1"}"#)
    }
    defer { server.stop() }
    _ = try await client(server.url, clock: clock).createMedia(Self.media)
    let waited = clock.sleeps.reduce(.zero, +)
    #expect(server.requests.count == 3)
    #expect(waited >= .seconds(2 * wait.seconds) && waited <= .seconds(2.2 * wait.seconds))
  }

  /// What must not be repeated is not, and nobody else disturbs the server meanwhile.
  @Test(arguments: [408, 500, 502, 503, 504])
  func leavesTheServerAloneAfterAnImportThatFailed(status: Int) async throws {
    let clock = FakeClock()
    let server = try TestServer {
      $0.method == "POST" ? .status(status, [("Retry-After", "90")]) : .json("{}")
    }
    defer { server.stop() }
    let client = try client(server.url, clock: clock)
    let error = await apiError { _ = try await client.createChatImport(importRequest()) }
    #expect(error?.outcome == .unknown)
    #expect(server.requests.count == 1)
    _ = try await client.currentUser()
    #expect(clock.now.offset >= .seconds(90) && clock.now.offset <= .seconds(99))
  }

  @Test(
    arguments: [408, 429, 500, 502, 503, 504],
    [("121", 121), ("1000000000000", 1_000_000_000_000)] as [(String, Int64)])
  func endsWhereTheWaitIsTooLong(status: Int, wait: (text: String, seconds: Int64)) async throws {
    let clock = FakeClock()
    let server = try TestServer { _ in .status(status, [("Retry-After", wait.text)]) }
    defer { server.stop() }
    let client = try client(server.url, clock: clock)
    let error = await apiError { _ = try await client.currentUser() }
    let call = APIError.Call(
      operation: "retrieveCurrentUser", method: "GET", url: server.url + "/api/v1/users/current/")
    #expect(error == .throttled(call, status: status, retryAfter: .seconds(wait.seconds)))
    #expect(error?.exit == .throttled)
    #expect(error?.outcome == (status == 429 ? .notExecuted : .unknown))
    #expect(server.requests.count == 1)
    #expect(clock.sleeps.isEmpty)
    let imported = await apiError { _ = try await client.createChatImport(importRequest()) }
    #expect(imported?.exit == .throttled)
    #expect(imported?.outcome == (status == 429 ? .notExecuted : .unknown))
    #expect(server.requests.count == 2)
  }

  /// The server asks to be left alone for longer than its answer lasts.
  @Test func endsWhereTheAnswerBreaksOffThatAsksForALongWait() async throws {
    let server = try TestServer { _ in
      .raw(Array("HTTP/1.1 502 x\r\nRetry-After: 999\r\nContent-Length: 9\r\n\r\nx".utf8))
    }
    defer { server.stop() }
    let error = await apiError { _ = try await client(server.url).currentUser() }
    #expect(error?.exit == .throttled)
    #expect(server.requests.count == 1)
  }

  @Test(arguments: ["-1", "soon", "Wed, 21 Oct 2015 07:28:00 GMT"])
  func backsOffWhereTheWaitIsNonsense(_ text: String) async throws {
    let clock = FakeClock()
    let server = try TestServer { _ in .status(429, [("Retry-After", text)]) }
    defer { server.stop() }
    let error = await apiError { _ = try await client(server.url, clock: clock).currentUser() }
    #expect(error?.exit == .throttled)
    #expect(server.requests.count == 3)
    #expect(clock.sleeps.count == 2)
    #expect(clock.sleeps.allSatisfy { $0 <= .seconds(2) })
  }

  @Test func measuresADateAgainstTheServersOwnClock() async throws {
    let count = Mutex(0)
    let clock = FakeClock()
    let server = try TestServer { _ in
      count.withLock {
        $0 += 1; return $0
      } == 1
        ? .status(
          429,
          [
            ("Retry-After", "Sat, 01 Jan 2000 00:00:40 GMT"),
            ("Date", "Sat, 01 Jan 2000 00:00:00 GMT"),
          ])
        : .json("{}")
    }
    defer { server.stop() }
    _ = try await client(server.url, clock: clock).currentUser()
    let waited = clock.sleeps.reduce(.zero, +)
    #expect(waited >= .seconds(40) && waited <= .seconds(44))
  }

  @Test(arguments: [401, 403])
  func stopsAtOnceWhereTheTokenIsRefused(status: Int) async throws {
    let server = try TestServer { _ in
      .json(#"{"detail":"Invalid token \#(canary)."}"#, status: status)
    }
    defer { server.stop() }
    let error = await apiError { _ = try await client(server.url).currentUser() }
    let call = APIError.Call(
      operation: "retrieveCurrentUser", method: "GET", url: server.url + "/api/v1/users/current/")
    #expect(error == .tokenRefused(call, status: status, details: "Invalid token …."))
    #expect(error?.exit == .refused)
    #expect(server.requests.count == 1)
  }

  @Test func givesUpASlowAnswer() async throws {
    let server = try TestServer { _ in
      .drip(Array("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".utf8), milliseconds: 100)
    }
    defer { server.stop() }
    let client = try client(server.url) { $0.importStallLimit = .seconds(1) }
    let error = await apiError { _ = try await client.createChatImport(importRequest()) }
    let call = APIError.Call(
      operation: "createChatImport", method: "POST", url: server.url + "/api/v1/chat_import/")
    #expect(error == .interrupted(call, reason: "Timeout was reached"))
  }

  @Test func cancellingEndsATransferThatHangs() async throws {
    let server = try TestServer { _ in .hang }
    defer { server.stop() }
    let client = try client(server.url)
    let task = Task { await apiError { _ = try await client.createChatImport(importRequest()) } }
    while server.requests.isEmpty { await Task.yield() }
    task.cancel()
    let error = await task.value
    #expect(error?.outcome == .unknown)
    #expect(error?.description.contains("interrupted; run the command again to go on") == true)

    let late = Task {
      await apiError {
        withUnsafeCurrentTask { $0?.cancel() }
        _ = try await client.createChatImport(importRequest())
      }
    }
    #expect(await late.value?.outcome == .notExecuted)
    #expect(server.requests.count == 1)
  }
}
