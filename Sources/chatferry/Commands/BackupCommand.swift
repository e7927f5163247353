internal import Files
internal import InboxAPI
internal import InboxBackup
internal import JSONText

/// `chatferry backup`: an inbox comes into a folder.
@MainActor struct BackupCommand {
  let run: Run

  func callAsFunction() async throws -> ExitStatus {
    guard let path = run.arguments.value(of: .backupFolder) else {
      throw CommandError.missingOption(
        "--to", command: "backup", why: "give the folder of this inbox's backup")
    }
    let (settings, reference) = try run.inbox(
      .inbox, for: "give a profile name, an https:// URL, or local")
    let connection = try InboxConnection(reference, settings)
    var options = BackupOptions()
    options.isFull = run.arguments.has(.full)
    options.jobs = try settings.clientSettings().jobs
    options.tool = "chatferry \(Words.version)"
    let display = BackupDisplay(run.console)
    let backup = BackupRun(
      client: connection.client, inboxKey: connection.key, folder: path, options: options,
      progress: display)
    let task = Task { try await backup.run() }
    Interruption.shared.cooperate { task.cancel() }
    defer { display.ended() }
    let result: BackupResult
    do {
      result = try await task.value
    } catch let error as BackupError {
      display.ended()
      guard let input = BadInput(path, error) else { throw error }
      return try report(input, path)
    }
    display.ended()
    return try report(result, path, connection)
  }

  /// The folder is what is wrong.
  private func report(_ input: BadInput, _ path: String) throws -> ExitStatus {
    if run.arguments.has(.json) {
      var json = JSONWriter()
      json.beginObject()
      json.key("to")
      json.string(path)
      json.key("state")
      json.string("failed")
      json.fault((input.code, input.message))
      json.endObject()
      try run.console.result(json)
    }
    run.console.error(input.line)
    return input.status
  }

  private func report(
    _ result: BackupResult, _ path: String, _ connection: InboxConnection
  ) throws -> ExitStatus {
    if run.arguments.has(.json) {
      try run.console.result(json(result, path, connection))
    } else if !run.console.choices.isQuiet {
      try run.console.result([StyledText(line(result)) + " in " + StyledText(path, .bold)])
    }
    for kind in result.kinds {
      if let refusal = kind.refusal {
        run.console.detail("\(kind.operation) is not available here: \(refusal)")
      }
    }
    return run.console.report(result.problems) ? .someFailed : .allDone
  }

  private func line(_ result: BackupResult) -> String {
    if result.isUnchanged { return "nothing new; generation \(result.generation) is up to date" }
    let facts = [
      counted(result.newMessages, "new message"),
      result.changedMessages > 0 ? "\(grouped(result.changedMessages)) changed" : "",
      result.goneMessages > 0 ? "\(grouped(result.goneMessages)) gone from the inbox" : "",
      "\(counted(result.newMedia, "new file")) of \(size(result.newMediaBytes))",
    ].filter { !$0.isEmpty }
    return "generation \(result.generation): " + facts.joined(separator: ", ")
      + "; \(counted(result.messages, "message")) of \(counted(result.chats, "chat"))"
  }

  private func json(
    _ result: BackupResult, _ path: String, _ connection: InboxConnection
  ) -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.key("to")
    json.string(path)
    json.key("server")
    json.string(connection.name)
    json.key("generation")
    json.number(Int64(result.generation))
    json.key("mode")
    json.string(result.isFull ? "full" : "incremental")
    json.key("state")
    json.string(result.isUnchanged ? "unchanged" : "done")
    let numbers: [(StaticString, Int64)] = [
      ("chats", Int64(result.chats)), ("messages", Int64(result.messages)),
      ("new_messages", Int64(result.newMessages)),
      ("changed_messages", Int64(result.changedMessages)),
      ("gone_messages", Int64(result.goneMessages)), ("media", Int64(result.media)),
      ("new_media", Int64(result.newMedia)), ("new_media_bytes", result.newMediaBytes),
    ]
    for (name, number) in numbers {
      json.key(name)
      json.number(number)
    }
    json.key("kinds")
    json.beginArray()
    for kind in result.kinds {
      json.beginObject()
      json.key("kind")
      json.string(kind.name)
      json.key("operation")
      json.string(kind.operation)
      json.key("items")
      json.number(Int64(kind.items))
      json.key("not_available")
      json.stringOrNull(kind.refusal)
      json.endObject()
    }
    json.endArray()
    json.key("problems")
    json.beginArray()
    for problem in result.problems {
      json.beginObject()
      problem.write(to: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json
  }
}

extension Console {
  /// Backup problems listed before the rest is only counted.
  private static let shownBackupProblems = 50

  /// Says what was noticed; true where something of it is an error.
  func report(_ problems: [BackupProblem]) -> Bool {
    for problem in problems.prefix(Self.shownBackupProblems) {
      // The message says what, and the file where, unless it says it too.
      let place = problem.file.flatMap { problem.message.contains($0) ? nil : "\($0): " } ?? ""
      let line = "\(place)\(problem.message) (\(problem.code))"
      if problem.severity == .error { error(line) } else { warning(line) }
    }
    let rest = problems.count - Self.shownBackupProblems
    if rest > 0 { warning("\(counted(rest, "more problem")); --json lists all") }
    return problems.contains { $0.severity == .error }
  }
}

/// Shows how far a backup or a check has come.
final class BackupDisplay: BackupProgress {
  private let display: ProgressDisplay

  init(_ console: Console) { display = ProgressDisplay(console) }

  func began(
    _ phase: String, of subject: String, item: String, totalItems: Int, totalBytes: Int64
  ) {
    display.began(
      Meter(
        phase: phase, subject: subject, totalBytes: totalBytes, totalItems: totalItems, item: item))
  }

  func advanced(bytes: Int64, items: Int) { display.advanced(bytes: bytes, items: items) }

  func ended() { display.ended() }
}
