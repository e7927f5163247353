internal import Files
internal import InboxAPI
internal import InboxBackup

/// A backup as a source of records.
@MainActor final class StoredInbox: InboxSource {
  private let reader: BackupReader
  private let media: MediaCatalogue
  /// The chat that is asked for next, or why it cannot be read.
  private var begun: (chat: InboxChat, records: Result<Merged, any Error>)?
  let origin: String
  let kind: InboxKind

  /// Takes the backup's lock, shared, until it is let go.
  ///
  /// - Throws: `FilesError.locked`, `BackupError`.
  init(_ path: String) async throws {
    reader = try await BackupReader(path)
    media = try MediaCatalogue(reader)
    origin = reader.manifest.inboxKey.server
    kind = reader.manifest.inboxKey.kind
  }

  func chats(_ request: ExportRequest) throws -> (chats: [InboxChat], numberless: Int) {
    var chats: [InboxChat] = []
    for chat in try reader.chats() {
      let number = chat.number ?? chat.name ?? chat.id
      if request.wants([number, chat.name]) {
        chats.append(InboxChat(number: number, title: chat.name ?? number, parts: chat.parts))
      }
    }
    return (chats, try reader.numberlessChats())
  }

  /// Compares every file that these chats need with what was written, media but for.
  ///
  /// - Throws: `BackupError.damaged`.
  func check(_ chats: [InboxChat], _ progress: ProgressDisplay) throws {
    let wanted = Set(chats.flatMap(\.parts))
    progress.began(
      Meter(
        phase: "checking", subject: FilePath.name(of: reader.folder.path),
        totalBytes: reader.size(ofChats: wanted)))
    try reader.check(chats: wanted) { count in
      try Interruption.shared.check()
      progress.advanced(bytes: count)
    }
    progress.ended()
  }

  /// What says that chats may be missing altogether.
  var doubts: [String] { reader.manifest.doubts.map(\.message) }

  /// Two chats are read at a time, since making records takes more than twice as long as writing them.
  func records(
    of chat: InboxChat, before next: InboxChat?, by maker: (InboxChat) throws -> RecordMaker
  ) throws -> any InboxRecords {
    let records =
      if let begun, begun.chat == chat {
        try begun.records.get()
      } else {
        try begin(chat, maker(chat))
      }
    begun = next.map { next in
      (chat: next, records: Result { try begin(next, maker(next)) })
    }
    return records
  }

  private func begin(_ chat: InboxChat, _ maker: RecordMaker) throws -> Merged {
    Merged(
      try reader.records(of: chat.parts, by: maker),
      count: chat.parts.reduce(0) { $0 + reader.count(of: $1) },
      isWhole: !chat.parts.contains(where: reader.isUnread))
  }

  private final class Merged: InboxRecords {
    private let records: RecordsAhead
    let count: Int
    let failure: FailedItem? = nil
    let gap: String?

    init(_ records: RecordsAhead, count: Int, isWhole: Bool) {
      self.records = records
      self.count = count
      gap =
        isWhole
        ? nil
        : "the backup lacks messages of the chat, which the inbox did not give; run `chatferry backup` again, then export"
    }

    func next() throws -> RecordBatch? { try records.next() }
    func give(back batch: RecordBatch) { records.give(back: batch) }
  }

  func key(of medium: InboxMessage.Media) -> String? {
    if case .stored(let sha256, _) = media[medium] { sha256.hex } else { nil }
  }

  func file(_ medium: InboxMessage.Media) throws -> InboxFile {
    switch media[medium] {
    case .stored(let sha256, _):
      do throws(FilesError) {
        return .bytes(try FileSource(reader.path(ofMedium: sha256)), sha256: sha256)
      } catch {
        guard error.isMissingFile else { throw error }
        return .lost("the backup's file is missing; run `chatferry verify`")
      }
    case .lost(let reason): return .lost("\(reason); ask the provider, then back it up again")
    case .elsewhere: return .elsewhere
    case .unnamed: return .unnamed
    }
  }
}
