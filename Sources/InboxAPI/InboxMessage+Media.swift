package import JSONText

extension InboxMessage {
  /// A file that belongs to a message.
  package struct Media: Sendable {
    /// `image`, `video`, …: what the message calls it.
    package let type: String
    let json: JSONValue

    /// The address that the server gives for it.
    package var link: String? { linkValue?.nonEmptyString }
    /// The address as it stands in the message.
    package var linkValue: JSONValue? { json["link"] ?? json["data_url"] }
    /// The server's id; nil where it names none.
    package var id: String? { json.idText }
    /// Whether the server has it.
    package var isThere: Bool { id != nil || link != nil }
    /// On the online platform the address ends with it.
    package var name: String? {
      json["filename"]?.nonEmptyString
        ?? json["data_url"]?.string.flatMap { Origin.lastName(in: $0) }
    }
    package var mimeType: String? { json["mime_type"]?.nonEmptyString }
    package var mayBeWebPage: Bool { WebPage.isMeant(name: name, mimeType: mimeType) }
    /// In bytes, where the message says it; the online platform does.
    package var size: Int64? { json["file_size"]?.int.flatMap { $0 > 0 ? $0 : nil } }
    package var caption: String? { json["caption"]?.nonEmptyString }
    /// 64 lower-case hexadecimal digits; servers write them so or in base64.
    package var sha256: String? { json["sha256"]?.string.flatMap { hexadecimalSHA256($0) } }
  }

  /// Every file that belongs to the message, its own one first; none for a text, whatever stands in it.
  package var attachments: [Media] { fields.attachments }
}

extension MessageFields {
  var attachments: [InboxMessage.Media] {
    if isText { return [] }
    guard let media else { return allMedia }
    return [media] + allMedia.filter { $0.json.raw != media.json.raw }
  }
}
