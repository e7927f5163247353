internal import InboxAPI

/// `chatferry login`: user and password become a token in a file.
@MainActor struct LoginCommand {
  let run: Run

  func callAsFunction() async throws -> ExitStatus {
    let reference = run.arguments.positionals.first ?? ""
    let (settings, inbox) = try Settings.resolving(
      reference, origin: .option("REF"), run.arguments, run.configuration)
    try settings.requireGetChat()
    guard case .server(let url) = inbox else {
      throw CommandError.badValue(
        reference, origin: .option("REF"),
        expected: "a profile name or a URL; the local inbox needs no login")
    }
    let question = Question(console: run.console)
    let user = try question.answer(to: "User: ", what: "the user")
    let password = Secret(
      try question.answer(to: "Password: ", what: "the password", isSecret: true))
    let token = try await GetChatClient.createToken(
      url: url, user: user, password: password, settings: ClientSettings())
    let path = file(for: url, settings)
    try TokenFile.write(token, to: path)
    try run.console.result([StyledText("token kept in ") + StyledText(path, .bold)])
    if settings.profile?.text("token_file") == nil { advise(reference, url, path, settings) }
    return .allDone
  }

  private func file(for url: String, _ settings: Settings) -> String {
    if let path = run.arguments.value(of: .tokenFile) { return path }
    if let path = settings.profile?.text("token_file") { return settings.expanded(path) }
    return UserFolders.state + "/tokens/" + Self.fileName(url)
  }

  /// `inbox.example.com` or `127.0.0.1_8080`: the host, and the port where one is given.
  nonisolated static func fileName(_ url: String) -> String {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    return String(
      rest.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) ? $0 : "_" })
  }

  private func advise(_ reference: String, _ url: String, _ path: String, _ settings: Settings) {
    let name = settings.profile?.name
    let lines = name.map { ["[inbox.\($0)]"] } ?? ["[inbox.NAME]", "url = \"\(url)\""]
    run.console.info(
      "to use it, put into \(run.configuration.path):\n"
        + (lines + ["token_file = \"\(path)\""]).joined(separator: "\n")
        + (name == nil ? "\nor give: --inbox \(url) --token-file '\(path)'" : ""))
  }
}
