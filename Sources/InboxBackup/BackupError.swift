/// Why a backup cannot be made or read; files, store and server have errors of their own.
package enum BackupError: Error, Equatable, Sendable {
  /// Nothing has that name.
  case noSuchFolder(path: String)
  /// The folder holds no generation.
  case notABackup(path: String, reason: String)
  /// The folder holds something else.
  case folderTaken(path: String)
  /// The folder holds the backup of another inbox.
  case otherInbox(path: String, server: String)
  /// A newer chatferry wrote it.
  case newerFormat(path: String, found: Int, known: Int)
  /// A file that everything else depends on is not what it was.
  case damaged(path: String, reason: String)
  /// The backup is of an inbox of the online platform, and get.chat's is asked for.
  case ofOnlineInbox(path: String)
}

extension BackupError {
  /// A stable word, listed in `docs/problems.md`, for what is wrong with a folder as an input; nil for all else.
  package var inputCode: String? {
    switch self {
    case .noSuchFolder: "no-such-input"
    case .notABackup: "not-a-backup"
    case .newerFormat: "backup-newer-format"
    case .damaged: "backup-file-damaged"
    case .ofOnlineInbox: "backup-of-online-inbox"
    case .folderTaken, .otherInbox: nil
    }
  }
}

extension BackupError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSuchFolder(let path): "\(path): there is no such folder; check the path"
    case .notABackup(let path, let reason):
      "\(path) is no backup: \(reason); give the folder that `chatferry backup --to` wrote"
    case .folderTaken(let path):
      "\(path) holds files that are no backup; give an empty or a new folder"
    case .ofOnlineInbox(let path):
      "\(path) is the backup of an online inbox, whose chats cannot be put into a get.chat inbox; `chatferry export` writes its messages"
    case .otherInbox(let path, let server):
      "\(path) is the backup of another inbox, \(server); give each inbox a folder of its own"
    case .newerFormat(let path, let found, let known):
      "\(path) has format \(found), and this chatferry knows formats up to \(known); "
        + "use the newer chatferry that wrote it"
    case .damaged(let path, let reason):
      "\(path) is damaged: \(reason); run `chatferry verify` to see what else is, and restore it from a copy"
    }
  }
}
