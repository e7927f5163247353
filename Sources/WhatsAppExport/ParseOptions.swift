/// The order of day, month and year in a date.
package enum DateOrder: String, Sendable, CaseIterable {
  case dmy, mdy, ymd
}

/// How wall clock times become points in time.
package enum ZoneChoice: Sendable, Equatable {
  /// A name of the IANA time zone database, `Europe/London`.
  case iana(String)
  /// Minutes ahead of UTC, all the year round.
  case offset(minutes: Int)
}

/// What the user says of an export; nil is "find out".
package struct ParseOptions: Sendable, Equatable {
  /// BCP 47, `de-AT`.
  package var locale: String?
  package var zone: ZoneChoice?
  package var dateOrder: DateOrder?

  package init(locale: String? = nil, zone: ZoneChoice? = nil, dateOrder: DateOrder? = nil) {
    self.locale = locale
    self.zone = zone
    self.dateOrder = dateOrder
  }
}

/// What is known of the people in a chat. Never guessed.
package struct People: Sendable, Equatable {
  /// The names under which the exporting phone's owner writes; empty when not said.
  package var me: [String]
  /// The partner's number, digits only, when the user said it.
  package var partnerNumber: String?
  /// Digits-only numbers by the name as a chat shows it, from contact lists.
  package var numbers: [String: String]

  package init(me: [String] = [], partnerNumber: String? = nil, numbers: [String: String] = [:]) {
    self.me = me
    self.partnerNumber = partnerNumber
    self.numbers = numbers
  }
}
