internal import JSONText
internal import SQLiteStore

extension ObjectList {
  /// Who may be named as sender, assignee or doer. The owner is the one who calls.
  static let users = ObjectList(
    table: "user_account",
    supplied: [
      ("url", { service, number, json in json.string(service.link(toUser: number)) })
    ])

  static let groups = ObjectList(table: "user_group")
}

extension InboxService {
  func link(toUser number: Int64) -> String { "\(origin)\(Self.root)users/\(number)/" }

  /// A user or a group as it stands inside other objects; null where there is none.
  func write(
    _ number: Int64?, of list: ObjectList, in database: Database, into json: inout JSONWriter
  ) throws {
    guard let number, let object = try database.object(number, in: list) else {
      return json.null()
    }
    list.write(object, number: number, self, into: &json)
  }
}
