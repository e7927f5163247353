import Files
import InboxAPI
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
    let key = ImportJournal.MediaKey(
      sha256: SHA256.digest(of: [1, 2].span), size: 2, mime: "image/jpeg")
    #expect(try journal.receipt(for: key) == nil)
    try journal.intend(media: [key], at: 5)
    #expect(try again().receipt(for: key) == nil)
    let receipt = MediaReceipt(id: "m", file: "http://x/m")
    try journal.finish(media: key, receipt, at: 7)
    #expect(try again().receipt(for: key) == .init(receipt: receipt, at: 7))
    var other = key
    other.mime = "image/png"
    #expect(try journal.receipt(for: other) == nil)
    try journal.forget(media: [key])
    #expect(try again().receipt(for: key) == nil)
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

  @Test func keepsTheSmallestRefusedLength() throws {
    #expect(try journal.refusedLength() == nil)
    try journal.note(refusedLength: 900)
    try journal.note(refusedLength: 400)
    try journal.note(refusedLength: 700)
    #expect(try again().refusedLength() == 400)
  }

  @Test func givesEveryInboxItsFolder() {
    let one = ImportJournal.folder(for: "https://a.example", below: "/s")
    #expect(one.hasPrefix("/s/imports/"))
    #expect(!one.contains("example"))
    #expect(one != ImportJournal.folder(for: "https://b.example", below: "/s"))
  }
}
