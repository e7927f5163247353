package import Files
package import InboxAPI

/// What became of the files that a backup's messages name.
///
/// Memory: about 100 bytes for each id.
package struct MediaCatalogue {
  /// A file that a message names.
  package enum Entry: Sendable, Equatable {
    case stored(sha256: SHA256.Digest, size: Int64)
    /// The inbox did not give it.
    case lost(reason: String)
    /// It lies on another host, which is never asked.
    case elsewhere
    /// The message says neither an id nor an address.
    case unnamed
  }

  private var entries: [ItemKey: Entry] = [:]

  package init(_ reader: BackupReader) throws {
    try reader.forEachMedium { medium in
      entries[ItemKey(medium.id)] =
        switch medium.state {
        case .stored, .differing:
          if let sha256 = medium.sha256, let size = medium.size {
            .stored(sha256: sha256, size: size)
          } else {
            .lost(reason: "its entry names no file")
          }
        case .missing: .lost(reason: medium.reason ?? "the inbox did not give it")
        case .pending: .lost(reason: "it was not fetched")
        case .elsewhere: .elsewhere
        }
    }
  }

  package subscript(medium: InboxMessage.Media) -> Entry {
    if let id = medium.id { return entries[ItemKey(id)] ?? .lost(reason: Self.unknown) }
    guard let link = medium.link else { return .unnamed }
    // An address on another host, or one that leads to a medium of the inbox.
    if let entry = entries[ItemKey(MediumRecord.id(ofLink: link))] { return entry }
    guard let id = GetChatClient.mediaID(onAnyHost: link), let entry = entries[ItemKey(id)] else {
      return .elsewhere
    }
    return entry
  }

  private static let unknown = "the backup knows nothing of it"
}

extension BackupReader {
  /// Where a stored file lies.
  package func path(ofMedium sha256: SHA256.Digest) -> String {
    folder.file(BackupLayout.medium(sha256))
  }
}
