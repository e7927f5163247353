// What libFuzzer calls; `.ci/fuzz` builds and runs it.
import ChatRecords
import WhatsAppExport

/// Reads the bytes as a chat text and checks what must hold of any.
///
/// - Parameter data: `count` bytes, lent by libFuzzer.
@_cdecl("chatferry_read_chat_text")
public func readChatText(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  // What the text does not tell is given, so that most inputs are read to their end.
  let options = ParseOptions(zone: .iana("Europe/Berlin"), dateOrder: .dmy)
  let people = People(me: ["Shop: Berlin"], numbers: ["Anna": "447700900142"])
  let media = ["IMG-20220310-WA0001.jpg", "00000004-PHOTO-2022-03-13-08-01-05.jpg", "Plan.pdf"]
  let reader: ChatReader
  do {
    reader = try ChatReader(
      text: bytes, title: "Anna", mediaNames: media, options: options, people: people)
  } catch {
    // A text that is no chat is refused in words.
    precondition(!"\(error)".isEmpty)
    return 0
  }
  var messages = 0
  var end: Int64?
  do {
    while try reader.next() {
      messages += 1
      let extent = reader.entry.extent
      precondition(end == nil || end == extent.lowerBound, "a gap before message \(messages)")
      precondition(extent.lowerBound < extent.upperBound, "message \(messages) is empty")
      precondition(extent.contains(reader.entry.bodyStart) || reader.entry.bodyStart == extent.upperBound)
      precondition((reader.entry.record.direction == .system) == (reader.entry.author == nil))
      end = extent.upperBound
    }
  } catch {
    preconditionFailure("a text in memory cannot fail: \(error)")
  }
  let lines = reader.accounting
  precondition(lines.lines == lines.messages + lines.continuations + lines.unread, "\(lines)")
  precondition(lines.messages == messages, "\(lines), but \(messages) messages")
  return 0
}
