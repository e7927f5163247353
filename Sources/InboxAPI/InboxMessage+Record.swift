package import ChatRecords
internal import JSONText

/// A live inbox's message as a message record.
extension InboxMessage {
  /// Fills `record`, which is cleared first, with this message; `source` becomes the server's
  /// own bytes.
  ///
  /// - Parameters:
  ///   - chat: the partner's number, where the message does not say it.
  ///   - keepsRaw: whether the record is to hold the server's own object; without it the source says only what server it was.
  ///   - offsetMinutes: minutes ahead of UTC at a time in POSIX seconds.
  /// - Returns: false where the message has no time: then `record` is of no use but for `raw`.
  package func fill(
    _ record: inout MessageRecord, chat: String, keepsRaw: Bool = true,
    offsetMinutes: (Int64) -> Int32
  ) -> Bool {
    fields.fill(&record, chat: chat, keepsRaw: keepsRaw, offsetMinutes: offsetMinutes)
  }
}

extension MessageFields {
  /// Made for each kind of inbox, so that its fields are read without a detour.
  func fill(
    _ record: inout MessageRecord, chat: String, keepsRaw: Bool, offsetMinutes: (Int64) -> Int32
  ) -> Bool {
    record.clear()
    record.chat = record.store(customerID ?? .made(chat))
    record.id = record.store(id ?? .made(""))
    record.source = source(keepsRaw ? record.store(json.raw.span) : .null)
    record.direction = direction
    record.kind = kind
    record.authorName = record.store(authorName)
    record.authorNumber = record.store(authorNumber)
    record.text = record.unifyLineBreaks(of: record.store(text))
    record.media = isText ? nil : attachments.first.map { recordMedia($0, in: &record) }
    record.isEdited = isEdited
    record.isForwarded = isForwarded
    record.replyTo = record.store(repliedToID)
    record.status = status.map { times in
      var status = MessageRecord.Status()
      status.sent = times.sent
      status.delivered = times.delivered
      status.read = times.read
      return status
    }
    record.tags = tags.map { record.store($0) }
    guard let time = time else { return false }
    let offset = offsetMinutes(time)
    record.utcOffsetMinutes = offset
    record.localTime = MessageRecord.WallTime(seconds: time + Int64(offset) * 60, hasSeconds: true)
    return true
  }

  private func store(_ text: String?, in record: inout MessageRecord) -> MessageRecord.Field {
    text.map { record.store($0) } ?? .null
  }

  /// `present` as long as the server names a file to fetch.
  private func recordMedia(_ media: InboxMessage.Media, in record: inout MessageRecord)
    -> MessageRecord.Media
  {
    var result = MessageRecord.Media(state: media.id == nil ? .missing : .present)
    result.name = store(media.name, in: &record)
    result.mimeType = store(media.mimeType, in: &record)
    result.sha256 = store(media.sha256, in: &record)
    return result
  }
}
