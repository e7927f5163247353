import Files
import InboxAPI
import SQLiteStore
import Testing
import WhatsAppExport

@testable import ChatImport

struct ImportErrorTests {
  static let cases: [(ImportError, String)] = [
    (
      .server(.invalidURL(reason: "no host")),
      "inbox address not usable: no host; give https://HOST, or http:// for a loopback address"
    ),
    (
      .export(.archiveChanged(path: "a.zip")), "\(ExportError.archiveChanged(path: "a.zip"))"
    ),
    (.files(.readerGone(name: "x")), "\(FilesError.readerGone(name: "x"))"),
    (
      .store(.cannotOpen(path: "j", reason: "odd")),
      "the import journal: j: cannot be opened (odd); check the path and its rights"
    ),
    (
      .locked(path: "l"),
      "l: another import of this chat is going on; wait for its end, then run the same command again"
    ),
    (.interrupted, "interrupted; run the same command again to go on"),
    (.noServer, "no inbox was given; name one with --inbox"),
  ]

  @Test(arguments: cases)
  func saysWhatToDo(_ error: ImportError, _ words: String) {
    #expect("\(error)" == words)
  }

  @Test func givesEveryErrorItsCase() {
    #expect(ImportError(FilesError.locked(path: "l")) == .locked(path: "l"))
    #expect(ImportError(FilesError.readerGone(name: "x")) == .files(.readerGone(name: "x")))
    #expect(
      ImportError(StoreError.cannotOpen(path: "j", reason: "odd"))
        == .store(.cannotOpen(path: "j", reason: "odd")))
    #expect(
      ImportError(ExportError.archiveChanged(path: "a")) == .export(.archiveChanged(path: "a")))
    #expect(
      ImportError(APIError.invalidURL(reason: "r")) == .server(.invalidURL(reason: "r")))
    #expect(ImportError(ImportError.noServer) == .noServer)
    #expect(ImportError(CancellationError()) == .interrupted)
  }
}
