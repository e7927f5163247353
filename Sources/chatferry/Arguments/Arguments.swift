internal import CCommandLine
internal import Glibc

/// What the command line says, before anything is made of it.
struct Arguments: Sendable {
  /// Nil when only a global option like `--version` was given.
  var command: Command?
  /// Values by option name; flags have one empty value each time they were given.
  var values: [String: [String]] = [:]
  var positionals: [String] = []

  func values(of option: Option) -> [String] { values[option.name] ?? [] }

  /// The last one wins, so that a wrapper script can be overruled.
  func value(of option: Option) -> String? { values(of: option).last }

  func has(_ option: Option) -> Bool { !values(of: option).isEmpty }
}

/// What came out of reading a command line.
enum Reading: Sendable {
  case parsed(Arguments)
  /// A help text that was asked for.
  case help(String)
  /// Nothing was asked for: the help text of the program.
  case nothing(String)
}

extension Arguments {
  /// Reads the words after the program's name.
  ///
  /// - Throws: a usage error that names the nearest option or command.
  static func read(_ words: [String]) throws(CommandError) -> Reading {
    guard let parser = CommandLineParser() else {
      throw .arguments(reason: "the command line cannot be described", command: "")
    }
    return try parser.read(words)
  }

  /// The help text of a command, of the program for nil.
  static func help(of command: Command?) -> String {
    CommandLineParser()?.help(of: command) ?? ""
  }
}

/// The table of commands, told to CLI11. Used once, by one thread.
private final class CommandLineParser {
  private struct Described {
    let command: Command?
    let handle: OpaquePointer
    var options: [(option: Option, handle: OpaquePointer)] = []
    var positional: OpaquePointer?
  }

  private let app: OpaquePointer
  private var described: [Described] = []

  init?() {
    guard let app = ccl_new("chatferry", Words.program, Words.programFooter) else { return nil }
    self.app = app
    describe(
      nil, ccl_root(app), [Command.Group(title: "Options", options: [.version]), Command.globals])
    for command in Command.all {
      guard let handle = ccl_add_command(app, command.name, command.words, command.footer) else {
        return nil
      }
      describe(command, handle, command.groups + [Command.globals])
    }
  }

  deinit { ccl_free(app) }

  private func describe(_ command: Command?, _ handle: OpaquePointer, _ groups: [Command.Group]) {
    var made = Described(command: command, handle: handle)
    if let positional = command?.positional {
      made.positional = ccl_add_positional(
        app, handle, positional.name, positional.isRequired ? 1 : 0,
        positional.isRepeatable ? 0 : 1, positional.words)
    }
    for group in groups {
      for option in group.options {
        let arity =
          switch option.arity {
          case .flag: ccl_flag
          case .one: ccl_one
          case .many: ccl_many
          }
        let names = [option.short, option.name].compactMap(\.self).joined(separator: ",")
        if let added = ccl_add_option(
          app, handle, names, option.value, arity, group.title, option.description)
        {
          made.options.append((option, added))
        }
      }
    }
    described.append(made)
  }

  func help(of command: Command?) -> String {
    guard let handle = described.first(where: { $0.command?.name == command?.name })?.handle else {
      return ""
    }
    return String(cString: ccl_help_text(app, handle))
  }

  func read(_ words: [String]) throws(CommandError) -> Reading {
    var copies = words.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let outcome = copies.withUnsafeMutableBufferPointer { copies in
      copies.withMemoryRebound(to: UnsafePointer<CChar>?.self) {
        ccl_parse(app, Int32($0.count), $0.baseAddress)
      }
    }
    let name = String(cString: ccl_command_name(app))
    let text = String(cString: ccl_text(app))
    switch outcome {
    case ccl_help: return .help(text)
    case ccl_refused: throw refusal(text, command: name, words)
    case ccl_no_command:
      let answers = answers(for: "")
      return answers.has(.version) ? .parsed(answers) : .nothing(text)
    default: return .parsed(answers(for: name))
    }
  }

  private func answers(for name: String) -> Arguments {
    var arguments = Arguments()
    for made in described where made.command == nil || made.command?.name == name {
      if let command = made.command { arguments.command = command }
      for (option, handle) in made.options {
        let given = (0..<ccl_count(handle)).map { String(cString: ccl_value(handle, $0)) }
        switch option.arity {
        case .flag: if given.last == "true" { arguments.values[option.name] = [""] }
        case .one, .many:
          if !given.isEmpty { arguments.values[option.name, default: []] += given }
        }
      }
      if let positional = made.positional {
        arguments.positionals = (0..<ccl_count(positional)).map {
          String(cString: ccl_value(positional, $0))
        }
      }
    }
    return arguments
  }

  private func refusal(_ reason: String, command: String, _ words: [String]) -> CommandError {
    let culprit = String(cString: ccl_culprit(app))
    let isFirstOfTwo = !command.isEmpty && !Command.all.contains { $0.name == command }
    if isFirstOfTwo, !culprit.isEmpty, !culprit.hasPrefix("-") {
      let name = command + " " + culprit
      return .unknownCommand(name, nearest: nearest(to: name, among: Command.all.map(\.name)))
    }
    guard !culprit.isEmpty else { return .arguments(reason: reason, command: command) }
    if culprit.hasPrefix("-") {
      let name = String(culprit.prefix { $0 != "=" })
      let known =
        described.filter { $0.command == nil || $0.command?.name == command }
        .flatMap { $0.options.map(\.option.name) } + ["--help"]
      return .unknownOption(name, command: command, nearest: nearest(to: name, among: known))
    }
    if command.isEmpty {
      return .unknownCommand(
        culprit, nearest: nearest(to: culprit, among: Command.all.map(\.name)))
    }
    return .unexpectedArgument(culprit, command: command)
  }
}
