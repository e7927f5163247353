import ChatRecords
import Files

@testable import WhatsAppExport

/// A message as tests write it down by hand.
struct Told: Equatable, CustomStringConvertible {
  var author: String?
  var kind: MessageRecord.Kind
  var text: String?
  var media: String?
  var state: MessageRecord.MediaState?
  var isEdited = false

  init(
    _ author: String?, _ kind: MessageRecord.Kind, _ text: String?, media: String? = nil,
    _ state: MessageRecord.MediaState? = nil, isEdited: Bool = false
  ) {
    self.author = author
    self.kind = kind
    self.text = text
    self.media = media
    self.state = state
    self.isEdited = isEdited
  }

  init(_ record: borrowing MessageRecord) {
    author = record.string(record.authorName)
    kind = record.kind
    text = record.string(record.text)
    media = record.string(record.media?.name ?? .null)
    state = record.media?.state
    isEdited = record.isEdited
  }

  var description: String {
    "\(author ?? "–") \(kind) \(text.map { "“\($0)”" } ?? "nil") \(media ?? "") \(state.map { "\($0)" } ?? "")"
      + (isEdited ? " edited" : "")
  }
}

/// All that reading one text gives.
struct Reading: Equatable {
  var messages: [Told] = []
  var ids: [String] = []
  var directions: [MessageRecord.Direction] = []
  var extents: [Range<Int64>] = []
  var bodyStarts: [Int64] = []
  var lines: [Int] = []
  var times: [MessageRecord.WallTime] = []
  var authors: [ChatAuthor] = []
  var accounting = LineAccounting()
  var problems: [Problem] = []
  var chat = ""
}

/// Hands out `chunk` bytes at a time.
final class ChunkedSource: ByteSource {
  struct Broken: Error, Equatable {}

  private let bytes: [UInt8]
  private let chunk: Int
  private let failAfter: Int?
  private var start = 0

  init(_ bytes: [UInt8], chunk: Int, failAfter: Int? = nil) {
    self.bytes = bytes
    self.chunk = chunk
    self.failAfter = failAfter
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if let failAfter, start >= failAfter { throw Broken() }
    let count = min(chunk, buffer.count, bytes.count - start)
    bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[start..<start + count])) }
    start += count
    return count
  }
}

func makeReader(
  _ bytes: [UInt8], title: String = "", media: [String] = [], people: People = People(),
  options: ParseOptions = ParseOptions(dateOrder: .dmy), chunk: Int = .max,
  headLimit: Int = ChatReader.headLimit, failAfter: Int? = nil
) throws -> ChatReader {
  let entries = media.enumerated().map { ExportEntry(index: $0, name: $1, size: 100 + Int64($0)) }
  let source = ChatReader.Source(
    archive: nil, title: title, path: "chat.zip", textName: "_chat.txt", media: entries,
    open: { () throws(ExportError) in ChunkedSource(bytes, chunk: chunk, failAfter: failAfter) })
  return try ChatReader(source, options: options, people: people, headLimit: headLimit)
}

func read(_ reader: ChatReader) throws -> Reading {
  var reading = Reading()
  while try reader.next() {
    reading.messages.append(Told(reader.entry.record))
    reading.ids.append(reader.entry.record.string(reader.entry.record.id) ?? "")
    reading.directions.append(reader.entry.record.direction)
    reading.extents.append(reader.entry.extent)
    reading.bodyStarts.append(reader.entry.bodyStart)
    reading.times.append(reader.entry.record.localTime)
    if case .export(_, let line) = reader.entry.record.source { reading.lines.append(line) }
  }
  reading.authors = reader.authors
  reading.accounting = reader.accounting
  reading.problems = reader.problems
  reading.chat = reader.chat
  return reading
}

func read(
  _ text: String, title: String = "", media: [String] = [], people: People = People(),
  options: ParseOptions = ParseOptions(dateOrder: .dmy)
) throws -> Reading {
  try read(
    makeReader(Array(text.utf8), title: title, media: media, people: people, options: options))
}

/// An Android text of these bodies, each a minute after the one before.
func android(_ bodies: [String]) -> String {
  bodies.enumerated().map { index, body in
    "13/03/2022, \(pad(8 + index / 60)):\(pad(index % 60)) - \(body)\n"
  }.joined()
}

/// An iPhone text of these bodies; a mark before a body's name moves before the header.
func ios(_ bodies: [String]) -> String {
  bodies.enumerated().map { index, body in
    let isLed = body.unicodeScalars.first == "\u{200E}"
    let rest = isLed ? String(body.unicodeScalars.dropFirst()) : body
    return (isLed ? "\u{200E}" : "")
      + "[13/03/2022, \(pad(8 + index / 60)):\(pad(index % 60)):05] \(rest)\r\n"
  }.joined()
}

func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
