internal import CSQLite

/// The version of SQLite that is linked, `3.40.1`.
package func sqliteVersion() -> String { String(cString: sqlite3_libversion()) }
