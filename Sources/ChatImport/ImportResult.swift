package import WhatsAppExport

/// What became of one chat (contract: `import --json`).
package struct ImportResult: Sendable, Equatable {
  package enum State: String, Sendable {
    /// Sent, or settled, in this run.
    case done
    /// A dry run.
    case planned
    /// Not sent, or not wholly; the problems say why.
    case failed
    /// Everything was in the inbox already; nothing was sent.
    case skipped
  }

  /// One createChatImport call.
  package struct Part: Sendable, Equatable {
    package enum State: String, Sendable {
      case done
      /// Its answer was lost, and the messages were found on the server.
      case adopted
      case planned
      case failed
      /// Its answer was lost, and the server shows something that is neither all of it nor nothing.
      case unknown
    }
    package var utcOffsetMinutes: Int
    package var messages: Int
    package var state: State

    package init(utcOffsetMinutes: Int, messages: Int, state: State) {
      self.utcOffsetMinutes = utcOffsetMinutes
      self.messages = messages
      self.state = state
    }
  }

  /// Counted in files of different content.
  package struct Media: Sendable, Equatable {
    package var uploaded = 0
    /// Uploaded by an earlier run, or the same content as another file of this one.
    package var reused = 0
    package var failed = 0
    /// Bytes of the files that were uploaded in this run.
    package var bytes: Int64 = 0

    package init() {}
  }

  /// As the user gave it; the first one where several exports were joined.
  package var path: String
  /// The partner's number where known, else the chat's title.
  package var chat: String
  package var parts: [Part] = []
  package var media = Media()
  /// All messages of the chat's exports, system lines included, each once.
  package var messages = 0
  /// Whether the server shows every message as it was sent.
  package var isVerified = false
  package var state: State
  package var problems: [Problem] = []
  /// Whether bytes of the chat's text left this machine, now or in an earlier run.
  package var wasSent = false

  package init(path: String, chat: String, state: State) {
    self.path = path
    self.chat = chat
    self.state = state
  }
}

extension ImportResult {
  /// What a result means for the command's exit status.
  package enum Outcome: Sendable {
    /// 0
    case allDone
    /// 1
    case needsAttention
    /// 65: nothing of it was sent.
    case badInput
  }

  package var outcome: Outcome {
    switch state {
    case .failed: wasSent || !problems.contains { $0.isRefusal } ? .needsAttention : .badInput
    case .planned: .allDone
    case .done, .skipped:
      isVerified && media.failed == 0 && !problems.contains { $0.code == "media-not-attached" }
        ? .allDone : .needsAttention
    }
  }
}

extension Problem {
  /// Whether the input itself, not the server, is to blame.
  fileprivate var isRefusal: Bool { severity == .error && code != "import-partial" }
}
