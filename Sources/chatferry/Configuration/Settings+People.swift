internal import Contacts
internal import WhatsAppExport

extension Settings {
  /// What the user says of the people in the chats: WHO.
  ///
  /// - Throws: `badValue` for a number that cannot exist or a region that does not, `ContactsError` for a list.
  func people(_ console: Console) throws -> People {
    let region = try defaultRegion()
    return People(
      me: find(.me)?.texts ?? [],
      partnerNumber: try partnerNumber(region, console),
      numbers: try contacts(region, console).digitsByName)
  }

  /// The region of numbers without a country code: from the environment or the profile; it has no option.
  private func defaultRegion() throws(CommandError) -> String? {
    let variable = "CHATFERRY_DEFAULT_REGION"
    var setting = profileValue("default_region")
    if let text = environment(variable), !text.isEmpty {
      setting = Setting(texts: [text], origin: .environment(variable))
    }
    guard let setting else { return nil }
    do throws(ContactsError) {
      // Any number tells whether the region is one.
      _ = try PhoneNumber(parsing: "+44 7700 900142", defaultRegion: setting.text)
    } catch {
      throw .badValue(
        setting.text, origin: setting.origin, expected: "two letters such as DE or IL")
    }
    return setting.text
  }

  private func partnerNumber(_ region: String?, _ console: Console) throws(CommandError) -> String?
  {
    guard let setting = find(.partner) else { return nil }
    do throws(ContactsError) {
      let number = try PhoneNumber(parsing: setting.text, defaultRegion: region)
      if !number.isValid {
        console.warning(
          "the partner's number is in no use that is known, \(setting.origin.words); check its digits (partner-number-doubtful)"
        )
      }
      return number.digits
    } catch {
      // Not repeated: it may be somebody's number after all.
      throw .unfit(
        what: "the partner's number", origin: setting.origin,
        expected: "another: \(error) (\(error.code ?? "partner-number-impossible"))")
    }
  }

  private func contacts(_ region: String?, _ console: Console) throws(ContactsError) -> ContactList
  {
    var list = ContactList()
    guard let setting = find(.contacts) else { return list }
    var isProfile = false
    if case .configuration = setting.origin { isProfile = true }
    for path in setting.texts {
      try list.read(isProfile ? expanded(path) : path, defaultRegion: region)
    }
    for skipped in list.skipped { console.warning("\(skipped)") }
    return list
  }
}
