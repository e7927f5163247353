internal import Glibc
internal import JSONText
internal import SQLiteStore

/// The partner's side of the local platform: numbers, and inboxes that they are connected to. The first inbox is the one that
/// `/api/v1/` speaks of.
extension InboxService {
  /// Every member that the page of getWhatsApp lists, and `onlineServer` for numbers that are connected.
  func getWhatsApp() throws -> HTTPResponse {
    let numbers = try store.read { try $0.partnerNumbers() }
    return PartnerReply.success { json in
      json.key("totalWhatsApp")
      json.number(Int64(numbers.count))
      // Nothing is sent or billed here.
      for sort in ["Conversations", "Marketing", "Service", "Incoming"] {
        json.key("total\(sort)ThisMonth")
        json.number(0)
      }
      json.key("list")
      json.beginArray()
      for number in numbers { write(number, into: &json) }
      json.endArray()
    }
  }

  private func write(_ number: LocalNumber, into json: inout JSONWriter) {
    json.beginObject()
    json.key("create_time")
    json.number(number.created)
    json.key("whatsapp")
    json.string(number.digits)
    json.key("apiKey")
    json.string("local-" + number.digits)
    json.key("display_name")
    json.string(number.displayName)
    json.key("business_name")
    json.string(number.businessName)
    json.key("isOnline")
    json.number(number.inbox == nil ? 0 : 1)
    json.key("onlineAccount")
    json.number(number.inbox?.account ?? 0)
    json.key("onlineInbox")
    json.number(number.inbox?.id ?? 0)
    if let server = number.inbox?.server {
      json.key("onlineServer")
      json.string(server)
    }
    json.key("coexistence")
    json.number(number.isCoexistence ? 1 : 0)
    for sort in ["conversations", "marketing", "service", "incoming"] {
      json.key("\(sort)ThisMonth")
      json.number(0)
    }
    json.endObject()
  }

  func createInbox(_ body: JSONValue) throws -> HTTPResponse {
    let order = try LocalInboxOrder(body)
    return try store.write { database in
      guard let number = try database.partnerNumbers().first(where: { $0.digits == order.number }),
        number.inbox == nil
      else { throw PartnerReply.Reason.numberWrong }
      if order.importsHistory, !number.isCoexistence { throw PartnerReply.Reason.notUnderstood }
      let id = try database.putPartnerInbox(order)
      try database.addOnlineInbox(id, order)
      return PartnerReply.success { json in
        json.key("account_id")
        json.number(order.account)
        json.key("inbox_id")
        json.number(id)
        json.key("server")
        json.string(order.server)
        json.key("whatsapp")
        json.string(order.number)
      }
    }
  }

  /// Everything of the inbox goes; of the first one that is all that `/api/v1/` knows.
  func deleteInbox(_ body: JSONValue) throws -> HTTPResponse {
    guard let account = body["accountID"]?.wholeNumber, account > 0 else {
      throw PartnerReply.Reason.accountWrong
    }
    let server = try LocalInboxOrder.server(body["server"])
    guard let id = body["inboxID"]?.wholeNumber else { throw PartnerReply.Reason.inboxWrong }
    let (digits, files) = try store.write { database in
      let numbers = try database.partnerNumbers()
      guard let number = numbers.first(where: { $0.inbox?.id == id }), let inbox = number.inbox
      else { throw PartnerReply.Reason.inboxWrong }
      guard inbox.account == account else { throw PartnerReply.Reason.accountWrong }
      guard inbox.server == server else { throw PartnerReply.Reason.serverWrong }
      let isFirst = numbers.compactMap { $0.inbox?.id }.min() == id
      let files = isFirst ? try database.eraseInbox() : []
      try database.eraseOnlineInbox(id, account: account)
      try database.removePartnerInbox(id)
      return (number.digits, files)
    }
    for file in files { unlink(media.path(of: file)) }
    return PartnerReply.success { json in
      json.key("accountID")
      json.number(account)
      json.key("server")
      json.string(server)
      json.key("inboxID")
      json.number(id)
      json.key("whatsapp_number")
      json.string(digits)
    }
  }

  /// The number of the inbox that `/api/v1/` speaks of, as far as anybody said which it is.
  func ownNumber(_ database: Database) throws -> String? {
    if let number = settings.ownNumber { return number }
    let connected = try database.partnerNumbers().filter { $0.inbox != nil }
    return connected.min { ($0.inbox?.id ?? 0) < ($1.inbox?.id ?? 0) }?.digits
  }
}
