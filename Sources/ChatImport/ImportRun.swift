internal import Files
package import InboxAPI
package import WhatsAppExport

/// Imports exports into one inbox, and can be stopped and started again at any point.
///
/// Runs on a queue of its own, since it reads archives and writes its journal there.
package actor ImportRun {
  let archives: [ExportArchive]
  let client: GetChatClient?
  let inboxKey: String
  let stateDirectory: String
  let options: ImportOptions
  let progress: (any ImportProgress)?
  let clock: ImportClock
  private let step: (@Sendable (ImportStep) throws -> Void)?
  private nonisolated let executor = QueueExecutor(label: "import")

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// - Parameters:
  ///   - exports: opened, in the user's order.
  ///   - client: nil is enough for a dry run.
  ///   - inboxKey: names server and inbox for the journal: the origin, and for the embedded inbox its
  ///     data folder. The same inbox must always get the same key.
  ///   - stateDirectory: `$XDG_STATE_HOME/chatferry`; journals and locks are made below it.
  package init(
    _ exports: [ExportArchive], client: GetChatClient?, inboxKey: String,
    stateDirectory: String, options: ImportOptions, progress: (any ImportProgress)? = nil,
    clock: ImportClock = .system
  ) {
    self.init(
      exports, client: client, inboxKey: inboxKey, stateDirectory: stateDirectory,
      options: options, progress: progress, clock: clock, step: nil)
  }

  /// - Parameter step: called at each step; what it throws ends the run there and then, as a kill would.
  init(
    _ exports: [ExportArchive], client: GetChatClient?, inboxKey: String,
    stateDirectory: String, options: ImportOptions, progress: (any ImportProgress)? = nil,
    clock: ImportClock, step: (@Sendable (ImportStep) throws -> Void)?
  ) {
    archives = exports
    self.client = client
    self.inboxKey = inboxKey
    self.stateDirectory = stateDirectory
    self.options = options
    self.progress = progress
    self.clock = clock
    self.step = step
  }

  /// Imports every chat of the exports, one after the other. Cancelling the task stops it at the next safe
  /// point, with `stop` being `interrupted`.
  package func run() async -> ImportReport {
    var report = ImportReport()
    do {
      let store = try PlanStore()
      let plans = try await ImportPlan(
        archives, options: options, into: store, progress: progress
      ).chats
      if options.isDryRun {
        report.imports = try plans.map { try dryResult(of: $0, store) }
        return report
      }
      if plans.contains(where: { !$0.isBad }) {
        guard let client else { throw ImportError.noServer }
        _ = try await client.currentUser()
      }
      for plan in plans {
        try Task.checkCancellation()
        guard !plan.isBad, let number = plan.partnerNumber else {
          report.imports.append(ImportResult(of: plan, .failed))
          continue
        }
        guard let client else { throw ImportError.noServer }
        let chat = try ChatTransfer(
          plan, number: number, store: store, client: client,
          journal: ImportJournal(folder: journalFolder),
          streams: TextStreams(archives, options: options))
        do {
          try await importChat(chat)
          report.imports.append(chat.result)
        } catch let error as ExportError where error.exitStatus != .inputOutput {
          // A damaged file ends this chat's import, not that of the others.
          chat.result.problems.append(Problem(error.code, .error, "\(error)"))
          report.imports.append(chat.result)
        } catch {
          report.imports.append(chat.result)
          throw error
        }
      }
    } catch {
      report.stop = Task.isCancelled ? .interrupted : ImportError(error)
    }
    return report
  }

  func reached(_ step: ImportStep) throws { try self.step?(step) }

  var journalFolder: String { ImportJournal.folder(for: inboxKey, below: stateDirectory) }
}

extension ImportResult {
  init(of plan: ChatPlan, _ state: State) {
    self.init(path: plan.path, chat: plan.chat, state: state)
    messages = plan.messages
    problems = plan.problems
  }
}
