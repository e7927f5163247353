internal import ChatRecords
internal import Files
internal import InboxAPI
internal import InboxBackup
internal import WhatsAppExport

/// `chatferry export`: message records out of exports, out of backups or out of a live inbox.
@MainActor struct ExportCommand {
  let run: Run

  func callAsFunction() async throws -> ExitStatus {
    let request = try ExportRequest(run.arguments)
    let paths = run.arguments.positionals
    if run.arguments.has(.inbox) {
      if !paths.isEmpty { throw CommandError.exclusive("PATH", "--inbox") }
      return try await interruptibly { try await exportInbox(request) }
    }
    guard !paths.isEmpty else {
      throw CommandError.missingOption(
        "PATH", command: "export", why: "give exports or backups, or --inbox REF")
    }
    for option in [Option.kind, .account, .inboxID, .tokenFile, .data]
    where run.arguments.has(option) {
      throw CommandError.needs(option.name, "--inbox")
    }
    return try await exportFiles(Inputs(paths, takesBackups: true), request)
  }

  // MARK: Exports and backups

  private func exportFiles(_ found: Inputs, _ request: ExportRequest) async throws -> ExitStatus {
    var inputs = found
    let parse = try run.settings.parseOptions()
    let archives = inputs.open()
    try refusePartner(for: archives)
    let people = try run.settings.people(run.console)
    let isOneOfMany = inputs.exports.count + inputs.backups.count > 1
    let progress = ProgressDisplay(run.console)
    let export = ArchiveExport(
      request: request, parse: parse, people: people, isOneOfMany: isOneOfMany,
      progress: progress)
    var outcome = ExportOutcome(bad: inputs.bad)
    var sources = archives.map {
      ExportSource(type: "whatsapp_export", name: FilePath.name(of: $0.path))
    }
    let backups = try await open(inputs.backups, request, progress, &outcome)
    sources += backups.map { ExportSource(type: $0.inbox.kind.rawValue, name: $0.inbox.origin) }
    switch request.target {
    case .standardOutput:
      let output = StandardOutput(request.formats.first ?? .jsonl, request.csv)
      try write(archives, export, &outcome) { output }
      try await write(backups, request, progress, &outcome) { output }
      try output.finish()
      outcome.failures += outcome.missing(request)
    case .folder(let path):
      // Nothing is made on the disk before there is something to write.
      var folder: ExportFolder?
      let receiver = {
        Interruption.shared.cooperate()
        let made = try folder ?? makeFolder(path, request)
        folder = made
        return made
      }
      try write(archives, export, &outcome, to: receiver)
      try await write(backups, request, progress, &outcome, to: receiver)
      if folder == nil, outcome.failures.isEmpty { folder = try makeFolder(path, request) }
      outcome.failures += outcome.missing(request)
      outcome.summary = try folder?.finish(sources: sources, isComplete: outcome.isComplete)
    }
    return try report(outcome, request, inputs)
  }

  private func write<Receiver: RecordReceiver>(
    _ archives: [ExportArchive], _ export: ArchiveExport, _ outcome: inout ExportOutcome,
    to receiver: () throws -> Receiver
  ) throws {
    for archive in archives {
      try Interruption.shared.check()
      do {
        guard let prepared = try export.prepare(archive) else {
          outcome.unwanted += 1
          continue
        }
        outcome.chats.append(try export.write(prepared, to: receiver()))
      } catch let error as ExportError {
        outcome.failures.append(BadInput(archive.path, error))
        outcome.failedTitles.insert(archive.title)
      } catch let error as BadExport {
        outcome.failures.append(error.input)
        outcome.failedTitles.insert(archive.title)
      }
    }
  }

  /// A backup of which something is wanted, found to be as it was written.
  private struct CheckedBackup {
    let path: String
    let inbox: StoredInbox
    let chats: [InboxChat]
  }

  private func open(
    _ paths: [String], _ request: ExportRequest, _ progress: ProgressDisplay,
    _ outcome: inout ExportOutcome
  ) async throws -> [CheckedBackup] {
    if !paths.isEmpty { Interruption.shared.cooperate() }
    var backups: [CheckedBackup] = []
    for path in paths {
      do {
        let inbox = try await StoredInbox(path)
        let (chats, numberless) = try inbox.chats(request)
        outcome.note(numberless: numberless, of: path, request)
        for doubt in inbox.doubts { outcome.note(doubt: doubt, of: path) }
        guard !chats.isEmpty || request.chats.isEmpty else {
          outcome.unwanted += 1
          continue
        }
        try inbox.check(chats, progress)
        backups.append(CheckedBackup(path: path, inbox: inbox, chats: chats))
      } catch let error as BackupError {
        guard let input = BadInput(path, error) else { throw error }
        outcome.failures.append(input)
      }
    }
    return backups
  }

  private func write<Receiver: RecordReceiver>(
    _ backups: [CheckedBackup], _ request: ExportRequest, _ progress: ProgressDisplay,
    _ outcome: inout ExportOutcome, to receiver: () throws -> Receiver
  ) async throws {
    if backups.isEmpty { return }
    let zone = try run.settings.parseOptions().zone ?? .offset(minutes: 0)
    for backup in backups {
      var export = InboxExport(
        request: request, source: backup.inbox, zone: zone, progress: progress, path: backup.path)
      outcome.chats += try await export.write(backup.chats, to: receiver())
    }
  }

  private func makeFolder(_ path: String, _ request: ExportRequest) throws -> ExportFolder {
    if let backup = BackupFolder.around(path) {
      throw CommandError.insideBackup(path: path, backup: backup)
    }
    return try ExportFolder(
      path,
      ExportOptions(
        formats: request.formats, csv: request.csv, copiesMedia: request.copiesMedia))
  }

  private func refusePartner(for archives: [ExportArchive]) throws(CommandError) {
    let chats = Set(archives.map(\.title)).count
    if chats > 1, let partner = run.settings.find(.partner) {
      throw .partnerForSeveral(partner.origin, chats: chats)
    }
  }

  // MARK: An inbox

  /// Runs in a task of its own, so that a signal ends what is waited for.
  private func interruptibly(
    _ work: @escaping @MainActor () async throws -> ExitStatus
  ) async throws -> ExitStatus {
    let task = Task { try await work() }
    Interruption.shared.cooperate { task.cancel() }
    return try await task.value
  }

  private func exportInbox(_ request: ExportRequest) async throws -> ExitStatus {
    let (settings, reference) = try run.inbox(.inbox, for: "")
    let zone = try settings.parseOptions().zone ?? .offset(minutes: 0)
    let connection = try InboxConnection(reference, settings)
    let progress = ProgressDisplay(run.console)
    let inbox = LiveInbox(connection.client, origin: connection.name, request, progress)
    var export = InboxExport(
      request: request, source: inbox, zone: zone, progress: progress)
    var outcome = ExportOutcome(bad: [])
    func conclude() {
      if let doubt = connection.client.doubt { outcome.note(doubt: doubt, of: connection.name) }
      outcome.failures += outcome.missing(request)
    }
    // The folder is made before the first request: what cannot be written is not asked for.
    let folder: ExportFolder? =
      if case .folder(let path) = request.target { try makeFolder(path, request) } else { nil }
    let (chats, numberless) = try await inbox.chats(request)
    outcome.note(numberless: numberless, of: connection.name, request)
    if let folder {
      outcome.chats = try await export.write(chats, to: folder)
      conclude()
      outcome.summary = try folder.finish(
        sources: [ExportSource(type: inbox.kind.rawValue, name: inbox.origin)],
        isComplete: outcome.isComplete)
    } else {
      let output = StandardOutput(request.formats.first ?? .jsonl, request.csv)
      outcome.chats = try await export.write(chats, to: output)
      conclude()
      try output.finish()
    }
    return try report(outcome, request, Inputs([]))
  }

  // MARK: Result

  private func report(
    _ outcome: ExportOutcome, _ request: ExportRequest, _ inputs: Inputs
  ) throws -> ExitStatus {
    if request.wantsJSON {
      try run.console.result(outcome.json(request, inputs))
    } else if case .folder(let path) = request.target, outcome.summary != nil {
      if !run.console.choices.isQuiet { try run.console.result(outcome.lines(path)) }
    }
    outcome.report(run.console)
    return outcome.status
  }
}
