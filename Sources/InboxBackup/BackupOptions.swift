/// How a backup is made.
package struct BackupOptions: Sendable {
  /// Lists everything in place of what is new.
  package var isFull = false
  /// Requests at once.
  package var jobs = 4
  /// How long before a chat's newest message an incremental run looks for late statuses and edits, in seconds, and for
  /// how many messages at most.
  package var lookBackInSeconds: Int64 = 7 * 86_400
  package var lookBackLimit = 2000
  /// In bytes; the largest files that phones send have 2 GiB.
  package static let usualMediumLimit: Int64 = 4 << 30

  /// A larger file than this is not kept.
  package var mediumLimitInBytes = usualMediumLimit
  /// How much work a kill may cost.
  package var checkpointPause = Duration.seconds(5)
  /// How often the chats are listed until nothing is new any more.
  package var rounds = 4
  /// Name and version of the program, for the manifest.
  package var tool = "chatferry"

  package init() {}
}

/// Hears how far a backup or a check has come.
package protocol BackupProgress: AnyObject, Sendable {
  /// A new phase: `listing`, `messages`, `media`, `reading`, `comparing`.
  func began(_ phase: String, of subject: String, item: String, totalItems: Int, totalBytes: Int64)
  func advanced(bytes: Int64, items: Int)
}

/// What a run of `backup` did.
package struct BackupResult: Sendable {
  package var generation: Int
  package var isFull: Bool
  /// Nothing was new, so that no generation was added.
  package var isUnchanged: Bool
  package var chats: Int
  package var messages: Int
  package var newMessages: Int
  package var changedMessages: Int
  package var goneMessages: Int
  package var media: Int
  package var newMedia: Int
  package var newMediaBytes: Int64
  package var kinds: [BackupManifest.Kind]
  package var problems: [BackupProblem]
}
