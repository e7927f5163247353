package import Files

/// What can be wrong with a phone number or a contact list. Never says the number itself.
package enum ContactsError: Error, Equatable, Sendable {
  /// A text is no phone number that could exist.
  case impossibleNumber(NumberFault)
  /// A default region that is not one of CLDR's two-letter codes.
  case unknownRegion(String)
  /// A contact list cannot be understood.
  case unreadable(path: String, line: Int, ListFault)
  case file(FilesError)

  /// Why a number is impossible.
  package enum NumberFault: Sendable, Hashable, CaseIterable {
    case hasLetters, notANumber, countryCodeMissing, countryCodeUnknown, tooShort, tooLong
    case wrongLength, areaCodeMissing, ambiguous
  }

  /// Why a list is unreadable.
  package enum ListFault: Sendable, Hashable, CaseIterable {
    case notUTF8, empty
    case cardInsideCard, cardNotBegun, cardNotEnded, noColon
    case quoteNotClosed, textAfterQuote, noColumns
  }

  /// The stable word for machines; nil where only the file itself failed.
  package var code: String? {
    switch self {
    case .impossibleNumber: "partner-number-impossible"
    case .unreadable: "contacts-unreadable"
    case .unknownRegion, .file: nil
    }
  }
}

extension ContactsError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .impossibleNumber(let fault):
      "the phone number is impossible: \(fault)"
    case .unknownRegion(let region):
      "\"\(region)\" is not a region; write two letters such as DE or IL"
    case .unreadable(let path, let line, let fault):
      "\(path):\(line): the contact list cannot be read: \(fault)"
    case .file(let error): error.description
    }
  }
}

extension ContactsError.NumberFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .hasLetters: "it has letters in it; write digits only"
    case .notANumber: "it is not a number; write it as +44 7700 900123"
    case .countryCodeMissing:
      "its country is not known; begin it with + and the country code, or set default_region"
    case .countryCodeUnknown: "no country has that country code; check its first digits"
    case .tooShort: "it is too short for its country; check that no digit is missing"
    case .tooLong: "it is too long for its country; check that no digit is doubled"
    case .wrongLength: "its country has no numbers of that length; check its digits"
    case .ambiguous:
      "it can be read as a national and as a whole number; begin it with + and the country code"
    case .areaCodeMissing: "its area code is missing; write the whole number"
    }
  }
}

extension ContactsError.ListFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notUTF8: "this is not UTF-8 text; save the list as UTF-8"
    case .empty: "there is nothing in it; export the contacts again"
    case .cardInsideCard: "a card begins before the one above has ended; add END:VCARD before it"
    case .cardNotBegun: "this stands outside of any card; add BEGIN:VCARD before it"
    case .cardNotEnded: "the card that begins here never ends; add END:VCARD"
    case .noColon:
      "there is no colon in it; write PROPERTY:VALUE, or begin a continued line with a space"
    case .quoteNotClosed: "the quotation mark that begins here is never closed"
    case .textAfterQuote: "text follows a closing quotation mark; double the marks inside of a cell"
    case .noColumns:
      "no columns for name and phone number were found; begin with a row such as name,phone"
    }
  }
}
