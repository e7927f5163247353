internal import ChatImport
internal import Contacts
internal import InboxAPI
internal import InboxBackup
internal import WhatsAppExport

/// `chatferry import`: exports go into an inbox.
@MainActor struct ImportCommand {
  let run: Run

  func callAsFunction() async throws -> ExitStatus {
    var (settings, reference) = try run.inbox(
      .inbox, for: "give a profile name, an https:// URL, or local")
    // Done while the server is asked for its schema.
    ChatReader.prepare()
    if settings.find(.partner) ?? settings.find(.contacts) != nil { PhoneNumber.prepare() }
    let desk = try desk(&settings)
    var options = try Self.options(settings)
    options.isDryRun = run.arguments.has(.dryRun)
    // Reads the token, so that a missing one is found before the exports are read.
    try settings.requireGetChat()
    let connection = options.isDryRun ? nil : try await connect(reference, settings)
    options.people = try settings.people(run.console)
    var inputs = Inputs(run.arguments.positionals)
    let archives = inputs.open()
    try Self.refusePartner(settings, for: archives)
    options.people.me = try MeQuestion(run.console).asked(archives, options)

    let progress = ImportDisplay(run.console)
    let report: ImportReport
    if archives.isEmpty {
      report = ImportReport()
    } else {
      let importing = ImportRun(
        archives, client: try connection?.getChat(settings), inboxKey: connection?.key.server ?? "",
        stateDirectory: UserFolders.state, options: options, progress: progress)
      report = await interruptibly { await importing.run() }
    }
    progress.ended()
    var outcome = ImportOutcome(report: report, inputs: inputs)
    if let desk { try await open(desk.connection, &outcome) }
    return try finish(outcome)
  }

  /// The inbox of the online platform in which conversations are to be opened; nil where none are.
  ///
  /// - Parameter settings: of the import itself, which takes its token from its profile when there are two servers.
  private func desk(_ settings: inout Settings) throws -> Desk? {
    guard run.arguments.has(.openConversation) else { return nil }
    settings.hasTwoReferences = true
    var (own, reference) = try run.inbox(.openConversation, for: "")
    own.hasTwoReferences = true
    // That is what the import's own inbox speaks; this one can be of one kind only.
    own = own.leavingOut([.kind])
    if run.arguments.has(.dryRun) {
      _ = try own.onlinePlace()
      return Desk(connection: nil)
    }
    return Desk(connection: try OnlineConnection(reference, own))
  }

  private struct Desk {
    /// nil in a dry run.
    let connection: OnlineConnection?
  }

  private func open(
    _ connection: OnlineConnection?, _ outcome: inout ImportOutcome
  ) async throws {
    guard let connection else {
      outcome.conversations = outcome.report.imports.reduce(into: [:]) { found, item in
        if item.state == .planned { found[item.chat] = ImportedConversation(state: .planned) }
      }
      return
    }
    // What stopped the import stops this too.
    let imports = outcome.report.stop == nil ? outcome.report.imports : []
    (outcome.conversations, outcome.conversationStop) = try await ImportedConversations(
      connection: connection, console: run.console
    ).open(for: imports)
  }

  /// The import runs in a task of its own, so that a signal can cancel it.
  private func interruptibly(_ work: @escaping @Sendable () async -> ImportReport) async
    -> ImportReport
  {
    let task = Task { await work() }
    Interruption.shared.cooperate { task.cancel() }
    return await task.value
  }

  private func connect(
    _ reference: InboxReference, _ settings: Settings
  ) async throws -> InboxConnection {
    let connection = try InboxConnection(reference, settings)
    return try await connection.learning(reference, settings, run.console)
  }

  private static func options(_ settings: Settings) throws(CommandError) -> ImportOptions {
    var options = ImportOptions()
    options.parse = try settings.parseOptions()
    options.jobs = try settings.number(.jobs, in: 1...64) ?? options.jobs
    options.chatText = try settings.choice(.chatText, ImportOptions.ChatText.self) ?? .verbatim
    options.maxImportBytes = settings.profile?.text("max_import_bytes").flatMap { Int64($0) }
    return options
  }

  private static func refusePartner(
    _ settings: Settings, for archives: [ExportArchive]
  ) throws(CommandError) {
    let chats = Set(archives.map(\.title)).count
    if chats > 1, let partner = settings.find(.partner) {
      throw .partnerForSeveral(partner.origin, chats: chats)
    }
  }

  private func finish(_ outcome: ImportOutcome) throws -> ExitStatus {
    if run.arguments.has(.json) {
      try run.console.result(outcome.json)
    } else if !outcome.report.imports.isEmpty, !run.console.choices.isQuiet {
      try run.console.result(outcome.lines)
    }
    for item in outcome.report.imports { run.console.report(item.problems, of: item.path) }
    for (chat, conversation) in (outcome.conversations ?? [:]).sorted(by: { $0.key < $1.key }) {
      if let problem = conversation.problem {
        run.console.error("conversation with \(chat): \(problem.message) (\(problem.code))")
      }
    }
    for bad in outcome.bad { run.console.error(bad.line) }
    if let stop = outcome.report.stop { run.console.error("\(stop)") }
    return outcome.status
  }
}

/// Shows an import's progress and what it has to say.
final class ImportDisplay: ImportProgress {
  private let display: ProgressDisplay

  init(_ console: Console) { display = ProgressDisplay(console) }

  func began(_ phase: ImportPhase, of path: String, totalBytes: Int64, totalItems: Int) {
    let item =
      switch phase {
      case .reading, .importing, .checking: "message"
      case .verifying, .uploading: "file"
      }
    display.began(
      Meter(
        phase: phase.rawValue, subject: path.split(separator: "/").last.map(String.init) ?? path,
        totalBytes: totalBytes, totalItems: totalItems, item: item))
  }

  func advanced(bytes: Int64, items: Int) { display.advanced(bytes: bytes, items: items) }

  func note(_ message: String) { display.console.info(message) }

  func ended() { display.ended() }
}
