internal import Files
internal import JSONText
internal import SQLiteStore
internal import Synchronization

/// The Inbox API: what each request is answered.
final class InboxService: Sendable {
  /// Where the API begins.
  static let root = "/api/v1/"
  /// The user who may log in, with the token for a password.
  static let userName = "local"
  /// That user's number, and so who does what callers do.
  static let owner: Int64 = 1

  let directory: DataDirectory
  let store: InboxStore
  let media: MediaFolder
  let settings: LocalInbox.Settings
  /// `http://127.0.0.1:PORT` or what stands in its place, in links.
  let origin: String
  let token: String
  /// One import at a time holds its text in memory.
  let importing = Mutex(())
  /// libmagic's table, loaded when first asked for.
  private let mediaTypes = Mutex<MediaTypeReader?>(nil)

  init(
    _ directory: DataDirectory, _ store: InboxStore, settings: LocalInbox.Settings, origin: String,
    token: String
  ) {
    self.directory = directory
    self.store = store
    self.settings = settings
    self.origin = origin
    self.token = token
    media = MediaFolder(directory, store)
  }

  /// Decides on the head of a request who takes its body.
  func receive(_ request: HTTPRequest, _ connection: OpaquePointer) -> any BodyReceiver {
    guard let host = request.host, LoopbackListener.isLoopback(hostHeader: host) else {
      return IgnoredBody(.detail(400, "Invalid Host header: this inbox answers its own machine."))
    }
    if let route = PartnerRoute.find(request.path) { return receive(request, on: route) }
    if let (route, arguments) = OnlineRoute.find(request.path) {
      return receive(request, connection, on: route, arguments)
    }
    guard let found = Route.find(request.path) else { return IgnoredBody(.notFound) }
    if !found.hasSlash, !found.route.worksWithoutSlash {
      return IgnoredBody(request.isReading ? redirectToSlash(request) : .notFound)
    }
    if found.route.needsToken, let refusal = refusal(of: request.authorization) {
      return IgnoredBody(refusal)
    }
    switch found.route.handler(of: request.method) {
    case nil: return IgnoredBody(notAllowed(request.method, on: found.route))
    case .head(let answer):
      return IgnoredBody(answering { try answer(self, request, found.argument) })
    case .fields(let answer):
      return FieldsBody(self, request, connection) {
        try answer(self, request, found.argument, $0)
      }
    case .body(let receiver): return receiver(self, request, connection)
    }
  }

  /// What `body` answers, or what its failure is answered.
  func answering(_ body: () throws -> HTTPResponse) -> HTTPResponse {
    do { return try body() } catch { return response(to: error) }
  }

  /// The answer to a failure, ours or the client's.
  func response(to error: any Error) -> HTTPResponse {
    switch error {
    case let error as FieldErrors: error.response
    case let error as StoreError where error.isDiskFull:
      .reason(507, "The disk of the local inbox is full; make room. Nothing was stored.")
    case let error as FilesError where error.isDiskFull:
      .reason(507, "The disk of the local inbox is full; make room. Nothing was stored.")
    case let error as StoreError where error.isBusy:
      .reason(503, "Another program holds the local inbox. Nothing was stored.")
        .adding("Retry-After", "5")
    default: .reason(500, "The local inbox failed: \(error)")
    }
  }

  func link(toMedia id: String) -> String { "\(origin)\(Self.root)media/\(id)/" }

  /// By content.
  func mediaType(of firstBytes: [UInt8]) -> String {
    mediaTypes.withLock { reader in
      if reader == nil { reader = try? MediaTypeReader() }
      return reader?.type(of: firstBytes.span) ?? MediaTypeReader.unknown
    }
  }

  private func refusal(of authorization: String?) -> HTTPResponse? {
    let words = (authorization ?? "").split(separator: " ", omittingEmptySubsequences: true)
    guard let scheme = words.first, scheme.lowercased() == "token" else {
      return .detail(403, "Authentication credentials were not provided.")
    }
    let complaint: String
    switch words.count {
    case 1: complaint = "Invalid token header. No credentials provided."
    case 2:
      if TokenFile.areEqual(String(words[1]), token) { return nil }
      complaint = "Invalid token."
    default: complaint = "Invalid token header. Token string should not contain spaces."
    }
    return HTTPResponse.detail(401, complaint).adding("WWW-Authenticate", "Token")
  }

  private func notAllowed(_ method: String, on route: Route) -> HTTPResponse {
    let allowed = route.methods
    guard route.words == ["messages"], method == "POST" else {
      return .detail(405, "Method \"\(method)\" not allowed.").adding("Allow", allowed)
    }
    return HTTPResponse.json(405) {
      $0.beginObject()
      $0.key("detail")
      $0.string("Method \"POST\" not allowed.")
      $0.key("reason")
      $0.string("The local inbox has no WhatsApp behind it: it keeps messages and sends none.")
      $0.endObject()
    }.adding("Allow", allowed)
  }

  func unsupported(_ request: HTTPRequest) -> HTTPResponse {
    if request.mediaType == "multipart/form-data" {
      return .detail(400, "Multipart form parse error - Invalid boundary in multipart.")
    }
    return .detail(415, "Unsupported media type \"\(request.contentType ?? "")\" in request.")
  }

  private func redirectToSlash(_ request: HTTPRequest) -> HTTPResponse {
    HTTPResponse(301, type: "text/html; charset=utf-8", .bytes([]))
      .adding("Location", URLText.reference(path: request.path + "/", request.query))
  }
}
