internal import ChatImport
internal import ChatRecords
internal import Files
internal import InboxAPI
internal import InboxBackup
internal import WhatsAppExport

/// Writes a chat of a backup as a chat text in the canonical shape (docs/decisions/canonical-text.md), in UTC.
///
/// Memory: a block of the text, and the names of the chat's files.
final class ChatTextWriter {
  private static let blockSize = 256 << 10

  private let number: String
  private let names: ChatNames
  private let media: RestoreMedia
  private let text: TemporaryFile
  private var files: [AssembledExport.Medium] = []
  private var fileNames = FileNames()
  private var namedFiles: Set<String> = []
  private var record = MessageRecord()
  private var line = CanonicalLine()
  private var block: [UInt8] = []
  private(set) var tagged = TaggedMessages()

  init(_ number: String, _ names: ChatNames, _ media: RestoreMedia) throws(FilesError) {
    self.number = number
    self.names = names
    self.media = media
    text = try TemporaryFile(in: nil)
  }

  func append(_ message: InboxMessage) throws {
    guard message.fill(&record, chat: number, offsetMinutes: { _ in 0 }) else { return }
    let words = MessageWords.of(message, recordText: record.string(record.text))
    let attachments = message.attachments
    record.isEdited = false
    if record.direction == .unknown { record.direction = .incoming }
    let isSystem = record.direction == .system
    let author = record.direction == .outgoing ? names.ours : names.partner
    record.authorName = isSystem ? .null : record.store(author)
    let shown = words.map { MessageWords.shown($0, of: message) }
    record.text = shown.map { record.store($0) } ?? .null
    record.media = nil
    if let first = attachments.first, !isSystem { attach(first, message.kind) }
    try write()
    tagged.add(
      message, direction: record.direction, words: shown,
      body: line.bytes[line.bodyStart...])
    for medium in attachments.dropFirst() where !isSystem {
      record.text = .null
      attach(medium, MessageRecord.Kind(medium.type))
      try write()
    }
  }

  private func attach(_ medium: InboxMessage.Media, _ kind: MessageRecord.Kind) {
    guard let file = media.file(of: medium) else {
      record.kind = kind
      record.media = MessageRecord.Media(state: .omitted)
      return
    }
    let name = fileNames.name(
      for: file.sha256, given: medium.name, kind: kind, type: medium.mimeType ?? "",
      time: record.localTime.seconds)
    if namedFiles.insert(name).inserted {
      files.append(AssembledExport.Medium(name: name, path: file.path, size: file.size))
    }
    var shown = MessageRecord.Media(state: .present)
    shown.name = record.store(name)
    record.media = shown
  }

  private func write() throws {
    line.write(record)
    block += line.bytes
    if block.count >= Self.blockSize { try flush() }
  }

  private func flush() throws {
    try block.withUnsafeBytes { [text] in try text.append($0) }
    block.removeAll(keepingCapacity: true)
  }

  /// The whole chat, ready to be imported.
  func finish() throws -> AssembledExport {
    try flush()
    return AssembledExport(name: number, title: names.partner, text: text, media: files)
  }
}

extension MessageRecord.Kind {
  /// By the member of a payload that holds a file.
  fileprivate init(_ type: String) {
    self =
      switch type {
      case "image": .image
      case "video": .video
      case "audio": .audio
      case "voice": .voice
      case "sticker": .sticker
      case "document": .document
      default: .media
      }
  }
}
