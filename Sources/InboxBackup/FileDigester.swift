internal import Files

/// Makes the hashes of files, one after the other. Used by one thread.
final class FileDigester {
  private var hash = SHA256()
  private var block = [UInt8](repeating: 0, count: 256 << 10)

  /// - Parameter advanced: is told how many bytes more were read; what it throws ends the reading.
  /// - Throws: `cannotOpen`, `cannotRead`.
  func digest(
    of path: String, advanced: (_ bytes: Int64) throws -> Void
  ) throws -> SHA256.Digest {
    let source = try FileSource(path)
    // A reading that was ended left something in it.
    defer { _ = hash.finish() }
    while case let count = try block.withUnsafeMutableBytes({ try source.read(into: $0) }),
      count > 0
    {
      hash.update(block.span.extracting(0..<count))
      try advanced(Int64(count))
    }
    return hash.finish()
  }
}
