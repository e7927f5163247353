internal import InboxAPI

extension Settings {
  /// Settings for a partner reference: a profile name, a URL, or `local`.
  static func resolvingPartner(
    _ reference: String, _ arguments: Arguments, _ configuration: Configuration
  ) throws(CommandError) -> (Settings, InboxReference) {
    var settings = Settings(arguments: arguments, configuration: configuration)
    let origin = CommandError.Origin.option(Option.partnerReference.name)
    if reference == "local" {
      settings.profile = configuration.partners["local"]
      return (settings, .local)
    }
    if reference.contains("://") {
      return (settings, .server(url: try checked(reference, origin: origin)))
    }
    guard let profile = configuration.partners[reference] else {
      throw .unknownPartner(
        reference, path: configuration.path, isThere: configuration.isThere,
        nearest: nearest(to: reference, among: configuration.partners.keys.sorted() + ["local"]))
    }
    settings.profile = profile
    guard let url = settings.profileValue("url") else {
      return (settings, .server(url: PartnerClient.documentedURL))
    }
    return (settings, .server(url: try checked(url.text, origin: url.origin)))
  }
}

extension Run {
  /// The partner that `--partner` names, with the settings of its profile.
  func partner() throws(CommandError) -> (Settings, InboxReference) {
    guard let reference = arguments.value(of: .partnerReference) else {
      throw .missingOption(
        Option.partnerReference.name, command: arguments.command?.name ?? "",
        why: "give a profile name, an https:// URL, or local")
    }
    return try Settings.resolvingPartner(reference, arguments, configuration)
  }

  /// An option that the command cannot do without.
  func required(_ option: Option, why: String) throws(CommandError) -> String {
    guard let value = arguments.value(of: option) else {
      throw .missingOption(option.name, command: arguments.command?.name ?? "", why: why)
    }
    return value
  }

  /// The same for a whole number.
  func requiredNumber(
    _ option: Option, in range: ClosedRange<Int>, why: String
  ) throws(CommandError) -> Int64 {
    let text = try required(option, why: why)
    guard let number = Int(text), range.contains(number) else {
      throw .badValue(
        text, origin: .option(option.name),
        expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return Int64(number)
  }
}
