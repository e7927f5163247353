internal import ChatRecords
internal import Files
internal import SQLiteStore

/// A message as the server lists it, as far as it is compared.
struct RemoteMessage: Sendable, Equatable {
  /// Hash of the server's id.
  var id: UInt64
  /// POSIX seconds.
  var time: Int64
  var direction: MessageRecord.Direction
  /// `ComparedText` of body or caption.
  var text: UInt64
  /// A kind for which servers keep no text, or another one than the phone printed: location, contact, document and
  /// the like.
  var isTextless: Bool
  /// `ComparedText` of what is left of the text without a phone's words for a file; nil where it has none.
  var caption: UInt64?
  var hasMedia: Bool
}

extension PlanStore {
  /// How a row was found on the server.
  enum Found: Sendable, Equatable {
    case no
    case yes
    /// There, but the file that the export has is not.
    case withoutMedia
  }

  func forgetRemote() throws(StoreError) {
    try locked { () throws(StoreError) in try database.execute("DELETE FROM remote") }
  }

  /// Looks whether what the server shows has whole minutes; called when all of it was added. By chance every sixtieth has.
  func countWholeMinutes() throws(StoreError) {
    try locked { () throws(StoreError) in
      let statement = try database.prepare(
        "SELECT coalesce(sum(time % 60 = 0), 0) * 10 >= count(*) FROM remote")
      hasWholeMinutes = try statement.step() && statement.int(0) == 1
    }
  }

  /// Whether the server shows messages that no row has taken.
  func hasUntaken() throws(StoreError) -> Bool {
    try locked { () throws(StoreError) in
      let statement = try database.prepare("SELECT 1 FROM remote WHERE used = 0 LIMIT 1")
      return try statement.step()
    }
  }

  /// Adds messages, each id once.
  func add(_ messages: [RemoteMessage]) throws(StoreError) {
    try locked { () throws(StoreError) in
      for message in messages {
        try insertRemote.bind(Int64(bitPattern: message.id), at: 1)
        try insertRemote.bind(message.time, at: 2)
        try insertRemote.bind(Int64(message.direction.rawValue), at: 3)
        try insertRemote.bind(Int64(bitPattern: message.text), at: 4)
        try insertRemote.bind(message.isTextless ? 1 : 0, at: 5)
        try insertRemote.bind(message.caption.map { Int64(bitPattern: $0) }, at: 6)
        try insertRemote.bind(message.hasMedia ? 1 : 0, at: 7)
        try insertRemote.run()
      }
    }
  }

  /// Looks for a row among the server's messages and takes the one found, so that no other row finds it.
  ///
  /// A line of the app is found whoever the server says wrote it. A file is found in words that name one or say that one
  /// was left out, whatever their language: they are what an export without files made of it.
  ///
  /// - Parameters:
  ///   - time: where it is looked for, if not at the row's own time.
  ///   - isMinuteEnough: whether a row without seconds may be any message of its minute, as those are that the
  ///     inbox received by itself; and one with seconds the message of its whole minute that another phone's export
  ///     brought, where the server shows many of such.
  ///   - isExact: whether the words must be the row's, and neither missing nor those for a file.
  func take(
    _ row: PlanRow, at time: Int64? = nil, isMinuteEnough: Bool, isExact: Bool = false
  ) throws(StoreError) -> Found {
    let time = time ?? row.time
    return try locked { () throws(StoreError) in
      try findRemote.bind(time, at: 1)
      try findRemote.bind(isMinuteEnough && !row.hasSeconds ? time + 59 : time, at: 2)
      try findRemote.bind(Int64(row.direction.rawValue), at: 3)
      try findRemote.bind(Int64(bitPattern: row.text), at: 4)
      try findRemote.bind(Int64(bitPattern: row.body), at: 5)
      try findRemote.bind(row.mayBeTextless && !isExact ? 1 : 0, at: 6)
      try findRemote.bind(row.file == nil ? 0 : 1, at: 7)
      try findRemote.bind(Int64(bitPattern: row.canonicalBody), at: 8)
      try findRemote.bind(row.isSystem ? 1 : 0, at: 9)
      try findRemote.bind(row.isMedium && !isExact ? 1 : 0, at: 10)
      try findRemote.bind(row.isLeftOutDocument && !isExact ? 1 : 0, at: 12)
      try findRemote.bind(Int64(bitPattern: row.caption), at: 13)
      let isWide = isMinuteEnough && row.hasSeconds && hasWholeMinutes
      try findRemote.bind(isWide ? time - time.modulo(60) : nil, at: 11)
      var found: (id: Int64, hasMedia: Bool)?
      if try findRemote.step(), let id = findRemote.int(0) {
        found = (id, findRemote.int(1) == 1)
      }
      try findRemote.reset()
      guard let found else { return .no }
      try useRemote.bind(found.id, at: 1)
      try useRemote.run()
      return row.file != nil && !found.hasMedia ? .withoutMedia : .yes
    }
  }
}

extension PlanRow {
  /// Whether a server may show such a message without the words that the phone printed. Of a document these are its
  /// title and how many pages it has.
  fileprivate var mayBeTextless: Bool {
    switch kind {
    case .location, .contact, .poll, .call, .deleted, .unknown: true
    case .document: file != nil
    default: false
    }
  }

  /// Whether what it prints of a document may be nowhere in a message that shows the file.
  fileprivate var isLeftOutDocument: Bool { kind == .document && file == nil }
}
