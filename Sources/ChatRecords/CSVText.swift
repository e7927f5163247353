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
    let isGuarded = isGuarding && startsFormula(text)
    let isQuoted = needsQuotes(text)
    if isQuoted { output.byte(quote) }
    if isGuarded { output.byte(UInt8(ascii: "'")) }
    guard isQuoted else { return output.copy(text) }
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

  /// Control characters need no quotes by the letter, but some readers trim them or stop at them.
  @inline(__always)
  private static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    // Without an early end, so that the loop works on many bytes at a time.
    for byte in text {
      found |= byte < 0x20 ? 1 : 0
      found |= byte == UInt8(ascii: ",") ? 1 : 0
      found |= byte == quote ? 1 : 0
    }
    return found != 0
  }
}
