internal import Files
internal import InboxAPI
internal import SQLiteStore

/// What an unfinished generation has come to: `work/progress.sqlite`.
///
/// All changes stand in one transaction, which `checkpoint` ends when the files that they speak of are on the disk. So a
/// killed run leaves the state of its last checkpoint, and files may only be longer or more than it knows.
///
/// `@unchecked`: it is touched on the queue of the one actor that opened it and nowhere else.
final class CrawlProgress: @unchecked Sendable {
  let database: Database
  private let putMedium: Statement
  private let findKnown: Statement
  private let putKnown: Statement
  private let markKnown: Statement
  private let putEach: Statement
  let findPending: Statement
  let replaceMedium: Statement

  /// For whom the work is done, and on what it builds; another one's work is of no use.
  struct Ground: Equatable {
    var inbox: String
    var generation: Int
    var base: String
    var isFull: Bool
  }

  static let schema = [
    """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    CREATE TABLE chat (
      ordinal INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, state INTEGER NOT NULL,
      activity INTEGER NOT NULL, round INTEGER NOT NULL, since INTEGER, parts TEXT);
    CREATE INDEX chat_by_state ON chat(state);
    CREATE TABLE file (
      path TEXT PRIMARY KEY, role TEXT NOT NULL, subject TEXT NOT NULL, items INTEGER NOT NULL,
      first INTEGER, last INTEGER, size INTEGER NOT NULL, sha256 TEXT NOT NULL);
    CREATE INDEX file_by_subject ON file(subject);
    CREATE TABLE medium (
      id TEXT PRIMARY KEY, chat TEXT, announced TEXT, type TEXT, name TEXT, state INTEGER NOT NULL,
      sha256 TEXT, size INTEGER, reason TEXT, is_new INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX medium_by_state ON medium(state);
    CREATE TABLE kind (
      name TEXT PRIMARY KEY, operation TEXT NOT NULL, items INTEGER NOT NULL, refusal TEXT);
    CREATE TABLE left_out (kind TEXT, field TEXT, count INTEGER, PRIMARY KEY (kind, field));
    CREATE TABLE problem (code TEXT, severity TEXT, file TEXT, message TEXT UNIQUE);
    CREATE TABLE known (
      chat INTEGER NOT NULL, key BLOB NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
      seen INTEGER NOT NULL, PRIMARY KEY (chat, key)) WITHOUT ROWID;
    CREATE TABLE gone (chat TEXT, id TEXT, gone INTEGER, is_new INTEGER, PRIMARY KEY (chat, id))
      WITHOUT ROWID;
    CREATE TABLE each (kind TEXT, id TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
    """,
    "ALTER TABLE medium ADD COLUMN link TEXT;",
    """
    ALTER TABLE problem RENAME TO old_problem;
    CREATE TABLE problem (code TEXT, severity TEXT, file TEXT, message TEXT);
    CREATE UNIQUE INDEX problem_by_words ON problem(message, coalesce(file, ''));
    INSERT INTO problem SELECT * FROM old_problem;
    DROP TABLE old_problem;
    """,
    // Versions are made otherwise: what an older chatferry began is of no use.
    "DELETE FROM meta WHERE name = 'base'",
    // Files were not compared with their sizes: what an older chatferry began is of no use.
    """
    ALTER TABLE medium ADD COLUMN announced_size INTEGER;
    DELETE FROM meta WHERE name = 'base';
    """,
  ]

  init(path: String) throws {
    database = try Database(path: path)
    try database.migrate(Self.schema)
    putMedium = try database.prepare(
      """
      INSERT INTO medium VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL, NULL, ?7, 1, ?8, ?9)
      ON CONFLICT (id) DO UPDATE SET link = excluded.link,
      announced_size = coalesce(excluded.announced_size, announced_size),
      reason = CASE WHEN state = 1 AND size <> excluded.announced_size
      THEN '\(MediumRecord.anotherSize)' ELSE reason END,
      state = CASE WHEN state = 3 AND instr(link, '\(SecretFilter.mark)') > 0
      OR state = 1 AND size <> excluded.announced_size THEN 0 ELSE state END
      """)
    findKnown = try database.prepare("SELECT version FROM known WHERE chat = ? AND key = ?")
    putKnown = try database.prepare("INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?, ?)")
    markKnown = try database.prepare(
      "UPDATE known SET seen = 1, version = ? WHERE chat = ? AND key = ?")
    putEach = try database.prepare("INSERT OR IGNORE INTO each VALUES (?, ?)")
    findPending = try database.prepare(
      "SELECT \(Self.columnsOfMedium) FROM medium WHERE state = 0 LIMIT ?")
    replaceMedium = try database.prepare(
      "INSERT OR REPLACE INTO medium VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?12, ?10, ?11)")
    try database.execute("BEGIN IMMEDIATE")
  }

  /// Makes everything since the last checkpoint stay.
  func commit() throws {
    try database.execute("COMMIT")
    try database.execute("BEGIN IMMEDIATE")
  }

  // MARK: Facts

  func text(_ name: String) throws -> String? {
    let statement = try database.prepare("SELECT value FROM meta WHERE name = ?")
    try statement.bind(name, at: 1)
    return try statement.step() ? statement.string(0) : nil
  }

  func set(_ name: String, _ value: String) throws {
    let statement = try database.prepare("INSERT OR REPLACE INTO meta VALUES (?, ?)")
    try statement.bind(name, at: 1)
    try statement.bind(value, at: 2)
    try statement.run()
  }

  func number(_ name: String) throws -> Int { try text(name).flatMap { Int($0) } ?? 0 }

  var ground: Ground? {
    get throws {
      guard let inbox = try text("inbox"), let base = try text("base") else { return nil }
      return Ground(
        inbox: inbox, generation: try number("generation"), base: base,
        isFull: try text("mode") == "full")
    }
  }

  func set(_ ground: Ground) throws {
    try set("inbox", ground.inbox)
    try set("generation", String(ground.generation))
    try set("base", ground.base)
    try set("mode", ground.isFull ? "full" : "incremental")
  }

  // MARK: Known messages

  /// The version under which a message is kept; nil for one that is not.
  func version(of key: ItemKey, in chat: Int64) throws -> UInt64? {
    try findKnown.bind(chat, at: 1)
    try findKnown.bind(key.bytes.span, at: 2)
    defer { try? findKnown.reset() }
    guard try findKnown.step() else { return nil }
    return findKnown.int(0).map { UInt64(bitPattern: $0) }
  }

  func know(_ key: ItemKey, id: String, version: UInt64, in chat: Int64, seen: Bool) throws {
    try putKnown.bind(chat, at: 1)
    try putKnown.bind(key.bytes.span, at: 2)
    try putKnown.bind(id, at: 3)
    try putKnown.bind(Int64(bitPattern: version), at: 4)
    try putKnown.bind(seen ? 1 : 0, at: 5)
    try putKnown.run()
  }

  func see(_ key: ItemKey, version: UInt64, in chat: Int64) throws {
    try markKnown.bind(Int64(bitPattern: version), at: 1)
    try markKnown.bind(chat, at: 2)
    try markKnown.bind(key.bytes.span, at: 3)
    try markKnown.run()
  }

  func forgetKnown(of chat: Int64) throws {
    let statement = try database.prepare("DELETE FROM known WHERE chat = ?")
    try statement.bind(chat, at: 1)
    try statement.run()
  }

  // MARK: Things to fetch one by one

  func wantEach(_ kind: String, _ id: String) throws {
    try putEach.bind(kind, at: 1)
    try putEach.bind(id, at: 2)
    try putEach.run()
  }

  /// Whether the item is asked for in this generation.
  func isWanted(_ kind: String, _ id: String) throws -> Bool {
    let statement = try database.prepare("SELECT 1 FROM each WHERE kind = ? AND id = ?")
    try statement.bind(kind, at: 1)
    try statement.bind(id, at: 2)
    return try statement.step()
  }

  func forgetEach(_ kind: String) throws {
    let statement = try database.prepare("DELETE FROM each WHERE kind = ?")
    try statement.bind(kind, at: 1)
    try statement.run()
  }

  /// The ids after `id`, in their order, at most a thousand.
  func each(_ kind: String, after id: String) throws -> [String] {
    let statement = try database.prepare(
      "SELECT id FROM each WHERE kind = ? AND id > ? ORDER BY id LIMIT 1000")
    try statement.bind(kind, at: 1)
    try statement.bind(id, at: 2)
    var ids: [String] = []
    while try statement.step() { if let id = statement.string(0) { ids.append(id) } }
    return ids
  }

  /// Notes a file that a message names; one that is known already stays as it is, but for its address, and unless it has
  /// another size than the message now says.
  ///
  /// - Parameter reason: why it cannot be fetched; nil where it is to be.
  func want(
    _ place: MediaPlace, of file: InboxMessage.Media, chat: String, reason: String?
  ) throws {
    try putMedium.bind(place.id, at: 1)
    try putMedium.bind(chat, at: 2)
    try putMedium.bind(file.sha256, at: 3)
    try putMedium.bind(file.mimeType, at: 4)
    try putMedium.bind(file.name, at: 5)
    try putMedium.bind(
      reason == nil ? MediumState.pending.rawValue : MediumState.elsewhere.rawValue, at: 6)
    try putMedium.bind(reason, at: 7)
    try putMedium.bind(place.link, at: 8)
    try putMedium.bind(file.size, at: 9)
    try putMedium.run()
  }
}

/// What became of a file that a message names.
package enum MediumState: Int64, Sendable, CaseIterable {
  case pending, stored
  /// Stored, but its bytes are not those that the message announces.
  case differing
  /// The server did not give it.
  case missing
  /// Its link leads to another host, which is not asked.
  case elsewhere

  /// As in `media.jsonl`.
  package var name: String {
    switch self {
    case .pending: "pending"
    case .stored: "stored"
    case .differing: "differing"
    case .missing: "missing"
    case .elsewhere: "elsewhere"
    }
  }
}
