internal import JSONText
internal import SQLiteStore

/// Writes messages of the store as objects of the API, many of them in one read. What all messages of a chat have in
/// common is made once.
final class MessageWriter {
  /// Which lists a message's own object had, in the column `had`.
  enum Had {
    static let tags: Int64 = 1
    static let chatTags: Int64 = 2
  }

  private let salt: UInt64
  private let linkStart: [UInt8]
  private let one: Statement
  private let person: Statement
  private let tags: EmbeddedTags
  private let chatTags: EmbeddedTags
  private var partners: [Int64: ImportedMessage.Partner] = [:]
  /// Kept from one message to the next for its capacity.
  private var buffer: [UInt8] = []

  init(_ service: InboxService, _ database: Database) throws(StoreError) {
    salt = service.store.salt
    linkStart = Array("\(service.origin)\(InboxService.root)media/".utf8)
    one = try database.prepare(
      """
      SELECT m.chat, m.object, m.had, \(ImportedMessage.columns) \
      FROM message m LEFT JOIN media f ON f.id = m.media WHERE m.row = ?
      """)
    person = try database.prepare("SELECT \(PersonWriter.columns) FROM chat WHERE number = ?")
    tags = try EmbeddedTags(.messages, service, database)
    chatTags = try EmbeddedTags(.chats, service, database)
  }

  /// False when there is no such row.
  func write(_ row: Int64, into json: inout JSONWriter) throws -> Bool {
    try one.reset()
    try one.bind(row, at: 1)
    guard try one.step(), let chat = one.int(0) else { return false }
    if one.isNull(1) {
      try writeImported(row, chat: chat, into: &json)
    } else {
      one.withBytes(1) { json.raw($0) }
      let had = one.int(2) ?? 0
      if had & Had.chatTags != 0 {
        try chatTags.write(of: chat, named: "chat_tags", asLastMemberOf: &json)
      }
      if try had & Had.tags != 0 || tags.isTagged(row) {
        try tags.write(of: row, named: "tags", asLastMemberOf: &json)
      }
    }
    return true
  }

  private func writeImported(_ row: Int64, chat: Int64, into json: inout JSONWriter) throws {
    let message = ImportedMessage(
      id: UUIDText(salt: salt, row: row), partner: try partner(of: chat), linkStart: linkStart)
    var bytes: [UInt8] = []
    swap(&bytes, &buffer)
    bytes.removeAll(keepingCapacity: true)
    message.append(one, first: 3, to: &bytes)
    bytes.append(contentsOf: try tags.json(of: row))
    bytes.append(UInt8(ascii: "}"))
    json.raw(bytes.span)
    swap(&bytes, &buffer)
  }

  private func partner(of chat: Int64) throws -> ImportedMessage.Partner {
    if let known = partners[chat] { return known }
    try person.reset()
    try person.bind(chat, at: 1)
    guard try person.step() else { preconditionFailure("a message without its chat") }
    var contact = JSONWriter()
    try PersonWriter.write(person, into: &contact)
    var number = JSONWriter()
    person.withBytes(0) { number.string(utf8: $0) }
    let partner = ImportedMessage.Partner(number: number.bytes, contact: contact.bytes)
    partners[chat] = partner
    return partner
  }
}
