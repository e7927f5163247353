internal import JSONText
internal import SQLiteStore

/// A chat import as it was asked for: every field checked, nothing read of the text yet.
struct ImportOrder {
  struct Participant: Equatable {
    /// As it stands in the text.
    let name: String
    /// Digits.
    let waID: String
  }

  static let mostParticipants = 2
  /// No place on earth is or was farther away from UTC.
  static let offsets: ClosedRange<Int64> = -1080...1080

  let text: String
  let participants: [Participant]
  let utcOffsetMinutes: Int
  let language: String
  /// Names as they stand in the text; the ids are in the store.
  let media: [(name: String, id: String)]

  /// - Throws: `FieldErrors` with every field's complaint; `StoreError`.
  init(_ json: JSONValue, store: InboxStore) throws {
    guard json.isObject else {
      throw FieldErrors(
        "non_field_errors", "Invalid data. Expected a dictionary, but got \(json.typeName).")
    }
    var errors = FieldErrors()
    text = json.text("chat_text", &errors) ?? ""
    participants = Self.participants(json["chat_participants"], &errors)
    utcOffsetMinutes = Self.offset(json["utc_offset_minutes"], &errors)
    language = json.text("device_language_code", &errors) ?? ""
    if !language.isEmpty, !Self.isLanguage(language) {
      errors.add("device_language_code", "\"\(language.prefix(40))\" is not a valid language code.")
    }
    media = try Self.media(json["media_files"], store, &errors)
    guard errors.isEmpty else { throw errors }
  }

  private static func participants(
    _ value: JSONValue?, _ errors: inout FieldErrors
  ) -> [Participant] {
    let field = "chat_participants"
    guard let value else { return [] }
    guard let items = items(of: value, field, &errors) else { return [] }
    guard items.count <= mostParticipants else {
      errors.add(field, "Ensure this field has no more than \(mostParticipants) elements.")
      return []
    }
    var found: [Participant] = []
    let complaints = items.map { item in
      var item = ItemReader(item)
      let name = item.text("name")
      let number = item.text("wa_id")
      if let number, !number.utf8.allSatisfy({ (48...57).contains($0) }) {
        item.complain("wa_id", "This value does not match the required pattern.")
      } else if let number, number.utf8.count > 20 {
        item.complain("wa_id", "Ensure this field has no more than 20 characters.")
      }
      if let name, let number { found.append(Participant(name: name, waID: number)) }
      return item.complaints
    }
    errors.add(field, items: complaints)
    return found
  }

  private static func offset(_ value: JSONValue?, _ errors: inout FieldErrors) -> Int {
    let field = "utc_offset_minutes"
    guard let value else {
      errors.add(field, "This field is required.")
      return 0
    }
    if value.isNull {
      errors.add(field, "This field may not be null.")
      return 0
    }
    guard let minutes = value.wholeNumber else {
      errors.add(field, "A valid integer is required.")
      return 0
    }
    if minutes > offsets.upperBound {
      errors.add(field, "Ensure this value is less than or equal to \(offsets.upperBound).")
    } else if minutes < offsets.lowerBound {
      errors.add(field, "Ensure this value is greater than or equal to \(offsets.lowerBound).")
    }
    return Int(minutes.clamped(to: offsets))
  }

  private static func media(
    _ value: JSONValue?, _ store: InboxStore, _ errors: inout FieldErrors
  ) throws -> [(name: String, id: String)] {
    let field = "media_files"
    guard let value else {
      errors.add(field, "This field is required.")
      return []
    }
    guard let items = items(of: value, field, &errors) else { return [] }
    var found: [(name: String, id: String)] = []
    let complaints = try store.read { database in
      let known = try database.prepare("SELECT 1 FROM media WHERE id = ?")
      return try items.map { item in
        var item = ItemReader(item)
        let name = item.text("filename")
        let id = item.text("id")
        if let id, let uuid = UUIDText(id)?.text {
          try known.bind(uuid, at: 1)
          if try !known.step() {
            item.complain("id", "Invalid pk \"\(uuid)\" - object does not exist.")
          } else if let name {
            found.append((name, uuid))
          }
          try known.reset()
        } else if id != nil {
          item.complain("id", "Must be a valid UUID.")
        }
        return item.complaints
      }
    }
    errors.add(field, items: complaints)
    return found
  }

  private static func items(
    of value: JSONValue, _ field: String, _ errors: inout FieldErrors
  ) -> [JSONValue]? {
    if value.isNull {
      errors.add(field, "This field may not be null.")
    } else if let items = value.array {
      return items
    } else {
      errors.add(field, "Expected a list of items but got type \"\(value.typeName)\".")
    }
    return nil
  }

  /// Language, perhaps script, perhaps country; with `-` or, as older phones write it, `_`.
  static func isLanguage(_ code: String) -> Bool {
    let parts = code.utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    func isLetters(_ part: Substring.UTF8View, _ counts: ClosedRange<Int>) -> Bool {
      counts.contains(part.count)
        && part.allSatisfy { (65...90).contains($0) || (97...122).contains($0) }
    }
    guard let language = parts.first, isLetters(language, 2...3) else { return false }
    var rest = parts.dropFirst()
    if let script = rest.first, isLetters(script, 4...4) { rest.removeFirst() }
    if let region = rest.first,
      isLetters(region, 2...2)
        || (region.count == 3 && region.allSatisfy { (48...57).contains($0) })
    {
      rest.removeFirst()
    }
    return rest.isEmpty
  }
}

/// One object of a list, with what is wrong in it.
private struct ItemReader {
  private let value: JSONValue
  private(set) var complaints: [(field: String, words: String)] = []

  init(_ value: JSONValue) {
    self.value = value
    if !value.isObject {
      complain(
        "non_field_errors", "Invalid data. Expected a dictionary, but got \(value.typeName).")
    }
  }

  mutating func complain(_ field: String, _ words: String) { complaints.append((field, words)) }

  /// A text that must be there; nil where it is not, after the complaint.
  mutating func text(_ field: String) -> String? {
    guard value.isObject else { return nil }
    switch value.requiredText(field) {
    case .success(let text): return text
    case .failure(let fault):
      complain(field, fault.words)
      return nil
    }
  }
}

extension Comparable {
  fileprivate func clamped(to range: ClosedRange<Self>) -> Self {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
