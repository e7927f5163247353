internal import InboxAPI
internal import LocalInbox

/// A client of the online platform for commands that write to it; the embedded platform is started for as long as this lives.
final class OnlineConnection {
  let client: OnlineClient
  /// For messages: no secrets.
  let name: String
  /// The same for the same platform on any day: the origin, or the embedded platform's data folder.
  let server: String
  private let local: LocalInbox?

  /// - Throws: `CommandError` for a token, account or inbox that is missing, `LocalInboxError`, `APIError`. Sends nothing.
  init(_ reference: InboxReference, _ settings: Settings) throws {
    let place = try settings.onlinePlace()
    let url: String
    let token: Secret
    switch reference {
    case .server(let address):
      local = nil
      (url, name, server) = (address, address, address)
      token = try settings.token(for: address, from: .online)
    case .local:
      let folder = UserFolders.localData(settings)
      let inbox = try LocalInbox(dataDirectory: folder)
      local = inbox
      (url, name, server) = (inbox.url, "local", "local:" + folder)
      token = Secret(inbox.token)
    }
    client = try OnlineClient(
      url: url, token: token, account: place.account, inbox: place.inbox,
      settings: settings.clientSettings())
  }

  deinit { local?.stop() }
}

extension Settings {
  /// Where on the online platform an inbox is, for commands that mean no other kind.
  ///
  /// - Throws: `badValue` for a profile of another kind or for what is no number, `missingOption`.
  func onlinePlace() throws(CommandError) -> (account: Int64, inbox: Int64) {
    if let kind = find(.kind), kind.text != "online" {
      throw .badValue(kind.text, origin: kind.origin, expected: "an inbox of kind online")
    }
    let why = { (key: String) in "give it, or put \(key) into the inbox's profile" }
    return (try id(.account, why: why), try id(.inboxID, why: why))
  }
}
