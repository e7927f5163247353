internal import JSONText

/// A member of an object that callers may write, and what may stand in it.
struct Field: Sendable {
  enum Kind: Sendable {
    /// Not blank; at most that many characters.
    case text(longest: Int)
    /// A text that may be blank.
    case anyText(longest: Int)
    /// An absolute http or https address.
    case address(longest: Int)
    case flag
    /// An object of any members.
    case object
  }

  let name: String
  let kind: Kind
  var isNullable = false
  /// JSON for a field that is absent; nil for one that must be there.
  var standard: String?

  /// The fields that were given, as JSON. A body that is partial may leave out any; in others an absent one has its
  /// standard value.
  ///
  /// - Throws: `FieldErrors` with every complaint.
  static func read(
    _ fields: [Field], from body: Fields, isPartial: Bool
  ) throws(FieldErrors) -> [(name: String, json: [UInt8])] {
    var errors = FieldErrors()
    var members: [(name: String, json: [UInt8])] = []
    for field in fields {
      guard let value = body[field.name] else {
        if isPartial { continue }
        if let standard = field.standard {
          members.append((field.name, Array(standard.utf8)))
        } else {
          errors.add(field.name, "This field is required.")
        }
        continue
      }
      switch field.check(value) {
      case .success(let json): members.append((field.name, json))
      case .failure(let fault): errors.add(field.name, fault.words)
      }
    }
    guard errors.isEmpty else { throw errors }
    return members
  }

  private func check(_ value: JSONValue) -> Result<[UInt8], JSONValue.Fault> {
    if value.isNull {
      return isNullable
        ? .success(Array("null".utf8)) : .failure(.init("This field may not be null."))
    }
    switch kind {
    case .text(let longest): return value.asText.flatMap { Self.limited($0, longest) }
    case .anyText(let longest):
      guard let text = value.string else { return .failure(.init("Not a valid string.")) }
      return Self.limited(text, longest)
    case .address(let longest):
      return value.asText.flatMap {
        Self.isAddress($0)
          ? Self.limited($0, longest) : .failure(.init("Enter a valid URL."))
      }
    case .flag:
      let words = value.string?.lowercased() ?? value.int.map { String($0) }
      switch value.bool ?? (words.flatMap { Self.flags[$0] }) {
      case true: return .success(Array("true".utf8))
      case false: return .success(Array("false".utf8))
      case nil: return .failure(.init("Must be a valid boolean."))
      }
    case .object:
      guard value.isObject else {
        return .failure(
          .init("Expected a dictionary of items but got type \"\(value.typeName)\"."))
      }
      return .success(Array(value.raw))
    }
  }

  private static let flags = ["true": true, "1": true, "false": false, "0": false]

  private static func limited(
    _ text: String, _ longest: Int
  ) -> Result<[UInt8], JSONValue.Fault> {
    guard text.unicodeScalars.count <= longest else {
      return .failure(.init("Ensure this field has no more than \(longest) characters."))
    }
    var json = JSONWriter()
    json.string(text)
    return .success(json.bytes)
  }

  /// Whether a text is a scheme, a host and what may follow, without a blank.
  private static func isAddress(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 > 32 && $0 != 127 }),
      let scheme = ["http://", "https://"].first(where: { text.lowercased().hasPrefix($0) })
    else { return false }
    let authority = text.utf8.dropFirst(scheme.utf8.count)
      .prefix { ![UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) }
    return authority.contains { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "@") }
  }
}
