internal import Files
internal import JSONText
internal import SQLiteStore

/// Puts objects into a local inbox as another server wrote them, and takes things out of it, behind its API.
///
/// An imported chat has no statuses, reactions, senders or unknown types, and nobody deletes or edits in a local inbox.
/// For rehearsals and tests of what a real one does, this is the one way in. Members come back with the values that they
/// had, unknown ones too. What the inbox keeps itself stands for what was put in: a chat's newest message, the tags
/// of chats and messages, assignments and the time of a person's last message.
package struct InboxSeed: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case users, groups, tags, savedResponses, templates, webhooks, wabaErrors, whatsAppAccounts
    case contacts, blockedContacts
    case persons, chats, messages
    case chatTaggings, messageTaggings
    case chatTaggingEvents, messageTaggingEvents, chatAssignmentEvents
    case businessProfile, profileAbout
  }

  /// Why nothing was put in.
  package struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
    package let kind: String
    /// Which of the objects is no such object; counts from 0.
    package let index: Int
    package let reason: String

    package var description: String {
      "\(kind), object \(index + 1): \(reason); nothing was put in, correct the object"
    }
  }

  let service: InboxService

  /// Stores one object or an array of them: all, or none.
  ///
  /// An object takes the place of the one with the same id, number or name; WABA errors, address-book cards and events,
  /// which have none, are always added. Chats come with their person, tags and assignment, messages with their tags
  /// and, where there is none yet, their chat. Taggings and events name tags, chats and messages that must be there.
  ///
  /// - Throws: `Refusal`, `StoreError`.
  package func put(_ kind: Kind, _ json: String) throws {
    let objects: [JSONValue]
    do throws(JSONError) {
      let value = try JSONValue(parsing: Array(json.utf8))
      objects = value.array ?? [value]
    } catch {
      throw Refusal(kind: kind.rawValue, index: 0, reason: "\(error)")
    }
    try service.store.write { database in
      let seeding = try Seeding(service, database)
      for (index, object) in objects.enumerated() {
        do {
          guard object.isObject else { throw Seeding.Fault("it is a \(object.typeName)") }
          try seeding.put(kind, object)
        } catch let fault as Seeding.Fault {
          throw Refusal(
            kind: kind.rawValue, index: index, reason: fault.reason)
        }
      }
      try seeding.finish()
    }
  }

  /// Takes away what `key` names: a number for what has one, a message's id (the inbox's or WhatsApp's), a template's
  /// name, a phone number for the rest; of events, those of the chat with that number. A chat goes with its messages. No
  /// event is recorded. Of what an inbox has once, `key` is not looked at.
  ///
  /// - Returns: false where there was nothing.
  package func remove(_ kind: Kind, _ key: String) throws -> Bool {
    try service.store.write { try Seeding(service, $0).remove(kind, key) }
  }

  /// Stores a medium, in the place of one with that id.
  ///
  /// - Parameters:
  ///   - id: a UUID; nil for a new one.
  ///   - type: its media type.
  /// - Returns: the id.
  package func putMedia(_ bytes: [UInt8], type: String, id: String? = nil) throws -> String {
    let given = try id.map { id in
      guard let uuid = UUIDText(id) else {
        throw Refusal(kind: "media", index: 0, reason: "its id is no UUID")
      }
      return uuid
    }
    let file = try IncomingFile(in: service.directory)
    try file.write(bytes.span)
    let record = MediaRecord(
      id: given ?? UUIDText(), sha256: try file.finish(), size: file.size, mimeType: type)
    try service.media.add(record, from: file.path)
    return record.id.text
  }

  /// Takes a medium away; messages still name it, and it is 404.
  ///
  /// - Returns: false where there was none.
  package func removeMedia(_ id: String) throws -> Bool {
    try service.store.write { database in
      let statement = try database.prepare(
        "UPDATE media SET is_gone = 1 WHERE id = ? AND NOT is_gone")
      try statement.bind(UUIDText(id)?.text, at: 1)
      try statement.run()
      return database.changedRows > 0
    }
  }

  /// Makes an image the photo of the profile.
  package func putProfilePhoto(_ bytes: [UInt8], type: String) throws {
    let id = try putMedia(bytes, type: type)
    try service.store.write { try $0.put(.profilePhoto, "{\"media\":\"\(id)\"}") }
  }

  package func removeProfilePhoto() throws {
    _ = try service.store.write { try $0.remove(.profilePhoto) }
  }
}
