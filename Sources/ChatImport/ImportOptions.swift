package import WhatsAppExport

/// What the user asked for, one for all the exports of a command.
package struct ImportOptions: Sendable {
  /// How the text is sent.
  package enum ChatText: String, Sendable, CaseIterable {
    /// As the phone wrote it.
    case verbatim
    /// Rewritten into one plain shape in UTC.
    case canonical
  }

  package var parse = ParseOptions()
  package var people = People()
  package var chatText = ChatText.verbatim
  /// Uploads that may be under way at once, at least 1.
  package var jobs = 4
  /// Plan only: nothing is sent, no server is asked.
  package var isDryRun = false
  /// Limit of one createChatImport body in bytes; nil until the server says 413.
  package var maxImportBytes: Int64?

  package init() {}
}
