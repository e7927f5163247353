internal import Files
internal import SQLiteStore

/// Files, kinds, problems and chats of the unfinished generation.
extension CrawlProgress {
  func add(_ file: BackupManifest.File) throws {
    let statement = try database.prepare(
      "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.bind(file.path, at: 1)
    try statement.bind(file.role.rawValue, at: 2)
    try statement.bind(file.subject, at: 3)
    try statement.bind(Int64(file.items), at: 4)
    try statement.bind(file.first, at: 5)
    try statement.bind(file.last, at: 6)
    try statement.bind(file.size, at: 7)
    try statement.bind(file.sha256.hex, at: 8)
    try statement.run()
  }

  /// Files of one chat or kind, or of all for nil, in the order in which they were finished.
  func files(of subject: String? = nil) throws -> [BackupManifest.File] {
    let statement = try database.prepare(
      "SELECT * FROM file WHERE ?1 IS NULL OR subject = ?1 ORDER BY rowid")
    try statement.bind(subject, at: 1)
    var files: [BackupManifest.File] = []
    while try statement.step() {
      guard let role = statement.string(1).flatMap({ BackupManifest.Role(rawValue: $0) }),
        let digest = statement.string(7).flatMap({ SHA256.Digest(hex: $0) })
      else { continue }
      files.append(
        BackupManifest.File(
          path: statement.string(0) ?? "", role: role, subject: statement.string(2) ?? "",
          items: Int(statement.int(3) ?? 0), first: statement.int(4), last: statement.int(5),
          size: statement.int(6) ?? 0, sha256: digest))
    }
    return files
  }

  func add(_ kind: BackupManifest.Kind) throws {
    let statement = try database.prepare("INSERT OR REPLACE INTO kind VALUES (?, ?, ?, ?)")
    try statement.bind(kind.name, at: 1)
    try statement.bind(kind.operation, at: 2)
    try statement.bind(Int64(kind.items), at: 3)
    try statement.bind(kind.refusal, at: 4)
    try statement.run()
  }

  func kinds() throws -> [BackupManifest.Kind] {
    let statement = try database.prepare("SELECT * FROM kind ORDER BY name")
    var kinds: [BackupManifest.Kind] = []
    while try statement.step() {
      kinds.append(
        BackupManifest.Kind(
          name: statement.string(0) ?? "", operation: statement.string(1) ?? "",
          items: Int(statement.int(2) ?? 0), refusal: statement.string(3)))
    }
    return kinds
  }

  /// The same words about one file are noted once.
  func add(_ problem: BackupProblem) throws {
    let statement = try database.prepare("INSERT OR IGNORE INTO problem VALUES (?, ?, ?, ?)")
    try statement.bind(problem.code, at: 1)
    try statement.bind(problem.severity.rawValue, at: 2)
    try statement.bind(problem.file, at: 3)
    try statement.bind(problem.message, at: 4)
    try statement.run()
  }

  func problems() throws -> [BackupProblem] {
    let statement = try database.prepare("SELECT * FROM problem ORDER BY rowid")
    var problems: [BackupProblem] = []
    while try statement.step() {
      problems.append(
        BackupProblem(
          statement.string(0) ?? "",
          statement.string(1).flatMap { BackupProblem.Severity(rawValue: $0) } ?? .error,
          file: statement.string(2), statement.string(3) ?? ""))
    }
    return problems
  }

  /// Adds to the counts of what was left out, by field.
  func add(leftOut: [String: Int], of kind: String) throws {
    if leftOut.isEmpty { return }
    let statement = try database.prepare(
      """
      INSERT INTO left_out VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET count = count + excluded.count
      """)
    for (field, count) in leftOut {
      try statement.bind(kind, at: 1)
      try statement.bind(field, at: 2)
      try statement.bind(Int64(count), at: 3)
      try statement.run()
    }
  }

  func leftOut() throws -> [BackupManifest.LeftOut] {
    let statement = try database.prepare("SELECT * FROM left_out ORDER BY kind, field")
    var all: [BackupManifest.LeftOut] = []
    while try statement.step() {
      all.append(
        BackupManifest.LeftOut(
          kind: statement.string(0) ?? "", field: statement.string(1) ?? "",
          count: Int(statement.int(2) ?? 0)))
    }
    return all
  }

  // MARK: Chats

  enum ChatState: Int64 { case pending, begun, done }

  struct Chat: Sendable {
    let ordinal: Int64
    let id: String
    let hasBegun: Bool
    /// In which listing of the chats it was found to have something new.
    let round: Int
    let since: Int64?
    /// How far a begun chat's files have come (`ChatParts.State`).
    let parts: String?

    /// The same chat with nothing of it done.
    var asNew: Chat {
      Chat(ordinal: ordinal, id: id, hasBegun: false, round: round, since: nil, parts: nil)
    }
  }

  /// How active a chat was at its last listing; nil for a new one.
  func activity(of id: String) throws -> UInt64? {
    let statement = try database.prepare("SELECT activity FROM chat WHERE id = ?")
    try statement.bind(id, at: 1)
    return try statement.step() ? statement.int(0).map { UInt64(bitPattern: $0) } : nil
  }

  func put(_ id: String, activity: UInt64, round: Int, state: ChatState) throws {
    let statement = try database.prepare(
      """
      INSERT INTO chat (id, state, activity, round) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (id) DO UPDATE SET state = ?2, activity = ?3, round = ?4, since = NULL, parts = NULL
      """)
    try statement.bind(id, at: 1)
    try statement.bind(state.rawValue, at: 2)
    try statement.bind(Int64(bitPattern: activity), at: 3)
    try statement.bind(Int64(round), at: 4)
    try statement.run()
  }

  func set(_ ordinal: Int64, _ state: ChatState, since: Int64?, parts: String?) throws {
    let statement = try database.prepare(
      "UPDATE chat SET state = ?, since = ?, parts = ? WHERE ordinal = ?")
    try statement.bind(state.rawValue, at: 1)
    try statement.bind(since, at: 2)
    try statement.bind(parts, at: 3)
    try statement.bind(ordinal, at: 4)
    try statement.run()
  }

  /// A chat that is not done and not among `taken`; begun ones first.
  func nextChat(besides taken: Set<Int64>) throws -> Chat? {
    let statement = try database.prepare(
      "SELECT ordinal, id, state, round, since, parts FROM chat WHERE state < 2 ORDER BY state DESC, ordinal"
    )
    while try statement.step() {
      guard let ordinal = statement.int(0), !taken.contains(ordinal) else { continue }
      return Chat(
        ordinal: ordinal, id: statement.string(1) ?? "",
        hasBegun: statement.int(2) == ChatState.begun.rawValue, round: Int(statement.int(3) ?? 1),
        since: statement.int(4), parts: statement.string(5))
    }
    return nil
  }

  /// Whether some chat of the list is done with.
  var hasDoneChat: Bool {
    get throws {
      try database.prepare("SELECT 1 FROM chat WHERE state = 2 LIMIT 1").step()
    }
  }

  func count(_ table: StaticString) throws -> Int {
    let statement = try database.prepare("SELECT count(*) FROM \(table)")
    return try statement.step() ? Int(statement.int(0) ?? 0) : 0
  }
}
