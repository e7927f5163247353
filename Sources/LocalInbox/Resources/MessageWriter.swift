internal import JSONText
internal import SQLiteStore

/// Writes messages of the store as objects of the API, many of them in one read.
///
/// What all messages of a chat have in common is made once; the rest is appended piece by piece, since whole inboxes
/// are read through here.
final class MessageWriter {
  /// Which lists a message's own object had, in the column `had`.
  enum Had {
    static let tags: Int64 = 1
    static let chatTags: Int64 = 2
  }

  /// Of one chat, as JSON.
  private struct Partner {
    let number: [UInt8]
    let contact: [UInt8]
  }

  private let salt: UInt64
  private let linkStart: [UInt8]
  private let one: Statement
  private let person: Statement
  private let tags: EmbeddedTags
  private let chatTags: EmbeddedTags
  private var partners: [Int64: Partner] = [:]
  private var buffer: [UInt8] = []

  init(_ service: InboxService, _ database: Database) throws(StoreError) {
    salt = service.store.salt
    linkStart = Array("\(service.origin)\(InboxService.root)media/".utf8)
    one = try database.prepare(
      """
      SELECT m.chat, m.time, m.from_us, m.type, m.text, m.media, m.file_name, f.sha256, \
      f.mime_type, m.object, m.had FROM message m LEFT JOIN media f ON f.id = m.media \
      WHERE m.row = ?
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
    if one.isNull(9) {
      let partner = try partner(of: chat)
      buffer.removeAll(keepingCapacity: true)
      appendImported(row, partner)
      json.raw(buffer.span)
      try tags.write(of: row, asLastMemberOf: &json)
    } else {
      one.withBytes(9) { json.raw($0) }
      let had = one.int(10) ?? 0
      if had & Had.chatTags != 0 {
        try chatTags.write(of: chat, named: "chat_tags", asLastMemberOf: &json)
      }
      if try had & Had.tags != 0 || tags.isTagged(row) {
        try tags.write(of: row, asLastMemberOf: &json)
      }
    }
    return true
  }

  private func partner(of chat: Int64) throws -> Partner {
    if let known = partners[chat] { return known }
    try person.reset()
    try person.bind(chat, at: 1)
    guard try person.step() else { preconditionFailure("a message without its chat") }
    var contact = JSONWriter()
    try PersonWriter.write(person, into: &contact)
    var number = JSONWriter()
    person.withBytes(0) { number.string(utf8: $0) }
    let partner = Partner(number: number.bytes, contact: contact.bytes)
    partners[chat] = partner
    return partner
  }

  /// Everything but the tags and what follows them.
  private func appendImported(_ row: Int64, _ partner: Partner) {
    let fromUs = one.int(2) == 1
    let id = UUIDText(salt: salt, row: row)
    append("{\"id\":\"")
    id.append(to: &buffer)
    append("\",\"waba_payload\":{\"id\":\"wamid.")
    id.append(to: &buffer)
    // WhatsApp's own format: times are text in what came in and numbers in what went out.
    append(fromUs ? "\",\"to\":" : "\",\"from\":")
    buffer.append(contentsOf: partner.number)
    append(fromUs ? ",\"timestamp\":" : ",\"timestamp\":\"")
    buffer.append(contentsOf: String(one.int(1) ?? 0).utf8)
    append(fromUs ? ",\"type\":" : "\",\"type\":")
    appendText(3)
    append(",")
    appendText(3)
    append(":{")
    if one.isNull(5) {
      append("\"body\":")
      appendText(4)
    } else {
      appendMedium()
    }
    append("}},\"waba_statuses\":{\"sent\":null,\"delivered\":null,\"read\":null},\"contact\":")
    buffer.append(contentsOf: partner.contact)
    append(fromUs ? ",\"from_us\":true" : ",\"from_us\":false")
    append(",\"received\":true,\"sender\":null,\"customer_wa_id\":")
    buffer.append(contentsOf: partner.number)
    append(",\"context\":null}")
  }

  private func appendMedium() {
    append("\"id\":")
    appendText(5)
    append(",\"mime_type\":")
    appendText(8)
    append(",\"sha256\":")
    appendText(7)
    append(",\"link\":\"")
    buffer.append(contentsOf: linkStart)
    one.withBytes(5) { $0.withUnsafeBufferPointer { buffer.append(contentsOf: $0) } }
    append("/\"")
    if !one.isNull(4) {
      append(",\"caption\":")
      appendText(4)
    }
    append(",\"filename\":")
    appendText(6)
  }

  private func append(_ text: StaticString) {
    text.withUTF8Buffer { buffer.append(contentsOf: $0) }
  }

  /// A column as a JSON string.
  private func appendText(_ column: Int) {
    append("\"")
    one.withBytes(column) { JSONWriter.escape($0, into: &buffer) }
    append("\"")
  }
}
