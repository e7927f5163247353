package import Files

/// What is known of a media file once its bytes were read.
package struct MediaFacts: Sendable, Equatable {
  /// In bytes.
  package let size: Int64
  package let sha256: SHA256.Digest
  /// By content.
  package let mimeType: String
  /// Relative to the export's folder; nil for a file that was not copied.
  package let path: String?

  package init(size: Int64, sha256: SHA256.Digest, mimeType: String, path: String?) {
    self.size = size
    self.sha256 = sha256
    self.mimeType = mimeType
    self.path = path
  }
}

extension MessageRecord {
  /// Says in the record that its media file is present, and what it is. The name stays.
  package mutating func describeMedia(_ facts: MediaFacts) {
    var media = self.media ?? Media(state: .present)
    media.state = .present
    media.size = facts.size
    media.mimeType = store(facts.mimeType)
    media.sha256 = store(facts.sha256.hex)
    media.path = facts.path.map { store($0) } ?? .null
    self.media = media
  }
}

/// Reads media files to their end: hash, size and type, without copying them. Used by one thread at a time.
package final class MediaExaminer {
  private let types: MediaTypeReader
  private var chunk = [UInt8](repeating: 0, count: MediaTypeReader.wantedBytes)

  /// - Throws: `noMediaTypes`.
  package init() throws(FilesError) { types = try MediaTypeReader() }

  /// - Throws: whatever `source` throws.
  package func examine(_ source: any ByteSource) throws -> MediaFacts {
    try read(source, into: nil)
  }

  /// Reads a file and writes it to `copy` as well, which the caller commits.
  ///
  /// - Throws: whatever `source` throws, and `FilesError` of the copy.
  func read(_ source: any ByteSource, into copy: OutputFile?) throws -> MediaFacts {
    var hash = SHA256()
    var size: Int64 = 0
    var type = MediaTypeReader.unknown
    while case let count = try fill(from: source), count > 0 {
      try chunk.withUnsafeBufferPointer { buffer in
        let bytes = UnsafeBufferPointer(rebasing: buffer[..<count]).span
        // The first chunk is as much as the type needs.
        if size == 0 { type = types.type(of: bytes) }
        // A copy makes the hash by itself.
        if let copy { try copy.write(bytes) } else { hash.update(bytes) }
      }
      size += Int64(count)
    }
    let digest = try copy?.receipt().sha256 ?? hash.finish()
    return MediaFacts(size: size, sha256: digest, mimeType: type, path: nil)
  }

  /// Fills the chunk as far as the source reaches, however small its steps.
  private func fill(from source: any ByteSource) throws -> Int {
    var count = 0
    while count < chunk.count {
      let got = try chunk.withUnsafeMutableBytes {
        try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
      }
      if got == 0 { break }
      count += got
    }
    return count
  }
}
