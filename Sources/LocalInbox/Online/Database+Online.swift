internal import JSONText
internal import SQLiteStore

/// Objects of the online platform: kept whole, as JSON, by account and kind.
extension Database {
  func onlineAccounts() throws -> [(id: Int64, object: JSONValue)] {
    let statement = try prepare(
      "SELECT id, object FROM online_object WHERE kind = 'accounts' ORDER BY id")
    return try rows(statement)
  }

  /// The number of an account that is there.
  func onlineAccount(_ text: String) throws -> Int64? {
    guard let account = Int64(text) else { return nil }
    return try onlineObject(.accounts, account, id: account).map { _ in account }
  }

  func onlineObject(_ kind: OnlineKind, _ account: Int64, id: Int64) throws -> JSONValue? {
    let statement = try prepare(
      "SELECT id, object FROM online_object WHERE account = ? AND kind = ? AND id = ?")
    try statement.bind(account, at: 1)
    try statement.bind(kind.rawValue, at: 2)
    try statement.bind(id, at: 3)
    return try rows(statement).first?.object
  }

  /// By their ids.
  ///
  /// - Parameter parent: what they belong to; nil for all.
  func onlineObjects(
    _ kind: OnlineKind, _ account: Int64, of parent: Int64? = nil
  ) throws -> [(id: Int64, object: JSONValue)] {
    let statement = try prepare(
      """
      SELECT id, object FROM online_object WHERE account = ?1 AND kind = ?2
      AND (?3 IS NULL OR parent = ?3) ORDER BY id
      """)
    try statement.bind(account, at: 1)
    try statement.bind(kind.rawValue, at: 2)
    try statement.bind(parent, at: 3)
    return try rows(statement)
  }

  func putOnlineObject(
    _ kind: OnlineKind, _ account: Int64, id: Int64, parent: Int64, time: Int64, _ object: [UInt8]
  ) throws {
    let statement = try prepare("INSERT OR REPLACE INTO online_object VALUES(?, ?, ?, ?, ?, ?)")
    try statement.bind(account, at: 1)
    try statement.bind(kind.rawValue, at: 2)
    try statement.bind(id, at: 3)
    try statement.bind(parent, at: 4)
    try statement.bind(time, at: 5)
    try statement.bind(utf8: object.span, at: 6)
    try statement.run()
  }

  /// - Returns: false where there was nothing.
  func removeOnlineObject(_ kind: OnlineKind, _ account: Int64, id: Int64) throws -> Bool {
    let isThere = try onlineObject(kind, account, id: id) != nil
    let statement = try prepare(
      "DELETE FROM online_object WHERE account = ? AND kind = ? AND id = ?")
    try statement.bind(account, at: 1)
    try statement.bind(kind.rawValue, at: 2)
    try statement.bind(id, at: 3)
    try statement.run()
    return isThere
  }

  // MARK: Messages

  /// The time of each conversation's newest message, POSIX seconds.
  func onlineLastTimes(_ account: Int64) throws -> [Int64: Int64] {
    let statement = try prepare(
      """
      SELECT parent, max(time) FROM online_object WHERE account = ? AND kind = 'messages'
      GROUP BY parent
      """)
    try statement.bind(account, at: 1)
    var times: [Int64: Int64] = [:]
    while try statement.step() {
      if let conversation = statement.int(0) { times[conversation] = statement.int(1) }
    }
    return times
  }

  func onlineNewestMessage(_ account: Int64, _ conversation: Int64) throws -> JSONValue? {
    try onlineMessages(account, conversation, newest: 1).first
  }

  /// The earliest ones first.
  ///
  /// - Parameters:
  ///   - from: an id, inclusive.
  ///   - to: an id, exclusive.
  func onlineMessages(
    _ account: Int64, _ conversation: Int64, from: Int64 = .min, to: Int64 = .max, limit: Int
  ) throws -> [JSONValue] {
    try messages(account, conversation, from, to, "time, id", limit)
  }

  /// The same for the latest ones.
  func onlineMessages(
    _ account: Int64, _ conversation: Int64, to: Int64 = .max, newest limit: Int
  ) throws -> [JSONValue] {
    try messages(account, conversation, .min, to, "time DESC, id DESC", limit).reversed()
  }

  private func messages(
    _ account: Int64, _ conversation: Int64, _ from: Int64, _ to: Int64, _ order: StaticString,
    _ limit: Int
  ) throws -> [JSONValue] {
    let statement = try prepare(
      """
      SELECT id, object FROM online_object WHERE account = ? AND kind = 'messages' AND parent = ?
      AND id >= ? AND id < ? ORDER BY \(order) LIMIT ?
      """)
    for (index, value) in [account, conversation, from, to, Int64(limit)].enumerated() {
      try statement.bind(value, at: index + 1)
    }
    return try rows(statement).map(\.object)
  }

  private func rows(
    _ statement: borrowing Statement
  ) throws -> [(id: Int64, object: JSONValue)] {
    var rows: [(id: Int64, object: JSONValue)] = []
    while try statement.step() {
      guard let id = statement.int(0), let text = statement.bytes(1) else { continue }
      rows.append((id, try JSONValue(parsing: text)))
    }
    return rows
  }
}
