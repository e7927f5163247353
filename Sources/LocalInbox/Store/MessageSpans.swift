internal import SQLiteStore

/// How many messages each span of time has, so that a list is counted without walking it.
///
/// Each span is 65536 seconds long; chat 0 stands for the whole inbox.
struct MessageSpans {
  private var added: [Int64: Int64] = [:]

  /// - Parameter time: POSIX seconds.
  mutating func add(_ time: Int64, count: Int64 = 1) {
    added[Self.span(of: time), default: 0] += count
  }

  /// Adds what was collected, to the chat and to the whole.
  func store(chat: Int64, in database: Database) throws(StoreError) {
    let statement = try database.prepare(
      """
      INSERT INTO message_span VALUES(?, ?, ?) \
      ON CONFLICT DO UPDATE SET messages = messages + excluded.messages
      """)
    for (span, count) in added {
      for owner in [chat, 0] {
        try statement.bind(owner, at: 1)
        try statement.bind(span, at: 2)
        try statement.bind(count, at: 3)
        try statement.run()
      }
    }
  }

  fileprivate static func span(of time: Int64) -> Int64 { time >> 16 }
  fileprivate static func start(ofSpanWith time: Int64) -> Int64 { time & ~0xFFFF }
  fileprivate static func end(ofSpanWith time: Int64) -> Int64 { time | 0xFFFF }
}

extension Database {
  /// How many messages a chat (0: the inbox) has from `since` on and before `before`.
  func countMessages(chat: Int64, since: Int64?, before: Int64?) throws(StoreError) -> Int64 {
    let spans = try prepare(
      """
      SELECT ifnull(sum(messages), 0) FROM message_span WHERE chat = ? \
      AND (?2 IS NULL OR span > ?2) AND (?3 IS NULL OR span < ?3)
      """)
    try spans.bind(chat, at: 1)
    try spans.bind(since.map(MessageSpans.span), at: 2)
    try spans.bind(before.map(MessageSpans.span), at: 3)
    var count = try spans.step() ? spans.int(0) ?? 0 : 0
    if let since, let before, MessageSpans.span(of: since) >= MessageSpans.span(of: before) {
      return try countMessages(chat, from: since, below: before)
    }
    if let since {
      let last = MessageSpans.end(ofSpanWith: since)
      count += try countMessages(chat, from: since, upTo: last)
    }
    if let before {
      count += try countMessages(chat, from: MessageSpans.start(ofSpanWith: before), below: before)
    }
    return count
  }

  private func countMessages(
    _ chat: Int64, from first: Int64, below end: Int64
  ) throws(StoreError) -> Int64 {
    end > first ? try countMessages(chat, from: first, upTo: end - 1) : 0
  }

  private func countMessages(
    _ chat: Int64, from first: Int64, upTo last: Int64
  ) throws(StoreError) -> Int64 {
    let statement = try prepare(
      "SELECT count(*) FROM message WHERE \(chat == 0 ? "?1 = 0" : "chat = ?1") AND time BETWEEN ? AND ?"
    )
    try statement.bind(chat, at: 1)
    try statement.bind(first, at: 2)
    try statement.bind(last, at: 3)
    return try statement.step() ? statement.int(0) ?? 0 : 0
  }
}
