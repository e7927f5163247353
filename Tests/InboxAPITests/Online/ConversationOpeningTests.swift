import JSONText
import Synchronization
import TestServer
import TestKit
import Testing

@testable import InboxAPI

@Suite(.timeLimit(.minutes(50))) struct ConversationOpeningTests {
  /// One inbox of an account; what POST does is the test's.
  private final class Platform: Sendable {
    struct State: Sendable {
      var rows: [String] = []
      /// nil: a row is added and answered.
      var onPost: (adds: Bool, answers: Reaction)?
      var listFault: Reaction?
      /// In which status a new one begins.
      var begins = "open"
    }
    private let box = Box()
    let server: TestServer

    private final class Box: Sendable { let state = Mutex(State()) }

    init(_ rows: [String] = []) throws {
      let box = box
      box.state.withLock { $0.rows = rows }
      server = try TestServer { request in
        box.state.withLock { state in
          guard request.path == "/api/v1/accounts/8/conversations" else {
            return .json(#"{"error":"Resource could not be found"}"#, status: 404)
          }
          if request.method == "GET" {
            if let fault = state.listFault {
              state.listFault = nil
              return fault
            }
            let page = request.query("page").flatMap { Int($0) } ?? 1
            let status = request.query("status") ?? "open"
            let rows = state.rows
              .filter { status == "all" || $0.contains(#""status":"\#(status)""#) }
              .dropFirst((page - 1) * 25).prefix(25)
            return .json(
              #"{"data":{"meta":{"all_count":1},"payload":[\#(rows.joined(separator: ","))]}}"#)
          }
          let row = ConversationOpeningTests.row(99, "447700900142", state.begins)
          if state.onPost?.adds ?? true { state.rows.insert(row, at: 0) }
          return state.onPost?.answers ?? .json(row)
        }
      }
    }

    func change(_ body: (inout State) -> Void) { box.state.withLock { body(&$0) } }

    var posts: [Request] { server.requests.filter { $0.method == "POST" } }

    func opening(_ clock: FakeClock = FakeClock()) throws -> ConversationOpening {
      var settings = ClientSettings()
      settings.clock = clock
      return ConversationOpening(
        try OnlineClient(
          url: server.url, token: Secret(canary), account: 8, inbox: 100, settings: settings))
    }
  }

  static func row(
    _ id: Int, _ number: String, _ status: String = "open", inbox: Int = 100, contact: Int = 7
  ) -> String {
    #"{"id":\#(id),"inbox_id":\#(inbox),"status":"\#(status)","meta":{"sender":{"id":\#(contact),"phone_number":"+\#(number)"}},"messages":[]}"#
  }

  static let anna = ConversationOrder(sourceID: "447700900142")

  @Test func sendsEveryFieldOfThePage() async throws {
    let platform = try Platform()
    var order = ConversationOrder(sourceID: "447700900142", contactID: 7)
    order.status = .open
    order.assigneeID = 3
    order.teamID = 4
    order.customAttributes = [("bike", "cargo"), ("note", "a=\"b\"")]
    order.additionalAttributes = [("browser", "none")]
    let opened = try await platform.opening()(order)
    #expect(opened.id == 99)
    #expect(!opened.wasFound)
    let request = try #require(platform.posts.first)
    #expect(request.target == "/api/v1/accounts/8/conversations")
    #expect(request.header("api_access_token") == canary)
    #expect(request.header("Authorization") == nil)
    #expect(request.header("Content-Type") == "application/json")
    #expect(request.numberOnConnection == 1)
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == #"{"source_id":"447700900142","inbox_id":"100","contact_id":"7","status":"open","assignee_id":"3","team_id":"4","#
        + #""custom_attributes":{"bike":"cargo","note":"a=\"b\""},"additional_attributes":{"browser":"none"}}"#
    )
    let lookup = try #require(platform.server.requests.first)
    #expect(
      lookup.target == "/api/v1/accounts/8/conversations?status=open&inbox_id=100&page=1")
  }

  // MARK: The look-up

  @Test(arguments: [
    row(5, "447700900142"),
    #"{"id":5,"status":"open","meta":{"sender":{"id":7,"identifier":"447700900142"}}}"#,
    #"{"id":5,"status":"open","messages":[{"conversation":{"contact_inbox":{"source_id":"447700900142"}}}]}"#,
    #"{"id":5,"status":"open","contact_inbox":{"source_id":"447700900142"}}"#,
    #"{"id":"5","status":"open","last_non_activity_message":{"conversation":{"contact_inbox":{"source_id":"447700900142"}}}}"#,
  ])
  func refusesWhereAnOpenOneIsThere(_ row: String) async throws {
    let platform = try Platform([row])
    await #expect(throws: ConversationOpening.Fault.openAlready([5])) {
      _ = try await platform.opening()(Self.anna)
    }
    #expect(platform.posts.isEmpty)
    #expect(try await platform.opening()(Self.anna, isForced: true).id == 99)
    #expect(platform.posts.count == 1)
  }

  /// Behind a full page of others, and by the number of the contact.
  @Test func looksThroughEveryPage() async throws {
    let others = (0..<60).map { Self.row(200 + $0, "44770090\(1000 + $0)", contact: 1000 + $0) }
    let platform = try Platform(others + [Self.row(5, "447700900142")])
    for order in [Self.anna, ConversationOrder(contactID: 7)] {
      await #expect(throws: ConversationOpening.Fault.openAlready([5])) {
        _ = try await platform.opening()(order)
      }
    }
    #expect(platform.posts.isEmpty)
  }

  @Test(arguments: [
    row(5, "447700900143", contact: 8), row(5, "447700900142", "resolved"),
    row(5, "447700900142", inbox: 101), row(5, "4477009001420", contact: 8),
  ])
  func doesNotMindOthers(_ row: String) async throws {
    let platform = try Platform([row])
    #expect(try await platform.opening()(Self.anna).id == 99)
  }

  // MARK: A lost answer

  @Test(arguments: [
    Reaction.close, .reset, .status(500), .status(502), .json("{\"id\":"), .json("{}"),
    .json(#"{"id":99,"inbox_id":101}"#),
  ])
  func findsAConversationWhoseAnswerWasLost(_ reaction: Reaction) async throws {
    let platform = try Platform([Self.row(5, "447700900142")])
    platform.change { $0.onPost = (true, reaction) }
    let clock = FakeClock()
    let opened = try await platform.opening(clock)(Self.anna, isForced: true)
    #expect(opened.id == 99)
    #expect(opened.wasFound)
    #expect(platform.posts.count == 1)
  }

  /// The platform says in which status a conversation begins: pending where a bot answers first. Older ones with the same
  /// person, in whatever status, are not it.
  @Test(
    arguments: ["open", "pending", "snoozed", "resolved"],
    [nil, .open, .pending] as [ConversationOrder.Status?])
  func findsALostConversationInEveryStatus(
    begins: String, asked: ConversationOrder.Status?
  ) async throws {
    let platform = try Platform([
      Self.row(5, "447700900142", "pending"), Self.row(6, "447700900142", "resolved"),
      Self.row(7, "447700900142", "snoozed"),
    ])
    platform.change {
      $0.onPost = (true, .close)
      $0.begins = begins
    }
    var order = Self.anna
    order.status = asked
    let opened = try await platform.opening()(order)
    #expect(opened.id == 99)
    #expect(opened.wasFound)
    #expect(platform.posts.count == 1)
  }

  /// All of an inbox is listed once, however many conversations are opened.
  @Test func listsTheWholeInboxOnce() async throws {
    let platform = try Platform([Self.row(5, "447700900100", "resolved")])
    let opening = try platform.opening()
    _ = try await opening(Self.anna, isForced: true)
    let before = platform.server.requests.count { $0.query("status") == "all" }
    platform.change { $0.onPost = (false, .json(Self.row(100, "447700900143"))) }
    _ = try await opening(ConversationOrder(sourceID: "447700900143"))
    #expect(before > 0)
    #expect(platform.server.requests.count { $0.query("status") == "all" } == before)
  }

  @Test func saysWhenItIsNotKnown() async throws {
    let platform = try Platform([Self.row(5, "447700900142")])
    platform.change { $0.onPost = (false, .close) }
    let clock = FakeClock()
    do {
      _ = try await platform.opening(clock)(Self.anna, isForced: true)
      Issue.record("no error")
    } catch let fault as ConversationOpening.Fault {
      #expect(fault.code == "conversation-unsettled")
      #expect(fault.description.contains("look at the inbox in a few minutes"))
    }
    #expect(platform.posts.count == 1)
    #expect(clock.sleeps == [.seconds(2), .seconds(5), .seconds(10)])
  }

  @Test(arguments: [
    (404, "Resource could not be found"), (422, "Source must exist"), (401, "Invalid Access Token"),
  ])
  func passesARefusalOn(status: Int, words: String) async throws {
    let platform = try Platform()
    platform.change { $0.onPost = (false, .json(#"{"error":"\#(words)"}"#, status: status)) }
    let error = await apiError { _ = try await platform.opening()(Self.anna) }
    #expect(error?.outcome == .refused)
    #expect(error?.description.contains(words) == true)
    #expect(platform.posts.count == 1)
  }

  @Test func namesTheOpenOnes() {
    #expect(
      ConversationOpening.Fault.openAlready([5, 9]).description
        == "there is an open conversation already: number 5, number 9; nothing was sent; use it, or give --force for another one"
    )
  }
}
