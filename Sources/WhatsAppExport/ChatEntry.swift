package import ChatRecords

/// One message of an export with what an import must know beside the record.
package struct ChatEntry: ~Copyable, Sendable {
  package var record = MessageRecord()
  /// Where header line and continuations lie in the text as UTF-8, line breaks included.
  package var extent: Range<Int64> = 0..<0
  /// Where the body begins in the text as UTF-8 (after `Name: `).
  package var bodyStart: Int64 = 0
  /// Which of the reader's `authors` wrote it; nil for system lines.
  package var author: Int?
  /// The archive entry that the message shows; nil for none or a missing one.
  package var attachment: ExportEntry?
}
