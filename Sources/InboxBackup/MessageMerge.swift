internal import Files
package import InboxAPI
internal import JSONText

/// Puts the files of one chat together: the oldest message first, each once, in its newest version.
package struct MessageMerge {
  /// A message as the server gave it.
  package struct Item {
    package let message: InboxMessage
    /// Whether the inbox no longer lists it.
    package let isGone: Bool
  }

  /// A file of messages, read from its end; opened when its oldest message may be the next one.
  private struct Stream {
    let path: String
    /// Of its chat; an empty one for a chat that is gone as a whole.
    let gone: Set<String>
    /// Of the next message, or no later than it.
    var time: Int64
    var lines: BackwardLines?
    var head: StoredMessage?

    /// Reads the next message; false at the end.
    mutating func advance(_ plan: CrawlPlan) throws -> Bool {
      let lines = try self.lines ?? BackwardLines(path)
      self.lines = lines
      head = try lines.next().map { try plan.message($0) }
      time = head?.time ?? .min
      return head != nil
    }
  }

  /// Where the newest version of a message stands.
  private struct Place {
    let file: Int
    let start: Int64
    let length: Int
  }

  private var streams: [Stream] = []
  private var changes: [ItemKey: Place] = [:]
  private let changeFiles: [String]
  private let plan: CrawlPlan
  private let form: MessageForm

  init(
    _ chats: [(files: [BackupManifest.File], gone: Set<String>)], in folder: BackupFolder,
    _ plan: CrawlPlan, _ form: MessageForm
  ) throws {
    self.plan = plan
    self.form = form
    let files = chats.flatMap(\.files)
    changeFiles = files.filter { $0.role == .changes }.map { folder.file($0.path) }
    for (index, path) in changeFiles.enumerated() {
      let lines = try JSONLines(path)
      var start: Int64 = 0
      while let line = try lines.next() {
        changes[try plan.message(line).key] = Place(
          file: index, start: start, length: line.count)
        start += Int64(line.count) + 1
      }
    }
    streams = chats.flatMap { chat in
      chat.files.filter { $0.role == .messages }.map {
        Stream(path: folder.file($0.path), gone: chat.gone, time: $0.first ?? .min)
      }
    }
  }

  /// The next message; nil at the end.
  package mutating func next() throws -> Item? {
    while true {
      // Of equal times the older file's comes first: it was there first.
      guard let index = streams.indices.min(by: { streams[$0].time < streams[$1].time }) else {
        return nil
      }
      let (head, gone) = (streams[index].head, streams[index].gone)
      if try !streams[index].advance(plan) { streams.remove(at: index) }
      if let head { return try newest(of: head, gone) }
    }
  }

  private func newest(of stored: StoredMessage, _ gone: Set<String>) throws -> Item {
    var message = stored.message
    let key = message.key
    if !changes.isEmpty, let place = changes[stored.key] {
      let line = try FileSource.bytes(
        of: changeFiles[place.file], from: place.start, count: place.length)
      message = try plan.message(line).message
    }
    let isGone = gone.contains("") || !gone.isEmpty && gone.contains(key)
    return Item(message: InboxMessage(message.json, form), isGone: isGone)
  }
}
