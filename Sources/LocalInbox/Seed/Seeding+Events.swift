internal import JSONText
internal import SQLiteStore

extension Seeding {
  func putTagging(_ object: JSONValue, _ kind: Tagging) throws {
    guard let tag = object["tag"]?.int, try database.object(tag, in: .tags) != nil else {
      throw Fault("tag names no tag that is there")
    }
    let name = try object.requiredString("\(kind.member)")
    let target =
      kind.isOfMessages
      ? try database.message(wabaID: name, salt: service.store.salt) : try database.chat(name)
    guard let target else { throw Fault("\(kind.member) names none that is there") }
    _ = try kind.insert(
      id: object["id"]?.int, tag: tag, target: target, extra: object["extra"]?.text ?? "null",
      in: database)
  }

  /// Kept as it is, users and all.
  func putEvent(_ object: JSONValue, _ kind: EventKind) throws {
    guard let time = object["timestamp"]?.wholeNumber else { throw Fault("timestamp is no number") }
    let message = kind == .messageTagging ? try object.requiredString("message") : nil
    let chat: Int64?
    if let message {
      let row = try database.message(wabaID: message, salt: service.store.salt)
      chat = try row.flatMap { try database.chat(ofMessage: $0) }
    } else {
      chat = try database.chat(
        object.requiredString(kind == .chatTagging ? "chat" : "wa_id"), isPersonEnough: true)
    }
    guard let chat else { throw Fault("it names no chat or message that is there") }
    try database.add(
      Event(kind: kind, chat: chat, message: message, time: time, object: Array(object.raw)))
  }

  func removeEvents(_ kind: EventKind, ofChat waID: String) throws -> Bool {
    let statement = try database.prepare(
      "DELETE FROM event WHERE kind = ? AND chat = (SELECT number FROM chat WHERE wa_id = ?)")
    try statement.bind(kind.rawValue, at: 1)
    try statement.bind(waID, at: 2)
    try statement.run()
    return database.changedRows > 0
  }
}
