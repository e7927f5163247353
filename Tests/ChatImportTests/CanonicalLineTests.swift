import Testing

@testable import ChatImport

struct CanonicalLineTests {
  @Test(arguments: [
    ("a\n[12/01/2024, 10:00:00] Anna Berg: y", true), ("a\n1/2/24, 1:00 PM - X: y", true),
    ("a\n\u{200E}12.01.24, 10:00 - X: y", true), ("a\n2024-01-12 10:00 - X: y", true),
    ("a\n 12. 1. 2024 10:00 - X: y", true), ("a\r\n12/01/2024 um 10:00 - X: y", true),
    ("12/01/2024, 10:00 - X: y", false), ("a\n[x", false), ("a\n1/2 cup of sugar", false),
    ("a\n3.5 kg", false), ("a\n12345/1/2", false), ("a\n07700 900142", false), ("a\n", false),
    ("", false),
  ])
  func guardsLinesThatCouldBeHeaders(text: String, isGuarded: Bool) {
    #expect(CanonicalLine.guardsLine(of: text) == isGuarded)
  }
}
