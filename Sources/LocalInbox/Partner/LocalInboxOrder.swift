internal import JSONText

/// What createInbox was asked for, checked as its page has it.
struct LocalInboxOrder {
  /// The one server that the local platform is.
  static let onlyServer = "online"

  let name: String
  let number: String
  let account: Int64
  let server: String
  let reference: String?
  let importsHistory: Bool

  /// - Throws: `PartnerReply.Reason`.
  init(_ body: JSONValue) throws {
    guard body["inbox_type"]?.string == "whatsapp" else {
      throw PartnerReply.Reason.notUnderstood
    }
    guard let name = body["inbox_name"]?.string, Self.fits(name, 50) else {
      throw PartnerReply.Reason.notUnderstood
    }
    let number = body["whatsapp_number"]
    guard let digits = number?.string ?? number?.int.map({ String($0) }), Self.fits(digits, 20),
      digits.utf8.allSatisfy({ (48...57).contains($0) })
    else { throw PartnerReply.Reason.numberWrong }
    guard let account = body["account_id"]?.wholeNumber, (1...9_999_999).contains(account) else {
      throw PartnerReply.Reason.accountWrong
    }
    self.name = name
    self.number = digits
    self.account = account
    server = try Self.server(body["server"], isRequired: true)
    reference = body["reference"]?.string
    if let reference, !reference.isEmpty, !Self.fits(reference, 50) {
      throw PartnerReply.Reason.notUnderstood
    }
    importsHistory = body["import_history"]?.wholeNumber == 1
  }

  private static func fits(_ text: String, _ limit: Int) -> Bool {
    !text.isEmpty && text.unicodeScalars.count <= limit
  }

  /// - Throws: `PartnerReply.Reason.serverWrong`.
  static func server(_ value: JSONValue?, isRequired: Bool = false) throws -> String {
    guard let value, !value.isNull else {
      if isRequired { throw PartnerReply.Reason.serverWrong }
      return onlyServer
    }
    guard value.string == onlyServer else { throw PartnerReply.Reason.serverWrong }
    return onlyServer
  }
}

/// A number of the local partner.
struct LocalNumber: Equatable {
  struct Inbox: Equatable {
    let id: Int64
    let account: Int64
    let server: String
    let name: String
  }

  let digits: String
  let displayName: String
  let businessName: String
  /// POSIX seconds.
  let created: Int64
  let isCoexistence: Bool
  let inbox: Inbox?
}
