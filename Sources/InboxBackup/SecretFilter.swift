internal import Files
internal import InboxAPI
internal import JSONText

/// Takes secrets out of the server's objects before they are written; everything else stays byte for byte.
///
/// A secret is the value of a member with a telling name (`activation_url`, `apiKey`, tokens, passwords, a webhook's
/// `headers`), the value of a telling parameter in the query of an address, or the user in an address. Its place
/// keeps the words `(left out)`. What people wrote is never looked into: in a message only the address of a file is.
struct SecretFilter {
  static let mark = "(left out)"

  private let kind: InboxKind

  init(_ kind: InboxKind) { self.kind = kind }

  /// Counts by field.
  private(set) var leftOut: [String: Int] = [:]
  /// Whether the last line lacks something that its item has.
  private(set) var hasChangedLast = false

  /// Lower case, without hyphens and underscores.
  private static let secretNames: Set<String> = [
    "headers", "activationurl", "apikey", "d360apikey", "refreshtoken", "idtoken", "authtoken",
    "accesstoken", "token", "password", "secret", "clientsecret", "verifytoken", "authorization",
    "idt", "auth", "key", "signature", "sig", "jwt", "credential", "code",
  ]
  /// Names of parameters alone: as members they are ordinary words.
  private static let onlyInQueries: Set<String> = [
    "auth", "key", "signature", "sig", "jwt", "credential", "code", "idt",
  ]
  /// What none of these is in cannot hold a secret: parts of every name, as words and names are written.
  private static let needles = WordSearch(
    [
      "eaders", "HEADERS", "ctivation", "ACTIVATION", "key", "Key", "KEY", "oken", "OKEN",
      "assword", "ASSWORD", "ecret", "ECRET", "uthorization", "UTHORIZATION", "ttp", "TTP",
    ].map { Array($0.utf8) })

  fileprivate struct Change {
    let range: Range<Int>
    let text: [UInt8]
  }

  /// An item's bytes on one line, without its secrets.
  ///
  /// - Parameter isMessage: then nothing below `waba_payload` is touched but the addresses of files.
  mutating func line(_ item: JSONValue, isMessage: Bool = false) -> [UInt8] {
    let raw = item.raw
    var changes: [Change] = []
    if raw.withUnsafeBytes({ Self.needles.isAny(in: $0) }) {
      look(into: item, isMessage: isMessage, &changes)
    }
    hasChangedLast = !changes.isEmpty
    var line: [UInt8] = []
    line.reserveCapacity(raw.count + 1)
    var at = raw.startIndex
    for change in changes {
      Self.append(raw[at..<change.range.lowerBound], to: &line)
      line += change.text
      at = change.range.upperBound
    }
    Self.append(raw[at...], to: &line)
    line.append(UInt8(ascii: "\n"))
    return line
  }

  /// The item as it would be read back from its line.
  ///
  /// - Throws: `JSONError`.
  mutating func cleaned(_ item: JSONValue, isMessage: Bool = false) throws(JSONError) -> JSONValue {
    let line = line(item, isMessage: isMessage)
    return hasChangedLast ? try JSONValue(parsing: line) : item
  }

  /// Line ends stand between values only (RFC 8259): a space says the same there.
  private static func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8]) {
    let start = line.count
    line += bytes
    line.withUnsafeMutableBufferPointer { line in
      // Every byte is written, so that the loop works on many at a time.
      for index in start..<line.count {
        let byte = line[index]
        line[index] =
          byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") ? UInt8(ascii: " ") : byte
      }
    }
  }

  // MARK: Looking

  private mutating func look(into value: JSONValue, isMessage: Bool, _ changes: inout [Change]) {
    if let members = value.members {
      for (key, member) in members {
        if isMessage, key == kind.memberOfFiles {
          for file in InboxMessage(value, kind.form).allMedia {
            if let link = file.linkValue { mend(link, "link", &changes) }
          }
        } else if member.isObject, isMessage && key == "context" || key == "last_message" {
          look(into: member, isMessage: true, &changes)
        } else if kind.wordsOfPeople.contains(key) {
          continue
        } else if Self.isSecret(key) {
          leaveOut(member, key, &changes)
        } else if member.string != nil {
          mend(member, key, &changes)
        } else {
          look(into: member, isMessage: false, &changes)
        }
      }
    } else if let items = value.array {
      for item in items { look(into: item, isMessage: false, &changes) }
    } else if value.string != nil {
      mend(value, "", &changes)
    }
  }

  private static func plain(_ name: some StringProtocol) -> String {
    String(name.lowercased().filter { $0 != "_" && $0 != "-" })
  }

  private static func isSecret(_ key: String) -> Bool {
    let name = plain(key)
    return (secretNames.contains(name) || secretEndings.contains { name.hasSuffix($0) })
      && !onlyInQueries.contains(name)
  }

  /// Members of the online platform whose names end so: `pubsub_token`, `imap_password`, `webhook_verify_token`, ….
  private static let secretEndings = ["token", "password", "secret", "apikey"]

  /// Replaces every text and number in `value`; names and shape stay, so that somebody sees what was there.
  private mutating func leaveOut(_ value: JSONValue, _ field: String, _ changes: inout [Change]) {
    if let members = value.members {
      for (_, member) in members { leaveOut(member, field, &changes) }
    } else if let items = value.array {
      for item in items { leaveOut(item, field, &changes) }
    } else if !value.isNull, value.bool == nil, value.string?.isEmpty != true {
      changes.append(Change(value, Self.mark))
      leftOut[field, default: 0] += 1
    }
  }

  /// Takes secrets out of an address.
  private mutating func mend(_ value: JSONValue, _ field: String, _ changes: inout [Change]) {
    guard let text = value.string, let scheme = Self.scheme(of: text),
      // An address and nothing else: what somebody wrote around one is left as it is.
      !text.utf8.contains(where: { $0 <= 0x20 })
    else { return }
    var parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map {
      String($0)
    }
    var isChanged = false
    let rest = parts[0].dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    if let at = host.lastIndex(of: "@") {
      parts[0] = scheme + Self.mark + host[at...] + rest.dropFirst(host.count)
      isChanged = true
    }
    if parts.count == 2 {
      let pairs = parts[1].split(separator: "&", omittingEmptySubsequences: false).map { pair in
        let name = pair.prefix { $0 != "=" }
        guard Self.secretNames.contains(Self.plain(name)), name.count + 1 < pair.count else {
          return String(pair)
        }
        isChanged = true
        return "\(name)=\(Self.mark)"
      }
      parts[1] = pairs.joined(separator: "&")
    }
    guard isChanged else { return }
    changes.append(Change(value, parts.joined(separator: "?")))
    leftOut[field, default: 0] += 1
  }
}

extension InboxKind {
  /// The member of a message that holds what people wrote and files: only the addresses of files are looked at.
  fileprivate var memberOfFiles: String {
    switch self {
    case .getChat: "waba_payload"
    case .online: "attachments"
    }
  }

  /// Members that hold what people wrote, wherever they stand.
  fileprivate var wordsOfPeople: Set<String> {
    switch self {
    case .getChat: ["text", "body", "caption", "description", "components", "websites"]
    case .online:
      [
        "content", "processed_message_content", "content_attributes", "custom_attributes",
        "additional_attributes",
      ]
    }
  }
}

extension SecretFilter {
  /// `https://` as it is written, if that is how a text begins.
  private static func scheme(of text: String) -> String? {
    let start = text.prefix(8).lowercased()
    if start == "https://" { return String(text.prefix(8)) }
    return start.hasPrefix("http://") ? String(text.prefix(7)) : nil
  }
}

extension SecretFilter.Change {
  fileprivate init(_ value: JSONValue, _ text: String) {
    var json = JSONWriter()
    json.string(text)
    self.init(range: value.raw.indices, text: json.bytes)
  }
}
