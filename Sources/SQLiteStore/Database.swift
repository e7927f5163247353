internal import CSQLite
internal import Glibc

/// A connection to one SQLite file, for one thread (or actor) at a time.
///
/// The file is in WAL mode, so that other connections, of other processes too, read while one writes.
/// A statement may outlive its connection: the file is closed with the last of them.
package final class Database {
  /// How a connection behaves.
  package struct Options: Sendable, Equatable {
    /// Every commit is on the disk before it returns (`synchronous=FULL`); otherwise a power cut may undo the
    /// last commits, and nothing is damaged (`NORMAL`).
    package var isFullySynchronous = true
    /// How long another connection's lock is waited for, in milliseconds.
    package var busyTimeoutInMilliseconds: Int32 = 10_000

    package init() {}
  }

  let handle: OpaquePointer

  /// Opens the file, or creates it with the rights 0600.
  ///
  /// - Parameter path: of a file, or `:memory:`.
  /// - Throws: `StoreError.failed`, also when the file is no SQLite database.
  package init(path: String, options: Options = Options()) throws(StoreError) {
    if path != ":memory:" { try Self.createPrivately(path) }
    var handle: OpaquePointer?
    // The file may lie in a folder whose name looks like a URI: SQLITE_OPEN_URI stays off.
    let code = sqlite3_open_v2(
      path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
    guard let handle else { throw StoreError(memoryFor: "open the store") }
    guard code == SQLITE_OK else {
      let error = StoreError(code, on: handle, doing: "open the store")
      sqlite3_close_v2(handle)
      throw error
    }
    self.handle = handle
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, options.busyTimeoutInMilliseconds)
    try switchToWAL(patienceInMilliseconds: options.busyTimeoutInMilliseconds)
    try execute("PRAGMA synchronous=\(options.isFullySynchronous ? "FULL" : "NORMAL")")
    try execute("PRAGMA foreign_keys=ON")
    try execute("PRAGMA trusted_schema=OFF")
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that have no parameters and whose rows nobody wants.
  ///
  /// - Parameter sql: of our own making; it appears in errors.
  package func execute(_ sql: String) throws(StoreError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw StoreError(code, on: handle, doing: sql) }
  }

  /// Compiles one statement, to be stepped and reset as often as wanted.
  ///
  /// - Parameter sql: of our own making; it appears in errors. Values are bound, never written into it.
  package func prepare(_ sql: String) throws(StoreError) -> Statement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, 0, &statement, nil)
    guard code == SQLITE_OK else { throw StoreError(code, on: handle, doing: sql) }
    guard let statement else {
      throw StoreError.failed(code: SQLITE_MISUSE, message: "no statement", doing: sql)
    }
    return Statement(handle: statement)
  }

  /// Does `body` wholly or not at all. Takes the write lock at once, so that what `body` reads stays true.
  ///
  /// Not to be nested.
  /// - Throws: what `body` throws, after the rollback; a `StoreError` when the commit fails.
  package func transaction<R>(_ body: () throws -> R) throws -> R {
    precondition(!isInTransaction, "a transaction inside a transaction")
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // Some failures (a full disk) roll back by themselves.
      if isInTransaction { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
      throw error
    }
  }

  /// Reads of `body` all see the same state, whatever other connections write meanwhile.
  ///
  /// - Throws: what `body` throws; a `StoreError` when the state cannot be read.
  package func snapshot<R>(_ body: () throws -> R) throws -> R {
    precondition(!isInTransaction, "a transaction inside a transaction")
    try execute("BEGIN")
    defer { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
    return try body()
  }

  /// The row id of the last row that this connection inserted.
  package var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

  /// How many rows the last statement that changed any has changed.
  package var changedRows: Int { Int(sqlite3_changes64(handle)) }

  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// SQLite itself would create the file with the rights that the umask leaves. Its companions take
  /// over the rights of the file.
  private static func createPrivately(_ path: String) throws(StoreError) {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    close(file)
  }

  /// The change of the journal mode does not wait for other connections by itself.
  private func switchToWAL(patienceInMilliseconds patience: Int32) throws(StoreError) {
    var waited: Int32 = 0
    while true {
      do throws(StoreError) {
        return try execute("PRAGMA journal_mode=WAL")
      } catch {
        guard error.isBusy, waited < patience else { throw error }
        usleep(10_000)
        waited += 10
      }
    }
  }
}
