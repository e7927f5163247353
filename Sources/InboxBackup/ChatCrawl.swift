internal import Files
internal import InboxAPI
internal import JSONText

/// Takes the messages of one chat as they are listed, and sorts out what is new, what has changed, and what was known.
///
/// Belongs to the crawl's actor, as everything does that it uses.
final class ChatCrawl {
  let chat: CrawlProgress.Chat
  /// Only messages from this position on are listed; nil: all.
  let since: Int64?
  private let store: CrawlProgress
  private let client: any InboxClient
  private let plan: CrawlPlan
  private let hasKnown: Bool
  private let new: MessagePart
  private let changed: MessagePart
  /// What was taken before an interruption and is listed again.
  private var again: Set<ItemKey> = []
  /// What the lines lack that were written, by field.
  private var leftOut: [String: Int] = [:]
  private(set) var newMessages = 0
  private(set) var changedMessages = 0

  /// - Parameter hasKnown: whether an earlier file holds messages of the chat; they stand in the store then.
  init(
    _ chat: CrawlProgress.Chat, since: Int64?, hasKnown: Bool, generation: Int,
    store: CrawlProgress, client: any InboxClient, folder: BackupFolder
  ) {
    self.chat = chat
    self.since = since
    self.hasKnown = hasKnown
    self.store = store
    self.client = client
    plan = CrawlPlan.of(client.kind)
    let name =
      BackupLayout.name(of: chat.id) + (chat.round > 1 ? "-\(chat.round)" : "") + ".jsonl"
    let states = (chat.parts ?? "").split(separator: ",").map { MessagePart.State($0) }
    let base = BackupLayout.generation(generation)
    new = MessagePart(
      "\(base)/messages/\(name)", .messages, states.first.flatMap { $0 } ?? .init(), plan,
      in: folder)
    changed = MessagePart(
      "\(base)/changes/\(name)", .changes, states.dropFirst().first.flatMap { $0 } ?? .init(),
      plan, in: folder)
  }

  var parts: String { "\(new.state.text),\(changed.state.text)" }

  /// The position at which the walk goes on that an earlier run has begun, exclusive; nil: at the newest message.
  ///
  /// - Throws: where the files are not as they were promised: then the chat is to be begun anew.
  func resume() throws -> Int64? {
    guard new.state.isDescending, changed.state.isDescending,
      let lowest = [new.state.lowest, changed.state.lowest].compactMap({ $0 }).min()
    else { return nil }
    again = try new.keys(at: lowest).union(changed.keys(at: lowest))
    return lowest + 1
  }

  func take(_ line: MessageLine) throws {
    let message = line.message
    // Those of a message that is known are shown one by one as well.
    for tag in message.json["tags"]?.array ?? [] {
      if let id = tag["tagging_id"]?.numberOrText { try store.wantEach("message_taggings", id) }
    }
    if !again.isEmpty, again.remove(ItemKey(message.key)) != nil { return }
    if hasKnown {
      let stored = StoredMessage(try line.stored(plan.kind), plan)
      let key = stored.key
      let version = stored.version
      if let old = try store.version(of: key, in: chat.ordinal) {
        try store.see(key, version: version, in: chat.ordinal)
        if old == version {
          // The address of a file may be another one by now, and the file not yet there.
          try note(message)
          return
        }
        try append(line, to: changed)
        changedMessages += 1
      } else {
        try store.know(key, id: message.key, version: version, in: chat.ordinal, seen: true)
        try append(line, to: new)
        newMessages += 1
      }
    } else {
      try append(line, to: new)
      newMessages += 1
    }
    try note(message)
  }

  private func append(_ line: MessageLine, to part: MessagePart) throws {
    try part.append(line.bytes, of: line.message)
    leftOut.merge(line.leftOut, uniquingKeysWith: +)
  }

  /// The files that are to be fetched for a message.
  private func note(_ message: InboxMessage) throws {
    if !message.isText {
      for file in message.allMedia { try want(file) }
    }
  }

  private func want(_ file: InboxMessage.Media) throws {
    if let place = MediumRecord.place(of: file, from: client) {
      try store.want(place, of: file, chat: chat.id, reason: nil)
    } else if let link = file.link {
      try store.want(
        MediaPlace(id: MediumRecord.id(ofLink: link)), of: file, chat: chat.id,
        reason: MediumRecord.otherHost)
    }
  }

  func flush() throws {
    try new.flush()
    try changed.flush()
  }

  /// Notes the finished files.
  func finish() throws {
    for part in [new, changed] {
      if let file = try part.finish(chat: chat.id) { try store.add(file) }
    }
    try store.add(leftOut: leftOut, of: "messages")
    leftOut = [:]
  }
}
