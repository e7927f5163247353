import Foundation
import Testing

@testable import WhatsAppExport

/// The table of languages in docs/formats/whatsapp-export.md says what the marker table has.
@Suite struct MarkerPageTests {
  private static let page = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/formats/whatsapp-export.md")
  private static let start =
    "<!-- The table is made by MarkerPageTests from MarkerTable+Data.swift. -->\n"
  private static let end = "<!-- End of the table. -->\n"

  private static let columns: [(title: String, category: Marker.Category)] = [
    ("attached", .attached), ("left out", .omitted), ("pages", .pages), ("deleted", .deleted),
    ("edited", .edited), ("place", .location), ("poll", .poll), ("event", .event),
    ("view once", .viewOnce), ("call", .call), ("the app's lines", .system),
    ("file name", .zipname),
  ]

  /// On which phones' exports the wordings are known, and whether one of them was seen in a real export.
  private static func cell(_ rows: [Marker]) -> String {
    let hasApple = rows.contains { $0.platform != .android }
    let hasAndroid = rows.contains { $0.platform != .ios }
    let phones = hasApple && hasAndroid ? "both" : hasApple ? "iOS" : hasAndroid ? "Android" : ""
    return phones + (rows.contains { $0.isSeen } ? "*" : "")
  }

  private static func table() -> String {
    var lines = [
      "| language | " + columns.map(\.title).joined(separator: " | ") + " |",
      "|---" + String(repeating: "|---", count: columns.count) + "|",
    ]
    for language in Set(MarkerTable.rows.map(\.language)).sorted() {
      let cells = columns.map { column in
        cell(MarkerTable.rows.filter { $0.language == language && $0.category == column.category })
      }
      lines.append("| `\(language)` | " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// With UPDATE_GOLDEN=1 the page is written anew; the test fails that time too.
  @Test func hasTheTableOfTheData() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let start = try #require(text.range(of: Self.start)).upperBound
    let end = try #require(text.range(of: Self.end)).lowerBound
    let isFresh = text[start..<end] == Self.table()
    #expect(isFresh, "stale; run this test with UPDATE_GOLDEN=1 and look at the change")
    if !isFresh, ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try (text[..<start] + Self.table() + text[end...]).write(
        to: Self.page, atomically: true, encoding: .utf8)
    }
  }

  @Test func knowsSixtyLanguagesAndMore() {
    #expect(Set(MarkerTable.rows.map(\.language)).count >= 60)
  }
}
