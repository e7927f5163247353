/// What a zip archive holds, found without unpacking and checked so far that a reader cannot be led astray by it:
/// names, kinds, sizes and places agree in the directory, in the files' own headers and behind the files, and every
/// byte of the archive belongs to exactly one of them.
struct ZipDirectory: Sendable {
  /// In the order of the files' places in the archive.
  private(set) var entries: [ZipEntry]
  /// Where the archive ends, its comment left out.
  let end: Int64

  /// Looks at the end record, the directory and every header; takes time in the number of entries.
  init(scanning file: InputFile) throws(ExportError) {
    let record = try ZipEndRecord(of: file)
    end = record.end
    entries = try Self.readDirectory(of: file, record)
    try Self.checkTotal(entries, path: file.path)
    entries.sort { $0.offset < $1.offset }
    try Self.checkNames(entries, path: file.path)
    try Self.checkPlaces(&entries, of: file, directoryStart: record.directory.lowerBound)
    try file.checkUnchanged()
  }

  private static func readDirectory(
    of file: InputFile, _ record: ZipEndRecord
  ) throws(ExportError) -> [ZipEntry] {
    var window = FileWindow(file, reach: 1 << 18, end: record.directory.upperBound)
    var entries: [ZipEntry] = []
    entries.reserveCapacity(record.count)
    var offset = record.directory.lowerBound
    for _ in 0..<record.count {
      guard let fixed = try window.load(at: offset, count: 46) else {
        throw .archiveDamaged(path: file.path, entry: nil, fault: .countWrong)
      }
      let length = ZipCentralHeader.length(window.buffer.span, at: fixed)
      guard let length, let at = try window.load(at: offset, count: length) else {
        throw .archiveDamaged(path: file.path, entry: nil, fault: .directoryWrong)
      }
      let header = ZipCentralHeader(path: file.path, start: at, length: length)
      entries.append(try header.entry(window.buffer.span))
      offset += Int64(length)
    }
    guard offset == record.directory.upperBound else {
      throw .archiveDamaged(path: file.path, entry: nil, fault: .countWrong)
    }
    return entries
  }

  /// Many entries may not do together what one must not do alone.
  private static func checkTotal(_ entries: [ZipEntry], path: String) throws(ExportError) {
    var size: Int64 = 0
    var packedSize: Int64 = 0
    for entry in entries {
      // Saturates: a sum that no archive can have is too large in any case.
      size += min(entry.size, .max - size)
      packedSize += min(entry.packedSize, .max - packedSize)
    }
    guard size <= ZipLimits.freeTotal || size / ZipLimits.ratio < packedSize else {
      let largest = entries.max { $0.size < $1.size }
      throw .archiveBomb(path: path, entry: largest?.name ?? "")
    }
  }

  /// No name twice, no file that is also a folder of others. Names are compared as bytes: twins that differ in case or
  /// in Unicode form are two files.
  private static func checkNames(_ entries: [ZipEntry], path: String) throws(ExportError) {
    let slash = UInt8(ascii: "/")
    var files: Set<ArraySlice<UInt8>> = []
    var folders: Set<ArraySlice<UInt8>> = []
    var parent: ArraySlice<UInt8> = []
    for entry in entries {
      var name = (entry.unicodeName ?? entry.storedName)[...]
      if name.last == slash { name.removeLast() }
      let isNew = entry.isFolder ? folders.insert(name).inserted : files.insert(name).inserted
      guard isNew else { throw .archiveDuplicateEntry(path: path, entry: entry.name) }
    }
    for entry in entries {
      var name = (entry.unicodeName ?? entry.storedName)[...]
      if name.last == slash {
        name.removeLast()
        guard !files.contains(name) else {
          throw .archiveDuplicateEntry(path: path, entry: entry.name)
        }
      }
      guard let cut = name.lastIndex(of: slash), name[..<cut] != parent else { continue }
      parent = name[..<cut]
      var ancestor = parent
      while true {
        guard !files.contains(ancestor) else {
          throw .archiveDuplicateEntry(path: path, entry: String(decoding: ancestor, as: UTF8.self))
        }
        guard let cut = ancestor.lastIndex(of: slash) else { break }
        ancestor = ancestor[..<cut]
      }
    }
  }

  /// From the first byte to the directory, one file stands behind the other, with nothing between and nothing shared.
  private static func checkPlaces(
    _ entries: inout [ZipEntry], of file: InputFile, directoryStart: Int64
  ) throws(ExportError) {
    var window = FileWindow(file, reach: 4_096, end: directoryStart)
    var position: Int64 = 0
    for index in entries.indices {
      let entry = entries[index]
      guard entry.offset >= position else {
        throw .archiveBomb(path: file.path, entry: entry.name)
      }
      guard entry.offset == position else {
        throw .archiveDamaged(path: file.path, entry: nil, fault: .unexplainedBytes)
      }
      let next = index + 1 < entries.count ? entries[index + 1].offset : directoryStart
      let header = ZipLocalHeader(path: file.path, entry: entry, next: next)
      entries[index] = try header.confirmed(in: &window)
      position = next
    }
    guard position == directoryStart else {
      throw .archiveDamaged(path: file.path, entry: nil, fault: .unexplainedBytes)
    }
  }
}
