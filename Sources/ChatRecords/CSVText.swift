/// Cells as RFC 4180 writes them.
enum CSVText {
  /// The most bytes that a cell of so many can take.
  static func room(for count: Int) -> Int { 2 * count + 3 }

  /// Writes a cell: quoted where it must be, and kept from being run as a formula where that is asked.
  ///
  /// A quoted cell may hold anything, NUL and lone CR or LF included; bytes are never changed or dropped.
  @inline(__always)
  static func write(
    _ text: UnsafeBufferPointer<UInt8>, guardingFormulas isGuarding: Bool,
    to output: inout ByteCursor
  ) {
    if isGuarding, startsFormula(text) { return writeGuarded(text, to: &output) }
    // Most cells are plain, which shows while they are copied.
    if output.copyUnlessQuoted(text) { return }
    quoted(text, to: &output)
  }

  private static func writeGuarded(
    _ text: UnsafeBufferPointer<UInt8>, to output: inout ByteCursor
  ) {
    let start = output.at
    output.byte(UInt8(ascii: "'"))
    if output.copyUnlessQuoted(text) { return }
    output.at = start
    quoted(text, mark: "'", to: &output)
  }

  private static func quoted(
    _ text: UnsafeBufferPointer<UInt8>, mark: StaticString = "", to output: inout ByteCursor
  ) {
    output.byte(quote)
    output.literal(mark)
    for byte in text {
      if byte == quote { output.byte(quote) }
      output.byte(byte)
    }
    output.byte(quote)
  }

  /// Appends a cell of its own, for the slow paths.
  static func append(
    _ text: String, guardingFormulas isGuarding: Bool, to bytes: inout [UInt8]
  ) {
    var text = text
    text.withUTF8 { text in
      bytes.write(reserving: room(for: text.count)) {
        write(text, guardingFormulas: isGuarding, to: &$0)
      }
    }
  }

  private static let quote = UInt8(ascii: "\"")

  /// Whether a spreadsheet would take the text for a formula, or might after trimming it
  /// (OWASP, "CSV Injection"): `=`, `+`, `-`, `@`, TAB, CR and the full-width forms of the first four.
  @inline(__always)
  private static func startsFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      return true
    case 0xEF where text.count >= 3 && text[1] == 0xBC:
      // U+FF1D, U+FF0B, U+FF0D, U+FF20.
      let last = text[2]
      return last == 0x9D || last == 0x8B || last == 0x8D || last == 0xA0
    default: return false
    }
  }
}

extension ByteCursor {
  /// Copies a cell that can stand without quotes; false, with nothing written, for any other.
  ///
  /// Control characters need no quotes by the letter, but some readers trim them or stop at them.
  @inline(__always)
  fileprivate mutating func copyUnlessQuoted(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let source = text.baseAddress else { return true }
    let count = text.count
    if count >= 8 {
      var found: UInt64 = 0
      var place = 0
      while place < count {
        // The last step overlaps the one before it.
        let from = min(place, count - 8)
        let bytes = UnsafeRawPointer(source + from).loadUnaligned(as: UInt64.self)
        UnsafeMutableRawPointer(at + from).storeBytes(of: bytes, as: UInt64.self)
        found |= (bytes &- 0x2020_2020_2020_2020) & ~bytes
        found |= Self.zeros(bytes ^ 0x2C2C_2C2C_2C2C_2C2C)
        found |= Self.zeros(bytes ^ 0x2222_2222_2222_2222)
        place += 8
      }
      guard found & 0x8080_8080_8080_8080 == 0 else { return false }
    } else {
      for place in 0..<count {
        let byte = source[place]
        at[place] = byte
        if byte < 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") { return false }
      }
    }
    at += count
    return true
  }

  /// Sets the highest bit of some byte where a byte is 0, and of none where no byte is; other bits say nothing.
  @inline(__always)
  private static func zeros(_ bytes: UInt64) -> UInt64 {
    (bytes &- 0x0101_0101_0101_0101) & ~bytes
  }
}
