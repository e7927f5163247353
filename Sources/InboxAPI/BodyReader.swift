internal import Files

/// Gives the bytes of a request body piece after piece and checks the length that was announced.
final class BodyReader {
  enum Fault: Error, Equatable, CustomStringConvertible {
    case shorter(announced: Int64, missing: Int64)
    case longer(announced: Int64)

    var description: String {
      switch self {
      case .shorter(let announced, let missing):
        "it ends \(missing) bytes before the \(announced) bytes that it announced"
      case .longer(let announced):
        "it goes on after the \(announced) bytes that it announced"
      }
    }
  }

  private let prefix: [UInt8]
  private let stream: (any RequestBody)?
  private let suffix: [UInt8]
  private let streamLength: Int64

  private var source: (any ByteSource)?
  private var position: Int64 = 0
  /// The first bytes, read before the request.
  private var ahead: [UInt8] = []
  private static let lookAhead = 64 << 10

  var length: Int64 { Int64(prefix.count) + streamLength + Int64(suffix.count) }

  init(prefix: [UInt8] = [], stream: (any RequestBody)?, suffix: [UInt8] = []) {
    self.prefix = prefix
    self.stream = stream
    self.suffix = suffix
    streamLength = stream?.length ?? 0
  }

  func rewind() {
    position = 0
    source = nil
    ahead = []
  }

  /// Reads the first bytes, so that no request is begun whose body is not to be had.
  ///
  /// - Throws: whatever the body throws.
  func lookAtBeginning() throws {
    let count = Int(min(length, Int64(Self.lookAhead)))
    var bytes = [UInt8](repeating: 0, count: count)
    let got = try bytes.withUnsafeMutableBytes { try read(into: $0) }
    ahead = Array(bytes.prefix(got))
  }

  /// Fills `buffer` as far as the body reaches; 0 at the end, and only there.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if !ahead.isEmpty {
      let count = copy(ahead, from: 0, to: buffer)
      ahead.removeFirst(count)
      return count
    }
    var filled = 0
    while filled < buffer.count, position < length || source == nil && stream != nil {
      let count = try step(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      filled += count
      position += Int64(count)
    }
    return filled
  }

  private func step(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if position < prefix.count {
      return copy(prefix, from: Int(position), to: buffer)
    }
    if let stream, source == nil {
      let source = try stream.open()
      self.source = source
      if streamLength == 0 { try expectEnd(of: source) }
      return 0
    }
    let left = Int64(prefix.count) + streamLength - position
    guard left > 0, let source else {
      return copy(suffix, from: Int(-left), to: buffer)
    }
    let room = Int(min(Int64(buffer.count), left))
    let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<room]))
    guard count > 0 else { throw Fault.shorter(announced: streamLength, missing: left) }
    if Int64(count) == left { try expectEnd(of: source) }
    return count
  }

  /// Asked before the last bytes are handed out: a body that is too long never looks whole.
  private func expectEnd(of source: any ByteSource) throws {
    let extra = try withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) {
      try source.read(into: $0)
    }
    guard extra == 0 else { throw Fault.longer(announced: streamLength) }
  }

  private func copy(
    _ bytes: [UInt8], from start: Int, to buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    let count = min(buffer.count, bytes.count - start)
    buffer.copyBytes(from: bytes[start..<start + count])
    return count
  }
}
