/// One wording that phones write into exports.
struct Marker: Sendable, Equatable {
  enum Category: String, Sendable {
    case zipname, attached, omitted, deleted, edited, location, poll, event, pages, call, system
    case viewOnce = "view_once"
  }
  enum Platform: String, Sendable { case ios, android, both }

  let category: Category
  /// As in the table: `en`, `pt-BR`, `*` for any.
  let language: Substring
  let platform: Platform
  /// What it says, `image` or `by_admin`; its words are the table's.
  let what: Substring
  /// Whether a real export showed the words; others are from tables, test files and the app's own words.
  let isSeen: Bool
  /// The words, with placeholders; see `MarkerTable.data`.
  let pattern: Substring
}

/// The words that phones write into exports, by language; the data are in `MarkerTable+Data.swift`.
enum MarkerTable {
  /// Every row, in the order of the data. A row that does not parse is a mistake in the data and traps.
  static let rows: [Marker] = {
    // Bytes, not characters, and parts of one text: anything else would take most of a small command's time.
    let text = data.utf8
    let bytes = text.span
    var rows: [Marker] = []
    rows.reserveCapacity(bytes.count / 32)
    var cells: [Substring] = []
    var start = text.startIndex
    for at in 0...bytes.count {
      let isLineEnd = at == bytes.count || bytes[at] == UInt8(ascii: "\n")
      guard isLineEnd || bytes[at] == UInt8(ascii: "\t") else { continue }
      let end = text.index(text.startIndex, offsetBy: at)
      cells.append(Substring(text[start..<end]))
      start = at < bytes.count ? text.index(after: end) : end
      guard isLineEnd else { continue }
      rows.append(row(cells))
      cells.removeAll(keepingCapacity: true)
    }
    return rows
  }()

  private static func row(_ cells: [Substring]) -> Marker {
    guard cells.count == 6, let category = Marker.Category(rawValue: String(cells[0])),
      let platform = Marker.Platform(rawValue: String(cells[2]))
    else {
      preconditionFailure("marker table: unreadable row “\(cells.joined(separator: " "))”")
    }
    return Marker(
      category: category, language: cells[1], platform: platform, what: cells[3],
      isSeen: cells[4] == "seen", pattern: cells[5])
  }
}
