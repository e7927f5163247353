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
    Self.append(halves.0, count: 8, from: 60, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(halves.0, count: 4, from: 28, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(halves.0, count: 4, from: 12, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(halves.1, count: 4, from: 60, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(halves.1, count: 12, from: 44, to: &bytes)
  }

  /// Appends some digits of a half, the first of them the four bits at `shift`.
  private static func append(
    _ half: UInt64, count: Int, from shift: UInt64, to bytes: inout [UInt8]
  ) {
    var shift = shift
    for _ in 0..<count {
      let digit = UInt8(truncatingIfNeeded: half &>> shift) & 15
      bytes.append(digit < 10 ? digit &+ 48 : digit &+ 87)
      shift &-= 4
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
