internal import SQLiteStore

/// Conditions on the rows of a list: SQL of our own, values bound.
struct ListFilter {
  private enum Value {
    case number(Int64)
    case text(String)
  }

  static let longestPhraseInBytes = 1_000

  private var conditions: [String] = []
  private var values: [Value] = []

  var isEmpty: Bool { conditions.isEmpty }

  mutating func add(_ condition: String) { conditions.append(condition) }

  mutating func add(_ condition: String, _ value: Int64) {
    conditions.append(condition)
    values.append(.number(value))
  }

  mutating func add(_ condition: String, _ value: String) {
    conditions.append(condition)
    values.append(.text(value))
  }

  mutating func add(_ other: ListFilter) {
    conditions += other.conditions
    values += other.values
  }

  /// Where in the inbox a chat must be: under a tag, assigned to who asks, assigned to a group.
  ///
  /// - Parameter chat: an expression of our own that gives the chat's row.
  mutating func addPlace(of request: HTTPRequest, chat: String) throws(FieldErrors) {
    if let tag = try request.number("chat_tag_id") {
      add("\(chat) IN (SELECT target FROM \(Tagging.chats.table) WHERE tag = ?)", tag)
    }
    if try request.flag("assigned_to_me") == true {
      add("\(chat) IN (SELECT number FROM chat WHERE assigned_user = ?)", InboxService.owner)
    }
    if let group = try request.number("assigned_group") {
      add("\(chat) IN (SELECT number FROM chat WHERE assigned_group = ?)", group)
    }
  }

  var sql: String { isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") }

  /// Binds the values from parameter 1 on; the number of the next free parameter.
  func bind(to statement: borrowing Statement) throws(StoreError) -> Int {
    var index = 1
    for value in values {
      switch value {
      case .number(let number): try statement.bind(number, at: index)
      case .text(let text): try statement.bind(text, at: index)
      }
      index += 1
    }
    return index
  }

  /// A pattern for LIKE with the escape character `\` that finds `phrase` anywhere.
  static func pattern(containing phrase: String) -> String {
    var pattern = "%"
    for character in phrase.lowercased().unicodeScalars {
      if character == "%" || character == "_" || character == "\\" { pattern += "\\" }
      pattern.unicodeScalars.append(character)
    }
    return pattern + "%"
  }
}

extension HTTPRequest {
  /// A parameter that is a whole number; nil where it is absent.
  ///
  /// - Throws: `FieldErrors`.
  func number(_ name: String) throws(FieldErrors) -> Int64? {
    guard let text = parameter(name) else { return nil }
    guard let number = Int64(text) else {
      throw FieldErrors(name, "A valid integer is required.")
    }
    return number
  }

  /// A phrase to look for; nil where it is absent.
  ///
  /// - Throws: `FieldErrors`.
  func phrase() throws(FieldErrors) -> String? {
    guard let phrase = parameter("search") else { return nil }
    guard phrase.utf8.count <= ListFilter.longestPhraseInBytes else {
      throw FieldErrors(
        "search", "Ensure this value is no longer than \(ListFilter.longestPhraseInBytes) bytes.")
    }
    return phrase
  }

  /// A parameter that is true or false; nil where it is absent.
  ///
  /// - Throws: `FieldErrors`.
  func flag(_ name: String) throws(FieldErrors) -> Bool? {
    switch parameter(name)?.lowercased() {
    case nil: return nil
    case "true", "1": return true
    case "false", "0": return false
    default: throw FieldErrors(name, "Must be a valid boolean.")
    }
  }
}
