/// A zip archive whose files are stored as they are, one of them spoiled on request.
package struct StoredZip {
  private let files: [(name: String, data: [UInt8])]

  package init(_ files: KeyValuePairs<String, String>) {
    self.files = files.map { (name: $0.key, data: Array($0.value.utf8)) }
  }

  /// - Parameter spoiled: a file whose last bit is turned over, so that it belies its checksum.
  package func bytes(spoiling spoiled: String? = nil) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let (name, size) = (Array(file.name.utf8), Self.le(UInt32(file.data.count)))
      let place = Self.le(UInt32(out.count))
      // Method, time and date, checksum, both sizes, and the lengths of name and extra field.
      let facts =
        [0, 0, 0, 0, 0x21, 0x50] + Self.le(Self.checksum(of: file.data)) + size + size
        + Self.le(UInt32(name.count))
      var data = file.data
      if file.name == spoiled, let last = data.popLast() { data.append(last ^ 1) }
      out += [0x50, 0x4B, 3, 4, 20, 0, 0, 8] + facts + name + data
      directory += [0x50, 0x4B, 1, 2, 20, 3, 20, 0, 0, 8] + facts
      directory += [0, 0, 0, 0, 0, 0, 0, 0, 0xA4, 0x81] + place + name
    }
    let count = Self.le(UInt32(files.count)).prefix(2)
    return out + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + Self.le(UInt32(directory.count)) + Self.le(UInt32(out.count)) + [0, 0]
  }

  private static func le(_ value: UInt32) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  /// CRC-32 as zip has it, bit by bit.
  private static func checksum(of data: [UInt8]) -> UInt32 {
    var register = UInt32.max
    for byte in data {
      register ^= UInt32(byte)
      for _ in 0..<8 { register = register >> 1 ^ (register & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~register
  }
}
