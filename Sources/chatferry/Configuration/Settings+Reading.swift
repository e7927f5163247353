internal import ChatRecords
internal import InboxAPI
internal import WhatsAppExport

extension Settings {
  /// What the user says of the exports: PARSE.
  ///
  /// - Throws: `badValue` with the option, variable or line that is wrong, `exclusive`.
  func parseOptions() throws(CommandError) -> ParseOptions {
    var options = ParseOptions()
    options.dateOrder = try choice(.dateOrder, DateOrder.self)
    if let locale = find(.locale) {
      options.locale = locale.text
      do throws(ExportError) {
        try ParseOptions(locale: locale.text).check()
      } catch {
        throw .badValue(
          locale.text, origin: locale.origin, expected: "a BCP 47 tag like en-GB (\(error.code))")
      }
    }
    if let (option, zone) = try findOne(of: .timeZone, .utcOffset) {
      options.zone =
        option == .utcOffset ? try Self.offset(zone) : try Self.zone(zone)
    }
    return options
  }

  private static func offset(_ setting: Setting) throws(CommandError) -> ZoneChoice {
    guard let minutes = offsetMinutes(setting.text) else {
      throw .badValue(
        setting.text, origin: setting.origin, expected: "hours and minutes like +02:00 or -03:30")
    }
    return .offset(minutes: minutes)
  }

  private static func zone(_ setting: Setting) throws(CommandError) -> ZoneChoice {
    let choice = ZoneChoice.iana(setting.text)
    do throws(ExportError) {
      try ParseOptions(zone: choice).check()
    } catch {
      var expected = "a name like Europe/London (\(error.code))"
      if case .zoneUnknown(_, let suggestion?) = error {
        expected = "\(suggestion), if that is meant (\(error.code))"
      }
      throw .badValue(setting.text, origin: setting.origin, expected: expected)
    }
    return choice
  }

  /// How a client behaves towards the inbox.
  func clientSettings() throws(CommandError) -> ClientSettings {
    var client = ClientSettings()
    client.jobs = try number(.jobs, in: 1...64) ?? client.jobs
    client.requestsPerSecond = profile?.text("requests_per_second").flatMap { Double($0) }
    if let header = profileValue("token_header") {
      // The documents of the online platform show two ways.
      let known: [TokenHeader] = [.apiAccessToken, .bearer]
      guard let given = known.first(where: { $0.rawValue == header.text }) else {
        throw .badValue(
          header.text, origin: header.origin,
          expected: known.map(\.rawValue).joined(separator: " or "))
      }
      client.tokenHeader = given
    }
    if let profile = profileValue("import_profile") {
      guard let names = ImportProfile(profile.text) else {
        throw .badValue(profile.text, origin: profile.origin, expected: ImportProfile.grammar)
      }
      client.importProfile = names
    }
    return client
  }
}
