internal import CSimdJSON

/// Strings as they were meant. Every escape was checked when the document was parsed.
extension JSONDocument {
  /// Lends the text of the string whose inside lies in `inside`, as it lies in the document where that is possible.
  @inline(__always)
  func withText<R>(
    _ inside: Range<Int>, isPlain: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[inside])
      if isPlain { return body(text) }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { meant in
        let count = cjson_unescape(meant.baseAddress, text.baseAddress, text.count)
        return body(UnsafeBufferPointer(rebasing: meant[..<count]))
      }
    }
  }

  /// Writes the text of a string, which takes at most `inside.count` bytes, and says how long it is.
  func write(
    _ inside: Range<Int>, isPlain: Bool, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      let text = base + inside.lowerBound
      guard isPlain else { return cjson_unescape(target, text, inside.count) }
      target.update(from: text, count: inside.count)
      return inside.count
    }
  }
}
