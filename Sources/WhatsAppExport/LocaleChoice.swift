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

  /// The shape of ICU's short date of a locale in the Gregorian calendar.
  static func row(of locale: String) -> DateShape.Row? {
    let bare = locale.split(separator: "@").first.map(String.init) ?? locale
    return ICU.pattern(.shortDate, of: bare + "@calendar=gregorian").flatMap {
      DateShape.Row($0)
    }
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
    let language = ICU.language(of: locale)
    let script = ICU.script(of: ICU.maximized(locale))
    let others = ICU.locales.filter {
      $0.hasPrefix(language + "_") && !ICU.region(of: $0).isEmpty
        && ICU.script(of: ICU.maximized($0)) == script && ICU.region(of: $0).utf8.count == 2
    }
    // Of English with the day first, Britain's is the one that every system has.
    let preferred = others.sorted { $0 == "en_GB" || $1 != "en_GB" && $0 < $1 }
    return preferred.first { Self.order(of: $0) == order }.map(shortTag)
  }
}

extension ChatShape {
  /// The language code to name to a server that reads this chat's dates by it: `language[-REGION]`, such that the learned
  /// order holds under it.
  ///
  /// The given locale if it agrees, else the language of the text's own words, else the first of `languages` that some
  /// region writes in this order, else what the dates suggest.
  ///
  /// - Parameters:
  ///   - languages: what else is known, such as the language of the text's name; as the marker table names them.
  ///   - given: BCP 47, what the user said.
  /// - Returns: nil where none agrees, and for calendars other than the Gregorian: there the text must be rewritten.
  package func deviceLanguageCode(languages: [String], given: String?) -> String? {
    guard calendar == "gregorian" else { return nil }
    if let given, let locale = try? LocaleChoice.resolve(given),
      LocaleChoice.order(of: locale) == dateOrder
    {
      return LocaleChoice.shortTag(locale)
    }
    let told = localeEvidence == .text ? locale : nil
    let suggested = localeEvidence == .dates ? locale : nil
    for language in [told].compactMap({ $0 }) + languages + [suggested].compactMap({ $0 }) {
      if let tag = LocaleChoice.tag(ofLanguage: language, with: dateOrder) { return tag }
    }
    return nil
  }
}
