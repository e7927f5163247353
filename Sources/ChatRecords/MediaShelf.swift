internal import Files

/// The `media/` folder of an export: every content once, under a name made from the content.
///
/// A name is 16 hexadecimal digits of the file's SHA-256, a dot and an extension; all 64 where two contents share the 16.
/// Names that people and phones gave to files never become names on the disk.
final class MediaShelf {
  /// What is kept of a file; its name follows from it.
  private struct Item {
    let size: Int64
    let fileExtension: String
    /// Position in `types`.
    let type: Int
    let hasLongName: Bool
  }

  static let folderName = "media"

  private let folder: String
  private let operations: FileOperations
  private let examiner: MediaExaminer
  private var items: [SHA256.Digest: Item] = [:]
  private var names: Set<UInt64> = []
  private var types: [String] = []
  private(set) var bytes: Int64 = 0

  /// - Parameter exportFolder: where `media/` lies or will lie.
  init(in exportFolder: String, operations: FileOperations) throws(FilesError) {
    folder = exportFolder + "/" + Self.folderName
    self.operations = operations
    examiner = try MediaExaminer()
    if Folder.hasItem(folder), !Folder.isFolderItself(folder) {
      // 20 is ENOTDIR on Linux: a link there would let us write elsewhere.
      throw .cannotCreate(path: folder, code: 20)
    }
    try Folder.create(folder)
  }

  var count: Int { items.count }

  /// Copies a file, unless its content is there already.
  ///
  /// - Parameter name: as in the message; only its extension is used, where that is a plain one.
  /// - Throws: whatever `source` throws, and `FilesError`.
  func add(_ source: any ByteSource, named name: String) throws -> MediaFacts {
    let copy = try OutputFile(folder + "/incoming", access: .owner, operations: operations)
    let facts = try examiner.read(source, into: copy)
    if items[facts.sha256] == nil {
      let item = Item(
        size: facts.size, fileExtension: Self.fileExtension(of: name, type: facts.mimeType),
        type: position(of: facts.mimeType),
        hasLongName: !names.insert(facts.sha256.leadingWord).inserted)
      try copy.commit(as: folder + "/" + Self.name(of: facts.sha256, item))
      items[facts.sha256] = item
      bytes += facts.size
    }
    guard let item = items[facts.sha256] else { return facts }
    return MediaFacts(
      size: facts.size, sha256: facts.sha256, mimeType: facts.mimeType,
      path: Self.path(of: facts.sha256, item))
  }

  /// Makes the names of all copied files durable.
  func sync() throws(FilesError) {
    try operations.syncFolder(of: folder + "/" + Self.folderName)
  }

  /// Every file, in the order of names.
  func forEach(_ body: (_ path: String, _ size: Int64, SHA256.Digest, _ mimeType: String) -> Void) {
    let sorted = items.sorted { $0.key < $1.key }
    for (digest, item) in sorted {
      body(Self.path(of: digest, item), item.size, digest, types[item.type])
    }
  }

  /// Removes what an earlier export left here; files whose names are not of our making stay.
  static func removeLeftovers(
    in exportFolder: String, keeping shelf: MediaShelf?, operations: FileOperations
  ) throws(FilesError) {
    let folder = exportFolder + "/" + folderName
    guard Folder.isFolderItself(folder) else { return }
    var kept: Set<String> = []
    shelf?.forEach { path, _, _, _ in kept.insert(FilePath.name(of: path)) }
    for name in try Folder.names(in: folder) where isOurs(name) && !kept.contains(name) {
      try operations.removeFile(folder + "/" + name)
    }
  }

  /// `0123456789abcdef.jpg`, or with all 64 digits.
  static func isOurs(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 16 || parts[0].count == 64 else { return false }
    return isPlainExtension(parts[1])
      && parts[0].allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }

  private static func path(of digest: SHA256.Digest, _ item: Item) -> String {
    folderName + "/" + name(of: digest, item)
  }

  private static func name(of digest: SHA256.Digest, _ item: Item) -> String {
    (item.hasLongName ? digest.hex : String(digest.hex.prefix(16))) + "." + item.fileExtension
  }

  private func position(of type: String) -> Int {
    if let known = types.firstIndex(of: type) { return known }
    types.append(type)
    return types.count - 1
  }

  /// The extension of `name` in small letters where it is up to eight ASCII letters and digits, else the usual one of
  /// the type, else `bin`.
  static func fileExtension(of name: String, type: String) -> String {
    if let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) {
      let given = name.utf8[name.utf8.index(after: dot)...].map { byte in
        (65...90).contains(byte) ? byte + 32 : byte
      }
      if isPlainExtension(given) { return String(decoding: given, as: UTF8.self) }
    }
    return usualExtensions[type] ?? "bin"
  }

  private static func isPlainExtension(_ text: some Collection<UInt8>) -> Bool {
    (1...8).contains(text.count)
      && text.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
  }

  private static let usualExtensions = [
    "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp",
    "image/heic": "heic", "video/mp4": "mp4", "video/3gpp": "3gp", "video/quicktime": "mov",
    "audio/ogg": "ogg", "audio/mp4": "m4a", "audio/mpeg": "mp3", "audio/aac": "aac",
    "audio/amr": "amr", "audio/wav": "wav", "application/pdf": "pdf", "application/zip": "zip",
    "text/vcard": "vcf", "text/csv": "csv", "text/plain": "txt",
  ]
}

/// The usual ending of a file name for a media type, without the dot; `bin` for a type that has none.
package func fileEnding(ofType type: String) -> String {
  MediaShelf.fileExtension(of: "", type: type)
}
