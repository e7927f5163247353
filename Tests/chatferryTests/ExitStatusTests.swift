import ChatImport
import ChatRecords
import Contacts
import Files
@testable import InboxAPI
import LocalInbox
import Testing
import WhatsAppExport

@testable import chatferry

@Suite struct ExitStatusTests {
  struct Several: Sendable, CustomTestStringConvertible {
    let inputs: [Status]
    let status: Status
    var testDescription: String { "\(inputs) give \(status)" }
  }

  @Test(arguments: [
    Several(inputs: [], status: .allDone),
    Several(inputs: [.allDone, .allDone], status: .allDone),
    Several(inputs: [.badInput], status: .badInput),
    Several(inputs: [.noInput], status: .noInput),
    Several(inputs: [.someFailed], status: .someFailed),
    Several(inputs: [.allDone, .badInput], status: .someFailed),
    Several(inputs: [.allDone, .noInput], status: .someFailed),
    Several(inputs: [.badInput, .badInput], status: .badInput),
    Several(inputs: [.badInput, .noInput], status: .badInput),
    Several(inputs: [.badInput, .someFailed], status: .someFailed),
    Several(inputs: [.allDone, .badInput, .refused], status: .refused),
  ])
  func combinesInputs(_ several: Several) {
    #expect(Status.combining(several.inputs) == several.status)
  }

  private static let call = APIError.Call(
    operation: "listChats", method: "GET", url: "https://x.example/api/v1/chats/")

  @Test func givesEveryErrorItsStatus() {
    let table: [(any Error, Status)] = [
      (CommandError.unknownCommand("x", nearest: nil), .usage),
      (CommandError.tokenMissing("https://x.example", .getChat), .configuration),
      (FilesError.readerGone(name: "standard output"), .allDone),
      (FilesError.cannotCreate(path: "x", code: 13), .cannotCreate),
      (FilesError.cannotCreate(path: "x", code: 28), .inputOutput),
      (FilesError.cannotWrite(path: "x", code: 28), .inputOutput),
      (FilesError.locked(path: "x"), .tryAgain),
      (FilesError.noMediaTypes(reason: "x"), .configuration),
      (RecordsError.folderTaken(path: "x", file: "y"), .cannotCreate),
      (RecordsError.file(.readerGone(name: "x")), .allDone),
      (RecordsError.notATime(text: "x"), .usage),
      (ExportError.noSuchInput(path: "x"), .noInput),
      (ExportError.notAZip(path: "x"), .badInput),
      (ExportError.readFailed(path: "x", code: 5), .inputOutput),
      (SpoiledRun(error: .archiveTruncated(path: "x")), .badInput),
      (ContactsError.unreadable(path: "x", line: 3, .noColon), .badInput),
      (ContactsError.file(.cannotOpen(path: "x", code: 2)), .noInput),
      (APIError.unreachable(Self.call, reason: "x", isPermanent: false), .unavailable),
      (APIError.receiverFailed(Self.call, reason: "no space left"), .inputOutput),
      (APIError.bodyUnreadable(Self.call, reason: "x", outcome: .unknown), .inputOutput),
      (APIError.tokenRefused(Self.call, status: 401, details: ""), .refused),
      (APIError.signInRefused(Self.call, status: 400, details: ""), .refused),
      (APIError.throttled(Self.call, status: 429, retryAfter: .seconds(900)), .tryAgain),
      (APIError.invalidToken(reason: "x"), .configuration),
      (APIError.serverFailed(Self.call, status: 500, details: ""), .unavailable),
      (LocalInboxError.cannotListen(address: "x", reason: "y"), .unavailable),
      (LocalInboxError.cannotPrepare(path: "x", reason: "y"), .cannotCreate),
      (ImportError.locked(path: "x"), .tryAgain),
      (ImportError.server(.tokenRefused(Self.call, status: 403, details: "")), .refused),
      (ImportError.files(.cannotWrite(path: "x", code: 28)), .inputOutput),
    ]
    for (error, status) in table {
      #expect(Status(of: error) == status, "\(error)")
    }
  }
}
