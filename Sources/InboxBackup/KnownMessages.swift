internal import Files
internal import InboxAPI
internal import JSONText

/// The messages of a chat that the backup holds already, read out of its files into the store.
struct KnownMessages {
  let folder: BackupFolder
  let store: CrawlProgress
  let plan: CrawlPlan
  /// Of the chat, in the order of the generations.
  let files: [BackupManifest.File]

  /// From which position on a chat is listed again: as long before its newest message as statuses and edits are waited
  /// for, but no more than so many messages.
  ///
  /// nil: from the beginning, since no time is known.
  ///
  /// - Parameter end: when the backup's last run began. Messages dated later are out of their time.
  func since(before end: Int64?, lookBack seconds: Int64, atMost count: Int) throws -> Int64? {
    guard let last = files.compactMap(\.last).max() else { return nil }
    let newest = min(last, end ?? .max)
    var recent: [(time: Int64, position: Int64?)] = []
    for file in files where file.role == .messages {
      let lines = try PickedLines(folder.file(file.path), plan.kind.form.picks)
      var read = 0
      while read < count, let line = try lines.next() {
        let message = plan.message(line).message
        guard let time = message.time, time >= newest - seconds else { break }
        recent.append((time, message.position))
        read += 1
      }
    }
    recent.sort { $0.time > $1.time }
    let limit = recent.count >= count ? recent[count - 1].time : newest - seconds
    let earliest = max(limit, newest - seconds)
    if plan.listsByTime { return earliest }
    return recent.prefix { $0.time >= earliest }.compactMap(\.position).min()
  }

  /// Notes every message from `since` on, under its newest version.
  ///
  /// - Parameter since: a position; nil for all.
  func load(for ordinal: Int64, since: Int64?) throws {
    for file in files where file.role == .messages || file.role == .changes {
      let lines = try JSONLines(folder.file(file.path))
      while let line = try lines.next() {
        let stored = plan.message(line)
        if let since, stored.message.position ?? .min < since {
          // Files are in falling order of time, messages without one last.
          if plan.listsByTime { break }
          continue
        }
        try store.know(
          stored.key, id: stored.message.key, version: stored.version, in: ordinal, seen: false)
      }
    }
  }
}
