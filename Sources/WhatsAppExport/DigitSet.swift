/// The ten digits that a text writes its dates with.
struct DigitSet: Sendable, Equatable {
  /// CLDR's name, `arab`.
  let name: String
  /// The scalar of 0 when the ten follow each other; nil for `hanidec` and its like.
  let zero: UInt32?
  let scalars: [UInt32]
  /// What the UTF-8 of all ten begins with, and the last byte of 0; nil where they differ in more than the last byte.
  private let lead: (first: UInt8, second: UInt8, third: UInt8)
  private let leadCount: Int
  private let lastOfZero: UInt8

  static let latin = DigitSet(name: "latn", scalars: Array(0x30...0x39))

  init(name: String, scalars: [UInt32]) {
    self.name = name
    self.scalars = scalars
    let first = scalars.first ?? 0
    let spelled = scalars.compactMap {
      Unicode.Scalar($0).map { Array(String(Character($0)).utf8) }
    }
    let leads = Set(spelled.map { Array($0.dropLast()) })
    let lead = leads.count == 1 ? leads.first ?? [] : []
    self.lead = (lead.first ?? 0, lead.dropFirst().first ?? 0, lead.dropFirst(2).first ?? 0)
    let lastOfZero = spelled.first?.last ?? 0
    self.lastOfZero = lastOfZero
    let isSpelledInOrder =
      spelled.count == 10
      && spelled.enumerated().allSatisfy { $1.last == lastOfZero &+ UInt8($0) }
    leadCount = leads.count == 1 && isSpelledInOrder ? lead.count : 0
    zero = scalars.enumerated().allSatisfy { $1 == first + UInt32($0) } ? first : nil
  }

  /// The positional numbering system of that name; nil where ICU has none.
  init?(named name: String) {
    guard let scalars = ICU.digits(of: name) else { return nil }
    self.init(name: name, scalars: scalars)
  }

  /// Every positional numbering system that ICU knows.
  static let all: [DigitSet] = ICU.numberingNames.compactMap { DigitSet(named: $0) }

  static func == (left: DigitSet, right: DigitSet) -> Bool {
    left.name == right.name && left.scalars == right.scalars
  }

  /// The digit whose UTF-8 begins at `at`, and its length in bytes.
  @inline(__always)
  func digit(_ bytes: Span<UInt8>, at: Int, end: Int) -> (value: Int, length: Int)? {
    if leadCount == 0 || at + leadCount >= end {
      let scalar = HeaderBytes.scalar(bytes, at: at, end: end)
      return value(of: scalar.value).map { ($0, scalar.length) }
    }
    guard bytes[at] == lead.first else { return nil }
    if leadCount > 1 {
      guard bytes[at + 1] == lead.second, leadCount == 2 || bytes[at + 2] == lead.third else {
        return nil
      }
    }
    let value = bytes[at + leadCount] &- lastOfZero
    return value < 10 ? (Int(value), leadCount + 1) : nil
  }

  /// The digit that a scalar is.
  @inline(__always)
  func value(of scalar: UInt32) -> Int? {
    if let zero { return scalar >= zero && scalar < zero + 10 ? Int(scalar - zero) : nil }
    return scalars.firstIndex(of: scalar)
  }
}
