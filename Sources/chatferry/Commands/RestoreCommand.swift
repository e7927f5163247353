internal import ChatImport
internal import InboxAPI
internal import InboxBackup
internal import InboxRestore
internal import WhatsAppExport

/// `chatferry restore`: a backup goes into an inbox.
@MainActor struct RestoreCommand {
  let run: Run

  func callAsFunction() async throws -> ExitStatus {
    let folder = run.arguments.positionals.first ?? ""
    let (settings, reference) = try run.inbox(
      .inbox, for: "give a profile name, an https:// URL, or local")
    try settings.requireGetChat()
    let options = try options(settings)
    // A dry run asks no server.
    let connection =
      options.isDryRun
      ? nil
      : try await InboxConnection(reference, settings).learning(
        reference, settings, run.console)
    let display = ImportDisplay(run.console)
    defer { display.ended() }
    let key = connection?.key.server ?? ""
    let client = try connection?.getChat(settings)
    var outcome = RestoreOutcome(folder: folder, isDryRun: options.isDryRun)
    do {
      let restore = try await RestoreRun(
        folder, client: client, inboxKey: key, stateDirectory: UserFolders.state,
        options: options, progress: display)
      let preview = try await interruptibly { try await restore.prepare() }
      display.ended()
      say(preview)
      outcome.unknownChats = preview.unknownChats
      let answers = options.isDryRun ? [:] : try ask(preview.questions)
      outcome.report = try await interruptibly { await restore.run(answers) }
    } catch let error as BackupError {
      guard let input = BadInput(folder, error) else { throw error }
      outcome.bad = input
    }
    display.ended()
    return try finish(outcome)
  }

  /// The work runs in a task of its own, so that a signal can cancel it.
  private func interruptibly<R: Sendable>(
    _ work: @escaping @Sendable () async throws -> R
  ) async throws -> R {
    let task = Task { try await work() }
    Interruption.shared.cooperate { task.cancel() }
    return try await task.value
  }

  private func options(_ settings: Settings) throws(CommandError) -> RestoreOptions {
    var options = RestoreOptions()
    options.chats = Set(run.arguments.values(of: .chat).map(ExportRequest.chatName))
    options.isDryRun = run.arguments.has(.dryRun)
    options.jobs = try settings.number(.jobs, in: 1...64) ?? options.jobs
    options.maxImportBytes = settings.profile?.text("max_import_bytes").flatMap { Int64($0) }
    return options
  }

  /// What cannot come back is said before anything is sent.
  private func say(_ preview: RestorePreview) {
    for loss in preview.losses { run.console.info(RestoreOutcome.line(loss)) }
    for problem in preview.problems where problem.severity == .warning {
      run.console.warning("\(problem.message) (\(problem.code))")
    }
  }

  /// Asks for the secrets of webhooks where somebody is there to answer; an empty answer leaves the webhook out.
  private func ask(_ questions: [WebhookQuestion]) throws(CommandError) -> [Int: WebhookAnswers] {
    var all: [Int: WebhookAnswers] = [:]
    guard run.console.canAsk else { return all }
    for question in questions where question.canBeAnswered {
      var answers = WebhookAnswers(headers: [:], parameters: [:])
      var isComplete = true
      for header in question.headers where isComplete {
        answers.headers[header] = try secret("header \(header)", question)
        isComplete = answers.headers[header] != nil
      }
      for parameter in question.parameters where isComplete {
        answers.parameters[parameter] = try secret("parameter \(parameter)", question)
        isComplete = answers.parameters[parameter] != nil
      }
      if isComplete { all[question.number] = answers }
    }
    return all
  }

  private func secret(
    _ what: String, _ question: WebhookQuestion
  ) throws(CommandError) -> String? {
    let answer = try Question(console: run.console).answer(
      to: "Webhook \(question.url), \(what) (empty to leave the webhook out): ",
      what: "the secret of a webhook", isSecret: true)
    return answer.isEmpty ? nil : answer
  }

  private func finish(_ outcome: RestoreOutcome) throws -> ExitStatus {
    if run.arguments.has(.json) {
      try run.console.result(outcome.json)
    } else if outcome.bad == nil, !run.console.choices.isQuiet {
      try run.console.result(outcome.lines)
    }
    for chat in outcome.report.chats { run.console.report(chat.problems, of: chat.path) }
    for problem in outcome.report.problems where problem.severity == .error {
      run.console.error("\(problem.message) (\(problem.code))")
    }
    for missing in outcome.missing { run.console.error(missing.line) }
    if let bad = outcome.bad { run.console.error(bad.line) }
    if let stop = outcome.report.stop { run.console.error("\(stop)") }
    return outcome.status
  }
}
