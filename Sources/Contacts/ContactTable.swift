/// Finds names and numbers in a CSV file: the exports of Google and Outlook, and plain tables of name and phone.
struct ContactTable {
  /// Which columns hold what.
  struct Columns {
    /// The first column that is filled gives the name.
    var names: [Int] = []
    /// Put together where no column of `names` is filled.
    var nameParts: [Int] = []
    /// Where there is no other name.
    var organization: Int?
    var numbers: [Int] = []

    var isComplete: Bool { !(names.isEmpty && nameParts.isEmpty) && !numbers.isEmpty }
  }

  static func contacts(in text: ContactText) throws(ContactsError) -> [Contact] {
    var rows = try CSVRows(text).all()
    guard let head = rows.first else { throw text.fault(.empty, line: 1) }
    var columns = Columns(head: head.cells)
    if columns.isComplete {
      rows.removeFirst()
    } else {
      columns = Columns(guessedFrom: head.cells)
      guard columns.isComplete else { throw text.fault(.noColumns, line: head.line) }
    }
    return rows.map { columns.contact(of: $0) }
  }
}

extension ContactTable.Columns {
  private static let fullNames: Set = [
    "name", "full name", "display name", "contact", "contact name", "file as", "formatted name",
    "fn", "names",
  ]
  private static let partNames = [
    ["title", "name prefix", "prefix"], ["first name", "given name", "first", "firstname"],
    ["middle name", "additional name", "middle"],
    ["last name", "family name", "surname", "last", "lastname"], ["suffix", "name suffix"],
  ]
  private static let organizations: Set = [
    "company", "organization", "organization name", "organisation", "organization 1 - name",
  ]
  private static let numberWords = [
    "phone", "mobile", "telephone", "whatsapp", "wa_id", "cell", "handy", "telefon", "msisdn",
  ]
  private static let numberNames: Set = ["tel", "number", "tel.", "telefono", "teléfono"]
  /// Words of columns that speak about a number without being one that a messenger reaches.
  private static let otherWords = ["type", "label", "fax", "pager", "tty", "yomi", "phonetic"]

  /// From a header row.
  init(head: [String]) {
    let titles = head.map { ContactName.folded($0).lowercased() }
    names = titles.indices.filter { Self.fullNames.contains(titles[$0]) }
    nameParts = Self.partNames.compactMap { known in titles.firstIndex(where: known.contains) }
    organization = titles.firstIndex(where: Self.organizations.contains)
    numbers = titles.indices.filter { position in
      let title = titles[position]
      return !names.contains(position) && !Self.otherWords.contains(where: title.contains)
        && (Self.numberNames.contains(title) || Self.numberWords.contains(where: title.contains))
    }
    // A title alone names nobody.
    if nameParts.allSatisfy({ Self.partNames[0].contains(titles[$0]) }) { nameParts = [] }
  }

  /// From a first row of data, of a table without a header: exactly one cell is a number, and the first other one that is
  /// filled is the name.
  init(guessedFrom row: [String]) {
    let filled = row.indices.filter { !ContactName.folded(row[$0]).isEmpty }
    let phones = filled.filter { (try? PhoneNumber(parsing: row[$0], defaultRegion: "US")) != nil }
    guard phones.count == 1, let name = filled.first(where: { !phones.contains($0) }) else {
      return
    }
    names = [name]
    numbers = phones
  }

  func contact(of row: CSVRows.Row) -> Contact {
    func cell(_ position: Int) -> String { position < row.cells.count ? row.cells[position] : "" }
    func isFilled(_ text: String) -> Bool { !ContactName.folded(text).isEmpty }
    var contact = Contact()
    let composed = nameParts.map(cell).filter(isFilled).joined(separator: " ")
    let candidates = names.map(cell) + [composed] + (organization.map { [cell($0)] } ?? [])
    if let name = candidates.first(where: isFilled) { contact.names = [name] }
    for position in numbers {
      // Google puts several numbers of one label into one cell, ` ::: ` between them.
      for part in cell(position).split(separator: ":") where isFilled(String(part)) {
        // An apostrophe keeps spreadsheets from taking +44 for a sum.
        let number = part.drop { $0 == " " || $0 == "'" }
        contact.numbers.append(Contact.Number(text: String(number), line: row.line))
      }
    }
    return contact
  }
}
