internal import Files
package import InboxAPI
internal import JSONText

/// A message of an inbox, and whether the inbox still lists it.
package struct ListedMessage: Sendable {
  /// As the server gave it.
  package let message: InboxMessage
  package let isGone: Bool

  package init(_ message: InboxMessage, isGone: Bool = false) {
    self.message = message
    self.isGone = isGone
  }
}

/// Puts the files of one chat together: the oldest message first, each once, in its newest version.
package struct MessageMerge {
  /// A file of messages, read from its end; opened when its oldest message may be the next one.
  private struct Stream {
    let path: String
    /// Of its chat; an empty one for a chat that is gone as a whole.
    let gone: Set<String>
    /// Of the next message, or no later than it; of no use once it is the only one left.
    var time: Int64
    var lines: PickedLines?
    var head: InboxMessage?

    /// Reads the next message; false at the end.
    mutating func advance(_ form: MessageForm, isAlone: Bool) throws -> Bool {
      let lines = try self.lines ?? PickedLines(path, form.picks, .backwards)
      self.lines = lines
      head = try lines.next().map { InboxMessage($0, form) }
      if !isAlone { time = head?.time ?? .min }
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
  private let form: MessageForm

  init(
    _ chats: [(files: [BackupManifest.File], gone: Set<String>)], in folder: BackupFolder,
    _ form: MessageForm
  ) throws {
    self.form = form
    let files = chats.flatMap(\.files)
    changeFiles = files.filter { $0.role == .changes }.map { folder.file($0.path) }
    for (index, path) in changeFiles.enumerated() {
      try LineBlocks(path).forEachLine { line, start in
        let message = InboxMessage(try JSONValue(parsing: Array(line)), form)
        changes[ItemKey(message.key)] = Place(file: index, start: start, length: line.count)
      }
    }
    streams = chats.flatMap { chat in
      chat.files.filter { $0.role == .messages }.map {
        Stream(path: folder.file($0.path), gone: chat.gone, time: $0.first ?? .min)
      }
    }
  }

  /// The next message; nil at the end.
  package mutating func next() throws -> ListedMessage? {
    while !streams.isEmpty {
      let isAlone = streams.count == 1
      let index = isAlone ? 0 : earliest
      let (head, gone) = (streams[index].head, streams[index].gone)
      if try !streams[index].advance(form, isAlone: isAlone) { streams.remove(at: index) }
      if let head { return try newest(of: head, gone) }
    }
    return nil
  }

  /// Of equal times the older file's comes first: it was there first.
  private var earliest: Int {
    streams.indices.min { streams[$0].time < streams[$1].time } ?? 0
  }

  private func newest(of stored: InboxMessage, _ gone: Set<String>) throws -> ListedMessage {
    if changes.isEmpty, gone.isEmpty { return ListedMessage(stored) }
    let key = stored.key
    let isGone = gone.contains("") || gone.contains(key)
    guard !changes.isEmpty, let place = changes[ItemKey(key)] else {
      return ListedMessage(stored, isGone: isGone)
    }
    let line = try FileSource.bytes(
      of: changeFiles[place.file], from: place.start, count: place.length)
    return ListedMessage(InboxMessage(try JSONValue(parsing: line), form), isGone: isGone)
  }
}
