package import ChatRecords

/// What was learned of a chat text's header lines before the first message is given out.
package struct ChatShape: Sendable, Equatable {
  package enum Platform: String, Sendable { case android, ios, unknown }
  package enum OrderEvidence: String, Sendable { case given, proved, locale, ambiguous }
  package enum LocaleEvidence: String, Sendable { case given, text, dates, none }
  package enum HourCycle: String, Sendable { case h12, h23 }

  package var platform: Platform
  /// BCP 47; nil when nothing told it.
  package var locale: String?
  package var localeEvidence: LocaleEvidence
  package var dateOrder: DateOrder
  package var dateOrderEvidence: OrderEvidence
  /// CLDR name, `gregorian`.
  package var calendar: String
  /// CLDR name, `latn`.
  package var digits: String
  package var hourCycle: HourCycle
  /// What decided the date order, in words for people.
  package var dateOrderReason: String
}

/// One message of an export with what an import must know beside the record.
package struct ChatEntry: Sendable {
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

/// Somebody who writes in the chat.
package struct ChatAuthor: Sendable, Equatable {
  package enum Role: String, Sendable { case me, partner, unknown }

  /// As written in the text, direction marks removed.
  package let name: String
  /// Digits only, when the name is a number, or a contact list or the user gave it.
  package var number: String?
  package var role: Role
  package var messages: Int
}

/// How every line of the text was used: `lines = messages + continuations + unread`.
package struct LineAccounting: Sendable, Equatable {
  package var lines = 0
  package var messages = 0
  package var continuations = 0
  package var unread = 0

  package init() {}
}

/// Reads the messages of one export as a stream, in file order, in bounded memory.
package final class ChatReader {
  package let archive: ExportArchive
  package let shape: ChatShape
  /// The message that `next()` read; reused.
  package private(set) var entry = ChatEntry()
  package private(set) var authors: [ChatAuthor] = []
  package private(set) var accounting = LineAccounting()
  package private(set) var problems: [Problem] = []

  /// Learns the header grammar: from the first part of the text, and from all of it when that leaves the
  /// date order open.
  package init(_ archive: ExportArchive, options: ParseOptions, people: People) throws(ExportError)
  {
    fatalError()
  }

  /// Reads the next message into `entry`; false at the end.
  package func next() throws(ExportError) -> Bool { fatalError() }
}
