import Foundation
import Testing

@testable import WhatsAppExport

/// What a later ICU (78.2) writes than the one that reads: short date with medium and with short time, at 14:30:15 of
/// 2023-01-05, by locale. Day and month look alike there.
struct LaterLocaleDataTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let locale: String
    let ios: String
    let android: String
    var testDescription: String { locale }

    init(_ locale: String, _ ios: String, _ android: String) {
      (self.locale, self.ios, self.android) = (locale, ios, android)
    }
  }

  static let rows: [Row] = [
    Row("en-US", "1/5/23, 2:30:15 PM", "1/5/23, 2:30 PM"),
    Row("en-GB", "05/01/2023, 14:30:15", "05/01/2023, 14:30"),
    Row("en-IN", "05/01/23, 2:30:15 pm", "05/01/23, 2:30 pm"),
    Row("en-AU", "5/1/23, 2:30:15 pm", "5/1/23, 2:30 pm"),
    Row("en-CA", "2023-01-05, 2:30:15 p.m.", "2023-01-05, 2:30 p.m."),
    Row("en-ZA", "2023/01/05, 14:30:15", "2023/01/05, 14:30"),
    Row("en-NZ", "05/01/2023, 2:30:15 pm", "05/01/2023, 2:30 pm"),
    Row("en-IE", "05/01/2023, 14:30:15", "05/01/2023, 14:30"),
    Row("en-SG", "5/1/23, 2:30:15 pm", "5/1/23, 2:30 pm"),
    Row("de-DE", "05.01.23, 14:30:15", "05.01.23, 14:30"),
    Row("de-AT", "05.01.23, 14:30:15", "05.01.23, 14:30"),
    Row("de-CH", "05.01.23, 14:30:15", "05.01.23, 14:30"),
    Row("fr-FR", "05/01/2023 14:30:15", "05/01/2023 14:30"),
    Row("fr-CA", "2023-01-05 14 h 30 min 15 s", "2023-01-05 14 h 30"),
    Row("fr-CH", "05.01.23 14:30:15", "05.01.23 14:30"),
    Row("fr-BE", "5/01/23 14:30:15", "5/01/23 14:30"),
    Row("es-ES", "5/1/23, 14:30:15", "5/1/23, 14:30"),
    Row("es-MX", "05/01/23, 2:30:15 p.m.", "05/01/23, 2:30 p.m."),
    Row("es-AR", "5/1/23, 2:30:15 p. m.", "5/1/23, 2:30 p. m."),
    Row("es-CO", "5/01/23, 2:30:15 p. m.", "5/01/23, 2:30 p. m."),
    Row("es-CL", "05-01-23, 2:30:15 p. m.", "05-01-23, 2:30 p. m."),
    Row("es-PE", "5/01/23, 2:30:15 p. m.", "5/01/23, 2:30 p. m."),
    Row("es-US", "5/1/2023, 2:30:15 p.m.", "5/1/2023, 2:30 p.m."),
    Row("pt-BR", "05/01/2023, 14:30:15", "05/01/2023, 14:30"),
    Row("pt-PT", "05/01/23, 14:30:15", "05/01/23, 14:30"),
    Row("it-IT", "05/01/23, 14:30:15", "05/01/23, 14:30"),
    Row("it-CH", "05.01.23, 14:30:15", "05.01.23, 14:30"),
    Row("nl-NL", "05-01-2023, 14:30:15", "05-01-2023, 14:30"),
    Row("nl-BE", "5/01/2023, 14:30:15", "5/01/2023, 14:30"),
    Row("pl-PL", "5.01.2023, 14:30:15", "5.01.2023, 14:30"),
    Row("cs-CZ", "05.01.23 14:30:15", "05.01.23 14:30"),
    Row("sk-SK", "5. 1. 2023 14:30:15", "5. 1. 2023 14:30"),
    Row("hu-HU", "2023. 01. 05. 14:30:15", "2023. 01. 05. 14:30"),
    Row("ro-RO", "05.01.2023, 14:30:15", "05.01.2023, 14:30"),
    Row("sv-SE", "2023-01-05 14:30:15", "2023-01-05 14:30"),
    Row("sv-FI", "5.1.2023 14.30.15", "5.1.2023 14.30"),
    Row("da-DK", "05.01.2023, 14.30.15", "05.01.2023, 14.30"),
    Row("nb-NO", "05.01.2023, 14:30:15", "05.01.2023, 14:30"),
    Row("fi-FI", "5.1.2023 klo 14.30.15", "5.1.2023 klo 14.30"),
    Row("ru-RU", "05.01.2023, 14:30:15", "05.01.2023, 14:30"),
    Row("uk-UA", "05.01.23, 14:30:15", "05.01.23, 14:30"),
    Row("bg-BG", "5.01.23 г., 14:30:15", "5.01.23 г., 14:30"),
    Row("el-GR", "5/1/23, 2:30:15 μ.μ.", "5/1/23, 2:30 μ.μ."),
    Row("tr-TR", "5.01.2023 14:30:15", "5.01.2023 14:30"),
    Row("he-IL", "5.1.2023, 14:30:15", "5.1.2023, 14:30"),
    Row("ar-SA", "٥\u{200F}/١\u{200F}/٢٠٢٣، ٢:٣٠:١٥ م", "٥\u{200F}/١\u{200F}/٢٠٢٣، ٢:٣٠ م"),
    Row("ar-EG", "٥\u{200F}/١\u{200F}/٢٠٢٣، ٢:٣٠:١٥ م", "٥\u{200F}/١\u{200F}/٢٠٢٣، ٢:٣٠ م"),
    Row("ar-AE", "5\u{200F}/1\u{200F}/2023، 2:30:15 م", "5\u{200F}/1\u{200F}/2023، 2:30 م"),
    Row("ar-MA", "5\u{200F}/1\u{200F}/2023، 14:30:15", "5\u{200F}/1\u{200F}/2023، 14:30"),
    Row("fa-IR", "۱۴۰۱/۱۰/۱۵, ۱۴:۳۰:۱۵", "۱۴۰۱/۱۰/۱۵, ۱۴:۳۰"),
    Row("fa-IR", "۱۴۰۱/۱۰/۱۵, ۲:۳۰:۱۵ ب.ظ.", "۱۴۰۱/۱۰/۱۵, ۲:۳۰ ب.ظ."),
    Row("ur-PK", "5/1/23، 2:30:15 PM", "5/1/23، 2:30 PM"),
    Row("hi-IN", "5/1/23, 2:30:15 pm", "5/1/23, 2:30 pm"),
    Row("bn-BD", "৫/১/২৩, ২:৩০:১৫ PM", "৫/১/২৩, ২:৩০ PM"),
    Row("bn-IN", "৫/১/২৩, ২:৩০:১৫ PM", "৫/১/২৩, ২:৩০ PM"),
    Row("mr-IN", "५/१/२३, २:३०:१५ PM", "५/१/२३, २:३० PM"),
    Row("ta-IN", "5/1/23, 2:30:15 PM", "5/1/23, 2:30 PM"),
    Row("te-IN", "05-01-23 2:30:15 PM", "05-01-23 2:30 PM"),
    Row("gu-IN", "5/1/23 02:30:15 PM", "5/1/23 02:30 PM"),
    Row("kn-IN", "5/1/23, 02:30:15 PM", "5/1/23, 02:30 PM"),
    Row("ml-IN", "5/1/23, 2:30:15 PM", "5/1/23, 2:30 PM"),
    Row("pa-IN", "5/1/23, 2:30:15 PM", "5/1/23, 2:30 PM"),
    Row("th-TH", "5/1/66 14:30:15", "5/1/66 14:30"),
    Row("vi-VN", "14:30:15 5/1/23", "14:30 5/1/23"),
    Row("id-ID", "05/01/23, 14.30.15", "05/01/23, 14.30"),
    Row("ms-MY", "5/01/23, 2:30:15 PTG", "5/01/23, 2:30 PTG"),
    Row("fil-PH", "1/5/23, 2:30:15 PM", "1/5/23, 2:30 PM"),
    Row("ja-JP", "2023/01/05 14:30:15", "2023/01/05 14:30"),
    Row("ko-KR", "23. 1. 5. PM 2:30:15", "23. 1. 5. PM 2:30"),
    Row("zh-CN", "2023/1/5 14:30:15", "2023/1/5 14:30"),
    Row("zh-TW", "2023/1/5\u{2009}下午2:30:15", "2023/1/5\u{2009}下午2:30"),
    Row("zh-HK", "5/1/2023\u{2009}下午2:30:15", "5/1/2023\u{2009}下午2:30"),
    Row("sw-KE", "05/01/2023, 14:30:15", "05/01/2023, 14:30"),
    Row("af-ZA", "2023-01-05 14:30:15", "2023-01-05 14:30"),
    Row("hr-HR", "05. 01. 2023. 14:30:15", "05. 01. 2023. 14:30"),
    Row("sr-RS", "5. 1. 2023. 14:30:15", "5. 1. 2023. 14:30"),
    Row("sl-SI", "5. 1. 2023, 14:30:15", "5. 1. 2023, 14:30"),
    Row("et-EE", "05.01.23, 14:30:15", "05.01.23, 14:30"),
    Row("lv-LV", "05.01.23 14:30:15", "05.01.23 14:30"),
    Row("lt-LT", "2023-01-05 14:30:15", "2023-01-05 14:30"),
    Row("sq-AL", "5.1.23, 2:30:15 m.d.", "5.1.23, 2:30 m.d."),
    Row("mk-MK", "5.1.2023 г., 14:30:15", "5.1.2023 г., 14:30"),
    Row("ca-ES", "5/1/23 14:30:15", "5/1/23 14:30"),
    Row("az-AZ", "05.01.23, 14:30:15", "05.01.23, 14:30"),
    Row("kk-KZ", "05.01.23, 14:30:15", "05.01.23, 14:30"),
    Row("uz-UZ", "05/01/23, 14:30:15", "05/01/23, 14:30"),
    Row("my-MM", "၅/၁/၂၃ ၁၄:၃၀:၁၅", "၅/၁/၂၃ ၁၄:၃၀"),
    Row("ne-NP", "२३/१/५, १४:३०:१५", "२३/१/५, १४:३०"),
    Row("si-LK", "2023-01-05, 14.30.15", "2023-01-05, 14.30"),
    Row("am-ET", "05/01/2023 2:30:15 ከሰዓት", "05/01/2023 2:30 ከሰዓት"),
  ]

  /// Before AM and PM stands any space of Unicode.
  static let spaces = ["\u{20}", "\u{A0}", "\u{202F}", "\u{2009}"]

  @Test(arguments: rows)
  func isReadWithTheLocaleGiven(_ row: Row) throws {
    for space in Self.spaces {
      for (line, time) in Self.lines(row, space: space) {
        let bench = try GrammarBench(line, locale: row.locale)
        #expect(bench.headers.map(\.time) == [time], "\(line)")
        #expect(bench.grammar.shape.dateOrderEvidence != .ambiguous, "\(line)")
      }
    }
  }

  @Test(arguments: rows)
  func isReadOrLeftOpenWithoutALocale(_ row: Row) throws {
    for (line, time) in Self.lines(row, space: "\u{202F}") {
      let bench = try GrammarBench(line)
      guard bench.grammar.shape.dateOrderEvidence != .ambiguous else { continue }
      #expect(bench.headers.map(\.time) == [time], "\(line)")
    }
  }

  static func lines(_ row: Row, space: String) -> [(line: String, time: String)] {
    // The last space of a header with letters behind the time is the one before the day period.
    func spaced(_ header: String) -> String {
      guard let last = header.last, last.isLetter || last == ".",
        let at = header.lastIndex(of: " ")
      else { return header }
      return header.replacingCharacters(in: at...at, with: space)
    }
    return [
      ("[\(spaced(row.ios))] Ana: hi\r\n", "2023-01-05T14:30:15"),
      ("\(spaced(row.android)) - Ana: hi\n", "2023-01-05T14:30"),
    ]
  }
}
