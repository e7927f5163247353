internal import JSONText
internal import SQLiteStore

/// `/chat_tagging/` and `/message_tagging/`.
extension InboxService {
  func listTaggings(_ kind: Tagging, _ request: HTTPRequest) throws -> HTTPResponse {
    let page = ListPage(request)
    return try store.read { database in
      let total = try database.prepare("SELECT count(*) FROM \(kind.table)")
      let count = try total.step() ? total.int(0) ?? 0 : 0
      let pairs = try kind.pairs(page, in: database)
      return try .json(200) { json in
        try page.write(count: count, origin: origin, into: &json) { json in
          json.beginArray()
          for pair in pairs { try write(pair, of: kind, in: database, into: &json) }
          json.endArray()
        }
      }
    }
  }

  func retrieveTagging(_ kind: Tagging, _ id: String) throws -> HTTPResponse {
    try store.read { database in
      guard let pair = try Int64(id).flatMap({ try kind.pair($0, in: database) }) else {
        return .notFound
      }
      return try .json(200) { try write(pair, of: kind, in: database, into: &$0) }
    }
  }

  /// A pair that is there already is refused. Who tags a message tags its chat as well.
  func createTagging(_ kind: Tagging, _ fields: Fields) throws -> HTTPResponse {
    try store.write { database in
      let (tag, target, extra) = try order(kind, fields, in: database)
      if try kind.contains(tag: tag, target: target, in: database) {
        throw FieldErrors(
          "non_field_errors", "The fields tag, \(kind.member) must make a unique set.")
      }
      let pair = try kind.insert(tag: tag, target: target, extra: extra, in: database)
      try record(.added, pair, of: kind, in: database)
      if kind.isOfMessages, let chat = try database.chat(ofMessage: target),
        try !Tagging.chats.contains(tag: tag, target: chat, in: database)
      {
        let along = try Tagging.chats.insert(tag: tag, target: chat, extra: "null", in: database)
        try record(.added, along, of: .chats, in: database)
      }
      return try .json(201) { try write(pair, of: kind, in: database, into: &$0) }
    }
  }

  func deleteTagging(_ kind: Tagging, _ id: String) throws -> HTTPResponse {
    try store.write { database in
      guard let pair = try Int64(id).flatMap({ try kind.pair($0, in: database) }) else {
        return .notFound
      }
      try remove(pair, of: kind, in: database)
      return .noContent
    }
  }

  /// Takes a tag off everything, as its deletion does.
  func removeTaggings(withTag tag: Int64, in database: Database) throws {
    for kind in [Tagging.messages, .chats] {
      for pair in try kind.pairs(withTag: tag, in: database) {
        try remove(pair, of: kind, in: database)
      }
    }
  }

  private func remove(_ pair: Tagging.Pair, of kind: Tagging, in database: Database) throws {
    try record(.removed, pair, of: kind, in: database)
    try kind.delete(pair.id, in: database)
  }

  private func order(
    _ kind: Tagging, _ fields: Fields, in database: Database
  ) throws -> (tag: Int64, target: Int64, extra: String) {
    var errors = FieldErrors()
    let tag = fields.integer("tag", isRequired: true, &errors)
    if let tag, try database.object(tag, in: .tags) == nil {
      errors.add("tag", FieldErrors.noObject("\(tag)"))
    }
    let name = fields.text("\(kind.member)", &errors)
    let target = try name.flatMap {
      kind.isOfMessages
        ? try database.message(wabaID: $0, salt: store.salt) : try database.chat($0)
    }
    if let name, target == nil { errors.add("\(kind.member)", FieldErrors.noObject(name)) }
    let extra = fields["extra"]
    if let extra, !extra.isNull, !extra.isObject { errors.add("extra", "Value must be an object.") }
    guard errors.isEmpty, let tag, let target else { throw errors }
    return (tag, target, extra.map { String(decoding: $0.raw, as: UTF8.self) } ?? "null")
  }

  private func write(
    _ pair: Tagging.Pair, of kind: Tagging, in database: Database, into json: inout JSONWriter
  ) throws {
    json.beginObject()
    json.key("id")
    json.number(pair.id)
    json.key("tag")
    json.number(pair.tag)
    json.key(kind.member)
    json.string(try name(of: pair.target, kind, in: database))
    json.key("extra")
    json.json(pair.extra)
    json.endObject()
  }

  /// How the API names what is tagged: a number, or WhatsApp's id of a message.
  func name(of target: Int64, _ kind: Tagging, in database: Database) throws -> String {
    kind.isOfMessages
      ? try database.wabaID(ofMessage: target, salt: store.salt) : try database.waID(ofChat: target)
  }

  private func record(
    _ action: EventAction, _ pair: Tagging.Pair, of kind: Tagging, in database: Database
  ) throws {
    let name = try name(of: pair.target, kind, in: database)
    let chat = kind.isOfMessages ? try database.chat(ofMessage: pair.target) : pair.target
    guard let chat, let tag = try database.object(pair.tag, in: .tags) else {
      preconditionFailure("a tagging without its chat or tag")
    }
    var json = JSONWriter()
    json.beginObject()
    json.key("action")
    json.string(action.rawValue)
    json.key("tag")
    ObjectList.tags.write(tag, number: pair.tag, self, into: &json)
    json.key(kind.member)
    json.string(name)
    json.key("extra")
    json.json(pair.extra)
    json.endObject()
    try database.add(
      Event(
        kind: kind.event, chat: chat, message: kind.isOfMessages ? name : nil, object: json.bytes,
        doneBy: Self.owner))
  }
}

extension FieldErrors {
  /// The words for a reference to something that is not there.
  static func noObject(_ key: String) -> String {
    "Invalid pk \"\(key)\" - object does not exist."
  }
}

extension Database {
  func chat(ofMessage row: Int64) throws(StoreError) -> Int64? {
    let statement = try prepare("SELECT chat FROM message WHERE row = ?")
    try statement.bind(row, at: 1)
    return try statement.step() ? statement.int(0) : nil
  }

  func waID(ofChat number: Int64) throws(StoreError) -> String {
    let statement = try prepare("SELECT wa_id FROM chat WHERE number = ?")
    try statement.bind(number, at: 1)
    return try statement.step() ? statement.string(0) ?? "" : ""
  }

  func wabaID(ofMessage row: Int64, salt: UInt64) throws(StoreError) -> String {
    let statement = try prepare("SELECT waba_id FROM message WHERE row = ?")
    try statement.bind(row, at: 1)
    let own = try statement.step() ? statement.string(0) : nil
    return own ?? "wamid." + UUIDText(salt: salt, row: row).text
  }
}
