import ChatRecords
import Foundation
import TestKit
import Testing

@testable import WhatsAppExport

/// What ICU writes for a locale is read back: shape by shape, at known times.
@Suite(.timeLimit(.minutes(10))) struct HeaderRoundTripTests {
  /// A phone: language and region, app, clock and digits.
  struct Phone: Sendable, CustomTestStringConvertible {
    let locale: String
    let isIOS: Bool
    let isTwelveHours: Bool
    /// CLDR's name; nil for what the locale prefers.
    let digits: String?
    let calendar: String

    var testDescription: String {
      "\(locale) \(isIOS ? "ios" : "android") \(isTwelveHours ? "h12" : "h23") \(digits ?? "own") \(calendar)"
    }

    /// The locale's ICU name with calendar and digits.
    var name: String {
      "\(locale)@calendar=\(calendar)" + (digits.map { ";numbers=\($0)" } ?? "")
    }

    /// The pattern of a header as the phone's system joins it; nil where ICU has none with a clock of that kind.
    var pattern: String? {
      let skeleton = (isTwelveHours ? "hm" : "Hm") + (isIOS ? "s" : "")
      guard let both = ICU.pattern(.shortBoth, of: name),
        let short = ICU.pattern(.shortTime, of: name),
        let time = ICU.bestPattern(skeleton, of: name),
        !isTwelveHours || time.contains("a") || time.contains("B")
      else { return nil }
      return both.replacing(short, with: time)
    }

    /// A chat with a line for each time, in UTC.
    func text(_ times: [Int64]) -> String? {
      guard let pattern else { return nil }
      return times.map { time in
        let header = ICU.format(time, by: pattern, in: name) ?? ""
        return isIOS ? "[\(header)] Ana: hi\r\n" : "\(header) - Ana: hi\n"
      }.joined()
    }
  }

  /// Every hour of a day is there, and days beyond 12 that tell the order; in file order.
  static let times: [Int64] = {
    let days = [19_055, 19_056, 19_077, 19_090, 19_105, 19_190, 19_340, 19_375, 19_400, 19_460]
    var times: [Int64] = []
    for (index, day) in days.enumerated() {
      for hour in [0, 1, 2, 3, 5, 9, 11, 12, 13, 15, 18, 20, 22, 23] where hour % 3 == index % 3 {
        times.append(Int64(day * 86_400 + hour * 3600 + (index * 7 + hour) % 60 * 60 + 5 + index))
      }
    }
    return times
  }()

  /// Locales that are read in every way a phone can write them. All languages that must be read, with each order and
  /// joint that their regions have, and of the others those that differ from them most.
  static let locales = [
    "en_US", "en_GB", "en_IN", "en_CA", "en_ZA", "en_AU", "de_DE", "de_AT", "es_ES", "es_MX",
    "es_CO",
    "es_CL", "es_US", "es_PR", "fr_FR", "fr_CA", "fr_CH", "fr_BE", "pt_BR", "pt_PT", "he_IL",
    "ar_EG",
    "ar_SA", "ar_AE", "ar_MA", "fi_FI", "sv_SE", "sv_FI", "hu_HU", "bg_BG", "tr_TR", "ko_KR",
    "ja_JP",
    "zh_Hans_CN", "zh_Hant_TW", "zh_Hant_HK", "vi_VN", "th_TH", "fa_IR", "bn_BD", "my_MM", "am_ET",
    "hr_HR", "sr_Cyrl_BA", "dz_BT", "wo_SN",
  ]

  /// Latin digits, those of the locale's language and those that it prefers, each once.
  static func digitSets(of locale: String) -> Set<String> {
    ["latn", ICU.numbering(of: locale), ICU.numbering(of: locale + "@numbers=native")]
  }

  static func phones(_ locales: [String]) -> [Phone] {
    locales.flatMap { locale in
      [true, false].flatMap { isIOS in
        [true, false].flatMap { isTwelveHours in
          digitSets(of: locale).map { digits in
            Phone(
              locale: locale, isIOS: isIOS, isTwelveHours: isTwelveHours, digits: digits,
              calendar: "gregorian")
          }
        }
      }
    }
  }

  /// What went wrong for a phone; nil where all was read.
  static func failure(_ phone: Phone, given: Bool) -> String? {
    guard let text = phone.text(times) else { return nil }
    let first = text.split(separator: "\n").first ?? ""
    guard
      let bench = try? GrammarBench(
        text, locale: given ? ICU.tag(fromLocale: phone.locale) : nil)
    else { return "\(phone.testDescription): unknown shape \(first)" }
    let shape = bench.grammar.shape
    let order = LocaleChoice.order(of: phone.locale)
    if shape.dateOrder != order {
      return "\(phone.testDescription): \(shape.dateOrder) \(shape.dateOrderReason) \(first)"
    }
    if shape.dateOrderEvidence == .ambiguous {
      return "\(phone.testDescription): ambiguous \(first)"
    }
    let expected = times.map { phone.isIOS ? $0 : $0 / 60 * 60 }
    var read: [Int64] = []
    TextWalk.overLines(of: bench.text.span) { bytes, start, end, _ in
      if let match = bench.grammar.reader.match(bytes, at: start, lineEnd: end) {
        read.append(match.time.seconds)
      }
      return true
    }
    if read == expected { return nil }
    let at = Array(zip(read, expected)).firstIndex { $0 != $1 }
    return
      "\(phone.testDescription): \(read.count) of \(expected.count) read, first wrong \(String(describing: at)) \(first)"
  }

  @Test(arguments: locales)
  func readsWhatICUWrites(locale: String) {
    let failures = Self.phones([locale]).compactMap { Self.failure($0, given: false) }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  /// Every locale of ICU, one way each; which way goes by the seed of the locale's name, so that all are met.
  /// One in eight is enough for every change; `CHATFERRY_SLOW_TESTS` reads them all.
  @Test func readsEveryLocaleOfICU() {
    let isThorough = ProcessInfo.processInfo.environment["CHATFERRY_SLOW_TESTS"] == "1"
    var failures: [String] = []
    for (number, locale) in ICU.locales.enumerated() where isThorough || number % 8 == 0 {
      var random = SplitMix64(state: locale.utf8.reduce(UInt64(0)) { $0 &* 31 &+ UInt64($1) })
      guard let phone = Self.phones([locale]).randomElement(using: &random) else { continue }
      if let failure = Self.failure(phone, given: random.next() % 4 != 0) {
        failures.append(failure)
      }
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }
}
