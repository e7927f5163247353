internal import ChatRecords
internal import SQLiteStore
internal import Synchronization

/// The rows of a run and what the server shows, in a temporary database that SQLite spills to disk and removes by
/// itself, after a kill too. Holds hashes, times, places and file names, no message text.
///
/// Unchecked, since connection and statements are only touched while `lock` is held: the transport's thread fetches
/// rows while the run waits for it.
final class PlanStore: @unchecked Sendable {
  private let lock = Mutex(())
  let database: Database
  let insertRow: Statement
  private let selectRows: Statement
  let insertFile: Statement
  let selectFile: Statement
  let insertRemote: Statement
  let findRemote: Statement
  let useRemote: Statement
  /// Whether much of what the server shows has whole minutes, as what came from an export without seconds.
  var hasWholeMinutes = false

  init() throws(StoreError) {
    database = try Database(path: ":memory:")
    for sql in Self.schema { try database.execute(sql) }
    insertRow = try database.prepare(
      "INSERT INTO message VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    selectRows = try database.prepare(
      "SELECT * FROM message WHERE seq >= ? AND seq < ? ORDER BY seq LIMIT ?")
    insertFile = try database.prepare(
      "INSERT INTO file(source, entry, name, size) VALUES (?,?,?,?) "
        + "ON CONFLICT(source, entry, name) DO UPDATE SET size = excluded.size RETURNING row")
    selectFile = try database.prepare("SELECT source, entry, name, size FROM file WHERE row = ?")
    insertRemote = try database.prepare(
      "INSERT INTO remote VALUES (?,?,?,?,?,?,?,0) ON CONFLICT(id) DO NOTHING")
    findRemote = try database.prepare(
      """
      SELECT id, media FROM remote
      WHERE (time BETWEEN ?1 AND ?2 OR time = ?11) AND (direction = ?3 OR ?9) AND used = 0
        AND (text IN (?4, ?5, ?8) OR (textless AND (?6 OR ?12 AND media)) OR (?10 AND caption IN (?4, ?13)))
      ORDER BY time NOT BETWEEN ?1 AND ?2, time, textless, media <> ?7, text <> ?4, caption IS NOT ?13 LIMIT 1
      """)
    useRemote = try database.prepare("UPDATE remote SET used = 1 WHERE id = ?")
  }

  private static let schema = [
    "PRAGMA temp_store=FILE", "PRAGMA temp.journal_mode=OFF", "PRAGMA temp.cache_size=-4096",
    """
    CREATE TEMP TABLE message(
      seq INTEGER PRIMARY KEY, source INTEGER, start INTEGER, stop INTEGER, line INTEGER, time INTEGER,
      offset INTEGER, flags INTEGER, kind INTEGER, text INTEGER, body INTEGER, id INTEGER, file INTEGER,
      verbatim INTEGER, canonical INTEGER, canonicalBody INTEGER, caption INTEGER)
    """,
    """
    CREATE TEMP TABLE file(
      row INTEGER PRIMARY KEY, source INTEGER, entry INTEGER, name TEXT, size INTEGER,
      UNIQUE(source, entry, name))
    """,
    """
    CREATE TEMP TABLE remote(
      id INTEGER PRIMARY KEY, time INTEGER, direction INTEGER, text INTEGER, textless INTEGER,
      caption INTEGER, media INTEGER, used INTEGER)
    """,
    "CREATE INDEX temp.remoteByTime ON remote(time, direction)",
    // One transaction for life: nothing here outlives the connection.
    "BEGIN",
  ]

  // MARK: Rows

  func insert(_ row: PlanRow) throws(StoreError) {
    try locked { () throws(StoreError) in
      func bind(_ value: Int64?, _ index: Int) throws(StoreError) {
        try insertRow.bind(value, at: index)
      }
      try bind(row.seq, 1)
      try bind(Int64(row.source), 2)
      try bind(row.extent.lowerBound, 3)
      try bind(row.extent.upperBound, 4)
      try bind(Int64(row.line), 5)
      try bind(row.time, 6)
      try bind(Int64(row.offsetMinutes), 7)
      try bind(row.flags, 8)
      try bind(Int64(row.kind.rawValue), 9)
      try bind(Int64(bitPattern: row.text), 10)
      try bind(Int64(bitPattern: row.body), 11)
      try bind(Int64(bitPattern: row.id), 12)
      try bind(row.file, 13)
      try bind(row.verbatimLength, 14)
      try bind(row.canonicalLength, 15)
      try bind(Int64(bitPattern: row.canonicalBody), 16)
      try bind(Int64(bitPattern: row.caption), 17)
      try insertRow.run()
    }
  }

  /// The sequence number after the last row's.
  func nextRow() throws(StoreError) -> Int64 {
    try locked { () throws(StoreError) in
      let statement = try database.prepare("SELECT coalesce(max(seq) + 1, 0) FROM message")
      return try statement.step() ? statement.int(0) ?? 0 : 0
    }
  }

  /// The first rows of a range, at most `limit`.
  func rows(_ range: Range<Int64>, limit: Int = 512) throws(StoreError) -> [PlanRow] {
    try locked { () throws(StoreError) in
      try selectRows.bind(range.lowerBound, at: 1)
      try selectRows.bind(range.upperBound, at: 2)
      try selectRows.bind(Int64(limit), at: 3)
      var rows: [PlanRow] = []
      while try selectRows.step() { rows.append(PlanRow(of: selectRows)) }
      try selectRows.reset()
      return rows
    }
  }

  /// Every row of the ranges, in order, a batch at a time. `body` may use the store.
  func forEach(in ranges: [Range<Int64>], _ body: (PlanRow) throws -> Void) throws {
    for range in ranges {
      var next = range.lowerBound
      while next < range.upperBound {
        let batch = try rows(next..<range.upperBound)
        guard let last = batch.last else { break }
        for row in batch { try body(row) }
        next = last.seq + 1
      }
    }
  }

  func locked<R: Sendable, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    try lock.withLock { _ throws(E) in try body() }
  }
}

extension PlanRow {
  private static let secondsFlag: Int64 = 4
  private static let lineBreakFlag: Int64 = 8
  private static let mediumFlag: Int64 = 16

  fileprivate var flags: Int64 {
    Int64(direction.rawValue) | (hasSeconds ? Self.secondsFlag : 0)
      | (endsWithLineBreak ? Self.lineBreakFlag : 0) | (isMedium ? Self.mediumFlag : 0)
  }

  /// The current row of `SELECT * FROM message`.
  fileprivate init(of statement: borrowing Statement) {
    func number(_ column: Int) -> Int64 { statement.int(column) ?? 0 }
    let flags = number(7)
    seq = number(0)
    source = Int(number(1))
    extent = number(2)..<max(number(2), number(3))
    line = Int(number(4))
    time = number(5)
    offsetMinutes = Int32(truncatingIfNeeded: number(6))
    direction = MessageRecord.Direction(rawValue: UInt8(flags & 3)) ?? .unknown
    hasSeconds = flags & Self.secondsFlag != 0
    endsWithLineBreak = flags & Self.lineBreakFlag != 0
    isMedium = flags & Self.mediumFlag != 0
    kind = MessageRecord.Kind(rawValue: UInt8(truncatingIfNeeded: number(8))) ?? .unknown
    text = UInt64(bitPattern: number(9))
    body = UInt64(bitPattern: number(10))
    id = UInt64(bitPattern: number(11))
    file = statement.int(12)
    verbatimLength = number(13)
    canonicalLength = number(14)
    canonicalBody = UInt64(bitPattern: number(15))
    caption = UInt64(bitPattern: number(16))
  }
}
