import Testing

@testable import chatferry

@Suite struct ArgumentsTests {
  private func arguments(_ words: String...) throws -> Arguments {
    guard case .parsed(let arguments) = try Arguments.read(words) else {
      throw Chatferry.Complaint(text: "no command was found in \(words)")
    }
    return arguments
  }

  @Test func takesOptionsAndPathsInAnyOrder() throws {
    let found = try arguments("inspect", "--me", "Anna", "one", "--json", "two", "--me=Bo")
    #expect(found.command?.name == "inspect")
    #expect(found.positionals == ["one", "two"])
    #expect(found.values(of: .me) == ["Anna", "Bo"])
    #expect(found.has(.json))
    #expect(!found.has(.verbose))
  }

  @Test func takesGlobalOptionsOnEitherSideOfTheCommand() throws {
    #expect(try arguments("-v", "inspect", "x").has(.verbose))
    #expect(try arguments("inspect", "x", "-v").has(.verbose))
    #expect(try arguments("--config", "a", "inspect", "x").value(of: .config) == "a")
  }

  @Test func takesAValueThatLooksLikeAnOption() throws {
    #expect(
      try arguments("inspect", "x", "--utc-offset", "-03:30").value(of: .utcOffset) == "-03:30")
  }

  @Test(arguments: ["[a,b]", "{}", "%%", "", "import", "-", "a b", "'x'"])
  func leavesPathsAsTheyAre(path: String) throws {
    #expect(try arguments("inspect", path).positionals == [path])
  }

  @Test func takesEverythingBehindTwoDashesAsPaths() throws {
    #expect(try arguments("inspect", "--", "-x", "--json").positionals == ["-x", "--json"])
  }

  @Test func givesTheHelpTextOfTheCommandThatWasNamed() throws {
    guard case .help(let text) = try Arguments.read(["export", "--help"]) else {
      Issue.record("no help text")
      return
    }
    #expect(text.contains("Usage: chatferry export [PATH...] [OPTIONS]"))
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let words: [String]
    let error: CommandError
    var testDescription: String { words.joined(separator: " ") }
  }

  @Test(arguments: [
    Refusal(
      words: ["imprt"], error: .unknownCommand("imprt", nearest: "import")),
    Refusal(words: ["frobnicate"], error: .unknownCommand("frobnicate", nearest: nil)),
    Refusal(
      words: ["inspect", "x", "--tme-zone", "UTC"],
      error: .unknownOption("--tme-zone", command: "inspect", nearest: "--time-zone")),
    Refusal(
      words: ["inspect", "x", "--jsn=1"],
      error: .unknownOption("--jsn", command: "inspect", nearest: "--json")),
    Refusal(
      words: ["--bogus"], error: .unknownOption("--bogus", command: "", nearest: nil)),
    Refusal(words: ["serve", "x"], error: .unexpectedArgument("x", command: "serve")),
    Refusal(
      words: ["import", "x", "--inbox"],
      error: .arguments(reason: "--inbox needs a value", command: "import")),
    // What is not meant to be sent must not be sent because of a word that nobody looks at.
    Refusal(
      words: ["import", "x", "--dry-run=yes"],
      error: .arguments(reason: "--dry-run takes no value", command: "import")),
    Refusal(
      words: ["inbox", "delete", "x", "--dry-run=1"],
      error: .arguments(reason: "--dry-run takes no value", command: "inbox delete")),
    Refusal(
      words: ["inspect", "x", "--json=false"],
      error: .arguments(reason: "--json takes no value", command: "inspect")),
    Refusal(
      words: ["serve", "--listen", "a", "--listen", "b"],
      error: .arguments(reason: "--listen was given more than once", command: "serve")),
    Refusal(
      words: ["inspect"], error: .arguments(reason: "PATH is required", command: "inspect")),
  ])
  func refuses(_ refusal: Refusal) {
    #expect(throws: refusal.error) { try Arguments.read(refusal.words) }
  }

  @Test(arguments: [
    ("login", "logn", 1), ("abc", "abc", 0), ("", "ab", 2), ("export", "exprot", 1),
    ("--me", "--media", 3),
  ])
  func countsSlips(word: String, other: String, distance: Int) {
    #expect(editDistance(word, other) == distance)
    #expect(editDistance(other, word) == distance)
  }
}
