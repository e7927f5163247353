internal import ChatRecords
internal import Files
internal import SQLiteStore
internal import WhatsAppExport

/// Brings the messages of one chat text into the store: all of them, or none.
///
/// The text is read twice: first for its authors, since only they tell who is the partner, then for its messages. The
/// write lock of the store is held for the second reading alone.
struct ChatImporter {
  let order: ImportOrder
  /// UTF-8, without a byte order mark.
  let text: [UInt8]
  private let service: InboxService

  init(_ order: ImportOrder, _ service: InboxService) {
    self.order = order
    self.service = service
    let bytes = Array(order.text.utf8)
    text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
  }

  /// - Returns: 201 with the chat.
  /// - Throws: `FieldErrors` for a text that cannot be imported, `StoreError`.
  func run() throws -> HTTPResponse {
    let partner = try findPartner()
    return try service.store.write { database in
      try insert(of: partner, into: database)
      return try service.chat(partner.waID, as: .chats, status: 201, in: database) ?? .notFound
    }
  }

  private func findPartner() throws(FieldErrors) -> ImportPartner {
    let reader = try makeReader()
    while try advance(reader) {}
    try checkIsImportable(reader)
    return try ImportPartner(
      order.participants, authors: reader.authors, ownNumber: service.settings.ownNumber)
  }

  private func insert(of partner: ImportPartner, into database: Database) throws {
    let chat = try database.chat(partner)
    let types = try database.mediaTypes(of: order.media.map(\.id))
    let statement = try database.prepare(
      """
      INSERT INTO message(chat, time, from_us, type, text, media, file_name, folded) \
      VALUES(?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let reader = try makeReader()
    var count: Int64 = 0
    var newest = Int64.min
    var spans = MessageSpans()
    while try advance(reader) {
      let message = message(of: reader.entry, partner, types)
      try statement.bind(chat, at: 1)
      try statement.bind(message.time, at: 2)
      try statement.bind(message.isFromUs ? 1 : 0, at: 3)
      try statement.bind(message.type, at: 4)
      try message.text.map { try statement.bind(utf8: $0.span, at: 5) }
        ?? statement.bind(nil as String?, at: 5)
      try statement.bind(message.mediaID, at: 6)
      try statement.bind(message.fileName, at: 7)
      try statement.bind(Self.folded(message.text, message.fileName), at: 8)
      try statement.run()
      count += 1
      newest = max(newest, message.time)
      spans.add(message.time)
    }
    try database.add(messages: count, newest: newest, to: chat)
    try spans.store(chat: chat, in: database)
  }

  private struct Message {
    let time: Int64
    let isFromUs: Bool
    let type: String
    let text: [UInt8]?
    let mediaID: String?
    let fileName: String?
  }

  /// A medium that was sent along is a media message with its caption; everything else is the words as printed.
  private func message(
    of entry: borrowing ChatEntry, _ partner: ImportPartner, _ types: [String: String]
  ) -> Message {
    let time = entry.record.localTime.seconds - Int64(order.utcOffsetMinutes) * 60
    let isSystem = entry.author == nil
    let isFromUs = !isSystem && entry.author != partner.author
    if let attachment = entry.attachment, !isSystem {
      let id = order.media[attachment.index].id
      let name = entry.record.string(entry.record.media?.name ?? .null)
      return Message(
        time: time, isFromUs: isFromUs, type: Self.type(of: entry.record.kind, types[id] ?? ""),
        text: Self.bytes(entry.record.text, of: entry.record), mediaID: id,
        fileName: name ?? attachment.name)
    }
    let words =
      entry.record.media == nil
      ? Self.bytes(entry.record.text, of: entry.record) ?? asPrinted(entry) : asPrinted(entry)
    return Message(
      time: time, isFromUs: isFromUs, type: isSystem ? "system" : "text", text: words,
      mediaID: nil, fileName: nil)
  }

  /// The body as it stands in the text, line breaks as `\n`.
  private func asPrinted(_ entry: borrowing ChatEntry) -> [UInt8] {
    let start = min(max(Int(entry.bodyStart), 0), text.count)
    let end = min(max(Int(entry.extent.upperBound), start), text.count)
    var words: [UInt8] = []
    words.reserveCapacity(end - start)
    for at in start..<end {
      let isPairOfBreaks = text[at] == 13 && at + 1 < text.count && text[at + 1] == 10
      if !isPairOfBreaks { words.append(text[at]) }
    }
    if words.last == 10 { words.removeLast() }
    return words
  }

  private static func bytes(_ field: MessageRecord.Field, of record: borrowing MessageRecord)
    -> [UInt8]?
  {
    field.isNull ? nil : Array(record.bytes[field.start..<field.start + field.count])
  }

  /// The API's word for a medium; where the text does not tell, its media type does.
  private static func type(of kind: MessageRecord.Kind, _ mimeType: String) -> String {
    switch kind {
    case .image: "image"
    case .video: "video"
    case .audio: "audio"
    case .voice: "voice"
    case .sticker: "sticker"
    case .document, .contact: "document"
    default:
      switch mimeType.prefix(while: { $0 != "/" }) {
      case "image": "image"
      case "video": "video"
      case "audio": "audio"
      default: "document"
      }
    }
  }

  /// What the search looks at where the database's own comparison, which knows ASCII only, would miss it.
  private static func folded(_ text: [UInt8]?, _ fileName: String?) -> String? {
    let isPlain =
      (text ?? []).allSatisfy { $0 < 128 } && (fileName ?? "").utf8.allSatisfy { $0 < 128 }
    if isPlain { return nil }
    return (String(decoding: text ?? [], as: UTF8.self) + "\n" + (fileName ?? "")).lowercased()
  }
}

extension Database {
  /// The chat's row, made where there is none; its name is the newest one that was sent, unless the person was put in
  /// whole.
  fileprivate func chat(_ partner: ImportPartner) throws(StoreError) -> Int64 {
    let statement = try prepare(
      """
      INSERT INTO chat(wa_id, name, folded) VALUES(?, ?, ?) \
      ON CONFLICT(wa_id) DO UPDATE SET is_chat = 1, \
      name = CASE WHEN person IS NULL THEN excluded.name ELSE name END, \
      folded = CASE WHEN person IS NULL THEN excluded.folded ELSE folded END \
      RETURNING number
      """)
    try statement.bind(partner.waID, at: 1)
    try statement.bind(partner.name, at: 2)
    try statement.bind("\(partner.name)\n\(partner.waID)".lowercased(), at: 3)
    guard try statement.step(), let number = statement.int(0) else {
      throw .failed(code: 0, message: "no row came back", doing: "INSERT INTO chat")
    }
    // The statement must come to its end before the transaction can.
    while try statement.step() {}
    return number
  }

  fileprivate func add(messages: Int64, newest: Int64, to chat: Int64) throws(StoreError) {
    let statement = try prepare(
      """
      UPDATE chat SET messages = messages + ?, last_time = max(ifnull(last_time, ?2), ?2) \
      WHERE number = ?
      """)
    try statement.bind(messages, at: 1)
    try statement.bind(newest, at: 2)
    try statement.bind(chat, at: 3)
    try statement.run()
  }

  fileprivate func mediaTypes(of ids: [String]) throws(StoreError) -> [String: String] {
    var types: [String: String] = [:]
    let statement = try prepare("SELECT mime_type FROM media WHERE id = ?")
    for id in ids {
      try statement.bind(id, at: 1)
      if try statement.step() { types[id] = statement.string(0) }
      try statement.reset()
    }
    return types
  }
}
