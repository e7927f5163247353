internal import Files
internal import Glibc
internal import JSONText

/// Puts a file of messages in order where the server did not: the newest first, those without a time last.
///
/// Memory: 24 bytes for every message, and the longest one.
enum MessageSorter {
  private struct Place {
    let time: Int64
    let start: Int64
    let length: Int
  }

  static func sort(
    _ folder: BackupFolder, _ name: String, _ plan: CrawlPlan
  ) throws -> OutputFile.Receipt {
    let path = folder.file(name)
    var places: [Place] = []
    try LineBlocks(path).forEachLine { line, start in
      let time = plan.message(try JSONValue(parsing: Array(line))).time ?? .min
      places.append(Place(time: time, start: start, length: line.count + 1))
    }
    // Equal times keep the server's order.
    places.sort { ($0.time, $1.start) > ($1.time, $0.start) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FilesError.cannotOpen(path: path, code: errno) }
    defer { close(descriptor) }
    let output = try OutputFile(path, access: .owner, operations: folder.operations)
    for place in places {
      var line = [UInt8](repeating: 0, count: place.length)
      let count = pread(descriptor, &line, place.length, off_t(place.start))
      guard count == place.length else { throw FilesError.cannotRead(path: path, code: EIO) }
      try output.write(line.span)
    }
    let receipt = try output.receipt()
    try output.commitUnsynced(as: path)
    return receipt
  }
}
