internal import Contacts
internal import InboxAPI
internal import JSONText

/// `chatferry inbox create`: a partner's number gets an inbox.
@MainActor struct InboxCreateCommand {
  let run: Run

  func callAsFunction() async throws -> ExitStatus {
    let (settings, reference) = try run.partner()
    let order = try order()
    let connection = try PartnerConnection(reference, settings)
    let creation = InboxCreation(connection.client)
    let isDryRun = run.arguments.has(.dryRun)
    let task = Task { () throws -> InboxCreation.Created? in
      _ = try await creation.check(order)
      return isDryRun ? nil : try await creation(order)
    }
    // What may have reached the server is looked for; a signal only shortens the waits.
    Interruption.shared.cooperate { task.cancel() }
    let result = InboxCreationResult(order: order, partner: connection.name)
    do {
      return try tell(result.ending(try await task.value, isLocal: connection.isLocal))
    } catch let fault as InboxCreation.Fault {
      return try tell(result.ending(fault))
    } catch let error as APIError {
      return try tell(result.ending(error))
    }
  }

  private func tell(_ result: InboxCreationResult) throws -> ExitStatus {
    if run.arguments.has(.json) {
      try run.console.result(result.json)
    } else if !result.lines.isEmpty {
      try run.console.result(result.lines)
    }
    if let problem = result.problem {
      run.console.error("\(problem.message) (\(problem.code))")
    }
    return result.status
  }

  // MARK: The order

  private func order() throws -> InboxOrder {
    let name = try run.required(.inboxName, why: "give what the inbox is to be called")
    let number = try number()
    let account = try run.requiredNumber(
      .account, in: 1...9_999_999, why: "give the account that the inbox is to be in")
    let server = try run.required(
      .server, why: "give the subdomain of the account's server, as online")
    do throws(InboxOrder.Fault) {
      return try InboxOrder(
        name: name, number: number, account: account, server: server,
        reference: run.arguments.value(of: .reference),
        importsHistory: run.arguments.has(.importHistory))
    } catch {
      let option = error.option
      throw CommandError.badValue(
        run.arguments.value(of: option) ?? "", origin: .option(option.name),
        expected: "another: \(error)")
    }
  }

  private func number() throws(CommandError) -> String {
    let text = try run.required(.number, why: "give a number that `chatferry numbers --free` lists")
    do throws(ContactsError) {
      let number = try PhoneNumber(parsing: text)
      if !number.isValid {
        run.console.warning(
          "the number is in no use that is known, --number; check its digits (partner-number-doubtful)"
        )
      }
      return number.digits
    } catch {
      throw .badValue(
        "the number", origin: .option(Option.number.name),
        expected: "another: \(error) (\(error.code ?? "partner-number-impossible"))")
    }
  }
}

extension InboxOrder.Fault {
  /// The option that the part of the order comes from.
  fileprivate var option: Option {
    switch self {
    case .empty(let part), .tooLong(let part, _, _), .controlCharacter(let part):
      switch part {
      case .name: .inboxName
      case .number: .number
      case .server: .server
      case .reference: .reference
      }
    case .notDigits: .number
    case .accountOutOfRange: .account
    case .notASubdomain: .server
    case .notTextOrNumbers: .reference
    }
  }
}
