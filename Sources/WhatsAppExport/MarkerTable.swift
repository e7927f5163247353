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
  static let rows: [Marker] = data.withUTF8Buffer { data in
    // Bytes, not characters: finding the borders of characters would take most of a small command's time.
    unsafe data.split(separator: UInt8(ascii: "\n")).map { line in
      let cells = unsafe line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { unsafe String(decoding: $0, as: UTF8.self)[...] }
      guard cells.count == 6, let category = Marker.Category(rawValue: String(cells[0])),
        let platform = Marker.Platform(rawValue: String(cells[2]))
      else { preconditionFailure("marker table: unreadable row “\(cells.joined(separator: " "))”") }
      return Marker(
        category: category, language: cells[1], platform: platform, what: cells[3],
        isSeen: cells[4] == "seen", pattern: cells[5])
    }
  }
}
