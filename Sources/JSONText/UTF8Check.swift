internal import CSimdJSON

/// Whether bytes are valid UTF-8, many times faster than decoding them.
package enum UTF8Check {
  package static func isValid(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { cjson_is_valid_utf8($0.baseAddress, $0.count) }
  }

  /// How many of the last bytes, at most three, begin a character that the next bytes may finish.
  package static func unfinished(_ bytes: Span<UInt8>) -> Int {
    var back = 1
    while back <= min(3, bytes.count) {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 != 0x80 {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
        return length > back ? back : 0
      }
      back += 1
    }
    return 0
  }
}
