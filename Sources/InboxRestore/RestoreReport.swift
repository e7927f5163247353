package import ChatImport
package import WhatsAppExport

/// What a restore was asked for.
package struct RestoreOptions: Sendable {
  /// Numbers; empty: everything.
  package var chats: Set<String> = []
  package var isDryRun = false
  /// Uploads that may be under way at once.
  package var jobs = 4
  /// Limit of one createChatImport body in bytes; nil until the server says 413.
  package var maxImportBytes: Int64?

  package init() {}
}

/// What stands in a backup, and what of it cannot come back; known before anything is sent.
package struct RestorePreview: Sendable {
  /// Chats that will be imported, and their messages.
  package internal(set) var chats = 0
  package internal(set) var messages = 0
  package internal(set) var losses: [Loss] = []
  package internal(set) var problems: [Problem] = []
  /// Webhooks whose secrets the backup does not have, and that are not in the inbox.
  package internal(set) var questions: [WebhookQuestion] = []
  /// Chats that were asked for and are not in the backup.
  package internal(set) var unknownChats: [String] = []
}

/// A webhook that lacks its secrets.
package struct WebhookQuestion: Sendable, Equatable {
  /// Position among the backup's webhooks.
  package let number: Int
  /// Without secrets.
  package let url: String
  package let headers: [String]
  package let parameters: [String]
  /// Whether answers would be enough; a user in the address is not asked for.
  package let canBeAnswered: Bool
}

/// Secrets for one webhook, by the names of headers and of parameters.
package struct WebhookAnswers: Sendable {
  package var headers: [String: String]
  package var parameters: [String: String]

  package init(headers: [String: String], parameters: [String: String]) {
    self.headers = headers
    self.parameters = parameters
  }
}

/// How many things of one kind came back.
package struct RestoredItems: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case tags
    case savedResponses = "saved_responses"
    case webhooks
    case messageTaggings = "message_taggings"
    case chatTaggings = "chat_taggings"
    case assignments
  }

  package let kind: Kind
  /// Made in this run; in a dry run, what would be made at most.
  package var made = 0
  /// There before.
  package var there = 0
  /// Not made; the problems and losses say why.
  package var failed = 0

  package init(_ kind: Kind) { self.kind = kind }
}

/// What became of a restore.
package struct RestoreReport: Sendable {
  package internal(set) var chats: [ImportResult] = []
  package internal(set) var items = RestoredItems.Kind.allCases.map { RestoredItems($0) }
  /// Those of the preview, and what only the inbox could tell.
  package internal(set) var losses: [Loss] = []
  package internal(set) var problems: [Problem] = []
  /// Why the run ended before its end; it can be taken up again.
  package internal(set) var stop: ImportError?

  package init() {}

  /// Whether everything was in the inbox before.
  package var didNothing: Bool {
    stop == nil && chats.allSatisfy { $0.state == .skipped }
      && items.allSatisfy { $0.made == 0 && $0.failed == 0 }
  }
}
