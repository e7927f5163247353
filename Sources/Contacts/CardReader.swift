/// Reads vCards: RFC 6350 (4.0), RFC 2426 (3.0), and as much of 2.1 as Android's exports need, quoted-printable above all.
struct CardReader {
  /// A content line, unfolded: `group.NAME;PARAM=a,b:value`.
  struct Line: Equatable {
    /// Without the group, in capitals.
    var name = ""
    /// Names in capitals; 2.1's bare words have the name `TYPE`.
    var parameters: [(name: String, value: String)] = []
    var value: ArraySlice<UInt8> = []
    /// From 1; where the line begins.
    var number = 0

    static func == (left: Line, right: Line) -> Bool {
      left.name == right.name && left.value == right.value && left.number == right.number
    }

    func has(_ parameter: String, _ value: String) -> Bool {
      parameters.contains { $0.name == parameter && $0.value.uppercased() == value }
    }
  }

  private let text: ContactText
  private var rest: ArraySlice<UInt8>
  private var lineNumber = 1

  private init(_ text: ContactText) {
    self.text = text
    rest = text.bytes
  }

  static func contacts(in text: ContactText) throws(ContactsError) -> [Contact] {
    var reader = CardReader(text)
    var contacts: [Contact] = []
    while let contact = try reader.nextContact() { contacts.append(contact) }
    return contacts
  }

  /// The next card; nil at the end of the text.
  private mutating func nextContact() throws(ContactsError) -> Contact? {
    var card: Card?
    var beginning = 0
    /// Whether stray lines are the rest of a note or picture that was folded wrongly.
    var isAfterFreeText = false
    while let (bytes, number) = takeUnfolded() {
      guard var line = try split(bytes, number) else {
        if card != nil, isAfterFreeText { continue }
        throw text.fault(card == nil ? .cardNotBegun : .noColon, line: number)
      }
      let isCardMark =
        String(decoding: line.value, as: UTF8.self)
        .filter { !$0.isWhitespace }.uppercased() == "VCARD"
      if line.name == "BEGIN", isCardMark {
        guard card == nil else { throw text.fault(.cardInsideCard, line: number) }
        card = Card()
        beginning = number
        continue
      }
      guard card != nil else { throw text.fault(.cardNotBegun, line: number) }
      if line.name == "END", isCardMark { return card?.contact }
      if line.isQuotedPrintable {
        takeSoftBreaks(into: &line.value)
        line.value = QuotedPrintable.decoded(line.value)[...]
      }
      if Card.usedNames.contains(line.name) {
        card?.add(line, try line.text(in: text))
        isAfterFreeText = false
      } else {
        isAfterFreeText = Card.freeTextNames.contains(line.name)
      }
    }
    if card != nil { throw text.fault(.cardNotEnded, line: beginning) }
    return nil
  }

  /// The next line with the lines that continue it (those that begin with a space or a tab); blank lines are passed over.
  private mutating func takeUnfolded() -> (bytes: ArraySlice<UInt8>, number: Int)? {
    while !rest.isEmpty {
      let number = lineNumber
      var line = takeLine()
      if line.allSatisfy({ $0 == 32 || $0 == 9 }) { continue }
      while let first = rest.first, first == 32 || first == 9 { line += takeLine().dropFirst() }
      return (line, number)
    }
    return nil
  }

  /// The bytes up to the next line break, which is LF, CRLF or CR alone.
  private mutating func takeLine() -> ArraySlice<UInt8> {
    let end = rest.firstIndex { $0 == 10 || $0 == 13 } ?? rest.endIndex
    let line = rest[..<end]
    rest = rest[end...]
    if rest.starts(with: [13, 10]) {
      rest.removeFirst(2)
    } else if !rest.isEmpty {
      rest.removeFirst()
    }
    lineNumber += 1
    return line
  }

  /// In 2.1 a `=` at the end of a quoted-printable line continues it on the next.
  private mutating func takeSoftBreaks(into value: inout ArraySlice<UInt8>) {
    while value.last == UInt8(ascii: "="), !rest.isEmpty {
      value.removeLast()
      value += takeLine()
    }
  }

  /// Nil for a line without a colon.
  private func split(
    _ bytes: ArraySlice<UInt8>, _ number: Int
  ) throws(ContactsError) -> Line? {
    var isQuoted = false
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for at in bytes.indices {
      switch bytes[at] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ";") where !isQuoted:
        parts.append(bytes[start..<at])
        start = at + 1
      case UInt8(ascii: ":") where !isQuoted:
        parts.append(bytes[start..<at])
        return try line(parts, value: bytes[(at + 1)...], number)
      default: break
      }
    }
    return nil
  }

  private func line(
    _ parts: [ArraySlice<UInt8>], value: ArraySlice<UInt8>, _ number: Int
  ) throws(ContactsError) -> Line {
    var line = Line(value: value, number: number)
    for (position, part) in parts.enumerated() {
      let words = try text.text(part, line: number)
      if position == 0 {
        // `item1.TEL`: the group binds an X-ABLabel to it and says nothing here.
        let name = words.split(separator: ".").last ?? ""
        line.name = name.uppercased().filter { !$0.isWhitespace }
        continue
      }
      let pair = words.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = pair.count == 2 ? pair[0].uppercased() : "TYPE"
      for value in (pair.last ?? "").split(separator: ",") {
        line.parameters.append((name, value.filter { $0 != "\"" }))
      }
    }
    return line
  }
}

extension CardReader.Line {
  fileprivate var isQuotedPrintable: Bool {
    has("ENCODING", "QUOTED-PRINTABLE") || has("TYPE", "QUOTED-PRINTABLE")
  }

  /// The value as text; Latin-1 only where the line says so.
  fileprivate func text(in list: ContactText) throws(ContactsError) -> String {
    if has("CHARSET", "ISO-8859-1"), String(validating: value, as: UTF8.self) == nil {
      return String(String.UnicodeScalarView(value.map { Unicode.Scalar($0) }))
    }
    return try list.text(value, line: number)
  }
}
