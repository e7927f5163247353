/// A path of the API and what each method does there.
struct Route: Sendable {
  enum Handler: Sendable {
    /// Answers by the head alone; a body is read over. The text is the path's argument, empty where it has none.
    case head(@Sendable (InboxService, HTTPRequest, String) throws -> HTTPResponse)
    /// Answers when the fields of a body have come, as JSON or as a form.
    case fields(@Sendable (InboxService, HTTPRequest, String, Fields) throws -> HTTPResponse)
    /// Takes the body itself.
    case body(@Sendable (InboxService, HTTPRequest, OpaquePointer) -> any BodyReceiver)
  }

  /// One for each segment of the path below the root; `{}` stands for the argument.
  let words: [Substring]
  let handlers: [(method: String, handler: Handler)]
  var needsToken = true
  /// The vendor's own clients read media without the slash.
  var worksWithoutSlash = false

  init(_ path: String, _ handlers: [(method: String, handler: Handler)]) {
    words = path.split(separator: "/")
    self.handlers = handlers
  }

  /// A path that one may only read.
  init(
    _ path: String,
    get: @escaping @Sendable (InboxService, HTTPRequest, String) throws -> HTTPResponse
  ) {
    self.init(path, [("GET", .head(get))])
  }

  func openToAll() -> Route {
    var route = self
    route.needsToken = false
    return route
  }

  func withoutSlash() -> Route {
    var route = self
    route.worksWithoutSlash = true
    return route
  }

  /// HEAD is answered like GET; the server leaves the body out.
  func handler(of method: String) -> Handler? {
    let method = method == "HEAD" ? "GET" : method
    return handlers.first { $0.method == method }?.handler
  }

  /// As `Allow` names them.
  var methods: String {
    let names = handlers.map(\.method)
    return (names + (names.contains("GET") ? ["HEAD"] : [])).joined(separator: ", ")
  }

  struct Found {
    let route: Route
    let argument: String
    let hasSlash: Bool
  }

  /// nil for a path that the API does not have. Of several routes that fit, the first counts.
  static func find(_ path: String) -> Found? {
    guard path.hasPrefix(InboxService.root) else { return nil }
    var words = path.dropFirst(InboxService.root.count)
      .split(separator: "/", omittingEmptySubsequences: false)
    let hasSlash = words.count > 1 && words.last?.isEmpty == true
    if hasSlash { words.removeLast() }
    for route in table {
      if let argument = route.argument(in: words) {
        return Found(route: route, argument: String(argument), hasSlash: hasSlash)
      }
    }
    return nil
  }

  /// nil where the path is another one.
  private func argument(in path: [Substring]) -> Substring? {
    guard path.count == words.count else { return nil }
    var argument: Substring = ""
    for (word, given) in zip(words, path) {
      if word == "{}" {
        if given.isEmpty { return nil }
        argument = given
      } else if word != given {
        return nil
      }
    }
    return argument
  }
}
