internal import JSONText

/// What createInbox is asked for. Lengths and letters are those of its page; what does not fit is refused before anything
/// is sent.
package struct InboxOrder: Sendable, Equatable {
  package let name: String
  /// Digits with country code, without a plus.
  package let number: String
  package let account: Int64
  /// The subdomain of the account's server.
  package let server: String
  /// Comes back in webhooks.
  package let reference: String?
  package let importsHistory: Bool

  /// Why something cannot be ordered.
  package enum Fault: Error, Equatable, Sendable {
    case empty(Part)
    /// In characters as Unicode counts them (scalars).
    case tooLong(Part, limit: Int, length: Int)
    case controlCharacter(Part)
    case notDigits
    case accountOutOfRange
    case notASubdomain
    case notTextOrNumbers
  }

  package enum Part: String, Sendable { case name, number, server, reference }

  /// - Throws: `Fault`.
  package init(
    name: String, number: String, account: Int64, server: String, reference: String? = nil,
    importsHistory: Bool = false
  ) throws(Fault) {
    self.name = try Self.text(name, .name, limit: 50)
    guard number.utf8.allSatisfy({ (48...57).contains($0) }) else { throw .notDigits }
    self.number = try Self.text(number, .number, limit: 20)
    guard (1...9_999_999).contains(account) else { throw .accountOutOfRange }
    self.account = account
    self.server = try Self.subdomain(server)
    self.reference = try reference.map { (text) throws(Fault) in
      let text = try Self.text(text, .reference, limit: 50)
      guard text.unicodeScalars.allSatisfy(Self.isTextOrNumber) else { throw .notTextOrNumbers }
      return text
    }
    self.importsHistory = importsHistory
  }

  private static func text(_ text: String, _ part: Part, limit: Int) throws(Fault) -> String {
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw .empty(part)
    }
    let length = text.unicodeScalars.count
    guard length <= limit else { throw .tooLong(part, limit: limit, length: length) }
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw .controlCharacter(part)
    }
    return text
  }

  /// A subdomain as deleteInbox takes it.
  ///
  /// - Throws: `Fault`.
  package static func subdomain(_ server: String) throws(Fault) -> String {
    let server = try text(server, .server, limit: 50)
    let isLabel =
      server.utf8.allSatisfy {
        ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
          || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      } && !server.hasPrefix("-") && !server.hasSuffix("-")
    guard isLabel else { throw .notASubdomain }
    return server
  }

  /// “Text/numbers only”, says the page: letters and digits of any script, and what stands between words.
  private static func isTextOrNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber,
      .spaceSeparator, .dashPunctuation, .connectorPunctuation, .otherPunctuation:
      true
    default: false
    }
  }

  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("inbox_type")
    writer.string("whatsapp")
    writer.key("inbox_name")
    writer.string(name)
    writer.key("whatsapp_number")
    writer.string(number)
    writer.key("account_id")
    writer.number(account)
    writer.key("server")
    writer.string(server)
    if let reference {
      writer.key("reference")
      writer.string(reference)
    }
    if importsHistory {
      writer.key("import_history")
      writer.number(1)
    }
    writer.endObject()
    return writer.bytes
  }
}

extension InboxOrder.Fault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty(let part): "the \(part.rawValue) is empty"
    case .tooLong(let part, let limit, let length):
      "the \(part.rawValue) has \(length) characters, and the server takes \(limit)"
    case .controlCharacter(let part): "the \(part.rawValue) holds a line end or a control character"
    case .notDigits: "the number holds something other than digits"
    case .accountOutOfRange: "an account is a number from 1 to 9999999"
    case .notASubdomain:
      "the server is the first part of its name alone, letters, digits and hyphens: online"
    case .notTextOrNumbers: "the reference holds something other than text and numbers"
    }
  }
}
