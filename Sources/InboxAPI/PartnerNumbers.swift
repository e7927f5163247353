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
    for row in rows { list.append(try PartnerNumber(row)) }
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

  /// As listed, but for a plus and blanks.
  package var digits: String
  package var displayName: String?
  package var businessName: String?
  /// POSIX seconds.
  package var created: Int64?
  /// nil for a number that a new inbox may use.
  package var connection: Connection?
  /// Whether the number is shared with the WhatsApp Business app.
  package var isCoexistence: Bool
  package var thisMonth: PartnerNumbers.Counts

  package var isFree: Bool { connection == nil }

  init(_ row: JSONValue) throws(InboxConnection.Misfit) {
    let number = row["whatsapp"]?.string ?? row["whatsapp"]?.int.map { String($0) }
    let digits = (number ?? "").filter { $0 != "+" && $0 != " " }
    guard !digits.isEmpty else {
      throw InboxConnection.Misfit(reason: "it lists an entry without a number")
    }
    guard let isOnline = row["isOnline"]?.flexibleFlag else {
      throw InboxConnection.Misfit(
        reason: "it lists a number without saying whether an inbox has it (isOnline)")
    }
    self.digits = digits
    displayName = row["display_name"]?.string
    businessName = row["business_name"]?.string
    created = row["create_time"]?.flexibleInt
    let server = row["onlineServer"]?.string
    connection =
      isOnline
      ? Connection(
        account: row["onlineAccount"]?.flexibleInt, inbox: row["onlineInbox"]?.flexibleInt,
        server: server?.isEmpty == true ? nil : server) : nil
    isCoexistence = row["coexistence"]?.flexibleFlag ?? false
    thisMonth = PartnerNumbers.Counts(
      conversations: row["conversationsThisMonth"]?.flexibleInt,
      marketing: row["marketingThisMonth"]?.flexibleInt,
      service: row["serviceThisMonth"]?.flexibleInt,
      incoming: row["incomingThisMonth"]?.flexibleInt)
  }
}

extension PartnerNumber.Connection {
  /// The server that an account is on where nobody names one.
  package static let usualServer = "online"

  package func isTo(account: Int64, inbox: Int64, server: String) -> Bool {
    isIn(account: account, server: server) && self.inbox == inbox
  }

  package func isIn(account: Int64, server: String) -> Bool {
    self.account == account
      && (self.server ?? Self.usualServer).lowercased() == server.lowercased()
  }
}
