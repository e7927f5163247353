internal import Files

/// Phone numbers by name, from any number of vCard and CSV files.
package struct ContactList: Sendable {
  /// What a name leads to.
  package enum Finding: Sendable, Equatable {
    case unknown
    case number(PhoneNumber)
    /// Several numbers bear that name; in the order of their files and lines.
    case ambiguous([PhoneNumber])
  }

  /// A number in a list that could not be used; its contact is there without it.
  package struct Skipped: Sendable, Equatable, CustomStringConvertible {
    package let path: String
    /// From 1.
    package let line: Int
    package let fault: ContactsError.NumberFault

    package var description: String { "\(path):\(line): a phone number was left out: \(fault)" }
  }

  /// No contact list that people keep is longer.
  static let limitInBytes = 64 << 20

  package private(set) var skipped: [Skipped] = []
  private var numbers: [String: [PhoneNumber]] = [:]
  private var numbersWithoutCase: [String: [PhoneNumber]] = [:]

  package init() {}

  /// How many names have a number.
  package var count: Int { numbers.count }

  /// Adds the contacts of a file: vCard 2.1, 3.0 or 4.0, or CSV; its content tells which.
  ///
  /// - Parameter defaultRegion: of numbers without a country code.
  /// - Throws: `unreadable`, `unknownRegion`, `file`; nothing of that file is taken then.
  package mutating func read(_ path: String, defaultRegion: String?) throws(ContactsError) {
    let bytes: [UInt8]
    do throws(FilesError) {
      bytes = try FileSource.contents(of: path, limit: Self.limitInBytes)
    } catch {
      throw .file(error)
    }
    try read(bytes, from: path, defaultRegion: defaultRegion)
  }

  /// - Parameter path: what errors call these bytes.
  mutating func read(
    _ bytes: [UInt8], from path: String, defaultRegion: String?
  ) throws(ContactsError) {
    let text = try ContactText(bytes, path: path)
    var changed = self
    for contact in try text.isCards
      ? CardReader.contacts(in: text) : ContactTable.contacts(in: text)
    {
      try changed.add(contact, from: path, defaultRegion: defaultRegion)
    }
    self = changed
  }

  private mutating func add(
    _ contact: Contact, from path: String, defaultRegion: String?
  ) throws(ContactsError) {
    for written in contact.numbers {
      do throws(ContactsError) {
        let number = try PhoneNumber(parsing: written.text, defaultRegion: defaultRegion)
        for name in contact.names { add(number, as: name) }
      } catch {
        guard case .impossibleNumber(let fault) = error else { throw error }
        skipped.append(Skipped(path: path, line: written.line, fault: fault))
      }
    }
  }

  private mutating func add(_ number: PhoneNumber, as name: String) {
    let folded = ContactName.folded(name)
    if folded.isEmpty { return }
    let withoutCase = ContactName.withoutCase(folded)
    if numbers[folded]?.contains(number) != true { numbers[folded, default: []].append(number) }
    if numbersWithoutCase[withoutCase]?.contains(number) != true {
      numbersWithoutCase[withoutCase, default: []].append(number)
    }
  }

  /// The number of a name as a chat shows it: letter by letter first, then without regard to capitals; direction marks,
  /// kinds of spaces and the composition of letters never count.
  package func find(_ name: String) -> Finding {
    let folded = ContactName.folded(name)
    let found =
      numbers[folded] ?? numbersWithoutCase[ContactName.withoutCase(folded)] ?? []
    return found.count > 1 ? .ambiguous(found) : found.first.map { .number($0) } ?? .unknown
  }

  /// Digits by folded name, for every name that is not ambiguous.
  package var digitsByName: [String: String] {
    numbers.compactMapValues { $0.count == 1 ? $0.first?.digits : nil }
  }
}
