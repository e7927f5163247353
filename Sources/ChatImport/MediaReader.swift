internal import Files
internal import WhatsAppExport

/// Reads files of exports on a queue of its own, so that whoever asks can do something else meanwhile.
actor MediaReader {
  private static let bufferSize = 256 * 1024

  private let archives: [ExportArchive]
  private nonisolated let executor = QueueExecutor(label: "media")
  private var buffer = [UInt8](repeating: 0, count: MediaReader.bufferSize)
  private var head: [UInt8] = []
  private var types: MediaTypeReader?

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  init(_ archives: [ExportArchive]) { self.archives = archives }

  /// Reads entries of the first export to their ends.
  ///
  /// - Parameter entries: in the archive's order.
  /// - Throws: `ExportError` for one that is damaged or changed.
  func read(_ entries: [ExportEntry], _ progress: (any ImportProgress)?) throws {
    for entry in entries {
      try forEachChunk(of: archives[0].openMedia(entry)) { chunk in
        progress?.advanced(bytes: Int64(chunk.count), items: 0)
      }
      progress?.advanced(bytes: 0, items: 1)
    }
  }

  /// What makes each of the files the same as another: hash, size and type of its bytes.
  ///
  /// - Throws: `ExportError` for one that is damaged or changed.
  func keys(of files: [PlanFile]) throws -> [MediaKey] {
    let types = try self.types ?? MediaTypeReader()
    self.types = types
    return try files.map { file in
      var hash = SHA256()
      var size: Int64 = 0
      head.removeAll(keepingCapacity: true)
      try forEachChunk(of: archives[file.source].openMedia(file)) { chunk in
        let room = MediaTypeReader.wantedBytes - head.count
        if room > 0 { head += chunk.prefix(room) }
        hash.update(chunk)
        size += Int64(chunk.count)
      }
      return MediaKey(sha256: hash.finish(), size: size, mime: types.type(of: head.span))
    }
  }

  private func forEachChunk(
    of source: any ByteSource, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws {
    while true {
      try Task.checkCancellation()
      let count = try buffer.withUnsafeMutableBytes { bytes in
        let count = try source.read(into: bytes)
        body(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        return count
      }
      if count == 0 { return }
    }
  }
}

extension ExportArchive {
  /// The bytes of a file that a message shows.
  func openMedia(_ file: PlanFile) throws(ExportError) -> any ByteSource {
    // Everything but the chat text, in the order of their indexes.
    let place = file.entry > chatText.index ? file.entry - 1 : file.entry
    guard media.indices.contains(place), media[place].index == file.entry else {
      throw .archiveChanged(path: path)
    }
    return try openMedia(media[place])
  }
}
