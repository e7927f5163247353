/// Locales by name, and what they say of dates.
enum LocaleChoice {
  /// ICU's name of a BCP 47 tag.
  ///
  /// - Throws: `localeUnknown` for a malformed tag, and for a language or region that does not exist.
  static func resolve(_ tag: String) throws(ExportError) -> String {
    let hyphened = tag.replacing("_", with: "-")
    guard !hyphened.isEmpty, let locale = ICU.locale(fromTag: hyphened) else {
      throw .localeUnknown(name: tag)
    }
    let region = ICU.region(of: locale)
    guard ICU.hasLanguage(ICU.language(of: locale)),
      region.isEmpty || ICU.hasRegion(region) || region == "001" || region == "419"
        || region == "150"
    else { throw .localeUnknown(name: tag) }
    return locale
  }

  /// The order of ICU's short date of a locale in the Gregorian calendar.
  static func order(of locale: String) -> DateOrder? {
    row(of: locale)?.order
  }

  /// The shape of ICU's short date of a locale in a calendar; nil where it is not of three numbers.
  static func row(of locale: String, calendar: String = "gregorian") -> DateShape.Row? {
    ICU.pattern(.shortDate, of: "\(bare(locale))@calendar=\(calendar)").flatMap {
      DateShape.Row($0)
    }
  }

  /// The shapes of short dates that a phone of a locale may write: the locale's own, or, where CLDR knows the language
  /// not in that region, those of the language and of the region. An iPhone in German in the United States writes
  /// `3/27/22`, an Android phone `27.03.22`.
  static func rows(of locale: String, calendar: String) -> [DateShape.Row] {
    let own = row(of: locale, calendar: calendar)
    let region = ICU.region(of: locale)
    guard !region.isEmpty, !isKnown(ICU.maximized(bare(locale))) else {
      return [own].compactMap { $0 }
    }
    let spoken = ICU.maximized("und_" + region)
    return [own, row(of: spoken, calendar: calendar)].compactMap { $0 }
  }

  private static func bare(_ locale: String) -> String {
    locale.split(separator: "@").first.map(String.init) ?? locale
  }

  /// Whether CLDR has a locale with just these subtags, all of them given.
  private static func isKnown(_ maximized: String) -> Bool {
    ICU.locales(of: ICU.language(of: maximized)).contains { ICU.maximized($0) == maximized }
  }

  /// `language[-REGION]` of an ICU name, script and extensions left out.
  static func shortTag(_ locale: String) -> String {
    let region = ICU.region(of: locale)
    let language = ICU.language(of: locale)
    return region.isEmpty ? language : "\(language)-\(region)"
  }

  /// A `language[-REGION]` under which dates have that order: the language itself with the region that it most likely
  /// means, else with another one. Nil where no locale of the language has it.
  static func tag(ofLanguage tag: String, with order: DateOrder) -> String? {
    guard let locale = ICU.locale(fromTag: tag.replacing("_", with: "-")),
      ICU.hasLanguage(ICU.language(of: locale))
    else { return nil }
    if Self.order(of: locale) == order {
      return shortTag(ICU.region(of: locale).isEmpty ? ICU.maximized(locale) : locale)
    }
    guard ICU.region(of: locale).isEmpty else { return nil }
    let script = ICU.script(of: ICU.maximized(locale))
    let others = ICU.locales(of: ICU.language(of: locale))
    // Of English with the day first Britain's, with the year first South Africa's: those that every system has.
    let preferred = ["en_GB", "en_ZA"].filter(others.contains) + others.sorted()
    return preferred.first {
      ICU.region(of: $0).utf8.count == 2 && Self.order(of: $0) == order
        && ICU.script(of: ICU.maximized($0)) == script
    }.map(shortTag)
  }
}

extension ChatShape {
  /// The language code to name to a server that reads this chat's dates by it: `language[-REGION]`, such that the learned
  /// order holds under it.
  ///
  /// The given locale if it agrees, else the first of the chat's languages that some region writes in this order, the one
  /// that the dates suggest, and the given one's language in another region. Where nothing tells a language, English:
  /// every server reads it, and nothing but the order of the dates depends on it.
  ///
  /// - Parameters:
  ///   - languages: the surest first, as the marker table names them.
  ///   - given: BCP 47, what the user said.
  /// - Returns: nil where none agrees, and for calendars other than the Gregorian: there the text must be rewritten.
  package func deviceLanguageCode(languages: [String], given: String?) -> String? {
    guard calendar == "gregorian" else { return nil }
    let givenLocale = given.flatMap { try? LocaleChoice.resolve($0) }
    if let givenLocale, LocaleChoice.order(of: givenLocale) == dateOrder {
      return LocaleChoice.shortTag(givenLocale)
    }
    let suggested = localeEvidence == .given ? givenLocale.map(ICU.language) : locale
    let known = languages + [suggested].compactMap { $0 }
    for language in known {
      if let tag = LocaleChoice.tag(ofLanguage: language, with: dateOrder) { return tag }
    }
    // Words other than AM and PM would have suggested a locale.
    guard known.isEmpty, digits == "latn" else { return nil }
    return LocaleChoice.tag(ofLanguage: "en", with: dateOrder)
  }
}
