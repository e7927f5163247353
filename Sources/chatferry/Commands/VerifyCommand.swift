internal import Files
internal import InboxAPI
internal import InboxBackup
internal import JSONText

/// `chatferry verify`: a backup is read again, and compared with the live inbox where one is named.
@MainActor struct VerifyCommand {
  let run: Run

  func callAsFunction() async throws -> ExitStatus {
    let path = run.arguments.positionals.first ?? ""
    let isQuick = run.arguments.has(.quick)
    guard run.arguments.has(.inbox) else {
      for option in [Option.kind, .account, .inboxID, .tokenFile, .data]
      where run.arguments.has(option) {
        throw CommandError.needs(option.name, "--inbox")
      }
      return try await verify(path, isQuick: isQuick, against: nil)
    }
    if isQuick { throw CommandError.exclusive("--quick", "--inbox") }
    let (settings, reference) = try run.inbox(.inbox, for: "")
    let connection = try InboxConnection(reference, settings)
    let jobs = try settings.clientSettings().jobs
    return try await verify(path, isQuick: false, against: (connection, jobs))
  }

  private func verify(
    _ path: String, isQuick: Bool, against live: (connection: InboxConnection, jobs: Int)?
  ) async throws -> ExitStatus {
    let display = BackupDisplay(run.console)
    defer { display.ended() }
    let lock = try await lock(path)
    defer { withExtendedLifetime(lock) {} }
    Interruption.shared.cooperate()
    let checked: BackupVerifier.Result
    do {
      checked = try BackupVerifier(
        path, progress: display, isStopped: { Interruption.shared.isAsked }
      ).run(isQuick: isQuick)
    } catch let error as BackupError {
      display.ended()
      guard let input = BadInput(path, error) else { throw error }
      return try tell(input)
    }
    var report = checked.report
    if let live, report.isGood,
      let comparison = LiveComparison(
        client: live.connection.client, folder: path, checked: checked, jobs: live.jobs,
        progress: display)
    {
      let intact = report
      let key = live.connection.key
      let task = Task { try await comparison.run(intact, inboxKey: key) }
      Interruption.shared.cooperate { task.cancel() }
      report = try await task.value
    }
    display.ended()
    return try tell(report)
  }

  /// What is no folder is found to be none a moment later.
  private func lock(_ path: String) async throws -> FileLock? {
    guard Folder.isFolder(path) else { return nil }
    return try await FileLock.take(folder: path, .shared)
  }

  /// What is no backup that can be read has no verdict.
  private func tell(_ input: BadInput) throws -> ExitStatus {
    if run.arguments.has(.json) {
      let problem = BackupProblem(input.code, .error, input.message)
      try printJSON(VerifyReport(verdict: nil, because: [], checked: [], problems: [problem]))
    }
    run.console.error(input.line)
    return input.status
  }

  private func printJSON(_ report: VerifyReport) throws {
    var json = JSONWriter()
    report.write(to: &json)
    try run.console.result(json)
  }

  private func tell(_ report: VerifyReport) throws -> ExitStatus {
    if run.arguments.has(.json) {
      try printJSON(report)
    } else {
      var lines = [
        StyledText(report.verdict?.rawValue ?? "", report.isGood ? .bold : .red)
          + StyledText(": " + report.because.joined(separator: "; "))
      ]
      if let generation = report.generation {
        lines.append(
          StyledText(
            "generation \(generation), \(counted(report.messages, "message")), "
              + "\(counted(report.media, "medium", "media")), \(size(report.bytes)); checked: "
              + report.checked.map(\.rawValue).joined(separator: ", ")))
      }
      if let proof = report.proof { lines.append(StyledText("proof " + proof)) }
      try run.console.result(lines)
    }
    _ = run.console.report(report.problems)
    return report.isGood ? .allDone : .someFailed
  }
}
