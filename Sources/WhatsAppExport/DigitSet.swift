/// The ten digits that a text writes its dates with.
struct DigitSet: Sendable, Equatable {
  /// CLDR's name, `arab`.
  let name: String
  /// The scalar of 0 when the ten follow each other; nil for `hanidec` and its like.
  let zero: UInt32?
  let scalars: [UInt32]

  static let latin = DigitSet(name: "latn", scalars: Array(0x30...0x39))

  init(name: String, scalars: [UInt32]) {
    self.name = name
    self.scalars = scalars
    let first = scalars.first ?? 0
    zero = scalars.enumerated().allSatisfy { $1 == first + UInt32($0) } ? first : nil
  }

  /// The positional numbering system of that name; nil where ICU has none.
  init?(named name: String) {
    guard let scalars = ICU.digits(of: name) else { return nil }
    self.init(name: name, scalars: scalars)
  }

  /// Every positional numbering system that ICU knows.
  static let all: [DigitSet] = ICU.numberingNames.compactMap { DigitSet(named: $0) }

  /// The digit that a scalar is.
  @inline(__always)
  func value(of scalar: UInt32) -> Int? {
    if let zero { return scalar >= zero && scalar < zero + 10 ? Int(scalar - zero) : nil }
    return scalars.firstIndex(of: scalar)
  }
}
