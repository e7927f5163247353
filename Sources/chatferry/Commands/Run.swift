/// What every command is given.
struct Run {
  let arguments: Arguments
  let configuration: Configuration
  let console: Console

  /// Settings of a command that names no inbox: options and environment alone.
  var settings: Settings { Settings(arguments: arguments, configuration: configuration) }

  /// The inbox that `option` names, with the settings of its profile.
  func inbox(_ option: Option, for why: String) throws(CommandError) -> (Settings, InboxReference) {
    guard let reference = arguments.value(of: option) else {
      throw .missingOption(option.name, command: arguments.command?.name ?? "", why: why)
    }
    return try Settings.resolving(
      reference, origin: .option(option.name), arguments, configuration)
  }
}

/// Folders of this user (XDG base directory specification).
enum UserFolders {
  /// Journals, locks and tokens.
  static var state: String { folder("XDG_STATE_HOME", or: ".local/state") + "/chatferry" }

  /// The embedded inbox.
  static func localData(_ settings: Settings) -> String {
    settings.find(.data)?.text
      ?? folder("XDG_DATA_HOME", or: ".local/share") + "/chatferry/local"
  }
}
