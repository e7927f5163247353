internal import Files
internal import InboxAPI
internal import JSONText
internal import SQLiteStore

/// Compares the items of one chat or kind as the inbox lists them with those of the backup. The ids stand on the disk.
struct ComparedSet {
  let store: CrawlProgress
  let ordinal: Int64
  private(set) var added = 0
  private(set) var changed = 0
  private(set) var count = 0

  init(_ store: CrawlProgress, ordinal: Int64) {
    self.store = store
    self.ordinal = ordinal
  }

  func expect(_ key: ItemKey, id: String, version: UInt64) throws {
    try store.know(key, id: id, version: version, in: ordinal, seen: false)
  }

  mutating func see(_ key: ItemKey, version: UInt64) throws {
    guard let old = try store.version(of: key, in: ordinal) else {
      added += 1
      return
    }
    if old != version { changed += 1 }
    try store.see(key, version: version, in: ordinal)
  }

  /// What differs, and the hash of the sorted ids; the ids are forgotten.
  ///
  /// - Parameter gone: of the chat's ids that the backup knows to be gone; an empty one stands for all of them.
  mutating func finish(gone: Set<String> = []) throws -> Difference {
    let statement = try store.database.prepare(
      "SELECT key, id, seen FROM known WHERE chat = ? ORDER BY key")
    try statement.bind(ordinal, at: 1)
    var hash = SHA256()
    var removed = 0
    let isAllGone = gone.contains("")
    while try statement.step() {
      let isGone = isAllGone || !gone.isEmpty && gone.contains(statement.string(1) ?? "")
      let isSeen = statement.int(2) == 1
      if !isSeen, !isGone { removed += 1 }
      // Listed again although it is marked as gone: to the mark it is new.
      if isSeen, isGone { added += 1 }
      guard isSeen || !isGone else { continue }
      count += 1
      statement.withBytes(0) { hash.update($0) }
    }
    try store.forgetKnown(of: ordinal)
    return Difference(
      added: added, changed: changed, removed: removed, count: count, ids: hash.finish())
  }

  struct Difference: Sendable, Equatable {
    var added = 0
    var changed = 0
    var removed = 0
    /// Whether the inbox did not list them all.
    var isUnread = false
    var count = 0
    var ids: SHA256.Digest

    var isNone: Bool { added + changed + removed == 0 && !isUnread }
  }
}
