internal import Files
internal import InboxAPI
internal import InboxBackup

/// Which files of a backup can be sent: those that are there and are what was written.
struct RestoreMedia {
  private static let blockSize = 256 << 10

  let reader: BackupReader
  private let catalogue: MediaCatalogue
  /// Whether a content is what it should be, once somebody has looked.
  private var isGood: [SHA256.Digest: Bool] = [:]
  private(set) var damaged: [String] = []

  init(_ reader: BackupReader) throws {
    self.reader = reader
    catalogue = try MediaCatalogue(reader)
  }

  struct File: Equatable {
    let sha256: SHA256.Digest
    let size: Int64
    let path: String
  }

  /// A file as `check` found it; nil for one that cannot be sent.
  func file(of medium: InboxMessage.Media) -> File? {
    guard case .stored(let sha256, let size) = catalogue[medium], isGood[sha256] == true else {
      return nil
    }
    return File(sha256: sha256, size: size, path: reader.path(ofMedium: sha256))
  }

  /// Reads a file, the first time it is named; false where it cannot be sent.
  mutating func check(_ medium: InboxMessage.Media) throws -> Bool {
    guard case .stored(let sha256, let size) = catalogue[medium] else { return false }
    if let known = isGood[sha256] { return known }
    let path = reader.path(ofMedium: sha256)
    let isSame = try Self.hash(of: path, size: size) == sha256
    isGood[sha256] = isSame
    if !isSame { damaged.append("media/\(sha256.hex.prefix(2))/\(sha256.hex)") }
    return isSame
  }

  /// nil where the file is missing or of another size.
  private static func hash(of path: String, size: Int64) throws -> SHA256.Digest? {
    let source: FileSource
    do throws(FilesError) {
      source = try FileSource(path)
    } catch {
      guard error.isMissingFile else { throw error }
      return nil
    }
    guard source.size == size else { return nil }
    var block = [UInt8](repeating: 0, count: blockSize)
    var hash = SHA256()
    while case let count = try block.withUnsafeMutableBytes({ try source.read(into: $0) }),
      count > 0
    {
      try Task.checkCancellation()
      hash.update(block.span.extracting(0..<count))
    }
    return hash.finish()
  }
}
