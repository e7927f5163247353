extension GetChatClient {
  /// The origin that a client of `url` talks to: scheme, host and port alone, in their plain spelling.
  ///
  /// - Throws: `APIError.invalidURL` for an address that chatferry does not talk to.
  package static func origin(of url: String) throws(APIError) -> String {
    try Origin(inboxURL: url).text
  }
}
