internal import Files
internal import SQLiteStore

/// Files that messages name.
extension CrawlProgress {
  static let columnsOfMedium =
    "id, chat, announced, type, name, state, sha256, size, reason, link, announced_size"

  /// One that is to be fetched and is not among `taken`.
  func nextMedium(besides taken: Set<String>) throws -> MediumRecord? {
    try findPending.bind(Int64(taken.count + 1), at: 1)
    defer { try? findPending.reset() }
    while try findPending.step() {
      let medium = MediumRecord(findPending)
      if !taken.contains(medium.id) { return medium }
    }
    return nil
  }

  /// Notes what became of a file.
  /// - Parameter isNews: whether the base knows another thing of it, or nothing.
  func put(_ medium: MediumRecord, isNews: Bool = true) throws {
    try medium.bind(to: replaceMedium)
    try replaceMedium.bind(isNews ? 1 : 0, at: 12)
    try replaceMedium.run()
  }

  /// The photo is read every time, and is new when it is another one.
  func putPhoto(_ id: String, _ receipt: OutputFile.Receipt) throws {
    let statement = try database.prepare("SELECT sha256 FROM medium WHERE id = ?")
    try statement.bind(id, at: 1)
    if try statement.step(), statement.string(0) == receipt.sha256.hex { return }
    try put(MediumRecord(id: id, state: .stored, sha256: receipt.sha256, size: receipt.size))
  }

  func pendingMedia() throws -> Int {
    let statement = try database.prepare("SELECT count(*) FROM medium WHERE state = 0")
    return try statement.step() ? Int(statement.int(0) ?? 0) : 0
  }

  /// Calls `body` for every file that this generation has to tell of, in the order of the ids.
  func forEachNewMedium(_ body: (MediumRecord) throws -> Void) throws {
    let statement = try database.prepare(
      "SELECT \(Self.columnsOfMedium) FROM medium WHERE is_new = 1 ORDER BY id")
    while try statement.step() { try body(MediumRecord(statement)) }
  }

  /// Different files on the disk that only this generation's ids have.
  func addedMedia() throws -> [BackupManifest.Medium] {
    let statement = try database.prepare(
      """
      SELECT sha256, max(size) FROM medium WHERE sha256 IS NOT NULL AND is_new = 1
      AND sha256 NOT IN (SELECT sha256 FROM medium WHERE is_new = 0 AND sha256 IS NOT NULL)
      GROUP BY sha256 ORDER BY sha256
      """)
    var media: [BackupManifest.Medium] = []
    while try statement.step() {
      guard let digest = statement.string(0).flatMap({ SHA256.Digest(hex: $0) }) else { continue }
      media.append(BackupManifest.Medium(sha256: digest, size: statement.int(1) ?? 0))
    }
    return media
  }

  /// Ids with a file, and the files' bytes.
  func storedMedia() throws -> (count: Int, bytes: Int64) {
    let statement = try database.prepare(
      """
      SELECT (SELECT count(*) FROM medium WHERE sha256 IS NOT NULL),
      (SELECT sum(size) FROM (SELECT max(size) AS size FROM medium WHERE sha256 IS NOT NULL GROUP BY sha256))
      """)
    guard try statement.step() else { return (0, 0) }
    return (Int(statement.int(0) ?? 0), statement.int(1) ?? 0)
  }

  /// Calls `body` for every new mark, in the order of chats and ids.
  func forEachNewMark(_ body: (GoneMark) throws -> Void) throws {
    let statement = try database.prepare(
      "SELECT chat, id, gone FROM gone WHERE is_new = 1 ORDER BY chat, id")
    while try statement.step() {
      let id = statement.string(1) ?? ""
      try body(
        GoneMark(
          chat: statement.string(0) ?? "", id: id.isEmpty ? nil : id, isGone: statement.int(2) == 1)
      )
    }
  }

  /// Marks a chat as gone, or as there again.
  func mark(chat: String, isGone: Bool) throws {
    let old = try database.prepare("SELECT gone FROM gone WHERE chat = ? AND id = ''")
    try old.bind(chat, at: 1)
    let wasGone = try old.step() ? old.int(0) == 1 : false
    guard wasGone != isGone else { return }
    let statement = try database.prepare("INSERT OR REPLACE INTO gone VALUES (?, '', ?, 1)")
    try statement.bind(chat, at: 1)
    try statement.bind(isGone ? 1 : 0, at: 2)
    try statement.run()
  }

  /// Messages that the inbox has no more stay in the backup, and are marked; those that are there again are unmarked.
  /// Every known message of the chat was loaded, and those that the inbox lists were seen.
  func markGone(of ordinal: Int64, _ chat: String) throws {
    let statement = try database.prepare(
      """
      INSERT INTO gone SELECT ?1, id, 1 - seen, 1 FROM known WHERE chat = ?2 AND seen =
      coalesce((SELECT gone FROM gone AS old WHERE old.chat = ?1 AND old.id = known.id), 0)
      ON CONFLICT (chat, id) DO UPDATE SET gone = excluded.gone, is_new = 1
      """)
    try statement.bind(chat, at: 1)
    try statement.bind(ordinal, at: 2)
    try statement.run()
  }

  /// The files whose bytes are not those that their messages announce, and why that is thought.
  func differingMedia() throws -> [(sha256: SHA256.Digest, reason: String)] {
    let statement = try database.prepare(
      "SELECT DISTINCT sha256, reason FROM medium WHERE state = 2 ORDER BY sha256")
    var all: [(sha256: SHA256.Digest, reason: String)] = []
    while try statement.step() {
      guard let digest = statement.string(0).flatMap({ SHA256.Digest(hex: $0) }) else { continue }
      all.append((digest, statement.string(1) ?? ""))
    }
    return all
  }

  /// How many files are not in the backup, by state and reason.
  func missingMedia() throws -> [(state: MediumState, reason: String, count: Int)] {
    let statement = try database.prepare(
      "SELECT state, reason, count(*) FROM medium WHERE state IN (3, 4) GROUP BY state, reason")
    var all: [(state: MediumState, reason: String, count: Int)] = []
    while try statement.step() {
      let state = statement.int(0).flatMap { MediumState(rawValue: $0) } ?? .missing
      all.append((state, statement.string(1) ?? "", Int(statement.int(2) ?? 0)))
    }
    return all
  }
}
