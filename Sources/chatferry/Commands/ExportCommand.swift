internal import ChatRecords
internal import Files
internal import InboxAPI
internal import WhatsAppExport

/// `chatferry export`: message records out of exports or out of a live inbox.
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
        "PATH", command: "export", why: "give exports, or --inbox REF")
    }
    for option in [Option.kind, .tokenFile, .data] where run.arguments.has(option) {
      throw CommandError.needs(option.name, "--inbox")
    }
    return try exportArchives(Inputs(paths), request)
  }

  // MARK: Archives

  private func exportArchives(_ found: Inputs, _ request: ExportRequest) throws -> ExitStatus {
    var inputs = found
    let parse = try run.settings.parseOptions()
    let archives = inputs.open()
    try refusePartner(for: archives)
    let people = try run.settings.people(run.console)
    let export = ArchiveExport(
      request: request, parse: parse, people: people, isOneOfMany: inputs.exports.count > 1,
      progress: ProgressDisplay(run.console))
    var outcome = ExportOutcome(bad: inputs.bad)
    switch request.target {
    case .standardOutput:
      let output = StandardOutput(request.formats.first ?? .jsonl, request.csv)
      try write(archives, export, &outcome) { output }
      try output.finish()
    case .folder(let path):
      // Nothing is made on the disk before there is something to write.
      var folder: ExportFolder?
      try write(archives, export, &outcome) {
        Interruption.shared.cooperate()
        let made = try folder ?? makeFolder(path, request)
        folder = made
        return made
      }
      if folder == nil, outcome.failures.isEmpty { folder = try makeFolder(path, request) }
      let sources = archives.map {
        ExportSource(type: "whatsapp_export", name: FilePath.name(of: $0.path))
      }
      outcome.summary = try folder?.finish(sources: sources)
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

  private func makeFolder(_ path: String, _ request: ExportRequest) throws -> ExportFolder {
    try ExportFolder(
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
    var export = InboxExport(
      request: request, client: connection.client, zone: try ZoneOffsets(zone),
      progress: ProgressDisplay(run.console))
    var outcome = ExportOutcome(bad: [])
    switch request.target {
    case .standardOutput:
      let output = StandardOutput(request.formats.first ?? .jsonl, request.csv)
      outcome.chats = try await export.write(to: output)
      try output.finish()
    case .folder(let path):
      let folder = try makeFolder(path, request)
      outcome.chats = try await export.write(to: folder)
      outcome.summary = try folder.finish(
        sources: [ExportSource(type: "getchat", name: connection.name)])
    }
    // Who asked for certain chats did not ask for these.
    if export.numberless > 0, request.chats.isEmpty {
      outcome.failures.append(
        BadInput(
          connection.name, "chat-without-number",
          "\(counted(export.numberless, "chat")) of the server's list have no number and were not written; "
            + "ask the provider what they are", status: .someFailed))
    }
    return try report(outcome, request, Inputs([]))
  }

  // MARK: Result

  private func report(
    _ written: ExportOutcome, _ request: ExportRequest, _ inputs: Inputs
  ) throws -> ExitStatus {
    var outcome = written
    outcome.failures += outcome.missing(request)
    if request.wantsJSON {
      try run.console.result(outcome.json(request, inputs))
    } else if case .folder(let path) = request.target, outcome.summary != nil {
      if !run.console.choices.isQuiet { try run.console.result(outcome.lines(path)) }
    }
    for chat in outcome.chats { run.console.report(chat.problems, of: chat.path) }
    for failure in outcome.failures { run.console.error(failure.line) }
    return outcome.status
  }
}
