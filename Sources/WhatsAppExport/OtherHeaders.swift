/// Lines inside messages that begin like a message of another phone or setting: pasted from another export, or the seam
/// of two exports that were joined. They are text of the message before, and are told of.
struct OtherHeaders {
  /// By number; the first `MessageCutter.listed` of `count`.
  private(set) var lines: [Int] = []
  private(set) var count = 0

  /// Looks at a line without the learned header.
  mutating func look(_ bytes: Span<UInt8>, from start: Int, to end: Int, line: Int) {
    let first = HeaderBytes.skippingMarks(bytes, from: start, end: end)
    guard first < end, Self.mayBegin(bytes, at: first, end: end),
      let sketch = HeaderSketch(bytes, at: first, lineEnd: end), sketch.frame != .bare
    else { return }
    count += 1
    if lines.count < MessageCutter.listed { lines.append(line) }
  }

  private static func mayBegin(_ bytes: Span<UInt8>, at: Int, end: Int) -> Bool {
    if bytes[at] == UInt8(ascii: "[") || bytes[at] &- 0x30 < 10 { return true }
    guard bytes[at] >= 0xC2,
      let scalar = Unicode.Scalar(HeaderBytes.scalar(bytes, at: at, end: end).value)
    else { return false }
    return scalar.properties.numericType == .decimal
  }
}
