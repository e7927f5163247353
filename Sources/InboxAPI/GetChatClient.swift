package import JSONText
internal import Synchronization

/// A client of one get.chat inbox. It can read, upload media and import chats; it has no means of sending a message
/// or of marking one as received.
///
/// Any number of tasks may use it at once; `ClientSettings.jobs` says how many requests go out.
/// Every operation throws `APIError`.
package final class GetChatClient: Sendable {
  let connection: InboxConnection
  let profile: ImportProfile
  private let importStallLimit: Duration
  /// Whether the token's user was found to see some chats only.
  private let seesPart = Atomic<Bool>(false)

  /// - Parameter url: the origin, `https://…` or loopback `http://…`.
  /// - Throws: `APIError.invalidURL`, `APIError.invalidToken`. Nothing is sent.
  package init(url: String, token: Secret, settings: ClientSettings) throws(APIError) {
    connection = try InboxConnection(url: url, token: token, settings: settings)
    profile = settings.importProfile
    importStallLimit = settings.importStallLimit
  }

  /// users/current: checks the token without side effects, and learns whether its user may read every chat.
  package func currentUser() async throws(APIError) -> JSONValue {
    let request = InboxConnection.Request(
      operation: "retrieveCurrentUser", path: "/api/v1/users/current/")
    let user = try await connection.send(request) { (answer) throws(InboxConnection.Misfit) in
      try answer.object()
    }
    // `all`, `group`, `user` or `none`, as the vendor's web front end types it.
    let scope = user["permissions"]?["can_read_chats"]?.string
    seesPart.store(scope ?? "all" != "all", ordering: .relaxed)
    return user
  }

  package var doubt: String? {
    seesPart.load(ordering: .relaxed)
      ? "the token's user may not read every chat, so that more may be in the inbox than it lists (can_read_chats); "
        + "use the token of a user who may read all"
      : nil
  }

  /// createMediaFile. May be sent again where its fate is unknown: a file that is there twice is only
  /// one that nobody names.
  ///
  /// - Parameter lostTry: called before each further try, where an earlier one may have been carried out: the error or the
  ///   receipt tells of the last one alone.
  package func createMedia(
    _ upload: MediaUpload, lostTry: (@Sendable () -> Void)? = nil
  ) async throws(APIError) -> MediaReceipt {
    let request = InboxConnection.Request(
      operation: "createMediaFile", path: "/api/v1/media/",
      body: .file(upload.withSafeHeaders, field: "file_encoded"), lostTry: lostTry)
    return try await connection.send(request) { (answer) throws(InboxConnection.Misfit) in
      let object = try answer.object()
      guard let id = object["id"]?.string ?? object["id"]?.int.map({ String($0) }), !id.isEmpty
      else { throw InboxConnection.Misfit(reason: "it holds no id") }
      return MediaReceipt(id: id, file: object["file"]?.string)
    }
  }

  /// createChatImport, on a fresh connection. Sent again only where the server cannot have begun
  /// (`Outcome.notExecuted`); an error whose `outcome` is `unknown` must be settled by listing.
  package func createChatImport(_ request: ChatImportRequest) async throws(APIError) -> JSONValue {
    let sending = InboxConnection.Request(
      operation: "createChatImport", path: "/api/v1/chat_import/",
      body: .json(
        prefix: request.prefix(profile), stream: request.escapedText,
        suffix: ChatImportRequest.suffix),
      isRepeatable: false, stallLimit: importStallLimit)
    let needsURL = profile.mediaReferenceIsURL
    if needsURL, request.mediaFiles.contains(where: { $0.receipt.file == nil }) {
      throw .invalidRequest(
        connection.call(sending),
        reason: "import_profile wants media URLs, but createMediaFile gave none")
    }
    do throws(APIError) {
      return try await connection.send(sending) { (answer) throws(InboxConnection.Misfit) in
        try answer.object()
      }
    } catch {
      switch error {
      case .refused(let call, let status, let details) where status == 404 || status == 405:
        throw .notAvailable(call, status: status, details: details)
      default: throw error
      }
    }
  }

  /// The exact size in bytes of the JSON body that `createChatImport` would send.
  package func bodyLength(of request: ChatImportRequest) -> Int64 {
    Self.bodyLength(of: request, profile: profile)
  }

  /// The same before there is a client.
  package static func bodyLength(of request: ChatImportRequest, profile: ImportProfile) -> Int64 {
    Int64(request.prefix(profile).count + ChatImportRequest.suffix.count)
      + request.escapedText.length
  }

  /// createAuthToken, the one call without a token. Never repeated unless nothing was sent.
  package static func createToken(
    url: String, user: String, password: Secret, settings: ClientSettings
  ) async throws(APIError) -> Secret {
    let connection = try InboxConnection(url: url, token: nil, settings: settings)
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("username")
    writer.string(user)
    writer.key("password")
    writer.string(password.value)
    writer.endObject()
    let request = InboxConnection.Request(
      operation: "createAuthToken", path: "/api/v1/auth/token/", body: .json(writer.bytes),
      isRepeatable: false)
    do throws(APIError) {
      return try await connection.send(request) { (answer) throws(InboxConnection.Misfit) in
        guard let token = try answer.object()["token"]?.string, !token.isEmpty else {
          throw InboxConnection.Misfit(reason: "it holds no token")
        }
        return Secret(token)
      }
    } catch {
      // What the server says may repeat what it was sent; status and fields are enough here.
      switch error {
      case .refused(let call, let status, _) where status == 400,
        .tokenRefused(let call, let status, _):
        throw .signInRefused(call, status: status, details: "")
      case .refused(let call, let status, _): throw .refused(call, status: status, details: "")
      case .serverFailed(let call, let status, _):
        throw .serverFailed(call, status: status, details: "")
      default: throw error
      }
    }
  }
}

extension Answer {
  func json() throws(InboxConnection.Misfit) -> JSONValue {
    do {
      return try JSONValue(parsing: body)
    } catch {
      throw InboxConnection.Misfit(reason: "\(error)", isDamage: true)
    }
  }

  func object() throws(InboxConnection.Misfit) -> JSONValue {
    let value = try json()
    guard value.isObject else { throw InboxConnection.Misfit(reason: "it is no JSON object") }
    return value
  }
}

extension MediaUpload {
  /// With a file name and a type that cannot become further headers of the form.
  fileprivate var withSafeHeaders: MediaUpload {
    let isType =
      contentType.contains("/")
      && contentType.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    let name = String(
      String.UnicodeScalarView(
        fileName.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "_" : $0 }))
    return MediaUpload(
      fileName: name.isEmpty ? "file" : name,
      contentType: isType ? contentType : "application/octet-stream", body: body)
  }
}
