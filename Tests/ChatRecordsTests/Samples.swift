@testable import ChatRecords

/// A record as a test wants it, by plain values.
struct Sample {
  var chat = "972501234567"
  var id = "wx:0123456789abcdef"
  /// 2022-03-10T11:00:00 on the wall.
  var seconds: Int64 = 1_646_910_000
  var hasSeconds = false
  var offset: Int32? = 120
  var direction = MessageRecord.Direction.incoming
  var author: String? = "Anna"
  var number: String?
  var kind = MessageRecord.Kind.text
  var text: String? = "Hello"
  var edit: (inout MessageRecord) -> Void = { _ in }

  var record: MessageRecord {
    var record = MessageRecord()
    record.chat = record.store(chat)
    let file = record.store("_chat.txt")
    record.pin()
    record.id = record.store(id)
    record.localTime = .init(seconds: seconds, hasSeconds: hasSeconds)
    record.utcOffsetMinutes = offset
    record.direction = direction
    record.authorName = author.map { record.store($0) } ?? .null
    record.authorNumber = number.map { record.store($0) } ?? .null
    record.kind = kind
    record.text = text.map { record.store($0) } ?? .null
    record.source = .export(file: file, line: 7)
    edit(&record)
    return record
  }

  /// A file that is there and was copied.
  static func media(_ name: String = "IMG-1.jpg") -> (inout MessageRecord) -> Void {
    { record in
      var media = MessageRecord.Media(state: .present)
      media.name = record.store(name)
      media.mimeType = record.store("image/jpeg")
      media.size = 68
      media.sha256 = record.store(String(repeating: "ab", count: 32))
      media.path = record.store("media/abababababababab.jpg")
      record.media = media
    }
  }
}
