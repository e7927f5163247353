internal import Files

/// The files of a zip archive.
final class ZipStore: ExportStore {
  let items: [ExportItem]
  let problems: [Problem]
  let isPacked = true
  private let file: InputFile
  private let directory: ZipDirectory

  /// Scans the archive and lets libarchive walk its headers: what that would return must be what the scan found, for
  /// every entry, before anything of the archive is used.
  init(at path: String) throws(ExportError) {
    file = try InputFile(at: path)
    directory = try ZipDirectory(scanning: file)
    try HeaderWalk(file, directory).compareAll()
    items = Self.items(of: directory)
    problems = Self.oddNames(in: directory)
  }

  func open(_ entry: ExportEntry) throws(ExportError) -> any EntrySource {
    precondition(
      directory.entries.indices.contains(entry.index)
        && directory.entries[entry.index].size == entry.size,
      "entry \(entry.index) is not of this archive")
    try file.checkUnchanged()
    return ZipEntrySource(file, directory.entries[entry.index])
  }

  /// The files without those that a Mac put beside them.
  static func items(of directory: ZipDirectory) -> [ExportItem] {
    directory.entries.indices.compactMap { index in
      let entry = directory.entries[index]
      guard !entry.isFolder else { return nil }
      let name = entry.name
      guard !ZipName.isSystemDust(name) else { return nil }
      var parts = name.split(separator: "/").map(String.init)
      let last = parts.removeLast()
      return ExportItem(
        entry: ExportEntry(index: index, name: last, size: entry.size), folders: parts)
    }
  }

  private static let namedProblems = 20

  private static func oddNames(in directory: ZipDirectory) -> [Problem] {
    let odd = directory.entries.filter(\.isOddlyNamed)
    var problems = odd.prefix(namedProblems).map { entry in
      Problem(
        "archive-odd-name", .warning,
        """
        “\(entry.name.escapedForPeople)”: the name is one that some systems change or refuse; the \
        file is used under it, check that it is the one you expect
        """)
    }
    if odd.count > namedProblems {
      problems.append(
        Problem(
          "archive-odd-name", .warning,
          "\(odd.count - namedProblems) more files have such names; they are used as well"))
    }
    return problems
  }
}
