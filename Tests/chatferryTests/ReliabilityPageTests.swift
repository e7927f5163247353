import Foundation
import Testing

/// docs/reliability.md: every promise and every fault has its row, and every row names what holds it.
@Suite struct ReliabilityPageTests {
  /// The tables and how many rows each has.
  private static let tables: [(letter: String, rows: Int)] = [
    ("P", 16), ("A", 31), ("B", 7), ("C", 19), ("N", 12), ("D", 18), ("E", 9),
  ]

  private struct Row {
    let number: String
    let cells: [String]
    /// What stands in backquotes in the last cell.
    var witnesses: [String] { cells.last.map(ReliabilityPageTests.quoted) ?? [] }
  }

  private static func quoted(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  private static func page() throws -> String {
    try String(
      contentsOf: Chatferry.projectFolder.appendingPathComponent("docs/reliability.md"),
      encoding: .utf8)
  }

  private static func rows(of page: String) -> [Row] {
    page.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("|") else { return nil }
      let cells = line.dropFirst().dropLast().split(
        separator: "|", omittingEmptySubsequences: false
      ).map { $0.trimmingCharacters(in: .whitespaces) }
      guard let number = cells.first, number.wholeMatch(of: /[A-Z][0-9]+/) != nil else {
        return nil
      }
      return Row(number: number, cells: cells)
    }
  }

  /// Tests as `Suite.test`, and the cases of `ExportArchiveTests.judges` by their names.
  private struct Sources {
    var tests: Set<String> = []
    var archiveCases: Set<String> = []

    init() throws {
      let folder = Chatferry.projectFolder.appendingPathComponent("Tests")
      let files = try #require(
        FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
      for case let file as URL in files where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        take(text)
        if file.lastPathComponent.hasPrefix("ArchiveCases") {
          for match in text.matches(of: /\.init\(\s*"([a-z0-9_]+)"/) {
            archiveCases.insert(String(match.1))
          }
        }
      }
    }

    /// A test is a function below `@Test`, in the type that was opened last at the left margin.
    mutating func take(_ text: String) {
      var suite = ""
      var isTest = false
      for line in text.split(separator: "\n") {
        if !line.hasPrefix(" "),
          let match = line.firstMatch(of: /\b(?:struct|class|enum|extension) ([A-Za-z]+)/)
        {
          suite = String(match.1)
        }
        if line.contains("@Test") { isTest = true }
        if isTest, let match = line.firstMatch(of: /\bfunc ([A-Za-z0-9]+)\(/) {
          tests.insert("\(suite).\(match.1)")
          isTest = false
        }
      }
    }

    /// nil: it is there.
    func fault(of witness: String) -> String? {
      let isPath = witness.hasPrefix(".ci/") || witness.contains("/")
      if isPath {
        let place = Chatferry.projectFolder.appendingPathComponent(
          String(witness.prefix { $0 != " " }))
        return FileManager.default.fileExists(atPath: place.path) ? nil : "no such file"
      }
      if witness.contains(".") { return tests.contains(witness) ? nil : "no such test" }
      return archiveCases.contains(witness) ? nil : "no such archive case"
    }
  }

  @Test func hasARowForEveryNumberInItsOrder() throws {
    let numbers = Self.rows(of: try Self.page()).map(\.number)
    let expected = Self.tables.flatMap { table in (1...table.rows).map { "\(table.letter)\($0)" } }
    #expect(numbers == expected)
    #expect(numbers.count == 16 + 96)
  }

  @Test func namesATestThatIsThereInEveryRow() throws {
    let sources = try Sources()
    #expect(sources.tests.count > 500)
    #expect(sources.archiveCases.count > 100)
    for row in Self.rows(of: try Self.page()) {
      #expect(row.cells.count == 4, "\(row.number)")
      #expect(row.cells.allSatisfy { !$0.isEmpty }, "\(row.number)")
      #expect(!row.witnesses.isEmpty, "\(row.number) names no test")
      for witness in row.witnesses {
        #expect(sources.fault(of: witness) == nil, "\(row.number): \(witness)")
      }
    }
  }

  @Test func findsWhatIsMissing() throws {
    let page = """
      | # | fault | what chatferry does | held by |
      |---|---|---|---|
      | A1 | x | y | `ReliabilityPageTests.findsWhatIsMissing`, `slip_dotdot` |
      | A2 | x | y | not tested |
      | A3 | x | y | `ReliabilityPageTests.noSuchTest`, `no_such_case`, `.ci/none`, `.ci/run` |
      """
    let rows = Self.rows(of: page)
    let sources = try Sources()
    #expect(rows.map(\.number) == ["A1", "A2", "A3"])
    #expect(rows.map(\.witnesses.isEmpty) == [false, true, false])
    #expect(rows[0].witnesses.allSatisfy { sources.fault(of: $0) == nil })
    #expect(rows[2].witnesses.map { sources.fault(of: $0) != nil } == [true, true, true, false])
  }

  /// Every case that is refused for what it is stands in some row, so that the page does not fall behind the tests.
  @Test func namesEveryHostileArchive() throws {
    let named = Set(Self.rows(of: try Self.page()).flatMap(\.witnesses))
    let places = Chatferry.projectFolder.appendingPathComponent("Tests/WhatsAppExportTests")
    for name in ["Names", "Sizes", "Places"] {
      let text = try String(
        contentsOf: places.appendingPathComponent("ArchiveCases+\(name).swift"), encoding: .utf8)
      let refused = text.matches(
        of: /\.init\(\s*"([a-z0-9_]+)",\s*(\.refuse|ArchiveCase\.(?:damaged|unsafe))/)
      #expect(refused.count > 20)
      for match in refused {
        #expect(named.contains(String(match.1)), "\(match.1)")
      }
    }
  }
}
