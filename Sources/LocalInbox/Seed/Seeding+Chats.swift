internal import JSONText
internal import SQLiteStore

extension Seeding {
  /// - Returns: the row.
  func putPerson(_ person: JSONValue) throws -> Int64 {
    let waID = try person.requiredString("wa_id")
    let name = person["waba_payload"]?["profile"]?["name"]?.string ?? ""
    let statement = try database.prepare(
      """
      INSERT INTO chat(wa_id, name, folded, last_time, person, is_chat) VALUES(?, ?, ?, ?, ?, 0) \
      ON CONFLICT(wa_id) DO UPDATE SET name = excluded.name, folded = excluded.folded, \
      last_time = CASE WHEN messages > 0 THEN last_time ELSE excluded.last_time END, \
      person = excluded.person
      """)
    try statement.bind(waID, at: 1)
    try statement.bind(name, at: 2)
    try statement.bind("\(name)\n\(waID)".lowercased(), at: 3)
    try statement.bind(person["last_message_timestamp"]?.wholeNumber, at: 4)
    try statement.bind(utf8: person.raw.span, at: 5)
    try statement.run()
    return try row(of: waID)
  }

  func putChat(_ chat: JSONValue) throws {
    let number: Int64
    if let contact = chat["contact"], contact.isObject {
      number = try putPerson(contact)
    } else {
      number = try putChat(named: chat.requiredString("wa_id"), contact: nil)
    }
    let statement = try database.prepare(
      """
      UPDATE chat SET is_chat = 1, object = ?, assigned_user = ?, assigned_group = ? \
      WHERE number = ?
      """)
    try statement.bind(utf8: chat.text(without: ChatWriter.ownMembers).span, at: 1)
    try statement.bind(putNamed(chat["assigned_to_user"], in: .users), at: 2)
    try statement.bind(putNamed(chat["assigned_group"], in: .groups), at: 3)
    try statement.bind(number, at: 4)
    try statement.run()
    if let tags = chat["tags"]?.array { try putTags(tags, of: number, .chats) }
  }

  func putMessage(_ message: JSONValue) throws {
    let payload = message["waba_payload"]
    let contact = message["contact"]
    // A number that is hidden leaves the id that WhatsApp gives in its place.
    let name =
      message["customer_wa_id"]?.string ?? contact?["wa_id"]?.string
      ?? payload?["from_user_id"]?.string
    guard let name else { throw Fault("customer_wa_id is no text") }
    let chat = try putChat(named: name, contact: contact)
    let row = try messages.put(message, chat: chat)
    if let tags = message["tags"]?.array { try putTags(tags, of: row, .messages) }
  }

  /// The chat's row, made where there is none; with the contact where nobody knew the person.
  private func putChat(named waID: String, contact: JSONValue?) throws -> Int64 {
    if let known = messages.chats[waID] { return known }
    if let contact, contact.isObject, contact["wa_id"]?.string == waID,
      try database.chat(waID, isPersonEnough: true) == nil
    {
      _ = try putPerson(contact)
    }
    let statement = try database.prepare(
      """
      INSERT INTO chat(wa_id, name, folded) VALUES(?1, '', lower(?1)) \
      ON CONFLICT(wa_id) DO UPDATE SET is_chat = 1
      """)
    try statement.bind(waID, at: 1)
    try statement.run()
    let number = try row(of: waID)
    messages.chats[waID] = number
    return number
  }

  private func row(of waID: String) throws -> Int64 {
    guard let row = try database.chat(waID, isPersonEnough: true) else {
      preconditionFailure("a chat that was just stored is gone")
    }
    return row
  }

  /// A user or a group inside another object: its number. Who is there already stays as is.
  private func putNamed(_ object: JSONValue?, in list: ObjectList) throws -> Int64? {
    guard let object, !object.isNull else { return nil }
    guard let number = object["id"]?.int else { throw Fault("an assignee has no id") }
    if try database.object(number, in: list) == nil { try database.put(object, into: list) }
    return number
  }

  /// Makes these the tags of a chat or a message, and no others.
  func putTags(_ tags: [JSONValue], of target: Int64, _ kind: Tagging) throws {
    let old = try database.prepare("DELETE FROM \(kind.table) WHERE target = ?")
    try old.bind(target, at: 1)
    try old.run()
    for tag in tags {
      guard let number = tag["id"]?.int else { throw Fault("a tag has no id") }
      if try database.object(number, in: .tags) == nil {
        try database.put(JSONValue(parsing: tag.text(without: ["tagging_id"])), into: .tags)
      }
      _ = try kind.insert(
        id: tag["tagging_id"]?.int, tag: number, target: target, extra: "null", in: database)
    }
  }

  func removeChat(_ waID: String) throws -> Bool {
    guard let chat = try database.chat(waID, isPersonEnough: true) else { return false }
    let spans = try database.prepare(
      """
      UPDATE message_span SET messages = messages - \
      (SELECT c.messages FROM message_span c WHERE c.chat = ?1 AND c.span = message_span.span) \
      WHERE chat = 0 AND span IN (SELECT span FROM message_span WHERE chat = ?1)
      """)
    try spans.bind(chat, at: 1)
    try spans.run()
    for sql in [
      "DELETE FROM message_span WHERE chat = ?", "DELETE FROM message WHERE chat = ?",
      "DELETE FROM chat WHERE number = ?",
    ] {
      let statement = try database.prepare(sql)
      try statement.bind(chat, at: 1)
      try statement.run()
    }
    return true
  }
}
