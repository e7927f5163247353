import TestKit
import Testing

@testable import ChatImport

struct ComparedTextTests {
  static let equal: [(String, String)] = [
    ("Hello", "Hello"), ("Hello", "Hello \n"), ("Hello", "\u{200E}Hello"), ("a\nb", "a\r\nb"),
    ("a\nb", "a \n\u{202A}b\u{202C}"), ("@Anna", "@\u{2068}Anna\u{2069}"), ("a\n\nb", "a\n \nb"),
    ("", " \n"), ("a", "\n\na"), ("[1", "\u{2060}[1"), ("x", "\u{FEFF}x"), ("a\n b", "a\nb"),
  ]
  static let different: [(String, String)] = [
    ("Hello", "hello"), ("a\nb", "a b"), ("ab", "a b"), ("a\n\nb", "a\nb"), ("", "a"),
    ("a\u{202F}b", "ab"), ("é", "e"), ("\u{2063}a", "a"), ("€", "\u{20AD}"),
  ]

  @Test(arguments: equal)
  func takesNoNoticeOfTrimmings(_ one: String, _ other: String) {
    #expect(ComparedText.hash(one) == ComparedText.hash(other))
  }

  @Test(arguments: different)
  func tellsTextsApart(_ one: String, _ other: String) {
    #expect(ComparedText.hash(one) != ComparedText.hash(other))
  }

  @Test func takesAnyBytes() {
    var generator = SplitMix64(state: 3)
    let alphabet: [UInt8] = [0xE2, 0x80, 0x8E, 0x81, 0xA6, 0xEF, 0xBB, 0xBF, 0x20, 0x0A, 0x61]
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
      _ = ComparedText.hash(bytes.span)
    }
  }
}
