internal import Files
internal import InboxAPI
internal import JSONText

/// The messages of a chat that the backup holds already, read out of its files into the store.
struct KnownMessages {
  let folder: BackupFolder
  let store: CrawlProgress
  /// Of the chat, in the order of the generations.
  let files: [BackupManifest.File]

  /// From when on a chat is listed again, POSIX seconds: as long before its newest message as statuses and edits are
  /// waited for, but no more than so many messages.
  ///
  /// nil: from the beginning, since no time is known.
  func since(lookBack seconds: Int64, atMost count: Int) throws -> Int64? {
    guard let newest = files.compactMap(\.last).max() else { return nil }
    var times: [Int64] = []
    for file in files where file.role == .messages {
      let lines = try JSONLines(folder.file(file.path))
      var read = 0
      while read < count, let line = try lines.next() {
        guard let time = try StoredMessage(line).time, time >= newest - seconds else { break }
        times.append(time)
        read += 1
      }
    }
    times.sort(by: >)
    let limit = times.count >= count ? times[count - 1] : newest - seconds
    return max(limit, newest - seconds)
  }

  /// Notes every message from `since` on, under its newest version.
  ///
  /// - Parameter since: POSIX seconds; nil for all.
  func load(for ordinal: Int64, since: Int64?) throws {
    for file in files where file.role == .messages || file.role == .changes {
      let lines = try JSONLines(folder.file(file.path))
      while let line = try lines.next() {
        let stored = try StoredMessage(line)
        // Files are in falling order of time, messages without one last.
        if let since, stored.time ?? .min < since { break }
        try store.know(
          stored.key, id: stored.message.key, version: stored.version, in: ordinal, seen: false)
      }
    }
  }
}
