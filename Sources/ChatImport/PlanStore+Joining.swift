internal import Files
internal import SQLiteStore

extension PlanStore {
  /// Whether some message is in both ranges of rows.
  func sharesMessages(_ one: Range<Int64>, _ other: Range<Int64>) throws -> Bool {
    try prepareForJoining()
    return try locked {
      let statement = try database.prepare(
        """
        SELECT 1 FROM message AS one JOIN message AS other ON other.id = one.id
        WHERE one.seq >= ? AND one.seq < ? AND other.seq >= ? AND other.seq < ? LIMIT 1
        """)
      for (index, bound) in [
        one.lowerBound, one.upperBound, other.lowerBound, other.upperBound,
      ].enumerated() {
        try statement.bind(bound, at: index + 1)
      }
      return try statement.step()
    }
  }

  /// Writes the messages of two ranges, every one once, as new rows from `next` on, and removes the old rows.
  ///
  /// Each range keeps its own order. A message of both is taken from where its file is. Between shared messages
  /// the earlier time goes first, and the first range where times are equal. An id that one range has several times
  /// stays as often as the range has it that has it more often.
  func join(_ one: Range<Int64>, _ other: Range<Int64>, from next: Int64) throws -> Range<Int64> {
    try prepareForJoining()
    try tellApart(one)
    try tellApart(other)
    var left = RowCursor(self, one)
    var right = RowCursor(self, other)
    var end = next
    var passed: Set<Int64> = []
    func emit(_ row: PlanRow) throws {
      var row = row
      row.seq = end
      try insert(row)
      end += 1
    }
    func twin(of row: PlanRow, in rest: Range<Int64>) throws -> PlanRow? {
      guard let seq = try seq(ofID: row.id, in: rest) else { return nil }
      return try rows(seq..<seq + 1, limit: 1).first
    }
    while true {
      if let row = try right.current(), passed.contains(row.seq) {
        right.advance()
        continue
      }
      guard let first = try left.current() else { break }
      guard let second = try right.current() else {
        try emit(first)
        left.advance()
        continue
      }
      if first.id == second.id {
        try emit(first.file == nil && second.file != nil ? second : first)
        left.advance()
        right.advance()
        continue
      }
      let firstTwin = try twin(of: first, in: second.seq..<other.upperBound)
      let secondIsShared = try seq(ofID: second.id, in: first.seq..<one.upperBound) != nil
      if !secondIsShared, firstTwin != nil || second.time < first.time {
        try emit(second)
        right.advance()
      } else if secondIsShared, let firstTwin {
        // The two exports have these messages in different order: the first one's holds.
        passed.insert(firstTwin.seq)
        try emit(first.file == nil && firstTwin.file != nil ? firstTwin : first)
        left.advance()
      } else {
        try emit(first)
        left.advance()
      }
    }
    while let row = try right.current() {
      if !passed.contains(row.seq) { try emit(row) }
      right.advance()
    }
    try remove(one)
    try remove(other)
    return next..<end
  }

  private func prepareForJoining() throws(StoreError) {
    try locked { () throws(StoreError) in
      try database.execute("CREATE INDEX IF NOT EXISTS temp.messageByID ON message(id, seq)")
    }
  }

  /// Gives the second and every later row with an id that a range has before an id of its own, the same in every
  /// export.
  ///
  /// A record's id counts equal messages among neighbours of one local time only, so the same words, written again
  /// when lines of another time stand between, have the same id.
  private func tellApart(_ range: Range<Int64>) throws {
    for (seq, id, ordinal) in try repeats(in: range) {
      let own = Array("\(id) \(ordinal)".utf8)
      try locked {
        let statement = try database.prepare("UPDATE message SET id = ? WHERE seq = ?")
        try statement.bind(Int64(bitPattern: XXH3.hash(own.span)), at: 1)
        try statement.bind(seq, at: 2)
        try statement.run()
      }
    }
  }

  /// Rows whose id stands before them in the range, and how often.
  private func repeats(
    in range: Range<Int64>
  ) throws -> [(seq: Int64, id: UInt64, ordinal: Int)] {
    try locked {
      let statement = try database.prepare(
        """
        SELECT seq, id FROM message WHERE seq >= ?1 AND seq < ?2 AND id IN (
          SELECT id FROM message WHERE seq >= ?1 AND seq < ?2 GROUP BY id HAVING count(*) > 1)
        ORDER BY id, seq
        """)
      try statement.bind(range.lowerBound, at: 1)
      try statement.bind(range.upperBound, at: 2)
      var found: [(seq: Int64, id: UInt64, ordinal: Int)] = []
      var last: UInt64?
      var ordinal = 0
      while try statement.step() {
        let id = UInt64(bitPattern: statement.int(1) ?? 0)
        ordinal = id == last ? ordinal + 1 : 0
        last = id
        if ordinal > 0 { found.append((statement.int(0) ?? 0, id, ordinal)) }
      }
      return found
    }
  }

  private func seq(ofID id: UInt64, in range: Range<Int64>) throws -> Int64? {
    try locked {
      let statement = try database.prepare(
        "SELECT seq FROM message WHERE id = ? AND seq >= ? AND seq < ? ORDER BY seq LIMIT 1")
      try statement.bind(Int64(bitPattern: id), at: 1)
      try statement.bind(range.lowerBound, at: 2)
      try statement.bind(range.upperBound, at: 3)
      return try statement.step() ? statement.int(0) : nil
    }
  }

  private func remove(_ range: Range<Int64>) throws {
    try locked {
      let statement = try database.prepare("DELETE FROM message WHERE seq >= ? AND seq < ?")
      try statement.bind(range.lowerBound, at: 1)
      try statement.bind(range.upperBound, at: 2)
      try statement.run()
    }
  }
}

/// Walks a range of rows in order.
private struct RowCursor {
  private let store: PlanStore
  private var range: Range<Int64>
  private var batch: ArraySlice<PlanRow> = []

  init(_ store: PlanStore, _ range: Range<Int64>) {
    self.store = store
    self.range = range
  }

  mutating func current() throws -> PlanRow? {
    if batch.isEmpty, !range.isEmpty {
      batch = try store.rows(range)[...]
      range = (batch.last.map { $0.seq + 1 } ?? range.upperBound)..<range.upperBound
    }
    return batch.first
  }

  mutating func advance() { batch.removeFirst() }
}
