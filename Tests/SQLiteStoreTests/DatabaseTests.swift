import Foundation
import SQLiteStore
import Synchronization
import TestKit
import Testing

struct Broken: Error {}

func expectRow(_ statement: borrowing Statement) throws {
  let found = try statement.step()
  #expect(found)
}

func expectEnd(_ statement: borrowing Statement) throws {
  let found = try statement.step()
  #expect(!found)
}

@Suite struct DatabaseTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private var file: String { folder.file("a.sqlite") }

  private func rights(_ file: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
  }

  private func numbers(_ database: Database) throws -> [Int64] {
    let statement = try database.prepare("SELECT n FROM t ORDER BY n")
    var result: [Int64] = []
    while try statement.step() { result.append(statement.int(0) ?? -1) }
    return result
  }

  @Test func keepsEveryKindOfValue() throws {
    let database = try Database(path: file)
    try database.execute("CREATE TABLE t(a, b, c, d)")
    let insert = try database.prepare("INSERT INTO t VALUES(?, ?, ?, ?)")
    let blob: [UInt8] = [0, 255, 0]
    try insert.bind(Int64.min, at: 1)
    try insert.bind("gr\u{fc}\u{df}e \u{1F600}\0x", at: 2)
    try insert.bind(blob.span, at: 3)
    try insert.bind(nil as String?, at: 4)
    try insert.run()
    #expect(database.lastInsertedRow == 1)
    #expect(database.changedRows == 1)

    let select = try database.prepare("SELECT a, b, c, d, typeof(b) FROM t")
    try expectRow(select)
    #expect(select.int(0) == .min)
    #expect(select.string(1) == "gr\u{fc}\u{df}e \u{1F600}\0x")
    #expect(select.bytes(2) == [0, 255, 0])
    #expect(select.withBytes(2) { $0.count } == 3)
    let isNull = select.isNull(3)
    #expect(isNull)
    #expect(select.int(3) == nil)
    #expect(select.string(3) == nil)
    #expect(select.bytes(3) == nil)
    #expect(select.string(4) == "text")
    try expectEnd(select)
  }

  @Test func tellsEmptyFromAbsent() throws {
    let database = try Database(path: ":memory:")
    let select = try database.prepare("SELECT ?, typeof(?), typeof(?), typeof(?)")
    let empty: [UInt8] = []
    try select.bind("", at: 1)
    try select.bind("", at: 2)
    try select.bind(empty.span, at: 3)
    try select.bind(nil as Int64?, at: 4)
    try expectRow(select)
    #expect(select.string(0) == "")
    #expect(select.string(1) == "text")
    #expect(select.string(2) == "blob")
    #expect(select.string(3) == "null")
  }

  @Test func bindsBytesAsText() throws {
    let database = try Database(path: ":memory:")
    let select = try database.prepare("SELECT ?, typeof(?1)")
    let text = Array("\u{e9}".utf8)
    try select.bind(utf8: text.span, at: 1)
    try expectRow(select)
    #expect(select.string(0) == "\u{e9}")
    #expect(select.string(1) == "text")
  }

  @Test func undoesAFailedTransaction() throws {
    let database = try Database(path: file)
    try database.execute("CREATE TABLE t(n)")
    try database.transaction { try database.execute("INSERT INTO t VALUES(1)") }
    #expect(throws: Broken.self) {
      try database.transaction {
        try database.execute("INSERT INTO t VALUES(2)")
        throw Broken()
      }
    }
    #expect(try numbers(database) == [1])
    let answer = try database.transaction { 42 }
    #expect(answer == 42)
  }

  @Test func undoesATransactionThatTheDiskHasNoRoomFor() throws {
    let database = try Database(path: file)
    try database.execute("CREATE TABLE t(n)")
    try database.execute("PRAGMA max_page_count=3")
    let error = #expect(throws: StoreError.self) {
      try database.transaction {
        try database.execute("INSERT INTO t VALUES(1)")
        try database.execute("INSERT INTO t VALUES(zeroblob(100000))")
      }
    }
    #expect(error?.isDiskFull == true)
    #expect(
      error?.description
        == "the disk is full (database or disk is full) at "
        + "\"INSERT INTO t VALUES(zeroblob(100000))\"; make room and run the command again")
    #expect(try numbers(database) == [])
  }

  @Test func makesFilesForTheOwnerOnly() throws {
    let database = try Database(path: file)
    try database.execute("CREATE TABLE t(n)")
    for suffix in ["", "-wal", "-shm"] {
      #expect(try rights(file + suffix) == 0o600, "\(suffix)")
    }
  }

  @Test func keepsForeignKeys() throws {
    let database = try Database(path: file)
    try database.execute(
      "CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p(id))")
    let error = #expect(throws: StoreError.self) {
      try database.execute("INSERT INTO c VALUES(7)")
    }
    #expect(error?.isConstraint == true)
  }

  @Test func neverShowsABoundValueInAnError() throws {
    let database = try Database(path: file)
    try database.execute("CREATE TABLE t(n UNIQUE); CREATE VIRTUAL TABLE f USING fts5(x)")
    let insert = try database.prepare("INSERT INTO t VALUES(?)")
    try insert.bind("secret", at: 1)
    try insert.run()
    let twice = #expect(throws: StoreError.self) { try insert.run() }
    #expect(twice?.isConstraint == true)
    #expect(
      twice?.description
        == "the store failed: UNIQUE constraint failed: t.n (SQLite code 2067) at "
        + "\"INSERT INTO t VALUES(?)\"; check disk and rights")
    let search = try database.prepare("SELECT x FROM f WHERE f MATCH ?")
    try search.bind("secret\" (", at: 1)
    let malformed = #expect(throws: StoreError.self) { _ = try search.step() }
    #expect(malformed?.description.contains("secret") == false)
  }

  @Test func aStatementWorksAgainAfterAnError() throws {
    let database = try Database(path: ":memory:")
    try database.execute("CREATE TABLE t(n UNIQUE)")
    let insert = try database.prepare("INSERT INTO t VALUES(?)")
    for (value, works) in [(1, true), (1, false), (2, true)] as [(Int64, Bool)] {
      try insert.bind(value, at: 1)
      if works {
        try insert.run()
      } else {
        #expect(throws: StoreError.self) { try insert.run() }
      }
    }
    #expect(try numbers(database) == [1, 2])
  }

  @Test func reportsAParameterThatIsNotThere() throws {
    let database = try Database(path: ":memory:")
    let statement = try database.prepare("SELECT ?")
    #expect(throws: StoreError.self) { try statement.bind("x", at: 2) }
  }

  @Test(arguments: ["SELEC", "", "-- nothing"])
  func reportsWhatIsNoStatement(_ sql: String) throws {
    let database = try Database(path: ":memory:")
    #expect(throws: StoreError.self) { _ = try database.prepare(sql) }
  }

  @Test func tellsAFileThatIsNoStore() throws {
    let text = Data(String(repeating: "no database\n", count: 100).utf8)
    try text.write(to: URL(fileURLWithPath: file))
    let error = #expect(throws: StoreError.self) { _ = try Database(path: file) }
    #expect(error?.isDamaged == true)
    #expect(
      error?.description
        == "the store is damaged or no store (file is not a database) at "
        + "\"PRAGMA journal_mode=WAL\"; restore it from a copy")
    #expect(FileManager.default.contents(atPath: file) == text)
  }

  @Test func tellsAFolderThatIsNotThere() throws {
    let path = folder.path + "/none/a.sqlite"
    let error = #expect(throws: StoreError.self) { _ = try Database(path: path) }
    #expect(error == .cannotOpen(path: path, reason: "No such file or directory"))
    #expect(
      error?.description
        == "\(path): cannot be opened (No such file or directory); check the path and its rights")
  }

  @Test func readsWhileAnotherConnectionWrites() throws {
    let writer = try Database(path: file)
    let reader = try Database(path: file)
    try writer.execute("CREATE TABLE t(n); INSERT INTO t VALUES(1)")
    try writer.transaction {
      try writer.execute("INSERT INTO t VALUES(2)")
      #expect(try numbers(reader) == [1])
    }
    #expect(try numbers(reader) == [1, 2])
  }

  @Test func aSnapshotStaysAsItWas() throws {
    let writer = try Database(path: file)
    let reader = try Database(path: file)
    try writer.execute("CREATE TABLE t(n); INSERT INTO t VALUES(1)")
    try reader.snapshot {
      #expect(try numbers(reader) == [1])
      try writer.execute("INSERT INTO t VALUES(2)")
      #expect(try numbers(reader) == [1])
    }
    #expect(try numbers(reader) == [1, 2])
  }

  @Test func givesUpWaitingForALockAfterTheBusyTimeout() throws {
    var options = Database.Options()
    options.busyTimeoutInMilliseconds = 20
    let first = try Database(path: file)
    let second = try Database(path: file, options: options)
    try first.execute("CREATE TABLE t(n)")
    try first.transaction {
      let error = #expect(throws: StoreError.self) { try second.transaction {} }
      #expect(error?.isBusy == true)
      #expect(error?.isDiskFull == false)
      #expect(
        error?.description
          == "another program holds the store (database is locked) at \"BEGIN IMMEDIATE\"; "
          + "wait for it and run the command again")
    }
    try second.transaction {}
  }

  @Test func canBeOpenedByManyAtOnce() throws {
    let failures = Mutex<[String]>([])
    let file = file
    DispatchQueue.concurrentPerform(iterations: 8) { index in
      do {
        let database = try Database(path: file)
        try database.migrate(["CREATE TABLE t(n)"])
        for round in 0..<5 {
          try database.transaction {
            try database.execute("INSERT INTO t VALUES(\(index * 10 + round))")
          }
        }
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(try numbers(Database(path: file)).count == 40)
  }

  @Test(arguments: [true, false])
  func syncsAsAsked(_ fully: Bool) throws {
    var options = Database.Options()
    options.isFullySynchronous = fully
    let database = try Database(path: file, options: options)
    let statement = try database.prepare("PRAGMA synchronous")
    try expectRow(statement)
    #expect(statement.int(0) == (fully ? 2 : 1))
  }

  private func prepare(_ sql: String, on database: inout Database?) throws -> Statement {
    defer { database = nil }
    return try (database ?? Database(path: ":memory:")).prepare(sql)
  }

  @Test func aStatementMayOutliveItsConnection() throws {
    var database: Database? = try Database(path: file)
    let statement = try prepare("SELECT 5", on: &database)
    try expectRow(statement)
    #expect(statement.int(0) == 5)
  }
}
