internal import JSONText
internal import SQLiteStore

/// Writes messages of the store as objects of the API.
enum MessageText {
  /// What `write` expects, in its order.
  static let columns = """
    m.row, m.time, m.from_us, m.type, m.text, m.media, m.file_name, f.sha256, f.mime_type, \
    \(PersonText.columns)
    """

  /// - Parameter row: an expression of our own that gives the message's row.
  static func joins(_ row: String) -> String {
    """
    JOIN message m ON m.row = \(row) JOIN chat c ON c.number = m.chat \
    LEFT JOIN media f ON f.id = m.media
    """
  }

  /// One message out of the current row.
  ///
  /// - Parameter first: where `columns` begin.
  static func write(
    _ row: borrowing Statement, _ service: InboxService, into json: inout JSONWriter,
    first: Int = 0
  ) {
    let id = UUIDText(salt: service.store.salt, row: row.int(first) ?? 0).text
    let fromUs = row.int(first + 2) == 1
    json.beginObject()
    json.key("id")
    json.string(id)
    json.key("waba_payload")
    writePayload(row, service, id: id, fromUs: fromUs, into: &json, first: first)
    json.key("waba_statuses")
    json.beginObject()
    for key in ["sent", "delivered", "read"] {
      json.key(key)
      json.null()
    }
    json.endObject()
    json.key("contact")
    PersonText.write(row, into: &json, first: first + 9)
    json.key("from_us")
    json.bool(fromUs)
    json.key("received")
    json.bool(true)
    json.key("sender")
    json.null()
    json.key("customer_wa_id")
    row.withBytes(first + 9) { json.string(utf8: $0) }
    json.key("context")
    json.null()
    json.key("tags")
    json.beginArray()
    json.endArray()
    json.endObject()
  }

  /// The part that follows WhatsApp's own format: times are text in what came in and numbers in what went out.
  private static func writePayload(
    _ row: borrowing Statement, _ service: InboxService, id: String, fromUs: Bool,
    into json: inout JSONWriter, first: Int
  ) {
    let time = row.int(first + 1) ?? 0
    json.beginObject()
    json.key("id")
    json.string("wamid." + id)
    json.key(fromUs ? "to" as StaticString : "from")
    row.withBytes(first + 9) { json.string(utf8: $0) }
    json.key("timestamp")
    if fromUs { json.number(time) } else { json.string(String(time)) }
    json.key("type")
    row.withBytes(first + 3) { json.string(utf8: $0) }
    if let type = row.string(first + 3) {
      json.key(type)
      json.beginObject()
      if row.isNull(first + 5) {
        json.key("body")
        row.withBytes(first + 4) { json.string(utf8: $0) }
      } else {
        writeMedia(row, service, into: &json, first: first)
      }
      json.endObject()
    }
    json.endObject()
  }

  private static func writeMedia(
    _ row: borrowing Statement, _ service: InboxService, into json: inout JSONWriter, first: Int
  ) {
    let id = row.string(first + 5) ?? ""
    json.key("id")
    json.string(id)
    json.key("mime_type")
    row.withBytes(first + 8) { json.string(utf8: $0) }
    json.key("sha256")
    row.withBytes(first + 7) { json.string(utf8: $0) }
    json.key("link")
    json.string(service.link(toMedia: id))
    if !row.isNull(first + 4) {
      json.key("caption")
      row.withBytes(first + 4) { json.string(utf8: $0) }
    }
    json.key("filename")
    row.withBytes(first + 6) { json.string(utf8: $0) }
  }
}
