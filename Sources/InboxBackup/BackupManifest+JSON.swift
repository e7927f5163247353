internal import Files
internal import InboxAPI
package import JSONText

/// `manifest.json`, one file a line so that a text editor shows it well.
extension BackupManifest {
  static let format = "chatferry-backup"

  var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("format", Self.format)
    json.field("version", Int64(BackupLayout.version))
    json.field("generation", Int64(generation))
    json.field("mode", isFull ? "full" : "incremental")
    json.field("source", inboxKey.kind.rawValue)
    json.field("server", inboxKey.server)
    json.field("account", inboxKey.account)
    json.field("inbox", inboxKey.inbox)
    json.field("begun", begun)
    json.field("finished", finished)
    json.field("tool", tool)
    json.key("previous")
    if let previous {
      json.beginObject()
      json.field("generation", Int64(previous.generation))
      json.field("sha256", previous.sha256.hex)
      json.endObject()
    } else {
      json.null()
    }
    json.field("chats", Int64(chats))
    json.field("messages", Int64(messages))
    json.field("media", Int64(media))
    json.field("media_bytes", mediaBytes)
    json.list("kinds", kinds) { json, kind in
      json.field("kind", kind.name)
      json.field("operation", kind.operation)
      json.field("items", Int64(kind.items))
      json.field("not_available", kind.refusal)
    }
    json.list("left_out", leftOut) { json, secret in
      json.field("kind", secret.kind)
      json.field("field", secret.field)
      json.field("count", Int64(secret.count))
    }
    json.list("problems", problems) { json, problem in problem.write(to: &json) }
    json.list("files", files) { json, file in
      json.field("path", file.path)
      json.field("role", file.role.rawValue)
      json.field("subject", file.subject)
      json.field("items", Int64(file.items))
      json.field("first", file.first)
      json.field("last", file.last)
      json.field("size", file.size)
      json.field("sha256", file.sha256.hex)
    }
    json.list("added_media", addedMedia) { json, medium in
      json.field("path", medium.path)
      json.field("size", medium.size)
      json.field("sha256", medium.sha256.hex)
    }
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// - Throws: `BackupError.newerFormat`, `BackupError.damaged`.
  init(parsing bytes: [UInt8], path: String) throws(BackupError) {
    let json: JSONValue
    do throws(JSONError) {
      json = try JSONValue(parsing: bytes)
    } catch {
      throw .damaged(path: path, reason: "it is no JSON")
    }
    guard json["format"]?.string == Self.format, let version = json["version"]?.int else {
      throw .damaged(path: path, reason: "it is no manifest of a backup")
    }
    guard version <= BackupLayout.version else {
      throw .newerFormat(path: path, found: Int(version), known: BackupLayout.version)
    }
    guard let manifest = Self(json) else {
      throw .damaged(path: path, reason: "a field is missing or of another type")
    }
    self = manifest
  }

  private init?(_ json: JSONValue) {
    guard let generation = json.count("generation"), let server = json["server"]?.string,
      let files = json["files"]?.array, let media = json["added_media"]?.array,
      let previous = json["previous"],
      // Manifests of the first versions do not say it.
      let kind = InboxKind(rawValue: json["source"]?.string ?? InboxKind.getChat.rawValue)
    else { return nil }
    self.init(
      generation: generation, isFull: json["mode"]?.string == "full",
      inboxKey: InboxKey(
        server, kind: kind, account: json["account"]?.string, inbox: json["inbox"]?.string),
      begun: json["begun"]?.string ?? "", finished: json["finished"]?.string ?? "",
      tool: json["tool"]?.string ?? "", previous: nil, chats: json.count("chats") ?? 0,
      messages: json.count("messages") ?? 0, media: json.count("media") ?? 0,
      mediaBytes: json["media_bytes"]?.int ?? 0, kinds: [], leftOut: [], problems: [], files: [],
      addedMedia: [])
    if !previous.isNull {
      guard let number = previous.count("generation"),
        let digest = previous["sha256"]?.string.flatMap({ SHA256.Digest(hex: $0) })
      else { return nil }
      self.previous = Link(generation: number, sha256: digest)
    }
    kinds = (json["kinds"]?.array ?? []).map {
      Kind(
        name: $0["kind"]?.string ?? "", operation: $0["operation"]?.string ?? "",
        items: $0.count("items") ?? 0, refusal: $0["not_available"]?.string)
    }
    leftOut = (json["left_out"]?.array ?? []).map {
      LeftOut(
        kind: $0["kind"]?.string ?? "", field: $0["field"]?.string ?? "",
        count: $0.count("count") ?? 0)
    }
    problems = (json["problems"]?.array ?? []).map {
      BackupProblem(
        $0["code"]?.string ?? "", $0["severity"]?.string == "error" ? .error : .warning,
        file: $0["file"]?.string, $0["message"]?.string ?? "")
    }
    self.files.reserveCapacity(files.count)
    for item in files {
      guard let file = File(item) else { return nil }
      self.files.append(file)
    }
    addedMedia.reserveCapacity(media.count)
    for item in media {
      guard let digest = item["sha256"]?.string.flatMap({ SHA256.Digest(hex: $0) }),
        let size = item["size"]?.int
      else { return nil }
      addedMedia.append(Medium(sha256: digest, size: size))
    }
  }
}

extension BackupManifest.File {
  fileprivate init?(_ json: JSONValue) {
    guard let path = json["path"]?.string, BackupFolder.isInside(path),
      let role = json["role"]?.string.flatMap({ BackupManifest.Role(rawValue: $0) }),
      let size = json["size"]?.int,
      let digest = json["sha256"]?.string.flatMap({ SHA256.Digest(hex: $0) })
    else { return nil }
    self.init(
      path: path, role: role, subject: json["subject"]?.string ?? "",
      items: json.count("items") ?? 0, first: json["first"]?.int, last: json["last"]?.int,
      size: size, sha256: digest)
  }
}

extension BackupProblem {
  /// The members of its object.
  package func write(to json: inout JSONWriter) {
    json.field("code", code)
    json.field("severity", severity.rawValue)
    json.field("file", file)
    json.field("message", message)
  }
}

extension JSONValue {
  fileprivate func count(_ key: String) -> Int? {
    self[key]?.int.flatMap { $0 >= 0 ? Int(exactly: $0) : nil }
  }
}

extension JSONWriter {
  mutating func field(_ name: StaticString, _ value: String?) {
    key(name)
    stringOrNull(value)
  }

  mutating func field(_ name: StaticString, _ value: Int64?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  /// An array of objects, one a line.
  fileprivate mutating func list<Item>(
    _ name: StaticString, _ items: [Item], _ members: (inout JSONWriter, Item) -> Void
  ) {
    bytes.append(UInt8(ascii: "\n"))
    key(name)
    beginArray()
    for item in items {
      bytes.append(UInt8(ascii: "\n"))
      beginObject()
      members(&self, item)
      endObject()
    }
    endArray()
  }
}
