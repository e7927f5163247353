internal import InboxAPI

/// Which interface an inbox speaks, with what it needs to find the inbox there.
enum InboxInterface: Sendable, Equatable {
  /// A server of its own.
  case getChat
  case online(account: Int64, inbox: Int64)
}

extension Settings {
  /// The interface of the inbox that a command names.
  ///
  /// - Throws: `badValue` for what is no kind or no number, `missingOption` for an online inbox whose account or number
  ///   nobody gave, `needs` for options that only an online inbox has.
  func interface() throws(CommandError) -> InboxInterface {
    let kind = find(.kind)
    switch kind?.text ?? InboxKind.getChat.rawValue {
    case InboxKind.getChat.rawValue:
      // Where two things are named, these say where the other one is.
      for option in [Option.account, .inboxID] where arguments.has(option) && !hasTwoReferences {
        throw .needs(option.name, "--kind online")
      }
      return .getChat
    case InboxKind.online.rawValue:
      return .online(
        account: try id(.account) {
          "give the number of the account on the online platform, or \($0) in the profile"
        },
        inbox: try id(.inboxID) {
          "give the number of the inbox in that account, or \($0) in the profile"
        })
    case let other:
      throw .badValue(
        other, origin: kind?.origin ?? .option(Option.kind.name), expected: "getchat or online")
    }
  }

  /// - Throws: `kindUnsupported` for an inbox that is not get.chat's.
  func requireGetChat() throws(CommandError) {
    guard try interface() != .getChat else { return }
    throw .kindUnsupported(origin: find(.kind)?.origin ?? .option(Option.kind.name))
  }

  /// The number of an account or an inbox on the online platform.
  ///
  /// - Parameter why: what to do where nobody gave one, by the option's key in a profile.
  func id(_ option: Option, why: (String) -> String) throws(CommandError) -> Int64 {
    guard let number = try number(option, in: 1...Int(Int32.max)) else {
      throw .missingOption(
        option.name, command: arguments.command?.name ?? "",
        why: why(option.profileKey ?? option.name))
    }
    return Int64(number)
  }
}
