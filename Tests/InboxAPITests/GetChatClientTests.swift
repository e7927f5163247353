import JSONText
import Synchronization
import TestServer
import Testing

@testable import InboxAPI

@Suite(.timeLimit(.minutes(50))) struct GetChatClientTests {
  @Test func asksWhoItIs() async throws {
    let server = try TestServer { _ in .json(#"{"id":7,"username":"bot"}"#) }
    defer { server.stop() }
    let user = try await client(server.url + "/").currentUser()
    #expect(user["username"]?.string == "bot")
    let request = try #require(server.requests.first)
    #expect(request.method == "GET")
    #expect(request.target == "/api/v1/users/current/")
    #expect(request.header("Authorization") == "Token \(canary)")
    #expect(request.header("Accept") == "application/json")
  }

  /// A token that sees a part of the inbox proves nothing of the rest.
  @Test(arguments: [
    (#""all""#, false), (#""group""#, true), (#""user""#, true), (#""none""#, true),
    (#""new""#, true), ("null", false), ("true", false),
  ])
  func doubtsWhatItsUserMayNotRead(scope: String, isDoubtful: Bool) async throws {
    let server = try TestServer { _ in .json(#"{"permissions":{"can_read_chats":\#(scope)}}"#) }
    defer { server.stop() }
    let client = try client(server.url)
    #expect(client.doubt == nil)
    try await client.checkAccess()
    #expect((client.doubt != nil) == isDoubtful)
  }

  @Test(arguments: [0, 1, 200_000, 700_001])
  func uploadsMediaAsAFormOfKnownLength(size: Int) async throws {
    let server = try TestServer { _ in .json(#"{"file":"http://h/m/1","id":"u-1"}"#, status: 201) }
    defer { server.stop() }
    let bytes = pseudorandomBytes(size)
    let receipt = try await client(server.url).createMedia(
      MediaUpload(fileName: "Bild é 1.jpg", contentType: "image/jpeg", body: BytesBody(bytes)))
    #expect(receipt == MediaReceipt(id: "u-1", file: "http://h/m/1"))
    let request = try #require(server.requests.first)
    #expect(request.method == "POST")
    #expect(request.target == "/api/v1/media/")
    #expect(request.header("Transfer-Encoding") == nil)
    #expect(request.header("Expect") == nil)
    #expect(request.header("Content-Length") == String(request.body.count))
    let part = FormPart(
      name: "file_encoded", fileName: "Bild é 1.jpg", contentType: "image/jpeg", body: bytes)
    #expect(request.form == [part])
  }

  @Test func neverLetsANameBecomeAHeader() async throws {
    let server = try TestServer { _ in .json(#"{"id":"1"}"#) }
    defer { server.stop() }
    _ = try await client(server.url).createMedia(
      MediaUpload(
        fileName: "a\r\nX-Evil: 1\r\n\r\n\"b\".jpg", contentType: "image/jpeg\r\nX-Evil: 1",
        body: BytesBody([1, 2, 3])))
    let part = try #require(server.requests.first?.form?.first)
    #expect(part.fileName == "a__X-Evil: 1____%22b%22.jpg")
    #expect(part.contentType == "application/octet-stream")
    #expect(part.body == [1, 2, 3])
  }

  @Test func importsAChatAsOneStreamOfKnownLength() async throws {
    let server = try TestServer { _ in .json(#"{"wa_id":"34600111222"}"#, status: 201) }
    defer { server.stop() }
    let text = Array(String(repeating: "12/03/22, 11:00 - Ana: hé\\n", count: 40_000).utf8)
    let request = importRequest(text)
    let client = try client(server.url)
    let chat = try await client.createChatImport(request)
    #expect(chat["wa_id"]?.string == "34600111222")
    let sent = try #require(server.requests.first)
    #expect(sent.target == "/api/v1/chat_import/")
    #expect(sent.header("Content-Type") == "application/json")
    #expect(sent.header("Content-Length") == String(client.bodyLength(of: request)))
    #expect(Int64(sent.body.count) == client.bodyLength(of: request))
    let head = """
      {"chat_participants":[{"name":"Ana \\"B\\"","wa_id":"34600111222"}],"utc_offset_minutes":-420,\
      "device_language_code":"en-US","media_files":[{"filename":"IMG 1.jpg","id":"m1"}],"chat_text":"
      """
    #expect(sent.body == Array(head.utf8) + text + Array("\"}".utf8))
    #expect(throws: Never.self) { try JSONValue(parsing: sent.body) }
  }

  @Test func namesTheItemsAsTheProfileSays() async throws {
    let server = try TestServer { _ in .json("{}") }
    defer { server.stop() }
    let profile = try #require(
      ImportProfile("participant_name=label, participant_number=phone,media_name=n,media_url=u"))
    let client = try client(server.url) { $0.importProfile = profile }
    _ = try await client.createChatImport(importRequest())
    let body = try JSONValue(parsing: try #require(server.requests.first).body)
    let participant = body["chat_participants"]?.array?.first
    #expect(participant?.members?.map(\.key) == ["label", "phone"])
    #expect(body["media_files"]?.array?.first?["n"]?.string == "IMG 1.jpg")
    #expect(body["media_files"]?.array?.first?["u"]?.string == "http://x/m1")

    var withoutURL = importRequest()
    withoutURL.mediaFiles = [.init(fileName: "a", receipt: MediaReceipt(id: "1"))]
    let request = withoutURL
    let error = await apiError { _ = try await client.createChatImport(request) }
    #expect(
      error?.description.hasSuffix("import_profile wants media URLs, but createMediaFile gave none")
        == true)
    #expect(server.requests.count == 1)
  }

  @Test(arguments: ["", "x", "media_id", "media_id=", "media_id=a b", "a=b", "default,media_id=x"])
  func refusesAProfileThatIsNone(_ text: String) {
    #expect(ImportProfile(text) == nil)
  }

  @Test func listsWithItsParameters() async throws {
    let server = try TestServer {
      $0.path == "/api/v1/chats/"
        ? .json(#"[{"wa_id":"1","new_messages":0}]"#)
        : .json(#"{"count":12,"next":"http://evil.example/","previous":null,"results":[{},{}]}"#)
    }
    defer { server.stop() }
    let client = try client(server.url)
    let chats = try await client.chats(limit: 30, offset: 60, messagesBeforeTime: 99)
    #expect(chats.count == nil)
    #expect(chats.items.first?["wa_id"]?.string == "1")
    let messages = try await client.messages(
      of: "49/&+é", limit: 5, offset: 2, sinceTime: -1, beforeTime: 10)
    #expect(messages.count == 12)
    #expect(messages.items.count == 2)
    #expect(
      server.requests.map(\.target) == [
        "/api/v1/chats/?limit=30&offset=60&messages_before_time=99",
        "/api/v1/messages/?wa_id=49%2F%26%2B%C3%A9&limit=5&offset=2&since_time=-1&before_time=10",
      ])
    // Both on one connection: it is kept.
    #expect(server.connectionCount == 1)
  }

  @Test func streamsMediaWithAndWithoutTheSlash() async throws {
    let bytes = pseudorandomBytes(3_000_000)
    let server = try TestServer {
      $0.path == "/api/v1/media/a%2Fb" ? .answer(200, body: bytes) : .status(404)
    }
    defer { server.stop() }
    let received = Mutex([UInt8]())
    try await client(server.url).media(id: "a/b") { piece in
      received.withLock { $0.append(contentsOf: piece) }
    }
    #expect(received.withLock { $0 } == bytes)
    #expect(server.requests.map(\.target) == ["/api/v1/media/a%2Fb/", "/api/v1/media/a%2Fb"])
    for id in ["", ".", ".."] {
      let error = await apiError { try await client(server.url).media(id: id) { _ in } }
      #expect(error?.description.hasSuffix("not sent: the file has no usable id") == true)
    }
  }

  /// `a picture`, packed by a proxy that was asked not to.
  @Test func unpacksAFileThatCameCompressed() async throws {
    let packed: [UInt8] = [
      0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0x02, 0x03, 0x4B, 0x54, 0x28, 0xC8, 0x4C, 0x2E, 0x29, 0x2D,
      0x4A, 0x05, 0, 0xE8, 0x73, 0xD0, 0xDF, 0x09, 0, 0, 0,
    ]
    let server = try TestServer { _ in
      .answer(200, headers: [("Content-Encoding", "gzip")], body: packed)
    }
    defer { server.stop() }
    let received = Mutex([UInt8]())
    try await client(server.url).media(id: "1") { piece in
      received.withLock { $0.append(contentsOf: piece) }
    }
    #expect(received.withLock { String(decoding: $0, as: UTF8.self) } == "a picture")
    #expect(server.requests.first?.header("Accept-Encoding") == "identity")
  }

  @Test func stopsWhenTheReceiverFails() async throws {
    struct DiskFull: Error, CustomStringConvertible { var description: String { "disk full" } }
    let server = try TestServer { _ in .answer(200, body: [UInt8](repeating: 1, count: 1 << 20)) }
    defer { server.stop() }
    let error = await apiError {
      try await client(server.url).media(id: "1") { _ in throw DiskFull() }
    }
    let call = APIError.Call(
      operation: "retrieveMediaFile", method: "GET", url: server.url + "/api/v1/media/1/")
    #expect(error == .receiverFailed(call, reason: "disk full"))
    #expect(server.requests.count == 1)
  }

  @Test func getsATokenWithoutHavingOne() async throws {
    let server = try TestServer { _ in .json(#"{"token":"t0"}"#) }
    defer { server.stop() }
    let token = try await GetChatClient.createToken(
      url: server.url, user: "a\"b", password: Secret("p\\w"), settings: ClientSettings())
    #expect(token.value == "t0")
    let request = try #require(server.requests.first)
    #expect(request.target == "/api/v1/auth/token/")
    #expect(request.header("Authorization") == nil)
    #expect(
      String(decoding: request.body, as: UTF8.self) == #"{"username":"a\"b","password":"p\\w"}"#)
  }

  @Test(arguments: [400, 401, 403])
  func saysWhenThePasswordIsWrongAndNotWhatItWas(status: Int) async throws {
    let server = try TestServer { _ in
      .json(
        #"{"non_field_errors":["no: canary0Zq81TOKEN"],"x":["canary0Zq81TOKEN"]}"#, status: status)
    }
    defer { server.stop() }
    let error = await apiError {
      _ = try await GetChatClient.createToken(
        url: server.url, user: "u", password: Secret(canary), settings: ClientSettings())
    }
    #expect(error?.exit == .refused)
    #expect(error?.description.contains("user or password refused (status \(status))") == true)
    #expect(server.requests.count == 1)
  }

  @Test(arguments: ["", "a b", "a\r\nX-Evil: 1", "a\n", "é"])
  func refusesATokenThatIsNone(_ token: String) {
    #expect(throws: APIError.self) {
      try GetChatClient(
        url: "https://a.example", token: Secret(token), settings: ClientSettings())
    }
  }

  @Test func refusesAnAddressThatIsNone() {
    #expect(throws: APIError.self) { try client("http://a.example") }
  }

  @Test func namesLibcurl() {
    #expect(curlVersion().hasPrefix("libcurl/"))
  }

  @Test func uploadsSeveralAtATimeOverFewConnections() async throws {
    let server = try TestServer { _ in .json(#"{"id":"1"}"#, status: 201) }
    defer { server.stop() }
    let client = try client(server.url) { $0.jobs = 4 }
    try await withThrowingTaskGroup { group in
      for number in 0..<40 {
        group.addTask {
          _ = try await client.createMedia(
            MediaUpload(
              fileName: "\(number)", contentType: "image/jpeg",
              body: BytesBody(pseudorandomBytes(50_000, seed: UInt64(number)))))
        }
      }
      try await group.waitForAll()
    }
    #expect(Set(server.requests.compactMap { $0.form?.first?.fileName }).count == 40)
    #expect(server.requests.count == 40)
    #expect(server.connectionCount <= 4)
  }
}
