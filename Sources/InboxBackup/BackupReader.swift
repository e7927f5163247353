internal import Files
package import InboxAPI
package import JSONText

/// Reads the last generation of a backup: chats, their messages with the oldest first, other kinds, and media.
///
/// Holds the folder's lock shared, and works where it can only be read. What was damaged since it was written is found
/// by `check` alone: who uses a backup's messages asks it before. Used by one thread at a time.
package final class BackupReader {
  package let manifest: BackupManifest
  package let folder: BackupFolder
  private let lock: FileLock
  let parts: [String: [BackupManifest.File]]
  private let gone: [String: Set<String>]
  private let plan: CrawlPlan
  private let unread: Set<String>
  private var learnedForm: MessageForm?

  /// - Throws: `FilesError.locked`, `BackupError`.
  package init(_ path: String) async throws {
    folder = BackupFolder(path)
    try folder.checkThatItIsOne()
    lock = try await FileLock.take(folder: path, .shared)
    guard let pointer = try folder.pointer() else {
      throw BackupError.notABackup(path: path, reason: "it holds no finished generation")
    }
    manifest = try folder.manifest(pointer.generation, sha256: pointer.manifest)
    plan = CrawlPlan.of(manifest.inboxKey.kind)
    unread = manifest.unreadChats
    var parts: [String: [BackupManifest.File]] = [:]
    for file in manifest.files where file.role == .messages || file.role == .changes {
      parts[file.subject, default: []].append(file)
    }
    self.parts = parts
    gone = try GoneMark.all(in: manifest, folder)
  }

  /// A chat that the backup has messages or a row of. All conversations of one contact of an online platform are one chat.
  package struct Chat: Sendable {
    package let id: String
    /// What the backup keeps its messages under; `messages` and `check` take these.
    package var parts: [String]
    /// The partner's number, where the inbox says it.
    package var number: String?
    /// The server's row; nil for a chat that it no longer lists.
    package let row: JSONValue?
    /// The name that the inbox showed.
    package var name: String?
    package let isGone: Bool
  }

  /// All chats, by their ids. Memory: one row of listChats for each.
  package func chats() throws -> [Chat] {
    var chats: [String: Chat] = [:]
    for id in parts.keys {
      chats[id] = Chat(
        id: id, parts: [id], number: plan.kind == .getChat ? id : nil, row: nil,
        isGone: gone[id]?.contains("") ?? false)
    }
    var firstOfPerson: [String: String] = [:]
    try forEachRow(of: "chats") { row in
      let chat = plan.chat(row)
      guard let id = chat.number else { return }
      chats[id] = Chat(
        id: id, parts: [id], number: chat.partner, row: row, name: chat.name, isGone: false)
      guard let person = chat.person else { return }
      guard let first = firstOfPerson[person], first != id else {
        firstOfPerson[person] = id
        return
      }
      chats[first]?.parts.append(id)
      chats[id] = nil
    }
    return chats.values.sorted { $0.id < $1.id }
  }

  /// How many rows of listChats have no id to ask for their messages with.
  package func numberlessChats() throws -> Int {
    var count = 0
    try forEachRow(of: "chats") { if plan.chat($0).number == nil { count += 1 } }
    return count
  }

  /// Whether the inbox did not give all messages of a chat when the generation was made.
  package func isUnread(_ chat: String) -> Bool { unread.contains(BackupLayout.messages(of: chat)) }

  /// Messages of one chat in their newest versions, the oldest first; those without a time come before all others.
  ///
  /// Memory: a block of each file of the chat that has come to its turn, what was picked out of it, and 48 bytes for every message that was
  /// changed after it was first kept.
  package func messages(of chat: String) throws -> MessageMerge { try messages(of: [chat]) }

  /// The same for a chat of several parts.
  package func messages(of chats: [String]) throws -> MessageMerge {
    try MessageMerge(
      chats.map { (files: parts[$0, default: []], gone: gone[$0, default: []]) }, in: folder,
      form())
  }

  /// Records of the same messages, made on a thread of its own.
  ///
  /// - Parameter maker: is that thread's alone until the last record was taken, or what is given here is gone.
  package func records(of chats: [String], by maker: RecordMaker) throws -> RecordsAhead {
    RecordsAhead(try messages(of: chats), by: maker)
  }

  /// How the messages are written: an online platform's own are looked at until one tells.
  private func form() throws -> MessageForm {
    if let learnedForm { return learnedForm }
    let form = try learn()
    learnedForm = form
    return form
  }

  private func learn() throws -> MessageForm {
    guard plan.kind == .online else { return plan.kind.form }
    for file in manifest.files where file.role == .messages {
      let lines = try JSONLines(folder.file(file.path))
      while let line = try lines.next() {
        let message = OnlineMessage(line)
        if let numbering = MessageNumbering(provedBy: message) { return .online(numbering) }
      }
    }
    return plan.kind.form
  }

  /// Calls `body` with every row of a kind (`chats`, `tags`, `webhooks`, …; docs/formats/backup.md lists them).
  package func forEachRow(of kind: String, _ body: (JSONValue) throws -> Void) throws {
    let file = manifest.files.last {
      ($0.role == .resource || $0.role == .chats) && $0.subject == kind
    }
    guard let file else { return }
    let lines = try JSONLines(folder.file(file.path))
    while let row = try lines.next() { try body(row) }
  }

  /// Calls `body` with every file that messages name, in no order; of one id the last counts.
  package func forEachMedium(_ body: (MediumRecord) throws -> Void) throws {
    for file in manifest.files where file.role == .media {
      let lines = try JSONLines(folder.file(file.path))
      while let line = try lines.next() { try body(MediumRecord(line)) }
    }
  }

  /// Where a stored file lies.
  package func path(of medium: MediumRecord) -> String? {
    medium.sha256.map { folder.file(BackupLayout.medium($0)) }
  }
}

extension GoneMark {
  /// Ids that are marked as gone, by chat; a whole chat under an empty id.
  static func all(in manifest: BackupManifest, _ folder: BackupFolder) throws -> [String: Set<
    String
  >] {
    var gone: [String: Set<String>] = [:]
    for file in manifest.files where file.role == .gone {
      let lines = try JSONLines(folder.file(file.path))
      while let line = try lines.next() {
        let mark = try GoneMark(line)
        if mark.isGone {
          gone[mark.chat, default: []].insert(mark.id ?? "")
        } else {
          gone[mark.chat]?.remove(mark.id ?? "")
        }
      }
    }
    return gone
  }
}
