import JSONText
import TestServer
import Testing

@testable import InboxAPI

/// What an error says of the one thing that was asked for.
@Suite(.timeLimit(.minutes(50))) struct ItemFailureTests {
  static let call = APIErrorTests.call

  /// nil: it ends the run.
  struct Row: Sendable, CustomTestStringConvertible {
    let error: APIError
    let failure: ItemFailure?
    /// Where a file was asked for by its address.
    let ofLink: ItemFailure?
    var testDescription: String { error.fact }

    init(_ error: APIError, _ failure: ItemFailure?, link: ItemFailure?) {
      self.error = error
      self.failure = failure
      ofLink = link
    }
  }

  static let rows: [Row] = [
    Row(
      .refused(call, status: 404, details: ""), .refused(status: 404), link: .refused(status: 404)),
    Row(
      .refused(call, status: 422, details: ""), .refused(status: 422), link: .refused(status: 422)),
    Row(
      .refused(call, status: 302, details: ""), .refused(status: 302), link: .refused(status: 302)),
    Row(
      .notAvailable(call, status: 405, details: ""), .refused(status: 405),
      link: .refused(status: 405)),
    Row(.payloadTooLarge(call, details: ""), .refused(status: 413), link: .refused(status: 413)),
    Row(.tokenRefused(call, status: 403, details: ""), .forbidden, link: .refused(status: 403)),
    Row(.tokenRefused(call, status: 401, details: ""), .forbidden, link: .refused(status: 401)),
    Row(.invalidRequest(call, reason: ""), .refused(status: nil), link: .refused(status: nil)),
    Row(.serverFailed(call, status: 500, details: ""), .failed, link: .failed),
    Row(.interrupted(call, reason: ""), .failed, link: .failed),
    Row(.damagedAnswer(call, status: 200, reason: ""), .failed, link: .failed),
    Row(.unexpectedAnswer(call, status: 200, reason: ""), .failed, link: .failed),
    Row(.throttled(call, status: 429, retryAfter: nil), nil, link: .failed),
    Row(
      .unreachable(call, reason: "", isPermanent: false), nil, link: .refused(status: nil)),
    Row(.unreachable(call, reason: "", isPermanent: true), nil, link: .refused(status: nil)),
    Row(.cancelled(call, outcome: .unknown), nil, link: nil),
    Row(.receiverFailed(call, reason: ""), nil, link: nil),
    Row(.bodyUnreadable(call, reason: "", outcome: .unknown), nil, link: nil),
    Row(.declined(call, reason: "3", words: nil), nil, link: nil),
    Row(.signInRefused(call, status: 400, details: ""), nil, link: nil),
    Row(.invalidURL(reason: ""), nil, link: nil), Row(.invalidToken(reason: ""), nil, link: nil),
  ]

  private func failure(
    _ error: APIError, of client: any InboxClient, at place: MediaPlace?
  ) async -> Result<ItemFailure, APIError> {
    do throws(APIError) {
      return .success(try await client.failure(error, at: place))
    } catch {
      return .failure(error)
    }
  }

  @Test(arguments: rows)
  func isOfOneThingOrEndsTheRun(_ row: Row) async throws {
    let server = try TestServer { request in
      request.path == "/api/v1/profile" ? .json(#"{"id":1}"#) : .json(#"{"payload":[{"id":12}]}"#)
    }
    let client = try OnlineClientTests.client(server)
    let link = MediaPlace(id: "1", link: "https://store.example/x")
    for (place, wanted) in [
      (nil, row.failure), (MediaPlace(id: "1"), row.failure), (link, row.ofLink),
    ] {
      let result = await failure(row.error, of: client, at: place)
      #expect(result == (wanted.map { .success($0) } ?? .failure(row.error)))
    }
    // get.chat's files are asked for at the inbox, whatever their messages say.
    let getChat = try GetChatClient(url: server.url, token: Secret("t"), settings: ClientSettings())
    if case .unreachable = row.error {
      #expect(await failure(row.error, of: getChat, at: link) == .failure(row.error))
    }
    if case .tokenRefused(_, 401, _) = row.error {
      #expect(await failure(row.error, of: getChat, at: nil) == .failure(row.error))
    }
  }

  /// A token that is no good, and a machine that reaches nothing, are no single thing's.
  @Test(arguments: [rows[5], rows[6], rows[13]])
  func endsTheRunWhereTheInboxItselfIsNotToBeHad(_ row: Row) async throws {
    let server = try TestServer { _ in .status(401) }
    let client = try OnlineClientTests.client(server)
    let link = MediaPlace(id: "1", link: "https://store.example/x")
    let isOfLink = row.ofLink == .refused(status: nil)
    let result = await failure(row.error, of: client, at: isOfLink ? link : nil)
    guard case .failure(.tokenRefused(let call, 401, _)) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(call.operation == "fetchProfile")
  }

  /// What is asked, one answer a letter (g given, r refused, n nothing sent, f failed), and whether the last one shows
  /// that the server fails.
  @Test(arguments: [
    ("fff", true), ("ff", false), ("ffgf", false), ("ffrff", false), ("ffnf", true),
    ("nnnn", false),
    ("rrrr", false), ("gfff", true),
  ])
  func tellsAServerThatFails(answers: String, fails: Bool) {
    var inARow = FailuresInARow(limit: 3)
    var last = false
    for answer in answers {
      let failure: ItemFailure? =
        switch answer {
        case "f": .failed
        case "r": .refused(status: 422)
        case "n": .refused(status: nil)
        default: nil
        }
      last = inARow.add(failure)
    }
    #expect(last == fails)
  }

  /// Where nothing else was to be had.
  @Test func blamesTheServerForWhatNoThingExplains() {
    let odd = FailedItem(.failed, .unexpectedAnswer(Self.call, status: 200, reason: "x"))
    let broken = FailedItem(.failed, .serverFailed(Self.call, status: 500, details: ""))
    let refused = FailedItem(
      .refused(status: 422), .refused(Self.call, status: 422, details: ""))
    let hidden = FailedItem(.forbidden, .tokenRefused(Self.call, status: 403, details: ""))
    #expect(![FailedItem]().mayBeOfServer)
    #expect(![odd].mayBeOfServer && [odd, odd].mayBeOfServer)
    #expect([broken].mayBeOfServer && [hidden].mayBeOfServer)
    #expect(![refused].mayBeOfServer && ![refused, refused].mayBeOfServer)
  }
}
