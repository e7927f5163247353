internal import Files
internal import JSONText
internal import SQLiteStore

/// Puts objects of an online platform into a local inbox as another server wrote them, and takes them out, behind its API.
///
/// Nobody writes messages on the local platform; for rehearsals and tests of what a real one holds this is the way in.
/// Members come back with the values that they had, unknown ones too. What the platform keeps itself stands for what was put
/// in: a conversation's newest message and the time of its last activity.
package struct OnlineSeed: Sendable {
  let service: InboxService

  /// Stores one object or an array of them: all, or none. An object takes the place of the one with the same id.
  ///
  /// - Parameters:
  ///   - parent: what members belong to, a team or an inbox. Messages say it themselves (`conversation_id`), and the labels
  ///     of a contact stand in it as `labels`.
  /// - Throws: `InboxSeed.Refusal`, `StoreError`.
  package func put(
    _ kind: OnlineKind, account: Int64, of parent: Int64 = 0, _ json: String
  ) throws {
    let objects: [JSONValue]
    do throws(JSONError) {
      let value = try JSONValue(parsing: Array(json.utf8))
      objects = value.array ?? [value]
    } catch {
      throw InboxSeed.Refusal(kind: kind.rawValue, index: 0, reason: "\(error)")
    }
    try service.store.write { database in
      for (index, object) in objects.enumerated() {
        guard let id = object["id"]?.int else {
          throw InboxSeed.Refusal(
            kind: kind.rawValue, index: index, reason: "its id is no whole number")
        }
        let conversation = object["conversation_id"]?.int
        if kind == .messages, conversation == nil {
          throw InboxSeed.Refusal(
            kind: kind.rawValue, index: index, reason: "its conversation_id is no whole number")
        }
        try database.putOnlineObject(
          kind, account, id: id, parent: conversation ?? parent,
          time: object["created_at"]?.wholeNumber ?? 0, stored(object))
      }
    }
  }

  /// Addresses of the platform's own files are kept without the server.
  private func stored(_ object: JSONValue) -> [UInt8] {
    Array(object.raw).replacing(
      Array("\"data_url\":\"\(service.origin)/rails/".utf8),
      with: Array(#""data_url":"/rails/"#.utf8))
  }

  /// - Returns: false where there was nothing.
  package func remove(_ kind: OnlineKind, account: Int64, id: Int64) throws -> Bool {
    try service.store.write { try $0.removeOnlineObject(kind, account, id: id) }
  }

  /// Stores a file for an attachment.
  ///
  /// - Returns: the address, for the attachment's `data_url`. It leads on to the bytes.
  package func putFile(_ bytes: [UInt8], type: String, name: String) throws -> String {
    let id = try InboxSeed(service: service).putMedia(bytes, type: type)
    let path = URLText.reference(path: "/rails/active_storage/blobs/redirect/\(id)/\(name)", [])
    return service.origin + path
  }
}
