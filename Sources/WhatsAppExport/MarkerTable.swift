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
    var rows: [Marker] = []
    rows.reserveCapacity(data.count / 32)
    var cells: [Range<Int>] = []
    var start = 0
    // Bytes, not characters: finding the borders of characters would take most of a small command's time.
    for unsafe(at, byte) in unsafe data.enumerated() {
      if byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") {
        cells.append(start..<at)
        start = at + 1
      }
      if byte == UInt8(ascii: "\n") {
        unsafe rows.append(row(data, cells))
        cells.removeAll(keepingCapacity: true)
      }
    }
    if start < data.count {
      cells.append(start..<data.count)
      unsafe rows.append(row(data, cells))
    }
    return rows
  }

  private static func row(_ data: UnsafeBufferPointer<UInt8>, _ cells: [Range<Int>]) -> Marker {
    let words = cells.map {
      unsafe String(decoding: UnsafeBufferPointer(rebasing: data[$0]), as: UTF8.self)
    }
    guard words.count == 6, let category = Marker.Category(rawValue: words[0]),
      let platform = Marker.Platform(rawValue: words[2])
    else { preconditionFailure("marker table: unreadable row “\(words.joined(separator: " "))”") }
    return Marker(
      category: category, language: words[1][...], platform: platform, what: words[3][...],
      isSeen: words[4] == "seen", pattern: words[5][...])
  }
}
