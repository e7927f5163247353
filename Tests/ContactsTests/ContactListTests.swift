import Files
import TestKit
import Testing

@testable import Contacts

@Suite struct ContactListTests {
  private func list(_ texts: String..., region: String? = nil) throws -> ContactList {
    var list = ContactList()
    for text in texts { try list.read(Array(text.utf8), from: "list", defaultRegion: region) }
    return list
  }

  private func digits(_ finding: ContactList.Finding) -> [String] {
    switch finding {
    case .unknown: []
    case .number(let number): [number.digits]
    case .ambiguous(let numbers): numbers.map(\.digits)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let name: String
    let digits: [String]

    init(_ what: String, _ text: String, _ name: String, _ digits: String...) {
      testDescription = what
      self.text = text
      self.name = name
      self.digits = digits
    }
  }

  static func card(_ lines: String..., version: String = "3.0") -> String {
    (["BEGIN:VCARD", "VERSION:\(version)"] + lines + ["END:VCARD", ""]).joined(separator: "\r\n")
  }

  static let cards = [
    Case(
      "3.0", card("N:Berg;Anna;;;", "FN:Anna Berg", "TEL;TYPE=CELL:+44 7700 900142"), "Anna Berg",
      "447700900142"),
    Case(
      "4.0 with an URI",
      card(
        "FN:Anna", "TEL;VALUE=uri;TYPE=\"voice,home\":tel:+44-7700-900142;ext=5",
        version: "4.0"), "Anna", "447700900142"),
    Case(
      "LF, CR and CRLF", "BEGIN:VCARD\nFN:Anna\rTEL:+447700900142\r\nEND:VCARD", "Anna",
      "447700900142"),
    Case(
      "a byte order mark", "\u{FEFF}" + card("FN:Anna", "TEL:+447700900142"), "Anna", "447700900142"
    ),
    Case(
      "blank lines", "\n\n" + card("", "FN:Anna", "  ", "TEL:+447700900142"), "Anna", "447700900142"
    ),
    Case(
      "small letters",
      "begin:vcard\nversion:3.0\nfn:Anna\ntel;type=cell:+447700900142\nend:vcard\n",
      "Anna", "447700900142"),
    Case(
      "folded lines", card("FN:Ann", " a Be", "\trg", "TEL;TYPE=", " CELL:+44 7700", "  900142"),
      "Anna Berg", "447700900142"),
    Case(
      "escapes", card(#"FN:Berg\, Anna\; \\ & Co\nLtd"#, "TEL:+447700900142"),
      #"Berg, Anna; \ & Co Ltd"#, "447700900142"),
    Case(
      "groups", card("item1.FN:Anna", "item2.TEL:+447700900142", "item2.X-ABLabel:_$!<Mobile>!$_"),
      "Anna", "447700900142"),
    Case(
      "no FN", card("N:Berg;Anna;Maria;Dr.;PhD", "TEL:+447700900142"), "Dr. Anna Maria Berg PhD",
      "447700900142"),
    Case(
      "an escaped semicolon in N", card(#"N:Berg\;Tal;Anna"#, "TEL:+447700900142"), "Anna Berg;Tal",
      "447700900142"),
    Case(
      "a company", card("N:;;;;", "ORG:Shop Ltd;Sales", "TEL:+447700900142"), "Shop Ltd",
      "447700900142"),
    Case("two names", card("FN:Anna", "FN:Anne", "TEL:+447700900142"), "Anne", "447700900142"),
    Case(
      "a colon in a parameter", card("FN:Anna", "TEL;X=\"a:b;c\":+447700900142"), "Anna",
      "447700900142"),
    Case(
      "WhatsApp's own number", card("FN:Anna", "item1.TEL;waid=447700900142:7700 900142"), "Anna",
      "447700900142"),
    Case(
      "a fax",
      card(
        "FN:Anna", "TEL;TYPE=WORK,FAX:+442079460958", "TEL;PAGER:+442079460959", "TEL:+447700900142"
      ), "Anna", "447700900142"),
    Case(
      "the same number twice", card("FN:Anna", "TEL:+447700900142", "TEL:+44 7700 900142"), "Anna",
      "447700900142"),
    Case(
      "two numbers", card("FN:Anna", "TEL;TYPE=HOME:+442079460958", "TEL;TYPE=CELL:+447700900142"),
      "Anna", "442079460958", "447700900142"),
    Case("no number", card("FN:Anna", "TEL:", "TEL: "), "Anna"),
    Case("somebody else", card("FN:Anna", "TEL:+447700900142"), "Bert"),
    Case(
      "2.1 in quoted-printable",
      card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;J=C3=B6rg=20=", "M=C3=BCller;;;",
        "TEL;CELL:+447700900142", version: "2.1"),
      "Jörg Müller", "447700900142"),
    Case(
      "a note with junk", card("FN:Anna", "NOTE:one", "two without the space", "TEL:+447700900142"),
      "Anna", "447700900142"),
    Case(
      "a picture",
      card(
        "FN:Anna", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg", " ABAQAAAQABAAD",
        "TEL:+447700900142"), "Anna", "447700900142"),
    Case(
      "the second card", card("FN:Anna", "TEL:+447700900142") + card("FN:Bert", "TEL:+12025550143"),
      "Bert", "12025550143"),
  ]

  @Test(arguments: cards)
  func readsCards(_ example: Case) throws {
    #expect(digits(try list(example.text).find(example.name)) == example.digits)
  }

  static let tables = [
    Case("simple", "name,phone\r\nAnna Berg,+44 7700 900142\r\n", "Anna Berg", "447700900142"),
    Case("no line break at the end", "name,phone\nAnna,+447700900142", "Anna", "447700900142"),
    Case("the other order", "Phone Number,Full Name\n+447700900142,Anna\n", "Anna", "447700900142"),
    Case(
      "semicolons", "Name;Telefon;Mobile\nBerg, Anna;;+447700900142\n", "Berg, Anna", "447700900142"
    ),
    Case("tabs", "Name\tPhone\nAnna, B;C\t+447700900142\n", "Anna, B;C", "447700900142"),
    Case("Excel's first line", "sep=;\nname;phone\nAnna;+447700900142\n", "Anna", "447700900142"),
    Case("a byte order mark", "\u{FEFF}name,phone\nAnna,+447700900142\n", "Anna", "447700900142"),
    Case(
      "quotes", "\"name\",\"phone\"\n\"Berg, \"\"Anna\"\"\",\"+447700900142\"\n", "Berg, \"Anna\"",
      "447700900142"),
    Case(
      "a line break in a cell", "name,note,phone\nAnna,\"a\r\nb\",+447700900142\n", "Anna",
      "447700900142"),
    Case("no header", "Anna,+447700900142\nBert,+12025550143\n", "Bert", "12025550143"),
    Case(
      "no header, number first", "+447700900142;Anna\n+12025550143;Bert\n", "Anna", "447700900142"),
    Case("a guarded cell", "name,phone\nAnna,'+447700900142\n", "Anna", "447700900142"),
    Case(
      "Google",
      "Name,Given Name,Additional Name,Family Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value\n"
        + "Anna Berg,Anna,,Berg,Mobile,+44 7700 900142,Home,\n", "Anna Berg", "447700900142"),
    Case(
      "Google, newer",
      "First Name,Middle Name,Last Name,Phonetic First Name,Organization Name,Phone 1 - Label,Phone 1 - Value\n"
        + "Anna,,Berg,,Shop,Mobile,+44 7700 900142 ::: +12025550143\n", "Anna Berg", "447700900142",
      "12025550143"),
    Case(
      "Outlook",
      "Title,First Name,Middle Name,Last Name,Suffix,Company,Business Fax,Business Phone,Home Phone,Mobile Phone\n"
        + "Dr.,Anna,,Berg,,Shop,+442079460958,,,+447700900142\n", "Dr. Anna Berg", "447700900142"),
    Case(
      "Outlook, a company",
      "First Name,Last Name,Company,Company Main Phone\n,,Shop Ltd,+442079460958\n",
      "Shop Ltd", "442079460958"),
    Case(
      "short rows and blank ones", "name,phone\n\n,\nBert\nAnna,+447700900142\n", "Anna",
      "447700900142"),
    Case(
      "columns of no use", "name,phone type,phone\nAnna,mobile,+447700900142\n", "Anna",
      "447700900142"),
    Case("WhatsApp's ids", "name,wa_id\nAnna,447700900142\n", "Anna", "447700900142"),
  ]

  @Test(arguments: tables)
  func readsTables(_ example: Case) throws {
    #expect(digits(try list(example.text).find(example.name)) == example.digits)
  }

  static let unreadable: [(String, Int, ContactsError.ListFault)] = [
    ("", 1, .empty),
    ("\r\n \n", 1, .empty),
    ("BEGIN:VCARD\nFN:Anna\nBEGIN:VCARD\nEND:VCARD\n", 3, .cardInsideCard),
    ("BEGIN:VCARD\nFN:Anna\nEND:VCARD\n\nFN:Bert\n", 5, .cardNotBegun),
    ("BEGIN:VCARD\nFN:Anna\nEND:VCARD\nstray\n", 4, .cardNotBegun),
    ("BEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\r\nFN:A\r\n b\r\nTEL:+1\r\n", 3, .cardNotEnded),
    ("BEGIN:VCARD\nFN:An\n na\nTEL+447700900142\nEND:VCARD\n", 4, .noColon),
    ("BEGIN:VCARD\r\n\r\nFN:Anna\r\nTEL\r\nEND:VCARD\r\n", 4, .noColon),
    ("name,phone\nAnna,\"+44\nBert,+1\n", 2, .quoteNotClosed),
    ("name,phone\n\"a\r\nb\",1\nAnna,\"x\" y\n", 4, .textAfterQuote),
    ("first,second\nAnna,+447700900142\n", 1, .noColumns),
    ("\n\nAnna\nBert\n", 3, .noColumns),
    ("name,mail\nAnna,anna@example.com\n", 1, .noColumns),
  ]

  @Test(arguments: unreadable)
  func namesTheLineThatItCannotRead(text: String, line: Int, fault: ContactsError.ListFault) {
    #expect(throws: ContactsError.unreadable(path: "list", line: line, fault)) {
      try list(text)
    }
  }

  static let badBytes: [([UInt8], Int)] = [
    (Array("name,phone\nAnna,1\nJ".utf8) + [0xF6] + Array("rg,2\n".utf8), 3),
    (Array("BEGIN:VCARD\nFN:J".utf8) + [0xF6] + Array("rg\nEND:VCARD\n".utf8), 2),
    ([0xFF, 0xFE, 0x42, 0x00], 1),
    (Array("name,phone\nA\0,1\n".utf8), 2),
  ]

  @Test(arguments: badBytes)
  func namesTheLineThatIsNotUTF8(bytes: [UInt8], line: Int) {
    var list = ContactList()
    #expect(throws: ContactsError.unreadable(path: "list", line: line, .notUTF8)) {
      try list.read(bytes, from: "list", defaultRegion: nil)
    }
  }

  @Test func readsLatin1WhereACardSaysSo() throws {
    var list = ContactList()
    let card =
      Array(
        "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=F6rg\n".utf8)
      + Array("N;CHARSET=ISO-8859-1:M".utf8) + [0xFC]
      + Array("ller\nTEL;CELL:+447700900142\nEND:VCARD\n".utf8)
    try list.read(card, from: "list", defaultRegion: nil)
    #expect(digits(list.find("Jörg")) == ["447700900142"])
  }

  static let names: [(String, String)] = [
    ("Anna Berg", "Anna Berg"), ("Anna Berg", "\u{200E}Anna Berg\u{200F}"),
    ("Anna Berg", "\u{2068}Anna\u{A0}\u{202F} Berg\u{2069} "), ("Anna Berg", "anna BERG"),
    ("José Núñez", "Jose\u{301} Nu\u{301}n\u{303}ez"), ("ليلى حسن", "\u{202B}ليلى حسن\u{202C}"),
    ("Anna ❤\u{FE0F}", "Anna ❤"), ("ЖАННА", "жанна"),
  ]

  @Test(arguments: names)
  func findsNamesAsChatsShowThem(written: String, shown: String) throws {
    #expect(
      digits(try list("name,phone\n\(written),+447700900142\n").find(shown)) == ["447700900142"])
  }

  @Test func prefersTheNameLetterByLetter() throws {
    let list = try list("name,phone\nAnna,+447700900142\nANNA,+12025550143\n")
    #expect(digits(list.find("Anna")) == ["447700900142"])
    #expect(digits(list.find("ANNA")) == ["12025550143"])
    #expect(digits(list.find("anna")) == ["447700900142", "12025550143"])
  }

  @Test func joinsSeveralFiles() throws {
    let list = try list(
      Self.card("FN:Anna", "TEL:+447700900142") + Self.card("FN:Carl", "TEL:+447700900143"),
      "name,phone\nAnna,+447700900142\nBert,+12025550143\nCarl,+12025550144\n")
    #expect(digits(list.find("Anna")) == ["447700900142"])
    #expect(digits(list.find("Bert")) == ["12025550143"])
    #expect(digits(list.find("Carl")) == ["447700900143", "12025550144"])
    #expect(list.count == 3)
    #expect(list.digitsByName == ["Anna": "447700900142", "Bert": "12025550143"])
  }

  @Test func takesTheRegionForNationalNumbers() throws {
    #expect(
      digits(try list("name,phone\nAnna,07700 900142\n", region: "GB").find("Anna")) == [
        "447700900142"
      ])
    #expect(throws: ContactsError.unknownRegion("XX")) {
      try list("name,phone\nAnna,07700 900142\n", region: "XX")
    }
  }

  @Test func leavesOutImpossibleNumbersByLine() throws {
    let list = try list(
      "BEGIN:VCARD\nFN:Anna\nTEL:*123#\nTEL:07700 900142\nTEL:+44 7700 900142\nEND:VCARD\n",
      "name,phone\n\"a\nb\",+12025550143\nBert,call me\n")
    #expect(
      list.skipped == [
        .init(path: "list", line: 3, fault: .notANumber),
        .init(path: "list", line: 4, fault: .countryCodeMissing),
        .init(path: "list", line: 4, fault: .hasLetters),
      ])
    #expect(digits(list.find("Anna")) == ["447700900142"])
    #expect(list.find("Bert") == .unknown)
  }

  @Test func takesNothingOfAFileThatItCannotRead() throws {
    var list = ContactList()
    let text = "BEGIN:VCARD\nFN:Anna\nTEL:+447700900142\nEND:VCARD\nBEGIN:VCARD\n"
    #expect(throws: ContactsError.self) {
      try list.read(Array(text.utf8), from: "list", defaultRegion: nil)
    }
    #expect(list.count == 0)
  }

  @Test func readsFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("name,phone\nAnna,+447700900142\n", to: "a.vcf")
    var list = ContactList()
    try list.read(folder.file("a.vcf"), defaultRegion: nil)
    #expect(digits(list.find("Anna")) == ["447700900142"])
    #expect(throws: ContactsError.file(.cannotOpen(path: folder.file("no"), code: 2))) {
      try list.read(folder.file("no"), defaultRegion: nil)
    }
  }

  /// No input may trap, whatever was done to it.
  @Test(arguments: 0..<64 as Range<UInt64>)
  func survivesDamage(seed: UInt64) {
    var random = SplitMix64(state: seed)
    for example in Self.cards + Self.tables {
      var bytes = Array(example.text.utf8)
      for _ in 0..<3 {
        let at = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default:
          bytes.insert(contentsOf: "\n\";:=,".utf8.shuffled(using: &random).prefix(2), at: at)
        }
      }
      var list = ContactList()
      do { try list.read(bytes, from: "list", defaultRegion: "GB") } catch {
        #expect(list.count == 0)
      }
    }
  }
}
