/// Writes decimal numbers that mostly grow a little from one to the next, as those of lines do: only the last two digits
/// are written anew.
struct GrowingNumber: Sendable {
  private var hundreds = UInt64.max
  private var digits = InlineArray<20, UInt8>(repeating: 0)
  private var first = 20

  /// At most 20 bytes.
  @inline(__always)
  mutating func write(_ value: Int, to output: inout ByteCursor) {
    let number = UInt64(max(value, 0))
    let hundreds = number / 100
    if hundreds != self.hundreds || number < 10 || first > 18 { setAll(number) }
    let pair = UInt8(truncatingIfNeeded: number &- hundreds &* 100)
    digits[18] = pair / 10 &+ 48
    digits[19] = pair % 10 &+ 48
    digits.span.extracting(droppingFirst: first).withUnsafeBufferPointer { output.copy($0) }
  }

  private mutating func setAll(_ number: UInt64) {
    hundreds = number / 100
    first = number < 10 ? 19 : 18
    var rest = hundreds
    while rest > 0 {
      first -= 1
      digits[first] = UInt8(truncatingIfNeeded: rest % 10) &+ 48
      rest /= 10
    }
  }
}
