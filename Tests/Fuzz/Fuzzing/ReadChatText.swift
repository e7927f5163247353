// What libFuzzer calls; `.ci/fuzz` builds and runs it.
import ChatRecords

@testable import WhatsAppExport

/// Reads the bytes as the text of an Android and of an iPhone, and checks what must hold of any text.
///
/// To learn what a header looks like takes far longer than to read a text, so both phones' headers are learned once;
/// every 256th length is read with what its own head teaches as well.
///
/// - Parameter data: `count` bytes, lent by libFuzzer.
@_cdecl("chatferry_read_chat_text")
public func readChatText(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  for phone in [Phone.android, Phone.apple] {
    let whole = phone.read(bytes, piece: .max)
    precondition(whole == phone.read(bytes, piece: 7), "differs when read in pieces")
  }
  if count % 256 == 255 { learnAndRead(bytes) }
  return 0
}

private let people = People(me: ["Shop: Berlin"], numbers: ["Anna": "447700900142"])
private let media = [
  "IMG-20220310-WA0001.jpg", "00000004-PHOTO-2022-03-13-08-01-05.jpg", "Plan.pdf",
]
/// What the text does not tell is given, so that most inputs are read to their end.
private let options = ParseOptions(zone: .iana("Europe/Berlin"), dateOrder: .dmy)

/// A message as far as reading it in another way must not change it.
private struct Seen: Equatable {
  let extent: Range<Int64>
  let bodyStart: Int64
  let kind: MessageRecord.Kind
  let author: String?
  let text: String?
  let id: String?
}

/// A phone whose headers are known.
private struct Phone: Sendable {
  static let android = Phone(
    "13/03/2022, 08:00 - A: one\n13/03/2022, 08:01 - B: two\n25/03/2022, 09:00 - A: x\n")
  static let apple = Phone(
    "[13/03/2022, 08:00:05] A: one\n[13/03/2022, 08:01:05] B: two\n[25/03/2022, 09:00:00] A: x\n")

  private let grammar: HeaderGrammar

  private init(_ sample: String) {
    do {
      grammar = try Self.learn(Array(sample.utf8))
    } catch {
      preconditionFailure("the sample has no header: \(error)")
    }
  }

  private static func learn(_ bytes: [UInt8]) throws(ExportError) -> HeaderGrammar {
    try HeaderGrammar.learn(
      head: bytes.span, isWhole: true, languages: [], options: options,
      rest: { () throws(ExportError) in ArraySource(bytes) })
  }

  func read(_ bytes: [UInt8], piece: Int) -> [Seen] {
    var text: [UInt8] = []
    let decoded = DecodedText(ArraySource(bytes))
    var parser: MessageParser
    do {
      while try decoded.next({ text.append(copying: $0) }) {}
      let entries = media.enumerated().map { ExportEntry(index: $0, name: $1, size: 1) }
      let files = MediaNames(entries)
      let survey = HeadSurvey(text, grammar, GivenNames(title: "Anna", people: people), files)
      var rest = text[min(text.count, piece)...]
      let window = TextWindow(head: Array(text.prefix(piece))) { body in
        if rest.isEmpty { return false }
        body(Array(rest.prefix(piece)).span)
        rest = rest.dropFirst(piece)
        return true
      }
      parser = MessageParser(
        window, grammar.reader, survey, files, platform: grammar.shape.platform,
        textName: "_chat.txt")
    } catch {
      preconditionFailure("a text in memory cannot fail: \(error)")
    }
    var maker = EntryMaker(.records)
    var batch = MessageBatch()
    var seen: [Seen] = []
    do {
      while try parser.next(into: &batch) {
        maker.forEach(in: &batch) { entry in
          let author = entry.record.string(entry.record.authorName)
          precondition((entry.record.direction == .system) == (author == nil))
          seen.append(
            Seen(
              extent: entry.extent, bodyStart: entry.bodyStart, kind: entry.record.kind,
              author: author, text: entry.record.string(entry.record.text),
              id: entry.record.string(entry.record.id)))
        }
      }
    } catch {
      preconditionFailure("a text in memory cannot fail: \(error)")
    }
    parser.finish(replacements: decoded.replacements)
    check(parser.cutter.accounting, seen, text)
    return seen
  }

  /// Every line is of a message, continues one, or is told as unread; the messages follow each other to the end.
  private func check(_ lines: LineAccounting, _ seen: [Seen], _ text: [UInt8]) {
    precondition(lines.lines == lines.messages + lines.continuations + lines.unread, "\(lines)")
    precondition(lines.messages == seen.count, "\(lines), but \(seen.count) messages")
    let feeds = text.count { $0 == 0x0A } + (text.isEmpty || text.last == 0x0A ? 0 : 1)
    precondition(lines.lines == feeds, "\(lines), but \(feeds) lines")
    for (before, after) in zip(seen, seen.dropFirst()) {
      precondition(before.extent.upperBound == after.extent.lowerBound, "a gap")
    }
    for message in seen {
      precondition(message.extent.lowerBound < message.extent.upperBound, "nothing")
      precondition(
        message.extent.contains(message.bodyStart) || message.bodyStart == message.extent.upperBound
      )
    }
    if let last = seen.last { precondition(last.extent.upperBound == Int64(text.count)) }
  }
}

/// Reads the bytes as whoever gets them from an inbox does.
private func learnAndRead(_ bytes: [UInt8]) {
  do {
    let reader = try ChatReader(
      text: bytes, title: "Anna", mediaNames: media, options: options, people: people)
    var messages = 0
    while try reader.next() { messages += 1 }
    let lines = reader.accounting
    precondition(lines.lines == lines.messages + lines.continuations + lines.unread, "\(lines)")
    precondition(lines.messages == messages, "\(lines), but \(messages) messages")
  } catch {
    // A text that is no chat is refused in words.
    precondition(!"\(error)".isEmpty)
  }
}
