internal import JSONText

/// What getWhatsApp lists.
package struct PartnerNumbers: Sendable, Equatable {
  /// How many conversations of each sort began this month; nil where the server does not say.
  package struct Counts: Sendable, Equatable {
    package var conversations: Int64?
    package var marketing: Int64?
    package var service: Int64?
    package var incoming: Int64?
  }

  /// How many numbers the server says there are.
  package var total: Int64?
  /// Of all numbers together.
  package var thisMonth: Counts
  package var list: [PartnerNumber]
  /// Places in the server's list, from 1 on, of entries that hold no number.
  package var unread: [Int] = []

  /// The entry of a number.
  ///
  /// - Parameter digits: without a plus.
  package func entry(of digits: String) -> PartnerNumber? { list.first { $0.digits == digits } }

  init(_ answer: JSONValue) throws(InboxConnection.Misfit) {
    total = answer["totalWhatsApp"]?.flexibleInt
    thisMonth = Counts(
      conversations: answer["totalConversationsThisMonth"]?.flexibleInt,
      marketing: answer["totalMarketingThisMonth"]?.flexibleInt,
      service: answer["totalServiceThisMonth"]?.flexibleInt,
      incoming: answer["totalIncomingThisMonth"]?.flexibleInt)
    let isEmpty = answer["list"]?.isNull ?? true
    guard let rows = answer["list"]?.array ?? (isEmpty && total == 0 ? [] : nil) else {
      throw InboxConnection.Misfit(reason: "it holds no list of numbers")
    }
    list = []
    for (index, row) in rows.enumerated() {
      if let number = PartnerNumber(row) {
        list.append(number)
      } else {
        unread.append(index + 1)
      }
    }
  }
}

/// One WhatsApp number of a partner. Its `apiKey`, which the server shows too, is left where it was.
package struct PartnerNumber: Sendable, Equatable {
  /// Where a connected number's inbox is.
  package struct Connection: Sendable, Equatable {
    package var account: Int64?
    package var inbox: Int64?
    /// The subdomain; nil where the server does not name it.
    package var server: String?
  }

  package enum State: Sendable, Equatable {
    /// A new inbox may use it.
    case free
    case connected(Connection)
    /// The server does not say whether an inbox has it (`isOnline`); and where that would be.
    case unclear(Connection)
  }

  /// As listed, but for a plus and blanks.
  package var digits: String
  package var displayName: String?
  package var businessName: String?
  /// POSIX seconds.
  package var created: Int64?
  package var state: State
  /// Whether the number is shared with the WhatsApp Business app.
  package var isCoexistence: Bool
  package var thisMonth: PartnerNumbers.Counts

  package var isFree: Bool { state == .free }

  /// nil for a number that is known to have no inbox, or not known to have one.
  package var connection: Connection? {
    if case .connected(let connection) = state { connection } else { nil }
  }

  /// What the server says of an inbox although it does not say whether the number has it.
  package var unclear: Connection? {
    if case .unclear(let connection) = state { connection } else { nil }
  }

  /// nil for an entry without a number.
  init?(_ row: JSONValue) {
    let number = row["whatsapp"]?.string ?? row["whatsapp"]?.int.map { String($0) }
    digits = (number ?? "").filter { $0 != "+" && $0 != " " }
    if digits.isEmpty { return nil }
    displayName = row["display_name"]?.string
    businessName = row["business_name"]?.string
    created = row["create_time"]?.flexibleInt
    let server = row["onlineServer"]?.string
    let connection = Connection(
      account: Self.id(row["onlineAccount"]), inbox: Self.id(row["onlineInbox"]),
      server: server?.isEmpty == true ? nil : server)
    state =
      switch row["isOnline"]?.flexibleFlag {
      case true?: .connected(connection)
      case false?: .free
      case nil: .unclear(connection)
      }
    isCoexistence = row["coexistence"]?.flexibleFlag ?? false
    thisMonth = PartnerNumbers.Counts(
      conversations: row["conversationsThisMonth"]?.flexibleInt,
      marketing: row["marketingThisMonth"]?.flexibleInt,
      service: row["serviceThisMonth"]?.flexibleInt,
      incoming: row["incomingThisMonth"]?.flexibleInt)
  }
}

extension PartnerNumber {
  /// The server writes 0 where there is none, or none yet.
  private static func id(_ value: JSONValue?) -> Int64? {
    value?.flexibleInt.flatMap { $0 > 0 ? $0 : nil }
  }
}

extension PartnerNumber.Connection {
  /// The server that an account is on where nobody names one.
  package static let usualServer = "online"

  package func isTo(account: Int64, inbox: Int64, server: String) -> Bool {
    isIn(account: account, server: server) && self.inbox == inbox
  }

  package func isIn(account: Int64, server: String) -> Bool {
    self.account == account && mayBeIn(account: account, server: server)
  }

  /// Whether what the server says by now does not speak against an account.
  func mayBeIn(account: Int64, server: String) -> Bool {
    (self.account ?? account) == account
      && (self.server ?? Self.usualServer).lowercased() == server.lowercased()
  }
}
