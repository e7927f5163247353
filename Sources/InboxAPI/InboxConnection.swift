internal import JSONText
internal import Synchronization

/// Sends the requests of one client: pacing, tries, redirects, and what to make of the answers.
final class InboxConnection: Sendable {
  let origin: Origin
  let token: Secret?
  private let tokenHeader: TokenHeader
  let settings: ClientSettings
  private let transport = Transport()
  let budget = RetryBudget()
  let time: Timepiece
  let gate: RequestGate
  /// Whether the server itself, or the proxy before it, answered from an address of a private network.
  private let isServerPrivate = Mutex(false)

  /// - Throws: `APIError.invalidURL`, `APIError.invalidToken`.
  init(
    url: String, token: Secret?, tokenHeader: TokenHeader = .token, settings: ClientSettings
  ) throws(APIError) {
    origin = try Origin(inboxURL: url)
    if let token { try Self.check(token) }
    self.token = token
    self.tokenHeader = tokenHeader
    self.settings = settings
    time = Timepiece(settings.clock)
    gate = RequestGate(
      jobs: settings.jobs, requestsPerSecond: settings.requestsPerSecond, time: time)
  }

  /// A header of its own making is all that a token could otherwise smuggle in.
  private static func check(_ token: Secret) throws(APIError) {
    guard !token.value.isEmpty else { throw .invalidToken(reason: "it is empty") }
    guard token.value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw .invalidToken(
        reason: "it holds a space, a line end or another character that no token has")
    }
  }

  /// One operation of the interface.
  struct Request: Sendable {
    var operation: String
    /// Begins with a slash; percent-encoded.
    var path: String
    /// An address in place of path and query, as a server gives it for a file; asked without the token.
    var link: String?
    /// Names and values, not encoded.
    var query: [(name: String, value: String)] = []
    /// nil: GET without a body, POST with one.
    var method: Exchange.Method?
    var body = Exchange.Body.none
    var isRepeatable = true
    /// Called where it is sent again though an earlier try may have been carried out.
    var lostTry: (@Sendable () -> Void)?
    /// How often it may be sent where sending it again is right at all.
    var tries = RetryBudget.tries
    var accept = "application/json"
    var receive: (@Sendable (UnsafeRawBufferPointer) throws -> Void)?
    /// Called before a body that was received in part is received again.
    var restart: (@Sendable () throws -> Void)?
    var stallLimit: Duration?
    /// Whether a page for people may be the file that is wanted.
    var mayBeWebPage = false
    /// Finds a refusal in the body of an answer, for servers that say so whatever the status is.
    var refusal: (@Sendable (Answer) -> Refusal?)?

    var verb: Exchange.Method {
      if let method { return method }
      if case .none = body { return .get }
      return .post
    }
    var isGet: Bool { verb == .get }
  }

  /// Sends `request` until it succeeds or must not be sent again.
  ///
  /// - Parameter read: what the answer to a success status means; it throws what the answer lacks, in
  ///   words.
  func send<T: Sendable>(
    _ request: Request, _ read: (Answer) throws(Misfit) -> T
  ) async throws(APIError) -> T {
    let call = call(request)
    var tries = 1
    budget.noteRequest(at: time.now())
    while true {
      let attempt = try await attempt(request, call)
      let answer = attempt.answer
      var misfit: Misfit?
      if let refusal = refusal(request, answer) {
        throw .declined(call, reason: refusal.reason, words: refusal.words)
      }
      if answer.failure == nil, (200..<300).contains(answer.status) {
        do throws(Misfit) {
          let value = try read(answer)
          budget.earn()
          return value
        } catch { misfit = error }
      }
      let error = error(call, answer, misfit)
      guard try await isWorthAnotherTry(request, attempt, error, after: tries) else { throw error }
      if error.outcome == .unknown { request.lostTry?() }
      tries += 1
    }
  }

  /// Waits by the clock of the settings.
  ///
  /// - Throws: `CancellationError`.
  func pause(_ duration: Duration) async throws { try await time.sleep(duration) }

  /// Why the body of a success is not what it should be.
  struct Misfit: Error {
    let reason: String
    /// Whether the body does not parse, so that the next answer may be whole.
    var isDamage = false
  }

  /// What a server's own code for a refusal means.
  struct Refusal: Sendable {
    let reason: String
    let words: APIError.ReasonWords?
  }

  func call(_ request: Request) -> APIError.Call {
    APIError.Call(
      operation: request.operation, method: request.verb.rawValue,
      url: request.link.map { Origin.text(of: origin.download($0)?.url ?? $0) }
        ?? origin.text + request.path)
  }

  /// A server that fails or asks to slow down has said nothing on the request itself.
  private func refusal(_ request: Request, _ answer: Answer) -> Refusal? {
    guard answer.failure == nil, answer.status < 500, answer.status != 429, answer.status != 408
    else { return nil }
    return request.refusal?(answer)
  }

  // MARK: Sending

  /// Fetches a file; a page in its place is none.
  func download(_ request: Request) async throws(APIError) {
    if let link = request.link, origin.download(link) == nil {
      throw .invalidRequest(
        call(request),
        reason: "its address leads where no file is fetched from: neither https nor this inbox")
    }
    try await send(request) { (answer) throws(Misfit) in
      guard answer.status == 200 else { throw Misfit(reason: "it is no whole file") }
      guard request.mayBeWebPage || !(answer.isRedirected && answer.headers.isHTML) else {
        throw Misfit(reason: "it led to a web page")
      }
    }
  }

  /// Follows redirects of a GET inside the origin; those of a file also elsewhere, since no token goes there.
  func exchange(_ request: Request) async -> Answer {
    let link = request.link.flatMap { origin.download($0) }
    var exchange = Exchange(
      url: link?.url ?? url(request), method: request.verb,
      token: request.link == nil ? token : nil, tokenHeader: tokenHeader,
      body: request.body, isRepeatable: request.isRepeatable,
      accept: request.accept, receive: request.receive,
      stallLimit: request.stallLimit ?? settings.stallLimit,
      isLoopback: link?.isLoopback ?? origin.isLoopback,
      mayBePrivate: request.link == nil || mayBePrivate(link?.url),
      authorities: settings.authorities)
    var answer = await transport.perform(exchange)
    if request.link == nil, let peer = answer.peer, !peer.isPublic {
      isServerPrivate.withLock { $0 = true }
    }
    var followed = 0
    while request.isGet, followed < 5, answer.failure == nil,
      [301, 302, 303, 307, 308].contains(answer.status), let location = answer.headers.location,
      let target = link == nil
        ? origin.redirect(from: exchange.url, to: location).map({ ($0, origin.isLoopback) })
        : origin.download(location, from: exchange.url)
    {
      followed += 1
      (exchange.url, exchange.isLoopback) = target
      exchange.mayBePrivate = request.link == nil || mayBePrivate(target.0)
      answer = await transport.perform(exchange)
      answer.isRedirected = true
    }
    return answer
  }

  /// Whether a file may lie in a private network: on the server itself, or where the server is in one too.
  private func mayBePrivate(_ link: String?) -> Bool {
    origin.isLoopback || isServerPrivate.withLock { $0 }
      || link.map { Origin.text(of: $0) == origin.text } ?? false
  }

  private func url(_ request: Request) -> String {
    let query = request.query.map { "\($0.name)=\(Origin.encode($0.value))" }
    return origin.text + request.path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }
}
