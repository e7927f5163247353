import TestKit
import Testing

@testable import Contacts

@Suite struct PhoneNumberTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let region: String?
    let digits: String
    let isValid: Bool
    var testDescription: String { text + (region.map { " in \($0)" } ?? "") }

    init(_ text: String, _ region: String?, _ digits: String, isValid: Bool = true) {
      self.text = text
      self.region = region
      self.digits = digits
      self.isValid = isValid
    }
  }

  /// Numbers of ranges that are kept for examples (Ofcom, NANPA) where there are such ranges; the others are invented.
  /// libphonenumber holds Ofcom's mobile ones for not given out, which they are.
  static let cases = [
    Case("+44 7700 900142", nil, "447700900142", isValid: false),
    Case("+447700900142", nil, "447700900142", isValid: false),
    Case("447700900142", nil, "447700900142", isValid: false),
    Case("00447700900142", nil, "447700900142", isValid: false),
    Case("07700 900142", "GB", "447700900142", isValid: false),
    Case("07700 900142", "gb", "447700900142", isValid: false),
    Case("+44 (0)20 7946 0958", nil, "442079460958"),
    Case("020 7946 0958", "GB", "442079460958"),
    // What is no number of the region, but one of the world, is the latter.
    Case("447700900142", "US", "447700900142", isValid: false),
    Case("972 50-123-4567", "FR", "972501234567"),
    Case("4930 23125042", "DE", "493023125042"),
    Case("15012345678", "US", "15012345678"),
    // With separators it is a national number that people wrote.
    Case("150 1234 5678", "CN", "8615012345678"),
    Case("+1 (202) 555-0143", nil, "12025550143"),
    Case("202.555.0143", "US", "12025550143"),
    Case("\u{202A}+1 (202) 555‑0143\u{202C}", nil, "12025550143"),
    Case("+44\u{A0}7700\u{A0}900142", nil, "447700900142", isValid: false),
    Case("\u{200E}+44 7700\u{202F}900142\u{200F}", nil, "447700900142", isValid: false),
    Case("\u{2066}+972 50\u{2011}123\u{2011}4567\u{2069}", nil, "972501234567"),
    Case("+٩٧٢ ٥٠ ١٢٣ ٤٥٦٧", nil, "972501234567"),
    Case("+۹۷۲ ۵۰ ۱۲۳ ۴۵۶۷", nil, "972501234567"),
    Case("＋４４ ７７００ ９００１４２", nil, "447700900142", isValid: false),
    Case("050-123-4567", "IL", "972501234567"),
    Case("(+44) 7700 900142", nil, "447700900142", isValid: false),
    Case("+49 30 23125 042", nil, "493023125042"),
    Case("+54 9 11 2345 6789", nil, "5491123456789"),
    // WhatsApp kept the 1 of Mexican mobile numbers; who does not write it does not get it.
    Case("+52 1 55 1234 5678", nil, "5215512345678"),
    Case("+52 55 1234 5678", nil, "525512345678"),
    // Italy's leading zero belongs to the number.
    Case("+39 06 1234 5678", nil, "390612345678"),
    // Possible by its length, but given to nobody.
    Case("+1 202 055 0143", nil, "12020550143", isValid: false),
    Case("+972 50-000-0001", nil, "972500000001"),
  ]

  @Test(arguments: cases)
  func readsNumbersAsTheyAreWritten(_ example: Case) throws {
    let number = try PhoneNumber(parsing: example.text, defaultRegion: example.region)
    #expect(number.digits == example.digits)
    #expect(number.isValid == example.isValid)
  }

  static let impossible: [(String, String?, ContactsError.NumberFault)] = [
    ("", nil, .notANumber),
    ("   ", nil, .notANumber),
    ("+", nil, .notANumber),
    ("1-800-FLOWERS", "US", .hasLetters),
    ("+44 7700 900142 ext. 5", nil, .hasLetters),
    ("Anna", nil, .hasLetters),
    ("ليلى", nil, .hasLetters),
    ("+44 7700 900142 ☎", nil, .notANumber),
    ("++447700900142", nil, .notANumber),
    ("44+7700900142", nil, .notANumber),
    ("*123#", nil, .notANumber),
    ("07700 900142", nil, .countryCodeMissing),
    ("+999 1234 5678", nil, .countryCodeUnknown),
    ("+44 77", nil, .tooShort),
    ("+44 7700 900142 900142", nil, .tooLong),
    ("+44 7700 900142 900142 900142 900142", nil, .tooLong),
    ("+1 555 0143", nil, .areaCodeMissing),
    ("555-0143", "US", .areaCodeMissing),
    // Andorra has six, eight and nine digits.
    ("+376 312 3456", nil, .wrongLength),
    ("+1", nil, .notANumber),
    ("+43 1", nil, .tooShort),
    ("972501234567", "DE", .ambiguous),
    ("15012345678", "CN", .ambiguous),
  ]

  @Test(arguments: impossible)
  func refusesWhatCannotBeANumber(
    text: String, region: String?, fault: ContactsError.NumberFault
  ) {
    #expect(throws: ContactsError.impossibleNumber(fault)) {
      try PhoneNumber(parsing: text, defaultRegion: region)
    }
  }

  @Test(arguments: ["", "D", "Germany", "XX", "d€"])
  func refusesARegionThatIsNone(region: String) {
    #expect(throws: ContactsError.unknownRegion(region)) {
      try PhoneNumber(parsing: "07700 900142", defaultRegion: region)
    }
  }

  static let international = [
    ("+447700900142", "+44 7700 900142"), ("+12025550143", "+1 202-555-0143"),
    ("+972501234567", "+972 50-123-4567"),
  ]

  @Test(arguments: international)
  func isShownToPeopleInGroups(text: String, shown: String) throws {
    #expect(try PhoneNumber(parsing: text).international == shown)
  }

  /// Whatever is read is read again from its own digits.
  @Test(arguments: 0..<64 as Range<UInt64>)
  func isReadAgainFromItsDigits(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let text =
      "+"
      + (0..<Int.random(in: 1...18, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }.joined()
    guard let number = try? PhoneNumber(parsing: text) else { return }
    #expect(try PhoneNumber(parsing: "+" + number.digits) == number)
    #expect(number.digits.utf8.allSatisfy { (48...57).contains($0) })
  }
}
