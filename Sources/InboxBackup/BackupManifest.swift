package import Files

/// What a generation is made of: every file that it needs, with size and hash, and the media files that it added.
package struct BackupManifest: Sendable, Equatable {
  /// What a file is for.
  package enum Role: String, Sendable {
    /// The rows of listChats.
    case chats
    /// Messages of one chat that no earlier file holds, the newest first.
    case messages
    /// Newer versions of messages of one chat that an earlier file holds, the newest first.
    case changes
    /// Ids that the inbox no longer lists, or lists again.
    case gone
    /// Which media file belongs to which id.
    case media
    /// Rows of another kind.
    case resource
  }

  package struct File: Sendable, Equatable {
    /// Relative to the backup folder.
    package var path: String
    package var role: Role
    /// The chat's id, or the kind's name.
    package var subject: String
    /// Lines.
    package var items: Int
    /// POSIX seconds of the oldest and the newest message, where messages have times.
    package var first: Int64?
    package var last: Int64?
    /// In bytes.
    package var size: Int64
    package var sha256: SHA256.Digest
  }

  package struct Medium: Sendable, Equatable {
    package var sha256: SHA256.Digest
    package var size: Int64

    /// Relative to the backup folder.
    package var path: String { BackupLayout.medium(sha256) }
  }

  /// A kind of thing that an inbox has, and whether the server gave it.
  package struct Kind: Sendable, Equatable {
    package var name: String
    package var operation: String
    package var items: Int
    /// Why the server did not give it; nil where it did.
    package var refusal: String?

    /// Whether the inbox has no such thing, so that nothing of it can get lost.
    var isNotOffered: Bool { refusal == "status 404" || refusal == "status 405" }
  }

  /// A secret that was left out of a kind's rows.
  package struct LeftOut: Sendable, Equatable {
    package var kind: String
    package var field: String
    package var count: Int
  }

  package struct Link: Sendable, Equatable {
    package var generation: Int
    package var sha256: SHA256.Digest
  }

  package var generation: Int
  /// Whether everything was listed, not only what is new.
  package var isFull: Bool
  package var inboxKey: InboxKey
  /// RFC 3339 in UTC, by this machine's clock; nothing is decided by it.
  package var begun: String
  package var finished: String
  package var tool: String
  package var previous: Link?
  package var chats: Int
  package var messages: Int
  /// Ids that messages name, and the bytes of the files that belong to them.
  package var media: Int
  package var mediaBytes: Int64
  package var kinds: [Kind]
  package var leftOut: [LeftOut]
  package var problems: [BackupProblem]
  package var files: [File]
  package var addedMedia: [Medium]
}

/// Something that a person should know of.
package struct BackupProblem: Sendable, Equatable {
  package enum Severity: String, Sendable { case error, warning }

  /// A stable word, listed in `docs/problems.md`.
  package var code: String
  package var severity: Severity
  /// Relative to the backup folder; nil where it is about no file.
  package var file: String?
  /// What, where, what to do; no message text, number or token.
  package var message: String

  package init(_ code: String, _ severity: Severity, file: String? = nil, _ message: String) {
    self.code = code
    self.severity = severity
    self.file = file
    self.message = message
  }
}

extension BackupManifest {
  /// The code of the problem that the inbox did not give all messages of a chat; it names the chat's file.
  static let chatUnavailable = "chat-unavailable"

  /// The code of the problem that there may be more than was listed.
  static let listUnproven = "list-unproven"

  /// Names of the files of those chats of which the inbox did not give all messages.
  var unreadChats: Set<String> {
    Set(
      problems.filter { $0.code == Self.chatUnavailable }.compactMap {
        $0.file?.split(separator: "/").last.map(String.init)
      })
  }

  /// What says that chats may be missing altogether.
  package var doubts: [BackupProblem] { problems.filter { $0.code == Self.listUnproven } }
}
