/// Why a command cannot go on, as far as the command line itself finds out; the modules below have their own.
enum CommandError: Error, Equatable, Sendable {
  /// CLI11 did not take the arguments; `reason` is its own sentence.
  case arguments(reason: String, command: String)
  case unknownOption(String, command: String, nearest: String?)
  case unknownCommand(String, nearest: String?)
  case unexpectedArgument(String, command: String)
  /// `origin` names the option, environment variable or configuration line.
  case badValue(String, origin: Origin, expected: String)
  /// The same of a value that is not repeated.
  case unfit(what: String, origin: Origin, expected: String)
  case exclusive(String, String)
  /// The first makes sense only with the second.
  case needs(String, String)
  case missingOption(String, command: String, why: String)
  case partnerForSeveral(Origin, chats: Int)
  case listenElsewhere(String)
  case kindUnsupported(origin: Origin)

  case configurationUnreadable(path: String, reason: String)
  case configurationSyntax(path: String, line: Int, column: Int, reason: String)
  case unknownKey(String, path: String, line: Int, column: Int, nearest: String?)
  case wrongType(String, path: String, line: Int, column: Int, expected: String)
  case unknownProfile(String, path: String, isThere: Bool, nearest: String?)
  case unknownPartner(String, path: String, isThere: Bool, nearest: String?)
  case profileWithoutURL(String, path: String)
  case tokenMissing(String, TokenSource)
  /// A command that names two servers takes the token of each from its profile.
  case tokenMissingInProfile(String)
  case tokenFile(path: String, reason: String)
  case tokenFileOpen(path: String, mode: String)

  case insideBackup(path: String, backup: String)
  case inputEnded(String)
  case stopped(ExitStatus)

  /// Whose token it is, and so where it is to be had.
  enum TokenSource: Sendable, Equatable { case getChat, online, partner }

  /// Where a setting comes from.
  enum Origin: Sendable, Equatable {
    case option(String)
    case environment(String)
    case configuration(path: String, line: Int, key: String)

    /// As named in a message.
    var words: String {
      switch self {
      case .option(let name): name
      case .environment(let name): name
      case .configuration(let path, let line, let key): "\(path):\(line): \(key)"
      }
    }

    var status: ExitStatus {
      if case .configuration = self { .configuration } else { .usage }
    }
  }

  var status: ExitStatus {
    switch self {
    case .arguments, .unknownOption, .unknownCommand, .unexpectedArgument, .exclusive, .needs,
      .missingOption, .listenElsewhere:
      .usage
    case .badValue(_, let origin, _), .unfit(_, let origin, _), .kindUnsupported(let origin),
      .partnerForSeveral(let origin, _):
      origin.status
    case .configurationUnreadable, .configurationSyntax, .unknownKey, .wrongType, .unknownProfile,
      .unknownPartner, .profileWithoutURL, .tokenMissing, .tokenMissingInProfile, .tokenFile,
      .tokenFileOpen:
      .configuration
    case .insideBackup: .cannotCreate
    case .inputEnded: .inputOutput
    case .stopped(let status): status
    }
  }
}
