internal import Glibc
internal import InboxAPI
internal import InboxBackup
internal import LocalInbox

/// A client of the inbox that a command names; the embedded one is started for as long as this lives.
final class InboxConnection {
  let client: any InboxClient
  /// The same for the same inbox on any day: the origin, or the embedded inbox's data folder; and where on it.
  let key: InboxKey
  /// For manifests and messages: no secrets.
  let name: String
  private let local: LocalInbox?

  /// - Throws: `CommandError` for a token that is missing, `LocalInboxError`, `APIError`. Sends nothing.
  init(_ reference: InboxReference, _ settings: Settings) throws {
    let interface = try settings.interface()
    switch reference {
    case .server(let url):
      local = nil
      key = Self.key(url, interface)
      name = url
      let source: CommandError.TokenSource = interface == .getChat ? .getChat : .online
      client = try Self.client(url, settings.token(for: url, from: source), interface, settings)
    case .local:
      let folder = UserFolders.localData(settings)
      var own = LocalInbox.Settings()
      // Nobody else calls it, and its port is another one each time: links that name no port stay equal. Those of
      // attachments are followed, and need it.
      if interface == .getChat { own.linkOrigin = "http://127.0.0.1" }
      let inbox = try LocalInbox(dataDirectory: folder, settings: own)
      local = inbox
      key = Self.key("local:" + Self.absolute(folder), interface)
      name = "local"
      client = try Self.client(inbox.url, Secret(inbox.token), interface, settings)
    }
  }

  private static func client(
    _ url: String, _ token: Secret, _ interface: InboxInterface, _ settings: Settings
  ) throws -> any InboxClient {
    switch interface {
    case .getChat:
      try GetChatClient(url: url, token: token, settings: settings.clientSettings())
    case .online(let account, let inbox):
      try OnlineClient(
        url: url, token: token, account: account, inbox: inbox,
        settings: settings.clientSettings())
    }
  }

  private static func key(_ server: String, _ interface: InboxInterface) -> InboxKey {
    switch interface {
    case .getChat: InboxKey(server)
    case .online(let account, let inbox):
      InboxKey(server, kind: .online, account: String(account), inbox: String(inbox))
    }
  }

  /// The client, for commands that only a get.chat inbox can serve.
  ///
  /// - Throws: `kindUnsupported`.
  func getChat(_ settings: Settings) throws(CommandError) -> GetChatClient {
    if let client = client as? GetChatClient { return client }
    throw .kindUnsupported(origin: settings.find(.kind)?.origin ?? .option(Option.kind.name))
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
    let current = try getChat(settings)
    let learned: ImportProfile?
    do throws(APIError) {
      learned = try await current.learnImportProfile()
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
      self,
      client: try GetChatClient(
        url: url, token: settings.token(for: url, from: .getChat), settings: client))
  }

  deinit { local?.stop() }

  /// The folder's one true name, so that two ways to write it are one inbox.
  private static func absolute(_ folder: String) -> String {
    guard let resolved = realpath(folder, nil) else { return folder }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
