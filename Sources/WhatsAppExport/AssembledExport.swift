package import Files

/// An export that was put together here: a chat text, and files that lie elsewhere under other names.
package struct AssembledExport: Sendable {
  package struct Medium: Sendable, Equatable {
    /// As the text writes it; each once.
    package let name: String
    /// Where the file lies.
    package let path: String
    /// In bytes.
    package let size: Int64

    package init(name: String, path: String, size: Int64) {
      self.name = name
      self.path = path
      self.size = size
    }
  }

  /// What messages for people call it.
  package let name: String
  package let title: String
  package let text: TemporaryFile
  package let media: [Medium]

  package init(name: String, title: String, text: TemporaryFile, media: [Medium]) {
    self.name = name
    self.title = title
    self.text = text
    self.media = media
  }
}

/// The text is entry 0, the media follow.
final class AssembledStore: ExportStore {
  let items: [ExportItem]
  let problems: [Problem] = []
  let isPacked = false
  private let export: AssembledExport

  init(_ export: AssembledExport) {
    self.export = export
    let text = ExportEntry(index: 0, name: "_chat.txt", size: export.text.size)
    let media = export.media.enumerated().map {
      ExportEntry(index: $0.offset + 1, name: $0.element.name, size: $0.element.size)
    }
    items = ([text] + media).map { ExportItem(entry: $0, folders: []) }
  }

  func open(_ entry: ExportEntry) throws(ExportError) -> any EntrySource {
    guard entry.index > 0 else { return AssembledText(export) }
    return try FolderFileSource(
      InputFile(at: export.media[entry.index - 1].path), size: entry.size)
  }
}

/// The bytes of the chat text.
private final class AssembledText: EntrySource {
  private let export: AssembledExport
  private var position: Int64 = 0

  init(_ export: AssembledExport) { self.export = export }

  func take(into buffer: UnsafeMutableRawBufferPointer) throws(ExportError) -> Int {
    do throws(FilesError) {
      let count = try unsafe export.text.read(into: buffer, at: position)
      position += Int64(count)
      return count
    } catch {
      // 5 is EIO on Linux.
      throw .readFailed(path: export.name, code: 5)
    }
  }
}
