import Files
import Testing

@testable import Contacts

@Suite struct ContactsErrorTests {
  static let texts: [(ContactsError, String)] = [
    (
      .impossibleNumber(.hasLetters),
      "the phone number is impossible: it has letters in it; write digits only"
    ),
    (
      .impossibleNumber(.notANumber),
      "the phone number is impossible: it is not a number; write it as +44 7700 900123"
    ),
    (
      .impossibleNumber(.countryCodeMissing),
      "the phone number is impossible: its country is not known; begin it with + and the country "
        + "code, or set default_region"
    ),
    (
      .impossibleNumber(.countryCodeUnknown),
      "the phone number is impossible: no country has that country code; check its first digits"
    ),
    (
      .impossibleNumber(.tooShort),
      "the phone number is impossible: it is too short for its country; check that no digit is "
        + "missing"
    ),
    (
      .impossibleNumber(.tooLong),
      "the phone number is impossible: it is too long for its country; check that no digit is "
        + "doubled"
    ),
    (
      .impossibleNumber(.wrongLength),
      "the phone number is impossible: its country has no numbers of that length; check its digits"
    ),
    (
      .impossibleNumber(.areaCodeMissing),
      "the phone number is impossible: its area code is missing; write the whole number"
    ),
    (
      .impossibleNumber(.ambiguous),
      "the phone number is impossible: it can be read as a national and as a whole number; begin it "
        + "with + and the country code"
    ),
    (
      .unknownRegion("Germany"),
      "\"Germany\" is not a region; write two letters such as DE or IL"
    ),
    (
      .unreadable(path: "c.vcf", line: 7, .notUTF8),
      "c.vcf:7: the contact list cannot be read: this is not UTF-8 text; save the list as UTF-8"
    ),
    (
      .unreadable(path: "c.vcf", line: 1, .empty),
      "c.vcf:1: the contact list cannot be read: there is nothing in it; export the contacts again"
    ),
    (
      .unreadable(path: "c.vcf", line: 7, .cardInsideCard),
      "c.vcf:7: the contact list cannot be read: a card begins before the one above has ended; add "
        + "END:VCARD before it"
    ),
    (
      .unreadable(path: "c.vcf", line: 7, .cardNotBegun),
      "c.vcf:7: the contact list cannot be read: this stands outside of any card; add BEGIN:VCARD "
        + "before it"
    ),
    (
      .unreadable(path: "c.vcf", line: 7, .cardNotEnded),
      "c.vcf:7: the contact list cannot be read: the card that begins here never ends; add END:VCARD"
    ),
    (
      .unreadable(path: "c.vcf", line: 7, .noColon),
      "c.vcf:7: the contact list cannot be read: there is no colon in it; write PROPERTY:VALUE, or "
        + "begin a continued line with a space"
    ),
    (
      .unreadable(path: "c.csv", line: 7, .quoteNotClosed),
      "c.csv:7: the contact list cannot be read: the quotation mark that begins here is never closed"
    ),
    (
      .unreadable(path: "c.csv", line: 7, .textAfterQuote),
      "c.csv:7: the contact list cannot be read: text follows a closing quotation mark; double the "
        + "marks inside of a cell"
    ),
    (
      .unreadable(path: "c.csv", line: 1, .noColumns),
      "c.csv:1: the contact list cannot be read: no columns for name and phone number were found; "
        + "begin with a row such as name,phone"
    ),
    (
      .file(.cannotOpen(path: "c", code: 2)),
      "cannot open c: No such file or directory; check the path"
    ),
  ]

  @Test(arguments: texts)
  func saysWhatWhereAndWhatToDo(error: ContactsError, text: String) {
    #expect(error.description == text)
  }

  @Test func hasTheStableWords() {
    #expect(ContactsError.impossibleNumber(.tooShort).code == "partner-number-impossible")
    #expect(ContactsError.unreadable(path: "", line: 1, .empty).code == "contacts-unreadable")
    #expect(ContactsError.unknownRegion("").code == nil)
  }

  @Test func saysWhichNumberWasLeftOut() {
    let skipped = ContactList.Skipped(path: "c.vcf", line: 4, fault: .hasLetters)
    #expect(
      skipped.description
        == "c.vcf:4: a phone number was left out: it has letters in it; write digits only")
  }
}
