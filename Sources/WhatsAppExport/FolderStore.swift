internal import Files

/// The files of an unzipped export: those of the folder, and those one folder deeper where that is no export of its own.
final class FolderStore: ExportStore {
  let items: [ExportItem]
  let problems: [Problem]
  let isPacked = false
  private let root: FolderHandle

  init(at path: String) throws(ExportError) {
    root = try FolderHandle(at: path)
    var files: [(folders: [String], item: FolderHandle.Item)] = []
    var others: [String] = []
    for item in try root.items() {
      switch item.kind {
      case .file: files.append(([], item))
      case .other: others.append(item.name)
      case .folder:
        let folder = try FolderHandle(item.name, in: root)
        for inner in try folder.items() {
          switch inner.kind {
          case .file: files.append(([item.name], inner))
          case .other: others.append(item.name + "/" + inner.name)
          case .folder: break
          }
        }
      }
    }
    guard files.count <= ZipLimits.entries else {
      throw .archiveTooManyEntries(path: path, limit: ZipLimits.entries)
    }
    items = files.indices.map { index in
      let (folders, item) = files[index]
      return ExportItem(
        entry: ExportEntry(index: index, name: item.name, size: item.size), folders: folders)
    }
    problems = others.map { name in
      Problem(
        "archive-special-file", .warning,
        """
        “\(name.escapedForPeople)”: is a link, a device or has a name that is not UTF-8, and is not \
        used; put a file in its place if it belongs to the chat
        """)
    }
  }

  func open(_ entry: ExportEntry) throws(ExportError) -> any EntrySource {
    precondition(
      items.indices.contains(entry.index) && items[entry.index].entry == entry,
      "entry \(entry.index) is not of this folder")
    guard let name = items[entry.index].folders.first else {
      return try FolderFileSource(InputFile(entry.name, in: root), size: entry.size)
    }
    let folder = try FolderHandle(name, in: root)
    return try FolderFileSource(InputFile(entry.name, in: folder), size: entry.size)
  }
}

/// A bare chat text: no media, whatever lies beside it.
final class TextStore: ExportStore {
  let items: [ExportItem]
  let problems: [Problem] = []
  let isPacked = false
  private let file: InputFile

  init(at path: String) throws(ExportError) {
    file = try InputFile(at: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    items = [ExportItem(entry: ExportEntry(index: 0, name: name, size: file.size), folders: [])]
  }

  func open(_ entry: ExportEntry) throws(ExportError) -> any EntrySource {
    try FolderFileSource(file, size: entry.size)
  }
}

/// The bytes of a plain file, which must be as long as it was when it was listed.
final class FolderFileSource: EntrySource {
  private let file: InputFile
  private var offset: Int64 = 0

  init(_ file: InputFile, size: Int64) throws(ExportError) {
    guard file.size == size else { throw .archiveChanged(path: file.path) }
    self.file = file
  }

  func take(into buffer: UnsafeMutableRawBufferPointer) throws(ExportError) -> Int {
    let wanted = Int(min(Int64(buffer.count), file.size - offset))
    var count = 0
    if wanted > 0 {
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
      count = try unsafe file.read(at: offset, into: part)
      guard count == wanted else { throw .archiveChanged(path: file.path) }
      offset += Int64(count)
    }
    if offset == file.size { try file.checkUnchanged() }
    return count
  }
}
