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
      let inbox = try LocalInbox(dataDirectory: folder)
      local = inbox
      key = "local:" + Self.absolute(folder)
      name = "local"
      client = try GetChatClient(
        url: inbox.url, token: Secret(inbox.token), settings: settings.clientSettings())
    }
  }

  deinit { local?.stop() }

  /// The folder's one true name, so that two ways to write it are one inbox.
  private static func absolute(_ folder: String) -> String {
    guard let resolved = realpath(folder, nil) else { return folder }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
