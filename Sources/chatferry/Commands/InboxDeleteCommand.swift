internal import Files
internal import InboxAPI
internal import InboxBackup

/// `chatferry inbox delete`: an inbox goes for good, when a backup is proved to hold all of it.
@MainActor struct InboxDeleteCommand {
  let run: Run

  func callAsFunction() async throws -> ExitStatus {
    let place = try place()
    let folder = try run.required(.backupDirectory, why: "give the backup of that inbox")
    let confirmation = try confirmation()
    var (partnerSettings, partnerReference) = try run.partner()
    var (settings, reference) = try inbox()
    partnerSettings.hasTwoReferences = true
    settings.hasTwoReferences = true
    let partner = try PartnerConnection(partnerReference, partnerSettings)
    let inbox = try InboxConnection(reference, settings)
    let order = DeletionOrder(
      account: place.account, inbox: place.inbox, server: place.server,
      stated: Self.stated(settings))

    let display = BackupDisplay(run.console)
    defer { display.ended() }
    var deletionSettings = GuardedDeletion.Settings()
    deletionSettings.jobs = try settings.clientSettings().jobs
    deletionSettings.copies = run.arguments.values(of: .backupCopy)
    deletionSettings.isDryRun = run.arguments.has(.dryRun)
    deletionSettings.tool = "chatferry \(Words.version)"
    let deletion = GuardedDeletion(
      order, partner: partner.client, inbox: inbox.client, inboxKey: inbox.key,
      folder: folder, settings: deletionSettings, progress: display,
      isStopped: { Interruption.shared.isAsked })
    let question = DeletionQuestion(console: run.console, order: order, confirmation: confirmation)
    let isDryRun = deletionSettings.isDryRun
    let task = Task {
      let lock = isDryRun ? nil : try await Self.lock(order)
      defer { withExtendedLifetime(lock) {} }
      return try await deletion.run { subject in
        display.ended()
        return try await question.answer(subject)
      }
    }
    Interruption.shared.cooperate { task.cancel() }
    let ending: InboxDeletionOutcome.Ending
    do {
      ending = .result(try await task.value)
    } catch {
      ending = .error(error)
    }
    display.ended()
    return try tell(
      InboxDeletionOutcome(
        order: order, partner: partner.name, backup: folder, ending: ending))
  }

  /// Keeps other runs on this machine away from the inbox: a backup has a lock of its own, but there may be copies of it.
  ///
  /// - Throws: `FilesError.locked`.
  private static func lock(_ order: DeletionOrder) async throws(FilesError) -> FileLock {
    let folder = UserFolders.state + "/deletions"
    try Folder.create(folder)
    let inbox = "\(order.server) \(order.account) \(order.inbox)"
    let name = SHA256.digest(of: Array(inbox.utf8).span).hex.prefix(16)
    return try await FileLock.take("\(folder)/\(name).lock", .exclusive)
  }

  private func tell(_ outcome: InboxDeletionOutcome) throws -> ExitStatus {
    if run.arguments.has(.json) {
      try run.console.result(outcome.json)
    } else if let line = outcome.line {
      try run.console.result([line])
    }
    _ = run.console.report(outcome.problems)
    return outcome.status
  }

  // MARK: Arguments

  private func place() throws(CommandError) -> (account: Int64, inbox: Int64, server: String) {
    let account = try run.requiredNumber(
      .account, in: 1...9_999_999, why: "give the account that the inbox is in")
    let inbox = try run.requiredNumber(
      .inboxID, in: 1...Int(Int32.max), why: "give the inbox that `chatferry numbers` shows")
    let server =
      run.arguments.value(of: .usualServer) ?? PartnerNumber.Connection.usualServer
    do throws(InboxOrder.Fault) {
      return (account, inbox, try InboxOrder.subdomain(server))
    } catch {
      throw .badValue(
        server, origin: .option(Option.usualServer.name), expected: "another: \(error)")
    }
  }

  /// The inbox that is listed again. Where it is, its own profile says; `--account` and `--inbox-id` are what is to be
  /// deleted, and stand in only where an online inbox has no profile.
  private func inbox() throws(CommandError) -> (Settings, InboxReference) {
    let (settings, reference) = try run.inbox(
      .inbox, for: "give the profile through which the inbox is listed again")
    let isOnline = settings.find(.kind)?.text == InboxKind.online.rawValue
    let others = [Option.account, .inboxID].filter {
      !isOnline || settings.profileValue($0.profileKey ?? "") != nil
    }
    return (settings.leavingOut(others), reference)
  }

  /// Without a terminal nobody can type a name, and a script must say what it proved.
  private func confirmation() throws(CommandError) -> DeletionQuestion.Confirmation {
    guard let proof = run.arguments.value(of: .confirm) else {
      if run.arguments.has(.dryRun) { return .none }
      guard run.console.canAsk else {
        throw .missingOption(
          Option.confirm.name, command: Command.inboxDelete.name,
          why: "there is no terminal to type the inbox's name at; "
            + "give the proof that `chatferry verify DIR --inbox REF` prints")
      }
      return .typed
    }
    guard SHA256.Digest(hex: proof.lowercased()) != nil else {
      throw .badValue(
        proof, origin: .option(Option.confirm.name),
        expected: "the 64 hexadecimal digits that `chatferry verify DIR --inbox REF` prints")
    }
    return .given(proof)
  }

  /// Where the inbox's own profile says that it is.
  private static func stated(_ settings: Settings) -> (account: Int64, inbox: Int64)? {
    guard let account = settings.profileValue("account").flatMap({ Int64($0.text) }),
      let inbox = settings.profileValue("inbox_id").flatMap({ Int64($0.text) })
    else { return nil }
    return (account, inbox)
  }
}
