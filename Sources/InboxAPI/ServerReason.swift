internal import JSONText

/// What a server says of a refusal, made fit to be shown.
///
/// Sources: Django REST Framework answers `{"detail": …}` or lists of messages under the names of the
/// fields, nested as the request was; the vendor's own answers hold `reason`.
enum ServerReason {
  static let limitInCharacters = 300

  /// Field paths and messages, shortened; empty where there is nothing to show. Quoted parts and long
  /// numbers are left out, since servers quote what they were sent, and the token wherever it stands.
  static func text(_ body: [UInt8], hiding token: Secret?) -> String {
    guard let value = try? JSONValue(parsing: body) else { return "" }
    var parts: [String] = []
    collect(value, path: "", into: &parts)
    var text = parts.joined(separator: "; ")
    if let token = token?.value, !token.isEmpty { text = text.replacing(token, with: "…") }
    return shortened(withoutQuotations(text))
  }

  private static func collect(_ value: JSONValue, path: String, into parts: inout [String]) {
    guard parts.count < 8 else { return }
    if let message = value.string {
      parts.append(path.isEmpty ? message : "\(path): \(message)")
    } else if let items = value.array {
      for (index, item) in items.enumerated() {
        let isMessage = item.string != nil
        collect(item, path: isMessage ? path : "\(path)[\(index)]", into: &parts)
      }
    } else if let members = value.members {
      for member in members {
        let isOwn = ["detail", "reason", "error", "message", "non_field_errors"].contains(
          member.key)
        let name = fieldName(member.key)
        let longer = path.isEmpty ? name : "\(path).\(name)"
        collect(member.value, path: isOwn ? path : longer, into: &parts)
      }
    }
  }

  /// A name that the server gave, and therefore not trusted to be one.
  private static func fieldName(_ key: String) -> String {
    let isName =
      key.utf8.count <= 40
      && key.utf8.allSatisfy {
        ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
          || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: "-")
      }
    return isName && !hasLongNumber(key) ? key : "…"
  }

  private static func hasLongNumber(_ text: String) -> Bool {
    text.split { !$0.isNumber }.contains { $0.count >= 6 }
  }

  /// `text` in one line, with `…` for everything between quotation marks and for numbers of six or
  /// more digits.
  private static func withoutQuotations(_ text: String) -> String {
    let closing: [Character: Character] = [
      "\"": "\"", "'": "'", "`": "`", "“": "”", "„": "“", "‘": "’", "«": "»",
    ]
    var result = ""
    var digits = ""
    func endDigits() {
      result += digits.count >= 6 ? "…" : digits
      digits = ""
    }
    var rest = text[...]
    while let character = rest.popFirst() {
      if character.isNumber {
        digits.append(character)
        continue
      }
      endDigits()
      let isApostrophe = character == "'" && (result.last?.isLetter ?? false)
      if let close = closing[character], !isApostrophe {
        // A quotation that is never closed reaches to the end.
        result += "…"
        rest = rest.firstIndex(of: close).map { rest[$0...].dropFirst() } ?? ""
      } else if character.unicodeScalars.contains(where: { isUnprintable($0) }) {
        result += " "
      } else {
        result.append(character)
      }
    }
    endDigits()
    return result
  }

  /// Control and format characters, line and paragraph ends.
  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
    default: false
    }
  }

  private static func shortened(_ text: String) -> String {
    text.count <= limitInCharacters ? text : text.prefix(limitInCharacters) + "…"
  }
}
