internal import Files

/// The files of an unzipped export: those of the folder, and those however deep in it, but for folders with a chat's text of their
/// own.
final class FolderStore: ExportStore {
  let items: [ExportItem]
  let problems: [Problem]
  let isPacked = false
  private let root: FolderHandle

  init(at path: String) throws(ExportError) {
    root = try FolderHandle(at: path)
    var found = Found()
    try Self.collect(root, [], &found)
    items = found.files.indices.map { index in
      let (folders, item) = found.files[index]
      return ExportItem(
        entry: ExportEntry(index: index, name: item.name, size: item.size), folders: folders)
    }
    problems = found.others.map { name in
      Problem(
        "archive-special-file", .warning,
        """
        “\(name.escapedForPeople)”: is a link, a device or has a name that is not UTF-8, and is not \
        used; put a file in its place if it belongs to the chat
        """)
    }
  }

  private struct Found {
    var files: [(folders: [String], item: FolderHandle.Item)] = []
    /// What is neither file nor folder.
    var others: [String] = []
  }

  private static func collect(
    _ folder: borrowing FolderHandle, _ folders: [String], _ found: inout Found
  ) throws(ExportError) {
    let items = try folder.items()
    if !folders.isEmpty, items.contains(where: { ChatName(textNamed: $0.name) != nil }) { return }
    for item in items {
      switch item.kind {
      case .file: found.files.append((folders, item))
      case .other: found.others.append((folders + [item.name]).joined(separator: "/"))
      case .folder where folders.count < ZipLimits.levels:
        try collect(FolderHandle(item.name, in: folder), folders + [item.name], &found)
      case .folder: break
      }
    }
    guard found.files.count <= ZipLimits.entries else {
      throw .archiveTooManyEntries(path: folder.path, limit: ZipLimits.entries)
    }
  }

  func open(_ entry: ExportEntry) throws(ExportError) -> any EntrySource {
    precondition(
      items.indices.contains(entry.index) && items[entry.index].entry == entry,
      "entry \(entry.index) is not of this folder")
    let file = try Self.file(entry.name, items[entry.index].folders[...], in: root)
    return try FolderFileSource(file, size: entry.size)
  }

  private static func file(
    _ name: String, _ folders: ArraySlice<String>, in folder: borrowing FolderHandle
  ) throws(ExportError) -> InputFile {
    guard let next = folders.first else { return try InputFile(name, in: folder) }
    return try file(name, folders.dropFirst(), in: FolderHandle(next, in: folder))
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
    try file.checkUnchanged()
    return try FolderFileSource(file, size: entry.size)
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
