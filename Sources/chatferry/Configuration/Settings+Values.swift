extension Settings {
  /// A value out of a fixed set.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ option: Option, _ type: Value.Type
  ) throws(CommandError) -> Value? where Value.RawValue == String {
    guard let found = find(option) else { return nil }
    guard let value = Value(rawValue: found.text) else {
      throw .badValue(
        found.text, origin: found.origin,
        expected: Value.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return value
  }

  /// A whole number in a range.
  func number(_ option: Option, in range: ClosedRange<Int>) throws(CommandError) -> Int? {
    guard let found = find(option) else { return nil }
    guard let number = Int(found.text), range.contains(number) else {
      throw .badValue(
        found.text, origin: found.origin,
        expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// Minutes ahead of UTC, from `±HH:MM`.
  static func offsetMinutes(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    // The minus sign of typography is what some keyboards and texts have.
    if text.hasPrefix("\u{2212}") { return offsetMinutes("-" + text.dropFirst()) }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-")
    else { return nil }
    let digits = [1, 2, 4, 5].map { Int(bytes[$0]) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let hours = digits[0] * 10 + digits[1]
    let minutes = digits[2] * 10 + digits[3]
    // The widest offsets that any zone ever had are within a day's half and a bit (UTC+14, UTC-12).
    guard hours <= 15, minutes < 60 else { return nil }
    return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }
}
