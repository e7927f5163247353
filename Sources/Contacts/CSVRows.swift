/// The rows of a CSV text (RFC 4180; `,` `;` or TAB, whichever its first row has most of).
struct CSVRows {
  struct Row: Equatable {
    /// From 1; where the row begins.
    let line: Int
    var cells: [String]
  }

  private let text: ContactText
  private let delimiter: UInt8
  private var at: Int
  private var line = 1

  init(_ text: ContactText) {
    self.text = text
    at = text.bytes.startIndex
    let first = text.bytes.prefix { $0 != 10 && $0 != 13 }
    // Excel's own first line: `sep=;`.
    if first.count == 5, first.starts(with: Array("sep=".utf8)), let said = first.last {
      delimiter = said
      at += 5
    } else {
      delimiter = Self.commonest(in: text.bytes[at...])
    }
  }

  private static func commonest(in bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if (byte == 10 || byte == 13) && !counts.isEmpty { break }
      if [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains(byte) {
        counts[byte, default: 0] += 1
      }
    }
    let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
  }

  /// All rows that have any text in them.
  ///
  /// - Throws: `unreadable` with the line.
  func all() throws(ContactsError) -> [Row] {
    var reader = self
    var rows: [Row] = []
    while let row = try reader.next() {
      if row.cells.contains(where: { !ContactName.folded($0).isEmpty }) { rows.append(row) }
    }
    return rows
  }

  private var end: Int { text.bytes.endIndex }

  private mutating func next() throws(ContactsError) -> Row? {
    guard at < end else { return nil }
    var row = Row(line: line, cells: [])
    while true {
      row.cells.append(try nextCell())
      guard at < end, text.bytes[at] == delimiter else { break }
      at += 1
    }
    takeLineBreak()
    return row
  }

  private mutating func takeLineBreak() {
    guard at < end else { return }
    let isPair = text.bytes[at] == 13 && at + 1 < end && text.bytes[at + 1] == 10
    at += isPair ? 2 : 1
    line += 1
  }

  private mutating func nextCell() throws(ContactsError) -> String {
    let start = at
    while at < end, text.bytes[at] == 32 { at += 1 }
    if at < end, text.bytes[at] == UInt8(ascii: "\"") { return try quotedCell() }
    at = start
    while at < end, text.bytes[at] != delimiter, text.bytes[at] != 10, text.bytes[at] != 13 {
      at += 1
    }
    return try text.text(text.bytes[start..<at], line: line)
  }

  private mutating func quotedCell() throws(ContactsError) -> String {
    let beginning = line
    var cell: [UInt8] = []
    at += 1
    while true {
      guard at < end else { throw text.fault(.quoteNotClosed, line: beginning) }
      let byte = text.bytes[at]
      if byte == UInt8(ascii: "\"") {
        guard at + 1 < end, text.bytes[at + 1] == byte else { break }
        at += 1
      } else if byte == 10 || (byte == 13 && !(at + 1 < end && text.bytes[at + 1] == 10)) {
        line += 1
      }
      cell.append(byte)
      at += 1
    }
    at += 1
    while at < end, text.bytes[at] == 32 { at += 1 }
    if at < end, text.bytes[at] != delimiter, text.bytes[at] != 10, text.bytes[at] != 13 {
      throw text.fault(.textAfterQuote, line: line)
    }
    return try text.text(cell, line: beginning)
  }
}
