internal import JSONText

/// What the instance says of itself.
extension GetChatClient {
  /// Learns the field names of createChatImport's items from the schema that the instance serves.
  ///
  /// - Returns: nil where it serves none, or one that leaves a name open.
  package func learnImportProfile() async throws(APIError) -> ImportProfile? {
    for (path, format) in [("/api/schema/", "json"), ("/api/", "openapi")] {
      var request = InboxConnection.Request(
        operation: "retrieveSchema", path: path, query: [("format", format)])
      request.accept = "application/vnd.oai.openapi+json, application/json;q=0.9"
      do throws(APIError) {
        let schema = try await connection.send(request) { (answer) -> JSONValue? in
          try? JSONValue(parsing: answer.body)
        }
        if let profile = schema.flatMap({ ImportProfile(openAPI: $0) }) { return profile }
      } catch {
        // An instance without a schema, or one that keeps it to itself, teaches nothing.
        switch error {
        case .refused, .unexpectedAnswer: continue
        case .tokenRefused(_, 403, _): continue
        default: throw error
        }
      }
    }
    return nil
  }
}

extension ImportProfile {
  /// The likely names, likeliest first. Sources: the names that the rest of the interface uses.
  private static let participantNames = ["name", "display_name", "label", "contact_name"]
  private static let participantNumbers = [
    "wa_id", "contact_wa_id", "phone_number", "phone", "number",
  ]
  private static let mediaNames = ["filename", "file_name", "name"]
  private static let mediaIDs = ["id", "media_id", "media_file_id", "media", "uuid", "file_id"]
  private static let mediaURLs = ["file", "url", "link", "media_url"]

  /// Reads an OpenAPI document (3.x, JSON).
  init?(openAPI document: JSONValue) {
    let path = document["paths"]?.members?.first { Self.isImportPath($0.key) }
    guard let content = path?.value["post"]?["requestBody"]?["content"],
      let schema = content["application/json"]?["schema"]
        ?? content.members?.first?.value["schema"],
      let body = Self.properties(of: schema, in: document)
    else { return nil }
    func items(_ field: String) -> [String]? {
      guard let array = body[field], let items = Self.resolved(array, in: document)?["items"],
        let names = Self.properties(of: items, in: document)?.keys
      else { return nil }
      return Array(names)
    }
    func first(of likely: [String], in names: [String]) -> String? {
      likely.first { names.contains($0) }
    }
    guard let participant = items("chat_participants"), let media = items("media_files"),
      let name = first(of: Self.participantNames, in: participant),
      let number = first(of: Self.participantNumbers, in: participant),
      let mediaName = first(of: Self.mediaNames, in: media)
    else { return nil }
    participantName = name
    participantNumber = number
    self.mediaName = mediaName
    if let id = first(of: Self.mediaIDs, in: media) {
      mediaReference = id
    } else if let url = first(of: Self.mediaURLs, in: media) {
      mediaReference = url
      mediaReferenceIsURL = true
    } else {
      return nil
    }
  }

  private static func isImportPath(_ path: String) -> Bool {
    path.hasSuffix("/chat_import/") || path.hasSuffix("/chat_import")
  }

  /// The schema that `schema` stands for: itself, or what its `$ref` or only `allOf` names.
  private static func resolved(_ schema: JSONValue, in document: JSONValue) -> JSONValue? {
    var schema = schema
    for _ in 0..<16 {
      if let reference = schema["$ref"]?.string {
        guard let target = target(of: reference, in: document) else { return nil }
        schema = target
      } else if let all = schema["allOf"]?.array, all.count == 1 {
        schema = all[0]
      } else {
        return schema
      }
    }
    return nil
  }

  private static func target(of reference: String, in document: JSONValue) -> JSONValue? {
    guard reference.hasPrefix("#/") else { return nil }
    return reference.dropFirst(2).split(separator: "/").reduce(document as JSONValue?) {
      $0?[String($1)]
    }
  }

  private static func properties(
    of schema: JSONValue, in document: JSONValue
  ) -> [String: JSONValue]? {
    guard let members = resolved(schema, in: document)?["properties"]?.members else { return nil }
    return Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
