import Testing

@testable import chatferry

/// Every error of the command line: its status and its words.
@Suite struct CommandErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let error: CommandError
    let status: Int32
    let words: String
    var testDescription: String { words }
  }

  static let line = CommandError.Origin.configuration(path: "/c.toml", line: 4, key: "locale")

  @Test(arguments: [
    Case(
      error: .arguments(reason: "PATH is required", command: "inspect"), status: 64,
      words: "PATH is required; see `chatferry inspect --help`"),
    Case(
      error: .unknownOption("--jsn", command: "", nearest: "--json"), status: 64,
      words: "there is no option --jsn (did you mean --json?); see `chatferry --help`"),
    Case(
      error: .unknownCommand("x", nearest: nil), status: 64,
      words: "there is no command “x”; see `chatferry --help`"),
    Case(
      error: .unexpectedArgument("x", command: "serve"), status: 64,
      words: "“x” was not expected; see `chatferry serve --help`"),
    Case(
      error: .badValue("x", origin: .environment("CHATFERRY_LOCALE"), expected: "a tag"),
      status: 64,
      words: "“x” will not do, CHATFERRY_LOCALE; give a tag"),
    Case(
      error: .badValue("x", origin: line, expected: "a tag"), status: 78,
      words: "“x” will not do, /c.toml:4: locale; give a tag"),
    Case(
      error: .exclusive("--verbose", "--quiet"), status: 64,
      words: "--verbose and --quiet exclude each other; give one of them"),
    Case(
      error: .needs("--kind", "--inbox"), status: 64,
      words: "--kind says nothing without --inbox; give both or neither"),
    Case(
      error: .missingOption("--to", command: "export", why: "give a folder"), status: 64,
      words: "--to is missing, chatferry export; give a folder"),
    Case(
      error: .partnerForSeveral(.option("--partner"), chats: 3), status: 64,
      words:
        "one partner's number for 3 chats, --partner; import them one by one, or give --contacts"),
    Case(
      error: .listenElsewhere("0.0.0.0:80"), status: 64,
      words:
        "the local inbox answers on this machine only, --listen 0.0.0.0:80; give 127.0.0.1:PORT or [::1]:PORT"
    ),
    Case(
      error: .kindUnsupported(origin: .option("--kind")), status: 64,
      words:
        "an online inbox can be read, but nothing of this sort can be done with it, --kind; give an inbox of kind getchat"
    ),
    Case(
      error: .configurationUnreadable(path: "/c.toml", reason: "Permission denied"), status: 78,
      words:
        "the configuration cannot be read, /c.toml: Permission denied; check the path, or leave out --config"
    ),
    Case(
      error: .configurationSyntax(path: "/c.toml", line: 2, column: 7, reason: "no value"),
      status: 78, words: "the configuration is not TOML, /c.toml:2:7: no value; mend that line"),
    Case(
      error: .unknownKey("urll", path: "/c.toml", line: 2, column: 1, nearest: "url"), status: 78,
      words:
        "there is no key “urll” in the configuration (did you mean url?), /c.toml:2:1; mend or remove that line"
    ),
    Case(
      error: .wrongType("jobs", path: "/c.toml", line: 2, column: 1, expected: "a number"),
      status: 78,
      words: "“jobs” has a value of the wrong sort, /c.toml:2:1; give a number"),
    Case(
      error: .unknownProfile("shp", path: "/c.toml", isThere: true, nearest: nil), status: 78,
      words:
        "there is no inbox profile “shp”, /c.toml; add [inbox.shp] there, or give a URL or `local`"),
    Case(
      error: .unknownProfile("shp", path: "/c.toml", isThere: false, nearest: nil), status: 78,
      words:
        "there is no inbox profile “shp”, and there is no /c.toml; write one, or give a URL or `local`"
    ),
    Case(
      error: .unknownPartner("x", path: "/c.toml", isThere: true, nearest: nil), status: 78,
      words:
        "there is no partner profile “x”, /c.toml; add [partner.x] there, or give a URL or `local`"),
    Case(
      error: .unknownPartner("x", path: "/c.toml", isThere: false, nearest: "y"), status: 78,
      words:
        "there is no partner profile “x” (did you mean y?), and there is no /c.toml; write one, or give a URL or `local`"
    ),
    Case(
      error: .profileWithoutURL("shop", path: "/c.toml"), status: 78,
      words: "the profile has no url, /c.toml: [inbox.shop]; add url = \"https://…\""),
    Case(
      error: .tokenMissing("https://x.example", .getChat), status: 78,
      words:
        "no token for https://x.example; run `chatferry login`, then give --token-file FILE, CHATFERRY_TOKEN or token_file in the profile"
    ),
    Case(
      error: .tokenMissing("https://x.example", .online), status: 78,
      words:
        "no token for https://x.example; copy the API key from your profile page on the platform into a file, then give --token-file FILE, CHATFERRY_TOKEN or token_file in the profile"
    ),
    Case(
      error: .tokenMissing("https://x.example", .partner), status: 78,
      words:
        "no token for https://x.example; get one at 99digital (Settings, Get access token), then give --token-file FILE, CHATFERRY_TOKEN or token_file in the profile"
    ),
    Case(
      error: .tokenMissingInProfile("https://x.example"), status: 78,
      words:
        "no token for https://x.example; a command with two servers takes both tokens from their profiles: put token_file into each"
    ),
    Case(
      error: .tokenFile(path: "/t", reason: "it is a symbolic link"), status: 78,
      words:
        "the token file cannot be used, /t: it is a symbolic link; give a regular file that holds the token and nothing else"
    ),
    Case(
      error: .tokenFileOpen(path: "/t", mode: "0644"), status: 78,
      words: "others may read the token file, /t has mode 0644; run: chmod 600 '/t'"),
    Case(
      error: .inputEnded("the user"), status: 74,
      words:
        "the user was not given: standard input ended; answer on a terminal, or give one answer a line"
    ),
    Case(
      error: .stopped(.terminated), status: 143,
      words: "stopped by SIGTERM or SIGHUP; run the same command again to go on"),
    Case(
      error: .stopped(.interrupted), status: 130,
      words: "stopped by SIGINT; run the same command again to go on"),
  ])
  func saysWhatWhereAndWhatToDo(_ item: Case) {
    #expect(item.error.status.rawValue == item.status)
    #expect("\(item.error)" == item.words)
  }
}
