/// Why an export cannot be read at all. Nothing of it was used.
///
/// Paths are as the user gave them; entries are names inside an archive. `description` shows both with control
/// characters escaped, and no text of a chat.
package enum ExportError: Error, Equatable, Sendable {
  /// The path names nothing.
  case noSuchInput(path: String)
  /// The path names something that this user may not read; `code` is the system's `errno`.
  case inputUnreadable(path: String, code: Int32)
  /// Reading failed half way; `code` is the system's `errno`.
  case readFailed(path: String, code: Int32)
  /// A FIFO, a device, a socket.
  case notARegularFile(path: String)
  /// The file is no zip archive, whatever its name says.
  case notAZip(path: String)
  case archiveEncrypted(path: String, entry: String)
  /// The archive ends too early.
  case archiveTruncated(path: String)
  /// The archive contradicts itself; `entry` is nil where the fault is not in one entry.
  case archiveDamaged(path: String, entry: String?, fault: ZipFault)
  case archiveUnsafePath(path: String, entry: String)
  /// A symbolic link, a FIFO or a device among the entries.
  case archiveSpecialFile(path: String, entry: String)
  /// Two entries of one name, or a file that is also used as a folder.
  case archiveDuplicateEntry(path: String, entry: String)
  /// An entry that unpacks to far more than a chat export holds, or shares its bytes with another.
  case archiveBomb(path: String, entry: String)
  case archiveTooManyEntries(path: String, limit: Int)
  /// A name over the limits of bytes or folder levels; `entry` is its beginning.
  case archiveNameTooLong(path: String, entry: String)
  /// Compression other than stored and deflated; `method` is the zip specification's number.
  case archiveUnsupportedMethod(path: String, entry: String, method: UInt16)
  /// The file was written to while it was read.
  case archiveChanged(path: String)
  case chatTextMissing(path: String)
  /// Several texts could be the chat; `names` are theirs.
  case chatTextAmbiguous(path: String, names: [String])

  // MARK: chat text
  /// The chat text holds nothing but white space.
  case textEmpty(path: String)

  // MARK: header grammar, locales and zones (words in ExportError+Header.swift)
  /// No line of the text's first part begins like a message; `outlines` show the first lines with every letter
  /// as `a` and every digit as `0`.
  case headerUnknown(outlines: [LineOutline])
  /// Not a BCP 47 name of a language that exists.
  case localeUnknown(name: String)
  /// Not a name of the time zone database; `suggestion` is the nearest one, when one is near.
  case zoneUnknown(name: String, suggestion: String?)
  /// A fixed offset from UTC outside of ±18:00.
  case offsetOutOfRange(minutes: Int)
  /// The chat text could not be read again from its start.
  case textUnreadable(reason: String)
  // MARK: end of header grammar
}

extension ExportError {
  /// How a command ends that meets this error alone; numbers of sysexits.h.
  package enum ExitStatus: Int32, Sendable {
    case badInput = 65
    case noSuchInput = 66
    case inputOutput = 74
  }

  /// The exit status for this error.
  package var exitStatus: ExitStatus {
    switch self {
    case .noSuchInput, .inputUnreadable: .noSuchInput
    case .readFailed: .inputOutput
    default: .badInput
    }
  }

  /// The stable word for this error, as in `problems`.
  package var code: String {
    switch self {
    case .noSuchInput: "no-such-input"
    case .inputUnreadable: "input-unreadable"
    case .readFailed: "read-failed"
    case .notARegularFile: "not-a-regular-file"
    case .notAZip: "not-a-zip"
    case .archiveEncrypted: "archive-encrypted"
    case .archiveTruncated: "archive-truncated"
    case .archiveDamaged: "archive-damaged"
    case .archiveUnsafePath: "archive-unsafe-path"
    case .archiveSpecialFile: "archive-special-file"
    case .archiveDuplicateEntry: "archive-duplicate-entry"
    case .archiveBomb: "archive-bomb"
    case .archiveTooManyEntries: "archive-too-many-entries"
    case .archiveNameTooLong: "archive-name-too-long"
    case .archiveUnsupportedMethod: "archive-unsupported-method"
    case .archiveChanged: "archive-changed"
    case .chatTextMissing: "chat-text-missing"
    case .chatTextAmbiguous: "chat-text-ambiguous"
    case .textEmpty: "text-empty"
    case .headerUnknown, .localeUnknown, .zoneUnknown, .offsetOutOfRange, .textUnreadable:
      headerWords?.code ?? "header-unknown"
    }
  }
}
