internal import Files
internal import InboxAPI
internal import JSONText

/// An unfinished generation and what it builds on.
struct Generation: Sendable {
  let number: Int
  let isFull: Bool
  let base: BackupBase
  let store: CrawlProgress
  private let plan: CrawlPlan
  /// When the run of the base began, in POSIX seconds; nil where there is none. Messages dated later than that say
  /// nothing of where the base ends.
  let baseBegun: Int64?
  /// Names of the files of chats that the base could not be given whole.
  private let unread: Set<String>
  /// How active each chat of the base was.
  private let activities: [String: UInt64]

  init(
    number: Int, isFull: Bool, base: BackupBase, store: CrawlProgress, plan: CrawlPlan
  ) throws {
    self.number = number
    self.isFull = isFull
    self.base = base
    self.store = store
    self.plan = plan
    baseBegun = base.manifest.flatMap { UTCTime.seconds($0.begun) }
    unread = base.manifest?.unreadChats ?? []
    var activities: [String: UInt64] = [:]
    if let file = base.file(.chats, "chats") {
      let lines = try JSONLines(base.folder.file(file.path))
      while let row = try lines.next() {
        if let id = plan.chat(row).number { activities[id] = plan.activity(of: row) }
      }
    }
    self.activities = activities
  }

  /// The chat's files of messages, those of this generation last.
  func parts(of chat: String) throws -> [BackupManifest.File] {
    let own = try store.files(of: chat).filter { $0.role == .messages || $0.role == .changes }
    return base.parts[chat, default: []] + own
  }

  /// The file of a chat's new messages.
  func messages(of chat: String) -> String {
    "\(BackupLayout.generation(number))/messages/\(BackupLayout.messages(of: chat))"
  }

  /// Whether the base could not be given all messages of the chat.
  func wasUnread(_ chat: String) -> Bool { unread.contains(BackupLayout.messages(of: chat)) }

  /// From when on statuses and edits are still waited for, POSIX seconds: by the newest message of all, not by a clock.
  func recentSince(_ lookBack: Int64) -> Int64 {
    let newest = base.parts.values.joined().compactMap(\.last).max()
    return newest.map { min($0, baseBegun ?? .max) - lookBack } ?? .min
  }

  /// Whether a listed chat is to be read: in a full run always, else where its row or its newest messages may have
  /// changed.
  func wants(_ chat: String, _ row: JSONValue, _ activity: UInt64, recent: Int64) -> Bool {
    guard !isFull, !wasUnread(chat), let before = activities[chat], before == activity,
      let hasMessages = plan.hasMessages(row)
    else { return true }
    guard let newest = base.parts[chat]?.compactMap(\.last).max() else { return hasMessages }
    return newest >= recent
  }
}
