package import Files

/// A file inside an export.
package struct ExportEntry: Sendable, Equatable {
  /// Position in the archive's list; the identity of the entry.
  package let index: Int
  /// The name as stored, without folders.
  package let name: String
  /// Size in bytes, unpacked, as declared; the reader counts and refuses a lie.
  package let size: Int64

  package init(index: Int, name: String, size: Int64) {
    self.index = index
    self.name = name
    self.size = size
  }
}

/// An export that was found, but not opened yet.
package struct FoundExport: Sendable, Equatable {
  package enum Form: Sendable {
    case zip, text, folder
    /// By its name an export, but a link, a device or of a name that is not UTF-8; opening it says so.
    case unusable
  }

  package let path: String
  package let form: Form

  package init(path: String, form: Form) {
    self.path = path
    self.form = form
  }
}

/// One export, opened: its chat text and its media. One file descriptor from the first look to the last byte.
///
/// Nothing in it changes after opening: any number of threads may ask for sources, each for its own.
package final class ExportArchive: Sendable {
  /// As the user gave it.
  package let path: String
  /// The chat's title, from the names that phones give archives and texts (` (1)` of a re-download
  /// removed); the bare file name where no known pattern fits.
  package let title: String
  /// The languages in which phones give the name that told the title, as the marker table names them; empty where
  /// that tells none.
  let titleLanguages: [String]
  /// The chat text among the entries.
  package let chatText: ExportEntry
  /// Everything else that is a file, in archive order.
  package let media: [ExportEntry]
  /// What was noticed while opening.
  package let problems: [Problem]

  private let store: any ExportStore

  /// Opens an export, checks an archive from end to end without unpacking it, and finds the chat text.
  ///
  /// - Throws: any `ExportError` of the archive; `chatTextMissing`, `chatTextAmbiguous`.
  package init(opening found: FoundExport) throws(ExportError) {
    // Whoever opens an export reads it.
    ChatReader.prepare()
    let store: any ExportStore =
      switch found.form {
      case .zip: try ZipStore(at: found.path)
      case .folder: try FolderStore(at: found.path)
      case .text: try TextStore(at: found.path)
      case .unusable: throw .notARegularFile(path: found.path)
      }
    // A text that was given alone is the chat, whatever it is called; reading it tells whether it is one.
    let text =
      found.form == .text ? 0 : try ChatTextChoice(path: found.path, store: store).chosen()
    path = found.path
    let name = ChatTitle(found, text: store.items[text])
    title = name.title
    titleLanguages = name.languages
    chatText = store.items[text].entry
    media = store.items.indices.lazy.filter { $0 != text }.map { store.items[$0].entry }
    problems = store.problems
    self.store = store
  }

  /// An export that was put together here.
  package init(_ assembled: AssembledExport) {
    let store = AssembledStore(assembled)
    path = assembled.name
    title = assembled.title
    titleLanguages = []
    chatText = store.items[0].entry
    media = store.items.dropFirst().map(\.entry)
    problems = []
    self.store = store
  }

  /// The chat text from its first byte; each call starts anew.
  package func openChatText() throws(ExportError) -> any ByteSource {
    try store.open(chatText)
  }

  /// The bytes of a media entry.
  ///
  /// The source gives its last bytes only after length and checksum were found right; before that, an error
  /// may still come.
  package func openMedia(_ entry: ExportEntry) throws(ExportError) -> any ByteSource {
    try store.open(entry)
  }

  /// The size of what `verifyMedia` reads, in bytes; 0 for a folder, whose files have no checksum to compare with.
  package var verifiableBytes: Int64 {
    store.isPacked ? media.reduce(0) { $0 &+ $1.size } : 0
  }

  /// Finds what only reading can find: unpacks every media entry of an archive and throws the bytes away, for wrong
  /// checksums, lying sizes and broken streams. Files of a folder are only opened. Takes the time of reading the archive,
  /// and none where it has no media.
  ///
  /// - Parameter watch: told how many more bytes were read.
  /// - Throws: `archiveDamaged` for the first such entry, `archiveChanged`, `readFailed`.
  package func verifyMedia(
    watch: (_ moreBytes: Int) -> Void = { _ in }
  ) throws(ExportError) {
    for entry in media {
      let source = try store.open(entry)
      guard store.isPacked else { continue }
      try source.forEachChunk(of: 1 << 18) { chunk in
        watch(chunk.count)
        return true
      }
    }
  }
}
