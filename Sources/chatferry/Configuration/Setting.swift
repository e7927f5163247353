/// A value and where it was found, so that a message about it can say so.
struct Setting: Sendable, Equatable {
  var texts: [String]
  var origin: CommandError.Origin

  var text: String { texts.last ?? "" }
}

/// Finds settings in their order: option, environment, profile.
struct Settings: Sendable {
  let arguments: Arguments
  let configuration: Configuration
  /// The profile that the inbox reference named; nil for none.
  var profile: Configuration.Profile?
  /// Whether the command names two servers, so that a token that is given once would be anybody's.
  var hasTwoReferences = false

  /// The value of `option` and where it comes from; nil where nobody said anything.
  func find(_ option: Option) -> Setting? { candidates(option).first }

  /// One of two options that exclude each other: the one that stands nearer to the user.
  ///
  /// - Throws: `exclusive` when both stand equally near.
  func findOne(of one: Option, _ other: Option) throws(CommandError) -> (Option, Setting)? {
    for place in [onCommandLine, inEnvironment, inProfile] {
      switch (place(one), place(other)) {
      case (let found?, nil): return (one, found)
      case (nil, let found?): return (other, found)
      case (let first?, let second?):
        throw .exclusive(first.origin.words, second.origin.words)
      case (nil, nil): continue
      }
    }
    return nil
  }

  /// The same without some options of the command line, which are about another thing than this.
  func leavingOut(_ options: [Option]) -> Settings {
    var arguments = arguments
    for option in options { arguments.values[option.name] = nil }
    var settings = Settings(arguments: arguments, configuration: configuration)
    settings.profile = profile
    settings.hasTwoReferences = hasTwoReferences
    return settings
  }

  /// A key of the profile that has no option.
  func profileValue(_ key: String) -> Setting? {
    profile?.values[key].map {
      Setting(
        texts: $0.texts, origin: .configuration(path: configuration.path, line: $0.line, key: key))
    }
  }

  private func candidates(_ option: Option) -> [Setting] {
    [onCommandLine(option), inEnvironment(option), inProfile(option)].compactMap(\.self)
  }

  private func onCommandLine(_ option: Option) -> Setting? {
    let given = arguments.values(of: option)
    return given.isEmpty ? nil : Setting(texts: given, origin: .option(option.name))
  }

  /// Several values stand one a line. An empty variable counts as none.
  private func inEnvironment(_ option: Option) -> Setting? {
    guard let name = option.environment, let value = environment(name), !value.isEmpty else {
      return nil
    }
    let texts = option.arity == .many ? value.split(separator: "\n").map(String.init) : [value]
    return texts.isEmpty ? nil : Setting(texts: texts, origin: .environment(name))
  }

  private func inProfile(_ option: Option) -> Setting? {
    option.profileKey.flatMap(profileValue)
  }
}
