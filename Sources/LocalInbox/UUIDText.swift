/// UUIDs (RFC 9562) as the API writes them: lower-case, with hyphens.
struct UUIDText: Equatable, Sendable {
  /// The first and the last 8 bytes.
  let halves: (UInt64, UInt64)

  init(_ first: UInt64, _ last: UInt64) { halves = (first, last) }

  /// A random one (version 4).
  init() {
    var generator = SystemRandomNumberGenerator()
    self.init(
      generator.next() & ~0xf000 | 0x4000, generator.next() & ~(0b11 << 62) | 0b10 << 62)
  }

  /// A row of this store's tables (version 8): one that was made by another store names no row here.
  ///
  /// - Parameter salt: the store's own, random.
  init(salt: UInt64, row: Int64) {
    self.init(salt & ~0xf000 | 0x8000, UInt64(bitPattern: row) & ~(0b11 << 62) | 0b10 << 62)
  }

  /// Reads 36 characters of either case; nil for anything else.
  init?(_ text: some StringProtocol) {
    var halves: [UInt64] = [0, 0]
    var digits = 0
    for (offset, byte) in text.utf8.enumerated() {
      if [8, 13, 18, 23].contains(offset) {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard digits < 32, let value = Self.value(of: byte) else { return nil }
      halves[digits / 16] = halves[digits / 16] << 4 | UInt64(value)
      digits += 1
    }
    guard digits == 32 else { return nil }
    self.init(halves[0], halves[1])
  }

  static func == (left: UUIDText, right: UUIDText) -> Bool { left.halves == right.halves }

  /// The row that `init(salt:row:)` was given; nil for a UUID that it did not make.
  func row(salt: UInt64) -> Int64? {
    let row = Int64(halves.1 & ~(0b11 << 62))
    return self == UUIDText(salt: salt, row: row) ? row : nil
  }

  /// 36 lower-case characters.
  var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(36)
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends 36 lower-case characters.
  func append(to bytes: inout [UInt8]) {
    for (index, half) in [halves.0, halves.1].enumerated() {
      for shift in stride(from: 60, through: 0, by: -4) {
        // After 8, 12, 16 and 20 digits.
        if (index == 0 && (shift == 28 || shift == 12))
          || (index == 1 && (shift == 60 || shift == 44))
        {
          bytes.append(UInt8(ascii: "-"))
        }
        let digit = UInt8(truncatingIfNeeded: half >> UInt64(shift)) & 15
        bytes.append(digit < 10 ? digit + 48 : digit + 87)
      }
    }
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 48...57: digit - 48
    case 97...102: digit - 87
    case 65...70: digit - 55
    default: nil
    }
  }
}
