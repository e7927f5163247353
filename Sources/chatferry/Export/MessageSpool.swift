internal import Files

/// A chat's messages in the reverse of the order in which they came: an inbox lists the newest first, files
/// begin with the oldest. Kept on the disk, each message with its length behind it.
struct MessageSpool: ~Copyable {
  /// Written and read in blocks of this size.
  private static let blockSize = 256 * 1024
  private static let lengthSize = 8

  private let file: TemporaryFile
  private var pending: [UInt8] = []
  private var end: Int64 = 0
  /// A stretch of the file that ends at `end` or behind it.
  private var block: [UInt8] = []
  private var blockStart: Int64 = 0
  /// Where the messages are, in the reverse of the order in which they are given back; nil for their own order.
  private var places: [Place]?

  private struct Place {
    let time: Int64
    let start: Int64
    let length: Int
  }

  /// - Parameter folder: see `TemporaryFile`.
  init(in folder: String?) throws(FilesError) { file = try TemporaryFile(in: folder) }

  /// Takes the server's own object.
  mutating func append(_ message: ArraySlice<UInt8>) throws(FilesError) {
    pending += message
    withUnsafeBytes(of: UInt64(message.count).littleEndian) { pending += $0 }
    if pending.count >= Self.blockSize { try flush() }
  }

  private mutating func flush() throws(FilesError) {
    let failure: FilesError? = pending.withUnsafeBytes { bytes in
      do throws(FilesError) {
        try file.append(bytes)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
    end += Int64(pending.count)
    pending.removeAll(keepingCapacity: true)
  }

  /// The newest message not yet taken back; nil when there is none. No `append` after the first call.
  mutating func popLast() throws(FilesError) -> [UInt8]? {
    if !pending.isEmpty { try flush() }
    if places != nil {
      guard let place = places?.popLast() else { return nil }
      return try bytes(from: place.start, count: place.length)
    }
    return try popLastWritten()
  }

  /// Lets the earliest message come first, for a list that was not in the order of times; equal times keep their order.
  /// Memory: 24 bytes for every message.
  ///
  /// - Parameter time: of a message.
  mutating func sort(by time: (_ message: [UInt8]) throws -> Int64) throws {
    if !pending.isEmpty { try flush() }
    var found: [Place] = []
    while let message = try popLastWritten() {
      found.append(Place(time: try time(message), start: end, length: message.count))
    }
    // In their own order the last one written comes first: those behind it in `found` come later.
    let order = found.indices.sorted {
      (found[$0].time, $0) > (found[$1].time, $1)
    }
    places = order.map { found[$0] }
  }

  private mutating func popLastWritten() throws(FilesError) -> [UInt8]? {
    guard end > 0 else { return nil }
    let trailer = try bytes(from: end - Int64(Self.lengthSize), count: Self.lengthSize)
    let length = trailer.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    end -= Int64(Self.lengthSize) + Int64(length)
    return try bytes(from: end, count: Int(length))
  }

  private mutating func bytes(from start: Int64, count: Int) throws(FilesError) -> [UInt8] {
    if start < blockStart || start + Int64(count) > blockStart + Int64(block.count) {
      // Reading goes backwards: take as much as possible of what lies before.
      let stop = start + Int64(count)
      blockStart = min(start, max(0, stop - Int64(Self.blockSize)))
      block = [UInt8](repeating: 0, count: Int(stop - blockStart))
      let from = blockStart
      let result: Result<Int, FilesError> = block.withUnsafeMutableBytes { buffer in
        do throws(FilesError) {
          return .success(try file.read(into: buffer, at: from))
        } catch {
          return .failure(error)
        }
      }
      guard try result.get() == block.count else { throw .cannotRead(path: "spool", code: 5) }
    }
    let offset = Int(start - blockStart)
    return Array(block[offset..<offset + count])
  }
}
