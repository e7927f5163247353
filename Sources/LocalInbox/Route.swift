/// A path of the API.
enum Route: Equatable {
  case token, chatImport, health
  case users, currentUser, user
  case mediaList, media(String)
  case chats, chat(String)
  case persons, person(String)
  case messages, message(String)

  /// nil for a path that the API does not have.
  static func find(_ path: String) -> (route: Route, hasSlash: Bool)? {
    guard path.hasPrefix(InboxService.root) else { return nil }
    var words = path.dropFirst(InboxService.root.count)
      .split(separator: "/", omittingEmptySubsequences: false)
    let hasSlash = words.count > 1 && words.last?.isEmpty == true
    if hasSlash { words.removeLast() }
    guard let route = route(words.map(String.init)) else { return nil }
    return (route, hasSlash)
  }

  private static func route(_ words: [String]) -> Route? {
    switch (words.first, words.count) {
    case ("auth", 2) where words[1] == "token": .token
    case ("chat_import", 1): .chatImport
    case ("status", 2) where words[1] == "health": .health
    case ("users", 1): .users
    case ("users", 2) where words[1] == "current": .currentUser
    case ("users", 2) where words[1] == "1": .user
    case ("media", 1): .mediaList
    case ("media", 2): .media(words[1])
    case ("chats", 1): .chats
    case ("chats", 2): .chat(words[1])
    case ("persons", 1): .persons
    case ("persons", 2): .person(words[1])
    case ("messages", 1): .messages
    case ("messages", 2): .message(words[1])
    default: nil
    }
  }

  var needsToken: Bool { self != .token }

  /// The vendor's own clients read media without the slash.
  var worksWithoutSlash: Bool {
    if case .media = self { true } else { false }
  }

  var methods: [String] {
    switch self {
    case .token, .chatImport, .mediaList: ["POST"]
    default: ["GET", "HEAD"]
    }
  }
}
