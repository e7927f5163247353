internal import JSONText
internal import SQLiteStore

/// To whom a chat is assigned.
private struct Assignment: Equatable {
  var user: Int64?
  var group: Int64?
}

/// `/chat_assignment/{wa_id}/`.
extension InboxService {
  private static let longestNumber = 100

  func retrieveAssignment(_ waID: String) throws -> HTTPResponse {
    try store.read { database in
      guard let chat = try database.chat(waID) else { return .notFound }
      return answer(waID, try database.assignment(of: chat))
    }
  }

  /// A change is recorded as an event; what stays as it was is none.
  func assign(_ waID: String, _ fields: Fields, isPartial: Bool) throws -> HTTPResponse {
    try store.write { database in
      guard let chat = try database.chat(waID) else { return .notFound }
      let old = try database.assignment(of: chat)
      let new = try order(old, waID, fields, isPartial: isPartial, in: database)
      if new != old {
        try database.assign(chat, to: new)
        try record(from: old, to: new, waID, chat, in: database)
      }
      return answer(waID, new)
    }
  }

  private func order(
    _ old: Assignment, _ waID: String, _ fields: Fields, isPartial: Bool, in database: Database
  ) throws -> Assignment {
    var errors = FieldErrors()
    if fields["wa_id"] != nil || !isPartial {
      if let given = fields.text("wa_id", &errors) {
        if !given.utf8.allSatisfy({ (48...57).contains($0) }) {
          errors.add("wa_id", "This value does not match the required pattern.")
        } else if given.utf8.count > Self.longestNumber {
          errors.add(
            "wa_id", "Ensure this field has no more than \(Self.longestNumber) characters.")
        } else if given != waID {
          errors.add("wa_id", "This is not the chat that the path names.")
        }
      }
    }
    var new = isPartial ? old : Assignment()
    if fields["assigned_to_user"] != nil {
      new.user = fields.integer("assigned_to_user", isRequired: false, &errors)
      if let user = new.user, try database.object(user, in: .users) == nil {
        errors.add("assigned_to_user", FieldErrors.noObject("\(user)"))
      }
    }
    if fields["assigned_group"] != nil {
      new.group = fields.integer("assigned_group", isRequired: false, &errors)
      // The vendor's guide takes a chat from its group by 0.
      if new.group == 0 { new.group = nil }
      if let group = new.group, try database.object(group, in: .groups) == nil {
        errors.add("assigned_group", FieldErrors.noObject("\(group)"))
      }
    }
    guard errors.isEmpty else { throw errors }
    return new
  }

  private func answer(_ waID: String, _ assignment: Assignment) -> HTTPResponse {
    .json(200) {
      $0.beginObject()
      $0.key("wa_id")
      $0.string(waID)
      $0.key("assigned_to_user")
      $0.numberOrNull(assignment.user)
      $0.key("assigned_group")
      $0.numberOrNull(assignment.group)
      $0.endObject()
    }
  }

  private func record(
    from old: Assignment, to new: Assignment, _ waID: String, _ chat: Int64,
    in database: Database
  ) throws {
    var json = JSONWriter()
    json.beginObject()
    json.key("wa_id")
    json.string(waID)
    json.key("assigned_to_user_was_cleared")
    json.bool(old.user != nil && new.user == nil)
    json.key("assigned_group_set")
    try write(new.group == old.group ? nil : new.group, of: .groups, in: database, into: &json)
    json.key("assigned_group_was_cleared")
    json.bool(old.group != nil && new.group == nil)
    json.endObject()
    try database.add(
      Event(
        kind: .chatAssignment, chat: chat, object: json.bytes, doneBy: Self.owner,
        userSet: new.user == old.user ? nil : new.user))
  }
}

extension Database {
  fileprivate func assignment(of chat: Int64) throws(StoreError) -> Assignment {
    let statement = try prepare("SELECT assigned_user, assigned_group FROM chat WHERE number = ?")
    try statement.bind(chat, at: 1)
    guard try statement.step() else { return Assignment() }
    return Assignment(user: statement.int(0), group: statement.int(1))
  }

  fileprivate func assign(_ chat: Int64, to assignment: Assignment) throws(StoreError) {
    let statement = try prepare(
      "UPDATE chat SET assigned_user = ?, assigned_group = ? WHERE number = ?")
    try statement.bind(assignment.user, at: 1)
    try statement.bind(assignment.group, at: 2)
    try statement.bind(chat, at: 3)
    try statement.run()
  }
}
