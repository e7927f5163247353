internal import Files
internal import Glibc

/// The files of a zip archive.
final class ZipStore: ExportStore {
  let items: [ExportItem]
  let problems: [Problem]
  let isPacked = true
  private let file: InputFile
  private let directory: ZipDirectory

  /// Scans the archive and walks its headers once with libarchive: what that would return must be what the scan found,
  /// for every entry, before anything of the archive is used.
  init(at path: String) throws(ExportError) {
    file = try InputFile(at: path)
    directory = try ZipDirectory(scanning: file)
    try ZipHandle(file, directory).advance(to: directory.entries.count - 1)
    items = Self.items(of: directory)
    problems = Self.oddNames(in: directory)
  }

  func makeReader() throws(ExportError) -> any EntryReader {
    ZipReader(file, directory)
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

/// Opens entries of a zip archive: deflated ones where they lie, stored ones walking forward through it.
private final class ZipReader: EntryReader {
  fileprivate let file: InputFile
  private let directory: ZipDirectory
  private var handle: ZipHandle?
  private var turn = 0

  init(_ file: InputFile, _ directory: ZipDirectory) {
    self.file = file
    self.directory = directory
  }

  func open(_ entry: ExportEntry) throws(ExportError) -> any EntrySource {
    precondition(
      directory.entries.indices.contains(entry.index)
        && directory.entries[entry.index].size == entry.size,
      "entry \(entry.index) is not of this archive")
    turn += 1
    let packed = directory.entries[entry.index]
    if packed.method == ZipEntry.deflated { return InflatedSource(file, packed) }
    if handle.map({ $0.index >= entry.index }) ?? true {
      handle = try ZipHandle(file, directory)
    }
    guard let handle else { preconditionFailure("no handle") }
    do throws(ExportError) {
      try handle.advance(to: entry.index)
    } catch {
      self.handle = nil
      throw error
    }
    return Source(of: self, turn)
  }

  private final class Source: EntrySource {
    private let reader: ZipReader
    private let turn: Int

    init(of reader: ZipReader, _ turn: Int) {
      self.reader = reader
      self.turn = turn
    }

    func take(into buffer: UnsafeMutableRawBufferPointer) throws(ExportError) -> Int {
      // After the next entry was opened, or after an error, nothing more comes; a quiet end would look like a whole file.
      guard reader.turn == turn, let handle = reader.handle else {
        throw .readFailed(path: reader.file.path, code: ESTALE)
      }
      do throws(ExportError) {
        return try unsafe handle.read(into: buffer)
      } catch {
        reader.handle = nil
        throw error
      }
    }
  }
}
