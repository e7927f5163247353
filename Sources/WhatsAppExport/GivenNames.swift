/// The names that are known before a line is read: the user's own, the contacts', the archive's title.
struct GivenNames {
  let title: String
  private let people: People
  private let me: Set<String>
  private let meNumbers: Set<String>
  private let numbers: [String: String]
  private let all: Set<String>
  private let titleKey: String
  /// Whether any of them holds a `: `, so that it is worth looking for longer names.
  let hasColons: Bool

  init(title: String, people: People) {
    self.title = title
    self.people = people
    me = Set(people.me.map(Self.plain))
    meNumbers = Set(people.me.compactMap { PhoneText.digits(in: $0) })
    var numbers: [String: String] = [:]
    for (name, number) in people.numbers { numbers[Self.plain(name)] = number }
    self.numbers = numbers
    all = me.union(numbers.keys).union([Self.plain(title)])
    titleKey = Self.fileKey(title)
    // A title often lost its colon on the way through a file name.
    hasColons = !titleKey.isEmpty || all.contains { $0.contains(": ") }
  }

  /// Whether the name is the title's, the user's or a contact's.
  func contains(_ name: String) -> Bool {
    all.contains(Self.plain(name)) || isTitle(name)
  }

  /// Whether the archive is named after them. File names lose `:`, `/` and the like, so those do not count.
  func isTitle(_ name: String) -> Bool {
    // At the end of a name these are the beginning of a text: `Anna: : )`.
    let isWhole = !name.hasSuffix(":") && !name.hasSuffix(" ") || name == title
    if isWhole, !titleKey.isEmpty && Self.fileKey(name) == titleKey { return true }
    guard let digits = PhoneText.digits(in: name) else { return false }
    return digits == PhoneText.digits(in: title)
  }

  func isMe(_ name: String) -> Bool {
    if me.contains(Self.plain(name)) { return true }
    if let digits = PhoneText.digits(in: name) { return meNumbers.contains(digits) }
    return Self.withoutTilde(name).map { me.contains($0) } ?? false
  }

  /// Whether nobody writes but one whom the archive is named after, or whom the phone shows by number: not me.
  func isOnlyPartner(_ writers: [Writer]) -> Bool {
    guard let writer = writers.first, writers.count == 1, !writer.isMe else { return false }
    return isTitle(writer.name) || PhoneText.digits(in: writer.name) != nil
  }

  var knowsMe: Bool { !people.me.isEmpty }
  var partnerNumber: String? { people.partnerNumber }

  /// The digits of a name that is a number, or that a contact list has.
  func number(of name: String) -> String? {
    PhoneText.digits(in: name) ?? numbers[Self.plain(name)]
      ?? Self.withoutTilde(name).flatMap { numbers[$0] }
  }

  /// `Name` of `~ Name`, which is how a name looks that its owner chose.
  private static func withoutTilde(_ name: String) -> String? {
    let plain = plain(name)
    guard plain.hasPrefix("~") else { return nil }
    return Self.plain(String(plain.dropFirst()))
  }

  /// Without marks, with plain spaces, without spaces at the ends.
  private static func plain(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where !TextFold.isMark(scalar.value) {
      let isSpace = scalar.value == 0x20 || TextFold.fold(scalar.value) == 0x20
      if isSpace && scalars.isEmpty { continue }
      scalars.append(isSpace ? " " : scalar)
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  private static func fileKey(_ name: String) -> String {
    String(plain(name).filter { !" _:/\\|?*<>\"".contains($0) })
  }
}

/// Phone numbers as chats print them.
enum PhoneText {
  /// The digits of an international number with its plus sign, `+49 170 0000000`; nil for anything else.
  ///
  /// Between the digits may stand spaces of any kind, U+2011 and other hyphens, dots and brackets.
  static func digits(in name: String) -> String? {
    var digits = ""
    var hasPlus = false
    for scalar in name.unicodeScalars where !TextFold.isMark(scalar.value) {
      switch scalar {
      case "+" where !hasPlus && digits.isEmpty: hasPlus = true
      case "0"..."9" where hasPlus: digits.unicodeScalars.append(scalar)
      case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "(", ")", ".", "/": continue
      case _ where TextFold.fold(scalar.value) == 0x20: continue
      default: return nil
      }
    }
    return hasPlus && (7...15).contains(digits.count) ? digits : nil
  }
}
