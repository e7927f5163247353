internal import Glibc
internal import InboxAPI
internal import LocalInbox

/// A client of the inbox that a command names; the embedded one is started for as long as this lives.
final class InboxConnection {
  let client: GetChatClient
  /// The same for the same inbox on any day: the origin, or the embedded inbox's data folder.
  let key: String
  /// For manifests and messages: no secrets.
  let name: String
  private let local: LocalInbox?

  /// - Throws: `CommandError` for a token that is missing, `LocalInboxError`, `APIError`. Sends nothing.
  init(_ reference: InboxReference, _ settings: Settings) throws {
    switch reference {
    case .server(let url):
      local = nil
      key = url
      name = url
      client = try GetChatClient(
        url: url, token: settings.token(for: url), settings: settings.clientSettings())
    case .local:
      let folder = UserFolders.localData(settings)
      // Nobody else calls it, and its port is another one each time: links that name no port stay equal.
      var own = LocalInbox.Settings()
      own.linkOrigin = "http://127.0.0.1"
      let inbox = try LocalInbox(dataDirectory: folder, settings: own)
      local = inbox
      key = "local:" + Self.absolute(folder)
      name = "local"
      client = try GetChatClient(
        url: inbox.url, token: Secret(inbox.token), settings: settings.clientSettings())
    }
  }

  private init(_ other: InboxConnection, client: GetChatClient) {
    self.client = client
    key = other.key
    name = other.name
    local = nil
  }

  /// The same connection with the names of createChatImport's fields that the server itself gives; the vendor
  /// never published them. The embedded inbox and a configured profile need no asking.
  func learning(
    _ reference: InboxReference, _ settings: Settings, _ console: Console
  ) async throws -> InboxConnection {
    guard case .server(let url) = reference, settings.profileValue("import_profile") == nil else {
      return self
    }
    let learned: ImportProfile?
    do throws(APIError) {
      learned = try await client.learnImportProfile()
    } catch {
      // Whatever is wrong shows again, and better, at the first request that matters.
      console.detail("the server's schema was not read: \(error)")
      return self
    }
    var client = try settings.clientSettings()
    guard let learned, learned != client.importProfile else { return self }
    client.importProfile = learned
    console.detail("field names of chat imports were learned from the server's own schema")
    return InboxConnection(
      self, client: try GetChatClient(url: url, token: settings.token(for: url), settings: client))
  }

  deinit { local?.stop() }

  /// The folder's one true name, so that two ways to write it are one inbox.
  private static func absolute(_ folder: String) -> String {
    guard let resolved = realpath(folder, nil) else { return folder }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
