/// A key that a profile may have, and what its value must be.
struct ConfigurationKey: Sendable, Equatable {
  enum Sort: Sendable, Equatable {
    case text, texts, number, count

    /// In a message: “give …”.
    var words: String {
      switch self {
      case .text: "a text in quotes"
      case .texts: "a text in quotes, or a list of them"
      case .number: "a number above zero"
      case .count: "a whole number above zero"
      }
    }
  }

  let name: String
  let sort: Sort

  /// Keys of `[inbox.NAME]`.
  static let inbox: [ConfigurationKey] = [
    Self(name: "url", sort: .text), Self(name: "kind", sort: .text),
    Self(name: "token_file", sort: .text), Self(name: "locale", sort: .text),
    Self(name: "time_zone", sort: .text), Self(name: "utc_offset", sort: .text),
    Self(name: "date_order", sort: .text), Self(name: "me", sort: .texts),
    Self(name: "partner", sort: .text), Self(name: "contacts", sort: .texts),
    Self(name: "default_region", sort: .text), Self(name: "max_import_bytes", sort: .count),
    Self(name: "requests_per_second", sort: .number), Self(name: "jobs", sort: .count),
    Self(name: "account", sort: .count), Self(name: "inbox_id", sort: .count),
    Self(name: "import_profile", sort: .text), Self(name: "token_header", sort: .text),
  ]

  /// Keys of `[partner.NAME]`.
  static let partner: [ConfigurationKey] = [
    Self(name: "url", sort: .text), Self(name: "token_file", sort: .text),
  ]
}
