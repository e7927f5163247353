package import Files
internal import InboxAPI
package import JSONText
internal import SQLiteStore

/// A line of `media.jsonl`: a file that a message names, and what became of it.
package struct MediumRecord: Sendable, Equatable {
  /// The server's id; `link:` and a hash where a message gives only an address elsewhere; `profile_photo`.
  package var id: String
  package var chat: String?
  /// The SHA-256 that the message announces.
  package var announced: String?
  /// The size in bytes that the message announces.
  package var announcedSize: Int64?
  package var mimeType: String?
  package var name: String?
  package var state: MediumState
  package var sha256: SHA256.Digest?
  package var size: Int64?
  /// Why there is no file.
  package var reason: String?
  /// The address under which the server gives the file, where the id alone is not enough.
  package var link: String?

  /// Whether the message says that the file is a page for people.
  var mayBeWebPage: Bool { WebPage.isMeant(name: name, mimeType: mimeType) }

  var place: MediaPlace { MediaPlace(id: id, link: link, mayBeWebPage: mayBeWebPage) }

  /// Where a file is that a message names, under the id by which the backup knows it; nil where it is not to be had from
  /// the inbox.
  static func place(of file: InboxMessage.Media, from client: any InboxClient) -> MediaPlace? {
    guard var place = client.place(of: file) else { return nil }
    if let link = file.link, place.id == MediaPlace.id(ofLink: link) {
      place.id = id(ofLink: link)
    }
    return place
  }

  /// The id of a file of which only an address is known: by that address as messages in the backup show it.
  static func id(ofLink link: String) -> String {
    MediaPlace.id(ofLink: SecretPlaces.address(link) ?? link)
  }

  /// Whether the address still holds what was left out of it; of a file without an address nothing is left out.
  var hasWholeLink: Bool { !(link?.contains(SecretFilter.mark) ?? false) }

  init(id: String, state: MediumState, sha256: SHA256.Digest?, size: Int64?) {
    self.id = id
    self.state = state
    self.sha256 = sha256
    self.size = size
  }

  /// - Throws: `BackupError.damaged`.
  package init(_ json: JSONValue) throws(BackupError) {
    guard let id = json["id"]?.string, let name = json["state"]?.string,
      let state = MediumState.allCases.first(where: { $0.name == name })
    else { throw BackupError.damaged(path: "media.jsonl", reason: "a line says nothing") }
    self.id = id
    self.state = state
    chat = json["chat"]?.string
    announced = json["announced_sha256"]?.string
    announcedSize = json["announced_size"]?.int
    mimeType = json["mime_type"]?.string
    self.name = json["name"]?.string
    sha256 = json["sha256"]?.string.flatMap { SHA256.Digest(hex: $0) }
    size = json["size"]?.int
    reason = json["reason"]?.string
    link = json["link"]?.string
  }

  /// Reads a row of `medium`.
  init(_ row: borrowing Statement) {
    id = row.string(0) ?? ""
    chat = row.string(1)
    announced = row.string(2)
    mimeType = row.string(3)
    name = row.string(4)
    state = row.int(5).flatMap { MediumState(rawValue: $0) } ?? .pending
    sha256 = row.string(6).flatMap { SHA256.Digest(hex: $0) }
    size = row.int(7)
    reason = row.string(8)
    link = row.string(9)
    announcedSize = row.int(10)
  }

  /// Gives the first eleven parameters of a statement that writes a row.
  func bind(to statement: borrowing Statement) throws {
    try statement.bind(id, at: 1)
    try statement.bind(chat, at: 2)
    try statement.bind(announced, at: 3)
    try statement.bind(mimeType, at: 4)
    try statement.bind(name, at: 5)
    try statement.bind(state.rawValue, at: 6)
    try statement.bind(sha256?.hex, at: 7)
    try statement.bind(size, at: 8)
    try statement.bind(reason, at: 9)
    try statement.bind(link, at: 10)
    try statement.bind(announcedSize, at: 11)
  }

  /// With a line end.
  var line: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("id", id)
    json.field("state", state.name)
    json.field("path", sha256.map { BackupLayout.medium($0) })
    json.field("sha256", sha256?.hex)
    json.field("size", size)
    json.field("announced_sha256", announced)
    json.field("announced_size", announcedSize)
    json.field("mime_type", mimeType)
    json.field("name", name)
    json.field("chat", chat)
    json.field("reason", reason)
    json.field("link", SecretPlaces.address(link))
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// Makes it pending where it is worth asking the server again: it may have by now what it did not have, and a file that
  /// was stored may be gone.
  mutating func askAgain(_ folder: BackupFolder) {
    switch state {
    case .stored:
      guard let sha256, let size, folder.size(BackupLayout.medium(sha256)) != size else { return }
      state = .pending
    case .missing, .differing: state = .pending
    case .pending, .elsewhere: break
    }
    // Its message has the whole address, and brings it when it is listed again.
    if state == .pending, !hasWholeLink { state = .missing }
  }

  /// Whether bytes are those that the message announces, as far as it says anything of them.
  func isAnnounced(_ receipt: OutputFile.Receipt) -> Bool {
    announced ?? receipt.sha256.hex == receipt.sha256.hex
      && announcedSize ?? receipt.size == receipt.size
  }

  /// Whether an earlier run got other bytes than the message announces, and the backup has them.
  func isKeptDiffering(in folder: BackupFolder) -> Bool {
    guard reason == Self.difference || reason == Self.anotherSize, let sha256, let size else {
      return false
    }
    return folder.size(BackupLayout.medium(sha256)) == size
  }

  static let difference =
    "the bytes that the server gives are not those that the message announces, at two requests"
  /// Of one that was stored before its message said its size, until it was asked for again.
  static let anotherSize = "it has another size than its message says"
  static let otherHost = "its link leads to another host, which chatferry does not ask"
  static let denial = "the server has no such file"

  /// Whether the server said that there is none.
  package var isDenied: Bool { reason == Self.denial }
}

/// A line of `gone.jsonl`: something that the inbox no longer lists, or lists again.
package struct GoneMark: Sendable, Equatable {
  package var chat: String
  /// Of a message; nil for the chat as a whole.
  package var id: String?
  package var isGone: Bool

  package init(chat: String, id: String?, isGone: Bool) {
    self.chat = chat
    self.id = id
    self.isGone = isGone
  }

  /// - Throws: `BackupError.damaged`.
  package init(_ json: JSONValue) throws(BackupError) {
    guard let chat = json["chat"]?.string, let isGone = json["gone"]?.bool else {
      throw BackupError.damaged(path: "gone.jsonl", reason: "a line says nothing")
    }
    self.init(chat: chat, id: json["id"]?.string, isGone: isGone)
  }

  /// With a line end.
  func line(noticed: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("chat", chat)
    json.field("id", id)
    json.key("gone")
    json.bool(isGone)
    json.field("noticed", noticed)
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
