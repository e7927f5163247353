/// The two names under which a restored chat's messages are written.
struct ChatNames: Sendable, Equatable {
  /// The partner's own name where it can stand in a chat text, else the number.
  let partner: String
  let ours: String

  private static let longest = 200

  /// - Parameters:
  ///   - name: the partner's, as the backup has it.
  ///   - number: digits.
  init(partner name: String?, number: String) {
    let plain = name.map(Self.plain) ?? ""
    partner = plain.isEmpty ? "+" + number : plain
    let isTaken = { [partner] (name: String) in
      partner.filter { $0.isLetter }.lowercased() == name.filter { $0.isLetter }.lowercased()
    }
    ours = ["Inbox", "This inbox"].first { !isTaken($0) } ?? "Us"
  }

  /// Without line ends, marks and a colon that would end the name.
  private static func plain(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: scalars.append(" ")
      case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF:
        continue
      default: scalars.append(scalar)
      }
    }
    var words = String(scalars).split(separator: " ").map(String.init)
    for index in words.indices.dropLast() {
      while words[index].hasSuffix(":") { words[index].removeLast() }
    }
    var text = words.filter { !$0.isEmpty }.joined(separator: " ")
    while text.hasSuffix(":") || text.hasPrefix("~") {
      if text.hasSuffix(":") { text.removeLast() } else { text.removeFirst() }
    }
    return String(text.prefix(longest)).trimmed
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
