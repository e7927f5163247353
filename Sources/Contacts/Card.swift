/// A vCard while it is read: what of it tells names and numbers.
struct Card {
  static let usedNames: Set = ["FN", "N", "ORG", "TEL"]
  /// Properties whose values some programs break without folding them.
  static let freeTextNames: Set = ["NOTE", "PHOTO", "LOGO", "SOUND", "KEY", "ADR", "LABEL"]
  /// Kinds of TEL that no messenger reaches.
  private static let machines: Set = ["FAX", "PAGER", "MODEM", "BBS", "TEXTPHONE"]

  private var formattedNames: [String] = []
  private var composedName = ""
  private var organization = ""
  private var numbers: [Contact.Number] = []

  mutating func add(_ line: CardReader.Line, _ text: String) {
    switch line.name {
    case "FN":
      formattedNames.append(Self.unescaped(text))
    case "N":
      // Family; given; additional; prefixes; suffixes.
      let parts = Self.components(of: text)
      let order = [3, 1, 2, 0, 4].compactMap { $0 < parts.count ? parts[$0] : nil }
      composedName = order.filter { !$0.isEmpty }.joined(separator: " ")
    case "ORG":
      organization = Self.components(of: text).first ?? ""
    default:
      addNumber(line, text)
    }
  }

  /// The names are those that a phone shows: FN, else what N composes to, else the organization.
  var contact: Contact {
    let names = formattedNames.filter { !$0.isEmpty }
    let others = [composedName, organization].filter { !$0.isEmpty }
    return Contact(names: names.isEmpty ? Array(others.prefix(1)) : names, numbers: numbers)
  }

  private mutating func addNumber(_ line: CardReader.Line, _ text: String) {
    let kinds = line.parameters.filter { $0.name == "TYPE" }.map { $0.value.uppercased() }
    if kinds.contains(where: Self.machines.contains) { return }
    // WhatsApp writes its own number beside the one for people.
    if let own = line.parameters.first(where: { $0.name == "WAID" })?.value,
      !own.isEmpty, own.utf8.allSatisfy({ (48...57).contains($0) })
    {
      numbers.append(Contact.Number(text: "+" + own, line: line.number))
      return
    }
    var number = Self.unescaped(text)
    if number.lowercased().hasPrefix("tel:") {
      number = String(number.dropFirst(4).prefix { $0 != ";" })
    }
    if number.contains(where: { !$0.isWhitespace }) {
      numbers.append(Contact.Number(text: number, line: line.number))
    }
  }

  /// The parts of a structured value, unescaped: a `;` divides unless a backslash stands before it.
  private static func components(of text: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if character == ";", !isEscaped {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return parts.map { unescaped($0) }
  }

  /// `\,` `\;` `\:` `\\` are the character itself, `\n` is a line break, which a name shows as a space.
  private static func unescaped(_ text: String) -> String {
    var plain = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        plain.append(character == "n" || character == "N" ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        plain.append(character)
      }
    }
    return plain
  }
}
