internal import Glibc
internal import JSONText
internal import SQLiteStore

/// Add Conversation on the local platform.
extension InboxService {
  private static let statuses = ["open", "resolved", "pending", "snoozed"]

  /// A conversation with the contact that `contact_id` or `source_id` names. Nobody of that number is known: a contact is
  /// made, as a first message would make it.
  func addConversation(_ account: String, _ fields: Fields) throws -> HTTPResponse {
    let status = fields["status"].map { $0.string ?? "" } ?? "open"
    guard Self.statuses.contains(status) else {
      return .error(422, "'\(status)' is not a valid status")
    }
    for name in ["custom_attributes", "additional_attributes"] {
      if let value = fields[name], !value.isObject, !value.isNull {
        return .error(422, "\(name) must be an object")
      }
    }
    return try store.write { database in
      guard let account = try database.onlineAccount(account),
        let inbox = fields["inbox_id"]?.wholeNumber,
        try database.onlineObject(.inboxes, account, id: inbox) != nil
      else { return .noResource }
      var people: [(name: String, object: JSONValue?)] = []
      for (name, kind, field) in [
        ("assignee", OnlineKind.agents, "assignee_id"), ("team", .teams, "team_id"),
      ] {
        guard let id = fields[field]?.wholeNumber else { continue }
        guard let object = try database.onlineObject(kind, account, id: id) else {
          return .noResource
        }
        people.append((name, object))
      }
      guard let sender = try sender(fields, account, database) else { return .noResource }
      let id = try database.nextOnlineID(.conversations, account)
      let now = Int64(time(nil))
      var json = JSONWriter()
      json.beginObject()
      json.key("meta")
      json.beginObject()
      json.key("sender")
      json.raw(sender.raw.span)
      json.key("channel")
      json.string("Channel::Whatsapp")
      for (name, object) in people {
        json.key(name)
        if let object { json.raw(object.raw.span) } else { json.null() }
      }
      json.key("hmac_verified")
      json.bool(false)
      json.endObject()
      for (name, number) in [("id", id), ("account_id", account), ("inbox_id", inbox)] {
        json.key(name)
        json.number(number)
      }
      for name in ["additional_attributes", "custom_attributes"] {
        json.key(name)
        if let value = fields[name], value.isObject {
          json.raw(value.raw.span)
        } else {
          json.beginObject()
          json.endObject()
        }
      }
      json.key("can_reply")
      json.bool(false)
      json.key("muted")
      json.bool(false)
      json.key("status")
      json.string(status)
      json.key("created_at")
      json.number(now)
      json.endObject()
      try database.putOnlineObject(
        .conversations, account, id: id, parent: 0, time: now, json.bytes)
      return .json(200) { $0.raw(json.bytes.span) }
    }
  }

  /// nil where `contact_id` names nobody, or neither it nor a source is given.
  private func sender(
    _ fields: Fields, _ account: Int64, _ database: Database
  ) throws -> JSONValue? {
    if let contact = fields["contact_id"], !contact.isNull {
      return try contact.wholeNumber.flatMap {
        try database.onlineObject(.contacts, account, id: $0)
      }
    }
    guard let source = fields["source_id"]?.string, !source.isEmpty else { return nil }
    let known = try database.onlineObjects(.contacts, account).first { row in
      let number = row.object["phone_number"]?.string?.filter(\.isNumber)
      return number == source || row.object["identifier"]?.string == source
    }
    if let known { return known.object }
    let isNumber = source.utf8.allSatisfy { (48...57).contains($0) }
    let id = try database.nextOnlineID(.contacts, account)
    var json = JSONWriter()
    json.beginObject()
    json.key("id")
    json.number(id)
    json.key("name")
    json.string(isNumber ? "+" + source : source)
    json.key("phone_number")
    json.stringOrNull(isNumber ? "+" + source : nil)
    json.key("identifier")
    json.stringOrNull(isNumber ? nil : source)
    json.endObject()
    try database.putOnlineObject(.contacts, account, id: id, parent: 0, time: 0, json.bytes)
    return try JSONValue(parsing: json.bytes)
  }
}

extension Database {
  /// An id that no object of the kind has in the account.
  func nextOnlineID(_ kind: OnlineKind, _ account: Int64) throws -> Int64 {
    let statement = try prepare(
      "SELECT coalesce(max(id), 0) + 1 FROM online_object WHERE account = ? AND kind = ?")
    try statement.bind(account, at: 1)
    try statement.bind(kind.rawValue, at: 2)
    return try statement.step() ? statement.int(0) ?? 1 : 1
  }

  /// Makes a new inbox known to the platform, with its account where that is new too.
  func addOnlineInbox(_ id: Int64, _ order: LocalInboxOrder) throws {
    if try onlineObject(.accounts, order.account, id: order.account) == nil {
      var json = JSONWriter()
      json.beginObject()
      json.key("id")
      json.number(order.account)
      json.key("name")
      json.string("Account \(order.account)")
      json.endObject()
      try putOnlineObject(
        .accounts, order.account, id: order.account, parent: 0, time: 0, json.bytes)
    }
    var json = JSONWriter()
    json.beginObject()
    json.key("id")
    json.number(id)
    json.key("name")
    json.string(order.name)
    json.key("channel_type")
    json.string("Channel::Whatsapp")
    json.key("phone_number")
    json.string("+" + order.number)
    json.endObject()
    try putOnlineObject(.inboxes, order.account, id: id, parent: 0, time: 0, json.bytes)
  }

  /// Takes an inbox off the platform with its conversations and their messages, and with the last one everything of its
  /// account.
  func eraseOnlineInbox(_ id: Int64, account: Int64) throws {
    for (conversation, object) in try onlineObjects(.conversations, account)
    where object["inbox_id"]?.wholeNumber == id {
      for message in try onlineObjects(.messages, account, of: conversation) {
        _ = try removeOnlineObject(.messages, account, id: message.id)
      }
      _ = try removeOnlineObject(.conversations, account, id: conversation)
    }
    for member in try onlineObjects(.inboxMembers, account, of: id) {
      _ = try removeOnlineObject(.inboxMembers, account, id: member.id)
    }
    _ = try removeOnlineObject(.inboxes, account, id: id)
    guard try onlineObjects(.inboxes, account).isEmpty else { return }
    let statement = try prepare("DELETE FROM online_object WHERE account = ?")
    try statement.bind(account, at: 1)
    try statement.run()
  }
}
