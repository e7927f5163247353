internal import Files
internal import SQLiteStore

/// What was asked for in one inbox and not yet answered, so that a run that was ended in between is not followed by one
/// that asks twice. Holds hashes and times.
final class RestoreJournal {
  private let database: Database

  /// - Parameter folder: made, with 0700, where there is none.
  init(folder: String) throws {
    try Folder.create(folder)
    database = try Database(path: folder + "/restore.sqlite")
    try database.migrate([
      "CREATE TABLE intent(item TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;"
    ])
  }

  static func key(_ words: [String]) -> String {
    var bytes: [UInt8] = []
    for word in words { bytes += Array(word.utf8) + [0] }
    return SHA256.digest(of: bytes.span).hex
  }

  /// When the item was asked for, POSIX seconds; nil where nothing is open.
  func intent(_ key: String) throws -> Int64? {
    let statement = try database.prepare("SELECT at FROM intent WHERE item = ?")
    try statement.bind(key, at: 1)
    return try statement.step() ? statement.int(0) : nil
  }

  func intend(_ key: String, at now: Int64) throws {
    let statement = try database.prepare("INSERT OR REPLACE INTO intent VALUES (?, ?)")
    try statement.bind(key, at: 1)
    try statement.bind(now, at: 2)
    try statement.run()
  }

  /// The answer is known.
  func settle(_ key: String) throws {
    let statement = try database.prepare("DELETE FROM intent WHERE item = ?")
    try statement.bind(key, at: 1)
    try statement.run()
  }
}
