internal import CPhoneNumber

/// A telephone number as WhatsApp writes it: country code and number, digits only, no plus.
package struct PhoneNumber: Sendable, Hashable {
  /// `972501234567`.
  package let digits: String
  /// Whether its country gives out such numbers; where not, it is merely doubtful.
  package let isValid: Bool

  /// Reads a number as people and phones write it: with `+`, `00` or in the national way of `defaultRegion`; any kind of
  /// digits, spaces, dashes and direction marks.
  ///
  /// Without a region, digits without a plus are taken for a whole international number, as WhatsApp's own are. With one,
  /// they are that region's, unless they are no valid number there and are one internationally. Eleven and more bare digits
  /// that are valid both ways are refused: nobody is guessed.
  /// - Parameter defaultRegion: CLDR's two letters, `DE`.
  /// - Throws: `impossibleNumber`, `unknownRegion`.
  package init(parsing text: String, defaultRegion: String? = nil) throws(ContactsError) {
    let typed = try PhoneNumber.plainText(of: text)
    let region = try defaultRegion.map(PhoneNumber.knownRegion) ?? ""
    if typed.hasPrefix("+") {
      self = try PhoneNumber(plain: typed, region: region)
    } else if region.isEmpty {
      let isPrefixed = typed.hasPrefix("00")
      // No country code begins with 0: this is a national number.
      guard isPrefixed || !typed.hasPrefix("0") else {
        throw .impossibleNumber(.countryCodeMissing)
      }
      self = try PhoneNumber(
        plain: "+" + (isPrefixed ? typed.dropFirst(2) : typed[...]), region: "")
    } else {
      self = try PhoneNumber(withoutPlus: typed, region: region)
    }
  }

  /// Loads what libphonenumber knows of the world's numbers beside the caller, which takes some 15 ms.
  package static func prepare() {
    Task.detached { _ = try? PhoneNumber(plain: "+447700900142", region: "") }
  }

  /// A national number of the region, or a whole one whose plus was left out: the valid one of the two; the national one where
  /// neither is.
  private init(withoutPlus typed: String, region: String) throws(ContactsError) {
    let whole = try? PhoneNumber(plain: "+" + typed, region: "")
    let national: PhoneNumber
    do throws(ContactsError) {
      national = try PhoneNumber(plain: typed, region: region)
    } catch {
      guard let whole else { throw error }
      self = whole
      return
    }
    guard let whole, whole.isValid, whole.digits != national.digits else {
      self = national
      return
    }
    // Bare digits of that many are how WhatsApp writes a whole number, and some countries a national one.
    if national.isValid, typed.count >= 11, typed.utf8.allSatisfy({ (48...57).contains($0) }) {
      throw .impossibleNumber(.ambiguous)
    }
    self = national.isValid ? national : whole
  }

  /// For people: `+44 7700 900142`.
  package var international: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: phone_text_capacity) {
      guard let out = $0.baseAddress, phone_format_international("+" + digits, out) else {
        return "+" + digits
      }
      return String(cString: out)
    }
  }

  /// - Parameter plain: ASCII, with a plus where the country code stands in it.
  private init(plain: String, region: String) throws(ContactsError) {
    var isValid = false
    var digits = ""
    let verdict = withUnsafeTemporaryAllocation(
      of: CChar.self, capacity: phone_text_capacity
    ) { buffer -> phone_verdict in
      guard let e164 = buffer.baseAddress else { return phone_internal_error }
      let verdict = phone_parse(plain, region, e164, &isValid)
      if verdict == phone_possible { digits = String(String(cString: e164).dropFirst()) }
      return verdict
    }
    switch verdict {
    case phone_possible: break
    case phone_country_code_invalid:
      throw .impossibleNumber(plain.hasPrefix("+") ? .countryCodeUnknown : .countryCodeMissing)
    case phone_too_short: throw .impossibleNumber(.tooShort)
    case phone_too_long: throw .impossibleNumber(.tooLong)
    case phone_length_invalid: throw .impossibleNumber(.wrongLength)
    case phone_local_only: throw .impossibleNumber(.areaCodeMissing)
    default: throw .impossibleNumber(.notANumber)
    }
    // Mexico dropped the 1 of mobile numbers in 2019, WhatsApp did not: who writes it means it.
    let typed = plain.filter(\.isNumber)
    self.digits = digits.hasPrefix("52") && typed == "521" + digits.dropFirst(2) ? typed : digits
    self.isValid = isValid
  }
}

extension PhoneNumber {
  private static func knownRegion(_ region: String) throws(ContactsError) -> String {
    let capital = region.uppercased()
    guard capital.utf8.count == 2, phone_region_is_known(capital) else {
      throw .unknownRegion(region)
    }
    return capital
  }

  /// ASCII digits and punctuation, with the plus in front if there is one.
  private static func plainText(of text: String) throws(ContactsError) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .decimalNumber:
        guard let value = scalar.properties.numericValue else {
          throw .impossibleNumber(.notANumber)
        }
        plain += String(Int(value))
      case .format, .control, .nonspacingMark: continue
      case .spaceSeparator: if !plain.isEmpty { plain += " " }
      case .dashPunctuation: plain += "-"
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
        throw .impossibleNumber(.hasLetters)
      default:
        switch scalar {
        case "+", "\u{FF0B}":
          // Once, and before everything but an opening bracket.
          guard !plain.contains(where: { $0 == "+" || $0.isNumber }) else {
            throw .impossibleNumber(.notANumber)
          }
          plain = "+"
        case "(", ")", ".", "/", "\u{2212}":
          plain.unicodeScalars.append(scalar == "\u{2212}" ? "-" : scalar)
        default: throw .impossibleNumber(.notANumber)
        }
      }
    }
    guard let last = plain.lastIndex(where: \.isNumber) else {
      throw .impossibleNumber(.notANumber)
    }
    return String(plain[...last])
  }
}
