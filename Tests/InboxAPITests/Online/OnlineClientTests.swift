import JSONText
import Synchronization
import TestServer
import TestKit
import Testing

@testable import InboxAPI

/// The client at a server that answers by script.
@Suite(.timeLimit(.minutes(50))) struct OnlineClientTests {
  static func client(
    _ server: TestServer, clock: any Clock<Duration> = FakeClock(), jobs: Int = 1
  ) throws -> OnlineClient {
    var settings = ClientSettings()
    settings.clock = clock
    settings.jobs = jobs
    return try OnlineClient(
      url: server.url, token: Secret("canary-token"), account: 8, inbox: 12, settings: settings)
  }

  static func rows(_ walk: any RowWalk) async throws -> [JSONValue] {
    var walk = walk
    var rows: [JSONValue] = []
    while let page = try await walk.next(isolation: #isolation) { rows += page }
    return rows
  }

  static func received(_ client: OnlineClient, _ link: String) async throws -> String {
    let bytes = Mutex<[UInt8]>([])
    try await client.media(
      at: MediaPlace(id: "1", link: link), restart: { bytes.withLock { $0 = [] } },
      receive: { piece in bytes.withLock { $0 += piece } })
    return String(decoding: bytes.withLock { $0 }, as: UTF8.self)
  }

  /// Roles of an account's own making may show a part of the conversations.
  @Test(arguments: [
    (#"["administrator"]"#, false), (#"["agent"]"#, false),
    (#"["conversation_manage","custom_role"]"#, false),
    (#"["conversation_participating_manage","custom_role"]"#, true),
    (#"["conversation_unassigned_manage","contact_manage","custom_role"]"#, true), ("[]", false),
    ("null", false),
  ])
  func doubtsWhatItsUserMayNotRead(rights: String, isDoubtful: Bool) async throws {
    let profile =
      #"{"accounts":[{"id":7,"permissions":["agent"]},{"id":8,"permissions":\#(rights)}]}"#
    let server = try TestServer { request in
      .json(request.path == "/api/v1/profile" ? profile : #"{"payload":[{"id":12}]}"#)
    }
    defer { server.stop() }
    let client = try Self.client(server)
    try await client.checkAccess()
    #expect((client.doubt != nil) == isDoubtful)
  }

  @Test func showsTheTokenInThePlatformsHeader() async throws {
    let server = try TestServer { request in
      request.path == "/api/v1/profile"
        ? .json(#"{"id":1,"accounts":[{"id":8}]}"#) : .json(#"{"payload":[{"id":12}]}"#)
    }
    try await Self.client(server).checkAccess()
    #expect(
      server.requests.map(\.target) == ["/api/v1/profile", "/api/v1/accounts/8/inboxes"])
    for request in server.requests {
      #expect(request.method == "GET")
      #expect(request.header("api_access_token") == "canary-token")
      #expect(request.header("Authorization") == nil)
    }
  }

  @Test(arguments: [
    (#"{"id":1,"accounts":[{"id":9}]}"#, #"{"payload":[{"id":12}]}"#, "no account 8"),
    (#"{"id":1,"accounts":[{"id":"8"}]}"#, #"{"payload":[{"id":2}]}"#, "there is no inbox 12"),
    (#"{"id":1}"#, #"{"payload":[]}"#, "does not belong to it"),
  ])
  func refusesAnAccountOrInboxThatTheTokenDoesNotSee(
    profile: String, inboxes: String, words: String
  ) async throws {
    let server = try TestServer { request in
      .json(request.path == "/api/v1/profile" ? profile : inboxes)
    }
    let client = try Self.client(server)
    var error: APIError?
    do throws(APIError) {
      try await client.checkAccess()
    } catch let failure { error = failure }
    #expect("\(try #require(error))".contains(words))
    #expect(error?.exit == .refused)
  }

  private static func conversations(_ request: Request, _ sort: Int) -> Reaction {
    let statuses = ["open", "resolved", "pending", "snoozed"]
    let asked = request.query("status") ?? "open"
    let status = asked == "all" && sort == 1 ? "open" : asked
    let page = request.query("page").flatMap { Int($0) } ?? 1
    var rows: [String] = []
    for id in 1...60 {
      let inbox = id % 5 == 0 ? "13" : "12"
      guard status == "all" || statuses[id % 4] == status else { continue }
      guard sort == 2 || request.query("inbox_id") == inbox else { continue }
      rows.append(#"{"id":\#(id),"inbox_id":\#(inbox),"status":"\#(statuses[id % 4])"}"#)
    }
    let items = rows.dropFirst((page - 1) * 25).prefix(25).joined(separator: ",")
    return .json(#"{"data":{"meta":{"all_count":\#(rows.count)},"payload":[\#(items)]}}"#)
  }

  @Test func asksNoFurtherWhereAPlatformShowsNeitherProfileNorInboxes() async throws {
    let server = try TestServer { _ in .status(404) }
    try await Self.client(server).checkAccess()
    #expect(server.requests.count == 2)
  }

  /// Three servers: one that knows `all`, one that takes it for open, and one that ignores `inbox_id`.
  @Test(arguments: [0, 1, 2])
  func listsTheConversationsOfItsInboxInEveryStatus(server sort: Int) async throws {
    let server = try TestServer { Self.conversations($0, sort) }
    for isSinglePass in [true, false] {
      let rows = try await Self.rows(Self.client(server).chats(isSinglePass: isSinglePass))
      let ids: [Int64] = rows.compactMap { $0["id"]?.int }.sorted()
      let own: [Int64] = (1...60).filter { $0 % 5 != 0 }
      #expect(ids == own)
    }
  }

  private static func contacts(_ request: Request) -> Reaction {
    let page = request.query("page") ?? "1"
    let rows = page == "1" || page == "2" ? #"{"id":\#(page)}"# : ""
    return .json(#"{"meta":{"count":2,"current_page":\#(page)},"payload":[\#(rows)]}"#)
  }

  @Test func readsEveryEnvelope() async throws {
    let server = try TestServer { request in
      switch request.path.split(separator: "/").last {
      case "agents": .json(#"[{"id":1},{"id":2}]"#)
      case "inboxes": .json(#"{"payload":[{"id":1}]}"#)
      case "webhooks": .json(#"{"payload":{"webhooks":[{"id":1},{"id":2},{"id":3}]}}"#)
      case "contacts": Self.contacts(request)
      default: .json(#"{"id":8,"name":"Harbour Bikes"}"#)
      }
    }
    let client = try Self.client(server)
    for (operation, style, count) in [
      (ReadOperation.onlineAgents, ListStyle.whole, 2), (.onlineInboxes, .whole, 1),
      (.onlineWebhooks, .whole, 3), (.onlineContacts, .pages, 2), (.onlineAccount, .whole, 1),
    ] {
      let rows = try await Self.rows(
        client.rows(
          of: operation, style, key: { String(decoding: $0.raw, as: UTF8.self) }))
      #expect(rows.count == count, "\(operation.name)")
    }
  }

  // MARK: Limits

  /// The platform says `Retry later` and not when: all the waits together reach over its window of a minute.
  @Test func waitsOutAWindowOfWhichNobodySaysHowLongItIs() async throws {
    let left = Mutex(6)
    let server = try TestServer { _ in
      let isThrottled = left.withLock { left in
        left -= 1
        return left >= 0
      }
      return isThrottled
        ? .status(429, [("Content-Type", "text/plain")], "Retry later\n") : .json("[]")
    }
    let clock = FakeClock()
    _ = try await Self.client(server, clock: clock).value(of: .onlineAgents, id: nil)
    let waited = clock.sleeps.reduce(Duration.zero, +)
    #expect(waited >= .seconds(60) && waited < .seconds(80))
    #expect(server.requests.count == 7)
  }

  @Test func givesUpAfterAWindow() async throws {
    let server = try TestServer { _ in .status(429, [], "Retry later") }
    let client = try Self.client(server)
    await #expect(throws: APIError.self) {
      _ = try await client.value(of: .onlineAgents, id: nil)
    }
    #expect(server.requests.count == 7)
  }

  @Test func obeysAWaitThatIsNamed() async throws {
    let left = Mutex(1)
    let server = try TestServer { _ in
      let isFirst = left.withLock { left in
        left -= 1
        return left == 0
      }
      return isFirst ? .status(429, [("Retry-After", "7")], "Retry later") : .json("[]")
    }
    let clock = FakeClock()
    _ = try await Self.client(server, clock: clock).value(of: .onlineAgents, id: nil)
    let waited = clock.sleeps.reduce(Duration.zero, +)
    #expect(waited >= .seconds(7) && waited < .seconds(8))
  }

  // MARK: Attachments

  @Test func neverShowsTheTokenWhereAFileIs() async throws {
    let store = try TestServer { _ in .answer(200, body: Array("bytes".utf8)) }
    let server = try TestServer { request in
      request.path == "/rails/a"
        ? .status(302, [("Location", store.url + "/bucket/a?signature=x")])
        : .status(302, [("Location", "/rails/a")])
    }
    let client = try Self.client(server)
    #expect(try await Self.received(client, server.url + "/rails/first") == "bytes")
    #expect(server.requests.map(\.path) == ["/rails/first", "/rails/a"])
    #expect(store.requests.map(\.target) == ["/bucket/a?signature=x"])
    for request in server.requests + store.requests {
      #expect(!request.headers.contains { $0.value.contains("canary-token") })
    }
  }

  @Test func takesNoPageForAFile() async throws {
    let server = try TestServer { request in
      request.path == "/f"
        ? .status(302, [("Location", "/login")])
        : .answer(200, headers: [("Content-Type", "text/html")], body: Array("<p>".utf8))
    }
    let client = try Self.client(server)
    await #expect(throws: APIError.self) {
      _ = try await Self.received(client, server.url + "/f")
    }
  }

  @Test(arguments: [
    (
      "https://online.example.com", "https://online.example.com/rails/x",
      "https://online.example.com/rails/x" as String?
    ),
    (
      "https://online.example.com", "http://online.example.com/rails/x",
      "https://online.example.com/rails/x"
    ),
    (
      "https://online.example.com", "http://online.example.com:80/x", "https://online.example.com/x"
    ),
    ("https://online.example.com", "http://online.example.com:8080/x", nil),
    ("https://online.example.com:8443", "http://online.example.com/x", nil),
    (
      "https://online.example.com", "https://bucket.s3.example.net/k?sig=1",
      "https://bucket.s3.example.net/k?sig=1"
    ),
    ("https://online.example.com", "http://bucket.s3.example.net/k", nil),
    ("https://online.example.com", "https://127.0.0.1/x", nil),
    ("https://online.example.com", "https://localhost/x", nil),
    ("https://online.example.com", "https://[::1]/x", nil),
    ("https://online.example.com", "https://user@online.example.com/x", nil),
    ("https://online.example.com", "file:///etc/passwd", nil),
    ("https://online.example.com", "ftp://online.example.com/x", nil),
    // Without a host it is this server's own.
    ("https://online.example.com", "/rails/x", "https://online.example.com/rails/x"),
    ("https://online.example.com", "//bucket.example.net/k", "https://bucket.example.net/k"),
    ("http://127.0.0.1:3000", "/rails/x?y=1", "http://127.0.0.1:3000/rails/x?y=1"),
    ("https://online.example.com", "", nil), ("https://online.example.com", "http://", nil),
    ("http://127.0.0.1:3000", "http://127.0.0.1:3000/x", "http://127.0.0.1:3000/x"),
    ("http://127.0.0.1:3000", "http://localhost:9000/x", "http://localhost:9000/x"),
    ("http://127.0.0.1:3000", "http://example.net/x", nil),
    ("http://127.0.0.1:3000", "https://example.net/x", "https://example.net/x"),
  ])
  func fetchesFilesOnlyWhereThatIsSafe(server: String, link: String, result: String?) throws {
    #expect(try Origin(inboxURL: server).download(link)?.url == result)
  }

  /// Every attachment is the inbox's own, whatever its address; without an id it goes by that.
  @Test func knowsAPlaceForEveryAttachment() throws {
    let server = try TestServer { _ in .close }
    let client = try Self.client(server)
    func medium(_ text: String) throws -> InboxMessage.Media {
      InboxMessage.Media(type: "image", json: try JSONValue(parsing: Array(text.utf8)))
    }
    let link = server.url + "/rails/x.png"
    #expect(
      client.place(of: try medium(#"{"id":5,"data_url":"\#(link)"}"#))
        == MediaPlace(id: "5", link: link))
    #expect(
      client.place(of: try medium(#"{"id":"5","data_url":"http://example.net/x"}"#))
        == MediaPlace(id: "5", link: "http://example.net/x"))
    #expect(client.place(of: try medium(#"{"id":5,"data_url":null}"#)) == MediaPlace(id: "5"))
    #expect(
      client.place(of: try medium(#"{"data_url":"https://a.example/offer.html"}"#))
        == MediaPlace(
          id: "link:4099c97cff2bc220e7824cd575128f67", link: "https://a.example/offer.html",
          mayBeWebPage: true))
    #expect(client.place(of: try medium("{}")) == nil)
  }

  /// Nothing is sent for what has no address, or one that is followed nowhere.
  @Test(arguments: ["http://example.net/x", "ftp://a.example/x", "", nil] as [String?])
  func asksForNothingWithoutAUsableAddress(link: String?) async throws {
    let server = try TestServer { _ in .close }
    let client = try Self.client(server)
    let place = MediaPlace(id: "5", link: link)
    let error = await apiError {
      try await client.media(at: place, restart: nil, receive: { _ in })
    }
    guard let error, case .invalidRequest = error else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(server.requests.isEmpty)
    #expect(try await client.failure(error, at: place) == .refused(status: nil))
  }

  @Test func learnsTheNumbersOfTypesFromWhatItReads() async throws {
    let server = try TestServer { _ in
      .json(
        #"{"meta":{},"payload":[{"id":1,"created_at":1,"message_type":1,"sender":{"type":"contact"}}]}"#
      )
    }
    let client = try Self.client(server)
    #expect(client.form == .online(.fromZero))
    _ = try await Self.rows(client.messages(of: "5", since: nil, before: nil))
    #expect(client.form == .online(.fromOne))
  }
}
