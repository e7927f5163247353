internal import WhatsAppExport

/// Who of a chat's authors is the partner; everybody else is the inbox's owner.
struct ImportPartner: Equatable {
  let waID: String
  let name: String
  /// Position in the reader's list of authors; nil when the partner wrote nothing.
  let author: Int?

  /// - Parameters:
  ///   - authors: of the whole text.
  ///   - ownNumber: the inbox's own, digits; nil when it has none.
  /// - Throws: `FieldErrors` when the partner cannot be told.
  init(
    _ participants: [ImportOrder.Participant], authors: [ChatAuthor], ownNumber: String?
  ) throws(FieldErrors) {
    let writing = authors.indices.filter { authors[$0].messages > 0 }
    guard writing.count <= 2 else {
      throw FieldErrors(
        "chat_text", "This is a group chat: \(writing.count) people write in it (group-chat).")
    }
    let us = participants.first { $0.waID == ownNumber }
    let others = participants.filter { $0.waID != ownNumber }
    guard others.count <= 1 else {
      throw FieldErrors(
        "chat_participants",
        "None of the two has this inbox's own number; send the chat partner alone.")
    }
    guard let partner = others.first else {
      self = try Self.numberAuthor(authors, writing, us)
      return
    }
    let named = writing.first { Self.isSame(authors[$0], partner) }
    // Who is neither of the two that are known must be the other one.
    let left = us.flatMap { us in
      let left = writing.filter { !Self.isSame(authors[$0], us) }
      return left.count == 1 && writing.count == 2 ? left.first : nil
    }
    let author = named ?? left
    let onlyWeWrote = writing.count == 1 && writing.allSatisfy { authors[$0].number == nil }
    guard author != nil || onlyWeWrote || writing.isEmpty else {
      throw FieldErrors(
        "chat_participants",
        "Nobody in the chat text writes under a participant's name; send it exactly as it stands there."
      )
    }
    waID = partner.waID
    name = Self.withoutMarks(partner.name)
    self.author = author
  }

  private init(waID: String, name: String, author: Int?) {
    self.waID = waID
    self.name = name
    self.author = author
  }

  /// The partner is not in the phone's contacts, so the text shows the number.
  private static func numberAuthor(
    _ authors: [ChatAuthor], _ writing: [Int], _ us: ImportOrder.Participant?
  ) throws(FieldErrors) -> ImportPartner {
    let numbers = writing.filter { authors[$0].number != nil && authors[$0].number != us?.waID }
    guard numbers.count == 1, let author = numbers.first, let number = authors[author].number else {
      throw FieldErrors(
        "chat_participants",
        "The chat text does not show the chat partner's number; send name and number of the partner."
      )
    }
    return ImportPartner(waID: number, name: authors[author].name, author: author)
  }

  private static func isSame(_ author: ChatAuthor, _ participant: ImportOrder.Participant) -> Bool {
    withoutMarks(author.name) == withoutMarks(participant.name)
      || author.number == participant.waID
  }

  /// A name as people see it: without direction marks and surrounding blanks. Texts compare equal in any normal form.
  static func withoutMarks(_ name: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0x061C: continue
      default: kept.append(scalar)
      }
    }
    let text = Substring(String(kept))
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let end = text[start...].lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? start
    return String(text[start..<end])
  }
}
