import ChatRecords
import Foundation
import TestKit
import Testing

@testable import WhatsAppExport

/// What ICU writes for a locale is read back: shape by shape, at known times.
@Suite(.timeLimit(.minutes(30))) struct HeaderRoundTripTests {
  /// A chat as a phone writes it, with the times that are in it.
  struct Chat: Sendable {
    let phone: PhoneLocale
    let isIOS: Bool
    let clock: PhoneLocale.Clock
    /// ICU's, without what the app puts around it.
    let pattern: String
    let text: String
    let times: [Int64]
    /// Whether it has but two lines, of days that can be months: enough for whoever knows the phone's locale.
    let isShort: Bool

    var name: String {
      "\(phone.fullName) \(isIOS ? "ios" : "android") \(clock)\(isShort ? " short" : "")"
    }
  }

  /// What the user says of the phone.
  enum Word: String, CaseIterable { case all, locale, nothing }

  enum Outcome: Equatable {
    case read
    case refused(String)
    case wrong(String)
  }

  /// Seconds since 1970 of a time in UTC.
  static func time(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int)
    -> Int64
  {
    let parts = DateComponents(
      timeZone: .gmt, year: year, month: month, day: day, hour: hour, minute: minute, second: second
    )
    return Int64(Calendar(identifier: .gregorian).date(from: parts)?.timeIntervalSince1970 ?? 0)
  }

  /// Every hour, midnight and noon, days that can be months and others, a leap day, and both sides of the border between
  /// the eras Heisei and Reiwa; in order.
  static let times: [Int64] = [
    time(2017, 2, 1, 0, 0, 7), time(2018, 11, 5, 12, 0, 9), time(2019, 1, 13, 2, 20, 0),
    time(2019, 4, 30, 23, 59, 58), time(2019, 5, 1, 0, 30, 1), time(2019, 12, 31, 12, 34, 56),
    time(2020, 2, 29, 11, 59, 59), time(2020, 9, 17, 3, 3, 3), time(2020, 9, 17, 4, 4, 4),
    time(2020, 9, 18, 5, 5, 5), time(2021, 7, 4, 13, 5, 6), time(2021, 7, 4, 14, 40, 41),
    time(2022, 3, 10, 6, 0, 0), time(2022, 3, 10, 7, 7, 7), time(2022, 3, 20, 8, 8, 8),
    time(2022, 3, 20, 10, 10, 10), time(2022, 3, 20, 15, 15, 15), time(2022, 3, 20, 16, 16, 16),
    time(2022, 3, 28, 17, 17, 17), time(2023, 8, 25, 1, 2, 3), time(2023, 8, 25, 19, 19, 19),
    time(2023, 8, 26, 20, 20, 20), time(2024, 10, 12, 18, 45, 30), time(2025, 1, 2, 9, 8, 7),
    time(2026, 6, 21, 21, 10, 11), time(2026, 6, 21, 22, 22, 22),
  ]
  static let shortTimes: [Int64] = [time(2022, 3, 10, 9, 41, 0), time(2023, 5, 4, 16, 20, 30)]

  /// The chats of one locale: both apps, all clocks, digits and the calendars of it.
  static func chats(of name: String, calendars: [String]) -> [Chat] {
    var chats: [Chat] = []
    for calendar in calendars {
      let kinds = PhoneLocale.patterns(of: name, calendar: calendar)
      for digits in PhoneLocale.digits(of: name) {
        let phone = PhoneLocale(name: name, calendar: calendar, digits: digits)
        for (times, isShort) in [(times, false), (shortTimes, true)] {
          let written = phone.format(times, by: kinds.map(\.pattern))
          for (kind, headers) in zip(kinds, written) {
            let lines = headers.map {
              kind.isIOS ? "[\($0)] Ana: hi\r\n" : "\($0) - Ana: hi\n"
            }
            chats.append(
              Chat(
                phone: phone, isIOS: kind.isIOS, clock: kind.clock, pattern: kind.pattern,
                text: lines.joined(),
                times: kind.isIOS ? times : times.map { $0 / 60 * 60 }, isShort: isShort))
          }
        }
      }
    }
    return chats
  }

  static func read(_ chat: Chat, _ word: Word) -> Outcome {
    let tag = word == .nothing ? nil : chat.phone.tag(isFull: word == .all)
    let bench: GrammarBench
    do {
      bench = try GrammarBench(chat.text, locale: tag)
    } catch {
      return .refused("\(error)")
    }
    let shape = bench.grammar.shape
    if shape.dateOrderEvidence == .ambiguous {
      return .refused(
        "ambiguous: \(bench.grammar.problems.map(\.message)) \(chat.text.split(whereSeparator: \.isNewline).first ?? "")"
      )
    }
    var read: [Int64] = []
    TextWalk.overLines(of: bench.text.span) { bytes, start, end, _ in
      if let match = bench.grammar.reader.match(bytes, at: start, lineEnd: end) {
        read.append(match.time.seconds)
      }
      return true
    }
    if read == chat.times { return .read }
    let at = zip(read, chat.times).enumerated().first { $1.0 != $1.1 }?.offset ?? read.count
    let line =
      chat.text.split(whereSeparator: \.isNewline).dropFirst(at).first.map(String.init) ?? ""
    return .wrong(
      "\(read.count) of \(chat.times.count) read, first wrong \(line) as \(shape.calendar) \(shape.dateOrder): \(shape.dateOrderReason)"
    )
  }

  private static let isThorough =
    ProcessInfo.processInfo.environment["CHATFERRY_SLOW_TESTS"] == "1"
  private static let parts = 8

  /// A part of the chats of all locales, those alike left out: for every change each locale's own calendar and the
  /// Gregorian one, and all that there are of a few; the slow tests take every calendar.
  static func chats(ofPart part: Int) -> [Chat] {
    var seen: Set<String> = []
    var chats: [Chat] = []
    for (number, name) in PhoneLocale.names.enumerated() where number % parts == part {
      let isLanguage = !name.contains("_")
      var calendars = PhoneLocale.calendars(of: name, isUsual: !isLanguage)
      // Those that an iPhone offers everywhere.
      if !isLanguage { calendars += ["buddhist", "japanese"].filter { !calendars.contains($0) } }
      if !isThorough && number / parts % 12 != 0 {
        calendars = Array(Set(["gregorian", PhoneLocale.ownCalendar(of: name)])).sorted()
      }
      // Regions differ little from their language: of most a sixth is enough.
      let stride = isThorough || isLanguage || number / parts % 12 == 0 ? 1 : 6
      for (place, chat) in Self.chats(of: name, calendars: calendars).enumerated()
      where (place + number / parts) % stride == 0 {
        if seen.insert(chat.text).inserted { chats.append(chat) }
      }
    }
    return chats
  }

  /// Whether a chat may be refused, with an error that says so. Everything else must be read.
  static func mayRefuse(_ chat: Chat, _ word: Word) -> Bool {
    let calendar = chat.phone.calendar
    // Names of months and of years are no numbers.
    if chat.pattern.contains("MMM") || chat.pattern.contains("U") { return true }
    // A year without the era that it belongs to, a slash behind the year, nothing between hours and minutes.
    if calendar == "japanese" && !chat.pattern.contains("G") { return true }
    if chat.pattern.contains("/ G") || chat.pattern.contains("h mm") { return true }
    // Names of eras with a number in them are read where it ends the word, and the date does not follow at once.
    if calendar == "coptic" || calendar.hasPrefix("ethiopic") {
      let names = chat.phone.format([chat.times[0]], by: ["G", "GGGGG"]).flatMap { $0 }
      if chat.pattern.contains("Gy") || chat.pattern.contains("- G")
        || names.contains(where: { $0.contains(/\d/) && !$0.contains(/^\D*[^\d\s]\d$/) })
      {
        return true
      }
    }
    if word == .all { return false }
    // What is not told must be told apart by the text: kinds of the Islamic calendar, and of a nameless era.
    let isOwn = PhoneLocale.ownCalendar(of: chat.phone.name) == calendar
    let isVague =
      calendar.hasPrefix("islamic") || calendar == "coptic" || calendar.hasPrefix("ethiopic")
    // Cypriot Greek writes Japanese years without an era.
    let isBare = calendar != "gregorian" && !isOwn && !chat.pattern.contains("G")
    return isBare || isVague && (word == .nothing || !isOwn) || word == .nothing && chat.isShort
  }

  /// The years of these look like Gregorian ones, and only the user can tell them: lunar ones, and Ethiopic ones without
  /// an era as in Danish.
  static func isUntold(_ chat: Chat, _ word: Word) -> Bool {
    guard word != .all else { return false }
    return ["chinese", "dangi"].contains(chat.phone.calendar)
      || chat.phone.calendar == "ethiopic" && !chat.pattern.contains("G")
  }

  /// For every change each chat is read in one of three ways, in turns.
  @Test(arguments: 0..<parts)
  func readsWhatICUWrites(part: Int) async {
    let failures = await offThePool { Self.failures(inPart: part) }
    #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(20).joined(separator: "\n"))")
  }

  private static func failures(inPart part: Int) -> [String] {
    var failures: [String] = []
    for (number, chat) in chats(ofPart: part).enumerated() {
      for (way, word) in Word.allCases.enumerated()
      where (isThorough || way == number % 3) && !isUntold(chat, word) {
        switch read(chat, word) {
        case .read: break
        case .refused(let why):
          if !mayRefuse(chat, word) { failures.append("\(chat.name) \(word): \(why)") }
        case .wrong(let why): failures.append("\(chat.name) \(word): WRONG \(why)")
        }
      }
    }
    return failures
  }
}
