internal import Glibc
internal import InboxAPI

/// What `--inbox` or `--partner` names.
enum InboxReference: Sendable, Equatable {
  /// The embedded inbox.
  case local
  /// A server by its origin.
  case server(url: String)
}

extension Settings {
  /// Settings for an inbox reference: a profile name, a URL, or `local`.
  ///
  /// - Parameter origin: where the reference stands, for messages.
  static func resolving(
    _ reference: String, origin: CommandError.Origin, _ arguments: Arguments,
    _ configuration: Configuration
  ) throws(CommandError) -> (Settings, InboxReference) {
    var settings = Settings(arguments: arguments, configuration: configuration)
    let inbox: InboxReference
    if reference == "local" {
      settings.profile = configuration.inboxes["local"]
      inbox = .local
    } else if reference.contains("://") {
      inbox = .server(url: try checked(reference, origin: origin))
    } else {
      guard let profile = configuration.inboxes[reference] else {
        throw .unknownProfile(
          reference, path: configuration.path, isThere: configuration.isThere,
          nearest: nearest(to: reference, among: configuration.inboxes.keys.sorted() + ["local"]))
      }
      settings.profile = profile
      guard let url = settings.profileValue("url") else {
        throw .profileWithoutURL(reference, path: configuration.path)
      }
      inbox = .server(url: try checked(url.text, origin: url.origin))
    }
    return (settings, inbox)
  }

  /// The origin that chatferry talks to: `https://host[:port]`, or `http://` on a loopback address.
  static func checked(_ url: String, origin: CommandError.Origin) throws(CommandError) -> String {
    do throws(APIError) {
      return try GetChatClient.origin(of: url)
    } catch {
      // What stands before an @ may be a password, and is not repeated.
      let shown = url.contains("@") ? "(a URL with a user)" : url
      throw .badValue(
        shown, origin: origin, expected: "an origin like https://inbox.example.com: \(error)")
    }
  }

  /// `localhost`, 127.0.0.0/8 and ::1, in their plain spellings.
  static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    var address = in_addr()
    return inet_pton(AF_INET, host, &address) == 1
      && UInt32(bigEndian: address.s_addr) >> 24 == 127
  }
}
