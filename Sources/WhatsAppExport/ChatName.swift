/// What the name of an archive, a text or a folder says of the chat in it, by the names that phones give.
struct ChatName: Equatable {
  /// The chat's title; nil for the iPhone's `_chat.txt`, which names none.
  let title: String?
  /// The language of the phone that gives such names, as the marker table names it; nil where the name does not tell.
  let language: String?

  /// The name of a chat text, ending included; nil for names that phones do not give to chats.
  init?(textNamed name: String) {
    guard name.hasTextEnding else { return nil }
    let base = Self.withoutCopyNumber(String(name.dropLast(4)))
    if Self.isPlainChat(base) {
      self.init(title: nil, language: nil)
    } else {
      self.init(base: base)
    }
  }

  private init(title: String?, language: String?) {
    self.title = title
    self.language = language
  }

  /// The name of an archive or a folder without its ending; nil where no pattern fits.
  init?(base: String) {
    guard let (title, language) = Self.parts(of: base) else { return nil }
    self.init(title: title, language: language)
  }

  /// `_chat`, and ` 2` or `-2` behind it.
  private static func isPlainChat(_ base: String) -> Bool {
    guard base.hasPrefix("_chat") else { return false }
    let rest = base.dropFirst(5)
    return rest.isEmpty
      || rest.count <= 3 && (rest.first == " " || rest.first == "-")
        && rest.dropFirst().allSatisfy(\.isWholeNumber) && rest.count > 1
  }

  /// Removes what saving a second copy adds: ` (1)`.
  static func withoutCopyNumber(_ base: String) -> String {
    var base = base[...]
    while base.hasSuffix(")"), let open = base.lastIndex(of: "(") {
      let number = base[base.index(after: open)...].dropLast()
      guard !number.isEmpty, number.count <= 2, number.allSatisfy({ ("0"..."9").contains($0) }),
        open > base.startIndex
      else { break }
      base = base[..<open]
      while base.last == " " || base.last == "_" { base.removeLast() }
    }
    return String(base)
  }

  /// Also removes the `-2` that a browser adds, from a name that does not end with a telephone number.
  static func withoutDownloadNumber(_ base: String) -> String {
    let base = withoutCopyNumber(base)
    guard let last = base.last, ("2"..."9").contains(last), base.dropLast().last == "-",
      let before = base.dropLast(2).last, !before.isWholeNumber, before != " "
    else { return base }
    return String(base.dropLast(2))
  }
}

extension ChatName {
  /// One of the names that phones give, cut at the place of the chat's title.
  private struct Pattern {
    let before: [Character]
    let after: [Character]
    /// nil for a name that phones of all languages give.
    let language: String?
  }

  /// Longest first, so that “Чат WhatsApp с контактом …” is not read as “Чат WhatsApp с …”.
  private static let patterns: [Pattern] = MarkerTable.rows.filter { $0.category == .zipname }
    .compactMap { marker in
      var words = String(marker.pattern)
      if words.hasSuffix(".zip") { words.removeLast(4) }
      guard let name = words.firstRange(of: "{name}") else { return nil }
      return Pattern(
        before: Array(folded(String(words[..<name.lowerBound]))),
        after: Array(folded(String(words[name.upperBound...]))),
        language: marker.language == "*" ? nil : String(marker.language))
    }
    .sorted { $0.before.count + $0.after.count > $1.before.count + $1.after.count }

  private static func parts(of base: String) -> (title: String, language: String?)? {
    // Other apps put `_`, `%20` or `.` for spaces; then they do so in the title as well.
    let plain = withoutMarks(base)
    let spaces = withoutEscapes(plain)
    let attempts = [
      plain, spaces, spaces.replacing("_", with: " "), spaces.replacing(".", with: " "),
    ]
    for attempt in attempts {
      let characters = Array(attempt)
      let folded = characters.map(fold)
      for pattern in patterns {
        let rest = folded.count - pattern.before.count - pattern.after.count
        guard rest > 0, folded.starts(with: pattern.before),
          folded.suffix(pattern.after.count).elementsEqual(pattern.after)
        else { continue }
        let title = trimmed(characters[pattern.before.count...].prefix(rest))
        if !title.isEmpty { return (title, pattern.language) }
      }
    }
    return nil
  }

  private static func folded(_ text: String) -> [Character] { withoutMarks(text).map(fold) }

  /// Any space is a space, and case does not count. Characters are equal in any Unicode form.
  private static func fold(_ character: Character) -> Character {
    if character.isWhitespace { return " " }
    if character == "’" { return "'" }
    let lower = character.lowercased()
    return lower.count == 1 ? lower[lower.startIndex] : character
  }

  static func trimmed(_ characters: some Sequence<Character>) -> String {
    var title = String(characters)[...]
    while title.first?.isWhitespace == true { title.removeFirst() }
    while title.last?.isWhitespace == true { title.removeLast() }
    return String(title)
  }

  /// Without the marks of direction that stand around numbers and right-to-left words.
  static func withoutMarks(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200B, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// `%20` and its like decoded; unchanged where that gives no UTF-8.
  private static func withoutEscapes(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), value >= 0x20
      {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}
