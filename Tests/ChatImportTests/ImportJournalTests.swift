import Files
import InboxAPI
import SQLiteStore
import Testing

@testable import ChatImport

struct ImportJournalTests {
  private let folder: TestFolder
  private let journal: ImportJournal

  init() throws {
    folder = try TestFolder()
    journal = try ImportJournal(folder: folder.path + "/inbox")
  }

  private func again() throws -> ImportJournal { try ImportJournal(folder: folder.path + "/inbox") }

  @Test func knowsAFileOnlyWhenItsAnswerWasWrittenDown() throws {
    let key = MediaKey(
      sha256: SHA256.digest(of: [1, 2].span), size: 2, mime: "image/jpeg")
    #expect(try journal.receipt(for: key) == nil)
    #expect(try journal.intend(media: [key], at: 5).count == 0)
    #expect(try again().receipt(for: key) == nil)
    #expect(try again().intend(media: [key], at: 6).count == 1)
    let receipt = MediaReceipt(id: "m", file: "http://x/m")
    try journal.finish(media: key, receipt, at: 7)
    #expect(try again().receipt(for: key) == .init(receipt: receipt, at: 7))
    var other = key
    other.mime = "image/png"
    #expect(try journal.receipt(for: other) == nil)
    #expect(try journal.intend(media: [key, other], at: 8).count == 0)
    #expect(try journal.intend(media: [key, other], at: 9).count == 2)
    try journal.forget(media: [key])
    #expect(try again().receipt(for: key) == nil)
    #expect(try journal.intend(media: [key], at: 10).count == 0)
  }

  @Test func keepsPartsWithTheirRows() throws {
    var part = ImportJournal.StoredPart(
      offsetMinutes: -420, rows: [0..<3, 9..<1_500_000], messages: 7, state: .intent, at: 11,
      fingerprint: "f")
    part.number = try journal.add(part, chat: "c", plan: "p")
    #expect(try again().parts(chat: "c", plan: "p") == [part])
    #expect(try journal.parts(chat: "c", plan: "q") == [])
    #expect(try journal.parts(chat: "d", plan: "p") == [])
    try journal.set(part.number, .lost, at: 20)
    #expect(try again().unsettled(chat: "c", besides: "q") == 20)
    #expect(try journal.unsettled(chat: "c", besides: "p") == nil)
    try journal.set(part.number, .done, at: 30)
    #expect(try again().unsettled(chat: "c", besides: "q") == nil)
    try journal.dropUnsettled(chat: "c", besides: "q")
    #expect(try journal.parts(chat: "c", plan: "p").map(\.state) == [.done])
    try journal.drop(part.number)
    #expect(try again().parts(chat: "c", plan: "p") == [])
  }

  @Test func forgetsOnePlanAlone() throws {
    try journal.finish(chat: "c", plan: "p", isVerified: false, at: 1)
    try journal.finish(chat: "c", plan: "p", isVerified: true, at: 2)
    try journal.finish(chat: "c", plan: "q", isVerified: false, at: 3)
    #expect(try again().finished(chat: "c", plan: "p") == true)
    try journal.forget(chat: "c", plan: "p")
    #expect(try again().finished(chat: "c", plan: "p") == nil)
    #expect(try again().finished(chat: "c", plan: "q") == false)
  }

  @Test func keepsTheSmallestRefusedLengthForADay() throws {
    let day: Int64 = 24 * 3600
    #expect(try journal.refusedLength(at: 0) == nil)
    try journal.note(refusedLength: 900, at: 1000)
    try journal.note(refusedLength: 400, at: 1000)
    try journal.note(refusedLength: 700, at: 2000)
    #expect(try again().refusedLength(at: 1000 + day) == 400)
    #expect(try again().refusedLength(at: 1001 + day) == 700)
    #expect(try again().refusedLength(at: 2001 + day) == nil)
    // A clock that was put back tells no age.
    try journal.note(refusedLength: 700, at: 5000)
    #expect(try again().refusedLength(at: 4000) == nil)
    #expect(try again().refusedLength(at: 5000) == nil)
  }

  @Test func namesChatsBySaltedHashes() throws {
    let key = try journal.key(ofChat: partner)
    #expect(key.count == 64)
    #expect(try again().key(ofChat: partner) == key)
    #expect(try journal.key(ofChat: "447700900142") != key)
    let other = try ImportJournal(folder: folder.path + "/other")
    #expect(try other.key(ofChat: partner) != key)
    #expect(key != ImportJournal.digest(of: partner))
  }

  /// The first format knew neither salt nor times of refusals.
  @Test func takesOverWhatOlderVersionsWrote() throws {
    let path = folder.path + "/old"
    try Folder.create(path)
    let old = try Database(path: path + "/journal.sqlite")
    try old.migrate([
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
      """
    ])
    // The SHA-256 of 49170000001.
    let chat = "e1b6f9b953fd2fa1350797398df8909f36da837d9ed5ee5d86d5aaf3785d5d20"
    try old.execute("INSERT INTO refused VALUES (900)")
    try old.execute("INSERT INTO plan VALUES ('\(chat)', 'p', 5, 1)")
    try old.execute("INSERT INTO part VALUES (1, '\(chat)', 'p', 60, x'', 3, 2, 5, 'f')")
    let journal = try ImportJournal(folder: path)
    let key = try journal.key(ofChat: "49170000001")
    #expect(try journal.finished(chat: key, plan: "p") == true)
    #expect(try journal.parts(chat: key, plan: "p").map(\.messages) == [3])
    #expect(try journal.finished(chat: chat, plan: "p") == nil)
    #expect(try journal.refusedLength(at: 1_700_000_000) == nil)
  }

  @Test func givesEveryInboxItsFolder() {
    let one = ImportJournal.folder(for: "https://a.example", below: "/s")
    #expect(one.hasPrefix("/s/imports/"))
    #expect(!one.contains("example"))
    #expect(one != ImportJournal.folder(for: "https://b.example", below: "/s"))
  }
}
