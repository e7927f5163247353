internal import JSONText
internal import Synchronization

/// A client of one inbox of an online platform (99digital's, Chatwoot-compatible). It can only read.
///
/// Any number of tasks may use it at once; `ClientSettings.jobs` says how many requests go out. Every operation throws
/// `APIError`.
package final class OnlineClient: Sendable {
  let connection: InboxConnection
  package let account: Int64
  package let inbox: Int64
  let longest = IDWindowWalk.LongestAnswer()
  /// Whether the server was found not to cut lists of messages by two bounds.
  let isUnbounded = Atomic<Bool>(false)
  /// Whether the token's user was found to see some conversations only.
  let seesPart = Atomic<Bool>(false)
  /// What messages have proved so far.
  private let numbering = Mutex<MessageNumbering?>(nil)

  /// - Parameter url: the origin, `https://…` or loopback `http://…`.
  /// - Throws: `APIError.invalidURL`, `APIError.invalidToken`. Nothing is sent.
  package init(
    url: String, token: Secret, account: Int64, inbox: Int64, settings: ClientSettings
  ) throws(APIError) {
    self.account = account
    self.inbox = inbox
    var settings = settings
    settings.throttleWindow = settings.throttleWindow ?? Self.throttleWindow
    let origin = try Origin(inboxURL: url)
    if !origin.isLoopback {
      settings.requestsPerSecond = settings.requestsPerSecond ?? Self.requestsPerSecond
    }
    connection = try InboxConnection(
      url: url, token: token, tokenHeader: settings.tokenHeader ?? .apiAccessToken,
      settings: settings)
  }

  /// Half of what the platform lets through from one address (3000 a minute), which others in the same house share.
  static let requestsPerSecond = 25.0
  /// The platform counts requests in windows of a minute, and says in its 429 no more than `Retry later`.
  static let throttleWindow = Duration.seconds(60)

  /// Notes what messages prove of the numbers of their types; the first proof counts.
  func learn(_ messages: some Sequence<JSONValue>) {
    let isKnown = numbering.withLock { $0 != nil }
    if isKnown { return }
    let proof = messages.lazy.compactMap { MessageNumbering(provedBy: OnlineMessage($0)) }.first
    if let proof { numbering.withLock { $0 = $0 ?? proof } }
  }

  package var form: MessageForm { .online(numbering.withLock { $0 } ?? .fromZero) }

  // MARK: Requests

  func request(
    _ operation: ReadOperation, id: String? = nil, _ query: [(name: String, value: String)] = []
  ) -> InboxConnection.Request {
    let path = operation.path
      .replacing("{account}", with: String(account))
      .replacing("{inbox}", with: String(inbox))
      .replacing("{id}", with: Origin.encode(id ?? ""))
    return InboxConnection.Request(
      operation: operation.name, path: path, query: operation.query + query)
  }

  func list(_ request: InboxConnection.Request) async throws(APIError) -> ListPage {
    try await connection.send(request) { (answer) throws(InboxConnection.Misfit) in
      guard let page = ListPage(try answer.json()) else {
        throw InboxConnection.Misfit(reason: "it is no list")
      }
      return page
    }
  }

  func value(_ request: InboxConnection.Request) async throws(APIError) -> JSONValue {
    try await connection.send(request) { (answer) throws(InboxConnection.Misfit) in
      try answer.json()
    }
  }
}
