/// What was learned of a chat text's header lines before the first message is given out.
package struct ChatShape: Sendable, Equatable {
  package enum Platform: String, Sendable { case android, ios, unknown }
  package enum OrderEvidence: String, Sendable { case given, proved, locale, ambiguous }
  package enum LocaleEvidence: String, Sendable { case given, text, dates, none }
  package enum HourCycle: String, Sendable { case h12, h23 }

  package var platform: Platform
  /// BCP 47; nil when nothing told it.
  package var locale: String?
  package var localeEvidence: LocaleEvidence
  package var dateOrder: DateOrder
  package var dateOrderEvidence: OrderEvidence
  /// CLDR name, `gregorian`.
  package var calendar: String
  /// CLDR name, `latn`.
  package var digits: String
  package var hourCycle: HourCycle
  /// What decided the date order, in words for people.
  package var dateOrderReason: String
}
