package import WhatsAppExport

/// What the user asked for, one for all the exports of a command.
package struct ImportOptions: Sendable {
  package enum ChatText: String, Sendable, CaseIterable { case verbatim, canonical }
  package var parse = ParseOptions()
  package var people = People()
  package var chatText = ChatText.verbatim
  package var jobs = 4
  package var isDryRun = false
  /// Limit of one createChatImport body in bytes; nil until the server says 413.
  package var maxImportBytes: Int64?
  package init() {}
}

/// Told to the person while the import goes on. Called from any thread.
package protocol ImportProgress: AnyObject, Sendable {
  func began(_ phase: ImportPhase, of path: String, totalBytes: Int64, totalItems: Int)
  func advanced(bytes: Int64, items: Int)
  func note(_ message: String)
}
package enum ImportPhase: String, Sendable { case reading, hashing, uploading, importing, checking }

/// What became of one chat (contract: `import --json`).
package struct ImportResult: Sendable, Equatable {
  package enum State: String, Sendable { case done, planned, failed, skipped }
  package struct Part: Sendable, Equatable {
    package enum State: String, Sendable { case done, adopted, planned, failed, unknown }
    package var utcOffsetMinutes: Int
    package var messages: Int
    package var state: State
  }
  package struct Media: Sendable, Equatable {
    package var uploaded = 0
    package var reused = 0
    package var failed = 0
    /// Bytes of the files that were uploaded in this run.
    package var bytes: Int64 = 0
  }
  package var path: String
  package var chat: String
  package var parts: [Part] = []
  package var media = Media()
  package var messages = 0
  package var isVerified = false
  package var state: State
  package var problems: [Problem] = []
}
