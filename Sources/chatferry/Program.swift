internal import Contacts

/// From the words of a command line to an exit status; the only place where errors become messages.
///
/// On the main actor, like every command: they read and write files, which must not hold up the shared pool.
@MainActor enum Program {
  static func run(_ words: [String]) async -> ExitStatus {
    // Until the arguments are read, only these two can change how an error looks.
    var console = Console(Console.Choices(logFormat: asksForJSONLog(words) ? .json : .text))
    do {
      switch try Arguments.read(words) {
      case .help(let text):
        try console.result(text: text)
        return .allDone
      case .nothing(let text):
        console.usage("no command was given", help: text)
        return .usage
      case .parsed(let arguments):
        console = Console(try Console.Choices(arguments))
        return try await run(arguments, console)
      }
    } catch {
      return end(error, console)
    }
  }

  private static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    guard let command = arguments.command else {
      try console.result(text: Versions.lines.joined(separator: "\n"))
      return .allDone
    }
    let run = Run(
      arguments: arguments, configuration: try Configuration.load(arguments), console: console)
    switch command.name {
    case Command.inspect.name: return try InspectCommand(run: run)()
    case Command.importing.name: return try await ImportCommand(run: run)()
    case Command.exporting.name: return try await ExportCommand(run: run)()
    case Command.backup.name: return try await BackupCommand(run: run)()
    case Command.verify.name: return try await VerifyCommand(run: run)()
    case Command.restore.name: return try await RestoreCommand(run: run)()
    case Command.serve.name: return try await ServeCommand(run: run)()
    case Command.numbers.name: return try await NumbersCommand(run: run)()
    case Command.inboxCreate.name: return try await InboxCreateCommand(run: run)()
    case Command.inboxDelete.name: return try await InboxDeleteCommand(run: run)()
    case Command.conversationAdd.name: return try await ConversationAddCommand(run: run)()
    case Command.login.name: return try await LoginCommand(run: run)()
    default: throw CommandError.unknownCommand(command.name, nearest: nil)
    }
  }

  /// The one message of an error that ends the run.
  static func end(_ error: any Error, _ console: Console) -> ExitStatus {
    console.hideBar()
    let status = ExitStatus(of: error)
    if status == .allDone { return status }
    let code = (error as? ContactsError)?.code.map { " (\($0))" } ?? ""
    console.error("\(error)\(code)")
    return status
  }

  private static func asksForJSONLog(_ words: [String]) -> Bool {
    words.contains("--log-format=json")
      || zip(words, words.dropFirst()).contains { $0 == "--log-format" && $1 == "json" }
  }
}
