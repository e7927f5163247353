internal import CSQLite

/// Why a store could not do what was asked. Carries no bound value.
package enum StoreError: Error, Equatable, Sendable {
  /// The file cannot be opened or created.
  case cannotOpen(path: String, reason: String)
  /// The file was written by a newer chatferry.
  case newerSchema(found: Int, known: Int)
  /// SQLite refused; `code` is its extended result code, `doing` our own SQL.
  case failed(code: Int32, message: String, doing: String)

  /// No room is left on the disk.
  package var isDiskFull: Bool { primaryCode == SQLITE_FULL }

  /// Another connection held its lock for longer than the busy timeout.
  package var isBusy: Bool { primaryCode == SQLITE_BUSY }

  /// A row would break a rule of the tables (unique, not null, foreign key, check).
  package var isConstraint: Bool { primaryCode == SQLITE_CONSTRAINT }

  /// The file is no SQLite database or a damaged one.
  package var isDamaged: Bool { primaryCode == SQLITE_NOTADB || primaryCode == SQLITE_CORRUPT }

  private var primaryCode: Int32? {
    guard case .failed(let code, _, _) = self else { return nil }
    return code & 0xff
  }

  /// What the connection says of its last call: only safe where no bound value took part.
  init(_ code: Int32, on database: OpaquePointer?, doing: String) {
    self = .failed(code: code, message: String(cString: sqlite3_errmsg(database)), doing: doing)
  }

  /// A failure while values were bound. The connection's own words may quote one (full-text queries do); those for
  /// constraints name tables and columns only.
  init(_ code: Int32, stepping statement: OpaquePointer, on database: OpaquePointer?, doing: String)
  {
    let words =
      code & 0xff == SQLITE_CONSTRAINT ? sqlite3_errmsg(database) : sqlite3_errstr(code)
    self = .failed(
      code: code, message: words.map { String(cString: $0) } ?? "unknown", doing: doing)
  }

  init(memoryFor doing: String) {
    self = .failed(code: SQLITE_NOMEM, message: "out of memory", doing: doing)
  }
}

extension StoreError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "\(path): cannot be opened (\(reason)); check the path and its rights"
    case .newerSchema(let found, let known):
      "the store has format \(found), and this chatferry knows formats up to \(known); "
        + "use the newer chatferry that wrote it"
    case .failed(_, let message, let doing) where isDiskFull:
      "the disk is full (\(message)) at \"\(doing)\"; make room and run the command again"
    case .failed(_, let message, let doing) where isBusy:
      "another program holds the store (\(message)) at \"\(doing)\"; wait for it and run the command again"
    case .failed(_, let message, let doing) where isDamaged:
      "the store is damaged or no store (\(message)) at \"\(doing)\"; restore it from a copy"
    case .failed(let code, let message, let doing):
      "the store failed: \(message) (SQLite code \(code)) at \"\(doing)\"; check disk and rights"
    }
  }
}
