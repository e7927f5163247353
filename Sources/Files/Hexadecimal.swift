/// Numbers in lower-case hexadecimal digits.
package enum Hexadecimal {
  /// Appends 16 digits.
  package static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: value >> UInt64(shift)) & 15
      bytes.append(digit < 10 ? digit &+ 48 : digit &+ 87)
    }
  }

  /// 0 to 15 for an ASCII digit of either case; nil for anything else.
  package static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 48...57: digit &- 48
    case 97...102: digit &- 87
    case 65...70: digit &- 55
    default: nil
    }
  }
}
