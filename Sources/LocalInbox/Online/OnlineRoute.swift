internal import JSONText

/// A path of the online platform's API and what each method does there.
struct OnlineRoute: Sendable {
  enum Handler: Sendable {
    /// Answers by the head alone; a body is read over. The texts stand for the `{}` of the path, in its order.
    case head(@Sendable (InboxService, HTTPRequest, [String]) throws -> HTTPResponse)
    /// Answers when the fields of a body have come, as JSON or as a form.
    case fields(@Sendable (InboxService, HTTPRequest, [String], Fields) throws -> HTTPResponse)
  }

  let words: [Substring]
  let handlers: [(method: String, handler: Handler)]
  let needsToken: Bool

  init(
    _ path: String, needsToken: Bool = true, _ handlers: [(method: String, handler: Handler)]
  ) {
    words = path.split(separator: "/")
    self.handlers = handlers
    self.needsToken = needsToken
  }

  /// A path that one may only read.
  init(
    _ path: String, needsToken: Bool = true,
    get: @escaping @Sendable (InboxService, HTTPRequest, [String]) throws -> HTTPResponse
  ) {
    self.init(path, needsToken: needsToken, [("GET", .head(get))])
  }

  /// HEAD is answered like GET; the server leaves the body out.
  func handler(of method: String) -> Handler? {
    let method = method == "HEAD" ? "GET" : method
    return handlers.first { $0.method == method }?.handler
  }

  /// nil for a path that the platform does not have. A slash at the end changes nothing.
  static func find(_ path: String) -> (route: OnlineRoute, arguments: [String])? {
    let words = path.split(separator: "/")
    for route in table {
      if let arguments = route.arguments(in: words) { return (route, arguments) }
    }
    return nil
  }

  private func arguments(in path: [Substring]) -> [String]? {
    guard path.count == words.count else { return nil }
    var arguments: [String] = []
    for (word, given) in zip(words, path) {
      if word == "{}" {
        arguments.append(String(given))
      } else if word != given {
        return nil
      }
    }
    return arguments
  }
}

extension OnlineRoute {
  private static let account = "/api/v1/accounts/{}"
  private static let files = "/rails/active_storage"

  static let table: [OnlineRoute] = [
    OnlineRoute("/api/v1/profile") { service, _, _ in try service.onlineProfile() },
    OnlineRoute(account) { service, _, words in try service.onlineAccount(words[0]) },
    list("inboxes", .inboxes, in: ["payload"]),
    members("inbox_members/{}", .inboxMembers, in: ["payload"]),
    list("agents", .agents), list("agent_bots", .agentBots), list("teams", .teams),
    members("teams/{}/team_members", .teamMembers),
    list("labels", .labels, in: ["payload"]),
    list("canned_responses", .cannedResponses),
    OnlineRoute(account + "/custom_attribute_definitions") { service, request, words in
      // 0 and 1, by the description of the parameter.
      let model = request.parameter("attribute_model") == "1" ? "contact" : "conversation"
      return try service.onlineList(.attributes, words[0]) {
        $0["attribute_model"]?.string == model + "_attribute"
      }
    },
    list("webhooks", .webhooks, in: ["payload", "webhooks"]),
    OnlineRoute(account + "/automation_rules") { service, request, words in
      try service.onlineList(.automationRules, words[0], in: ["payload"]) { _ in
        OnlinePage(request, size: 25).number == 1
      }
    },
    OnlineRoute(account + "/custom_filters") { service, request, words in
      let type = request.parameter("filter_type") ?? "conversation"
      return try service.onlineList(.filters, words[0]) { $0["filter_type"]?.string == type }
    },
    OnlineRoute(account + "/contacts") { service, request, words in
      try service.onlineContacts(words[0], request)
    },
    OnlineRoute(account + "/contacts/{}/labels") { service, _, words in
      try service.onlineLabels(ofContact: words[1], words[0])
    },
    OnlineRoute(
      account + "/conversations",
      [
        (
          "GET",
          .head { service, request, words in
            try service.onlineConversations(words[0], request)
          }
        ),
        (
          "POST",
          .fields { service, _, words, fields in try service.addConversation(words[0], fields) }
        ),
      ]),
    OnlineRoute(account + "/conversations/{}/messages") { service, request, words in
      try service.onlineMessages(of: words[1], words[0], request)
    },
    OnlineRoute(files + "/blobs/redirect/{}/{}", needsToken: false) { service, _, words in
      service.onlineRedirect(toFile: words[0], named: words[1])
    },
    OnlineRoute(files + "/disk/{}/{}", needsToken: false) { service, _, words in
      try service.media(words[0], typeAsked: nil)
    },
  ]

  private static func list(
    _ path: String, _ kind: OnlineKind, in envelope: [String] = []
  ) -> OnlineRoute {
    OnlineRoute(account + "/" + path) { service, _, words in
      try service.onlineList(kind, words[0], in: envelope)
    }
  }

  /// Of one team or inbox.
  private static func members(
    _ path: String, _ kind: OnlineKind, in envelope: [String] = []
  ) -> OnlineRoute {
    OnlineRoute(account + "/" + path) { service, _, words in
      try service.onlineList(kind, words[0], of: words[1], in: envelope)
    }
  }
}

/// Which page of a list a request wants.
struct OnlinePage {
  /// Counts from 1.
  let number: Int
  let size: Int

  init(_ request: HTTPRequest, size: Int) {
    number = max(1, request.parameter("page").flatMap { Int($0) } ?? 1)
    self.size = size
  }

  func cut<Item>(_ items: [Item]) -> ArraySlice<Item> {
    let (start, isTooFar) = (number - 1).multipliedReportingOverflow(by: size)
    return isTooFar ? [] : items.dropFirst(start).prefix(size)
  }
}
