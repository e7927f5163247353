internal import JSONText

/// The online platform: what each request is answered. Its errors are `{"error": …}`.
extension InboxService {
  /// Decides on the head of a request to the platform who takes its body.
  func receive(
    _ request: HTTPRequest, _ connection: OpaquePointer, on route: OnlineRoute,
    _ arguments: [String]
  ) -> any BodyReceiver {
    if route.needsToken, let refusal = onlineRefusal(of: request) { return IgnoredBody(refusal) }
    switch route.handler(of: request.method) {
    case nil: return IgnoredBody(.error(404, "Resource could not be found"))
    case .head(let answer):
      return IgnoredBody(answering { try answer(self, request, arguments) })
    case .fields(let answer):
      return FieldsBody(self, request, connection) { try answer(self, request, arguments, $0) }
    }
  }

  /// The documents show both headers.
  private func onlineRefusal(of request: HTTPRequest) -> HTTPResponse? {
    let bearer = "Bearer "
    let given =
      request.apiAccessToken
      ?? request.authorization.flatMap {
        $0.hasPrefix(bearer) ? String($0.dropFirst(bearer.count)) : nil
      }
    guard let given else {
      return .error(401, "You need to sign in or sign up before continuing.")
    }
    return TokenFile.areEqual(given, token) ? nil : .error(401, "Invalid Access Token")
  }

  // MARK: Lists

  func onlineProfile() throws -> HTTPResponse {
    try store.read { database in
      let accounts = try database.onlineAccounts()
      return .json(200) { json in
        json.beginObject()
        json.key("id")
        json.number(Self.owner)
        json.key("name")
        json.string(Self.userName)
        json.key("accounts")
        json.beginArray()
        for (id, object) in accounts {
          json.beginObject()
          json.key("id")
          json.number(id)
          json.members(of: object, except: ["id"])
          json.endObject()
        }
        json.endArray()
        json.endObject()
      }
    }
  }

  func onlineAccount(_ account: String) throws -> HTTPResponse {
    try store.read { database in
      guard let number = try database.onlineAccount(account),
        let object = try database.onlineObject(.accounts, number, id: number)
      else { return .noResource }
      return .json(200) { $0.raw(object.raw.span) }
    }
  }

  /// A list in one piece.
  ///
  /// - Parameters:
  ///   - parent: what the rows belong to; nil for all.
  ///   - envelope: names of the objects around the array.
  func onlineList(
    _ kind: OnlineKind, _ account: String, of parent: String? = nil, in envelope: [String] = [],
    where isWanted: (JSONValue) -> Bool = { _ in true }
  ) throws -> HTTPResponse {
    try store.read { database in
      guard let number = try database.onlineAccount(account) else { return .noResource }
      let rows = try database.onlineObjects(kind, number, of: parent.map { Int64($0) ?? -1 })
        .filter { isWanted($0.object) }
      return .json(200) { json in
        for name in envelope {
          json.beginObject()
          json.key(name)
        }
        json.beginArray()
        for row in rows { json.raw(row.object.raw.span) }
        json.endArray()
        for _ in envelope { json.endObject() }
      }
    }
  }

  func onlineContacts(_ account: String, _ request: HTTPRequest) throws -> HTTPResponse {
    let page = OnlinePage(request, size: 15)
    return try store.read { database in
      guard let number = try database.onlineAccount(account) else { return .noResource }
      let rows = try database.onlineObjects(.contacts, number)
      return .json(200) { json in
        json.beginObject()
        json.key("meta")
        json.beginObject()
        json.key("count")
        json.number(Int64(rows.count))
        json.key("current_page")
        json.number(Int64(page.number))
        json.endObject()
        json.key("payload")
        json.beginArray()
        for row in page.cut(rows) {
          json.beginObject()
          json.members(of: row.object, except: ["labels"])
          json.endObject()
        }
        json.endArray()
        json.endObject()
      }
    }
  }

  func onlineLabels(ofContact id: String, _ account: String) throws -> HTTPResponse {
    try store.read { database in
      guard let number = try database.onlineAccount(account), let id = Int64(id),
        let contact = try database.onlineObject(.contacts, number, id: id)
      else { return .noResource }
      return .json(200) { json in
        json.beginObject()
        json.key("payload")
        if let labels = contact["labels"] {
          json.raw(labels.raw.span)
        } else {
          json.beginArray()
          json.endArray()
        }
        json.endObject()
      }
    }
  }

  // MARK: Files

  /// As the platform's storage does: the address in a message leads on to the bytes.
  func onlineRedirect(toFile id: String, named name: String) -> HTTPResponse {
    HTTPResponse(302, type: "text/html; charset=utf-8", .bytes([]))
      .adding(
        "Location", URLText.reference(path: "/rails/active_storage/disk/\(id)/\(name)", []))
  }
}

extension HTTPResponse {
  /// `{"error": …}`, the way in which the online platform refuses.
  static func error(_ status: UInt32, _ words: String) -> HTTPResponse {
    json(status) {
      $0.beginObject()
      $0.key("error")
      $0.string(words)
      $0.endObject()
    }
  }

  static let noResource = error(404, "Resource could not be found")
}
