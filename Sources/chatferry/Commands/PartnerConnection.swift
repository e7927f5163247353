internal import InboxAPI
internal import LocalInbox

/// A client of the partner that a command names; the embedded platform is started for as long as this lives.
final class PartnerConnection {
  let client: PartnerClient
  /// For messages: no secrets.
  let name: String
  let isLocal: Bool
  private let local: LocalInbox?

  /// - Throws: `CommandError` for a token that is missing, `LocalInboxError`, `APIError`. Sends nothing.
  init(_ reference: InboxReference, _ settings: Settings) throws {
    switch reference {
    case .server(let url):
      local = nil
      isLocal = false
      name = url
      client = try PartnerClient(
        url: url, token: settings.token(for: url, from: .partner), settings: ClientSettings())
    case .local:
      let inbox = try LocalInbox(dataDirectory: UserFolders.localData(settings))
      local = inbox
      isLocal = true
      name = "local"
      client = try PartnerClient(
        url: inbox.url, token: Secret(inbox.token), settings: ClientSettings())
    }
  }

  deinit { local?.stop() }
}
