extension [UInt8] {
  /// A copy of a part of `bytes`.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    self.init()
    append(copying: bytes.extracting(range))
  }

  /// Appends a copy of `bytes`.
  @inline(__always)
  mutating func append(copying bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends a Unicode scalar value, which must be one, as UTF-8.
  mutating func appendUTF8(_ value: UInt32) {
    func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: value >> shift) & 0x3F }
    switch value {
    case ..<0x80:
      append(UInt8(truncatingIfNeeded: value))
    case ..<0x800:
      append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
      append(tail(0))
    case ..<0x10000:
      append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
      append(tail(6))
      append(tail(0))
    default:
      append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
      append(tail(12))
      append(tail(6))
      append(tail(0))
    }
  }
}
