internal import Contacts
internal import Files
internal import WhatsAppExport

/// Who takes part in a chat, and what is in the way of importing it. Nothing is guessed.
struct Participants: Sendable, Equatable {
  let partnerName: String
  /// The name as it stands in the text, direction marks and all.
  let partnerSpelling: String
  let partnerNumber: String?
  let problems: [Problem]

  init(_ scans: [ExportScan], people: People) {
    self.init(
      title: scans.first?.title ?? "", path: scans.first?.path ?? "",
      authors: scans.flatMap(\.authors), people: people,
      number: scans.lazy.compactMap(\.partnerNumber).first,
      hasGroupNotice: scans.contains(where: \.hasGroupNotice))
  }

  /// - Parameters:
  ///   - authors: of all exports of the chat; the same name may come twice.
  ///   - number: the partner's, as the reader found it.
  ///   - hasGroupNotice: whether the app wrote a line that only groups have.
  init(
    title: String, path: String, authors: [ChatAuthor], people: People, number: String? = nil,
    hasGroupNotice: Bool = false
  ) {
    var names: Set<String> = []
    let others = authors.filter { $0.role != .me && names.insert($0.name).inserted }
    let hasMe = authors.contains { $0.role == .me }
    var problems: [Problem] = []
    // Two people of whom none is known as me are a chat of two all the same.
    let isGroup = hasGroupNotice || others.count > (hasMe ? 1 : 2)
    if isGroup {
      problems.append(
        Problem(
          "group-chat", .error,
          "\(path): this is a group; inboxes take chats of two people only, but export reads it"
            + (hasGroupNotice ? "" : "; should some of its names be yours, name each with --me")))
    }
    // The file says that the chat is with somebody else than the only one who writes: a slip in --me, most likely.
    let isDoubtful =
      !hasMe && others.count == 1 && others[0].number == nil && others[0].name != title
      && people.numbers[others[0].name] == nil && !FilePath.name(of: path).hasPrefix(title)
    if people.me.isEmpty || !hasMe && others.count == 2 || isDoubtful {
      problems.append(
        Problem(
          "me-unknown", .error,
          people.me.isEmpty
            ? "\(path): nothing says which of the people in it is you; say --me NAME, as the chat writes it"
            : "\(path): nobody who writes in it has a name given with --me; "
              + "say --me NAME, as the chat writes it"))
    }
    let partner = others.count == 1 ? others.first : others.first { $0.role == .partner }
    let name = partner?.name ?? title
    partnerName = name
    partnerSpelling = partner?.spelling ?? name
    partnerNumber =
      isGroup
      ? nil
      : people.partnerNumber ?? partner?.number ?? number ?? people.numbers[name]
        ?? people.numbers[title]
    if partnerNumber == nil, !isGroup {
      problems.append(
        Problem(
          "partner-number-missing", .error,
          "\(path): the partner's phone number is not known; say --partner, or give a contact list with "
            + "--contacts"))
    }
    // What the user gave was looked at when it was read.
    if let partnerNumber, partnerNumber != people.partnerNumber {
      problems += Self.problems(of: partnerNumber, path: path)
    }
    self.problems = problems
  }

  private static func problems(of number: String, path: String) -> [Problem] {
    guard let parsed = try? PhoneNumber(parsing: "+" + number) else {
      return [
        Problem(
          "partner-number-impossible", .error,
          "\(path): what stands for the partner's phone number cannot be one; say the right one with --partner"
        )
      ]
    }
    if parsed.isValid { return [] }
    return [
      Problem(
        "partner-number-doubtful", .warning,
        "\(path): the partner's phone number is in no use that is known; check its digits")
    ]
  }
}
