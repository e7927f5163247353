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
  package enum Form: Sendable { case zip, text, folder }

  package let path: String
  package let form: Form

  package init(path: String, form: Form) {
    self.path = path
    self.form = form
  }
}

/// One export, opened: its chat text and its media. One file descriptor from the first look to the last byte.
package final class ExportArchive {
  /// As the user gave it.
  package let path: String
  /// The chat's title, from the names that phones give archives and texts (` (1)` of a re-download
  /// removed); the bare file name where no known pattern fits.
  package let title: String
  /// The chat text among the entries.
  package let chatText: ExportEntry
  /// Everything else that is a file, in archive order.
  package let media: [ExportEntry]
  /// What was noticed while opening.
  package let problems: [Problem]

  package init(opening found: FoundExport) throws(ExportError) { fatalError() }

  /// The chat text from its first byte; each call starts anew.
  package func openChatText() throws(ExportError) -> any ByteSource { fatalError() }

  /// A reader of media entries with a position of its own; one for each thread that reads.
  package func makeMediaReader() throws(ExportError) -> MediaReader { fatalError() }
}

/// Walks an archive's media. Opening entries in rising `index` order is cheap; going back starts over.
/// Used by one thread at a time.
package final class MediaReader {
  /// The bytes of `entry`. The source before it ends with this call.
  package func open(_ entry: ExportEntry) throws(ExportError) -> any ByteSource { fatalError() }
}
