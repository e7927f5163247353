import JSONText
import Synchronization
import TestServer
import TestKit
import Testing

@testable import InboxAPI

@Suite(.timeLimit(.minutes(50))) struct PartnerClientTests {
  static let key = "canary-api-key-77"

  /// The sample of getWhatsApp's page, with invented values and one key that the page does not have.
  static let list = #"""
    {"status": "OK", "reason": 1, "totalWhatsApp": 2, "totalConversationsThisMonth": 10,
     "totalMarketingThisMonth": 4, "totalServiceThisMonth": 5, "totalIncomingThisMonth": 1, "list": [
      {"create_time": 1735811185, "whatsapp": "447700900101", "apiKey": "canary-api-key-77",
       "display_name": "Harbour Bikes", "business_name": "Harbour Bikes Ltd", "isOnline": 1,
       "onlineAccount": 1, "onlineInbox": 2, "onlineServer": "online", "coexistence": 0,
       "conversationsThisMonth": 6, "marketingThisMonth": 3, "serviceThisMonth": 3,
       "incomingThisMonth": 0, "future": [1]},
      {"create_time": 1735811185, "whatsapp": "447700900102", "apiKey": "canary-api-key-77",
       "display_name": "Quay Café", "business_name": "Quay Café", "isOnline": 0,
       "onlineAccount": 0, "onlineInbox": 0, "coexistence": 1, "conversationsThisMonth": 4,
       "marketingThisMonth": 1, "serviceThisMonth": 2, "incomingThisMonth": 1}]}
    """#

  @Test func readsEveryNumberAndNoKey() async throws {
    let server = try TestServer { _ in .json(Self.list) }
    defer { server.stop() }
    let numbers = try await partner(server.url).numbers()
    #expect(numbers.total == 2)
    #expect(
      numbers.thisMonth == .init(conversations: 10, marketing: 4, service: 5, incoming: 1))
    #expect(numbers.list.map(\.digits) == ["447700900101", "447700900102"])
    #expect(numbers.list.map(\.displayName) == ["Harbour Bikes", "Quay Café"])
    #expect(numbers.list.map(\.businessName) == ["Harbour Bikes Ltd", "Quay Café"])
    #expect(numbers.list.map(\.created) == [1_735_811_185, 1_735_811_185])
    #expect(
      numbers.list.map(\.connection)
        == [PartnerNumber.Connection(account: 1, inbox: 2, server: "online"), nil])
    #expect(numbers.list.map(\.isFree) == [false, true])
    #expect(numbers.list.map(\.isCoexistence) == [false, true])
    #expect(
      numbers.list.map(\.thisMonth) == [
        .init(conversations: 6, marketing: 3, service: 3, incoming: 0),
        .init(conversations: 4, marketing: 1, service: 2, incoming: 1),
      ])
    var dumped = ""
    dump(numbers, to: &dumped)
    #expect(!dumped.contains(Self.key))
    let request = try #require(server.requests.first)
    #expect(request.method == "GET")
    #expect(request.target == "/api/whatsapp/getWhatsApp")
    #expect(request.header("Authorization") == "Bearer \(canary)")
    #expect(request.body.isEmpty)
  }

  /// Numbers and flags as texts, flags as booleans, an empty list that is left out.
  @Test func readsValuesOfEitherSort() async throws {
    let answers = Mutex([
      #"{"status":"ok","list":[{"whatsapp":447700900101,"isOnline":"1","onlineAccount":"8","onlineInbox":"100","onlineServer":""}]}"#,
      #"{"status":"OK","list":[{"whatsapp":"+44 7700 900101","isOnline":false,"coexistence":"1"}]}"#,
      #"{"status":"OK","totalWhatsApp":0,"list":null}"#,
    ])
    let server = try TestServer { _ in .json(answers.withLock { $0.removeFirst() }) }
    defer { server.stop() }
    let client = try partner(server.url)
    let first = try await client.numbers().list
    #expect(first.map(\.digits) == ["447700900101"])
    #expect(first[0].connection == .init(account: 8, inbox: 100, server: nil))
    #expect(first[0].connection?.isTo(account: 8, inbox: 100, server: "ONLINE") == true)
    #expect(first[0].connection?.isTo(account: 8, inbox: 100, server: "other") == false)
    let second = try await client.numbers().list
    #expect(second.map(\.digits) == ["447700900101"])
    #expect(second[0].isFree && second[0].isCoexistence)
    #expect(try await client.numbers().list.isEmpty)
  }

  @Test(arguments: [
    ("[]", "it is no JSON object"),
    (#"{"status":"OK"}"#, "it holds no list of numbers"),
    (#"{"status":"MAYBE","list":[]}"#, "its status is neither OK nor FAIL"),
    (#"{"list":[]}"#, "its status is neither OK nor FAIL"),
    (#"{"status":"OK","reason":1"account_id":8}"#, "not valid JSON"),
  ])
  func refusesWhatIsNoListOfNumbers(_ body: String, _ reason: String) async throws {
    let server = try TestServer { _ in .json(body) }
    defer { server.stop() }
    let error = await apiError { _ = try await partner(server.url).numbers() }
    #expect(
      error?.description.lowercased().contains(reason.lowercased()) == true, "\(error as Any)")
    #expect(error?.exit == .unavailable)
  }

  /// One entry that says too little is nobody else's.
  @Test func readsTheOthersBesideAMalformedEntry() async throws {
    let rows = [
      #"{"isOnline":0}"#, "null", "7", #"{"whatsapp":"","isOnline":0}"#,
      #"{"whatsapp":"447700900103","isOnline":"maybe","onlineAccount":1,"onlineInbox":5}"#,
      #"{"whatsapp":"447700900104"}"#, #"{"whatsapp":"447700900105","isOnline":0}"#,
      #"{"whatsapp":"447700900106","isOnline":1,"onlineAccount":0,"onlineInbox":0}"#,
    ]
    let server = try TestServer { _ in
      .json(#"{"status":"OK","list":[\#(rows.joined(separator: ","))]}"#)
    }
    defer { server.stop() }
    let numbers = try await partner(server.url).numbers()
    #expect(numbers.unread == [1, 2, 3, 4])
    #expect(
      numbers.list.map(\.state) == [
        .unclear(.init(account: 1, inbox: 5, server: nil)), .unclear(.init()), .free,
        .connected(.init()),
      ])
    #expect(numbers.list.map(\.isFree) == [false, false, true, false])
    let creation = InboxCreation(try partner(server.url))
    func order(_ number: String) throws -> InboxOrder {
      try InboxOrder(name: "x", number: number, account: 8, server: "online")
    }
    #expect(try await creation.check(order("447700900105")).isFree)
    await #expect(throws: InboxCreation.Fault.numberTaken(.init())) {
      _ = try await creation.check(order("447700900106"))
    }
    // Of the one that is asked for it has to be known.
    let error = await apiError { _ = try await creation.check(order("447700900104")) }
    #expect(
      error?.description.contains("it does not say whether an inbox has the number (isOnline)")
        == true)
    #expect(error?.exit == .unavailable)
    #expect(Set(server.requests.map(\.method)) == ["GET"])
  }

  // MARK: Reasons

  @Test(arguments: [
    ("2", "reason 2: wrong credentials); check the partner's token"),
    (
      "3",
      "reason 3: the access token does not exist or has expired); get a new one (settings, get access token) and put it into the token file"
    ),
    (
      "\"13\"",
      "reason 13: the wrong HTTP method came in); check that the address leads straight to the server, without a proxy"
    ),
    ("999", "reason 999, which no document explains); ask the provider what it means"),
    (
      "\"quota \\\"447700900101\\\" used up\"",
      "reason quota … used up, which no document explains); ask the provider what it means"
    ),
    (
      "\"token \(canary) has no rights\"",
      "reason token … has no rights, which no document explains); ask the provider what it means"
    ),
    ("null", "reason not given, which no document explains); ask the provider what it means"),
  ])
  func putsReasonsIntoWordsAtAnyStatus(_ reason: String, _ words: String) async throws {
    for (status, word) in [
      (200, "FAIL"), (200, "Fail"), (400, "FAIL"), (401, "FAIL"), (404, "FAIL"),
    ] {
      let server = try TestServer { _ in
        .json(#"{"status":"\#(word)","reason":\#(reason)}"#, status: status)
      }
      defer { server.stop() }
      let error = await apiError { _ = try await partner(server.url).numbers() }
      #expect(
        error?.description
          == "getWhatsApp (GET \(server.url)/api/whatsapp/getWhatsApp): failed, says the server (\(words)"
      )
      #expect(error?.exit == .refused)
      #expect(error?.outcome == .refused)
      #expect(server.requests.count == 1)
    }
  }

  @Test(arguments: [
    (Int64(2), PartnerReason.Operation.deleteInbox, "the partner's key is incorrect"),
    (4, .createInbox, "the WhatsApp number is empty or wrong"),
    (33, .deleteInbox, "the account is empty or wrong"),
    (34, .createInbox, "the server is invalid or wrong"),
    (47, .deleteInbox, "the inbox id is invalid or wrong"),
  ])
  func hasWordsForEveryDocumentedReason(
    _ code: Int64, _ operation: PartnerReason.Operation, _ words: String
  ) {
    #expect(PartnerReason.words(code, operation)?.what.hasPrefix(words) == true)
  }

  /// A server in trouble has refused nothing, whatever stands in its answer.
  @Test func doesNotTakeAFailureOfTheServerForARefusal() async throws {
    let server = try TestServer { _ in .json(#"{"status":"FAIL","reason":33}"#, status: 500) }
    defer { server.stop() }
    let error = await apiError { _ = try await partner(server.url).createInbox(Self.order) }
    #expect(error?.outcome == .unknown)
    #expect(server.requests.count == 1)
  }

  // MARK: Creating

  static var order: InboxOrder {
    get throws {
      try InboxOrder(
        name: "Quay Café", number: "447700900102", account: 8, server: "online",
        reference: "branch 4", importsHistory: true)
    }
  }

  static let created =
    #"{"status":"OK","reason":1,"account_id":8,"inbox_id":100,"server":"online","whatsapp":"447700900102"}"#

  @Test func ordersAnInboxInTheWordsOfItsPage() async throws {
    let server = try TestServer { $0.method == "GET" ? .json(Self.list) : .json(Self.created) }
    defer { server.stop() }
    let client = try partner(server.url)
    let creation = InboxCreation(client)
    _ = try await creation.check(Self.order)
    #expect(try await creation(Self.order) == .init(inbox: 100, wasFound: false))
    let request = try #require(server.requests.last)
    #expect(request.method == "POST")
    #expect(request.target == "/api/online/createInbox")
    #expect(request.header("Authorization") == "Bearer \(canary)")
    #expect(request.header("Content-Type") == "application/json")
    #expect(request.numberOnConnection == 1)
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == #"{"inbox_type":"whatsapp","inbox_name":"Quay Café","whatsapp_number":"447700900102","account_id":8,"server":"online","reference":"branch 4","import_history":1}"#
    )
    #expect(server.requests.map(\.method) == ["GET", "POST"])
  }

  @Test func refusesANumberThatCannotHaveAnInbox() async throws {
    let server = try TestServer { _ in .json(Self.list) }
    defer { server.stop() }
    let creation = InboxCreation(try partner(server.url))
    let rows: [(String, Bool, InboxCreation.Fault)] = [
      ("447700900109", false, .numberUnknown),
      ("447700900101", false, .numberTaken(.init(account: 1, inbox: 2, server: "online"))),
      ("447700900101", true, .numberTaken(.init(account: 1, inbox: 2, server: "online"))),
    ]
    for (number, history, fault) in rows {
      let order = try InboxOrder(
        name: "x", number: number, account: 8, server: "online", importsHistory: history)
      await #expect(throws: fault) { _ = try await creation.check(order) }
    }
    #expect(Set(server.requests.map(\.method)) == ["GET"])
  }

  @Test func importsHistoryOfCoexistenceNumbersAlone() async throws {
    let free = Self.list.replacing(#""coexistence": 1"#, with: #""coexistence": 0"#)
    let server = try TestServer { _ in .json(free) }
    defer { server.stop() }
    await #expect(throws: InboxCreation.Fault.noHistory) {
      _ = try await InboxCreation(partner(server.url)).check(Self.order)
    }
  }

  static let connected = list.replacing(
    #""isOnline": 0"#, with: #""isOnline": 1, "onlineServer": "online""#
  ).replacing(#""onlineAccount": 0"#, with: #""onlineAccount": 8"#).replacing(
    #""onlineInbox": 0"#, with: #""onlineInbox": 100"#)

  /// Answers that may hide a success: the list of numbers tells, the request is not repeated.
  @Test(arguments: [
    Reaction.close, .reset, .status(500), .status(502), .json("{\"status\":"), .json("{}"),
    .json(#"{"status": "OK","reason": 1"account_id": 8,"inbox_id": 100}"#),
    .json(#"{"status":"OK","reason":1,"account_id":9,"inbox_id":100}"#),
    .json(#"{"status":"OK","reason":1,"account_id":8}"#),
    // How some servers end what they have done.
    .status(303, [("Location", "/inboxes/100")]),
  ])
  func findsAnInboxWhoseAnswerWasLost(_ reaction: Reaction) async throws {
    let looks = Mutex(0)
    let server = try TestServer { request in
      guard request.method == "GET" else { return reaction }
      // The server needs a while, and fails once meanwhile.
      return looks.withLock {
        $0 += 1
        return $0 < 2 ? .json(Self.list) : $0 == 2 ? .status(404) : .json(Self.connected)
      }
    }
    defer { server.stop() }
    let clock = FakeClock()
    let created = try await InboxCreation(partner(server.url, clock: clock))(Self.order)
    #expect(created.inbox == 100)
    #expect(server.requests.filter { $0.method == "POST" }.count == 1)
  }

  @Test func saysWhenItIsNotKnownWhetherAnInboxWasCreated() async throws {
    let server = try TestServer { $0.method == "GET" ? .json(Self.list) : .close }
    defer { server.stop() }
    let clock = FakeClock()
    let fault = await fault {
      _ = try await InboxCreation(partner(server.url, clock: clock))(Self.order)
    }
    guard case .unsettled(let loss) = fault else {
      Issue.record("\(fault as Any)")
      return
    }
    #expect(loss?.outcome == .unknown)
    #expect(fault?.description.contains("in a few minutes before the command is run again") == true)
    #expect(server.requests.map(\.method) == ["POST", "GET", "GET", "GET", "GET"])
    #expect(clock.sleeps == [.seconds(2), .seconds(5), .seconds(10)])
  }

  /// A redirect is a refusal where the number stays free, and unsettled where nobody can tell.
  @Test(arguments: [true, false])
  func takesARedirectForARefusalWhereTheNumberStaysFree(isListed: Bool) async throws {
    let server = try TestServer {
      $0.method == "GET"
        ? (isListed ? .json(Self.list) : .status(404)) : .status(307, [("Location", "/x")])
    }
    defer { server.stop() }
    let client = try partner(server.url, clock: FakeClock())
    if isListed {
      let error = await apiError { _ = try await InboxCreation(client)(Self.order) }
      #expect(error?.isRedirect == true)
    } else {
      let fault = await fault { _ = try await InboxCreation(client)(Self.order) }
      guard case .unsettled(let loss) = fault else {
        Issue.record("\(fault as Any)")
        return
      }
      #expect(loss?.isRedirect == true)
    }
    #expect(server.requests.filter { $0.method == "POST" }.count == 1)
  }

  @Test func saysWhenTheNumberWentElsewhereMeanwhile() async throws {
    let elsewhere = Self.connected.replacing(#""onlineAccount": 8"#, with: #""onlineAccount": 9"#)
    let server = try TestServer { $0.method == "GET" ? .json(elsewhere) : .close }
    defer { server.stop() }
    let fault = await fault { _ = try await InboxCreation(partner(server.url))(Self.order) }
    #expect(fault == .connectedElsewhere(.init(account: 9, inbox: 100, server: "online")))
  }

  /// While the server makes an inbox, the number is connected to none yet.
  @Test(arguments: [
    #""onlineAccount":8,"onlineInbox":0,"onlineServer":"online""#,
    #""onlineAccount":0,"onlineInbox":0"#,
    #""onlineInbox":null"#, #""onlineAccount":8,"onlineInbox":-1"#,
    #""onlineAccount":0,"onlineInbox":100"#,
  ])
  func waitsUntilTheInboxHasANumber(place: String) async throws {
    let looks = Mutex(0)
    let unready =
      #"{"status":"OK","list":[{"whatsapp":"447700900102","isOnline":1,\#(place)}]}"#
    let server = try TestServer { request in
      guard request.method == "GET" else {
        return .json(#"{"status":"OK","reason":1,"account_id":8,"inbox_id":0}"#)
      }
      return looks.withLock {
        $0 += 1
        return .json($0 < 3 ? unready : Self.connected)
      }
    }
    defer { server.stop() }
    let clock = FakeClock()
    let created = try await InboxCreation(partner(server.url, clock: clock))(Self.order)
    #expect(created == .init(inbox: 100, wasFound: false))
    #expect(clock.sleeps == [.seconds(2), .seconds(5)])
    // And where it never has one, that is all that is known.
    looks.withLock { $0 = -10 }
    let fault = await fault {
      _ = try await InboxCreation(partner(server.url))(Self.order)
    }
    #expect(fault == .unsettled(nil))
  }

  private func fault(_ body: () async throws -> Void) async -> InboxCreation.Fault? {
    do {
      try await body()
      return nil
    } catch {
      return error as? InboxCreation.Fault
    }
  }

  // MARK: Deleting

  static var permit: DeletionPermit {
    DeletionPermit(
      account: 1, inbox: 10, server: "online", number: "447700900101",
      proof: String(repeating: "ab", count: 32))
  }

  @Test func deletesWithABodyOnAConnectionOfItsOwn() async throws {
    let server = try TestServer { request in
      request.method == "GET"
        ? .json(Self.list)
        : .json(
          #"{"status":"OK","reason":1,"accountID":1,"server":"online","inboxID":10,"whatsapp_number":"447700900101"}"#
        )
    }
    defer { server.stop() }
    let client = try partner(server.url)
    _ = try await client.numbers()
    #expect(try await client.deleteInbox(Self.permit) == nil)
    let request = try #require(server.requests.last)
    #expect(request.method == "DELETE")
    #expect(request.target == "/api/online/deleteInbox")
    #expect(request.header("Authorization") == "Bearer \(canary)")
    #expect(request.header("Content-Type") == "application/json")
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == #"{"accountID":1,"server":"online","inboxID":10}"#)
    #expect(request.numberOnConnection == 1)
    #expect(server.requests.count == 2)
  }

  @Test(arguments: [
    (Reaction.status(429, [("Retry-After", "1")]), APIError.Outcome.notExecuted),
    (.status(500), .unknown), (.status(503, [("Retry-After", "1")]), .unknown), (.close, .unknown),
    (.reset, .unknown), (.json("{}"), .unknown), (.status(307, [("Location", "/x")]), .refused),
    (.json(#"{"status":"FAIL","reason":47}"#), .refused), (.status(403), .refused),
  ])
  func deletesOnceWhateverComesBack(_ reaction: Reaction, _ outcome: APIError.Outcome) async throws
  {
    let server = try TestServer { _ in reaction }
    defer { server.stop() }
    let client = try partner(server.url)
    let error = await apiError { _ = try await client.deleteInbox(Self.permit) }
    #expect(error?.outcome == outcome)
    #expect(server.requests.map(\.method) == ["DELETE"])
  }

  @Test(arguments: [
    (#""inboxID":11"#, InboxPlace(account: nil, inbox: 11, server: nil, number: nil)),
    (
      #""accountID":"2","inboxID":10"#,
      InboxPlace(account: 2, inbox: 10, server: nil, number: nil)
    ),
    (#""server":"other""#, InboxPlace(account: nil, inbox: nil, server: "other", number: nil)),
    (
      #""whatsapp_number":"447700900102""#,
      InboxPlace(account: nil, inbox: nil, server: nil, number: "447700900102")
    ),
  ])
  func saysWhichOtherInboxTheAnswerNames(_ members: String, _ place: InboxPlace) async throws {
    let server = try TestServer { _ in .json(#"{"status":"OK","reason":1,\#(members)}"#) }
    defer { server.stop() }
    #expect(try await partner(server.url).deleteInbox(Self.permit) == place)
    #expect(server.requests.map(\.method) == ["DELETE"])
  }
}

@Suite struct InboxOrderTests {
  typealias Fault = InboxOrder.Fault

  static func order(
    name: String = "Shop", number: String = "447700900102", account: Int64 = 8,
    server: String = "online", reference: String? = nil
  ) throws(Fault) -> InboxOrder {
    try InboxOrder(
      name: name, number: number, account: account, server: server, reference: reference)
  }

  @Test func takesWhatThePageAllows() throws {
    let fifty = String(repeating: "é", count: 50)
    #expect(try Self.order(name: fifty).name == fifty)
    #expect(try Self.order(number: String(repeating: "1", count: 20)).number.count == 20)
    #expect(try Self.order(account: 9_999_999).account == 9_999_999)
    #expect(try Self.order(server: "my-server2").server == "my-server2")
    #expect(try Self.order(reference: "Filiale 4, סניף-2").reference == "Filiale 4, סניף-2")
  }

  @Test func refusesWhatThePageForbids() {
    let rows: [(Fault, () throws(Fault) -> InboxOrder)] = [
      (.empty(.name), { () throws(Fault) in try Self.order(name: " \t") }),
      (
        .tooLong(.name, limit: 50, length: 51),
        { () throws(Fault) in try Self.order(name: String(repeating: "x", count: 51)) }
      ),
      (.controlCharacter(.name), { () throws(Fault) in try Self.order(name: "a\nb") }),
      (.notDigits, { () throws(Fault) in try Self.order(number: "+447700900102") }),
      (.empty(.number), { () throws(Fault) in try Self.order(number: "") }),
      (
        .tooLong(.number, limit: 20, length: 21),
        { () throws(Fault) in try Self.order(number: String(repeating: "1", count: 21)) }
      ),
      (.accountOutOfRange, { () throws(Fault) in try Self.order(account: 0) }),
      (.accountOutOfRange, { () throws(Fault) in try Self.order(account: 10_000_000) }),
      (.empty(.server), { () throws(Fault) in try Self.order(server: "") }),
      (.notASubdomain, { () throws(Fault) in try Self.order(server: "online.example.com") }),
      (.notASubdomain, { () throws(Fault) in try Self.order(server: "-online") }),
      (
        .tooLong(.server, limit: 50, length: 51),
        { () throws(Fault) in try Self.order(server: String(repeating: "x", count: 51)) }
      ),
      (.empty(.reference), { () throws(Fault) in try Self.order(reference: "") }),
      (
        .tooLong(.reference, limit: 50, length: 51),
        { () throws(Fault) in try Self.order(reference: String(repeating: "1", count: 51)) }
      ),
      (.notTextOrNumbers, { () throws(Fault) in try Self.order(reference: "a\u{1F600}") }),
    ]
    for (fault, body) in rows {
      #expect(throws: fault) { _ = try body() }
    }
  }

  @Test(arguments: [
    (Fault.empty(.name), "the name is empty"),
    (
      .tooLong(.name, limit: 50, length: 51), "the name has 51 characters, and the server takes 50"
    ),
    (.controlCharacter(.reference), "the reference holds a line end or a control character"),
    (.notDigits, "the number holds something other than digits"),
    (.accountOutOfRange, "an account is a number from 1 to 9999999"),
    (
      .notASubdomain,
      "the server is the first part of its name alone, letters, digits and hyphens: online"
    ),
    (.notTextOrNumbers, "the reference holds something other than text and numbers"),
  ])
  func saysWhatIsWrong(_ fault: Fault, _ words: String) {
    #expect(fault.description == words)
  }
}

func partner(_ url: String, clock: FakeClock = FakeClock()) throws -> PartnerClient {
  var settings = ClientSettings()
  settings.clock = clock
  return try PartnerClient(url: url, token: Secret(canary), settings: settings)
}
