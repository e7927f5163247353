internal import Glibc

/// What `--inbox` names.
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
    if let kind = settings.find(.kind) {
      switch kind.text {
      case "getchat": break
      case "online": throw .kindUnsupported(origin: kind.origin)
      default: throw .badValue(kind.text, origin: kind.origin, expected: "getchat")
      }
    }
    return (settings, inbox)
  }

  /// An origin: `https://host[:port]`, or `http://` on a loopback address; a final slash is taken off.
  static func checked(_ url: String, origin: CommandError.Origin) throws(CommandError) -> String {
    let expected = "an origin like https://inbox.example.com (http:// only on this machine)"
    func refusal() -> CommandError {
      // What stands before an @ may be a password, and is not repeated.
      .badValue(url.contains("@") ? "(a URL with a user)" : url, origin: origin, expected: expected)
    }
    guard let colon = url.firstRange(of: "://") else { throw refusal() }
    let scheme = url[..<colon.lowerBound].lowercased()
    var rest = url[colon.upperBound...]
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    let isPlain = rest.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && !"/?#@\\%\"<>^`{|}".utf8.contains(byte)
    }
    guard !rest.isEmpty, isPlain, let host = host(rest) else { throw refusal() }
    guard scheme == "https" || scheme == "http" && isLoopback(host) else { throw refusal() }
    return scheme + "://" + rest.lowercased()
  }

  /// The host of `host[:port]`, without brackets; nil where it is malformed.
  private static func host(_ authority: Substring) -> String? {
    let host: Substring
    let port: Substring
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      host = authority[authority.index(after: authority.startIndex)..<end]
      port = authority[authority.index(after: end)...]
    } else {
      let end = authority.firstIndex(of: ":") ?? authority.endIndex
      host = authority[..<end]
      port = authority[end...]
      guard !host.contains("[") else { return nil }
    }
    if !port.isEmpty {
      guard port.first == ":", let number = Int(port.dropFirst()), (1...65535).contains(number)
      else { return nil }
    }
    return host.isEmpty ? nil : host.lowercased()
  }

  /// `localhost`, 127.0.0.0/8 and ::1, in their plain spellings.
  static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    var address = in_addr()
    return inet_pton(AF_INET, host, &address) == 1
      && UInt32(bigEndian: address.s_addr) >> 24 == 127
  }
}
