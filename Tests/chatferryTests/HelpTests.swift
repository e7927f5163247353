import Foundation
import Testing

@testable import chatferry

/// What a user can find out without reading the source.
@Suite struct HelpTests {
  private static func document(_ name: String) throws -> String {
    try String(contentsOf: Chatferry.projectFolder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test(arguments: Command.all.map(\.name))
  func tellsEveryOptionOfACommand(name: String) throws {
    let command = try #require(Command.all.first { $0.name == name })
    let help = try Chatferry().run(name.split(separator: " ").map(String.init) + ["--help"])
    #expect(help.status == 0)
    #expect(help.error.isEmpty)
    #expect(help.output.contains("Usage: chatferry \(name)"))
    #expect(help.output.contains("Examples:\n  chatferry "))
    for option in command.options + Command.globals.options {
      #expect(help.output.contains(option.name), "--help of \(name)")
      if let environment = option.environment { #expect(help.output.contains(environment)) }
    }
    for line in help.output.split(separator: "\n") where line.hasPrefix("  -") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test(arguments: ["README.md", "docs/cli.md"])
  func isMatchedByTheDocuments(document: String) throws {
    let text = try Self.document(document)
    for command in Command.all {
      #expect(text.contains("chatferry \(command.name)"), "\(document): \(command.name)")
      for option in command.options + Command.globals.options + [.version] {
        #expect(text.contains(option.name), "\(document): \(option.name) of \(command.name)")
      }
    }
  }

  @Test func isMatchedByTheReferenceToTheLastKey() throws {
    let text = try Self.document("docs/cli.md")
    let options = Command.all.flatMap(\.options) + Command.globals.options
    for name in Set(options.compactMap(\.environment)) {
      #expect(text.contains("`\(name)`"), "environment \(name)")
    }
    for key in ConfigurationKey.inbox + ConfigurationKey.partner {
      #expect(text.contains("`\(key.name)`"), "key \(key.name)")
    }
    for status in Status.allCases {
      #expect(text.contains("| \(status.rawValue) |"), "exit status \(status.rawValue)")
    }
  }

  @Test func namesEveryCommandInTheProgramsHelp() throws {
    let help = try Chatferry().run("--help")
    #expect(help.status == 0)
    for command in Command.all { #expect(help.output.contains("\n  \(command.name) ")) }
  }

  @Test func showsHelpAndFailsWithoutACommand() throws {
    let run = try Chatferry().run()
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("Usage: chatferry COMMAND [OPTIONS]"))
    #expect(run.error.hasSuffix("chatferry: no command was given; see `chatferry --help`\n"))
  }

  @Test func printsTheVersionsOfTheLibraries() throws {
    let run = try Chatferry().run("--version")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.first == "chatferry \(Words.version)")
    for library in ["libarchive", "ICU", "libcurl", "SQLite"] {
      let line = try #require(lines.first { $0.hasPrefix(library + " ") })
      #expect(line.dropFirst(library.count + 1).first?.isNumber == true)
    }
  }
}
