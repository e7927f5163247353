internal import Contacts
internal import InboxAPI
internal import JSONText

/// `chatferry conversation add`: a conversation is opened on the online platform.
@MainActor struct ConversationAddCommand {
  let run: Run

  func callAsFunction() async throws -> ExitStatus {
    let (settings, reference) = try run.inbox(
      .inbox, for: "give a profile name, an https:// URL, or local")
    let order = try order()
    let connection = try OnlineConnection(reference, settings)
    let opening = ConversationOpening(connection.client)
    let isForced = run.arguments.has(.force)
    let task = Task { try await opening(order, isForced: isForced) }
    Interruption.shared.cooperate { task.cancel() }
    var outcome = ConversationOutcome(
      server: connection.name, account: connection.client.account, inbox: connection.client.inbox)
    do {
      outcome.opened = try await task.value
    } catch let fault as ConversationOpening.Fault {
      outcome.fault = fault
    } catch let error as APIError {
      outcome.error = error
    }
    if run.arguments.has(.json) {
      try run.console.result(outcome.json)
    } else if let line = outcome.line {
      try run.console.result([line])
    }
    if let problem = outcome.problem {
      run.console.error("\(problem.message) (\(problem.code))")
    }
    return outcome.status
  }

  private func order() throws(CommandError) -> ConversationOrder {
    var order = ConversationOrder(
      sourceID: try sourceID(), contactID: try number(.contactID))
    guard order.sourceID != nil || order.contactID != nil else {
      throw .missingOption(
        Option.sourceID.name, command: Command.conversationAdd.name,
        why: "say with whom: give the number of the chat partner, or --contact-id")
    }
    order.status = try run.settings.choice(.conversationStatus, ConversationOrder.Status.self)
    order.assigneeID = try number(.assigneeID)
    order.teamID = try number(.teamID)
    order.customAttributes = try pairs(.attribute)
    order.additionalAttributes = try pairs(.additional)
    return order
  }

  /// A telephone number as WhatsApp writes it where it is one, anything else as it stands: a hash, a mail address.
  private func sourceID() throws(CommandError) -> String? {
    guard let text = run.arguments.value(of: .sourceID) else { return nil }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw .badValue(text, origin: .option(Option.sourceID.name), expected: "something in it")
    }
    guard Self.isWrittenAsNumber(text) else { return text }
    do throws(ContactsError) {
      return try PhoneNumber(parsing: text).digits
    } catch {
      throw .badValue(
        "the number", origin: .option(Option.sourceID.name),
        expected: "another: \(error) (\(error.code ?? "partner-number-impossible"))")
    }
  }

  /// With a plus, or digits in groups as people write them: left so, one person would be two.
  private static func isWrittenAsNumber(_ text: String) -> Bool {
    if text.hasPrefix("+") { return true }
    let rest = text.filter { !"0123456789".contains($0) }
    return !rest.isEmpty && rest.count < text.count
      && rest.allSatisfy { " \u{A0}-()./".contains($0) }
  }

  private func number(_ option: Option) throws(CommandError) -> Int64? {
    try run.settings.number(option, in: 1...Int(Int32.max)).map { Int64($0) }
  }

  private func pairs(_ option: Option) throws(CommandError) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    for text in run.arguments.values(of: option) {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw .badValue(text, origin: .option(option.name), expected: "KEY=VALUE")
      }
      let name = String(parts[0])
      guard !pairs.contains(where: { $0.name == name }) else {
        throw .badValue(text, origin: .option(option.name), expected: "every key once")
      }
      pairs.append((name, String(parts[1])))
    }
    return pairs
  }
}
