import SQLiteStore
import TestKit
import Testing

@Suite struct DatabaseSchemaTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private var file: String { folder.file("a.sqlite") }

  private let one = "CREATE TABLE a(x); INSERT INTO a VALUES(1)"
  private let two = "ALTER TABLE a ADD COLUMN y DEFAULT 2"

  @Test func takesAnOlderFileThroughTheStepsThatItLacks() throws {
    try Database(path: file).migrate([one])
    let database = try Database(path: file)
    #expect(try database.schemaVersion() == 1)
    try database.migrate([one, two])
    try database.migrate([one, two])
    #expect(try database.schemaVersion() == 2)
    let rows = try database.prepare("SELECT x, y FROM a")
    try expectRow(rows)
    #expect(rows.int(1) == 2)
    try expectEnd(rows)
  }

  @Test(arguments: [3, -1])
  func refusesAFormatThatItDoesNotKnow(_ version: Int) throws {
    let database = try Database(path: file)
    try database.execute("PRAGMA user_version=\(version)")
    let error = #expect(throws: StoreError.self) { try database.migrate([one, two]) }
    #expect(error == .newerSchema(found: version, known: 2))
    #expect(
      error?.description
        == "the store has format \(version), and this chatferry knows formats up to 2; "
        + "use the newer chatferry that wrote it")
    #expect(try database.schemaVersion() == version)
  }

  @Test func aFailedStepLeavesTheOldFormat() throws {
    let database = try Database(path: file)
    try database.migrate([one])
    #expect(throws: StoreError.self) { try database.migrate([one, two, "NONSENSE"]) }
    #expect(try database.schemaVersion() == 1)
    #expect(throws: StoreError.self) { _ = try database.prepare("SELECT y FROM a") }
    try database.migrate([one, two])
    #expect(try database.schemaVersion() == 2)
  }
}
