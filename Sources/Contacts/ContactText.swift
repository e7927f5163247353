/// The text of a contact list, known to be UTF-8 or held for a card that says another encoding.
struct ContactText {
  let path: String
  let bytes: ArraySlice<UInt8>

  /// - Throws: `unreadable` for an empty file and for UTF-16.
  init(_ bytes: [UInt8], path: String) throws(ContactsError) {
    self.path = path
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .unreadable(path: path, line: 1, .notUTF8)
    }
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard self.bytes.contains(where: { !Self.isBlank($0) }) else {
      throw .unreadable(path: path, line: 1, .empty)
    }
  }

  /// Whether it begins as a vCard does.
  var isCards: Bool {
    let start = bytes.drop(while: Self.isBlank).prefix(12)
    return String(decoding: start, as: UTF8.self).uppercased().hasPrefix("BEGIN:VCARD")
  }

  func fault(_ fault: ContactsError.ListFault, line: Int) -> ContactsError {
    .unreadable(path: path, line: line, fault)
  }

  /// The text of some bytes.
  ///
  /// - Throws: `unreadable` with `notUTF8`.
  func text(_ bytes: some Collection<UInt8>, line: Int) throws(ContactsError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw fault(.notUTF8, line: line)
    }
    return text
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
