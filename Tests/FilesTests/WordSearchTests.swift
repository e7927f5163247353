import Testing

@testable import Files

@Suite struct WordSearchTests {
  private static let words = ["key", "oken", "assword", "TTP"]

  private func finds(_ text: String, _ words: [String] = words) -> Bool {
    let search = WordSearch(words.map { Array($0.utf8) })
    return Array(text.utf8).withUnsafeBytes { search.isAny(in: $0) }
  }

  @Test(arguments: [
    ("key", true), ("a key", true), ("keys", true), ("ke", false), ("", false), ("k", false),
    ("k ey", false), ("Key", false), ("token", true), ("toke", false), ("password", true),
    ("passwor", false), ("assassword", true), ("aassword", true), ("hTTP", true), ("http", false),
    ("größe: oke, ken, keen", false), ("oooken", true), ("asswassword", true),
  ])
  func findsAWordWhereverItStands(text: String, isThere: Bool) {
    #expect(finds(text) == isThere)
  }

  @Test func findsNothingWithoutWords() { #expect(!finds("key", [])) }

  /// Every place of a word in every length of what is around it.
  @Test func findsAWordAtEveryPlace() {
    for length in 0..<70 {
      for place in 0...length {
        let before = String(repeating: "s", count: place)
        let behind = String(repeating: "k", count: length - place)
        #expect(finds(before + "assword" + behind))
        #expect(!finds(before + "asswor" + behind))
      }
    }
  }
}
