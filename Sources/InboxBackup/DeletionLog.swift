internal import Files
internal import JSONText

/// The backup's own log of deletions of its inbox, `deletion.jsonl`: an intent before the request, an outcome after it.
///
/// Only ever appended to, under the folder's exclusive lock; every line is on the disk before anything further happens. A
/// line that a kill cut off is removed by the next one.
struct DeletionLog {
  /// What is noted before the one request goes out.
  struct Intent: Equatable {
    var account: Int64
    var inbox: Int64
    var server: String
    var number: String
    var generation: Int
    var proof: String

    func isOf(_ order: DeletionOrder) -> Bool {
      account == order.account && inbox == order.inbox
        && server.lowercased() == order.server.lowercased()
    }
  }

  /// A log of this size was written by nobody.
  private static let limitInBytes = 16 << 20

  private let folder: BackupFolder
  private let tool: String
  private let now: @Sendable () -> Int64
  /// The last request that went out, or may have gone out, and that the server did not refuse; nil for none.
  private(set) var last: Intent?
  /// What became of it, as far as an earlier run found out; nil where it noted nothing.
  private(set) var outcome: DeletionResult.State?
  /// Whole lines, in bytes.
  private var size: Int64 = 0

  /// - Throws: `FilesError`, `BackupError.damaged` for a line that is no line of a log.
  init(_ folder: BackupFolder, tool: String, now: @escaping @Sendable () -> Int64) throws {
    self.folder = folder
    self.tool = tool
    self.now = now
    let path = folder.file(BackupLayout.deletions)
    guard Folder.hasItem(path) else { return }
    let bytes = try FileSource.contents(of: path, limit: Self.limitInBytes)
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    {
      size += Int64(line.count + 1)
      guard let row = try? JSONValue(parsing: Array(line)), let event = row["event"]?.string else {
        throw BackupError.damaged(
          path: BackupLayout.deletions, reason: "a line of it is no line of a log")
      }
      if event == "intent" {
        guard let intent = Intent(row) else {
          throw BackupError.damaged(
            path: BackupLayout.deletions, reason: "a line of it does not say what was to be deleted"
          )
        }
        take(intent)
      } else if event == "outcome" {
        take(row["state"]?.string.flatMap { DeletionResult.State(rawValue: $0) })
      }
    }
  }

  /// Whether the last request is known to have deleted the inbox.
  var isDone: Bool { outcome == .deleted || outcome == .gone }

  private mutating func take(_ intent: Intent) {
    last = intent
    outcome = nil
  }

  private mutating func take(_ state: DeletionResult.State?) {
    outcome = state
    if state == .refused { last = nil }
  }

  /// - Throws: `FilesError`: then nothing may be sent.
  mutating func note(_ intent: Intent) throws(FilesError) {
    var json = begin("intent")
    json.field("account", intent.account)
    json.field("inbox_id", intent.inbox)
    json.field("server", intent.server)
    json.field("number", intent.number)
    json.field("generation", Int64(intent.generation))
    json.field("proof", intent.proof)
    try append(json)
    take(intent)
  }

  /// Notes what became of the last request, unless that stands there already.
  ///
  /// - Throws: `FilesError`: the next run will find an intent without an outcome, and ask the server.
  mutating func note(_ outcome: DeletionResult.State, because: String) throws(FilesError) {
    guard self.outcome != outcome else { return }
    var json = begin("outcome")
    json.field("state", outcome.rawValue)
    json.field("because", because)
    try append(json)
    take(outcome)
  }

  /// The same for whoever has to go on: why it could not be noted, or nil.
  mutating func failure(noting result: DeletionResult) -> FilesError? {
    do throws(FilesError) {
      try note(result.state, because: result.because)
      return nil
    } catch {
      return error
    }
  }

  private func begin(_ event: String) -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.field("event", event)
    json.field("time", UTCText.of(now()))
    json.field("tool", tool)
    return json
  }

  private mutating func append(_ json: JSONWriter) throws(FilesError) {
    var json = json
    json.endObject()
    json.bytes.append(UInt8(ascii: "\n"))
    let file = try AppendFile(
      folder.file(BackupLayout.deletions), keeping: size, operations: folder.operations)
    try file.write(json.bytes.span)
    try file.flush()
    try folder.operations.syncFileSystem(of: folder.path)
    size = file.size
  }
}

extension DeletionLog.Intent {
  init?(_ row: JSONValue) {
    guard let account = row["account"]?.int, let inbox = row["inbox_id"]?.int,
      let server = row["server"]?.string, let number = row["number"]?.string
    else { return nil }
    self.init(
      account: account, inbox: inbox, server: server, number: number,
      generation: row["generation"]?.int.flatMap { Int(exactly: $0) } ?? 0,
      proof: row["proof"]?.string ?? "")
  }
}
