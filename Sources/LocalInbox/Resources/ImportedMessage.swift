internal import JSONText
internal import SQLiteStore

/// The text of a message that an import brought, made out of its columns. Whole inboxes are read through here, so
/// it is put together out of pieces that are JSON already.
struct ImportedMessage {
  /// What stands in `row`, in this order.
  static let columns =
    "m.time, m.from_us, m.type, m.text, m.media, m.file_name, f.sha256, f.mime_type"

  /// Of one chat, as JSON.
  struct Partner {
    let number: [UInt8]
    let contact: [UInt8]
  }

  let id: UUIDText
  let partner: Partner
  /// What stands before a medium's id in its link.
  let linkStart: [UInt8]

  /// Appends the object up to its last members, `tags` and what closes it.
  ///
  /// - Parameter first: where `columns` begin.
  func append(_ row: borrowing Statement, first: Int, to json: inout [UInt8]) {
    let fromUs = row.int(first + 1) == 1
    json.append(#"{"id":""#)
    id.append(to: &json)
    json.append(#"","waba_payload":{"id":"wamid."#)
    id.append(to: &json)
    // WhatsApp's own format: times are text in what came in and numbers in what went out.
    json.append(fromUs ? #"","to":"# : #"","from":"#)
    json.append(contentsOf: partner.number)
    json.append(fromUs ? #","timestamp":"# : #","timestamp":""#)
    json.append(contentsOf: String(row.int(first) ?? 0).utf8)
    json.append(fromUs ? #","type":"# : #"","type":"#)
    json.append(text: row, first + 2)
    json.append(",")
    json.append(text: row, first + 2)
    json.append(":{")
    if row.isNull(first + 4) {
      json.append(#""body":"#)
      json.append(text: row, first + 3)
    } else {
      appendMedium(row, first: first, to: &json)
    }
    json.append(#"}},"waba_statuses":{"sent":null,"delivered":null,"read":null},"contact":"#)
    json.append(contentsOf: partner.contact)
    json.append(fromUs ? #","from_us":true"# : #","from_us":false"#)
    json.append(#","received":true,"sender":null,"customer_wa_id":"#)
    json.append(contentsOf: partner.number)
    json.append(#","context":null,"tags":"#)
  }

  private func appendMedium(_ row: borrowing Statement, first: Int, to json: inout [UInt8]) {
    json.append(#""id":"#)
    json.append(text: row, first + 4)
    json.append(#","mime_type":"#)
    json.append(text: row, first + 7)
    json.append(#","sha256":"#)
    json.append(text: row, first + 6)
    json.append(#","link":""#)
    json.append(contentsOf: linkStart)
    row.withBytes(first + 4) { $0.withUnsafeBufferPointer { json.append(contentsOf: $0) } }
    json.append(#"/""#)
    if !row.isNull(first + 3) {
      json.append(#","caption":"#)
      json.append(text: row, first + 3)
    }
    json.append(#","filename":"#)
    json.append(text: row, first + 5)
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// A column as a JSON string.
  fileprivate mutating func append(text row: borrowing Statement, _ column: Int) {
    append(UInt8(ascii: "\""))
    row.withBytes(column) { JSONWriter.escape($0, into: &self) }
    append(UInt8(ascii: "\""))
  }
}
