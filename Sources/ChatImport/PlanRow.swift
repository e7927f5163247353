internal import ChatRecords

/// One message of the plan, without its text.
struct PlanRow: Sendable, Equatable {
  /// Position in the plan; rises in the order in which messages are sent.
  var seq: Int64 = 0
  /// Which of the run's exports holds the text.
  var source: Int = 0
  /// Where header line and continuations lie in that export's decoded text.
  var extent: Range<Int64> = 0..<0
  /// Line in that export's text, from 1.
  var line: Int = 0
  /// POSIX seconds; wall clock seconds where no zone is known.
  var time: Int64 = 0
  var offsetMinutes: Int32 = 0
  var direction = MessageRecord.Direction.unknown
  var kind = MessageRecord.Kind.unknown
  /// Whether the source writes seconds; else the message is from somewhere in the minute.
  var hasSeconds = false
  /// `ComparedText` of the record's text.
  var text: UInt64 = 0
  /// `ComparedText` of the body as written, markers included.
  var body: UInt64 = 0
  /// `ComparedText` of the body as the canonical text has it.
  var canonicalBody: UInt64 = 0
  /// The record's id.
  var id: UInt64 = 0
  /// Whether the message is a file, be it there, missing or left out.
  var isMedium = false
  /// `ComparedText` of what an export without files prints beside its words for this one: a document's name, else the text.
  var caption: UInt64 = 0
  /// Row of the file that the message shows; nil for none or an absent one.
  var file: Int64?
  /// Bytes of the verbatim text inside a JSON string.
  var verbatimLength: Int64 = 0
  /// Bytes of the canonical text inside a JSON string, line break included.
  var canonicalLength: Int64 = 0
  /// False for the last line of a text that ends without one.
  var endsWithLineBreak = true

  var isSystem: Bool { direction == .system }
}

/// A file of an export under the name by which messages refer to it.
struct PlanFile: Sendable, Equatable {
  var source: Int
  /// Index of the archive's entry.
  var entry: Int
  /// As the text writes it.
  var name: String
  /// In bytes.
  var size: Int64
}
