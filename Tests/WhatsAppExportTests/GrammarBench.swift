import ChatRecords
import Files

@testable import WhatsAppExport

/// Learns and reads a small text the way the chat reader does.
struct GrammarBench {
  let text: [UInt8]
  let grammar: HeaderGrammar

  /// - Parameter headLines: how many lines are shown as the head; nil for all.
  init(
    _ text: String, locale: String? = nil, order: DateOrder? = nil, languages: [String] = [],
    headLines: Int? = nil
  ) throws {
    let bytes = Array(text.utf8)
    self.text = bytes
    var headEnd = bytes.count
    if let headLines {
      let ends = bytes.indices.filter { bytes[$0] == 0x0A }
      headEnd = headLines <= ends.count ? ends[headLines - 1] + 1 : bytes.count
    }
    let head = Array(bytes[..<headEnd])
    grammar = try HeaderGrammar.learn(
      head: head.span, isWhole: headEnd == bytes.count, languages: languages,
      options: ParseOptions(locale: locale, dateOrder: order)
    ) { () throws(ExportError) -> any ByteSource in ChunkedSource(bytes, chunk: 7919) }
  }

  /// The wall times of all headers, `2022-03-10T11:00` or `…:05`, and what follows them.
  var headers: [(time: String, body: String)] {
    var found: [(time: String, body: String)] = []
    TextWalk.overLines(of: text.span) { bytes, start, end, _ in
      if let match = grammar.reader.match(bytes, at: start, lineEnd: end) {
        var body: [UInt8] = []
        for at in match.bodyStart..<end where bytes[at] != 0x0D { body.append(bytes[at]) }
        found.append((Self.text(of: match.time), String(decoding: body, as: UTF8.self)))
      }
      return true
    }
    return found
  }

  static func text(of time: MessageRecord.WallTime) -> String {
    let day = Int(time.seconds) / 86_400
    let rest = Int(time.seconds) - day * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(rest / 3600)):\(two(rest / 60 % 60))"
    return CalendarReading.text(ofDay: day) + "T" + clock
      + (time.hasSeconds ? ":" + two(rest % 60) : "")
  }
}
