internal import JSONText
internal import SQLiteStore

/// One transaction in which objects are put in or taken out. Tags, users and groups come before what names them.
final class Seeding {
  /// Why an object cannot be stored.
  struct Fault: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }

  let service: InboxService
  let database: Database
  let messages: MessageSeeding

  init(_ service: InboxService, _ database: Database) throws {
    self.service = service
    self.database = database
    messages = try MessageSeeding(service, database)
  }

  func put(_ kind: InboxSeed.Kind, _ object: JSONValue) throws {
    switch kind {
    case .persons: _ = try putPerson(object)
    case .chats: try putChat(object)
    case .messages: try putMessage(object)
    case .chatTaggings: try putTagging(object, .chats)
    case .messageTaggings: try putTagging(object, .messages)
    case .chatTaggingEvents: try putEvent(object, .chatTagging)
    case .messageTaggingEvents: try putEvent(object, .messageTagging)
    case .chatAssignmentEvents: try putEvent(object, .chatAssignment)
    case .businessProfile: try database.put(.businessProfile, object.text)
    case .profileAbout: try database.put(.profileAbout, object.text)
    default:
      guard let list = kind.list else { preconditionFailure("\(kind) is no list") }
      try database.put(object, into: list)
    }
  }

  /// To be called before the transaction ends: counts are written once.
  func finish() throws { try messages.finish() }

  func remove(_ kind: InboxSeed.Kind, _ key: String) throws -> Bool {
    switch kind {
    case .persons, .chats: return try removeChat(key)
    case .messages:
      let salt = service.store.salt
      let row = try database.message(key, salt: salt) ?? database.message(wabaID: key, salt: salt)
      guard let row else { return false }
      try messages.remove(row)
      try messages.finish()
      return true
    case .chatTaggings: return try remove(key, from: Tagging.chats.table, column: "id")
    case .messageTaggings: return try remove(key, from: Tagging.messages.table, column: "id")
    case .chatTaggingEvents: return try removeEvents(.chatTagging, ofChat: key)
    case .messageTaggingEvents: return try removeEvents(.messageTagging, ofChat: key)
    case .chatAssignmentEvents: return try removeEvents(.chatAssignment, ofChat: key)
    case .businessProfile: return try database.remove(.businessProfile)
    case .profileAbout: return try database.remove(.profileAbout)
    default:
      guard let list = kind.list else { preconditionFailure("\(kind) is no list") }
      return try remove(key, from: list.table, column: list.keyMember == nil ? "number" : "key")
    }
  }

  func remove(_ key: String, from table: String, column: String) throws -> Bool {
    let statement = try database.prepare("DELETE FROM \(table) WHERE \(column) = ?")
    if column == "key" {
      try statement.bind(key, at: 1)
    } else {
      try statement.bind(Int64(key), at: 1)
    }
    try statement.run()
    return database.changedRows > 0
  }
}

extension InboxSeed.Kind {
  /// nil for what is no plain list.
  var list: ObjectList? {
    switch self {
    case .users: .users
    case .groups: .groups
    case .tags: .tags
    case .savedResponses: .savedResponses
    case .templates: .templates
    case .webhooks: .webhooks
    case .wabaErrors: .wabaErrors
    case .whatsAppAccounts: .whatsAppAccounts
    case .contacts: .contacts
    case .blockedContacts: .blockedContacts
    default: nil
    }
  }
}

extension JSONValue {
  /// As it stands.
  var text: String { String(decoding: raw, as: UTF8.self) }

  /// The object without some members, and without blanks between the others.
  func text(without names: Set<String>) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.members(of: self, except: names)
    json.endObject()
    return json.bytes
  }

  /// The member that must be a text.
  func requiredString(_ name: String) throws(Seeding.Fault) -> String {
    guard let text = self[name]?.string else { throw .init("\(name) is no text") }
    return text
  }
}

extension Database {
  func put(_ setting: Setting, _ text: String) throws(StoreError) {
    let statement = try prepare("INSERT OR REPLACE INTO setting VALUES(?, ?)")
    try statement.bind(setting.rawValue, at: 1)
    try statement.bind(text, at: 2)
    try statement.run()
  }

  func remove(_ setting: Setting) throws(StoreError) -> Bool {
    let statement = try prepare("DELETE FROM setting WHERE key = ?")
    try statement.bind(setting.rawValue, at: 1)
    try statement.run()
    return changedRows > 0
  }

  /// In the place of the one with the same number or key.
  func put(_ object: JSONValue, into list: ObjectList) throws {
    let number = list.showsID ? object["id"]?.int : nil
    if list.showsID, number == nil { throw Seeding.Fault("id is no whole number") }
    let key = try list.keyMember.map { try object.requiredString($0) }
    let statement = try prepare(
      """
      INSERT INTO \(list.table)(number, key, object) VALUES(?, ?, ?) \
      ON CONFLICT DO UPDATE SET object = excluded.object
      """)
    try statement.bind(number, at: 1)
    try statement.bind(key, at: 2)
    try statement.bind(utf8: object.raw.span, at: 3)
    try statement.run()
  }
}
