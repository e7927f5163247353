import Foundation
import Testing

/// docs/problems.md and the source name the same codes.
@Suite struct ProblemsPageTests {
  /// Words of that look that are no problem codes.
  private static let others: Set<String> = [
    "api-key", "chatferry-backup", "chatferry-export", "content-type", "islamic-umalqura",
    "not-safe", "retry-after",
    "safe-to-delete",
  ]

  /// Files of the words of phones, and of the names that an interface gives to its operations.
  private static let namesOfOthers: Set<String> = [
    "MarkerTable+Data.swift", "ReadOperation+Online.swift",
  ]

  /// A string literal of lower-case words with hyphens between them is a code, unless it is in `others`.
  private static func codesOfTheSource() throws -> Set<String> {
    let sources = Chatferry.projectFolder.appendingPathComponent("Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var codes: Set<String> = []
    for case let file as URL in files
    where file.pathExtension == "swift" && !namesOfOthers.contains(file.lastPathComponent) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: #/"([a-z]+(?:-[a-z0-9]+)+)"/#) {
        codes.insert(String(match.1))
      }
    }
    return codes.subtracting(others)
  }

  private struct Row {
    let code: String
    let severity: String
    let meaning: String
  }

  private static func rows() throws -> [Row] {
    let page = Chatferry.projectFolder.appendingPathComponent("docs/problems.md")
    return try String(contentsOf: page, encoding: .utf8).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, cells[0].hasPrefix("`") else { return nil }
      return Row(code: cells[0].filter { $0 != "`" }, severity: cells[1], meaning: cells[2])
    }
  }

  @Test func namesEveryCodeOfTheSourceAndNoOther() throws {
    let source = try Self.codesOfTheSource()
    let page = Set(try Self.rows().map(\.code))
    #expect(source.count > 40)
    #expect(source.subtracting(page).sorted() == [], "used, but not in docs/problems.md")
    #expect(page.subtracting(source).sorted() == [], "in docs/problems.md, but not used")
  }

  @Test func isSortedAndSaysHowBadAndWhatToDo() throws {
    let rows = try Self.rows()
    #expect(rows.map(\.code) == rows.map(\.code).sorted())
    #expect(Set(rows.map(\.code)).count == rows.count)
    for row in rows {
      #expect(row.severity.hasPrefix("error") || row.severity.hasPrefix("warning"), "\(row.code)")
      #expect(row.meaning.hasSuffix("."), "\(row.code)")
    }
  }
}
