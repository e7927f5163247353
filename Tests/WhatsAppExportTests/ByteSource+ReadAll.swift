import Files

extension ByteSource {
  /// Everything that is left, read `size` bytes at a time.
  func readAll(by size: Int = 1 << 16) throws -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: size)
    while true {
      let count = try chunk.withUnsafeMutableBytes { try read(into: $0) }
      if count == 0 { return all }
      all += chunk[..<count]
    }
  }
}
