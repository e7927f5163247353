internal import Files
internal import InboxAPI
internal import SQLiteStore

/// What was begun and what was done in one inbox, so that a run can be taken up at any point.
///
/// Holds hashes, sizes, times and the server's ids; no text, no name, no phone number. Every change is on the disk
/// before the call returns, but for `finish(media:)`, which survives a kill and may be undone by a power cut:
/// the file is then uploaded once more, and nothing else happens.
final class ImportJournal {
  struct StoredReceipt: Sendable, Equatable {
    var receipt: MediaReceipt
    /// When the server gave it, POSIX seconds.
    var at: Int64
  }

  struct StoredPart: Sendable, Equatable {
    enum State: Int64, Sendable {
      /// About to be sent, or being sent when the run ended.
      case intent = 1
      /// The answer did not come.
      case lost
      case done
      case adopted
    }

    var number: Int64 = 0
    var offsetMinutes: Int32
    /// Rows of the plan.
    var rows: [Range<Int64>]
    var messages: Int
    var state: State
    /// When that state began, POSIX seconds; of a lost one, when it was lost.
    var at: Int64
    var fingerprint: String

    var isSettled: Bool { state != .intent && state != .lost }
  }

  private let database: Database
  /// For what a power cut may undo.
  private let quick: Database
  // Used for every file.
  private let selectMedia: Statement
  private let finishMedia: Statement

  /// - Parameter folder: made, with 0700, where there is none.
  init(folder: String) throws {
    try Folder.create(folder)
    database = try Database(path: folder + "/journal.sqlite")
    try database.migrate(Self.schema)
    var options = Database.Options()
    options.isFullySynchronous = false
    quick = try Database(path: folder + "/journal.sqlite", options: options)
    selectMedia = try quick.prepare(
      "SELECT id, url, at FROM media WHERE sha256 = ? AND size = ? AND mime = ?")
    finishMedia = try quick.prepare(
      "UPDATE media SET id = ?4, url = ?5, at = ?6 WHERE sha256 = ?1 AND size = ?2 AND mime = ?3")
  }

  /// The folder of one inbox. Its key may hold a path or an address, and stays out of the name.
  static func folder(for inboxKey: String, below stateDirectory: String) -> String {
    StateFolder.path(of: inboxKey, below: stateDirectory)
  }

  static func digest(of text: String) -> String {
    SHA256.digest(of: Array(text.utf8).span).hex
  }

  private static let schema = [
    """
    CREATE TABLE media(
      sha256 TEXT NOT NULL, size INTEGER NOT NULL, mime TEXT NOT NULL, at INTEGER NOT NULL,
      id TEXT, url TEXT, PRIMARY KEY(sha256, size, mime)) WITHOUT ROWID;
    CREATE TABLE plan(
      chat TEXT NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL, verified INTEGER NOT NULL,
      PRIMARY KEY(chat, hash)) WITHOUT ROWID;
    CREATE TABLE part(
      number INTEGER PRIMARY KEY, chat TEXT NOT NULL, plan TEXT NOT NULL, offset INTEGER NOT NULL,
      rows BLOB NOT NULL, messages INTEGER NOT NULL, state INTEGER NOT NULL, at INTEGER NOT NULL,
      fingerprint TEXT NOT NULL);
    CREATE INDEX partByPlan ON part(chat, plan);
    CREATE TABLE refused(bytes INTEGER NOT NULL);
    """,
    """
    ALTER TABLE refused ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE salt(value BLOB NOT NULL);
    INSERT INTO salt VALUES (randomblob(16));
    """,
  ]

  // MARK: Media

  func receipt(for key: MediaKey) throws -> StoredReceipt? {
    try bind(key, to: selectMedia)
    var found: StoredReceipt?
    if try selectMedia.step(), let id = selectMedia.string(0) {
      found = StoredReceipt(
        receipt: MediaReceipt(id: id, file: selectMedia.string(1)), at: selectMedia.int(2) ?? 0)
    }
    try selectMedia.reset()
    return found
  }

  /// Notes that files are about to be uploaded.
  ///
  /// - Returns: how many of them were about to be before, and nobody knows whether they were.
  func intend(media keys: [MediaKey], at now: Int64) throws -> Set<MediaKey> {
    try database.transaction {
      var open: Set<MediaKey> = []
      let look = try database.prepare(
        "SELECT 1 FROM media WHERE sha256 = ? AND size = ? AND mime = ? AND id IS NULL")
      let statement = try database.prepare(
        "INSERT INTO media(sha256, size, mime, at) VALUES (?,?,?,?) ON CONFLICT DO UPDATE "
          + "SET id = NULL, url = NULL, at = excluded.at")
      for key in keys {
        try bind(key, to: look)
        if try look.step() { open.insert(key) }
        try look.reset()
        try bind(key, to: statement)
        try statement.bind(now, at: 4)
        try statement.run()
      }
      return open
    }
  }

  func finish(media key: MediaKey, _ receipt: MediaReceipt, at now: Int64) throws {
    try bind(key, to: finishMedia)
    try finishMedia.bind(receipt.id, at: 4)
    try finishMedia.bind(receipt.file, at: 5)
    try finishMedia.bind(now, at: 6)
    try finishMedia.run()
  }

  /// Forgets uploads that the server no longer has, or never got.
  func forget(media keys: [MediaKey]) throws {
    try database.transaction {
      let statement = try database.prepare(
        "DELETE FROM media WHERE sha256 = ? AND size = ? AND mime = ?")
      for key in keys {
        try bind(key, to: statement)
        try statement.run()
      }
    }
  }

  private func bind(_ key: MediaKey, to statement: borrowing Statement) throws {
    try statement.bind(key.sha256.hex, at: 1)
    try statement.bind(key.size, at: 2)
    try statement.bind(key.mime, at: 3)
  }

  // MARK: Chats

  /// The name under which a chat is kept: a hash of the partner's number, salted, so that equal numbers have unlike
  /// names in two journals. What an older version wrote, without salt, is taken over.
  ///
  /// - Parameter number: digits only.
  func key(ofChat number: String) throws -> String {
    let statement = try database.prepare("SELECT value FROM salt")
    guard try statement.step(), let salt = statement.bytes(0) else {
      throw StoreError.failed(code: 11, message: "its salt is missing", doing: "name a chat")
    }
    try statement.reset()
    let unsalted = Array(number.utf8)
    let key = SHA256.digest(of: (salt + unsalted).span).hex
    try database.transaction {
      for table in ["part", "plan"] {
        let update = try database.prepare("UPDATE \(table) SET chat = ? WHERE chat = ?")
        try update.bind(key, at: 1)
        try update.bind(SHA256.digest(of: unsalted.span).hex, at: 2)
        try update.run()
      }
    }
    return key
  }

  // MARK: Parts

  /// What the journal knows of a plan, oldest first.
  func parts(chat: String, plan: String) throws -> [StoredPart] {
    let statement = try database.prepare(
      "SELECT number, offset, rows, messages, state, at, fingerprint FROM part "
        + "WHERE chat = ? AND plan = ? ORDER BY number")
    try statement.bind(chat, at: 1)
    try statement.bind(plan, at: 2)
    var parts: [StoredPart] = []
    while try statement.step() {
      parts.append(
        StoredPart(
          number: statement.int(0) ?? 0, offsetMinutes: Int32(clamping: statement.int(1) ?? 0),
          rows: Self.ranges(from: statement.bytes(2) ?? []),
          messages: Int(statement.int(3) ?? 0),
          state: statement.int(4).flatMap(StoredPart.State.init) ?? .lost,
          at: statement.int(5) ?? 0, fingerprint: statement.string(6) ?? ""))
    }
    return parts
  }

  /// When the youngest unsettled part of another plan for the chat began or was lost; nil without one.
  func unsettled(chat: String, besides plan: String) throws -> Int64? {
    let statement = try database.prepare(
      "SELECT max(at) FROM part WHERE chat = ? AND plan <> ? AND state IN (1, 2)")
    try statement.bind(chat, at: 1)
    try statement.bind(plan, at: 2)
    return try statement.step() ? statement.int(0) : nil
  }

  /// Drops the unsettled parts of other plans, whose rows the server's list has shown or not shown.
  func dropUnsettled(chat: String, besides plan: String) throws {
    let statement = try database.prepare(
      "DELETE FROM part WHERE chat = ? AND plan <> ? AND state IN (1, 2)")
    try statement.bind(chat, at: 1)
    try statement.bind(plan, at: 2)
    try statement.run()
  }

  /// Writes a part down; gives its number.
  func add(_ part: StoredPart, chat: String, plan: String) throws -> Int64 {
    let statement = try database.prepare(
      "INSERT INTO part(chat, plan, offset, rows, messages, state, at, fingerprint) "
        + "VALUES (?,?,?,?,?,?,?,?)")
    try statement.bind(chat, at: 1)
    try statement.bind(plan, at: 2)
    try statement.bind(Int64(part.offsetMinutes), at: 3)
    try statement.bind(Self.bytes(of: part.rows).span, at: 4)
    try statement.bind(Int64(part.messages), at: 5)
    try statement.bind(part.state.rawValue, at: 6)
    try statement.bind(part.at, at: 7)
    try statement.bind(part.fingerprint, at: 8)
    try statement.run()
    return database.lastInsertedRow
  }

  func set(_ number: Int64, _ state: StoredPart.State, at now: Int64) throws {
    let statement = try database.prepare("UPDATE part SET state = ?, at = ? WHERE number = ?")
    try statement.bind(state.rawValue, at: 1)
    try statement.bind(now, at: 2)
    try statement.bind(number, at: 3)
    try statement.run()
  }

  /// A part that the server did not take.
  func drop(_ number: Int64) throws {
    let statement = try database.prepare("DELETE FROM part WHERE number = ?")
    try statement.bind(number, at: 1)
    try statement.run()
  }

  // MARK: Plans

  /// Whether the whole plan was sent before, and was read back as it was sent; nil when it was not sent wholly.
  func finished(chat: String, plan: String) throws -> Bool? {
    let statement = try database.prepare("SELECT verified FROM plan WHERE chat = ? AND hash = ?")
    try statement.bind(chat, at: 1)
    try statement.bind(plan, at: 2)
    return try statement.step() ? statement.int(0) == 1 : nil
  }

  func finish(chat: String, plan: String, isVerified: Bool, at now: Int64) throws {
    let statement = try database.prepare(
      "INSERT INTO plan VALUES (?,?,?,?) ON CONFLICT DO UPDATE "
        + "SET at = excluded.at, verified = excluded.verified")
    try statement.bind(chat, at: 1)
    try statement.bind(plan, at: 2)
    try statement.bind(now, at: 3)
    try statement.bind(isVerified ? 1 : 0, at: 4)
    try statement.run()
  }

  /// Begins anew with a plan whose messages were removed from the server.
  func forget(chat: String, plan: String) throws {
    try database.transaction {
      for sql in [
        "DELETE FROM part WHERE chat = ? AND plan = ?",
        "DELETE FROM plan WHERE chat = ? AND hash = ?",
      ] {
        let statement = try database.prepare(sql)
        try statement.bind(chat, at: 1)
        try statement.bind(plan, at: 2)
        try statement.run()
      }
    }
  }

  // MARK: The server's limit

  /// For how many seconds a limit that the server showed is believed in.
  static let limitAge: Int64 = 24 * 3600

  /// The smallest body in bytes that the server called too large in the last day; nil for none. What is older is
  /// forgotten: the server may take more by now.
  func refusedLength(at now: Int64) throws -> Int64? {
    let old = try database.prepare("DELETE FROM refused WHERE at NOT BETWEEN ? AND ?")
    try old.bind(now - Self.limitAge, at: 1)
    try old.bind(now, at: 2)
    try old.run()
    let statement = try database.prepare("SELECT min(bytes) FROM refused")
    return try statement.step() ? statement.int(0) : nil
  }

  func note(refusedLength bytes: Int64, at now: Int64) throws {
    let statement = try database.prepare("INSERT INTO refused(bytes, at) VALUES (?,?)")
    try statement.bind(bytes, at: 1)
    try statement.bind(now, at: 2)
    try statement.run()
  }

  // MARK: Rows as bytes

  private static func bytes(of ranges: [Range<Int64>]) -> [UInt8] {
    var bytes: [UInt8] = []
    for range in ranges {
      for bound in [range.lowerBound, range.upperBound] {
        withUnsafeBytes(of: bound.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    return bytes
  }

  private static func ranges(from bytes: [UInt8]) -> [Range<Int64>] {
    bytes.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count - 15, by: 16).compactMap { at in
        let lower = Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Int64.self))
        let upper = Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: at + 8, as: Int64.self))
        return lower < upper ? lower..<upper : nil
      }
    }
  }
}
