import TestKit
import Testing

@testable import WhatsAppExport

/// What is not read again must be what reading it again would give.
struct RecentHeaderTests {
  private static let digits = Array("0123456789٠٥٩०५".unicodeScalars)
  private static let signs = Array(
    "0159:.,-–[]/ \u{A0}\u{202F}\u{200E}\u{200F}٠٥مصapmAP:٣०x\r".unicodeScalars)

  @Test(arguments: SeenHeaderTests.rows)
  func readsEveryLineAsIfItWereTheFirst(_ row: SeenHeaderTests.Row) throws {
    let reader = try GrammarBench(row.line + "\n", order: row.order ?? .dmy).grammar.reader
    var random = SplitMix64(state: 11)
    var recent = RecentHeader()
    var repeated = 0
    for _ in 0..<600 {
      let line = Array(String(String.UnicodeScalarView(Self.changed(row.line, &random))).utf8)
      let fresh = reader.match(line.span, at: 0, lineEnd: line.count)
      let quick = reader.match(line.span, at: 0, lineEnd: line.count, recent: &recent)
      #expect(quick?.time == fresh?.time, "\(String(decoding: line, as: UTF8.self))")
      #expect(quick?.bodyStart == fresh?.bodyStart, "\(String(decoding: line, as: UTF8.self))")
      if fresh != nil { repeated += 1 }
    }
    #expect(repeated > 60)
  }

  /// A header like another one: some digits changed, rarely a sign changed, put in or left out.
  private static func changed(
    _ line: String, _ random: inout SplitMix64
  ) -> [Unicode.Scalar] {
    var scalars = Array(line.unicodeScalars)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let at = Int.random(in: 0..<scalars.count, using: &random)
      let isDigit = scalars[at].properties.numericType == .decimal
      let sign = signs.randomElement(using: &random) ?? "0"
      switch Int.random(in: 0..<12, using: &random) {
      case 0: scalars[at] = sign
      case 1: scalars.insert(sign, at: at)
      case 2: if scalars.count > 1 { scalars.remove(at: at) }
      default:
        if isDigit { scalars[at] = digits.randomElement(using: &random) ?? "0" }
      }
    }
    return scalars
  }
}
