extension CommandError: CustomStringConvertible {
  /// What, where, what to do next.
  var description: String {
    switch self {
    case .arguments(let reason, let command):
      "\(reason); see `\(Self.help(command))`"
    case .unknownOption(let option, let command, let nearest):
      Self.unknown("option \(option)", nearest) + "; see `\(Self.help(command))`"
    case .unknownCommand(let name, let nearest):
      Self.unknown("command “\(name)”", nearest) + "; see `chatferry --help`"
    case .unexpectedArgument(let argument, let command):
      "“\(argument)” was not expected; see `\(Self.help(command))`"
    case .badValue(let value, let origin, let expected):
      "“\(value)” will not do, \(origin.words); give \(expected)"
    case .unfit(let what, let origin, let expected):
      "\(what) will not do, \(origin.words); give \(expected)"
    case .exclusive(let one, let other):
      "\(one) and \(other) exclude each other; give one of them"
    case .needs(let one, let other):
      "\(one) says nothing without \(other); give both or neither"
    case .missingOption(let option, let command, let why):
      "\(option) is missing, chatferry \(command); \(why)"
    case .partnerForSeveral(let origin, let chats):
      "one partner's number for \(chats) chats, \(origin.words); import them one by one, or give --contacts"
    case .listenElsewhere(let address):
      "the local inbox answers on this machine only, --listen \(address); give 127.0.0.1:PORT or [::1]:PORT"
    case .kindUnsupported(let origin):
      "an online inbox can be read, but nothing of this sort can be done with it, \(origin.words); give an inbox of kind getchat"
    case .configurationUnreadable(let path, let reason):
      "the configuration cannot be read, \(path): \(reason); check the path, or leave out --config"
    case .configurationSyntax(let path, let line, let column, let reason):
      "the configuration is not TOML, \(path):\(line):\(column): \(reason); mend that line"
    case .unknownKey(let key, let path, let line, let column, let nearest):
      Self.unknown("key “\(key)” in the configuration", nearest)
        + ", \(path):\(line):\(column); mend or remove that line"
    case .wrongType(let key, let path, let line, let column, let expected):
      "“\(key)” has a value of the wrong sort, \(path):\(line):\(column); give \(expected)"
    case .unknownProfile(let name, let path, let isThere, let nearest):
      Self.unknown("inbox profile “\(name)”", nearest)
        + (isThere
          ? ", \(path); add [inbox.\(name)] there, or give a URL or `local`"
          : ", and there is no \(path); write one, or give a URL or `local`")
    case .unknownPartner(let name, let path, let isThere, let nearest):
      Self.unknown("partner profile “\(name)”", nearest)
        + (isThere
          ? ", \(path); add [partner.\(name)] there, or give a URL or `local`"
          : ", and there is no \(path); write one, or give a URL or `local`")
    case .profileWithoutURL(let name, let path):
      "the profile has no url, \(path): [inbox.\(name)]; add url = \"https://…\""
    case .tokenMissing(let server, let source):
      "no token for \(server); \(source.advice), then give --token-file FILE, CHATFERRY_TOKEN or token_file in the profile"
    case .tokenMissingInProfile(let server):
      "no token for \(server); a command with two servers takes both tokens from their profiles: put token_file into each"
    case .tokenFile(let path, let reason):
      "the token file cannot be used, \(path): \(reason); give a regular file that holds the token and nothing else"
    case .tokenFileOpen(let path, let mode):
      "others may read the token file, \(path) has mode \(mode); run: chmod 600 '\(path)'"
    case .insideBackup(let path, let backup):
      "\(visible(path)) lies in the backup \(visible(backup)), where nothing else is written; choose another folder"
    case .inputEnded(let what):
      "\(what) was not given: standard input ended; answer on a terminal, or give one answer a line"
    case .stopped(let status):
      "stopped by \(status == .terminated ? "SIGTERM or SIGHUP" : "SIGINT"); run the same command again to go on"
    }
  }

  private static func help(_ command: String) -> String {
    command.isEmpty ? "chatferry --help" : "chatferry \(command) --help"
  }

  private static func unknown(_ what: String, _ nearest: String?) -> String {
    guard let nearest else { return "there is no \(what)" }
    return "there is no \(what) (did you mean \(nearest)?)"
  }
}

extension CommandError.TokenSource {
  fileprivate var advice: String {
    switch self {
    case .getChat: "run `chatferry login`"
    case .online: "copy the API key from your profile page on the platform into a file"
    case .partner: "get one at 99digital (Settings, Get access token)"
    }
  }
}
